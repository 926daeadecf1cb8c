// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/core/pack/linkvalues.h"
#include "models/signoffs/signoffjudgement.h"
#include "models/workspace/auditedaction.h"

#include <map>

namespace packwarden {

class Workspace;

/// The deliveries of one document that are under way, and what the audit has of them: "begun" before a pack gets it,
/// what came of it, and what a receipt says of an earlier delivery of which nothing was heard. The workspace must
/// outlive it.
class DeliveryRecord final
{
public:
    explicit DeliveryRecord(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    bool isUnderWay(const PackSerial &serial) const { return m_begun.contains(serial); }
    /// document: SHA-256 of the bytes that are sent. AuditUnwritable: it must not be sent.
    Result<> begin(const PackSerial &serial, const QString &fingerprint, const QByteArray &document);

    struct Outcome
    {
        Result<> result = Result<>::success(); ///< the pack's own error, ReceiptInvalid, AuditUnwritable
        std::optional<Receipt> receipt; ///< that is good, and recorded
    };
    /// Checks the receipt for this document and records what came of a delivery that is under way. UnexpectedAnswer:
    /// none is.
    Outcome finish(const DeliveryResult &result, const CoseSign &document, const QString &fingerprint);
    /// A receipt, by whatever way it came, is the outcome of a delivery of which nothing was heard. AuditUnwritable.
    Result<> settle(const SignoffJudgement &judgement);

private:
    struct Begun
    {
        AuditedAction action;
        QByteArray document;
    };
    Result<> settle(const QString &fingerprint, const QString &outcome, const QCborMap &detail, qint64 minAge);

    Workspace &m_workspace;
    std::map<PackSerial, Begun> m_begun;
};

} // namespace packwarden
