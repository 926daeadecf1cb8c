// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"
#include "models/core/pki/signingkey.h"

#include <memory>

namespace packwarden::pki {

/// An RSA private key in memory or on a token, as OpenSSL sees it; value semantics, shared.
class PrivateKey final
{
public:
    static Result<PrivateKey> generate(int bits = 3072);
    static Result<PrivateKey> fromPem(const QByteArray &pem);
    QByteArray toPem() const; ///< unencrypted PKCS#8: for a simulated pack's sealed slot only; empty for a token's
    /// Takes ownership of an EVP_PKEY*; what it depends on lives as long.
    static PrivateKey adopt(void *evpKey, const std::shared_ptr<void> &base = {});
    void *native() const { return m_key.get(); } ///< EVP_PKEY*

private:
    std::shared_ptr<void> m_key;
};

struct Validity
{
    qint64 from = 0;
    qint64 until = 0;
};

struct Subject
{
    QString commonName;
    QString organisation;
};

struct LeafName
{
    QString person; ///< both, or
    QString role;
    QString packSerial; ///< this one
    bool issuerGeneratedKey = false;
    bool operator==(const LeafName &) const = default;
};

/// Root (path length 1), authority (path length 0), leaf; serial numbers are 128 random bits.
Result<Certificate> issueRoot(const PrivateKey &key, const Subject &subject, Validity validity);
Result<Certificate> issueAuthority(const Certificate &root, const PrivateKey &rootKey, const PrivateKey &subjectKey,
    const Subject &subject, Validity validity);
Result<Certificate> issueLeaf(const Certificate &issuer, const PrivateKey &issuerKey, const PrivateKey &subjectKey,
    const Subject &subject, const LeafName &name, Validity validity);
/// A complete v2 list. Serial numbers big-endian.
Result<Crl> issueCrl(const Certificate &issuer, const PrivateKey &issuerKey, qint64 number, Validity validity,
    const QList<QByteArray> &revokedSerials);

constexpr int keyFileIterations = 600000;
/// The most that one file may ask for: the iterations of its integrity check and of each of its encrypted parts
/// together. A file of this project has 1,800,000.
constexpr qint64 maxKeyFileIterations = 5'000'000;
/// PKCS#12, AES-256-CBC, PBKDF2-HMAC-SHA256, MAC SHA-256; mode 0600. What was there stays until the new file is known
/// to open. chain: leaf first; may include the root; empty while the key waits for its certificate. WrongPassphrase for
/// an empty one, FileUnwritable, KeyUnusable.
Result<> writeKeyFile(const QString &path, const PrivateKey &key, const QList<Certificate> &chain,
    const QString &passphrase, int iterations = keyFileIterations);
/// The private key itself, from a PKCS#12 or from PEM and DER under a passphrase (see pkifile.h). Where the chain is
/// asked for, the file must hold the key's certificate: leaf, issuers, root, as far as they are there and in this
/// order, whatever else the file has. which: where the file has several keys, one of FileNote's choices(), the name of
/// a key or its certificate, or the first digits of its fingerprint. FileUnreadable, TooLarge, WrongPassphrase;
/// KeyUnusable and Algorithm with a FileNote; KeyUnusable also for a file whose key derivation would take more than
/// some seconds ("PATH: N iterations"). Malformed and others for a leaf that is none.
Result<PrivateKey> readKeyFile(
    const QString &path, const QString &passphrase, QList<Certificate> *chain = nullptr, const QString &which = {});
/// Would writeKeyFile in its place lose nothing else than the old certificates? KeyUnusable for a file of several keys
/// and for one that is no PKCS#12; the errors of readKeyFile.
Result<> checkRewritable(const QString &path, const QString &passphrase);

/// May others than the owner read the file? Worth a warning.
bool isExposed(const QString &path);

/// A SigningKey over a key in memory (a simulated pack's own, and tests) or on a token.
std::shared_ptr<SigningKey> makeSigningKey(const PrivateKey &key, const QList<Certificate> &chain);

} // namespace packwarden::pki
