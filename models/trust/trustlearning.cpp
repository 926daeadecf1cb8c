// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a trust book takes from packs and files after the first trust, and what it does not.

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/intake.h"
#include "models/core/judge/verifier.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustfiles.h"
#include "models/trust/trustfollow.h"

#include <QFile>

#include <algorithm>

namespace packwarden {

namespace {

Error contradictedBy(const PackSerial &serial, Contradiction::Kind kind)
{
    return {Code::TrustContradicted, QStringLiteral("%1: %2").arg(serial.text(), contradictionName(kind))};
}

} // namespace

Result<> TrustBook::take(const PackRules &rules, const FreshWord &word, const AuditActor &actor, Compared compared)
{
    auto learnt = learn(rules);
    if (learnt.ok() || learnt.code() == Code::TrustContradicted) {
        if (learnt.ok() && !word.statement.isEmpty())
            learnt = learnStatement(word.statement, word.nonce);
        return learnt;
    }
    // What is neither pinned nor was is followed, or it is nothing to this console. The word counts by the charter that
    // is pinned before: what it contradicts is kept, and follow() says why it is none.
    if (!word.statement.isEmpty())
        (void)learnStatement(word.statement, word.nonce);
    learnt = follow(rules, word, actor, compared);
    return learnt.ok() ? learn(rules) : learnt;
}

Result<> TrustBook::follow(const PackRules &rules, const FreshWord &word, const AuditActor &actor, Compared compared)
{
    if (auto same = compare(rules); same.ok() || same.code() == Code::UnknownIssuer)
        return same;
    const auto next = followRules(m_snapshot, rules, word, compared, m_clock.now());
    QCborMap detail{{QLatin1String("charter"), rulebytes::payloadHash(rules.charterDocument)},
        {QLatin1String("policy"), rulebytes::payloadHash(rules.policyDocument)},
        {QLatin1String("from"), rules.serial.text()}};
    if (compared == Compared::Yes)
        detail.insert(QLatin1String("compared"), true);
    if (!next.ok())
        detail.insert(QLatin1String("detail"), next.error().detail);
    const auto recorded = m_audit.append(actor,
        {QLatin1String(auditaction::followTrust), fingerprintText(rulebytes::payloadHash(rules.policyDocument)),
            next.ok() ? QString(QLatin1String(auditoutcome::done)) : QString(codeName(next.code())), detail});
    if (!recorded.ok())
        return recorded.error();
    return noted("followed", rules, next.ok() ? store(*next) : Result<>(next.error()));
}

Result<> TrustBook::refuseContradicted(KnownPack known, const QList<Contradiction> &found)
{
    const PackSerial serial = known.facts.serial;
    bool isNew = false;
    for (Contradiction each : found) {
        each.at = m_clock.now();
        // The first of a kind stays; a pack that shows something else each second fills neither file nor audit.
        if (std::any_of(known.contradictions.begin(), known.contradictions.end(),
                [&](const Contradiction &held) { return held.kind == each.kind; }))
            continue;
        known.contradictions.append(each);
        isNew = true;
        const auto recorded = m_audit.append({},
            {QLatin1String(auditaction::contradiction), serial.text(), QLatin1String(auditoutcome::conflict),
                QCborMap{{QLatin1String("what"), QString(contradictionName(each.kind))},
                    {QLatin1String("known"), each.known}, {QLatin1String("shown"), each.shown}}});
        if (!recorded.ok())
            return recorded.error();
    }
    if (isNew)
        m_snapshot.proved.remove(serial);
    if (auto kept = keep(known); !kept.ok())
        return kept;
    if (isNew)
        Q_EMIT contradicted(serial);
    return contradictedBy(serial, known.contradictions.constFirst().kind);
}

Result<> TrustBook::learn(const PackFacts &facts, qint64 readAt)
{
    KnownPack known = m_snapshot.packs.value(facts.serial);
    known.facts.serial = facts.serial;
    known.rules.serial = facts.serial;
    const auto found = contradictions::in(facts, known);
    if (!found.isEmpty() || !known.contradictions.isEmpty())
        return refuseContradicted(known, found);
    known.facts = facts;
    known.readAt = readAt > 0 ? std::min(readAt, m_clock.now()) : m_clock.now();
    return keep(known);
}

Result<> TrustBook::learn(const PackRules &rules)
{
    KnownPack known = m_snapshot.packs.value(rules.serial);
    known.facts.serial = rules.serial;
    known.rules.serial = rules.serial;
    const auto found = isEmpty() ? QList<Contradiction>() : contradictions::in(rules, known);
    if (!found.isEmpty() || !known.contradictions.isEmpty())
        return refuseContradicted(known, found);
    if (auto same = compare(rules);
        !same.ok() && !m_snapshot.former.contains(rulebytes::keyOf(rules.charterDocument, rules.policyDocument)))
        return same;
    known.rules = rules;
    known.siliconSha256 = sha256(rules.silicon);
    known.foundationSha256 = sha256(rules.foundation);
    return keep(known);
}

Result<> TrustBook::learnStatement(const QByteArray &bytes, const QByteArray &nonce)
{
    const auto document = CoseSign1::decode(bytes);
    const auto content = document.ok() ? Statement::decode(document->payload) : Result<Statement>(document.error());
    if (!content.ok())
        return content.error();
    const auto statement = verifyStatement(bytes, nonce, charter(), m_snapshot.crlsOf(content->serial));
    if (!statement.ok())
        return statement.error();
    KnownPack known = m_snapshot.packs.value(statement->serial);
    known.facts.serial = statement->serial;
    known.rules.serial = statement->serial;
    // A word over our own number is newer than all that came before, whatever its clock says: a clock can be lost. One
    // from a file that is older by its clock says what was, and contradicts only what never changes.
    const auto held = known.lastWord();
    const bool isOld = nonce.isEmpty() && held && held->at > statement->at;
    KnownPack compared = known;
    if (isOld)
        compared.statement.clear();
    const auto found = contradictions::in(*statement, compared);
    const bool otherLimits = std::any_of(found.begin(), found.end(), [](const Contradiction &each) {
        return each.kind == Contradiction::Kind::Silicon || each.kind == Contradiction::Kind::Foundation;
    });
    if (otherLimits && !known.areLimitsProved()) {
        known.facts = {};
        known.facts.serial = statement->serial;
        known.rules = {};
        known.rules.serial = statement->serial;
        known.readAt = 0;
        known.siliconSha256 = statement->siliconSha256;
        known.foundationSha256 = statement->foundationSha256;
        known.statement = bytes;
    }
    if (!found.isEmpty() || !known.contradictions.isEmpty())
        return refuseContradicted(known, found);
    if (!nonce.isEmpty())
        m_snapshot.proved.insert(statement->serial, m_clock.now());
    if (isOld)
        return Result<>::success();
    known.statement = bytes;
    return keep(known);
}

Result<> TrustBook::learn(const Receipt &receipt, std::optional<qint64> periodEnd)
{
    if (!m_snapshot.packs.contains(receipt.serial))
        return Result<>::success();
    KnownPack known = m_snapshot.packs.value(receipt.serial);
    const auto found = contradictions::in(receipt, known);
    if (!found.isEmpty() || !known.contradictions.isEmpty())
        return refuseContradicted(known, found);
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

Result<> TrustBook::contradict(const PackSerial &serial, const Contradiction &found)
{
    KnownPack known = m_snapshot.packs.value(serial);
    known.facts.serial = serial;
    known.rules.serial = serial;
    return refuseContradicted(known, {found});
}

Result<> TrustBook::settle(const PackSerial &serial, Settlement settlement, const AuditActor &actor)
{
    const KnownPack *known = pack(serial);
    if (!known || known->contradictions.isEmpty())
        return {Code::WrongState, serial.text()};
    const bool forget = settlement == Settlement::Forget;
    const auto recorded = m_audit.append(actor,
        {QLatin1String(auditaction::settleTrust), serial.text(), QLatin1String(auditoutcome::done),
            QCborMap{{QLatin1String("decision"), forget ? QStringLiteral("forget") : QStringLiteral("keep")}}});
    if (!recorded.ok())
        return recorded.error();
    if (!forget) {
        KnownPack settled = *known;
        settled.contradictions.clear();
        return keep(settled);
    }
    if (!QFile::remove(fileOf(serial)) && QFile::exists(fileOf(serial)))
        return {Code::FileUnwritable, fileOf(serial)};
    m_snapshot.packs.remove(serial);
    m_snapshot.proved.remove(serial);
    Q_EMIT changed();
    return Result<>::success();
}

QList<PackSerial> TrustBook::contradictory() const
{
    QList<PackSerial> serials;
    for (const PackSerial &serial : packs()) {
        if (!m_snapshot.packs.value(serial).contradictions.isEmpty())
            serials.append(serial);
    }
    return serials;
}

void TrustBook::forgetProof(const std::optional<PackSerial> &serial)
{
    const auto before = m_snapshot.proved.size();
    if (serial)
        m_snapshot.proved.remove(*serial);
    else
        m_snapshot.proved.clear();
    if (m_snapshot.proved.size() != before)
        Q_EMIT changed();
}

Result<> TrustBook::checkList(const CrlEntry &entry) const
{
    const qint64 now = m_clock.now();
    const auto taken = takeCrl(encodeCrlEntry(entry), m_snapshot.listHolder(m_snapshot.newestLists(now), now));
    return taken.ok() ? Result<>::success() : Result<>(taken.error());
}

Result<> TrustBook::learn(const CrlEntry &entry)
{
    if (auto good = checkList(entry); !good.ok())
        return good;
    const auto lists = takeCrl(encodeCrlEntry(entry), m_snapshot.listHolder(m_snapshot.lists, m_clock.now()));
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

} // namespace packwarden
