// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/csr.h"
#include "models/keys/keysmodel.h"
#include "models/workspace/auditedaction.h"

#include <QObject>
#include <QThreadPool>

namespace packwarden {

class Workspace;

/// A key that is to be made, and what its holder asks an issuer for.
struct NewKey
{
    static constexpr int usualBits = 3072; ///< RSA; 4096 is the other size that packs take
    QString keyFile; ///< PKCS#12; one that exists is never written over
    QString passphrase;
    int bits = usualBits;
    pki::Subject subject;
    pki::LeafName name; ///< empty: an issuing authority of the company
    QString requestFile; ///< PKCS#10, PEM; likewise
};

/// Makes keys in files, puts certificates beside them, and remembers certificates of people whom no pack told of yet.
/// One thing at a time, on a worker thread where it takes a while; recorded before anything is written, and where it is
/// refused. Lives on the thread of its owner; the workspace must outlive it.
class KeyMaker final : public QObject
{
    Q_OBJECT
public:
    explicit KeyMaker(Workspace &workspace, QObject *parent = nullptr);
    ~KeyMaker() override;

    bool isBusy() const { return m_busy; }
    /// Ends in made or failed. FileUnwritable for a file that exists, Malformed for names that no certificate can
    /// carry, WrongPassphrase for an empty one.
    void make(const NewKey &wanted);
    /// The certificates that an issuer sent, beside their key; what was there before is replaced. Ends in installed or
    /// failed. KeyUnusable for certificates of another key, and for a key file that would lose other keys; what the
    /// file has beside the chain is left out, as pki::readChainFile does.
    void install(const QString &keyFile, const QString &passphrase, const QString &certificateFile);
    /// Certificates under the pinned roots, from a file, into the list of the people that are known here. Returns them.
    /// UnknownIssuer while nothing is pinned, and for those of other roots.
    Result<QList<Certificate>> remember(const QString &certificateFile);

Q_SIGNALS:
    /// spkiSha256: of the new key, whose fingerprint is compared with the issuer.
    void made(const packwarden::NewKey &key, const QByteArray &spkiSha256);
    void installed(const QString &keyFile, const packwarden::Certificate &leaf);
    void failed(const packwarden::Error &error);

private:
    void refuse(AuditedAction action, const Error &error);
    void onMade(
        const NewKey &wanted, AuditedAction making, AuditedAction asking, const Result<pki::SigningRequest> &request);

    Workspace &m_workspace;
    QThreadPool m_worker;
    bool m_busy = false;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::NewKey)
