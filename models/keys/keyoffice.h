// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keys/compromise.h"
#include "models/keys/issuance.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace packwarden {

class Workspace;

/// Issues, renews and revokes with an issuing key that is opened for that one action, used on a worker thread, and
/// dropped. Each action is recorded before anything is given out; a refusal is recorded with its reason.
class KeyOffice final : public QObject
{
    Q_OBJECT
public:
    struct IssuerKey
    {
        QString locator; ///< a key file's path, or a token's URI
        QString secret;
        QString which = {}; ///< of a file or token that has several, as pki::readKey has it
    };
    struct Outcome
    {
        QString action; ///< of auditaction
        QList<Certificate> issued;
        std::optional<CrlEntry> list;
        QStringList files; ///< written
        QStringList rolesLeftEmpty;
        Compromise compromise; ///< of revokeCompromised
        QList<PendingDocument> pending; ///< under way with a signature of what was revoked
        bool exposed = false; ///< others may read the key file
    };

    explicit KeyOffice(Workspace &workspace, QObject *parent = nullptr);
    ~KeyOffice() override;

    bool isBusy() const { return m_busy; }
    /// Each ends in finished or failed. Does nothing while another one is under way. seconds: 0: as long as usual.
    void issue(const IssuerKey &key, const pki::SigningRequest &request, qint64 seconds, const QString &folder);
    void renew(const IssuerKey &key, const QList<Certificate> &former, qint64 seconds, const QString &folder);
    /// firstNumber: of an issuer's first list; 0 where one must be known. listFile: a copy; may be empty.
    void revoke(const IssuerKey &key, const QList<Certificate> &revoked, qint64 firstNumber, const QString &listFile);
    /// And all that derives from it, as far as this issuer may.
    void revokeCompromised(
        const IssuerKey &key, const Certificate &certificate, qint64 firstNumber, const QString &listFile);

Q_SIGNALS:
    void started();
    void finished(const packwarden::KeyOffice::Outcome &outcome);
    void failed(const packwarden::Error &error);

private:
    using Issuer = OpenIssuer;
    struct Made
    {
        QList<Certificate> issued;
        std::optional<CrlEntry> list;
        QList<Certificate> revoked;
        Compromise compromise;
        bool compromised = false;
    };
    using Make = std::function<Result<Made>(const Issuer &issuer)>;

    void run(const char *action, const QString &subject, const IssuerKey &key, const QString &target, const Make &make);
    void revokeWith(const IssuerKey &key, const QString &subject, qint64 firstNumber, const QString &listFile,
        const std::function<Result<Made>(const Issuer &)> &choose);
    Result<Outcome> giveOut(const char *action, const Issuer &issuer, const Made &made, const QString &target);
    std::optional<IssuingRules> rules() const;

    Workspace &m_workspace;
    QThreadPool m_worker;
    bool m_busy = false;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::KeyOffice::Outcome)
