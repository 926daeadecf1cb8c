// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/trustbook.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/rulechange.h"
#include "models/core/judge/intake.h"
#include "models/core/judge/verifier.h"
#include "models/rules/rulebytes.h"
#include "models/support/modelslog.h"
#include "models/support/storemodes.h"
#include "models/support/storereason.h"
#include "models/trust/fleettakeover.h"
#include "models/trust/trustfiles.h"
#include "models/trust/trustlack.h"

#include <QDir>

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 maxFile = 4 * 1024 * 1024;
constexpr int maxShown = 256; ///< packs known by unsigned answers alone
constexpr qint64 shownLasts = 30LL * 24 * 3600; ///< seconds for which such a pack keeps its place

QByteArray payloadOf(const QByteArray &document)
{
    const auto decoded = CoseSign::decode(document);
    return decoded.ok() ? decoded->payload : QByteArray();
}

} // namespace

TrustBook::TrustBook(
    const QString &folder, const OpenedFleet &fleet, AuditStore &audit, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_audit(audit)
    , m_clock(clock)
    , m_problems(fleet.problems)
{
    m_snapshot.packs = KnownPacks(fleet.database);
    load();
}

TrustBook::~TrustBook() = default;

void TrustBook::load()
{
    const QString pinnedPath = m_folder + QStringLiteral("/pinned.cbor");
    if (!QFile::exists(pinnedPath))
        return;
    const auto bytes = wholefile::read(pinnedPath, maxFile);
    const auto pinned = bytes.ok() ? trustfiles::decodePinned(*bytes) : Result<PinnedRules>(bytes.error());
    if (!pinned.ok()) {
        m_problems.append(pinnedPath);
        return;
    }
    m_snapshot.pinned = *pinned;
    const QDir folder(m_folder);
    if (const QString path = folder.filePath(QStringLiteral("lists.cbor")); QFile::exists(path)) {
        const auto content = wholefile::read(path, maxFile);
        const auto lists = content.ok() ? trustfiles::decodeLists(*content) : Result<QList<CrlEntry>>(content.error());
        if (lists.ok())
            m_snapshot.lists = *lists;
        else
            m_problems.append(path);
    }
    if (const QString path = folder.filePath(QStringLiteral("former.cbor")); QFile::exists(path)) {
        const auto content = wholefile::read(path, maxFile);
        const auto former
            = content.ok() ? trustfiles::decodeFormer(*content) : Result<QSet<QByteArray>>(content.error());
        if (former.ok())
            m_snapshot.former = *former;
        else
            m_problems.append(path);
    }
    for (const QString &name : folder.entryList({QStringLiteral("earlier-*.cbor")}, QDir::Files, QDir::Name)) {
        const auto content = wholefile::read(folder.filePath(name), maxFile);
        const auto rules = content.ok() ? trustfiles::decodePinned(*content) : Result<PinnedRules>(content.error());
        if (rules.ok())
            m_snapshot.earlier.append(*rules);
        else
            m_problems.append(folder.filePath(name));
    }
}

QList<PackSerial> TrustBook::packs() const
{
    return m_snapshot.packs.serials();
}

std::shared_ptr<const KnownPack> TrustBook::pack(const PackSerial &serial) const
{
    return m_snapshot.packs.find(serial);
}

QString TrustBook::partyName(const PositionId &position) const
{
    const QString name = charter().positions.value(position).partyName;
    return name.isEmpty() ? position.text() : name;
}

QString TrustBook::roleTitle(const RoleId &id) const
{
    const Role *role = policy().role(id);
    return role && !role->title.isEmpty() ? role->title : id.text();
}

Result<> TrustBook::compare(const PackRules &rules) const
{
    const auto theirs = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    if (!theirs.ok())
        return theirs.error();
    if (isEmpty())
        return nothingPinned();
    const PinnedRules &mine = m_snapshot.pinned;
    // The payload is what was agreed; the order of the signatures around it does not matter.
    if (payloadOf(theirs->charterDocument) != payloadOf(mine.charterDocument))
        return {Code::WrongCharter, QString::number(theirs->charter.version)};
    if (theirs->policy == mine.policy)
        return Result<>::success();
    const Code code = theirs->policy.version < mine.policy.version ? Code::VersionRollback : Code::VersionJump;
    return {code, QString::number(theirs->policy.version)};
}

Result<> checkAgreed(const PackRules &rules)
{
    const auto shown = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    if (!shown.ok())
        return shown.error();
    const auto document = CoseSign::decode(rules.charterDocument);
    const auto change = CharterChange::decode(document->payload);
    const auto silicon = rulebytes::decode<SiliconLimits>(rules.silicon);
    if (!silicon.ok())
        return silicon.error();
    const auto foundation = rulebytes::decode<Foundation>(rules.foundation);
    if (!foundation.ok())
        return foundation.error();
    if (auto sound = checkCharter(change->charter, change->policy.policy, *foundation); !sound.ok())
        return sound;
    if (auto sound = checkPolicy(shown->policy, shown->charter, *foundation, *silicon); !sound.ok())
        return sound;
    QList<CrlEntry> lists;
    for (const QByteArray &bytes : rules.crls) {
        if (auto entry = decodeCrlEntry(bytes); entry.ok())
            lists.append(*entry);
    }
    const auto agreed = verifyPinned(rules.charterDocument, rules.policyDocument, lists, *silicon, *foundation);
    // Everybody who signs a first charter is named in it.
    if (agreed.ok() || change->amendment == Amendment::First)
        return agreed;
    const Error &why = agreed.error();
    return {Code::FingerprintNeeded,
        why.detail.isEmpty() ? QString(codeName(why.code))
                             : QStringLiteral("%1: %2").arg(codeName(why.code), why.detail)};
}

Result<> TrustBook::noted(const char *act, const PackRules &rules, Result<> outcome)
{
    if (outcome.ok())
        qCInfo(trustLog) << act << "rules of" << rules.serial.text();
    else
        qCInfo(trustLog) << "not" << act << "rules of" << rules.serial.text() << QString(codeName(outcome.code()))
                         << outcome.error().detail;
    return outcome;
}

Result<> TrustBook::pin(const PackRules &rules, const AuditActor &actor, Compared compared)
{
    return pin(rules, actor, compared, checkAgreed(rules));
}

Result<> TrustBook::pin(const PackRules &rules, const AuditActor &actor, Compared compared, const Result<> &agreed)
{
    if (auto same = compare(rules); same.ok() || same.code() != Code::UnknownIssuer)
        return noted("pinned", rules, same);
    const auto pinned = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    if (!pinned.ok())
        return noted("pinned", rules, pinned.error());
    if (!agreed.ok() && (agreed.code() != Code::FingerprintNeeded || compared == Compared::No))
        return noted("pinned", rules, agreed);
    QCborMap detail{{QLatin1String("charter"), rulebytes::payloadHash(pinned->charterDocument)},
        {QLatin1String("policy"), rulebytes::payloadHash(pinned->policyDocument)},
        {QLatin1String("from"), rules.serial.text()}};
    if (!agreed.ok())
        detail.insert(QLatin1String("unproved"), agreed.error().detail);
    const auto recorded = m_audit.append(actor,
        {QLatin1String(auditaction::pinTrust), pinned->charterFingerprint(), QLatin1String(auditoutcome::done),
            detail});
    if (!recorded.ok())
        return recorded.error();
    if (!storemodes::makeFolder(m_folder))
        return {Code::FileUnwritable, m_folder};
    return noted("pinned", rules, store(*pinned));
}

Result<> TrustBook::forget(const AuditActor &actor)
{
    if (isEmpty())
        return {Code::WrongState, QStringLiteral("nothing is pinned"), TrustLack::NothingPinned};
    const PinnedRules &pinned = m_snapshot.pinned;
    const auto recorded = m_audit.append(actor,
        {QLatin1String(auditaction::forgetTrust), pinned.charterFingerprint(), QLatin1String(auditoutcome::done),
            {{QLatin1String("charter"), rulebytes::payloadHash(pinned.charterDocument)},
                {QLatin1String("policy"), rulebytes::payloadHash(pinned.policyDocument)},
                {QLatin1String("packs"), qint64(m_snapshot.packs.size())}}});
    if (!recorded.ok())
        return recorded.error();
    // The pinned rules go last: while they are there the book is whole, or reports what it lacks.
    if (auto cleared = m_snapshot.packs.clear(); !cleared.ok())
        return cleared;
    QDir folder(m_folder);
    // Packs of an older version that could not be read still lie there.
    QStringList names = folder.entryList({QStringLiteral("*.pack"), QStringLiteral("earlier-*.cbor"),
                                             QStringLiteral("lists.cbor"), QStringLiteral("former.cbor")},
        QDir::Files);
    names.append(QStringLiteral("pinned.cbor"));
    for (const QString &name : std::as_const(names)) {
        if (!folder.remove(name) && folder.exists(name))
            return {Code::FileUnwritable, folder.filePath(name)};
    }
    TrustSnapshot nothing;
    nothing.packs = m_snapshot.packs;
    m_snapshot = nothing;
    m_doubts.clear();
    m_problems.clear();
    tellOf(std::nullopt);
    return Result<>::success();
}

Result<> TrustBook::store(const PinnedRules &pinned)
{
    // What was pinned is noted first: of the two files, a missing note would have older packs refused for ever.
    QSet<QByteArray> former = m_snapshot.former;
    QList<PinnedRules> earlier = m_snapshot.earlier;
    auto written = Result<>::success();
    if (!isEmpty()) {
        former.insert(rulebytes::keyOf(m_snapshot.pinned.charterDocument, m_snapshot.pinned.policyDocument));
        earlier.append(m_snapshot.pinned);
        const QString name = QStringLiteral("/earlier-%1.cbor").arg(earlier.size(), 6, 10, QLatin1Char('0'));
        written
            = wholefile::write(m_folder + name, trustfiles::encode(m_snapshot.pinned), wholefile::Readers::OwnerOnly);
    }
    if (written.ok())
        written = wholefile::write(
            m_folder + QStringLiteral("/former.cbor"), trustfiles::encode(former), wholefile::Readers::OwnerOnly);
    if (written.ok())
        written = wholefile::write(
            m_folder + QStringLiteral("/pinned.cbor"), trustfiles::encode(pinned), wholefile::Readers::OwnerOnly);
    if (!written.ok())
        return written;
    m_snapshot.former = former;
    m_snapshot.earlier = earlier;
    m_snapshot.pinned = pinned;
    Q_EMIT changed();
    return Result<>::success();
}

void TrustBook::tellOf(const std::optional<PackSerial> &serial)
{
    Q_EMIT packChanged(serial);
    Q_EMIT changed();
}

Result<> TrustBook::keep(const KnownPack &pack)
{
    const PackSerial serial = pack.facts.serial;
    const auto look = m_snapshot.packs.database()->look(serial);
    if (!look.ok())
        return look.error();
    const auto &held = *look;
    if (held && held->pack == pack)
        return Result<>::success();
    if (!held && pack.statement.isEmpty()) {
        if (auto room = makeRoom(); !room.ok())
            return room;
    }
    if (auto kept = m_snapshot.packs.keep(pack); !kept.ok())
        return kept;
    tellOf(serial);
    // Known until the end of the program alone, where the store cannot be written.
    return m_snapshot.packs.database()->isTemporary() ? Result<>(Code::FileUnwritable, m_folder) : Result<>::success();
}

Result<> TrustBook::makeRoom()
{
    // The bus can name any number of packs. Those that signed their state here are the manufacturer's; of the others as
    // many as a large fleet has are kept, and who came first stays: a flood must not push out what was there before.
    const FleetDb::Shown shown = m_snapshot.packs.database()->shown();
    if (shown.count < maxShown)
        return Result<>::success();
    if (shown.oldestReadAt + shownLasts > m_clock.now())
        return {Code::TooLarge, QStringLiteral("%1 packs that signed nothing").arg(maxShown),
            StoreReason::TooManyStrangers};
    return remove(shown.oldest);
}

Result<> TrustBook::remove(const PackSerial &serial)
{
    if (auto removed = m_snapshot.packs.remove(serial); !removed.ok())
        return removed;
    m_snapshot.proved.remove(serial);
    m_doubts.remove(serial);
    return Result<>::success();
}

} // namespace packwarden
