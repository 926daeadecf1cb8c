// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/invitation.h"

#include "models/audit/auditrecord.h"
#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/foreignfile.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustfiles.h"
#include "models/trust/trustlack.h"

#include <QCborArray>

namespace packwarden {

namespace {

using L1 = QLatin1String;

constexpr int version = 1;
constexpr qsizetype maxPacks = 4096;

/// Its own copy of what the invitation says of all packs is left out.
KnownPack stripped(KnownPack pack)
{
    pack.rules.charterDocument.clear();
    pack.rules.policyDocument.clear();
    pack.rules.crls.clear();
    return pack;
}

} // namespace

Result<Invitation> Invitation::of(const TrustBook &trust)
{
    if (trust.isEmpty())
        return nothingPinned();
    Invitation made;
    made.rules = trust.pinned();
    made.lists = trust.crls();
    QHash<qint64, bool> same; // what packs hold is compared once for all that hold it
    for (const PackLine &line : trust.snapshot().packs.lines()) {
        if (made.packs.size() == maxPacks)
            break;
        if (line.readAt == 0 || line.isContradicted)
            continue;
        if (!same.contains(line.holding)) {
            const auto held = trust.snapshot().packs.held(line.holding);
            same.insert(line.holding,
                held && !held->rules.silicon.isEmpty() && !held->rules.foundation.isEmpty()
                    && trust.compare(held->rules).ok());
        }
        if (same.value(line.holding))
            made.packs.append(stripped(trust.snapshot().packs.value(line.serial)));
    }
    if (made.packs.isEmpty())
        return {Code::PackUnreachable, QStringLiteral("no pack with these rules is known"), TrustLack::NoPackKnown};
    return made;
}

QByteArray Invitation::encode() const
{
    QCborArray entries;
    for (const QByteArray &entry : lists)
        entries.append(entry);
    QCborArray known;
    for (const KnownPack &pack : packs)
        known.append(trustfiles::encode(pack));
    return cbor::encode(QCborMap{{L1("invitation"), version}, {L1("charter"), rules.charterDocument},
        {L1("policy"), rules.policyDocument}, {L1("lists"), entries}, {L1("packs"), known}});
}

bool Invitation::isFile(const QString &path)
{
    if (path.endsWith(u'.' + QLatin1String(ending), Qt::CaseInsensitive))
        return true;
    const auto bytes = wholefile::read(path, maxBytes);
    if (!bytes.ok())
        return false;
    const auto value = cbor::decode(*bytes);
    return value.ok() && value->isMap() && value->toMap().contains(L1("invitation"));
}

Result<Invitation> Invitation::decode(const QByteArray &bytes)
{
    if (bytes.size() > maxBytes)
        return {Code::TooLarge, QString::number(bytes.size())};
    const auto value = cbor::decode(bytes);
    if (!value.ok())
        return value.error();
    cbor::MapReader reader(*value);
    if (reader.integer(L1("invitation")) != version)
        return {Code::UnknownType, QStringLiteral("no invitation"), ForeignFile::NoInvitation};
    const QByteArray charter = reader.bytes(L1("charter"));
    const QByteArray policy = reader.bytes(L1("policy"));
    Invitation read;
    for (const QCborValue &entry : reader.array(L1("lists"))) {
        if (!decodeCrlEntry(entry.toByteArray()).ok())
            reader.fail(L1("lists"));
        read.lists.append(entry.toByteArray());
    }
    const QCborArray known = reader.array(L1("packs"));
    if (known.isEmpty() || known.size() > maxPacks)
        reader.fail(L1("packs"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    const auto rules = PinnedRules::fromDocuments(charter, policy);
    if (!rules.ok())
        return rules.error();
    read.rules = *rules;
    for (const QCborValue &entry : known) {
        const auto pack = trustfiles::decodePack(entry.toByteArray());
        if (!pack.ok())
            return pack.error();
        const bool follows = read.packs.isEmpty() || read.packs.constLast().facts.serial < pack->facts.serial;
        if (*pack != stripped(*pack) || pack->rules.silicon.isEmpty() || pack->rules.foundation.isEmpty()
            || !pack->contradictions.isEmpty() || !follows)
            return {Code::Malformed, QStringLiteral("packs")};
        read.packs.append(*pack);
    }
    return read;
}

QString Invitation::fingerprint() const
{
    QCborArray limits;
    for (const KnownPack &pack : packs)
        limits.append(QCborArray{pack.facts.serial.text(), sha256(pack.rules.silicon), sha256(pack.rules.foundation)});
    return fingerprintText(sha256(cbor::encode(QCborArray{QStringLiteral("packwarden invitation"), version,
        rulebytes::payloadHash(rules.charterDocument), rules.policySha256(), limits})));
}

PackRules Invitation::shownBy(const KnownPack &pack) const
{
    PackRules shown = pack.rules;
    shown.serial = pack.facts.serial;
    shown.charterDocument = rules.charterDocument;
    shown.policyDocument = rules.policyDocument;
    shown.crls = lists;
    return shown;
}

Result<> Invitation::check() const
{
    Result<> agreed = Result<>::success();
    QSet<QByteArray> seen; // packs of one kind have the same limits
    for (const KnownPack &pack : packs) {
        const QByteArray limits = sha256(pack.rules.silicon) + sha256(pack.rules.foundation);
        if (seen.contains(limits))
            continue;
        seen.insert(limits);
        const auto one = checkAgreed(shownBy(pack));
        if (!one.ok() && one.code() != Code::FingerprintNeeded)
            return one;
        if (!one.ok())
            agreed = one;
    }
    return agreed;
}

Result<> Invitation::accept(TrustBook &trust, const AuditActor &actor) const
{
    if (auto agreed = check(); !agreed.ok() && agreed.code() != Code::FingerprintNeeded)
        return agreed;
    if (auto pinned = trust.pin(shownBy(packs.constFirst()), actor, Compared::Yes); !pinned.ok())
        return pinned;
    for (const QByteArray &bytes : lists) {
        // Those that are of no root of these rules, or not the newest, are left out.
        const auto entry = decodeCrlEntry(bytes);
        if (!entry.ok() || !trust.checkList(*entry).ok())
            continue;
        if (auto learnt = trust.learn(*entry); !learnt.ok())
            return learnt;
    }
    for (const KnownPack &pack : packs) {
        auto learnt = trust.learn(shownBy(pack));
        if (learnt.ok())
            learnt = trust.learn(pack.facts, pack.readAt);
        // What the pack did not sign is not taken for its word; it may be too old for the lists by now.
        if (learnt.ok() && !pack.statement.isEmpty())
            (void)trust.learnStatement(pack.statement);
        if (!learnt.ok())
            return learnt;
    }
    return Result<>::success();
}

} // namespace packwarden
