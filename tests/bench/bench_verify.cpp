// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/figure.h"
#include "tests/support/testworld.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <QCoreApplication>

using namespace packwarden;
using test::TestWorld;

namespace {

/// One RSA verification with nothing around it: key, bytes and signature are at hand.
struct RawVerification
{
    EVP_PKEY *key = nullptr;
    QByteArray bytes;
    QByteArray signature;

    bool run() const
    {
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
        const auto *mark = reinterpret_cast<const unsigned char *>(signature.constData());
        const bool good = EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key) == 1
            && EVP_DigestVerify(context, mark, size_t(signature.size()), data, size_t(bytes.size())) == 1;
        EVP_MD_CTX_free(context);
        return good;
    }
};

X509 *parse(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return d2i_X509(nullptr, &at, long(der.size()));
}

/// Header and length of a DER element; the content begins there.
qsizetype headerOf(const QByteArray &der, qsizetype at, qsizetype &length)
{
    const auto first = quint8(der.at(at + 1));
    length = first & 0x7f;
    if (first < 0x80)
        return 2;
    qsizetype bytes = length;
    length = 0;
    for (qsizetype i = 0; i < bytes; ++i)
        length = (length << 8) | quint8(der.at(at + 2 + i));
    return 2 + bytes;
}

/// What a certificate or a list of certificates says (to be signed) and its signature, by the issuer's key.
RawVerification rawOf(const QByteArray &der, EVP_PKEY *issuer)
{
    qsizetype length = 0;
    const qsizetype body = headerOf(der, 0, length);
    const qsizetype inner = headerOf(der, body, length);
    RawVerification raw;
    raw.key = issuer;
    raw.bytes = der.mid(body, inner + length);
    const qsizetype algorithm = body + inner + length;
    const qsizetype next = algorithm + headerOf(der, algorithm, length);
    const qsizetype bits = next + length;
    raw.signature = der.mid(bits + headerOf(der, bits, length) + 1);
    return raw;
}

struct Scene
{
    PackState pack;
    QByteArray document;
    std::vector<RawVerification> signatures; ///< over the document
    std::vector<RawVerification> chains; ///< certificates and lists, each once
    QList<QByteArray> certificates; ///< that had to be read for that: DER
};

Scene makeScene(TestWorld &world, int count)
{
    Scene scene;
    scene.pack = world.pack();
    const ChangeRequest request = world.request(scene.pack, QStringLiteral("soc.max"), 94000);
    CoseSign document = world.sign(request, QStringLiteral("courier.fleet-manager"), {});
    QStringList parties{QStringLiteral("courier"), QStringLiteral("courier-issuer")};
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    const std::pair<const char *, const char *> people[] = {{"leasing", "asset-manager"}, {"celldata", "specialist"}};
    for (int i = 0; document.signatures.size() < count; ++i) {
        const auto &[party, role] = people[i % 2];
        const QString name = QLatin1String(party) + u'.' + QLatin1String(role);
        const auto key = world.makeKey({QLatin1String(party), name + QString::number(i), QLatin1String(role),
            i < 2 ? name : QStringLiteral("bench-%1").arg(i)});
        if (!document.addSignature(*key, Meaning::Approve, TestWorld::now - 20, log).ok())
            qFatal("cannot sign");
        if (!parties.contains(QLatin1String(party)))
            parties.append(QLatin1String(party));
    }
    scene.document = document.encode();
    const auto keyOf = [&](const QString &party) {
        return X509_get_pubkey(parse(world.root(party).der));
    };
    for (const CoseSignature &signature : std::as_const(document.signatures)) {
        scene.signatures.push_back({X509_get_pubkey(parse(signature.chain.constFirst())),
            document.toBeSigned(signature), signature.signature});
        const QString issuer = signature.chain.size() > 1 ? QStringLiteral("courier-issuer")
            : Certificate::fromDer(signature.chain.constFirst())->issuerDer
                == world.root(QStringLiteral("leasing")).subjectDer
            ? QStringLiteral("leasing")
            : QStringLiteral("celldata");
        scene.chains.push_back(rawOf(signature.chain.constFirst(), keyOf(issuer)));
        scene.certificates.append(signature.chain.constFirst());
    }
    for (const QString &party : parties)
        scene.certificates.append(world.root(party).der);
    for (const QString &party : parties)
        scene.chains.push_back(rawOf(world.crl(party).crl.der, keyOf(party)));
    scene.chains.push_back(rawOf(world.root(QStringLiteral("courier-issuer")).der, keyOf(QStringLiteral("courier"))));
    return scene;
}

void measure(TestWorld &world, int count)
{
    Scene scene = makeScene(world, count);
    const auto signaturesAlone = [&] {
        for (const RawVerification &raw : scene.signatures)
            bench::must(raw.run(), "raw signature");
    };
    const auto everything = [&] {
        signaturesAlone();
        for (const RawVerification &raw : scene.chains)
            bench::must(raw.run(), "raw chain");
    };
    const auto verify = [&] {
        const Verdict verdict = verifyRequest(scene.document, scene.pack);
        bench::must(verdict.signatures.size() == count, "signatures");
        for (const SignatureFinding &signature : verdict.signatures)
            bench::must(!signature.problem, "signature");
    };
    const auto parsed = [&] {
        for (const QByteArray &der : scene.certificates)
            X509_free(parse(der));
        everything();
    };
    const QByteArray name = "verify " + QByteArray::number(count) + " signatures";
    const bench::Pair cold = bench::inTurns(verify, everything);
    bench::print((name + ", nothing known before").constData(), cold.mine * 1e6, "us",
        "RSA by OpenSSL over signatures, certificates and lists, all parsed", cold.mine / cold.floor, 2);
    const bench::Pair fair = bench::inTurns(verify, parsed);
    bench::print((name + ", nothing known before").constData(), fair.mine * 1e6, "us",
        "the same, the certificates parsed by OpenSSL once", fair.mine / fair.floor, 2);
    scene.pack = scene.pack.remembering();
    const bench::Pair warm = bench::inTurns(verify, signaturesAlone);
    bench::print((name + ", chains known").constData(), warm.mine * 1e6, "us",
        "RSA by OpenSSL over the signatures alone, keys parsed", warm.mine / warm.floor, 1.2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const CryptoRuntime crypto;
    TestWorld world;
    for (int count : {2, 12})
        measure(world, count);
    return 0;
}
