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

#include <QFile>

#include <algorithm>

namespace packwarden {

namespace {

Error contradictedBy(const PackSerial &serial, Contradiction::Kind kind)
{
    return {Code::TrustContradicted, QStringLiteral("%1: %2").arg(serial.text(), contradictionName(kind))};
}

/// What the pack signs of its limits takes the place of what was shown first and never signed: the pack is read anew.
/// Returns what of found was only shown, and takes it out there.
QList<Contradiction> takeLimits(
    QList<Contradiction> &found, KnownPack &known, const QByteArray &silicon, const QByteArray &foundation)
{
    QList<Contradiction> shown;
    if (known.areLimitsProved())
        return shown;
    for (const Contradiction &each : std::as_const(found)) {
        if (each.kind == Contradiction::Kind::Silicon || each.kind == Contradiction::Kind::Foundation)
            shown.append(each);
    }
    if (shown.isEmpty())
        return shown;
    found.removeIf([&shown](const Contradiction &each) { return shown.contains(each); });
    KnownPack anew;
    anew.facts.serial = known.facts.serial;
    anew.rules.serial = known.facts.serial;
    anew.statement = known.statement;
    anew.contradictions = known.contradictions;
    anew.siliconSha256 = silicon;
    anew.foundationSha256 = foundation;
    known = anew;
    return shown;
}

Result<> writeLists(const QString &folder, const QList<CrlEntry> &lists)
{
    return wholefile::write(
        folder + QStringLiteral("/lists.cbor"), trustfiles::encode(lists), wholefile::Readers::OwnerOnly);
}

} // namespace

Result<> TrustBook::take(const PackRules &rules, const FreshWord &word, const AuditActor &actor, Compared compared,
    const FollowVerdict *judged)
{
    const auto hear = [&] {
        return word.statement.isEmpty() ? Result<>::success() : learnStatement(word.statement, word.nonce);
    };
    auto learnt = learn(rules);
    if (learnt.ok())
        return hear();
    if (learnt.code() == Code::TrustContradicted || learnt.code() == Code::TooLarge) {
        // What the pack signs now says who is wrong: what was known, or what is shown.
        if (auto heard = hear(); word.statement.isEmpty() || !heard.ok())
            return heard.ok() || heard.code() != Code::TrustContradicted ? learnt : heard;
        return learn(rules);
    }
    // What is neither pinned nor was is followed, or it is nothing to this console. The word counts by the charter that
    // is pinned before: what it contradicts is kept, and follow() says why it is none.
    (void)hear();
    learnt = follow(rules, word, actor, compared, judged);
    return learnt.ok() ? learn(rules) : learnt;
}

Result<> TrustBook::follow(const PackRules &rules, const FreshWord &word, const AuditActor &actor, Compared compared,
    const FollowVerdict *judged)
{
    if (auto same = compare(rules); same.ok() || same.code() == Code::UnknownIssuer)
        return same;
    const auto next = judged && judged->isCurrent(m_snapshot, rules.serial)
        ? judged->next
        : followRules(m_snapshot, rules, word, compared, m_clock.now());
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

Result<> TrustBook::refuseDoubtful(const KnownPack &known, const QList<Contradiction> &found)
{
    const PackSerial serial = known.facts.serial;
    if (!known.contradictions.isEmpty())
        return contradictedBy(serial, known.contradictions.constFirst().kind);
    if (auto noted = noteDoubt(serial, found); !noted.ok())
        return noted;
    return contradictedBy(serial, found.constFirst().kind);
}

Result<> TrustBook::noteDoubt(const PackSerial &serial, const QList<Contradiction> &found)
{
    const qint64 now = m_clock.now();
    Doubt doubt = m_doubts.value(serial);
    const bool isNew = doubt.shown.isEmpty() || doubt.at + Doubt::lasts < now;
    if (isNew) {
        doubt.shown.clear();
        doubt.refuted = false;
    }
    for (Contradiction each : found) {
        each.at = now;
        if (std::none_of(doubt.shown.begin(), doubt.shown.end(),
                [&](const Contradiction &held) { return held.kind == each.kind; }))
            doubt.shown.append(each);
    }
    doubt.at = now;
    const Contradiction &first = doubt.shown.constFirst();
    if (doubt.recorded == 0 || doubt.recorded + Doubt::recordAgain < now) {
        const auto recorded = m_audit.append({},
            {QLatin1String(auditaction::contradiction), serial.text(), codeName(Code::TrustContradicted),
                QCborMap{{QLatin1String("what"), QString(contradictionName(first.kind))},
                    {QLatin1String("known"), first.known}, {QLatin1String("shown"), first.shown},
                    {QLatin1String("unsigned"), true}}});
        if (!recorded.ok())
            return recorded.error();
        doubt.recorded = now;
    }
    const bool asks = doubt.asked == 0 || doubt.asked + Doubt::askAgain <= now;
    if (asks)
        doubt.asked = now;
    m_doubts.insert(serial, doubt);
    // Two may answer under this name: what is shown next is not proved by the word of before.
    const bool wasProved = m_snapshot.proved.remove(serial) > 0;
    if (isNew || wasProved)
        tellOf(serial);
    if (asks)
        Q_EMIT doubted(serial);
    return Result<>::success();
}

const Doubt *TrustBook::doubt(const PackSerial &serial) const
{
    const auto found = m_doubts.constFind(serial);
    return found != m_doubts.constEnd() && found->at + Doubt::lasts >= m_clock.now() ? &*found : nullptr;
}

QList<PackSerial> TrustBook::doubtful() const
{
    QList<PackSerial> serials;
    for (auto it = m_doubts.begin(); it != m_doubts.end(); ++it) {
        if (doubt(it.key()))
            serials.append(it.key());
    }
    std::sort(serials.begin(), serials.end());
    return serials;
}

Result<> TrustBook::learn(const PackFacts &facts, qint64 readAt)
{
    auto read = m_snapshot.packs.read(facts.serial);
    if (!read.ok())
        return read.error();
    KnownPack known = std::move(read).value();
    const auto found = contradictions::in(facts, known);
    if (!found.isEmpty() || !known.contradictions.isEmpty())
        return refuseDoubtful(known, found);
    known.facts = facts;
    known.readAt = readAt > 0 ? std::min(readAt, m_clock.now()) : m_clock.now();
    return keep(known);
}

Result<> TrustBook::learnNews(const PackFacts &facts)
{
    const auto known = pack(facts.serial);
    if (known && known->contradictions.isEmpty() && known->facts.hardware == facts.hardware
        && known->facts.parameters == facts.parameters && known->facts.policy == facts.policy
        && known->facts.charter == facts.charter && known->facts.lifeCycle.state == facts.lifeCycle.state)
        return Result<>::success();
    return learn(facts);
}

Result<> TrustBook::learn(const PackRules &rules)
{
    auto read = m_snapshot.packs.read(rules.serial);
    if (!read.ok())
        return read.error();
    KnownPack known = std::move(read).value();
    const auto found = isEmpty() ? QList<Contradiction>() : contradictions::in(rules, known);
    if (!found.isEmpty() || !known.contradictions.isEmpty())
        return refuseDoubtful(known, found);
    if (auto same = compare(rules);
        !same.ok() && !m_snapshot.former.contains(rulebytes::keyOf(rules.charterDocument, rules.policyDocument)))
        return same;
    // Nobody signed this answer: a good list that it leaves out stays known, or the pack's own word might not be
    // judged.
    QList<CrlEntry> lists = m_snapshot.lists;
    for (const QByteArray &entry : std::as_const(known.rules.crls)) {
        if (rules.crls.contains(entry))
            continue;
        if (const auto taken = takeCrl(entry, m_snapshot.listHolder(lists, m_clock.now())); taken.ok())
            lists = *taken;
    }
    if (lists != m_snapshot.lists) {
        if (auto written = writeLists(m_folder, lists); !written.ok())
            return written;
        m_snapshot.lists = lists;
    }
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
    const auto statement
        = verifyStatement(bytes, nonce, charter(), m_snapshot.listsFor(content->serial, m_clock.now()));
    if (!statement.ok())
        return statement.error();
    auto read = m_snapshot.packs.read(statement->serial);
    if (!read.ok())
        return read.error();
    KnownPack known = std::move(read).value();
    // A word over our own number is newer than all that came before, whatever its clock says: a clock can be lost. One
    // from a file that is older by its clock says what was, and contradicts only what never changes.
    const auto held = known.lastWord();
    const bool isOld = nonce.isEmpty() && held && held->at > statement->at;
    KnownPack compared = known;
    if (isOld)
        compared.statement.clear();
    auto found = contradictions::in(*statement, compared);
    const auto unsignedLimits = takeLimits(found, known, statement->siliconSha256, statement->foundationSha256);
    if (!found.isEmpty() || !known.contradictions.isEmpty())
        return refuseContradicted(known, found);
    if (!unsignedLimits.isEmpty()) {
        if (auto noted = noteDoubt(statement->serial, unsignedLimits); !noted.ok())
            return noted;
    }
    if (!nonce.isEmpty()) {
        const bool wasProved = m_snapshot.proved.contains(statement->serial);
        m_snapshot.proved.insert(statement->serial, m_clock.now());
        const auto doubt = m_doubts.find(statement->serial);
        const bool wasOpen = doubt != m_doubts.end() && !doubt->refuted;
        if (wasOpen)
            doubt->refuted = true;
        if (isOld && (wasOpen || !wasProved))
            tellOf(statement->serial);
    }
    if (isOld && unsignedLimits.isEmpty())
        return Result<>::success();
    if (!isOld)
        known.statement = bytes;
    return keep(known);
}

Result<> TrustBook::learn(const Receipt &receipt, std::optional<qint64> periodEnd)
{
    auto read = m_snapshot.packs.read(receipt.serial);
    if (!read.ok())
        return read.error();
    KnownPack known = std::move(read).value();
    if (!m_snapshot.packs.contains(receipt.serial))
        return Result<>::success();
    auto found = contradictions::in(receipt, known);
    const auto unsignedLimits = takeLimits(found, known, receipt.siliconSha256, receipt.foundationSha256);
    if (!found.isEmpty() || !known.contradictions.isEmpty())
        return refuseContradicted(known, found);
    if (!unsignedLimits.isEmpty()) {
        if (auto noted = noteDoubt(receipt.serial, unsignedLimits); !noted.ok())
            return noted;
    }
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
    auto read = m_snapshot.packs.read(serial);
    if (!read.ok())
        return read.error();
    KnownPack known = std::move(read).value();
    return refuseContradicted(known, {found});
}

Result<> TrustBook::heardTwice(const PackSerial &serial, const QString &known, const QString &shown)
{
    if (!pack(serial))
        return Result<>::success();
    return noteDoubt(serial, {{Contradiction::Kind::Place, known, shown, 0}});
}

Result<> TrustBook::settle(const PackSerial &serial, Settlement settlement, const AuditActor &actor)
{
    const auto known = pack(serial);
    if (!known || (known->contradictions.isEmpty() && !doubt(serial)))
        return {Code::WrongState, serial.text()};
    const bool forget = settlement == Settlement::Forget;
    const auto recorded = m_audit.append(actor,
        {QLatin1String(auditaction::settleTrust), serial.text(), QLatin1String(auditoutcome::done),
            QCborMap{{QLatin1String("decision"), forget ? QStringLiteral("forget") : QStringLiteral("keep")}}});
    if (!recorded.ok())
        return recorded.error();
    m_doubts.remove(serial);
    if (!forget && !known->contradictions.isEmpty()) {
        KnownPack settled = *known;
        settled.contradictions.clear();
        return keep(settled);
    }
    if (forget) {
        if (auto gone = remove(serial); !gone.ok())
            return gone;
    }
    tellOf(serial);
    return Result<>::success();
}

QList<PackSerial> TrustBook::contradictory() const
{
    QList<PackSerial> serials;
    FleetDb::Which which;
    which.isContradicted = true;
    for (const PackLine &line : m_snapshot.packs.lines(which))
        serials.append(line.serial);
    return serials;
}

void TrustBook::forgetProof(const std::optional<PackSerial> &serial)
{
    const auto before = m_snapshot.proved.size();
    if (serial)
        m_snapshot.proved.remove(*serial);
    else
        m_snapshot.proved.clear();
    for (auto it = m_doubts.begin(); it != m_doubts.end(); ++it)
        it->refuted = it->refuted && serial && it.key() != *serial;
    if (m_snapshot.proved.size() != before)
        tellOf(serial);
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
    if (auto written = writeLists(m_folder, *lists); !written.ok())
        return written;
    m_snapshot.lists = *lists;
    Q_EMIT changed();
    return Result<>::success();
}

} // namespace packwarden
