// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/openkey.h"
#include "models/keys/issuedbook.h"
#include "models/keys/issuing.h"
#include "models/keys/keymaker.h"
#include "models/keys/keysmodel.h"
#include "tests/models/support/modelworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QString passphrase = QStringLiteral("a long key phrase");

} // namespace

/// A key from its making to the day on which its holder signs in, and the twins that are refused and recorded.
class TestKeyMaker final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;

    static NewKey wanted(Desk &desk)
    {
        NewKey key;
        key.keyFile = desk.path("ada.p12");
        key.requestFile = desk.path("ada.csr");
        key.passphrase = passphrase;
        key.subject = {s("Ada Lane"), s("Leasing")};
        key.name = {s("leasing.ada-lane"), s("asset-manager"), {}, false};
        return key;
    }
    static Error ends(KeyMaker &maker, const std::function<void()> &act)
    {
        QSignalSpy failed(&maker, &KeyMaker::failed);
        QSignalSpy made(&maker, &KeyMaker::made);
        QSignalSpy installed(&maker, &KeyMaker::installed);
        act();
        (void)waitFor([&] { return !failed.isEmpty() || !made.isEmpty() || !installed.isEmpty(); }, 60'000);
        return failed.isEmpty() ? Error{Code::Internal, s("done")} : failed.constFirst().constFirst().value<Error>();
    }
    static bool isDone(const Error &error) { return error == Error{Code::Internal, s("done")}; }
    static qint64 records(Desk &desk, const char *action, const QString &outcome)
    {
        AuditFilter filter;
        filter.action = QLatin1String(action);
        filter.outcome = outcome;
        return desk.workspace().audit().count(filter);
    }
    /// What an issuer sends back for this request.
    QByteArray answer(const QString &requestFile)
    {
        const auto request = pki::readSigningRequest(*wholefile::read(requestFile, 100'000));
        const auto leaf = pki::issueFromRequest(m_world->root(s("leasing")), m_world->rootKey(s("leasing")), *request,
            {TestWorld::now - 100, TestWorld::now + 30 * TestWorld::day});
        return leaf.ok() ? leaf->toPem() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    void madeCertifiedInstalledSignedIn()
    {
        Desk desk(*m_world, m_pack);
        KeyMaker maker(desk.workspace());
        const NewKey key = wanted(desk);
        QVERIFY(isDone(ends(maker, [&] { maker.make(key); })));
        const auto request = pki::readSigningRequest(*wholefile::read(key.requestFile, 100'000));
        QVERIFY(request.ok());
        QCOMPARE(request->name, key.name);
        QCOMPARE(request->subject.organisation, s("Leasing"));
        QCOMPARE(records(desk, auditaction::makeKey, s("done")), 1);
        QCOMPARE(records(desk, auditaction::askForCertificate, s("done")), 1);
        // Another passphrase opens nothing, nor does a certificate of another key come beside it.
        const QString sent = desk.path("sent.pem");
        QVERIFY(wholefile::write(sent, answer(key.requestFile)).ok());
        QCOMPARE(
            ends(maker, [&] { maker.install(key.keyFile, s("another phrase"), sent); }).code, Code::WrongPassphrase);
        const QString stranger = desk.path("stranger.pem");
        QVERIFY(wholefile::write(stranger, m_world->key(s("leasing.asset-manager"))->leaf().toPem()).ok());
        QCOMPARE(ends(maker, [&] { maker.install(key.keyFile, passphrase, stranger); }).code, Code::KeyUnusable);
        QCOMPARE(ends(maker, [&] { maker.install(key.keyFile, passphrase, desk.path("none.pem")); }).code,
            Code::FileUnreadable);
        QCOMPARE(records(desk, auditaction::installCertificate, s("done")), 0);
        QVERIFY(isDone(ends(maker, [&] { maker.install(key.keyFile, passphrase, sent); })));
        QCOMPARE(records(desk, auditaction::installCertificate, s("done")), 1);
        const auto opened = openKeyFile(key.keyFile, passphrase);
        QVERIFY(opened.ok());
        QCOMPARE((*opened)->leaf().person, key.name.person);
    }

    void whatIsRefusedLeavesNoFile_data()
    {
        QTest::addColumn<int>("wrong");
        QTest::addColumn<Code>("code");
        QTest::newRow("the key file exists") << 0 << Code::FileUnwritable;
        QTest::newRow("the request file exists") << 1 << Code::FileUnwritable;
        QTest::newRow("no passphrase") << 2 << Code::WrongPassphrase;
        QTest::newRow("a role that is none") << 3 << Code::NotAnIdentifier;
        QTest::newRow("a folder that is not there") << 4 << Code::FileUnwritable;
    }

    void whatIsRefusedLeavesNoFile()
    {
        QFETCH(const int, wrong);
        QFETCH(const Code, code);
        Desk desk(*m_world, m_pack);
        KeyMaker maker(desk.workspace());
        NewKey key = wanted(desk);
        const QByteArray before = "of before";
        if (wrong == 0)
            QVERIFY(wholefile::write(key.keyFile, before).ok());
        if (wrong == 1)
            QVERIFY(wholefile::write(key.requestFile, before).ok());
        if (wrong == 2)
            key.passphrase.clear();
        if (wrong == 3)
            key.name.role = s("Asset Manager!");
        if (wrong == 4)
            key.keyFile = desk.path("no/such/folder/ada.p12");
        QCOMPARE(ends(maker, [&] { maker.make(key); }).code, code);
        QCOMPARE(records(desk, auditaction::makeKey, codeName(code)), 1);
        // Whatever was begun has its outcome.
        for (const char *action : {auditaction::makeKey, auditaction::askForCertificate})
            QCOMPARE(records(desk, action, s("begun")), wrong < 3 ? 0 : records(desk, action, codeName(code)));
        QCOMPARE(QFile::exists(key.keyFile), wrong == 0);
        QCOMPARE(QFile::exists(key.requestFile), wrong == 1);
        if (wrong < 2)
            QCOMPARE(*wholefile::read(wrong == 0 ? key.keyFile : key.requestFile, 1000), before);
        QVERIFY(!maker.isBusy());
    }

    void ownPeopleAreListedBeforeAPackMeetsThem()
    {
        Desk desk(*m_world, m_pack);
        KeyMaker maker(desk.workspace());
        KeysModel model(desk.workspace());
        const auto listed = [&](const QString &person) {
            const QList<Certificate> known = model.known();
            return std::any_of(
                known.begin(), known.end(), [&](const Certificate &each) { return each.person == person; });
        };
        const auto driver = m_world->makeKey({s("leasing"), s("leasing.bea"), s("asset-manager"), s("driver")});
        QByteArray pem;
        for (const Certificate &certificate : driver->chain())
            pem += certificate.toPem();
        const QString file = desk.path("driver.pem");
        QVERIFY(wholefile::write(file, pem).ok());
        QVERIFY(!listed(driver->leaf().person));
        const auto taken = maker.remember(file);
        QVERIFY2(taken.ok(), qPrintable(taken.ok() ? QString() : taken.error().detail));
        QCOMPARE(taken->size(), 1);
        model.refresh();
        QVERIFY(listed(driver->leaf().person));
        QCOMPARE(records(desk, auditaction::rememberCertificate, s("done")), 1);
        // The twin: of nobody whom these rules know.
        const QString other = desk.path("stranger.pem");
        QVERIFY(wholefile::write(other, m_world->key(s("stranger.engineer"))->leaf().toPem()).ok());
        QCOMPARE(maker.remember(other).code(), Code::UnknownIssuer);
        model.refresh();
        QVERIFY(!listed(s("stranger.engineer")));
        QCOMPARE(records(desk, auditaction::rememberCertificate, codeName(Code::UnknownIssuer)), 1);
    }
};

QTEST_GUILESS_MAIN(TestKeyMaker)
#include "tst_keymaker.moc"
