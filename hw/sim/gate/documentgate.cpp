// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/gate/documentgate.h"

#include "hw/sim/memory/packclock.h"
#include "hw/sim/memory/simlog.h"
#include "hw/uds/documentkind.h"
#include "models/core/base/breakable.h"
#include "models/core/base/ids.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/intake.h"
#include "models/core/judge/timedocument.h"
#include "models/core/judge/verifier.h"

namespace packwarden::sim {

namespace {

/// What the log says: the kind of document and what it is about.
std::pair<QString, QString> describe(const Verdict &verdict)
{
    if (verdict.request)
        return {QStringLiteral("request"), verdict.request->head.title};
    if (verdict.policy)
        return {QStringLiteral("policy"), QString::number(verdict.policy->policy.version)};
    if (verdict.charter)
        return {QStringLiteral("charter"), amendmentName(verdict.charter->amendment)};
    if (verdict.command)
        return {QStringLiteral("command"), commandName(verdict.command->kind)};
    if (verdict.provision)
        return {QStringLiteral("provision"), provisionStepName(verdict.provision->step)};
    return {};
}

/// The heads of the audits of those whose signatures filled a seat.
void witness(const Verdict &verdict, const QByteArray &document, PackContents &next)
{
    const auto signedBy = CoseSign::decode(document);
    if (!signedBy.ok())
        return;
    for (qsizetype i = 0; i < std::min(verdict.signatures.size(), signedBy->signatures.size()); ++i) {
        if (verdict.signatures.at(i).counted) {
            next.addHead(
                {verdict.signatures.at(i).rootSha256, signedBy->signatures.at(i).log, verdict.payloadSha256, false});
        }
    }
}

} // namespace

DocumentGate::DocumentGate(PackMemory &memory, PackClock &clock, Condition condition)
    : m_memory(memory)
    , m_clock(clock)
    , m_condition(std::move(condition))
{
}

PackState DocumentGate::state() const
{
    return m_memory.state(m_clock.now(), m_condition ? m_condition() : QString());
}

bool DocumentGate::accepts(int kind)
{
    return kind >= documentkind::request && kind <= documentkind::withdrawal;
}

DocumentGate::Outcome DocumentGate::apply(int kind, const QByteArray &document, const QByteArray &announced)
{
    if (sha256(document) != announced && !broken("announced-hash"))
        return refuse({Code::Malformed, QStringLiteral("SHA-256 of the upload")}, document);
    const PackState held = state();
    switch (kind) {
    case documentkind::request:
        return conclude(verifyRequest(document, held), held, document, document);
    case documentkind::policy:
        return conclude(verifyPolicy(document, held), held, document, document);
    case documentkind::charter: {
        const auto upload = CharterUpload::decode(document);
        return conclude(verifyCharter(document, held), held, document, upload.ok() ? upload->document : QByteArray());
    }
    case documentkind::provision:
        return conclude(verifyProvision(document, held), held, document, document);
    case documentkind::command:
        return conclude(verifyCommand(document, held), held, document, document);
    case documentkind::time:
        return takeTimeDocument(document);
    default:
        return takeIn(kind, document);
    }
}

DocumentGate::Outcome DocumentGate::conclude(
    const Verdict &verdict, const PackState &before, const QByteArray &uploaded, const QByteArray &document)
{
    if (verdict.refusal)
        return refuse(*verdict.refusal, uploaded);
    if (verdict.alreadyApplied)
        return {{}, true, before.receipts.value(verdict.payloadSha256)};

    const PackState after = stateAfter(verdict, before);
    PackParts next = m_memory.partsAfter(after);
    PackContents &contents = next.contents;
    if (verdict.charter) {
        contents.charterDocument = document;
        contents.charterSince = before.now;
        contents.policyDocument.clear();
        contents.policySince = before.now;
    } else if (verdict.policy) {
        contents.policyDocument = document;
        contents.policySince = before.now;
    }
    if (!next.silicon.parameters.isEmpty() && next.silicon.hardware != m_memory.identity().hardware)
        return refuse(
            {Code::WrongHardware, QStringLiteral("%1: %2").arg(m_memory.identity().hardware, next.silicon.hardware)},
            uploaded);
    if (!next.deviceChain.isEmpty()) {
        // Only the pack itself can tell whether the certificate is its own key's.
        const auto leaf = Certificate::fromDer(next.deviceChain.constFirst());
        if (!leaf.ok() || !m_memory.repository().signer({*leaf}).ok())
            return refuse({Code::WrongPack, slotName(Slot::DeviceChain)}, uploaded);
    }
    const auto [action, detail] = describe(verdict);
    qCInfo(simLog) << m_memory.identity().serial.text() << "applies" << action << detail;
    contents.addChange(before.now, action, detail, verdict.payloadSha256);
    contents.raiseFloor(before.now);
    witness(verdict, document, contents);
    const auto receipt = sealReceipt(verdict, after, contents);
    if (!receipt.ok())
        return {receipt.error(), false, {}};
    contents.addReceipt(verdict.payloadSha256, *receipt);
    if (verdict.provision && verdict.provision->step == ProvisionStep::Seal)
        contents.dropUnsignedReceipts();
    return store(next, *receipt);
}

Result<QByteArray> DocumentGate::sealReceipt(
    const Verdict &verdict, const PackState &after, const PackContents &next) const
{
    if (!m_memory.signer())
        return QByteArray();
    Receipt receipt;
    receipt.document = broken("receipt-names-document") ? sha256({}) : verdict.payloadSha256;
    receipt.serial = after.serial;
    receipt.applied = readBack(verdict, after);
    receipt.policyVersion = after.policy.version;
    receipt.at = after.now;
    receipt.logCount = next.logCount();
    receipt.logHash = next.logHash();
    receipt.siliconSha256 = broken("receipt-names-limits") ? sha256({}) : after.silicon.sha256();
    receipt.foundationSha256 = after.foundation.sha256();
    for (const SignatureFinding &signature : verdict.signatures) {
        if (signature.counted)
            receipt.counted.append(signature.leaf.sha256);
    }
    const auto made
        = CoseSign1::make(QByteArray(contenttype::receipt), receipt.encode(), *m_memory.signer(), after.now);
    return made.ok() ? Result<QByteArray>(made->encode()) : Result<QByteArray>(made.error());
}

DocumentGate::Outcome DocumentGate::takeTimeDocument(const QByteArray &document)
{
    const auto taken = takeTime(document, state());
    if (!taken.ok())
        return refuse(taken.error(), document);
    PackParts next;
    PackContents &contents = next.contents;
    contents = m_memory.contents();
    contents.clockOffset = m_clock.offsetFor(taken->time);
    contents.clockUncertain = false;
    contents.clockFloor = std::max(contents.clockFloor, taken->time);
    contents.toldAhead = taken->toldAhead;
    contents.values = taken->values;
    if (!broken("one-nonce-one-time"))
        contents.timeNonce = randomBytes(32); // one document for one nonce
    contents.addChange(taken->time, QStringLiteral("time"),
        QStringLiteral("%1: %2").arg(taken->persons.join(QStringLiteral(", "))).arg(taken->time), sha256(document));
    const Outcome outcome = store(next, {});
    // Also where only the last step of the write failed: the clock goes by what the memory says.
    if (m_memory.contents().timeNonce == contents.timeNonce)
        m_clock.follow(contents.clockFloor, contents.clockOffset);
    return outcome;
}

DocumentGate::Outcome DocumentGate::takeIn(int kind, const QByteArray &document)
{
    const PackState held = state();
    PackParts next;
    PackContents &contents = next.contents;
    contents = m_memory.contents();
    if (kind == documentkind::crl) {
        const auto lists = takeCrl(document, held);
        if (!lists.ok())
            return refuse(lists.error(), document);
        contents.crls.clear();
        for (const CrlEntry &entry : *lists)
            contents.crls.append(encodeCrlEntry(entry));
    } else {
        const auto withdrawals = takeWithdrawal(document, held);
        if (!withdrawals.ok())
            return refuse(withdrawals.error(), document);
        contents.withdrawals = *withdrawals;
    }
    if (contents == m_memory.contents())
        return {{}, true, {}};
    // A list may have gone because its authority has expired by this time, which must not come back.
    if (!held.clockUncertain)
        contents.raiseFloor(held.now);
    contents.addChange(held.now, kind == documentkind::crl ? QStringLiteral("crl") : QStringLiteral("withdrawal"), {},
        sha256(document));
    return store(next, {});
}

DocumentGate::Outcome DocumentGate::store(const PackParts &next, const QByteArray &receipt)
{
    // commit() reads back what it wrote and compares: the receipt speaks of stored values, or there is none.
    const auto stored = m_memory.commit(next);
    m_clock.raiseFloor(m_memory.contents().clockFloor);
    if (!stored.ok())
        return {stored.error(), false, {}};
    return {{}, false, receipt};
}

DocumentGate::Outcome DocumentGate::refuse(const Error &error, const QByteArray &document)
{
    qCInfo(simLog) << m_memory.identity().serial.text() << "refused:" << QString(codeName(error.code)) << error.detail;
    PackContents next = m_memory.contents();
    next.addRefusal(m_clock.now(), error, sha256(document));
    if (auto stored = m_memory.commit(next); !stored.ok())
        return {stored.error(), false, {}};
    return {error, false, {}};
}

} // namespace packwarden::sim
