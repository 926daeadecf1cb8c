// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/pkifile.h"

#include "models/core/base/wholefile.h"
#include "models/core/pki/openssl.h"
#include "models/core/pki/pemtext.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>

#include <algorithm>

namespace packwarden::pki {

namespace {

/// How many bytes of the front one of OpenSSL's parsers takes; 0 if it takes none. With BER, which PKCS#7 and PKCS#12
/// may be in.
template <typename T>
qsizetype lengthOf(T *(*d2i)(T **, const unsigned char **, long), void (*free)(T *), QByteArrayView bytes)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *at = begin;
    T *object = d2i(nullptr, &at, long(bytes.size()));
    ERR_clear_error();
    if (!object)
        return 0;
    free(object);
    return at - begin;
}

bool takePkcs7(const QByteArray &bytes, PkiFile &file)
{
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.constData());
    const std::unique_ptr<PKCS7, ssl::Deleter<PKCS7_free>> object(d2i_PKCS7(nullptr, &at, long(bytes.size())));
    ERR_clear_error();
    if (!object || !PKCS7_type_is_signed(object.get()) || !object->d.sign)
        return false;
    const STACK_OF(X509) *certificates = object->d.sign->cert;
    for (int i = 0; i < sk_X509_num(certificates); ++i)
        file.certificates.append(ssl::der(i2d_X509, sk_X509_value(certificates, i)));
    const STACK_OF(X509_CRL) *lists = object->d.sign->crl;
    for (int i = 0; i < sk_X509_CRL_num(lists); ++i)
        file.lists.append(ssl::der(i2d_X509_CRL, sk_X509_CRL_value(lists, i)));
    return true;
}

/// Takes the first value of the bytes; its length, or 0 for what is none of these.
qsizetype takeFirst(QByteArrayView bytes, PkiFile &file)
{
    const auto own = [&](qsizetype size) {
        return QByteArray(bytes.data(), size);
    };
    if (const auto size = lengthOf(d2i_X509, X509_free, bytes)) {
        file.certificates.append(own(size));
        return size;
    }
    if (const auto size = lengthOf(d2i_X509_REQ, X509_REQ_free, bytes)) {
        file.requests.append(own(size));
        return size;
    }
    if (const auto size = lengthOf(d2i_X509_CRL, X509_CRL_free, bytes)) {
        file.lists.append(own(size));
        return size;
    }
    if (const auto size = lengthOf(d2i_PKCS12, PKCS12_free, bytes)) {
        file.keyStore = own(size);
        return size;
    }
    if (const auto size = lengthOf(d2i_PKCS7, PKCS7_free, bytes))
        return takePkcs7(own(size), file) ? size : 0;
    if (const auto size = lengthOf(d2i_X509_SIG, X509_SIG_free, bytes)) {
        file.keys.append({PkiFile::Key::Form::Encrypted, own(size)});
        return size;
    }
    const auto autoKey = [](EVP_PKEY **key, const unsigned char **at, long size) {
        return d2i_AutoPrivateKey(key, at, size);
    };
    if (const auto size = lengthOf<EVP_PKEY>(autoKey, EVP_PKEY_free, bytes)) {
        file.keys.append({PkiFile::Key::Form::Plain, own(size)});
        return size;
    }
    if (const auto size = lengthOf(d2i_PUBKEY, EVP_PKEY_free, bytes)) {
        file.kind = FileKind::PublicKey;
        return size;
    }
    return 0;
}

/// What some programs write behind a value: ends of lines, and the old end-of-file mark.
bool isPadding(QByteArrayView rest)
{
    return std::all_of(rest.begin(), rest.end(),
        [](char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t' || c == '\x1a'; });
}

FileNote tooMany()
{
    return {FileNote::What::TooMany, QString::number(PkiFile::maxItems)};
}

/// One value after the other. False where the first is none of these.
bool takeDer(QByteArrayView bytes, PkiFile &file)
{
    for (int item = 0; !isPadding(bytes); ++item) {
        if (item == PkiFile::maxItems) {
            file.odd = tooMany();
            return true;
        }
        const qsizetype certificatesBefore = file.certificates.size();
        const qsizetype size = takeFirst(bytes, file);
        if (size == 0 && item == 0)
            return false;
        if (size == 0) {
            file.odd = FileNote{FileNote::What::BytesAfter, {}};
            return true;
        }
        bytes = bytes.sliced(size);
        // What OpenSSL trusts a certificate for is its own business (TRUSTED CERTIFICATE).
        if (file.certificates.size() > certificatesBefore)
            bytes = bytes.sliced(lengthOf(d2i_X509_CERT_AUX, X509_CERT_AUX_free, bytes));
    }
    return true;
}

bool endsWithOneOf(const QByteArray &label, std::initializer_list<const char *> ends)
{
    return std::any_of(ends.begin(), ends.end(), [&](const char *end) { return label.endsWith(end); });
}

void takeBlock(const pem::Block &block, PkiFile &file)
{
    const bool ours = endsWithOneOf(block.label,
        {"CERTIFICATE", "CERTIFICATE REQUEST", "CRL", "PKCS7", "PKCS #7 SIGNED DATA", "CMS", "PRIVATE KEY"});
    if (block.label == "OPENSSH PRIVATE KEY")
        file.kind = FileKind::OpenSshKey;
    else if (block.label.startsWith("PGP "))
        file.kind = FileKind::PgpData;
    else if (block.encrypted && block.label.endsWith("PRIVATE KEY") && !block.der.isEmpty())
        file.keys.append({PkiFile::Key::Form::EncryptedPem, block.text});
    else if ((block.der.isEmpty() || !takeDer(block.der, file)) && ours)
        file.odd = FileNote{FileNote::What::Damaged, QString::fromLatin1(block.label)};
}

/// What is none of ours, by how it begins.
FileKind foreignKind(const QByteArray &bytes, const QByteArray &text)
{
    const QByteArray trimmed = text.left(4096).trimmed();
    const struct
    {
        FileKind kind;
        QByteArray begin;
    } begins[] = {
        {FileKind::JavaKeystore, QByteArray("\xfe\xed\xfe\xed", 4)},
        {FileKind::JavaKeystore, QByteArray("\xce\xce\xce\xce", 4)},
        {FileKind::BouncyCastleKeystore, QByteArray("\0\0\0\1\0\0\0\x14", 8)},
        {FileKind::BouncyCastleKeystore, QByteArray("\0\0\0\2\0\0\0\x14", 8)},
        {FileKind::WindowsStore, QByteArray("\0\0\0\0CERT", 8)},
        {FileKind::NssDatabase, QByteArrayLiteral("SQLite format 3")},
        {FileKind::NssDatabase, QByteArray("\0\x06\x15\x61", 4)},
        {FileKind::Pdf, QByteArrayLiteral("%PDF")},
        {FileKind::Archive, QByteArray("PK\3\4", 4)},
        {FileKind::Archive, QByteArray("\x1f\x8b", 2)},
        {FileKind::Archive, QByteArray("7z\xbc\xaf", 4)},
        {FileKind::Archive,
            QByteArray("\xfd"
                       "7zXZ",
                5)},
    };
    for (const auto &each : begins) {
        if (bytes.startsWith(each.begin))
            return each.kind;
    }
    const uchar first = bytes.isEmpty() ? 0 : uchar(bytes.at(0));
    if (first >= 0xa0 && first <= 0xb7 && bytes.contains(QByteArray("jpackwarden\x01", 12)))
        return FileKind::PackwardenFile;
    if (trimmed.startsWith("PuTTY-User-Key-File"))
        return FileKind::PuttyKey;
    if (trimmed.startsWith("---- BEGIN SSH2") || trimmed.startsWith("ssh-") || trimmed.startsWith("ecdsa-sha2-"))
        return FileKind::OpenSshKey;
    for (const char *header :
        {"MIME-Version:", "Content-Type:", "Received:", "Return-Path:", "From:", "Delivered-To:"}) {
        if (trimmed.startsWith(header))
            return FileKind::Mail;
    }
    if (trimmed.startsWith("SPKAC="))
        return FileKind::SpkacRequest;
    if (trimmed.startsWith('<'))
        return FileKind::WebPage;
    if (trimmed.startsWith('{') || trimmed.startsWith("[{"))
        return FileKind::Json;
    return trimmed.isEmpty() ? FileKind::Empty : FileKind::Unknown;
}

/// A file with a key is told as one, whatever else is in it.
FileKind kindOf(const PkiFile &file)
{
    const bool plain = std::any_of(file.keys.begin(), file.keys.end(),
        [](const PkiFile::Key &key) { return key.form == PkiFile::Key::Form::Plain; });
    if (!file.keyStore.isEmpty())
        return FileKind::KeyStore;
    if (!file.keys.isEmpty())
        return plain ? FileKind::PrivateKey : FileKind::EncryptedKey;
    if (!file.requests.isEmpty())
        return FileKind::Request;
    if (!file.certificates.isEmpty())
        return FileKind::Certificates;
    return file.lists.isEmpty() ? file.kind : FileKind::List;
}

PkiFile parsed(const QByteArray &bytes, bool within)
{
    PkiFile file;
    if (bytes.startsWith('\x30') && takeDer(bytes, file)) {
        file.kind = kindOf(file);
        return file;
    }
    const QByteArray text = pem::plainText(bytes);
    // What is in such a file is its own; a page or a configuration may have PEM in it all the same.
    const FileKind foreign = foreignKind(bytes, text);
    if (foreign != FileKind::Unknown && foreign != FileKind::WebPage && foreign != FileKind::Json
        && foreign != FileKind::Mail) {
        file.kind = foreign;
        return file;
    }
    const QList<pem::Block> blocks = pem::blocks(text, PkiFile::maxItems + 1);
    for (const pem::Block &block : blocks)
        takeBlock(block, file);
    if (blocks.size() > PkiFile::maxItems)
        file.odd = tooMany();
    if (const QByteArray der = blocks.isEmpty() ? pem::bareBase64(text) : QByteArray(); !der.isEmpty())
        takeDer(der, file);
    // PEM once more in base64, as configuration files of clusters have it.
    if (const QByteArray inner = within ? QByteArray() : pem::base64OfPem(text); !inner.isEmpty())
        return parsed(inner, true);
    file.kind = kindOf(file);
    if (file.kind != FileKind::Unknown)
        return file;
    file.kind = foreign;
    // SEQUENCE, and nothing that is known: most often the end is missing.
    if (file.kind == FileKind::Unknown && bytes.startsWith('\x30') && !file.odd)
        file.odd = FileNote{FileNote::What::Damaged, QStringLiteral("DER")};
    return file;
}

} // namespace

PkiFile PkiFile::of(const QByteArray &bytes)
{
    return parsed(bytes, false);
}

Result<PkiFile> PkiFile::read(const QString &path)
{
    const auto bytes = wholefile::read(path, maxBytes);
    return bytes.ok() ? Result<PkiFile>(of(*bytes)) : Result<PkiFile>(bytes.error());
}

} // namespace packwarden::pki
