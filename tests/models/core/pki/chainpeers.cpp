// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/core/pki/chainpeers.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <algorithm>

namespace packwarden::test {

namespace {

constexpr char certificateKind[] = "CERTIFICATE";

QByteArray pem(const QList<QByteArray> &ders, const char *kind)
{
    QByteArray text;
    for (const QByteArray &der : ders) {
        text += QByteArray("-----BEGIN ") + kind + "-----\n";
        const QByteArray base64 = der.toBase64();
        for (qsizetype at = 0; at < base64.size(); at += 64)
            text += base64.mid(at, 64) + '\n';
        text += QByteArray("-----END ") + kind + "-----\n";
    }
    return text;
}

PeerVerdict run(const QString &program, const QStringList &arguments)
{
    constexpr int patience = 30'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    PeerVerdict verdict;
    if (!process.waitForStarted(patience) || !process.waitForFinished(patience))
        return verdict;
    verdict.ran = process.exitStatus() == QProcess::NormalExit;
    verdict.good = verdict.ran && process.exitCode() == 0;
    verdict.words = QString::fromUtf8(process.readAll()).simplified();
    return verdict;
}

QString in(const QString &folder, const char *name)
{
    return folder + u'/' + QLatin1String(name);
}

bool write(const QString &folder, const char *name, const QByteArray &text)
{
    QFile file(in(folder, name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

bool writeCase(const ChainCase &chain, const QString &folder)
{
    return QDir().mkpath(folder) && write(folder, "leaf.pem", pem({chain.leaf}, certificateKind))
        && write(folder, "between.pem", pem(chain.between, certificateKind))
        && write(folder, "chain.pem", pem(QList<QByteArray>{chain.leaf} + chain.between, certificateKind))
        && write(folder, "roots.pem", pem(chain.roots, certificateKind))
        && write(folder, "lists.pem", pem(chain.lists, "X509 CRL"));
}

PeerVerdict askOpenssl(const ChainCase &chain, const QString &folder)
{
    // Without -extended_crl some versions of OpenSSL take a delta list for a whole one.
    QStringList arguments{QStringLiteral("verify"), QStringLiteral("-x509_strict"), QStringLiteral("-crl_check_all"),
        QStringLiteral("-extended_crl"), QStringLiteral("-purpose"),
        chain.purpose == ChainPurpose::Person ? QStringLiteral("sslclient") : QStringLiteral("sslserver"),
        QStringLiteral("-auth_level"), QStringLiteral("3"), QStringLiteral("-verify_depth"), QStringLiteral("2"),
        QStringLiteral("-no-CAfile"), QStringLiteral("-no-CApath"), QStringLiteral("-no-CAstore"),
        QStringLiteral("-trusted"), in(folder, "roots.pem")};
    if (!chain.lists.isEmpty())
        arguments << QStringLiteral("-CRLfile") << in(folder, "lists.pem");
    if (!chain.between.isEmpty())
        arguments << QStringLiteral("-untrusted") << in(folder, "between.pem");
    return run(QStringLiteral("openssl"), arguments << in(folder, "leaf.pem"));
}

PeerVerdict askCerttool(const ChainCase &chain, const QString &folder)
{
    QStringList arguments{QStringLiteral("--verify"), QStringLiteral("--verify-profile"), QStringLiteral("high"),
        QStringLiteral("--verify-purpose"),
        chain.purpose == ChainPurpose::Person ? QStringLiteral("1.3.6.1.5.5.7.3.2")
                                              : QStringLiteral("1.3.6.1.5.5.7.3.1"),
        QStringLiteral("--load-ca-certificate"), in(folder, "roots.pem"), QStringLiteral("--infile"),
        in(folder, "chain.pem")};
    if (!chain.lists.isEmpty())
        arguments << QStringLiteral("--load-crl") << in(folder, "lists.pem");
    PeerVerdict verdict = run(QStringLiteral("certtool"), arguments);
    // --load-crl takes lists unseen: whether they are their issuers' and in date is another command, which looks at
    // the first certificate of a file only.
    const QList<QByteArray> issuers = (chain.roots + chain.between).mid(0, 4);
    for (qsizetype i = 0; verdict.good && i < chain.lists.size(); ++i) {
        verdict.good = std::any_of(issuers.begin(), issuers.end(), [&](const QByteArray &issuer) {
            if (!write(folder, "list.pem", pem({chain.lists.at(i)}, "X509 CRL"))
                || !write(folder, "issuer.pem", pem({issuer}, certificateKind)))
                return false;
            const PeerVerdict list = run(QStringLiteral("certtool"),
                {QStringLiteral("--verify-crl"), QStringLiteral("--load-ca-certificate"), in(folder, "issuer.pem"),
                    QStringLiteral("--infile"), in(folder, "list.pem")});
            verdict.ran = verdict.ran && list.ran;
            verdict.words += u' ' + list.words;
            return list.good && !list.words.contains(QLatin1String("Not verified"));
        });
    }
    return verdict;
}

} // namespace packwarden::test
