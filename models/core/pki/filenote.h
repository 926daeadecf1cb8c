// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QString>

#include <optional>

namespace packwarden::pki {

/// What a file is that certificate software, or anybody, handed over.
enum class FileKind {
    Empty,
    Certificates, ///< one or more, also in PKCS#7
    Request, ///< PKCS#10
    List, ///< X.509 CRL
    KeyStore, ///< PKCS#12
    EncryptedKey, ///< a private key under a passphrase, alone or with certificates
    PrivateKey, ///< the same without a passphrase
    PublicKey,
    JavaKeystore, ///< JKS, JCEKS
    BouncyCastleKeystore,
    OpenSshKey,
    PuttyKey,
    PgpData,
    SpkacRequest, ///< Netscape's form of a request
    WindowsStore, ///< serialised certificate store (.sst)
    NssDatabase, ///< Firefox, Thunderbird: a database
    Mail,
    PackwardenFile,
    Json,
    WebPage,
    Pdf,
    Archive,
    Unknown,
};

/// What there is to say of such a file beyond a Code: the reason of an Error. At the end of its detail, "PATH: TEXT",
/// it stands in plain English with its remedy, so that the command line, the audit and JSON have it as it is; screens
/// say it in their own language.
struct FileNote
{
    enum class What {
        NotWanted, ///< of the kind found; wanted was another
        Damaged, ///< argument: the PEM label, or "PKCS#12"
        BytesAfter, ///< something follows that belongs to nothing
        TooMany, ///< argument: how many certificates, requests, lists and keys are looked at
        SeveralRequests, ///< argument: how many
        SeveralRoots, ///< argument: their names
        SeveralHolders, ///< argument: their names
        SeveralLists, ///< argument: how many
        NoRoot, ///< argument: the name of a certificate that did not sign itself
        KeyKind, ///< argument: "EC (prime256v1)", "ED25519", "RSASSA-PSS"
        KeySize, ///< argument: bits of an RSA key
        KeyExponent, ///< another than 65537
        CertificateSignature, ///< argument: the algorithm that signed it
        ListSignature,
        ListSize, ///< argument: bytes
        ProofHash, ///< argument: the algorithm that signed a request
        SeveralKeys, ///< argument: choices(), one of which is to be given back
        NoSuchKey, ///< argument: the same
        NoKey, ///< a file of keys in which there is none
        NoCertificate, ///< a key, and no certificate for it
        ForeignCertificates, ///< argument: names; none of them is the key's
        NoIntegrity, ///< PKCS#12 without a MAC
        UnknownIntegrity, ///< argument: the algorithm of the MAC
        LegacyCipher, ///< argument: the cipher, which OpenSSL's legacy module has and which is missing here
        UnknownCipher, ///< argument
        KeyDerivation, ///< argument: scrypt and others whose time cannot be bounded
        TooManyIterations, ///< argument: how many there are before it opens
        TwoPassphrases, ///< PKCS#12 whose contents are under another passphrase than its integrity check
        Unprotected, ///< a private key that everybody could use who finds the file
        NotRewritable, ///< only a PKCS#12 with one key takes a certificate in
        Passphrase, ///< a PKCS#12 whose certificates cannot be seen without its passphrase
    };
    What what = What::NotWanted;
    QString argument;
    FileKind found = FileKind::Unknown; ///< of NotWanted
    FileKind wanted = FileKind::Unknown; ///< Certificates, Request, List, KeyStore or PackwardenFile

    QString text() const;
    /// With itself as the reason.
    Error error(Code code, const QString &path = {}) const;
    bool operator==(const FileNote &) const = default;
};

/// "a Java keystore": what a file of this kind is called, in English.
QString nameOf(FileKind kind);
/// The keys that SeveralKeys and NoSuchKey name: each is what is given back as the choice.
QStringList choices(const FileNote &note);

} // namespace packwarden::pki
