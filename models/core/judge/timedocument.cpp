// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/timedocument.h"

#include "models/core/base/breakable.h"
#include "models/core/cbor/payload.h"
#include "models/core/cose/cose.h"
#include "models/core/judge/access.h"
#include "models/core/judge/judgement.h"

#include <algorithm>

namespace packwarden {

namespace {
using L1 = QLatin1String;
constexpr int alone = 1; // versions of the payload
constexpr int together = 2;
} // namespace

QByteArray TimeDocument::encode() const
{
    QCborMap map{{L1("type"), QStringLiteral("time")}, {L1("v"), reading ? together : alone},
        {L1("serial"), serial.text()}, {L1("nonce"), nonce}, {L1("time"), time}};
    if (reading)
        map.insert(L1("reading"), *reading);
    return cbor::encode(map);
}

Result<TimeDocument> TimeDocument::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes);
    if (!reader.ok())
        return reader.error();
    const QString type = reader->text(L1("type"));
    const qint64 version = reader->integer(L1("v"));
    if (type != L1("time") || (version != alone && version != together))
        return {Code::UnknownType, QStringLiteral("time")};
    TimeDocument document{
        reader->id<PackSerial>(L1("serial")), reader->bytes(L1("nonce"), 32), reader->integer(L1("time"))};
    if (version == together)
        document.reading = reader->integer(L1("reading"));
    return payload::finished(reader.value(), document);
}

namespace {

/// Somebody whose word on the time counts, if only beside another's.
struct Witness
{
    Certificate leaf;
    QByteArray rootSha256;
    PositionId position; ///< empty before the charter, and so is the party
    QString party;
    bool keepsTime = false;
    bool signs = false; ///< for the party, as its position's signatory
};

Result<Certificate> leafOf(const QList<QByteArray> &der, QList<Certificate> &chain)
{
    auto whole = judgement::readChain(der);
    if (!whole.ok())
        return whole.error();
    chain = std::move(whole).value();
    return chain.takeFirst();
}

/// Before the charter any person of the manufacturer, afterwards whoever is in office.
Result<Witness> judgeWitness(const Certificate &leaf, const QList<Certificate> &chain, const PackState &then)
{
    const qint64 grace = then.charter.crlGrace.value(1);
    if (then.charter.positions.isEmpty()) {
        const auto root = validateChain(leaf, chain, then.anchors(), ChainPurpose::Person, then.now, grace);
        if (!root.ok())
            return root.error();
        return Witness{leaf, root->sha256, {}, {}, !leaf.person.isEmpty(), false};
    }
    const auto actor = judgeActorWithin(leaf, chain, grace, then);
    if (!actor.ok())
        return actor.error();
    const Position position = then.charter.positions.value(actor->position);
    return Witness{leaf, actor->rootSha256, actor->position, position.party,
        then.charter.timekeepers.contains(actor->role), position.signatory == actor->role};
}

/// A step that needs two parties is as grave as layer 3: the party itself answers for the person, and nobody else may
/// ever have held the key.
bool isOwnWord(const Witness &witness, const PackState &then)
{
    return then.charter.positionsOfRoot(witness.rootSha256).contains(witness.position)
        && !witness.leaf.issuerGeneratedKey;
}

bool areTwoParties(const Witness &one, const Witness &other)
{
    return one.party != other.party && one.rootSha256 != other.rootSha256
        && one.leaf.spkiSha256 != other.leaf.spkiSha256;
}

/// The pack as it would be if its clock already said so. Nobody can be older than what he brings: a list that is newer
/// than the time he tells makes him wrong.
PackState stateAt(qint64 time, const PackState &state)
{
    PackState then = state;
    then.now = time;
    then.clockUncertain = false;
    return then;
}

/// What is told, apart from who tells it. In the order of the reasons.
std::optional<Error> checkTime(const TimeDocument &told, qint64 time, const PackState &state)
{
    if (told.serial != state.serial)
        return Error{Code::WrongPack, QStringLiteral("%1: %2").arg(state.serial.text(), told.serial.text())};
    if (!state.clockUncertain && !broken("time-of-a-sure-clock"))
        return Error{Code::WrongState, QStringLiteral("the clock is sure")};
    if (time < state.clockFloor)
        return Error{Code::VersionRollback, QStringLiteral("%1: floor %2").arg(time).arg(state.clockFloor)};
    const qint64 ahead = time - state.clockFloor;
    const bool chartered = !state.charter.positions.isEmpty();
    const qint64 most = told.reading ? TimeDocument::maxTogether
        : chartered                  ? TimeDocument::maxAlone
                                     : TimeDocument::maxForward;
    const bool spent = !told.reading && chartered && state.toldAhead > TimeDocument::maxAloneInAll - ahead;
    if ((ahead > most || spent) && !broken("time-alone")) {
        return Error{Code::VersionJump,
            QStringLiteral("%1: floor %2, told ahead %3").arg(time).arg(state.clockFloor).arg(state.toldAhead)};
    }
    if (state.timeNonce.size() != 32 || told.nonce != state.timeNonce)
        return Error{Code::StaleBase, QStringLiteral("nonce")};
    return std::nullopt;
}

/// Overlays that are stricter than their base run on for what they had left when the clock was lost.
QMap<ParameterId, StoredValue> valuesRunningOn(qint64 time, const PackState &state)
{
    QMap<ParameterId, StoredValue> values = state.values;
    const qint64 ahead = std::max<qint64>(0, time - state.now);
    for (auto it = values.begin(); it != values.end(); ++it) {
        const ParameterDefinition *definition = state.silicon.parameter(it.key());
        const bool runs = it->overlay && state.now < it->overlayEnds;
        if (runs && definition && isStricter(*it->overlay, it->base, *definition) && !broken("overlays-run-on"))
            it->overlayEnds += ahead;
    }
    return values;
}

Result<TimeTaken> takeAlone(const QByteArray &bytes, const PackState &state)
{
    const auto document = CoseSign1::decode(bytes);
    if (!document.ok())
        return document.error();
    if (document->contentType != contenttype::time)
        return {Code::UnknownType, QString::fromLatin1(document->contentType.left(100))};
    const auto told = TimeDocument::decode(document->payload);
    if (!told.ok())
        return told.error();
    if (told->reading)
        return {Code::UnknownType, QStringLiteral("v")};
    QList<Certificate> chain;
    const auto leaf = leafOf(document->chain, chain);
    if (!leaf.ok())
        return leaf.error();
    if (!document->verifies())
        return {Code::SignatureInvalid, leaf->commonName};
    const auto keeper = judgeWitness(*leaf, chain, stateAt(told->time, state));
    if (!keeper.ok() && keeper.code() != Code::SignerNotAuthorised)
        return keeper.error();
    if (const auto problem = checkTime(*told, told->time, state))
        return *problem;
    if (!keeper.ok())
        return keeper.error();
    if (!keeper->keepsTime)
        return {Code::SignerNotAuthorised, leaf->role.isEmpty() ? leaf->commonName : leaf->role};
    const qint64 ahead = state.charter.positions.isEmpty() ? 0 : told->time - state.clockFloor;
    return TimeTaken{told->time, state.toldAhead + ahead, valuesRunningOn(told->time, state), {leaf->person}};
}

/// Good words among the signatures, and why the first of the others is none.
QList<Witness> witnessesOf(const CoseSign &document, const PackState &then, std::optional<Error> &firstProblem)
{
    QList<Witness> witnesses;
    const auto note = [&](const Error &error) {
        if (!firstProblem)
            firstProblem = error;
    };
    for (const CoseSignature &signature : document.signatures) {
        QList<Certificate> chain;
        const auto leaf = leafOf(signature.chain, chain);
        if (!leaf.ok()) {
            note(leaf.error());
            continue;
        }
        if (!document.verifies(signature, *leaf)) {
            note({Code::SignatureInvalid, leaf->commonName});
            continue;
        }
        const auto witness = judgeWitness(*leaf, chain, then);
        if (!witness.ok())
            note(witness.error());
        else if (signature.meaning != Meaning::Approve || !isOwnWord(*witness, then)
            || (!witness->keepsTime && !witness->signs))
            note({Code::SignerNotAuthorised, leaf->commonName});
        else
            witnesses.append(*witness);
    }
    return witnesses;
}

Result<TimeTaken> takeTogether(const QByteArray &bytes, const PackState &state)
{
    const auto document = CoseSign::decode(bytes);
    if (!document.ok())
        return document.error();
    if (document->contentType != contenttype::time)
        return {Code::UnknownType, QString::fromLatin1(document->contentType.left(100))};
    const auto told = TimeDocument::decode(document->payload);
    if (!told.ok())
        return told.error();
    if (!told->reading)
        return {Code::UnknownType, QStringLiteral("v")};
    // Both are not negative, and neither is near the end of the numbers where the rest is to be judged at all.
    const qint64 since = state.now - *told->reading;
    const bool countable = told->time <= INT64_MAX - std::max<qint64>(0, since);
    const qint64 time = countable ? told->time + std::max<qint64>(0, since) : told->time;
    if (const auto problem = checkTime(*told, time, state))
        return *problem;
    if (since < 0)
        return {Code::StaleBase, QStringLiteral("reading %1: %2").arg(*told->reading).arg(state.now)};
    if (since > TimeDocument::maxAge)
        return {Code::Expired, QStringLiteral("reading %1: %2").arg(*told->reading).arg(state.now)};
    std::optional<Error> firstProblem;
    const QList<Witness> witnesses = witnessesOf(*document, stateAt(time, state), firstProblem);
    for (const Witness &keeper : witnesses) {
        for (const Witness &other : witnesses) {
            if (keeper.keepsTime && (areTwoParties(keeper, other) || broken("time-of-two-parties")))
                return TimeTaken{time, 0, state.values, {keeper.leaf.person, other.leaf.person}};
        }
    }
    const bool kept = std::any_of(witnesses.begin(), witnesses.end(), [](const Witness &w) { return w.keepsTime; });
    return firstProblem.value_or(
        Error{Code::BelowQuorum, kept ? QStringLiteral("another party") : QStringLiteral("a timekeeper")});
}

} // namespace

Result<TimeTaken> takeTime(const QByteArray &bytes, const PackState &state)
{
    constexpr char severalSigners[] = "\xD8\x62"; // tag 98
    return bytes.startsWith(severalSigners) ? takeTogether(bytes, state) : takeAlone(bytes, state);
}

} // namespace packwarden
