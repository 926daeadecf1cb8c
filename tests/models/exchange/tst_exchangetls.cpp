// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchange.h"
#include "tests/support/privatepostgres.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// What it printed; a null array where it failed.
QByteArray openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(s("openssl"), arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0 ? process.readAllStandardOutput() + ' '
                                                                      : QByteArray();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Loopback, but not the address that counts as this machine: here a server must prove who it is. One of this process
/// alone, so that the usual port is free there.
QString host()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return QStringLiteral("127.77.%1.%2").arg(pid >> 8 & 0xFF).arg((pid & 0xFF) | 1);
}

} // namespace

/// A server of another machine, as far as the address can tell: only one that proves its name under the certificate
/// that was named is talked with.
class TestExchangeTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_server->stop(); }
    void whoProvesItsNameIsTalkedWith_data();
    void whoProvesItsNameIsTalkedWith();
    void aCertificateThatIsExchanged();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void makeAuthority(const char *name);
    void makeCertificate(const char *name, const char *authority, const QString &address);
    /// With this certificate; empty: without TLS.
    bool start(const QString &certificate);
    bool give(const QString &certificate);
    Result<Exchange::Status> ask(const char *authority)
    {
        const QString text
            = QStringLiteral("postgresql://leasing@%1/exchange?sslrootcert=%2").arg(host(), path(authority));
        auto exchange = Exchange::open(*ExchangeAddress::parse(text));
        return exchange.ok() ? (*exchange)->status() : Result<Exchange::Status>(exchange.error());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PrivatePostgres> m_server;
};

void TestExchangeTls::makeAuthority(const char *name)
{
    QVERIFY(!openssl({s("req"), s("-x509"), s("-newkey"), s("ec"), s("-pkeyopt"), s("ec_paramgen_curve:P-256"),
                         s("-nodes"), s("-days"), s("30"), s("-subj"), s("/CN=authority of a test"), s("-keyout"),
                         path(name) + s(".key"), s("-out"), path(name)})
                 .isNull());
}

void TestExchangeTls::makeCertificate(const char *name, const char *authority, const QString &address)
{
    QVERIFY(
        !openssl({s("req"), s("-new"), s("-newkey"), s("ec"), s("-pkeyopt"), s("ec_paramgen_curve:P-256"), s("-nodes"),
                     s("-subj"), s("/CN=server of a test"), s("-addext"), s("subjectAltName=IP:") + address,
                     s("-keyout"), path(name) + s(".key"), s("-out"), path(name) + s(".csr")})
             .isNull());
    QVERIFY(!openssl({s("x509"), s("-req"), s("-in"), path(name) + s(".csr"), s("-CA"), path(authority), s("-CAkey"),
                         path(authority) + s(".key"), s("-CAcreateserial"), s("-days"), s("30"), s("-copy_extensions"),
                         s("copyall"), s("-out"), path(name)})
                 .isNull());
}

void TestExchangeTls::initTestCase()
{
    makeAuthority("ours.pem");
    makeAuthority("theirs.pem");
    makeCertificate("server", "ours.pem", host());
    makeCertificate("again", "ours.pem", host());
    makeCertificate("elsewhere", "ours.pem", s("127.0.0.3"));
    makeCertificate("stranger", "theirs.pem", host());
    m_server = std::make_unique<PrivatePostgres>();
    QVERIFY2(start({}), qPrintable(m_server->said));
    const auto owner = Exchange::open(*ExchangeAddress::parse(m_server->address(s("owner"))));
    QVERIFY(owner.ok());
    QVERIFY((*owner)->init({{s("leasing"), s("leasing")}}).ok());
    m_server->stop();
}

bool TestExchangeTls::give(const QString &certificate)
{
    return !m_server->addFile(s("server.crt"), contents(m_folder.filePath(certificate))).isEmpty()
        && !m_server->addFile(s("server.key"), contents(m_folder.filePath(certificate + s(".key")))).isEmpty();
}

bool TestExchangeTls::start(const QString &certificate)
{
    const QString rules = m_server->addFile(s("hba.conf"), "local all all trust\nhost all all 127.0.0.0/8 trust\n");
    m_server->options = {s("-c"), s("listen_addresses=") + host(), s("-c"), s("hba_file=") + rules};
    if (!certificate.isEmpty()) {
        if (!give(certificate))
            return false;
        m_server->options
            += QStringList{s("-c"), s("ssl=on"), s("-c"), s("ssl_cert_file=") + m_server->folder() + s("/server.crt"),
                s("-c"), s("ssl_key_file=") + m_server->folder() + s("/server.key")};
    }
    return m_server->start();
}

void TestExchangeTls::whoProvesItsNameIsTalkedWith_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QByteArray>("authority");
    QTest::addColumn<bool>("good");
    QTest::newRow("its own name") << s("server") << QByteArray("ours.pem") << true;
    QTest::newRow("another name") << s("elsewhere") << QByteArray("ours.pem") << false;
    QTest::newRow("of an authority that was not named") << s("stranger") << QByteArray("ours.pem") << false;
    QTest::newRow("under another authority") << s("server") << QByteArray("theirs.pem") << false;
    QTest::newRow("an authority that is not there") << s("server") << QByteArray("none.pem") << false;
    QTest::newRow("without TLS") << QString() << QByteArray("ours.pem") << false;
}

void TestExchangeTls::whoProvesItsNameIsTalkedWith()
{
    QFETCH(const QString, certificate);
    QFETCH(const QByteArray, authority);
    QFETCH(const bool, good);
    QVERIFY2(start(certificate), qPrintable(m_server->said));
    const auto status = ask(authority.constData());
    QCOMPARE(status.ok(), good);
    if (good) {
        QVERIFY(status->isEncrypted);
        QCOMPARE(status->party, s("leasing"));
    } else {
        QCOMPARE(status.code(), Code::ExchangeUnavailable);
        QVERIFY(!status.error().detail.isEmpty());
    }
}

void TestExchangeTls::aCertificateThatIsExchanged()
{
    QVERIFY2(start(s("server")), qPrintable(m_server->said));
    QVERIFY(ask("ours.pem").ok());
    // A new one of the same authority, as every year: nobody notices.
    QVERIFY(give(s("again")));
    QVERIFY(!m_server->sql(s("select pg_reload_conf()")).isNull());
    QTRY_VERIFY(ask("ours.pem").ok());
    // Somebody else's: nobody talks with it, and its own members do again when it is back.
    QVERIFY(give(s("stranger")));
    QVERIFY(!m_server->sql(s("select pg_reload_conf()")).isNull());
    QTRY_VERIFY(!ask("ours.pem").ok());
    QVERIFY(give(s("server")));
    QVERIFY(!m_server->sql(s("select pg_reload_conf()")).isNull());
    QTRY_VERIFY(ask("ours.pem").ok());
}

QTEST_GUILESS_MAIN(TestExchangeTls)
#include "tst_exchangetls.moc"
