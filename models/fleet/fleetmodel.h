// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/support/tablemodel.h"
#include "models/trust/fleetbook.h"
#include "models/trust/startoutlook.h"

#include <QHash>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace packwarden {

class PacksModel;
class Workspace;

/// Every pack that is heard or known, by its key (PacksModel). Known packs come page by page, the first at once: views
/// ask for more, and without one the rest follows by itself. What a pack does not know yet is what newer lists there
/// are than it held when it was last read, counted once for all packs that hold the same; the outlook of tomorrow is
/// worked out on a worker thread, once for all packs in the same situation.
class FleetModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column {
        SerialColumn,
        OwnerColumn,
        StateColumn,
        SocColumn,
        SohColumn,
        MinCellColumn,
        MaxCellColumn,
        SpreadColumn, ///< between both
        TemperatureColumn,
        FaultsColumn,
        PolicyColumn,
        LockColumn,
        ListsBehindColumn,
        TomorrowColumn,
        AgeColumn,
        BusColumn, ///< as BusRole
        ColumnCount
    };
    enum Role {
        ValueRole
        = Qt::UserRole, ///< of the column: milli-units as qint64, words as QString, milliseconds, StartOutlook
        SortRole, ///< the same, comparable; what is unknown comes first
        SerialRole, ///< QString, empty where the pack has told none
        KeyRole, ///< QString, see PacksModel
        OnBusRole, ///< bool: heard within the last ten seconds
        BusRole, ///< QString: on which bus it was heard, see PacksModel; empty: on none, or there is one
        ProvedRole, ///< bool: signed its state since it was connected, and nobody answers beside it; not heard: true
        ElsewhereRole, ///< QString: the party that met the pack last, where an exchange says so; else empty
        ElsewhereAtRole, ///< qint64, Unix seconds: when that was, by the clock of the exchange; 0: never
        AttentionRole, ///< bool: faults, locked, behind in lists or policy, unable tomorrow
    };

    FleetModel(Workspace &workspace, PacksModel &packs, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    bool canFetchMore(const QModelIndex &parent = {}) const override;
    void fetchMore(const QModelIndex &parent = {}) override;

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Who met a pack elsewhere, and when.
    struct Elsewhere
    {
        QString party; ///< id of its position
        qint64 at = 0;
    };
    /// Asked for each known pack, also while the model ends; of time 0: nothing is known of it.
    void setElsewhere(const std::function<Elsewhere(const PackSerial &serial)> &ask);
    /// It says something else of this pack now.
    void refreshElsewhere(const PackSerial &serial) { refreshKnown(serial.text()); }

    int rowOf(const QString &key) const;
    int rowBehind(const QString &key) const; ///< the first one whose key is greater; it need not be there
    bool isKnown(const PackSerial &serial) const; ///< or heard; whether or not it has a row yet
    bool isLocked(int row) const; ///< by theft-lock: as it says while it is heard, else as it said last
    /// As lists name a column: by the word of PackQuery where it is one; else "age" or "heard-on", for the
    /// "bus" of a query says whether a pack is heard at all.
    static QString nameOf(int column);
    /// What a query says of a row. says: whether it says a word in a language that people read, too.
    using Says = std::function<bool(int row, const QString &word)>;
    PackQuery::Truth ask(int row, const PackQuery &query, const Says &says = {}) const;
    /// Those for which it is true, in order, of all rows; what has no row yet is fetched.
    QList<PackSerial> matching(const PackQuery &query);
    /// In thousandths of the unit that people read; nothing: not known.
    std::optional<qint64> thousandths(int row, PackQuery::Column column) const;
    std::optional<QString> word(int row, PackQuery::Column column) const;
    /// Groups, views and roll-outs of this store; who changes them emits bookChanged.
    FleetBook &book() { return m_book; }
    /// Is a row before another, by the values of a column and then by key? The same as by SortRole, much faster.
    bool isBefore(int one, int other, int column) const;

    struct Totals
    {
        int packs = 0;
        int starting = 0; ///< tomorrow
        int stopped = 0; ///< could not start tomorrow, or stand in fault
        int silent = 0; ///< neither heard now, nor read here or met elsewhere within silentSeconds
        int faults = 0; ///< packs with faults
        bool operator==(const Totals &) const = default;
    };
    static constexpr qint64 silentSeconds = qint64(3) * 24 * 3600;
    Totals totals() const; ///< of the rows that are there
    /// Works out anew whether packs start tomorrow.
    void refreshOutlook();
    QList<StartOutlook> outlook() const; ///< of the rows that are there
    /// Of those on the bus, all that did not prove who they are are in doubt.
    bool isProved(int row) const;
    /// Of all rows.
    bool isProved() const;

    static constexpr int pageSize = 256; ///< packs of a page

Q_SIGNALS:
    void outlookChanged();
    void bookChanged();

private:
    struct Row
    {
        QString key;
        QString owner; ///< shared with other rows
        QString hardware; ///< likewise
        qint64 readAt = 0;
        Elsewhere elsewhere;
        qint64 holding = 0; ///< 0: never asked for rules and lists
        int policy = 0; ///< as last read
        int outlook = -1; ///< place in m_judged; -1: not judged yet
        bool isKnown = false;
        bool isLocked = false; ///< as last read
    };
    Row rowOf(const PackLine &line) const;
    /// The row of a pack as it is known now; nothing is known: what is heard of it alone.
    void refreshKnown(const QString &key);
    void refreshHeard();
    void onPackChanged(const std::optional<PackSerial> &serial);
    void onTrustChanged();
    void insertRow(const Row &row);
    void removeRow(int row);
    void setRow(int row, const Row &now);
    int placeFor(const QString &key) const;
    void onTelemetry(const QModelIndex &first, const QModelIndex &last);
    /// Are the lists, or the rules, others than those that m_behind was counted by? Then it is counted anew.
    bool noticeLists();
    int listsBehind(const Row &row) const;
    void startJudging();
    void takeOutlooks(const StartOutlooks &found);
    int heardRow(const QString &key) const;
    QVariant value(const Row &row, int column) const;
    bool needsAttention(const Row &row) const;

    Workspace &m_workspace;
    PacksModel &m_packs;
    FleetBook m_book;
    mutable QSet<QString> m_shared; ///< texts that many rows have
    StartOutlook outlookOf(const Row &row) const;
    StartOutlook::Answer answerOf(const Row &row) const;

    std::function<Elsewhere(const PackSerial &serial)> m_elsewhere;
    QList<Row> m_rows; ///< ascending by key
    std::optional<PackSerial> m_lastPage; ///< known packs after this one have no row yet
    bool m_isWhole = false;
    QTimer m_more;
    QTimer m_soon;
    QSet<QString> m_heard; ///< keys of m_packs
    QList<QByteArray> m_lists; ///< encoded, by which m_behind is counted
    QByteArray m_charter; ///< likewise
    QList<CrlEntry> m_newest;
    mutable QHash<qint64, int> m_behind; ///< by holding
    QList<StartOutlook> m_judged;
    QThreadPool m_worker;
    bool m_isJudging = false;
    bool m_judgesAgain = false;
};

} // namespace packwarden
