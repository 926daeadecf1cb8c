// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/filenote.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace packwarden::pki {

namespace {

using What = FileNote::What;

struct Kind
{
    FileKind kind;
    const char *name;
    const char *remedy; ///< what to do where another kind was wanted; may be empty
};

constexpr Kind kinds[] = {
    {FileKind::Empty, "an empty file", "get it again"},
    {FileKind::Certificates, "a certificate", ""},
    {FileKind::Request, "a certificate request", ""},
    {FileKind::List, "a revocation list", ""},
    {FileKind::KeyStore, "a PKCS#12 key file", ""},
    {FileKind::EncryptedKey, "a private key", ""},
    {FileKind::PrivateKey, "a private key without a passphrase", "never hand it over"},
    {FileKind::PublicKey, "a bare public key", "ask its holder for the whole file"},
    {FileKind::JavaKeystore, "a Java keystore (JKS)",
        "convert it: keytool -importkeystore -srckeystore FILE -destkeystore NEW.p12 -deststoretype PKCS12"},
    {FileKind::BouncyCastleKeystore, "a keystore of Bouncy Castle (BKS)",
        "convert it to PKCS#12 with the program that made it"},
    {FileKind::OpenSshKey, "an OpenSSH key", "it has no certificate of X.509; ask your issuer for a key file"},
    {FileKind::PuttyKey, "a PuTTY key", "it has no certificate of X.509; ask your issuer for a key file"},
    {FileKind::PgpData, "data of OpenPGP", "decrypt it first, or ask for X.509"},
    {FileKind::SpkacRequest, "a request of a web browser (SPKAC)", "ask for one of PKCS#10: openssl req -new"},
    {FileKind::WindowsStore, "a certificate store of Windows (SST)", "export it as PKCS#7 (.p7b)"},
    {FileKind::NssDatabase, "a database", "export from the program that made it, as PKCS#12 or PEM"},
    {FileKind::Mail, "a whole mail", "save its attachment"},
    {FileKind::PackwardenFile, "a document of Packwarden", "open it among the documents"},
    {FileKind::Json, "a JSON file", ""},
    {FileKind::WebPage, "a web page or XML", "what was saved is a page about the file; download the file itself"},
    {FileKind::Pdf, "a PDF", "ask for the file itself"},
    {FileKind::Archive, "an archive", "unpack it first"},
    {FileKind::Unknown, "neither a certificate, a request, a revocation list nor a key", ""},
};

const Kind &of(FileKind kind)
{
    return *std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind &each) { return each.kind == kind; });
}

struct Words
{
    What what;
    const char *text; ///< %1 is the argument
};

constexpr Words words[] = {
    {What::Damaged, "cut short or damaged (%1); get the file again"},
    {What::BytesAfter, "bytes after its end belong to nothing; get the file again"},
    {What::TooMany, "more than %1 certificates, requests, lists or keys in one file; hand over only what is needed"},
    {What::SeveralRequests, "several requests in one file (%1); hand over one at a time"},
    {What::SeveralRoots, "several root certificates (%1); hand over the one that is meant"},
    {What::SeveralHolders, "several certificates that could be meant (%1); hand over one at a time"},
    {What::SeveralLists, "several revocation lists in one file (%1); hand over the one that is meant"},
    {What::NoRoot, "no root certificate, for %1 did not sign itself; ask for the one above it"},
    {What::KeyKind, "a key of the kind %1; Packwarden needs RSA with 3072 to 4096 bits, so its holder makes a new key"},
    {What::KeySize, "an RSA key of %1 bits; Packwarden needs 3072 to 4096, so its holder makes a new key"},
    {What::KeyExponent, "an RSA key with the exponent %1; Packwarden needs 65537, so its holder makes a new key"},
    {What::CertificateSignature,
        "a certificate signed with %1; packs take sha256WithRSAEncryption alone, so its issuer issues it again with "
        "SHA-256"},
    {What::ListSignature,
        "a revocation list signed with %1; packs take sha256WithRSAEncryption alone, so its issuer makes it again with "
        "SHA-256"},
    {What::ListSize, "a revocation list of %1 bytes; packs take 131072 at most"},
    {What::ProofHash,
        "a request signed with %1, which proves nothing any more; make it again with SHA-256 (keytool: -sigalg "
        "SHA256withRSA), the key may stay"},
    {What::SeveralKeys, "several keys in one file; choose one with --key-name: %1"},
    {What::NoSuchKey, "no key of this name or fingerprint in the file; it has: %1"},
    {What::NoKey, "certificates only, and no key; ask the person who made the file for one with the key"},
    {What::NoCertificate, "no certificate for its key; ask an issuer for one (keys request), then install it"},
    {What::ForeignCertificates, "no certificate of this key, but of others: %1"},
    {What::NoIntegrity,
        "a PKCS#12 without an integrity check (MAC), so nothing shows whether it was changed; make it again: openssl "
        "pkcs12 -in FILE -nomacver -out KEY.pem, then openssl pkcs12 -export -in KEY.pem -out NEW.p12"},
    {What::UnknownIntegrity,
        "a PKCS#12 whose integrity check is not known here: %1; make it again with openssl pkcs12 -export"},
    {What::LegacyCipher,
        "a PKCS#12 of an old program (%1), and OpenSSL's legacy module is missing here; install it (Debian: "
        "openssl-provider-legacy), or convert where it is there: openssl pkcs12 -legacy -in FILE -out KEY.pem, then "
        "openssl pkcs12 -export -in KEY.pem -out NEW.p12"},
    {What::UnknownCipher, "a cipher that is not known here: %1; make the file again with openssl pkcs12 -export"},
    {What::KeyDerivation,
        "a key derivation that is not used here: %1; make the file again with openssl pkcs12 -export"},
    {What::TooManyIterations,
        "%1 iterations before it opens, more than are done here; ask the person who made it for fewer"},
    {What::TwoPassphrases,
        "a PKCS#12 with one passphrase for the file and another for what is in it; make it again with one for both: "
        "openssl "
        "pkcs12 -twopass -in FILE -out KEY.pem, then openssl pkcs12 -export -in KEY.pem -out NEW.p12"},
    {What::Unprotected,
        "a private key without a passphrase, so everybody who finds the file has the key; put it into a key file: "
        "openssl pkcs12 -export -in FILE -out NEW.p12"},
    {What::NotRewritable,
        "not a PKCS#12 with this one key, so no certificate is put into it; make one: openssl pkcs12 -export -in FILE "
        "-out NEW.p12"},
    {What::Passphrase,
        "a PKCS#12 under a passphrase, where a certificate is wanted; take it out: openssl pkcs12 -in FILE -nokeys "
        "-out "
        "CERTIFICATE.pem"},
};

QString notWanted(FileKind found, FileKind wanted)
{
    const Kind &is = of(found);
    QString text = QStringLiteral("%1, where %2 is wanted").arg(nameOf(found), nameOf(wanted));
    if (*is.remedy)
        text += QStringLiteral("; ") + QLatin1String(is.remedy);
    return text;
}

} // namespace

QString nameOf(FileKind kind)
{
    return QLatin1String(of(kind).name);
}

QString FileNote::text() const
{
    if (what == What::NotWanted)
        return notWanted(found, wanted);
    const auto *pattern
        = std::find_if(std::begin(words), std::end(words), [this](const Words &each) { return each.what == what; });
    QString text = QLatin1String(pattern->text);
    return text.replace(QLatin1String("%1"), argument);
}

Error FileNote::error(Code code, const QString &path) const
{
    return {code, path.isEmpty() ? text() : QStringLiteral("%1: %2").arg(path, text()), *this};
}

QStringList choices(const FileNote &note)
{
    if (note.what != What::SeveralKeys && note.what != What::NoSuchKey)
        return {};
    return note.argument.split(QStringLiteral("; "), Qt::SkipEmptyParts);
}

} // namespace packwarden::pki
