// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/csr.h"
#include "models/keys/issuing.h"

#include <QCborMap>

#include <functional>

namespace packwarden {

class Workspace;

/// A key that issues, opened for one action and dropped.
struct OpenIssuer
{
    pki::PrivateKey key;
    QList<Certificate> chain; ///< of the key, its own certificate first
    const Certificate &own() const { return chain.constFirst(); }
};

/// What an issuer makes of a request. rules: none where the person answers for it. seconds: 0: as long as usual.
/// The errors of checkIssuable and pki::issueFromRequest. Any thread.
Result<Certificate> certify(const OpenIssuer &issuer, const pki::SigningRequest &request,
    const std::optional<IssuingRules> &rules, qint64 now, qint64 seconds);
/// The same people, roles and keys, newly dated; all or none. CertificateRevoked for one on a list that is known.
Result<QList<Certificate>> renewAll(const OpenIssuer &issuer, const QList<Certificate> &former,
    const std::optional<IssuingRules> &rules, qint64 now, qint64 seconds);

/// "alice-1f3a9c02.pem": serial numbers tell apart what names may not; people and packs are identifiers, so nothing
/// leads out of a folder.
QString certificateFileName(const Certificate &certificate);

/// How what was made leaves the issuer, in window and command line: recorded first, then remembered, then written.
/// The workspace must outlive it.
class Issuance final
{
public:
    /// Where the bytes go. Called once all is recorded.
    using Write = std::function<Result<>(const QByteArray &bytes)>;

    Issuance(Workspace &workspace, const OpenIssuer &issuer)
        : m_workspace(workspace)
        , m_issuer(issuer)
    {
    }

    /// action: of auditaction. With what is above it, without the root: that is pinned where it counts.
    Result<> giveOut(const char *action, const Certificate &certificate, const Write &write);
    /// What packs would not take is not given out: the errors of TrustBook::checkList.
    static Result<> check(Workspace &workspace, const CrlEntry &list);
    /// A list that was checked, and adds revoked. Returns the roles that lose their last holder.
    Result<QStringList> publish(
        const CrlEntry &list, const QList<Certificate> &revoked, bool isCompromise, const Write &write);

    /// In the name of the one who is signed in, or of the party.
    static Result<> record(Workspace &workspace, const char *action, const QString &subject, const QString &party,
        const Result<> &result, const QCborMap &detail = {});

private:
    Workspace &m_workspace;
    const OpenIssuer &m_issuer;
};

} // namespace packwarden
