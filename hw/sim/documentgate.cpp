// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documentgate.h"

#include "clock.h"
#include "documentfile.h"
#include "documentkind.h"
#include "ids.h"
#include "intake.h"
#include "nrc.h"
#include "verifier.h"

namespace packwarden::sim {

DocumentGate::DocumentGate(PackMemory &memory, const Clock &clock, std::shared_ptr<SigningKey> deviceKey)
    : m_memory(memory)
    , m_clock(clock)
    , m_deviceKey(std::move(deviceKey))
{
}

bool DocumentGate::accepts(int kind)
{
    return kind == documentkind::request || kind == documentkind::crl || kind == documentkind::withdrawal;
}

DocumentGate::Outcome DocumentGate::apply(int kind, const QByteArray &document, const QByteArray &announced)
{
    if (sha256(document) != announced)
        return refuse({Code::Malformed, QStringLiteral("SHA-256 of the upload")}, document);
    return kind == documentkind::request ? applyRequest(document) : takeIn(kind, document);
}

DocumentGate::Outcome DocumentGate::applyRequest(const QByteArray &document)
{
    const qint64 now = m_clock.now();
    const PackState state = m_memory.state(now);
    const Verdict verdict = verifyRequest(document, state);
    if (verdict.refusal)
        return refuse(*verdict.refusal, document);
    if (verdict.alreadyApplied)
        return {{}, true, state.receipts.value(verdict.payloadSha256)};

    PackContents next = m_memory.contents();
    next.values = valuesAfter(*verdict.request, state);
    next.addChange(state.serial, now, verdict.payloadSha256);
    Receipt receipt;
    receipt.document = verdict.payloadSha256;
    receipt.serial = state.serial;
    receipt.policyVersion = state.policy.version;
    receipt.at = now;
    receipt.logCount = next.logCount;
    receipt.logHash = next.logHash;
    for (const ParameterChange &change : verdict.request->forPack(state.serial)->changes) {
        const StoredValue stored = next.values.value(change.parameter);
        receipt.applied.append({change.parameter, stored.inForce(now), stored.revision});
    }
    for (const SignatureFinding &signature : verdict.signatures) {
        if (signature.counted)
            receipt.counted.append(signature.leaf.sha256);
    }
    const auto signedReceipt = CoseSign1::make(QByteArray(contenttype::receipt), receipt.encode(), *m_deviceKey, now);
    if (!signedReceipt.ok())
        return {signedReceipt.error(), false, {}};
    const QByteArray bytes = signedReceipt->encode();
    next.receipts.prepend({verdict.payloadSha256, bytes});
    while (next.receipts.size() > PackContents::maxReceipts)
        next.receipts.removeLast();
    next.clockFloor = std::max(next.clockFloor, now);
    // commit() reads back what it wrote and compares: the receipt speaks of stored values, or there is none.
    if (auto stored = m_memory.commit(next); !stored.ok())
        return {stored.error(), false, {}};
    return {{}, false, bytes};
}

DocumentGate::Outcome DocumentGate::takeIn(int kind, const QByteArray &document)
{
    const PackState state = m_memory.state(m_clock.now());
    PackContents next = m_memory.contents();
    if (kind == documentkind::crl) {
        const auto lists = takeCrl(document, state);
        if (!lists.ok())
            return refuse(lists.error(), document);
        next.crls.clear();
        for (const CrlEntry &entry : *lists)
            next.crls.append(encodeCrlEntry(entry));
    } else {
        const auto withdrawals = takeWithdrawal(document, state);
        if (!withdrawals.ok())
            return refuse(withdrawals.error(), document);
        next.withdrawals = *withdrawals;
    }
    if (next == m_memory.contents())
        return {{}, true, {}};
    if (auto stored = m_memory.commit(next); !stored.ok())
        return {stored.error(), false, {}};
    return {{}, false, {}};
}

DocumentGate::Outcome DocumentGate::refuse(const Error &error, const QByteArray &document)
{
    PackContents next = m_memory.contents();
    next.addRefusal(m_clock.now(), error, sha256(document));
    if (auto stored = m_memory.commit(next); !stored.ok())
        return {stored.error(), false, {}};
    return {error, false, {}};
}

quint8 DocumentGate::negativeResponse(Code code)
{
    switch (code) {
    case Code::AboveSiliconLimit:
    case Code::OutsideCharter:
    case Code::OutsidePolicy:
    case Code::StepTooLarge:
    case Code::CrossRule:
        return nrc::requestOutOfRange;
    default:
        return int(code) < refusalReasonCount ? nrc::conditionsNotCorrect : nrc::generalProgrammingFailure;
    }
}

} // namespace packwarden::sim
