// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trustbook.h"

#include "auditstore.h"
#include "cbor.h"
#include "clock.h"
#include "documentfile.h"
#include "intake.h"
#include "modelslog.h"
#include "rulebytes.h"
#include "rulechange.h"
#include "statement.h"
#include "storemodes.h"
#include "trustfiles.h"
#include "trustfollow.h"
#include "verifier.h"
#include "wholefile.h"

#include <QDir>

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 maxFile = 4 * 1024 * 1024;

QByteArray payloadOf(const QByteArray &document)
{
    const auto decoded = CoseSign::decode(document);
    return decoded.ok() ? decoded->payload : QByteArray();
}

QString fingerprintOf(const QByteArray &document)
{
    return fingerprintText(rulebytes::payloadHash(document));
}

/// The policy may be the part of the charter's document that went with it, or a later document of its own.
Result<Policy> policyOf(const QByteArray &bytes)
{
    const auto document = CoseSign::decode(bytes);
    if (!document.ok())
        return document.error();
    const auto change = policyIn(*document);
    return change.ok() ? Result<Policy>(change->policy) : Result<Policy>(change.error());
}

/// What names a pair of rules: the payload is what was agreed, whatever signatures stand around it.
QByteArray keyOf(const QByteArray &charterDocument, const QByteArray &policyDocument)
{
    return rulebytes::payloadHash(charterDocument) + rulebytes::payloadHash(policyDocument);
}

Result<Statement> statementIn(const QByteArray &bytes)
{
    const auto document = CoseSign1::decode(bytes);
    if (!document.ok())
        return document.error();
    return Statement::decode(document->payload);
}

} // namespace

QString PinnedRules::charterFingerprint() const
{
    return fingerprintOf(charterDocument);
}

QString PinnedRules::policyFingerprint() const
{
    return fingerprintOf(policyDocument);
}

Result<PinnedRules> PinnedRules::fromDocuments(const QByteArray &charterDocument, const QByteArray &policyDocument)
{
    const auto document = CoseSign::decode(charterDocument);
    if (!document.ok())
        return document.error();
    if (document->contentType != contenttype::charter)
        return {Code::UnknownType, QString::fromLatin1(document->contentType.left(100))};
    const auto change = CharterChange::decode(document->payload);
    if (!change.ok())
        return change.error();
    const Charter &charter = change->charter;
    const auto policy = policyOf(policyDocument);
    if (!policy.ok())
        return policy.error();
    if (policy->charterSha256 != charter.bodySha256())
        return {Code::WrongCharter, QString::number(policy->version)};
    return PinnedRules{charterDocument, policyDocument, charter, *policy};
}

Result<PackState> TrustSnapshot::stateOf(const PackSerial &serial, qint64 now) const
{
    const auto known = packs.constFind(serial);
    if (known == packs.constEnd() || known->readAt == 0 || known->rules.silicon.isEmpty())
        return {Code::PackUnreachable, serial.text()};
    PackState state;
    state.serial = serial;
    state.lifeCycle = known->facts.lifeCycle.state;
    state.clockUncertain = known->facts.lifeCycle.clockUncertain;
    state.now = now;
    const auto rules = PinnedRules::fromDocuments(known->rules.charterDocument, known->rules.policyDocument);
    if (!rules.ok())
        return rules.error();
    state.charter = rules->charter;
    state.policy = rules->policy;
    const auto silicon = rulebytes::decode<SiliconLimits>(known->rules.silicon);
    if (!silicon.ok())
        return silicon.error();
    const auto foundation = rulebytes::decode<Foundation>(known->rules.foundation);
    if (!foundation.ok())
        return foundation.error();
    state.silicon = *silicon;
    state.foundation = *foundation;
    state.charterDocument = rulebytes::payloadHash(rules->charterDocument);
    state.policyDocument = rulebytes::payloadHash(rules->policyDocument);
    for (const ParameterInfo &info : known->facts.parameters)
        state.values.insert(info.definition.id, info.stored);
    state.crls = crlsOf(serial);
    if (!known->statement.isEmpty()) {
        const auto statement = statementIn(known->statement);
        if (!statement.ok())
            return statement.error();
        state.lifeCycleRevision = statement->lifeCycleRevision;
        state.lock = statement->lock;
        state.activation = statement->activation;
        state.components = statement->components;
        for (auto it = statement->values.begin(); it != statement->values.end(); ++it) {
            // What was read or proved by a receipt since counts more.
            if (it->revision > state.values.value(it.key()).revision)
                state.values.insert(it.key(), *it);
        }
    }
    return state;
}

QList<CrlEntry> TrustSnapshot::crlsOf(const PackSerial &serial) const
{
    QList<CrlEntry> entries;
    for (const QByteArray &bytes : packs.value(serial).rules.crls) {
        if (auto entry = decodeCrlEntry(bytes); entry.ok())
            entries.append(*entry);
    }
    return entries;
}

namespace {

/// As much of a pack as takeCrl asks for.
PackState listHolder(const PinnedRules &pinned, const QList<CrlEntry> &lists, qint64 now)
{
    PackState state;
    state.charter = pinned.charter;
    state.crls = lists;
    state.now = now;
    return state;
}

} // namespace

QList<CrlEntry> TrustSnapshot::newestLists(qint64 now) const
{
    PackState holder = listHolder(pinned, lists, now);
    for (const KnownPack &pack : packs) {
        for (const QByteArray &entry : pack.rules.crls) {
            // What is older, or cannot be checked, is left out.
            if (auto taken = takeCrl(entry, holder); taken.ok())
                holder.crls = *taken;
        }
    }
    return holder.crls;
}

TrustBook::TrustBook(const QString &folder, AuditStore &audit, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_audit(audit)
    , m_clock(clock)
{
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
    for (const QString &name : folder.entryList({QStringLiteral("*.pack")}, QDir::Files)) {
        const auto content = wholefile::read(folder.filePath(name), maxFile);
        const auto pack = content.ok() ? trustfiles::decodePack(*content) : Result<KnownPack>(content.error());
        if (pack.ok())
            m_snapshot.packs.insert(pack->facts.serial, *pack);
        else
            m_problems.append(folder.filePath(name));
    }
}

QList<PackSerial> TrustBook::packs() const
{
    QList<PackSerial> serials = m_snapshot.packs.keys();
    std::sort(serials.begin(), serials.end());
    return serials;
}

const KnownPack *TrustBook::pack(const PackSerial &serial) const
{
    const auto found = m_snapshot.packs.constFind(serial);
    return found == m_snapshot.packs.constEnd() ? nullptr : &*found;
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
        return {Code::UnknownIssuer, QStringLiteral("nothing is pinned")};
    const PinnedRules &mine = m_snapshot.pinned;
    // The payload is what was agreed; the order of the signatures around it does not matter.
    if (payloadOf(theirs->charterDocument) != payloadOf(mine.charterDocument))
        return {Code::WrongCharter, QString::number(theirs->charter.version)};
    if (theirs->policy == mine.policy)
        return Result<>::success();
    const Code code = theirs->policy.version < mine.policy.version ? Code::VersionRollback : Code::VersionJump;
    return {code, QString::number(theirs->policy.version)};
}

namespace {

/// Did the parties sign these rules, by the rules' own words? Whose they are, people compare by fingerprint. Asked of a
/// first charter only: in a later one people may have signed whose party it shows out.
Result<> checkAgreed(const PackRules &rules)
{
    const auto document = CoseSign::decode(rules.charterDocument);
    const auto change
        = document.ok() ? CharterChange::decode(document->payload) : Result<CharterChange>(document.error());
    if (!change.ok())
        return change.error();
    if (change->amendment != Amendment::First)
        return Result<>::success();
    const auto silicon = rulebytes::decode<SiliconLimits>(rules.silicon);
    if (!silicon.ok())
        return silicon.error();
    const auto foundation = rulebytes::decode<Foundation>(rules.foundation);
    if (!foundation.ok())
        return foundation.error();
    QList<CrlEntry> lists;
    for (const QByteArray &bytes : rules.crls) {
        if (auto entry = decodeCrlEntry(bytes); entry.ok())
            lists.append(*entry);
    }
    return verifyPinned(rules.charterDocument, rules.policyDocument, lists, *silicon, *foundation);
}

/// What came of the rules of a pack, for the log.
Result<> noted(const char *act, const PackRules &rules, Result<> outcome)
{
    if (outcome.ok())
        qCInfo(trustLog) << act << "rules of" << rules.serial.text();
    else
        qCInfo(trustLog) << "not" << act << "rules of" << rules.serial.text() << QString(codeName(outcome.code()))
                         << outcome.error().detail;
    return outcome;
}

} // namespace

Result<> TrustBook::pin(const PackRules &rules, const AuditActor &actor)
{
    if (auto same = compare(rules); same.ok() || same.code() != Code::UnknownIssuer)
        return noted("pinned", rules, same);
    const auto pinned = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    if (!pinned.ok())
        return noted("pinned", rules, pinned.error());
    if (auto agreed = checkAgreed(rules); !agreed.ok())
        return noted("pinned", rules, agreed);
    const QCborMap detail{{QLatin1String("charter"), rulebytes::payloadHash(pinned->charterDocument)},
        {QLatin1String("policy"), rulebytes::payloadHash(pinned->policyDocument)},
        {QLatin1String("from"), rules.serial.text()}};
    const auto recorded = m_audit.append(actor,
        {QLatin1String(auditaction::pinTrust), pinned->charterFingerprint(), QLatin1String(auditoutcome::done),
            detail});
    if (!recorded.ok())
        return recorded.error();
    if (!storemodes::makeFolder(m_folder))
        return {Code::FileUnwritable, m_folder};
    return noted("pinned", rules, store(*pinned));
}

Result<> TrustBook::store(const PinnedRules &pinned)
{
    // What was pinned is noted first: of the two files, a missing note would have older packs refused for ever.
    QSet<QByteArray> former = m_snapshot.former;
    if (!isEmpty())
        former.insert(keyOf(m_snapshot.pinned.charterDocument, m_snapshot.pinned.policyDocument));
    auto written = wholefile::write(
        m_folder + QStringLiteral("/former.cbor"), trustfiles::encode(former), wholefile::Readers::OwnerOnly);
    if (written.ok())
        written = wholefile::write(
            m_folder + QStringLiteral("/pinned.cbor"), trustfiles::encode(pinned), wholefile::Readers::OwnerOnly);
    if (!written.ok())
        return written;
    m_snapshot.former = former;
    m_snapshot.pinned = pinned;
    Q_EMIT changed();
    return Result<>::success();
}

Result<> TrustBook::follow(const PackRules &rules, const AuditActor &actor)
{
    if (auto same = compare(rules); same.ok() || same.code() == Code::UnknownIssuer)
        return same;
    QMap<ParameterId, StoredValue> values;
    for (const ParameterInfo &info : m_snapshot.packs.value(rules.serial).facts.parameters)
        values.insert(info.definition.id, info.stored);
    const auto next = followRules(m_snapshot, rules, values, m_clock.now());
    QCborMap detail{{QLatin1String("charter"), rulebytes::payloadHash(rules.charterDocument)},
        {QLatin1String("policy"), rulebytes::payloadHash(rules.policyDocument)},
        {QLatin1String("from"), rules.serial.text()}};
    if (!next.ok())
        detail.insert(QLatin1String("detail"), next.error().detail);
    const auto recorded = m_audit.append(actor,
        {QLatin1String(auditaction::followTrust), fingerprintOf(rules.policyDocument),
            next.ok() ? QString(QLatin1String(auditoutcome::done)) : QString(codeName(next.code())), detail});
    if (!recorded.ok())
        return recorded.error();
    return noted("followed", rules, next.ok() ? store(*next) : Result<>(next.error()));
}

Result<> TrustBook::learn(const PackFacts &facts)
{
    KnownPack known = m_snapshot.packs.value(facts.serial);
    known.facts = facts;
    known.rules.serial = facts.serial;
    known.readAt = m_clock.now();
    return keep(known);
}

Result<> TrustBook::learn(const PackRules &rules)
{
    if (auto same = compare(rules);
        !same.ok() && !m_snapshot.former.contains(keyOf(rules.charterDocument, rules.policyDocument)))
        return same;
    KnownPack known = m_snapshot.packs.value(rules.serial);
    known.facts.serial = rules.serial;
    known.rules = rules;
    return keep(known);
}

Result<> TrustBook::learnStatement(const QByteArray &bytes)
{
    const auto content = statementIn(bytes);
    if (!content.ok())
        return content.error();
    const auto statement = verifyStatement(bytes, {}, charter(), m_snapshot.crlsOf(content->serial));
    if (!statement.ok())
        return statement.error();
    KnownPack known = m_snapshot.packs.value(statement->serial);
    if (const auto held = statementIn(known.statement); held.ok() && held->at > statement->at)
        return Result<>::success();
    known.facts.serial = statement->serial;
    known.rules.serial = statement->serial;
    known.statement = bytes;
    return keep(known);
}

Result<> TrustBook::learn(const Receipt &receipt, std::optional<qint64> periodEnd)
{
    if (!m_snapshot.packs.contains(receipt.serial))
        return Result<>::success();
    KnownPack known = m_snapshot.packs.value(receipt.serial);
    for (const AppliedValue &applied : receipt.applied) {
        for (ParameterInfo &info : known.facts.parameters) {
            // An old receipt says nothing about a value that was changed since.
            if (info.definition.id != applied.parameter || info.stored.revision >= applied.revision)
                continue;
            info.stored.revision = applied.revision;
            info.stored.overlay = periodEnd ? std::optional(applied.value) : std::nullopt;
            info.stored.overlayEnds = periodEnd.value_or(0);
            if (!periodEnd)
                info.stored.base = applied.value;
        }
    }
    return keep(known);
}

Result<> TrustBook::checkList(const CrlEntry &entry) const
{
    const qint64 now = m_clock.now();
    const auto taken = takeCrl(encodeCrlEntry(entry), listHolder(m_snapshot.pinned, m_snapshot.newestLists(now), now));
    return taken.ok() ? Result<>::success() : Result<>(taken.error());
}

Result<> TrustBook::learn(const CrlEntry &entry)
{
    if (auto good = checkList(entry); !good.ok())
        return good;
    const auto lists = takeCrl(encodeCrlEntry(entry), listHolder(m_snapshot.pinned, m_snapshot.lists, m_clock.now()));
    if (!lists.ok())
        return lists.error();
    if (auto written = wholefile::write(
            m_folder + QStringLiteral("/lists.cbor"), trustfiles::encode(*lists), wholefile::Readers::OwnerOnly);
        !written.ok())
        return written;
    m_snapshot.lists = *lists;
    Q_EMIT changed();
    return Result<>::success();
}

QString TrustBook::fileOf(const PackSerial &serial) const
{
    return QStringLiteral("%1/%2.pack").arg(m_folder, serial.text());
}

Result<> TrustBook::keep(KnownPack pack)
{
    const PackSerial serial = pack.facts.serial;
    if (m_snapshot.packs.value(serial) == pack)
        return Result<>::success();
    m_snapshot.packs.insert(serial, pack);
    Q_EMIT changed();
    if (!storemodes::makeFolder(m_folder))
        return {Code::FileUnwritable, m_folder};
    return wholefile::write(fileOf(serial), trustfiles::encode(pack), wholefile::Readers::OwnerOnly);
}

QList<QByteArray> TrustBook::crls() const
{
    QList<QByteArray> all;
    for (const CrlEntry &entry : m_snapshot.lists)
        all.append(encodeCrlEntry(entry));
    for (const KnownPack &pack : m_snapshot.packs) {
        for (const QByteArray &entry : pack.rules.crls) {
            if (!all.contains(entry))
                all.append(entry);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace packwarden
