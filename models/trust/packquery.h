// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"

#include <QStringList>

#include <memory>

namespace packwarden {

/// Packs that belong together for the people at this desk: chosen by hand, by a rule, and those of the groups inside.
struct PackGroup
{
    QString name; ///< 1 to 64 characters; upper and lower case of ASCII are the same
    QString inside; ///< the group that it is a part of; empty: none
    QString rule; ///< a PackQuery; empty: none
    QList<PackSerial> packs; ///< by hand, in order; need not be known here
    bool operator==(const PackGroup &) const = default;
};

/// What a search, or the rule of a group, asks of packs: `owner:leasing soc<20 not lock:locked`. Terms side by side
/// must all hold; `or`, `not` and brackets do what they say. A term is a word, which the pack must say somewhere, or
/// COLUMN, one of : = != < <= > >=, and a value, in quotes where it has spaces. ":" is "contains" for words and "is"
/// for numbers, which are written in the unit of the column. `COLUMN:unknown` holds where the pack has not told.
/// `group:NAME` holds for the packs of a group. What is not known makes no term true, nor its opposite.
class PackQuery final
{
public:
    enum class Column {
        Serial,
        Owner,
        Hardware,
        State,
        Charge, ///< %
        Health, ///< %
        LowestCell, ///< V
        HighestCell, ///< V
        Apart, ///< mV between both
        Hottest, ///< degrees Celsius
        Faults, ///< active ones
        Policy, ///< version
        Lock, ///< "active", "locked", "pending"
        Behind, ///< lists that it does not know yet
        Tomorrow, ///< "starts", "stops", "fault"
        Days, ///< since it was read last; 0 while it is heard
        Bus, ///< "yes" while it is heard, else "no"
        Attention, ///< "yes": faults, a lock, something that it does not know, unable tomorrow; else "no"
    };
    static constexpr int columnCount = int(Column::Attention) + 1;
    static QLatin1String nameOf(Column column); ///< as it is typed: "min-cell"
    static std::optional<Column> columnOf(const QString &name);
    static bool isNumber(Column column);

    /// A pack as it is asked.
    class Pack
    {
    public:
        virtual ~Pack() = default;
        virtual std::optional<QString> word(Column column) const = 0; ///< nothing: not known
        virtual std::optional<qint64> thousandths(Column column) const = 0; ///< of the column's unit
        virtual bool says(const QString &word) const = 0; ///< in what is searched for words
    };

    enum class Truth { No, Unknown, Yes };

    /// What is wrong with a query; reason of the errors of parse, whose detail names the part.
    enum class Problem {
        UnknownColumn,
        NoNumber, ///< as parseQuantity has it
        NoValue, ///< nothing behind a sign, or before it
        Brackets, ///< a bracket or a quotation mark without its partner, or nothing in them
        UnknownGroup,
        Circle, ///< a group that holds itself
        TooLong,
    };
    static constexpr qsizetype maxLength = 1024;

    /// All packs.
    PackQuery();
    /// groups: those that it may name. Malformed, with a Problem.
    static Result<PackQuery> parse(const QString &text, const QList<PackGroup> &groups = {});
    /// The packs of a group and of those inside. The errors of parse.
    static Result<PackQuery> ofGroup(const QString &name, const QList<PackGroup> &groups);
    /// Those of both.
    static PackQuery both(const PackQuery &one, const PackQuery &other);

    Truth ask(const Pack &pack) const;
    /// Does what it says rest on this column?
    bool uses(Column column) const;

    struct Node;

private:
    explicit PackQuery(std::shared_ptr<const Node> root);

    std::shared_ptr<const Node> m_root; ///< null: all
};

} // namespace packwarden
