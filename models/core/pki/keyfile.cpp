// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/fingerprint.h"
#include "models/core/base/ids.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/keybags.h"
#include "models/core/pki/keykind.h"
#include "models/core/pki/pki.h"
#include "models/core/pki/x509build.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>

#include <QFile>

#include <algorithm>

namespace packwarden::pki {

using build::failed;
using build::nativeOf;

namespace {

using Pkcs12Ptr = std::unique_ptr<PKCS12, ssl::Deleter<PKCS12_free>>;

/// One of the keys of a file, as it is chosen.
struct Candidate
{
    EVP_PKEY *key = nullptr;
    QString name; ///< of its certificate, or as the file calls it
    QString friendlyName;
    QString fingerprint; ///< of the key, as people compare it
    QByteArray certificate; ///< DER of any that is the key's; empty if there is none
    QString text() const
    {
        return QStringLiteral("%1 [%2]").arg(QString(name).replace(u';', u','), fingerprint.left(9));
    }
};

QString fingerprintOf(EVP_PKEY *key)
{
    X509_PUBKEY *encoded = nullptr;
    X509_PUBKEY_set(&encoded, key);
    const std::unique_ptr<X509_PUBKEY, ssl::Deleter<X509_PUBKEY_free>> owned(encoded);
    return owned ? fingerprintText(sha256(ssl::der(i2d_X509_PUBKEY, owned.get()))) : QString();
}

Candidate candidateOf(const KeyBags::Key &key, const QList<QByteArray> &certificates)
{
    Candidate candidate{key.key.get(), key.name, key.name, fingerprintOf(key.key.get()), {}};
    for (const QByteArray &der : certificates) {
        const auto x509 = ssl::parseCertificate(der);
        const bool own = x509 && EVP_PKEY_eq(X509_get0_pubkey(x509.get()), candidate.key) == 1;
        ERR_clear_error();
        if (!own)
            continue;
        candidate.certificate = der;
        if (const QString name = ssl::nameField(X509_get_subject_name(x509.get()), NID_commonName); ssl::isPlain(name))
            candidate.name = name;
    }
    if (candidate.name.isEmpty() || !ssl::isPlain(candidate.name))
        candidate.name = QStringLiteral("key");
    return candidate;
}

bool isChosen(const Candidate &candidate, const QString &which)
{
    constexpr qsizetype fewest = 4; // digits of a fingerprint
    const QString hex = plainFingerprint(which).remove(u'[').remove(u']');
    return which == candidate.text() || which == candidate.name || which == candidate.friendlyName
        || (hex.size() >= fewest && plainFingerprint(candidate.fingerprint).startsWith(hex));
}

QString textOf(const QList<Candidate> &candidates)
{
    QStringList texts;
    for (const Candidate &candidate : candidates)
        texts.append(candidate.text());
    return texts.join(QStringLiteral("; "));
}

Error note(FileNote::What what, const QString &path, const QString &argument = {}, Code code = Code::KeyUnusable)
{
    return FileNote{what, argument}.error(code, path);
}

/// The one key that is meant.
Result<Candidate> choose(const KeyBags &bags, const QString &which, bool withChain, const QString &path)
{
    QList<Candidate> all;
    std::optional<FileNote> problem;
    for (const KeyBags::Key &key : bags.keys) {
        if (auto why = whyNotUsable(key.key.get()); why)
            problem = why;
        else
            all.append(candidateOf(key, bags.certificates));
    }
    if (all.isEmpty() && !problem && !bags.unknownKey.isEmpty())
        problem = FileNote{FileNote::What::KeyKind, bags.unknownKey};
    if (all.isEmpty())
        return problem ? problem->error(Code::Algorithm, path) : note(FileNote::What::NoKey, path);
    QList<Candidate> fitting;
    for (const Candidate &candidate : all) {
        if (which.isEmpty() ? !withChain || !candidate.certificate.isEmpty() : isChosen(candidate, which))
            fitting.append(candidate);
    }
    if (fitting.isEmpty())
        return note(which.isEmpty() ? FileNote::What::NoCertificate : FileNote::What::NoSuchKey, path, textOf(all));
    if (fitting.size() > 1)
        return note(FileNote::What::SeveralKeys, path, textOf(fitting));
    return fitting.constFirst();
}

Result<QList<Certificate>> chainFor(const Candidate &candidate, const KeyBags &bags, const QString &path)
{
    QList<Certificate> good;
    for (const QByteArray &der : bags.certificates) {
        if (const auto certificate = Certificate::fromDer(der); certificate.ok())
            good.append(*certificate);
    }
    EVP_PKEY_up_ref(candidate.key);
    if (const QList<Certificate> chain = chainOf(PrivateKey::adopt(candidate.key), good); !chain.isEmpty())
        return chain;
    if (candidate.certificate.isEmpty())
        return note(FileNote::What::NoCertificate, path);
    return explained(Certificate::fromDer(candidate.certificate).error(), candidate.certificate).at(path);
}

Result<PrivateKey> open(const PkiFile &file, const QString &path, const QString &passphrase, const QString &which,
    QList<Certificate> *chain)
{
    if (file.odd)
        return file.odd->error(Code::KeyUnusable, path);
    if (file.keyStore.isEmpty() && file.keys.isEmpty() && !file.certificates.isEmpty())
        return note(FileNote::What::NoKey, path);
    if (file.keyStore.isEmpty() && file.keys.isEmpty())
        return FileNote{FileNote::What::NotWanted, {}, file.kind, FileKind::KeyStore}.error(Code::KeyUnusable, path);
    if (passphrase.isEmpty())
        return {Code::WrongPassphrase, path};
    const auto bags = openKeyBags(file, passphrase);
    if (!bags.ok())
        return bags.error().at(path);
    const auto chosen = choose(*bags, which, chain != nullptr, path);
    if (!chosen.ok())
        return chosen.error();
    if (chain) {
        const auto own = chainFor(*chosen, *bags, path);
        if (!own.ok())
            return own.error();
        *chain = *own;
    }
    EVP_PKEY_up_ref(chosen->key);
    return PrivateKey::adopt(chosen->key);
}

} // namespace

Result<> writeKeyFile(const QString &path, const PrivateKey &key, const QList<Certificate> &chain,
    const QString &passphrase, int iterations)
{
    // Whoever finds the file would have the key.
    if (passphrase.isEmpty())
        return {Code::WrongPassphrase, path};
    const auto leaf = chain.isEmpty() ? ssl::X509Ptr() : ssl::parseCertificate(chain.constFirst().der);
    STACK_OF(X509) *others = sk_X509_new_null();
    for (qsizetype i = 1; i < chain.size(); ++i) {
        if (auto x509 = ssl::parseCertificate(chain.at(i).der))
            sk_X509_push(others, x509.release());
    }
    // The form that most programs give for the same letters.
    const QByteArray secret = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    const QByteArray name = chain.isEmpty() ? QByteArray("key") : chain.constFirst().commonName.toUtf8();
    const Pkcs12Ptr file(PKCS12_create_ex(secret.constData(), name.constData(), nativeOf(key), leaf.get(), others,
        NID_aes_256_cbc, NID_aes_256_cbc, iterations, iterations, 0, nullptr, nullptr));
    sk_X509_pop_free(others, X509_free);
    if (!file || PKCS12_set_mac(file.get(), secret.constData(), -1, nullptr, 0, iterations, EVP_sha256()) != 1)
        return failed("PKCS#12");
    // What was there stays until the new one is known to open.
    const QByteArray bytes = ssl::der(i2d_PKCS12, file.get());
    QList<Certificate> readChain;
    const auto readBack = open(PkiFile::of(bytes), path, passphrase, {}, chain.isEmpty() ? nullptr : &readChain);
    if (!readBack.ok())
        return readBack.error();
    if (EVP_PKEY_eq(nativeOf(*readBack), nativeOf(key)) != 1 || readChain.value(0) != chain.value(0))
        return {Code::KeyUnusable, path};
    if (auto written = wholefile::write(path, bytes, wholefile::Readers::OwnerOnly); !written.ok())
        return written;
    const auto there = wholefile::read(path, PkiFile::maxBytes);
    if (!there.ok())
        return there.error();
    return *there == bytes ? Result<>::success() : Result<>(Code::FileUnwritable, path);
}

Result<PrivateKey> readKeyFile(
    const QString &path, const QString &passphrase, QList<Certificate> *chain, const QString &which)
{
    const auto file = PkiFile::read(path);
    return file.ok() ? open(*file, path, passphrase, which, chain) : Result<PrivateKey>(file.error());
}

Result<> checkRewritable(const QString &path, const QString &passphrase)
{
    const auto file = PkiFile::read(path);
    if (!file.ok())
        return file.error();
    const auto bags = openKeyBags(*file, passphrase);
    if (!bags.ok())
        return bags.error();
    return file->keyStore.isEmpty() || bags->keys.size() != 1 || !bags->unknownKey.isEmpty()
        ? Result<>(note(FileNote::What::NotRewritable, path))
        : Result<>::success();
}

bool isExposed(const QString &path)
{
    return (QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) != 0;
}

} // namespace packwarden::pki
