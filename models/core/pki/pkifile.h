// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/csr.h"
#include "models/core/pki/filenote.h"

namespace packwarden::pki {

/// The one intake for what other programs write: certificates, requests, revocation lists and keys, told by their bytes
/// and never by the file's name. Taken are PEM (RFC 7468, with the older labels, text around it, any ends of lines, a
/// byte order mark, UTF-16), DER (X.690, several in a row, with a final newline), DER in base64 without the lines of
/// PEM, and PKCS#7 (RFC 2315, without a signer) in both forms. Everything is kept in the order of the file. Any thread.
struct PkiFile
{
    static constexpr qint64 maxBytes = 4LL * 1024 * 1024;
    static constexpr int maxItems = 256; ///< a file with more is odd

    /// A private key as it lies in the file.
    struct Key
    {
        enum class Form {
            Encrypted, ///< PKCS#8, EncryptedPrivateKeyInfo (RFC 5958)
            EncryptedPem, ///< the whole block of PEM with a DEK-Info line (RFC 1421)
            Plain, ///< PKCS#8 or the form of one algorithm, without a passphrase
        };
        Form form = Form::Plain;
        QByteArray bytes; ///< DER, or the block
    };

    FileKind kind = FileKind::Unknown; ///< what is said of it first
    QList<QByteArray> certificates; ///< DER; nobody looked whether Packwarden can use them
    QList<QByteArray> requests;
    QList<QByteArray> lists;
    QList<Key> keys;
    QByteArray keyStore; ///< PKCS#12
    std::optional<FileNote> odd; ///< damage beside what could be read, or instead of it

    static PkiFile of(const QByteArray &bytes);
    /// FileUnreadable, TooLarge.
    static Result<PkiFile> read(const QString &path);
};

/// Each names the path in its errors, and where a FileNote fits, ends with one. All: FileUnreadable, TooLarge,
/// Malformed, NotCanonical, Algorithm.

/// The one request. SignatureInvalid, as readSigningRequest.
Result<SigningRequest> readRequestFile(const QString &path);
/// The certificate that is meant: the one that issued no other of the file. What belongs to another holder than it may
/// lie beside it if it is an authority. Of two that could be meant neither is taken.
Result<Certificate> readCertificateFile(const QString &path);
/// All that Packwarden can use, in the order of the file; at least one.
Result<QList<Certificate>> readCertificatesFile(const QString &path);
/// The one authority that signed itself.
Result<Certificate> readRootFile(const QString &path);
/// The certificates for this key: the one of it that lasts longest, then its issuers as far as the file has them, also
/// the root. KeyUnusable where none is of the key.
Result<QList<Certificate>> readChainFile(const QString &path, const PrivateKey &key);
/// The certificate that is meant, then its issuers without the root.
Result<QList<Certificate>> readChainFile(const QString &path);
/// All lists of a file, each with the authority that signed it where the file has that and it is no root.
Result<QList<CrlEntry>> readListFile(const QString &path);

/// From a leaf upwards: each issuer is the one among these that signed and lasts longest, a root only where there is no
/// other. With the root, if it is
/// there; at most so many.
QList<Certificate> chainAbove(const Certificate &leaf, const QList<Certificate> &candidates, int most = 6);
/// The same for a key: its certificate that lasts longest is the leaf. Empty if it has none.
QList<Certificate> chainOf(const PrivateKey &key, const QList<Certificate> &candidates);

} // namespace packwarden::pki
