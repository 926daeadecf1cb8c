// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/pki.h"

/// Certificates, requests, lists and keys in the forms in which other programs write them, and in forms that nobody
/// should. Needs a CryptoRuntime where keys are used.
namespace packwarden::test::forms {

/// width: letters in a line; 0: all in one.
QByteArray pem(const QByteArray &label, const QByteArray &der, int width = 64);
/// mark: with a byte order mark.
QByteArray utf16(const QByteArray &text, bool bigEndian, bool mark);

/// PKCS#7 without a signer, as issuers hand out chains.
QByteArray pkcs7(const QList<Certificate> &certificates, const QList<Crl> &lists = {});
/// With what OpenSSL trusts it for (TRUSTED CERTIFICATE).
QByteArray withTrust(const Certificate &certificate);

pki::PrivateKey ecKey();
/// The same, signed anew. hash: "SHA384"; pss: RSASSA-PSS.
QByteArray requestSigned(const QByteArray &der, const pki::PrivateKey &key, const char *hash, bool pss = false);
QByteArray certificateSigned(const QByteArray &der, const pki::PrivateKey &key, const char *hash);
QByteArray listSigned(const QByteArray &der, const pki::PrivateKey &key, const char *hash);

/// The same with so many more serial numbers.
QByteArray listRevoking(const QByteArray &der, const pki::PrivateKey &key, int count);

/// A private key in PEM under a passphrase: PKCS#8, or the form of before ("Proc-Type: 4,ENCRYPTED").
QByteArray sealedPem(const pki::PrivateKey &key, const QByteArray &secret, bool oldForm = false);

/// A PKCS#12 with anything in it, in any order.
struct KeyFile
{
    struct Entry
    {
        pki::PrivateKey key;
        QString name; ///< friendlyName; may be empty
    };
    enum class Mac { Usual, Pbmac1, None };
    QList<Entry> keys;
    QList<Certificate> certificates;
    QByteArray secret = "secret"; ///< as it goes into the key derivation
    QByteArray macSecret = {}; ///< for the integrity check, where it is another
    int cipher = 0; ///< a NID; 0: AES-256 by PBES2
    Mac mac = Mac::Usual;
    int iterations = 2000;
    QByteArray der() const;
};

} // namespace packwarden::test::forms
