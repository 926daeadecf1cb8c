// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"
#include "models/trust/packquery.h"

#include <functional>
#include <memory>

namespace packwarden {

class SqliteFile;

/// What a table of packs shows, under a name.
struct PackView
{
    QString name; ///< 1 to 64 characters; upper and lower case of ASCII are the same
    QString search; ///< a PackQuery
    QStringList columns; ///< words of the page's own, from the left
    QString sort; ///< one of them
    bool isDescending = false;
    bool operator==(const PackView &) const = default;
};

/// A roll-out as far as it came, and what it came to.
struct KeptRollout
{
    enum class End { None, Finished, Stopped, Cancelled }; ///< None: it is under way, or the program ended before it
    struct Pack
    {
        enum class State { Waiting, Applied, Failed, NotBegun };
        PackSerial serial;
        State state = State::Waiting;
        Code code = Code::Internal; ///< of Failed, or of what was seen after it was applied
        QString detail; ///< empty and Applied: nothing was seen
        qint64 at = 0; ///< Unix seconds; 0: no answer yet
        bool isAnomaly = false;
        bool operator==(const Pack &) const = default;
    };
    qint64 id = 0; ///< 0: not kept yet; a number is never given twice
    QByteArray payload; ///< SHA-256 of the document's payload
    QString title;
    QString group; ///< that it was begun for; empty: packs that were chosen
    qint64 begunAt = 0; ///< Unix seconds
    qint64 endedAt = 0;
    End end = End::None;
    qint64 soakMilliseconds = 0;
    QList<qint64> watchAfter; ///< as Rollout::Plan
    QList<Pack> packs; ///< in their order
    bool operator==(const KeptRollout &) const = default;
};

/// What is recorded of groups and roll-outs; see auditaction.
namespace fleetaction {
inline constexpr char keepGroup[] = "group.keep"; ///< made, renamed or changed
inline constexpr char removeGroup[] = "group.remove";
inline constexpr char beginRollout[] = "rollout.begin";
inline constexpr char endRollout[] = "rollout.end"; ///< finished, stopped or cancelled
} // namespace fleetaction

/// Groups, views and roll-outs of a store, in its fleet.db, by a connection of its own. They are this desk's alone and
/// not signed: a group says whom a person means, never what a pack may do. One thread.
class FleetBook final
{
public:
    /// Of a store whose fleet.db was opened before. Where it cannot be read there are none, and where it cannot be
    /// written nothing is kept.
    /// record: keeps an audit record; changes of groups, and begin and end of roll-outs, done and refused, are given to
    /// it. What cannot be recorded is not done, with its error. Of nothing: nothing is recorded.
    using Record = std::function<Result<>(const AuditEntry &entry)>;
    explicit FleetBook(const QString &store, Record record = {});
    ~FleetBook();
    FleetBook(const FleetBook &) = delete;
    FleetBook &operator=(const FleetBook &) = delete;

    QList<PackGroup> groups() const; ///< by name
    /// former: the name that it had; empty: a new one. Malformed: no name, or PackQuery's problem with its rule or with
    /// the groups that it would make. WrongState: another has the name. FileUnwritable.
    Result<> keep(const PackGroup &group, const QString &former = {});
    /// Those inside come to where it was. WrongState: there is none, or the rule of another names it.
    Result<> removeGroup(const QString &name);

    QList<PackView> views() const; ///< by name
    /// In the place of one of this name. Malformed: no name. FileUnwritable.
    Result<> keep(const PackView &view);
    Result<> removeView(const QString &name); ///< WrongState: there is none

    static constexpr int mostRollouts = 100; ///< that are kept: older ones that ended give way to a new one
    /// As it begins; with its number. FileUnwritable.
    Result<qint64> begin(const KeptRollout &rollout);
    Result<> note(qint64 rollout, const KeptRollout::Pack &pack);
    /// What waits yet is not begun.
    Result<> end(qint64 rollout, KeptRollout::End how, qint64 at);
    QList<KeptRollout> rollouts(int atMost) const; ///< newest first, without their packs
    std::optional<KeptRollout> rollout(qint64 id) const;
    /// The newest that did not end.
    std::optional<KeptRollout> interrupted() const;

private:
    Result<> write(const std::function<Result<>()> &steps);
    /// With a record of it in the same step.
    Result<> write(const AuditEntry &entry, const std::function<Result<>()> &steps);
    Result<> ready() const;
    Result<> keepGroup(const PackGroup &group, const QString &former);

    std::unique_ptr<SqliteFile> m_file; ///< null: there is none
    QString m_why; ///< it is null
    Record m_record;
};

} // namespace packwarden
