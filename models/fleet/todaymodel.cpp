// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/fleet/todaymodel.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/pack/busaddress.h"
#include "models/keys/issuedbook.h"
#include "models/keys/revocation.h"
#include "models/packs/faultsmodel.h"
#include "models/packs/packsmodel.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/keptdrafts.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

#include <algorithm>

namespace packwarden {

namespace {

/// Telemetry comes ten times a second; people read once.
constexpr int soonMilliseconds = 200;
constexpr qint64 silentAfter = 10000; ///< milliseconds

QString keyOf(TodayItem::Kind kind, const QString &what)
{
    return QStringLiteral("%1:%2").arg(int(kind)).arg(what);
}

QString issuerOf(const CrlEntry &entry, const QList<Certificate> &roots)
{
    if (!entry.authorityDer.isEmpty()) {
        const auto authority = Certificate::fromDer(entry.authorityDer);
        return authority.ok() ? authority->commonName : QString();
    }
    QString issuer;
    for (const Certificate &root : roots)
        issuer = root.subjectDer == entry.crl.issuerDer ? root.commonName : issuer;
    return issuer;
}

} // namespace

TodayModel::TodayModel(Workspace &workspace, const SignoffsModel &signoffs, const PacksModel &packs, QObject *parent)
    : TableModel(parent)
    , m_workspace(workspace)
    , m_signoffs(signoffs)
    , m_packs(packs)
    , m_book(workspace.folder())
    , m_startedAt(workspace.clock().now())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &TodayModel::refresh);
    const auto later = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&packs, &QAbstractItemModel::dataChanged, this, later);
    connect(&packs, &QAbstractItemModel::modelReset, this, later);
    connect(&packs, &QAbstractItemModel::rowsInserted, this, later);
    // Documents change seldom, and what was just applied must not be called ready for a moment longer.
    connect(&signoffs, &QAbstractItemModel::dataChanged, this, &TodayModel::refresh);
    connect(&signoffs, &QAbstractItemModel::modelReset, this, &TodayModel::refresh);
    const auto trustToo = [this, later] {
        readKeys();
        m_listsAt = 0;
        later();
    };
    connect(&workspace.audit(), &AuditStore::readOnlyChanged, this, &TodayModel::refresh);
    connect(&workspace.trust(), &TrustBook::changed, this, trustToo);
    connect(&workspace.session(), &Session::stateChanged, this, trustToo);
    // Without a bus nothing else says that time passes.
    m_hourly.setInterval(int(listsHold) * 1000);
    connect(&m_hourly, &QTimer::timeout, this, &TodayModel::refresh);
    m_hourly.start();
    readKeys();
    refresh();
}

int TodayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int TodayModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TodayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TodayItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.subject;
    case ItemRole:
        return QVariant::fromValue(item);
    case KindRole:
        return int(item.kind);
    case KeyRole:
        return item.key;
    default:
        return {};
    }
}

bool TodayItem::isInReach() const
{
    return std::any_of(missing.begin(), missing.end(),
        [](const Missing &each) { return each.trouble.why != PackTrouble::Why::NotOnBus; });
}

void TodayModel::setTroubles(const QMap<QString, PackTrouble> &troubles)
{
    m_troubles = troubles;
    if (!m_soon.isActive())
        m_soon.start();
}

PackTrouble TodayModel::troubleOf(const QString &serial) const
{
    const int row = m_packs.rowOfSerial(serial);
    const qint64 heardAt = row < 0 ? 0 : m_packs.telemetry(row).heardAt;
    if (heardAt == 0 || m_workspace.clock().monotonicMilliseconds() - heardAt > silentAfter)
        return {};
    return m_troubles.value(serial, {PackTrouble::Why::Waiting, {}});
}

void TodayModel::setUnableTomorrow(const QMap<QString, Error> &packs)
{
    m_unable = packs;
    refresh();
}

void TodayModel::setBuses(const QList<BusNow> &buses)
{
    QList<std::pair<QString, QList<BusTrouble>>> troubles;
    for (const BusNow &bus : buses) {
        QList<BusTrouble> lasting;
        for (const BusTrouble &trouble : bus.figures.troubles) {
            // What lasts; single frames that were lost or late come and go.
            if (trouble.kind <= BusTrouble::Kind::NodeSilent)
                lasting.append(trouble);
        }
        const QString name = bus.state.interfaceName;
        troubles.append({name.isEmpty() ? name : BusAddress::parse(name).bus(), lasting});
    }
    if (troubles == m_busTroubles)
        return;
    m_busTroubles = troubles;
    refresh();
}

void TodayModel::setOffered(const QString &serial)
{
    m_offered = serial;
    refresh();
}

void TodayModel::readKeys()
{
    m_keyEnds.clear();
    // A renewed key is no reason to worry about its former certificate.
    for (const Certificate &certificate : IssuedBook(m_workspace.folder()).all()) {
        qint64 &end = m_keyEnds[certificate.commonName];
        end = std::max(end, certificate.notAfter);
    }
    if (m_workspace.session().isSignedIn()) {
        const Identity me = m_workspace.session().identity();
        m_keyEnds.insert(me.name, std::max(m_keyEnds.value(me.name), me.leaf.notAfter));
    }
    for (const Certificate &root : m_workspace.trust().charter().roots())
        m_keyEnds.insert(root.commonName, root.notAfter);
}

void TodayModel::readLists()
{
    const TrustBook &trust = m_workspace.trust();
    m_listsAt = m_workspace.clock().now();
    m_lists.clear();
    m_asked = 0;
    if (trust.isEmpty())
        return;
    // Packs that were asked what they hold, by what that is.
    const KnownPacks &packs = trust.snapshot().packs;
    const QHash<qint64, int> asked = packs.holdings();
    QHash<qint64, QList<CrlEntry>> held;
    for (auto it = asked.cbegin(); it != asked.cend(); ++it) {
        const auto rules = packs.held(it.key());
        if (!rules || rules->rules.charterDocument.isEmpty())
            continue;
        held.insert(it.key(), rules->lists);
        m_asked += it.value();
    }
    const QList<Certificate> roots = trust.charter().roots();
    QHash<qint64, QList<int>> lacking; // of m_lists
    for (const CrlEntry &entry : trust.snapshot().newestLists(m_listsAt)) {
        for (auto it = held.cbegin(); it != held.cend(); ++it) {
            const bool knows = std::any_of(it->begin(), it->end(),
                [&](const CrlEntry &has) { return isSameIssuer(entry, has) && has.crl.number >= entry.crl.number; });
            if (!knows)
                lacking[it.key()].append(int(m_lists.size()));
        }
        m_lists.append({issuerOf(entry, roots), QString::fromLatin1((entry.crl.issuerDer + entry.authorityDer).toHex()),
            entry.crl.number, entry.crl.nextUpdate, {}});
    }
    for (auto it = lacking.cbegin(); it != lacking.cend(); ++it) {
        FleetDb::Which holders;
        holders.holding = it.key();
        for (const PackLine &line : packs.lines(holders)) {
            for (const int list : *it)
                m_lists[list].lacking.append(line.serial.text());
        }
    }
    for (NewestList &list : m_lists)
        list.lacking.sort();
}

void TodayModel::refresh()
{
    const qint64 now = m_workspace.clock().now();
    if (m_listsAt == 0 || now < m_listsAt || now - m_listsAt >= listsHold)
        readLists();
    QList<TodayItem> items;
    addPacks(items);
    addDocuments(items);
    addKeys(items);
    addLists(items);
    addDrafts(items);
    addRollout(items);
    std::sort(items.begin(), items.end(), [](const TodayItem &a, const TodayItem &b) {
        const auto rank = [](const TodayItem &item) {
            return std::tuple(item.kind > TodayItem::Kind::CannotStart && !item.urgent, item.kind);
        };
        return std::tuple(rank(a), a.when, a.subject, a.key) < std::tuple(rank(b), b.when, b.subject, b.key);
    });
    if (items == m_items)
        return;
    const bool same = std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(),
        [](const TodayItem &a, const TodayItem &b) { return a.key == b.key; });
    if (!same) {
        beginResetModel();
        m_items = items;
        endResetModel();
        return;
    }
    for (int row = 0; row < items.size(); ++row) {
        if (m_items.at(row) == items.at(row))
            continue;
        m_items[row] = items.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void TodayModel::addPacks(QList<TodayItem> &items) const
{
    if (const AuditStore &audit = m_workspace.audit(); audit.isReadOnly())
        items.append(
            {TodayItem::Kind::AuditReadOnly, audit.readOnlyReason(), {}, {}, keyOf(TodayItem::Kind::AuditReadOnly, {}),
                audit.access() == AuditStore::Access::Damaged ? 1 : 0, 0, true, {}});
    for (const QString &path : m_workspace.trust().problems())
        items.append({TodayItem::Kind::StoreDamaged, QFileInfo(path).fileName(), {}, path,
            keyOf(TodayItem::Kind::StoreDamaged, path), path.contains(QLatin1String("fleet.db")) ? 1 : 0, 0, true, {}});
    for (const PackSerial &pack : m_workspace.trust().contradictory()) {
        const QString serial = pack.text();
        items.append({TodayItem::Kind::Contradiction, serial, serial, {}, keyOf(TodayItem::Kind::Contradiction, serial),
            0, 0, true, {}, m_workspace.trust().pack(pack)->contradictions.constFirst()});
    }
    if (!m_offered.isEmpty())
        items.append({TodayItem::Kind::RulesOffered, m_offered, m_offered, {},
            keyOf(TodayItem::Kind::RulesOffered, m_offered), 0, 0, true, {}});
    for (const auto &[bus, troubles] : m_busTroubles) {
        for (const BusTrouble &trouble : troubles) {
            const QString named = m_busTroubles.size() > 1 ? bus : QString();
            TodayItem item{TodayItem::Kind::Bus, trouble.serial, trouble.serial, {},
                keyOf(
                    TodayItem::Kind::Bus, QStringLiteral("%1:%2%3").arg(int(trouble.kind)).arg(trouble.who).arg(named)),
                0, 0, true, {}};
            if (trouble.kind == BusTrouble::Kind::NodeSilent && trouble.serial.isEmpty())
                item.subject = item.serial = PacksModel::keyOfNode(int(trouble.who), bus);
            item.trouble = trouble;
            item.bus = named;
            items.append(item);
        }
    }
    for (const PackSerial &pack : m_workspace.trust().doubtful()) {
        const Doubt &doubt = *m_workspace.trust().doubt(pack);
        const QString serial = pack.text();
        items.append({TodayItem::Kind::Doubt, serial, serial, {}, keyOf(TodayItem::Kind::Doubt, serial),
            doubt.refuted ? 1 : 0, 0, true, {}, doubt.shown.constFirst()});
    }
    for (int row = 0; row < m_packs.rowCount(); ++row) {
        const QString key = m_packs.index(row, 0).data(PacksModel::KeyRole).toString();
        const PackTelemetry pack = m_packs.telemetry(row);
        if (pack.activeFaults > 0) {
            TodayItem item{TodayItem::Kind::Fault, key, key, {}, keyOf(TodayItem::Kind::Fault, key), pack.activeFaults,
                0, true, {}};
            const QList<FaultReading> worst = worstFirst(pack.faults);
            for (const FaultReading &fault : worst)
                item.faults.append(fault.id);
            items.append(item);
        }
        if (pack.knows(PackFigure::Health) && pack.sohMilliPercent < wornMilliPercent)
            items.append({TodayItem::Kind::Worn, key, key, {}, keyOf(TodayItem::Kind::Worn, key), pack.sohMilliPercent,
                0, false, {}});
    }
    for (auto it = m_unable.cbegin(); it != m_unable.cend(); ++it)
        items.append({TodayItem::Kind::CannotStart, it.key(), it.key(), {},
            keyOf(TodayItem::Kind::CannotStart, it.key()), 0, 0, true, it.value()});
    const TrustBook &trust = m_workspace.trust();
    if (trust.isEmpty())
        return;
    FleetDb::Which older;
    older.policyBelow = int(trust.policy().version);
    for (const PackLine &line : trust.snapshot().packs.lines(older)) {
        const QString serial = line.serial.text();
        items.append({TodayItem::Kind::OldPolicy, serial, serial, {}, keyOf(TodayItem::Kind::OldPolicy, serial),
            line.policy, 0, false, {}});
    }
}

void TodayModel::addDocuments(QList<TodayItem> &items) const
{
    const Session &session = m_workspace.session();
    if (!session.isSignedIn())
        return;
    const Identity me = session.identity();
    const qint64 now = m_workspace.clock().now();
    for (int row = 0; row < m_signoffs.rowCount(); ++row) {
        const QModelIndex index = m_signoffs.index(row, 0);
        const auto judgement = index.data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
        if (!judgement.content)
            continue;
        const DocumentHead &head = judgement.content->head();
        TodayItem item;
        item.subject = head.title;
        item.path = index.data(SignoffsModel::PathRole).toString();
        item.when = head.expires;
        item.urgent = head.expires > 0 && head.expires - now < urgentNotice;
        if (judgement.state == SignoffState::Ready || judgement.state == SignoffState::PartlyApplied)
            item.kind = TodayItem::Kind::Deliver;
        else if (judgement.isWanted())
            item.kind = TodayItem::Kind::SignatureWanted;
        else if (judgement.isOpen())
            item.kind = head.author == me.leaf.sha256 && head.expires - now < answerNotice
                ? TodayItem::Kind::AnswerDue
                : TodayItem::Kind::WaitsForOthers;
        else
            continue;
        for (const SeatPlace &place : judgement.places()) {
            if (place.filledBy < 0 && !judgement.isAuthorMissing)
                item.seats.append(place);
        }
        // What merely waits is no hurry of this person's.
        if (item.kind == TodayItem::Kind::WaitsForOthers)
            item.urgent = false;
        item.key = keyOf(item.kind, item.path);
        items.append(item);
    }
}

void TodayModel::addKeys(QList<TodayItem> &items) const
{
    const qint64 now = m_workspace.clock().now();
    for (auto it = m_keyEnds.cbegin(); it != m_keyEnds.cend(); ++it) {
        if (it.value() - now < keyNotice)
            items.append({TodayItem::Kind::KeyExpires, it.key(), {}, {}, keyOf(TodayItem::Kind::KeyExpires, it.key()),
                0, it.value(), it.value() - now < urgentNotice, {}});
    }
}

void TodayModel::addLists(QList<TodayItem> &items) const
{
    const qint64 now = m_workspace.clock().now();
    for (const NewestList &list : m_lists) {
        if (list.nextUpdate - now < listNotice)
            items.append(
                {TodayItem::Kind::ListExpires, list.issuer, {}, {}, keyOf(TodayItem::Kind::ListExpires, list.key), 0,
                    list.nextUpdate, list.nextUpdate - now < urgentNotice, {}});
        if (list.lacking.isEmpty())
            continue;
        TodayItem item;
        item.kind = TodayItem::Kind::ListsLacking;
        item.subject = list.issuer;
        item.key = keyOf(item.kind, list.key);
        item.number = list.number;
        item.total = m_asked;
        item.count = item.total - int(list.lacking.size());
        for (const QString &serial : list.lacking)
            item.missing.append({serial, troubleOf(serial)});
        item.serial = list.lacking.constFirst();
        items.append(item);
    }
}

void TodayModel::addDrafts(QList<TodayItem> &items) const
{
    for (const QString &name : KeptDrafts(m_workspace.folder(), m_workspace.clock()).names())
        items.append(
            {TodayItem::Kind::DraftKept, name, {}, {}, keyOf(TodayItem::Kind::DraftKept, name), 0, 0, false, {}});
}

/// The newest that was begun before this program and did not end.
void TodayModel::addRollout(QList<TodayItem> &items) const
{
    constexpr int lookedAt = 20;
    for (const KeptRollout &rollout : m_book.rollouts(lookedAt)) {
        if (rollout.end != KeptRollout::End::None || rollout.begunAt >= m_startedAt)
            continue;
        if (!m_cutOff || m_cutOff->id != rollout.id)
            m_cutOff = m_book.rollout(rollout.id);
        if (!m_cutOff)
            return;
        const auto applied = std::count_if(m_cutOff->packs.begin(), m_cutOff->packs.end(),
            [](const KeptRollout::Pack &pack) { return pack.state == KeptRollout::Pack::State::Applied; });
        TodayItem item{TodayItem::Kind::RolloutCutOff, rollout.title, {}, {},
            keyOf(TodayItem::Kind::RolloutCutOff, QString::number(rollout.id)), int(applied), rollout.begunAt, true,
            {}};
        item.total = int(m_cutOff->packs.size());
        items.append(item);
        return;
    }
}

} // namespace packwarden
