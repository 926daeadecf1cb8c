// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/core/pack/busnow.h"
#include "models/core/pack/faults.h"
#include "models/fleet/packtrouble.h"
#include "models/signoffs/signoffjudgement.h"
#include "models/support/tablemodel.h"
#include "models/trust/contradiction.h"
#include "models/trust/fleetbook.h"

#include <QTimer>

namespace packwarden {

class PacksModel;
class SignoffsModel;
class Workspace;

/// One thing that needs somebody here, with what is needed to open the right place.
struct TodayItem
{
    /// In the order of their rank.
    enum class Kind {
        AuditReadOnly, ///< subject: why; count: 1 if it is damaged
        StoreDamaged, ///< path: what could not be read; count: 1 if it was all of fleet.db, and is set aside there
        Contradiction, ///< the pack is not what is pinned of it; a person decides
        Bus, ///< trouble: what is wrong with the bus, or a pack that fell silent
        RulesOffered, ///< by a pack, and a person has not compared them yet
        Fault, ///< faults: of the pack, the worst first
        CannotStart, ///< reason: why nobody can start the pack tomorrow
        Doubt, ///< somebody said something else in the pack's name; count: 1 if its own word says so
        SignatureWanted, ///< of whoever is signed in; when: the document expires
        AnswerDue, ///< own document that still waits for others and soon expires
        Deliver, ///< every pack would apply it
        RolloutCutOff, ///< subject: the document's title; count: packs of total that have it; when: it began
        KeyExpires, ///< when: it ends
        ListExpires, ///< subject: the issuer; when: the next one is due
        ListsLacking, ///< number: of the list; count: packs of total that know it; missing: those that do not
        OldPolicy, ///< count: the version that the pack holds
        Worn, ///< count: what is left of the pack's capacity, in thousandths of a percent
        WaitsForOthers, ///< people: whose signatures are missing; when: the document expires
        DraftKept, ///< subject: its name among the kept drafts
    };
    Kind kind = Kind::Fault;
    QString subject; ///< serial, title, name: what other people wrote
    QString serial; ///< of the pack to open: its key (PacksModel)
    QString path; ///< of the document to open
    QString key; ///< stays while the thing is the same
    int count = 0;
    qint64 when = 0; ///< Unix seconds; 0: no time
    bool urgent = false; ///< days, not weeks
    Error reason;
    Contradiction contradiction = {}; ///< the first one of the pack, or what was said in its name
    struct Missing
    {
        QString serial;
        PackTrouble trouble;
        bool operator==(const Missing &) const = default;
    };
    QList<Missing> missing = {};
    int total = 0;
    qint64 number = 0;
    QList<FaultId> faults = {};
    BusTrouble trouble = {};
    QString bus = {}; ///< of the trouble, where there are several
    QList<SeatPlace> seats = {}; ///< of a document: who must still sign; empty: its author
    bool operator==(const TodayItem &) const = default;

    /// Is one of those that miss something on the bus?
    bool isInReach() const;
};

/// What needs whoever is signed in, and what would stop a van tomorrow, most pressing first. Read from the other models
/// and the workspace, a moment after they change.
class TodayModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { ThingColumn, ColumnCount };
    enum Role {
        ItemRole = Qt::UserRole, ///< TodayItem
        KindRole, ///< int, TodayItem::Kind
        KeyRole, ///< QString
    };
    static constexpr qint64 keyNotice = 30LL * 24 * 3600; ///< seconds before a key's end
    static constexpr qint64 listNotice = 7LL * 24 * 3600;
    static constexpr qint64 answerNotice = 7LL * 24 * 3600;
    /// Which lists are the newest depends on the time too, by days: their signatures are checked no more often.
    static constexpr qint64 listsHold = 3600; ///< seconds
    /// Below it a traction battery counts as worn out, as a rule.
    static constexpr int wornMilliPercent = 80'000;
    static constexpr qint64 urgentNotice = 3LL * 24 * 3600;

    TodayModel(Workspace &workspace, const SignoffsModel &signoffs, const PacksModel &packs, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Packs that nobody can start tomorrow, with the reason.
    void setUnableTomorrow(const QMap<QString, Error> &packs);
    void setBuses(const QList<BusNow> &buses);
    /// The pack whose rules a person is asked about; empty: none.
    void setOffered(const QString &serial);
    /// What keeps packs on the bus from knowing what they should.
    void setTroubles(const QMap<QString, PackTrouble> &troubles);
    void refresh();
    TodayItem item(int row) const { return m_items.value(row); }
    QList<TodayItem> items() const { return m_items; }

private:
    void addPacks(QList<TodayItem> &items) const;
    void addDocuments(QList<TodayItem> &items) const;
    void addKeys(QList<TodayItem> &items) const;
    void addLists(QList<TodayItem> &items) const;
    void addDrafts(QList<TodayItem> &items) const;
    void addRollout(QList<TodayItem> &items) const;
    void readKeys();
    void readLists();

    Workspace &m_workspace;
    const SignoffsModel &m_signoffs;
    const PacksModel &m_packs;
    PackTrouble troubleOf(const QString &serial) const;

    const FleetBook m_book;
    const qint64 m_startedAt; ///< Unix seconds: what was begun since is under way
    mutable std::optional<KeptRollout> m_cutOff; ///< as read last: nothing comes of it any more
    QMap<QString, Error> m_unable;
    /// Of each bus: what somebody has to do something about.
    QList<std::pair<QString, QList<BusTrouble>>> m_busTroubles;
    QString m_offered;
    QMap<QString, PackTrouble> m_troubles;
    /// What takes certificates and signatures to find out is worked out when trust or keys change, and once in
    /// listsHold; the rest with every change of a pack.
    QMap<QString, qint64> m_keyEnds; ///< of roots, and of each person's newest certificate from here, by name
    struct NewestList
    {
        QString issuer; ///< its name
        QString key;
        qint64 number = 0;
        qint64 nextUpdate = 0;
        QStringList lacking; ///< packs that were asked what they hold, and do not know it
    };
    QList<NewestList> m_lists;
    int m_asked = 0; ///< packs that were asked what lists they hold
    qint64 m_listsAt = 0; ///< Unix seconds
    QList<TodayItem> m_items;
    QTimer m_soon;
    QTimer m_hourly;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::TodayItem)
