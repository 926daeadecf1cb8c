// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/filewords.h"

#include <QFileInfo>

namespace packwarden {

using pki::FileKind;
using What = pki::FileNote::What;

QString FileWords::name(FileKind kind)
{
    switch (kind) {
    case FileKind::Empty:
        return tr("an empty file");
    case FileKind::Certificates:
        return tr("a certificate");
    case FileKind::Request:
        return tr("a certificate request");
    case FileKind::List:
        return tr("a revocation list");
    case FileKind::KeyStore:
        return tr("a key file (PKCS#12)");
    case FileKind::EncryptedKey:
        return tr("a private key");
    case FileKind::PrivateKey:
        return tr("a private key without a passphrase");
    case FileKind::PublicKey:
        return tr("a bare public key");
    case FileKind::JavaKeystore:
        return tr("a Java keystore (JKS)");
    case FileKind::BouncyCastleKeystore:
        return tr("a keystore of Bouncy Castle (BKS)");
    case FileKind::OpenSshKey:
        return tr("an OpenSSH key");
    case FileKind::PuttyKey:
        return tr("a PuTTY key");
    case FileKind::PgpData:
        return tr("data of OpenPGP");
    case FileKind::SpkacRequest:
        return tr("a web browser's request (SPKAC)");
    case FileKind::WindowsStore:
        return tr("a certificate store of Windows (SST)");
    case FileKind::NssDatabase:
        return tr("a database");
    case FileKind::Mail:
        return tr("a whole mail");
    case FileKind::PackwardenFile:
        return tr("a Packwarden document");
    case FileKind::Json:
        return tr("a JSON file");
    case FileKind::WebPage:
        return tr("a web page or XML");
    case FileKind::Pdf:
        return tr("a PDF");
    case FileKind::Archive:
        return tr("an archive");
    case FileKind::Unknown:
        break;
    }
    return tr("a file of an unknown kind");
}

QString FileWords::whatToDo(FileKind kind)
{
    switch (kind) {
    case FileKind::Empty:
        return tr("Get it again.");
    case FileKind::PrivateKey:
    case FileKind::EncryptedKey:
        return tr("A private key is never handed over; choose another file.");
    case FileKind::JavaKeystore:
        return tr("Convert it: keytool -importkeystore -srckeystore FILE -destkeystore NEW.p12 -deststoretype PKCS12");
    case FileKind::BouncyCastleKeystore:
        return tr("Convert it to PKCS#12 with the program that made it.");
    case FileKind::OpenSshKey:
    case FileKind::PuttyKey:
        return tr("It has no X.509 certificate. Ask your issuer for a key file.");
    case FileKind::PgpData:
        return tr("Decrypt it first.");
    case FileKind::SpkacRequest:
        return tr("Ask for one in PKCS#10, as openssl req -new makes it.");
    case FileKind::WindowsStore:
        return tr("Export it as PKCS#7 (.p7b).");
    case FileKind::NssDatabase:
        return tr("Export what is in it with the program that made it, as PKCS#12 or PEM.");
    case FileKind::Mail:
        return tr("Save its attachment first.");
    case FileKind::PackwardenFile:
        return tr("Open it under Sign-offs.");
    case FileKind::Json:
        return tr("Rules in JSON are opened under Permissions.");
    case FileKind::Certificates:
        return tr("Under Keys, install it with its key, or add it as a person's certificate.");
    case FileKind::WebPage:
        return tr("Probably a page about the file was saved. Download the file itself.");
    case FileKind::Pdf:
        return tr("Ask for the file itself.");
    case FileKind::Archive:
        return tr("Unpack it first.");
    default:
        return tr("Choose another file.");
    }
}

Sentence FileWords::sentence(const pki::FileNote &note, const QString &file)
{
    const QString &what = note.argument;
    const QString newKey = tr("Its holder makes a new key of RSA with 3072 bits.");
    const QString again = tr("Make it again with openssl pkcs12 -export.");
    const QString legacy = tr("Install OpenSSL's legacy module (Debian: openssl-provider-legacy), or convert the file "
                              "where that is there: openssl pkcs12 -legacy -in FILE -out KEY.pem, then openssl pkcs12 "
                              "-export -in KEY.pem -out NEW.p12");
    switch (note.what) {
    case What::NotWanted:
        return {tr("%1 is %2, but what is needed here is %3.").arg(file, name(note.found), name(note.wanted)),
            whatToDo(note.found)};
    case What::Damaged:
        return {tr("%1 is cut short or damaged (%2).").arg(file, what), tr("Get it again.")};
    case What::BytesAfter:
        return {tr("%1 has bytes after its end that belong to nothing.").arg(file), tr("Get it again.")};
    case What::TooMany:
        return {tr("%1 holds more than %2 certificates, requests, lists or keys.").arg(file, what),
            tr("Ask for a file with only what is needed.")};
    case What::SeveralRequests:
        return {tr("%1 holds %2 requests.").arg(file, what), tr("Ask for one file each.")};
    case What::SeveralRoots:
        return {tr("%1 holds several root certificates: %2.").arg(file, what), tr("Ask for the one that is meant.")};
    case What::SeveralHolders:
        return {
            tr("%1 holds several certificates that could be meant: %2.").arg(file, what), tr("Ask for one file each.")};
    case What::SeveralLists:
        return {tr("%1 holds %2 revocation lists.").arg(file, what), tr("Ask for the one that is meant.")};
    case What::NoRoot:
        return {tr("%1 holds no root certificate: %2 did not sign itself.").arg(file, what),
            tr("Ask for the certificate above it.")};
    case What::KeyKind:
        return {
            tr("%1 has a key of the kind %2. Packwarden needs RSA with 3072 to 4096 bits.").arg(file, what), newKey};
    case What::KeySize:
        return {tr("%1 has an RSA key of %2 bits. Packwarden needs 3072 to 4096.").arg(file, what), newKey};
    case What::KeyExponent:
        return {tr("%1 has an RSA key with the exponent %2. Packwarden needs 65537.").arg(file, what), newKey};
    case What::CertificateSignature:
        return {tr("The certificate in %1 is signed with %2. Packs take sha256WithRSAEncryption only.").arg(file, what),
            tr("The key is good: its issuer issues the certificate again with SHA-256.")};
    case What::ListSignature:
        return {
            tr("The revocation list in %1 is signed with %2. Packs take sha256WithRSAEncryption only.").arg(file, what),
            tr("Its issuer makes it again with SHA-256.")};
    case What::ListSize:
        return {tr("The revocation list in %1 has %2 bytes. Packs take 131072 at most.").arg(file, what),
            tr("Its issuer leaves out certificates that have expired.")};
    case What::ProofHash:
        return {tr("The request in %1 is signed with %2, which proves nothing any more.").arg(file, what),
            tr("The key is good: its holder makes the request again with SHA-256 (keytool: -sigalg SHA256withRSA).")};
    case What::SeveralKeys:
        return {tr("%1 holds several keys: %2.").arg(file, what), tr("Choose one.")};
    case What::NoSuchKey:
        return {tr("%1 has no such key. It has: %2.").arg(file, what), tr("Choose one.")};
    case What::NoKey:
        return {tr("%1 holds certificates only, and no key.").arg(file),
            tr("Ask the person who made the file for one with the key.")};
    case What::NoCertificate:
        return {tr("%1 has a key, but no certificate for it.").arg(file),
            tr("Ask your issuer for the certificate and install it first.")};
    case What::ForeignCertificates:
        return {tr("%1 has no certificate of this key, but of others: %2.").arg(file, what),
            tr("Choose the key that it belongs to, or another file.")};
    case What::NoIntegrity:
        return {tr("%1 has no integrity check (MAC): nothing shows whether it was changed.").arg(file),
            tr("Make it again: openssl pkcs12 -in FILE -nomacver -out KEY.pem, then openssl pkcs12 -export -in KEY.pem "
               "-out NEW.p12")};
    case What::UnknownIntegrity:
        return {tr("The integrity check of %1 is not known here (%2).").arg(file, what), again};
    case What::LegacyCipher:
        return {tr("%1 was made by an old program (%2), which OpenSSL can only read with its legacy module; that is "
                   "missing here.")
                    .arg(file, what),
            legacy};
    case What::UnknownCipher:
        return {tr("The encryption of %1 is not known here (%2).").arg(file, what), again};
    case What::KeyDerivation:
        return {tr("%1 derives its key in a way that is not used here (%2).").arg(file, what), again};
    case What::TooManyIterations:
        return {tr("%1 asks for more computing before it opens than is done here (%2 iterations).").arg(file, what),
            tr("Ask the person who made it for one with fewer iterations.")};
    case What::TwoPassphrases:
        return {tr("%1 has one passphrase for the file and another for what is in it.").arg(file),
            tr("Make it again with one for both: openssl pkcs12 -twopass -in FILE -out KEY.pem, then openssl pkcs12 "
               "-export -in KEY.pem -out NEW.p12")};
    case What::Unprotected:
        return {tr("%1 is a private key without a passphrase: everybody who finds it has the key.").arg(file),
            tr("Put it into a key file: openssl pkcs12 -export -in FILE -out NEW.p12")};
    case What::NotRewritable:
        return {tr("%1 is not a PKCS#12 file with this one key, so no certificate is put into it.").arg(file),
            tr("Make one: openssl pkcs12 -export -in FILE -out NEW.p12")};
    case What::Passphrase:
        return {tr("The certificates in %1 are under a passphrase.").arg(file),
            tr("Take them out: openssl pkcs12 -in FILE -nokeys -out CERTIFICATE.pem")};
    }
    return {};
}

QStringList FileWords::keyFilters()
{
    return {tr("Key files (*.p12 *.pfx *.pem *.key)")};
}

QStringList FileWords::requestFilters()
{
    return {tr("Requests (*.csr *.req *.p10 *.pem *.der *.txt)")};
}

QStringList FileWords::certificateFilters()
{
    return {tr("Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c *.txt)")};
}

QStringList FileWords::listFilters()
{
    return {tr("Revocation lists (*.crl *.pem *.der *.p7b *.txt)")};
}

std::optional<Sentence> FileWords::of(const Error &error)
{
    const auto *note = error.as<pki::FileNote>();
    if (!note)
        return std::nullopt;
    QString file = error.detail;
    file.chop(note->text().size());
    if (file.endsWith(QLatin1String(": ")))
        file.chop(2);
    // "PATH: HOLDER", or one of both.
    if (const QString path = file.section(QLatin1String(": "), 0, 0); path.startsWith(u'/'))
        file.replace(0, path.size(), QFileInfo(path).fileName());
    return sentence(*note, file.isEmpty() ? tr("The file") : file);
}

} // namespace packwarden
