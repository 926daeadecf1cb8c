// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timedocument.h"

#include "access.h"
#include "cose.h"
#include "judgement.h"
#include "payload.h"

namespace packwarden {

namespace {
using L1 = QLatin1String;
} // namespace

QByteArray TimeDocument::encode() const
{
    return cbor::encode(QCborMap{{L1("type"), QStringLiteral("time")}, {L1("v"), 1}, {L1("serial"), serial.text()},
        {L1("nonce"), nonce}, {L1("time"), time}});
}

Result<TimeDocument> TimeDocument::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes, L1("time"));
    if (!reader.ok())
        return reader.error();
    const TimeDocument document{
        reader->id<PackSerial>(L1("serial")), reader->bytes(L1("nonce"), 32), reader->integer(L1("time"))};
    return payload::finished(reader.value(), document);
}

namespace {

/// May he tell the time at the time that he tells? Before the charter any person of the manufacturer, afterwards the
/// timekeepers.
Result<> checkTimekeeper(const Certificate &leaf, const QList<Certificate> &chain, const PackState &then)
{
    const qint64 grace = then.charter.crlGrace.value(1);
    if (then.charter.positions.isEmpty()) {
        const auto root = validateChain(leaf, chain, then.anchors(), ChainPurpose::Person, then.now, grace);
        if (!root.ok())
            return root.error();
        return leaf.person.isEmpty() ? Result<>(Code::SignerNotAuthorised, leaf.commonName) : Result<>::success();
    }
    const auto actor = judgeActorWithin(leaf, chain, grace, then);
    if (!actor.ok())
        return actor.error();
    if (!then.charter.timekeepers.contains(actor->role))
        return {Code::SignerNotAuthorised, actor->role.text()};
    return Result<>::success();
}

} // namespace

Result<qint64> takeTime(const QByteArray &bytes, const PackState &state)
{
    const auto document = CoseSign1::decode(bytes);
    if (!document.ok())
        return document.error();
    if (document->contentType != contenttype::time)
        return {Code::UnknownType, QString::fromLatin1(document->contentType.left(100))};
    const auto told = TimeDocument::decode(document->payload);
    if (!told.ok())
        return told.error();
    auto chain = judgement::readChain(document->chain);
    if (!chain.ok())
        return chain.error();
    const Certificate leaf = chain.value().takeFirst();
    if (!document->verifies())
        return {Code::SignatureInvalid, leaf.commonName};
    // Nobody can be older than what he brings: all is judged as if the clock already said so, and a list that is newer
    // than the time he tells makes him wrong.
    PackState then = state;
    then.now = told->time;
    then.clockUncertain = false;
    const auto keeper = checkTimekeeper(leaf, *chain, then);
    if (!keeper.ok() && keeper.code() != Code::SignerNotAuthorised)
        return keeper.error();
    if (told->serial != state.serial)
        return {Code::WrongPack, QStringLiteral("%1: %2").arg(state.serial.text(), told->serial.text())};
    if (told->time < state.clockFloor)
        return {Code::VersionRollback, QStringLiteral("%1: floor %2").arg(told->time).arg(state.clockFloor)};
    if (told->time - state.clockFloor > TimeDocument::maxForward)
        return {Code::VersionJump, QStringLiteral("%1: floor %2").arg(told->time).arg(state.clockFloor)};
    if (state.timeNonce.size() != 32 || told->nonce != state.timeNonce)
        return {Code::StaleBase, QStringLiteral("nonce")};
    if (!keeper.ok())
        return keeper.error();
    return told->time;
}

} // namespace packwarden
