// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/audithead.h"

#include "models/core/cbor/cbor.h"
#include "models/core/cose/checkpoint.h"
#include "models/core/documents/filebounds.h"
#include "models/core/documents/request.h"
#include "models/core/pack/packanswers.h"
#include "models/core/pack/statement.h"
#include "models/core/pki/chainmemo.h"

#include <algorithm>

namespace packwarden {

namespace {

using L1 = QLatin1String;

QString logName(const LogHead &head)
{
    return QString::fromLatin1(head.logId.toHex());
}

} // namespace

QCborMap SeenHead::toDetail() const
{
    QCborMap detail{{L1("log"), log}, {L1("count"), head.count}, {L1("hash"), head.hash}, {L1("carrier"), carrier},
        {L1("by"), by}, {L1("at"), at}};
    if (!leafSha256.isEmpty())
        detail.insert(L1("leaf"), leafSha256);
    if (!rootSha256.isEmpty())
        detail.insert(L1("root"), rootSha256);
    if (!signedBytes.isEmpty() && proved())
        detail.insert(L1("signed"), signedBytes);
    else if (!signedBytes.isEmpty())
        detail.insert(L1("signedSha256"), sha256(signedBytes));
    else if (!signedSha256.isEmpty())
        detail.insert(L1("signedSha256"), signedSha256);
    if (problem)
        detail.insert(L1("problem"), QCborArray{codeName(problem->code), problem->detail});
    return detail;
}

Result<SeenHead> SeenHead::fromDetail(const QByteArray &detail)
{
    const auto decoded = cbor::decode(detail);
    if (!decoded.ok())
        return decoded.error();
    const QCborMap map = decoded->toMap();
    SeenHead seen;
    seen.log = map.value(L1("log")).toString();
    seen.head = {QByteArray::fromHex(seen.log.toLatin1()), map.value(L1("count")).toInteger(),
        map.value(L1("hash")).toByteArray()};
    if (logName(seen.head) != seen.log)
        seen.head.logId.clear(); // a serial
    seen.carrier = map.value(L1("carrier")).toString();
    seen.by = map.value(L1("by")).toString();
    seen.at = map.value(L1("at")).toInteger();
    seen.leafSha256 = map.value(L1("leaf")).toByteArray();
    seen.rootSha256 = map.value(L1("root")).toByteArray();
    seen.signedBytes = map.value(L1("signed")).toByteArray();
    seen.signedSha256 = map.value(L1("signedSha256")).toByteArray();
    if (const QCborArray problem = map.value(L1("problem")).toArray(); !problem.isEmpty())
        seen.problem = Error{codeFromName(problem.at(0).toString()).value_or(Code::Internal), problem.at(1).toString()};
    if (seen.log.isEmpty() || seen.head.count < 0 || seen.head.hash.size() != 32 || seen.carrier.isEmpty())
        return {Code::Malformed, QStringLiteral("head")};
    return seen;
}

HeadJudge::HeadJudge(
    TrustAnchors anchors, const Certificate &manufacturer, qint64 grace, const QList<QByteArray> &lists)
    : m_anchors(std::move(anchors))
    , m_manufacturer(manufacturer)
    , m_grace(grace)
{
    // Of one issuer the newest: among lists of one time validation would take any.
    for (const CrlEntry &entry : filebounds::newestLists(lists, m_anchors.roots)) {
        const auto held = std::find_if(m_anchors.crls.begin(), m_anchors.crls.end(), [&](const CrlEntry &other) {
            return other.crl.issuerDer == entry.crl.issuerDer && other.authorityDer == entry.authorityDer;
        });
        if (held == m_anchors.crls.end())
            m_anchors.crls.append(entry);
        else if (entry.crl.number > held->crl.number)
            *held = entry;
    }
}

TrustAnchors HeadJudge::anchors() const
{
    return {m_anchors.roots, m_anchors.crls, std::make_shared<ChainMemo>()};
}

void HeadJudge::judge(SeenHead &seen, const QList<QByteArray> &chain, ChainPurpose purpose, TrustAnchors anchors) const
{
    QList<Certificate> path;
    for (const QByteArray &der : chain) {
        auto certificate = anchors.memo->certificate(der);
        if (!certificate.ok()) {
            seen.problem = certificate.error();
            return;
        }
        path.append(*certificate);
    }
    const Certificate &leaf = path.constFirst();
    seen.leafSha256 = leaf.sha256;
    seen.by = leaf.commonName;
    if (purpose == ChainPurpose::Device)
        anchors.roots = m_manufacturer.der.isEmpty() ? QList<Certificate>() : QList<Certificate>{m_manufacturer};
    // Kept for years: judged at its own time, or at that of the lists if they came later.
    qint64 at = seen.at;
    for (const CrlEntry &entry : anchors.crls) {
        const auto signedIt = [&](const Certificate &issuer) {
            return anchors.memo->isListOf(entry.crl, issuer);
        };
        if (std::any_of(path.begin() + 1, path.end(), signedIt)
            || (std::any_of(anchors.roots.begin(), anchors.roots.end(), signedIt)
                && entry.crl.issuerDer == path.constLast().issuerDer))
            at = std::max(at, entry.crl.thisUpdate);
    }
    const qint64 grace = purpose == ChainPurpose::Device ? INT32_MAX : m_grace;
    const auto root = validateChain(leaf, path.mid(1), anchors, purpose, at, grace);
    if (!root.ok())
        seen.problem = root.error();
    else if (seen.at < leaf.notBefore)
        seen.problem = Error{Code::CertificateNotYetValid, leaf.commonName};
    else
        seen.rootSha256 = root->sha256;
}

QList<SeenHead> HeadJudge::in(const CoseSign &document) const
{
    QList<SeenHead> heads;
    const TrustAnchors known = anchors();
    for (const CoseSignature &signature : document.signatures) {
        // Someone who has no record yet says nothing.
        if (signature.log.count < 1 || !document.verifies(signature))
            continue;
        SeenHead seen;
        seen.log = logName(signature.log);
        seen.head = signature.log;
        seen.carrier = L1(headcarrier::signature);
        seen.at = signature.at;
        seen.signedBytes = CoseSign{document.contentType, document.payload, {signature}}.encode();
        judge(seen, signature.chain, ChainPurpose::Person, known);
        heads.append(seen);
    }
    return heads;
}

Result<SeenHead> HeadJudge::inCarrier(const QByteArray &bytes) const
{
    if (const auto document = CoseSign::decode(bytes); document.ok()) {
        const auto heads = in(*document);
        return heads.isEmpty() ? Result<SeenHead>(Code::SignatureInvalid) : Result<SeenHead>(heads.constFirst());
    }
    const auto carrier = CoseSign1::decode(bytes);
    if (!carrier.ok())
        return carrier.error();
    SeenHead seen;
    seen.at = carrier->at;
    seen.signedBytes = bytes;
    const auto ofPack = [&](const char *kind, const PackSerial &serial, qint64 count, const QByteArray &hash) {
        seen.log = serial.text();
        seen.head = {{}, count, hash};
        seen.carrier = L1(kind);
    };
    if (Checkpoint::isType(carrier->contentType)) {
        const auto checkpoint = Checkpoint::decode(carrier->payload, carrier->contentType);
        if (!checkpoint.ok())
            return checkpoint.error();
        seen.log = logName(checkpoint->head);
        seen.head = checkpoint->head;
        seen.carrier = L1(headcarrier::checkpoint);
    } else if (carrier->contentType == contenttype::receipt) {
        const auto receipt = Receipt::decode(carrier->payload);
        if (!receipt.ok())
            return receipt.error();
        ofPack(headcarrier::receipt, receipt->serial, receipt->logCount, receipt->logHash);
    } else if (carrier->contentType == contenttype::statement) {
        const auto statement = Statement::decode(carrier->payload);
        if (!statement.ok())
            return statement.error();
        ofPack(headcarrier::statement, statement->serial, statement->logCount, statement->logHash);
    } else {
        return {Code::UnknownType, QString::fromLatin1(carrier->contentType.left(100))};
    }
    if (!carrier->verifies())
        return {Code::SignatureInvalid, seen.log};
    const bool person = seen.carrier == L1(headcarrier::checkpoint);
    judge(seen, carrier->chain, person ? ChainPurpose::Person : ChainPurpose::Device, anchors());
    // A pack speaks for itself alone.
    if (const auto leaf = Certificate::fromDer(carrier->chain.constFirst());
        !person && seen.proved() && leaf.ok() && leaf->packSerial != seen.log) {
        seen.problem = Error{Code::SignerNotAuthorised, leaf->packSerial};
        seen.rootSha256.clear();
    }
    return seen;
}

QList<SeenHead> HeadJudge::onPack(const PackSerial &serial, const QList<WitnessedHead> &heads)
{
    QList<SeenHead> all;
    for (const WitnessedHead &kept : heads) {
        SeenHead seen;
        seen.log = logName(kept.head);
        seen.head = kept.head;
        seen.carrier = L1(headcarrier::pack);
        seen.by = serial.text();
        seen.rootSha256 = kept.rootSha256;
        seen.problem = Error{Code::SignatureInvalid, QStringLiteral("unsigned")};
        all.append(seen);
    }
    return all;
}

namespace {

/// Two programs of one store may sign within moments of each other, the one with the shorter log last.
constexpr qint64 sameMoment = 60;

} // namespace

void HeadLedger::add(const SeenHead &head, qint64 record)
{
    if (head.rootSha256.isEmpty())
        return;
    SeenHead light = head;
    light.signedBytes.clear();
    m_logs[{head.rootSha256, head.log}].append({light, record});
}

QMap<HeadLedger::Key, HeadLedger::Entry> HeadLedger::highest() const
{
    QMap<Key, Entry> all;
    for (auto log = m_logs.begin(); log != m_logs.end(); ++log) {
        all.insert(log.key(), *std::max_element(log->begin(), log->end(), [](const Entry &a, const Entry &b) {
            return a.head.head.count < b.head.head.count;
        }));
    }
    return all;
}

QList<HeadConflict> HeadLedger::conflicts() const
{
    QList<HeadConflict> found;
    for (auto log = m_logs.begin(); log != m_logs.end(); ++log) {
        const auto note = [&](HeadConflict::Kind kind, const Entry &a, const Entry &b) {
            found.append({kind, log.key().second, log.key().first, a.record, b.record, b.head.by, b.head.head.count});
        };
        QMap<qint64, Entry> byCount;
        for (const Entry &entry : *log) {
            const auto same = byCount.constFind(entry.head.head.count);
            if (same == byCount.constEnd())
                byCount.insert(entry.head.head.count, entry);
            else if (same->head.head.hash != entry.head.head.hash)
                note(HeadConflict::Kind::Fork, *same, entry);
        }
        QList<Entry> inTime;
        std::copy_if(
            log->begin(), log->end(), std::back_inserter(inTime), [](const Entry &e) { return e.head.at > 0; });
        std::stable_sort(
            inTime.begin(), inTime.end(), [](const Entry &a, const Entry &b) { return a.head.at < b.head.at; });
        const Entry *longest = nullptr;
        for (const Entry &entry : std::as_const(inTime)) {
            if (longest && entry.head.head.count < longest->head.head.count) {
                if (entry.head.at > longest->head.at + sameMoment)
                    note(HeadConflict::Kind::Regress, *longest, entry);
            } else {
                longest = &entry;
            }
        }
    }
    return found;
}

} // namespace packwarden
