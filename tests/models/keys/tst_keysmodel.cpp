// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/fleet/fleetmodel.h"
#include "models/keys/issuedbook.h"
#include "models/keys/keyoffice.h"
#include "models/keys/keysmodel.h"
#include "models/keys/revocation.h"
#include "models/packs/packsmodel.h"
#include "models/trust/startoutlook.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustfiles.h"
#include "tests/models/support/bigstore.h"
#include "tests/models/support/modelworld.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using test::Desk;
using test::TestWorld;

/// Who holds which key and what it is good for; issuing and revoking with a key that is opened for that alone; the
/// fleet and its tomorrow.
class TestKeysModel final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;

    static QString s(const char *text) { return QString::fromUtf8(text); }
    static QModelIndex find(const QAbstractItemModel &model, const QString &name, const QModelIndex &parent = {})
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (index.data(KeysModel::ValueRole).toString() == name)
                return index;
            if (const QModelIndex below = find(model, name, index); below.isValid())
                return below;
        }
        return {};
    }
    Certificate leaf(const QString &person, const QString &role, const char *commonName = nullptr)
    {
        const auto key = m_world->privateKey(s("keys-page"));
        const auto issued = pki::issueLeaf(m_world->root(s("leasing")), m_world->rootKey(s("leasing")), key,
            {commonName ? s(commonName) : person, s("Leasing")}, {person, role, {}, false},
            {TestWorld::now - 100, TestWorld::now + 30 * TestWorld::day});
        return issued.ok() ? *issued : Certificate();
    }
    QString rootFile(Desk &desk)
    {
        const QString path = desk.path("root.p12");
        return pki::writeKeyFile(path, m_world->rootKey(s("leasing")), {m_world->root(s("leasing"))}, s("secret"), 1000)
                   .ok()
            ? path
            : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(s(".*")));
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    void init() { QTest::failOnWarning(QRegularExpression(s(".*"))); }

    void lookalikes_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("twins");
        QTest::addColumn<int>("flags");
        const auto row = [](const char *name, const char *a, const char *b, bool twins, int flags = 0) {
            QTest::newRow(name) << s(a) << s(b) << twins << flags;
        };
        row("case 74: Cyrillic A", "Alice", "\u0410lice", true, lookalike::MixedScripts);
        row("case 74: zero width", "Alice", "Al\u200bice", true, lookalike::Hidden);
        row("case 74: direction override", "Alice", "\u202eAlice", true, lookalike::Hidden);
        row("case 74: composed and decomposed", "Zo\u00eb", "Zoe\u0308", true);
        row("case 74: a mark that stays apart", "Alice", "Alic\u0335e", true, lookalike::Combining);
        row("case 74: full width", "Alice", "\uff21lice", true);
        row("case 74: capital i, small l, one", "Ian Hill", "lan Hi1l", true);
        row("case 74: rn and m", "Barnes", "Bames", true);
        row("case 73: a line break", "Alice", "Ali\nce", true, lookalike::Hidden);
        row("different people", "Alice", "Alina", false);
        row("a name in one other alphabet", "Alice", "\u0418\u0432\u0430\u043d", false);
        row("two words, each in one alphabet", "Ivan", "Ivan \u0418\u0432\u0430\u043d", false);
    }

    void lookalikes()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, twins);
        QFETCH(int, flags);
        QCOMPARE(lookalike::skeleton(a) == lookalike::skeleton(b), twins);
        QCOMPARE(int(lookalike::flagsOf(b)), flags);
        QCOMPARE(int(lookalike::flagsOf(a)), 0);
    }

    void partiesAndPeople()
    {
        Desk desk(*m_world, m_pack);
        const Certificate good = leaf(s("leasing.new"), s("asset-manager"), "New manager");
        const Certificate foreign = leaf(s("leasing.driver"), s("specialist"), "No specialist");
        QVERIFY(IssuedBook(desk.workspace().folder()).keep(good).ok());
        QVERIFY(IssuedBook(desk.workspace().folder()).keep(foreign).ok());
        KeysModel model(desk.workspace());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QModelIndex mine = find(model, s("New manager"));
        QVERIFY(mine.isValid());
        QVERIFY(mine.parent().isValid());
        QCOMPARE(mine.data(KeysModel::StateRole).toInt(), int(KeyState::InUse));
        // Its issuer may not give that role: no pack would take it.
        QCOMPARE(find(model, s("No specialist")).data(KeysModel::StateRole).toInt(), int(KeyState::Blocked));
        desk.clock().advance(31 * TestWorld::day * 1000);
        model.refresh();
        QCOMPARE(find(model, s("New manager")).data(KeysModel::StateRole).toInt(), int(KeyState::Ended));
    }

    void manyKeysAreReadBesideTheWindow()
    {
        Desk desk(*m_world, m_pack);
        const QString folder = desk.workspace().folder();
        test::bigstore::addCertificates(folder, *m_world, 101);
        QVERIFY(IssuedBook(folder).hasMoreThan(100));
        QVERIFY(!IssuedBook(folder).hasMoreThan(101));
        KeysModel model(desk.workspace());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QVERIFY(model.isReading());
        QCOMPARE(model.rowCount(), 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        // Of several questions the newest alone is answered: what came meanwhile is there.
        QVERIFY(IssuedBook(folder).keep(leaf(s("leasing.new"), s("asset-manager"), "New manager")).ok());
        model.refresh();
        model.refresh();
        QTRY_VERIFY(!model.isReading());
        QCOMPARE(reset.size(), 1);
        QCOMPARE(find(model, s("New manager")).data(KeysModel::StateRole).toInt(), int(KeyState::InUse));
        QCOMPARE(find(model, s("SDB-FLEET-00050")).data(KeysModel::KindRole).toInt(), int(KeysModel::Kind::Pack));
        QVERIFY(find(model, s("SDB-FLEET-00051")) == QModelIndex());
        // Each is found by its certificate.
        for (const Certificate &certificate : model.known())
            QCOMPARE(model.indexOf(certificate).data(KeysModel::CertificateRole).value<Certificate>(), certificate);
        QCOMPARE(model.indexOf(Certificate()), QModelIndex());
        // And what it had stays on show until the next is there.
        model.refresh();
        QVERIFY(model.isReading() && model.rowCount() > 0);
        QTRY_VERIFY(!model.isReading());
    }

    void confusableNamesAreFlagged() // case 74
    {
        Desk desk(*m_world, m_pack);
        const IssuedBook book(desk.workspace().folder());
        QVERIFY(book.keep(leaf(s("leasing.a"), s("asset-manager"), "Alice")).ok());
        QVERIFY(book.keep(leaf(s("leasing.b"), s("asset-manager"), "\u0410lice")).ok());
        QVERIFY(book.keep(leaf(s("leasing.c"), s("asset-manager"), "Carol")).ok());
        KeysModel model(desk.workspace());
        QCOMPARE(find(model, s("Alice")).data(KeysModel::TwinsRole).toStringList(), QStringList{s("\u0410lice")});
        QCOMPARE(find(model, s("\u0410lice")).data(KeysModel::TwinsRole).toStringList(), QStringList{s("Alice")});
        QVERIFY(find(model, s("Carol")).data(KeysModel::TwinsRole).toStringList().isEmpty());
    }

    void issueRevokeAndReach()
    {
        Desk desk(*m_world, m_pack);
        KeyOffice office(desk.workspace());
        KeysModel model(desk.workspace());
        QSignalSpy finished(&office, &KeyOffice::finished);
        QSignalSpy failed(&office, &KeyOffice::failed);
        const auto der = pki::makeSigningRequest(m_world->privateKey(s("keys-page")), {s("New"), s("Leasing")},
            {s("leasing.new"), s("asset-manager"), {}, false});
        const auto request = pki::readSigningRequest(*der);
        QVERIFY(request.ok());
        const QString key = rootFile(desk);

        const qint64 before = desk.workspace().audit().head().count;
        office.issue({key, s("wrong")}, *request, 0, desk.path("."));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        QCOMPARE(failed.takeFirst().at(0).value<Error>().code, Code::WrongPassphrase);
        QCOMPARE(desk.workspace().audit().head().count, before + 1);
        QVERIFY(IssuedBook(desk.workspace().folder()).all().isEmpty());

        office.issue({key, s("secret")}, *request, 0, desk.path("."));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        const auto issued = finished.takeFirst().at(0).value<KeyOffice::Outcome>();
        QCOMPARE(issued.issued.size(), 1);
        model.refresh();
        QCOMPARE(find(model, s("New")).data(KeysModel::StateRole).toInt(), int(KeyState::InUse));

        office.revokeCompromised({key, s("secret")}, issued.issued.constFirst(), 0, desk.path("list.crl"));
        QTRY_VERIFY_WITH_TIMEOUT(finished.size() + failed.size() > 0, 20000);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.constFirst().at(0).value<Error>().detail));
        QVERIFY(finished.takeFirst().at(0).value<KeyOffice::Outcome>().list.has_value());
        model.refresh();
        QCOMPARE(find(model, s("New")).data(KeysModel::StateRole).toInt(), int(KeyState::Compromised));
        QVERIFY(QFileInfo::exists(desk.path("list.crl")));
    }

    void roleThatTheIssuerMayNotGive()
    {
        Desk desk(*m_world, m_pack);
        KeyOffice office(desk.workspace());
        QSignalSpy failed(&office, &KeyOffice::failed);
        const auto der = pki::makeSigningRequest(m_world->privateKey(s("keys-page")), {s("New"), s("Leasing")},
            {s("leasing.new"), s("specialist"), {}, false});
        office.issue({rootFile(desk), s("secret")}, *pki::readSigningRequest(*der), 0, desk.path("."));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        QCOMPARE(failed.constFirst().at(0).value<Error>().code, Code::RoleNotIssuable);
        QVERIFY(IssuedBook(desk.workspace().folder()).all().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKeysModel)
#include "tst_keysmodel.moc"
