// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/deliveryrecord.h"

#include "models/audit/auditstore.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden {

namespace {

constexpr qint64 underWay = 300; ///< seconds that a delivery may take, here or in another program of this store

} // namespace

Result<> DeliveryRecord::begin(const PackSerial &serial, const QString &fingerprint, const QByteArray &document)
{
    AuditedAction action(m_workspace, auditaction::deliverRequest, fingerprint,
        {{QLatin1String("pack"), serial.text()}, {QLatin1String("document"), document}});
    if (auto begun = action.begin(); !begun.ok())
        return begun;
    m_begun.insert_or_assign(serial, Begun{action, document});
    return Result<>::success();
}

DeliveryRecord::Outcome DeliveryRecord::finish(
    const DeliveryResult &result, const CoseSign &document, const QString &fingerprint)
{
    const auto found = m_begun.find(result.serial);
    if (found == m_begun.end())
        return {Result<>(Code::UnexpectedAnswer, result.serial.text()), {}};
    Begun begun = found->second;
    m_begun.erase(found);
    Outcome outcome{result.applied ? Result<>::success() : Result<>(result.error), {}};
    if (result.applied) {
        const TrustSnapshot &trust = m_workspace.trust().snapshot();
        const auto receipt
            = verifyReceipt(result.receipt, document, result.serial, trust.pinned.charter, trust.crlsOf(result.serial));
        if (receipt.ok())
            outcome.receipt = *receipt;
        else
            outcome.result = receipt.error();
    }
    QCborMap more;
    if (outcome.receipt)
        more.insert(QLatin1String("receipt"), sha256(result.receipt));
    if (const auto recorded = begun.action.finish(outcome.result, more); !recorded.ok())
        return {recorded, {}};
    // An earlier delivery of which nothing was heard: the pack's answer to this one is its outcome, too.
    if (!outcome.result.ok() && int(outcome.result.code()) >= refusalReasonCount)
        return outcome; // the bus's word is no pack's
    more.insert(QLatin1String("pack"), result.serial.text());
    more.insert(QLatin1String("document"), begun.document);
    if (!outcome.result.ok() && !outcome.result.error().detail.isEmpty())
        more.insert(QLatin1String("detail"), outcome.result.error().detail);
    const QString word
        = outcome.result.ok() ? QString(QLatin1String(auditoutcome::done)) : QString(codeName(outcome.result.code()));
    if (const auto settled = settle(fingerprint, word, more, 0); !settled.ok())
        return {settled, {}};
    return outcome;
}

Result<> DeliveryRecord::settle(const SignoffJudgement &judgement)
{
    for (const PackJudgement &pack : judgement.packs) {
        if (!pack.receipt || isUnderWay(pack.serial) || m_workspace.audit().isReadOnly())
            continue;
        if (auto settled = settle(judgement.fingerprint, QLatin1String(auditoutcome::done),
                {{QLatin1String("pack"), pack.serial.text()}}, underWay);
            !settled.ok())
            return settled;
    }
    return Result<>::success();
}

Result<> DeliveryRecord::settle(
    const QString &fingerprint, const QString &outcome, const QCborMap &detail, qint64 minAge)
{
    const auto settled = m_workspace.audit().settle(m_workspace.session().actor(),
        {QLatin1String(auditaction::deliverRequest), fingerprint, outcome, detail}, minAge);
    return settled.ok() ? Result<>::success() : Result<>(settled.error());
}

} // namespace packwarden
