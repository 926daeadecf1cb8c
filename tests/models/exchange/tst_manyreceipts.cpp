// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/filebounds.h"
#include "models/exchange/exchangevisit.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/fleetreceipts.h"
#include "tests/support/privatepostgres.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// More than a desk reads parts of one document.
int packs()
{
    return qEnvironmentVariableIsEmpty("PACKWARDEN_LONG") ? Exchange::maxParts + 200 : 10'000;
}

} // namespace

/// One policy for a large fleet: the receipt of every pack arrives, though a hostile member fills the exchange.
class TestManyReceipts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theBookKeepsThem();
    void aDamagedBookBeginsAnew();
    void theFleetAnswers();
    void everyReceiptArrives();

private:
    ReceiptBook::Line receiptOf(const QString &serial)
    {
        return policyReceipt(*m_world, m_pack, m_policy.payloadSha256(), serial);
    }
    ExchangeAddress address(const char *login) const { return *ExchangeAddress::parse(m_server->address(s(login))); }
    std::unique_ptr<Exchange> open(const char *login)
    {
        auto opened = Exchange::open(address(login));
        return opened.ok() ? std::move(opened).value() : nullptr;
    }
    void flood(const ExchangeRows &rows);
    void seeThemAt(Desk &desk, const QString &path);

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    std::unique_ptr<PrivatePostgres> m_server;
    PackState m_pack;
    DocumentFile m_policy;
    QStringList m_serials; ///< that of the known pack comes last
    QList<ReceiptBook::Line> m_answers;
};

void TestManyReceipts::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
    m_server = std::make_unique<PrivatePostgres>();
    QVERIFY2(m_server->start(), qPrintable(m_server->said));
    QVERIFY(open("owner")
                ->init({{s("courier"), s("courier")}, {s("leasing"), s("leasing")}, {s("celldata"), s("celldata")}})
                .ok());
    m_policy = signedPolicy(*m_world, m_pack);
    for (int number = 1; number < packs(); ++number)
        m_serials.append(QStringLiteral("SDB-FLEET-%1").arg(number, 6, 10, QLatin1Char('0')));
    m_serials.append(m_pack.serial.text());
}

void TestManyReceipts::theBookKeepsThem()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(s("receipts.db"));
    const QByteArray one(32, '1');
    const QByteArray two(32, '2');
    const PackSerial a = PackSerial::fromTrusted(s("SDB-A"));
    const PackSerial b = PackSerial::fromTrusted(s("SDB-B"));
    {
        ReceiptBook book(path);
        book.belongTo(s("here"));
        QVERIFY(book.keep(one, {{a, "first"}, {b, "second"}}, false).ok());
        QVERIFY(book.keep(two, {{a, "other"}}, true).ok());
        QVERIFY(book.keep(one, {{a, "late"}}, false).ok()); // what is there stays
        QCOMPARE(book.find(one, a), QByteArray("first"));
        const QHash<PackSerial, QByteArray> both{{a, "first"}, {b, "second"}};
        QCOMPARE(book.find(one, QStringList{a.text(), b.text(), s("SDB-C")}), both);
        QCOMPARE(book.find(two, QStringList{b.text(), s("a\",\"SDB-A")}).size(), 0);
        QCOMPARE(book.find(one, QStringList()).size(), 0);
        QVERIFY(book.hasUntold());
        QCOMPARE(book.untold(one, 10).size(), 2);
        QCOMPARE(book.untold(one, 1).size(), 1);
        QCOMPARE(book.untold(two, 10).size(), 0);
        QVERIFY(book.keep(one, {{a, "first"}}, true).ok());
        QVERIFY(book.hasUntold());
        QVERIFY(book.keep(one, {{b, "second"}}, true).ok());
        QVERIFY(!book.hasUntold());
    }
    ReceiptBook again(path);
    QCOMPARE(again.count(one), 2);
    QCOMPARE(again.packs(one, {}, 1), QStringList{a.text()});
    QCOMPARE(again.packs(one, a.text(), 9), QStringList{b.text()});
    QVERIFY(again.find(two, b).isEmpty());
    again.belongTo(s("here"));
    QCOMPARE(again.untold(one, 10).size(), 0);
    // Another exchange has none of them.
    again.belongTo(s("there"));
    QCOMPARE(again.untold(one, 10).size(), 2);
    QCOMPARE(again.untold(two, 10).size(), 1);
}

void TestManyReceipts::aDamagedBookBeginsAnew()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(s("receipts.db"));
    QVERIFY(wholefile::write(path, QByteArray(8192, 'x')).ok());
    ReceiptBook book(path);
    QCOMPARE(book.count(QByteArray(32, '1')), 0);
    QVERIFY(book.keep(QByteArray(32, '1'), {{PackSerial::fromTrusted(s("SDB-A")), "first"}}, false).ok());
    QCOMPARE(ReceiptBook(path).count(QByteArray(32, '1')), 1);
    // Nothing is thrown away.
    const auto aside = wholefile::read(path + s(".damaged-1"), 9000);
    QVERIFY(aside.ok());
    QCOMPARE(*aside, QByteArray(8192, 'x'));
}

/// As much as a member can add: signatures, receipts among the parts, a row for each pack, and packs that there are
/// not.
void TestManyReceipts::flood(const ExchangeRows &rows)
{
    const QString id = QString::fromLatin1(rows.id().toHex());
    const QString sql = QStringLiteral(
        "set session authorization celldata; "
        "insert into packwarden.parts (document, kind, id, content) select '\\x%1', kind, sha256(b), b from "
        "(select kind, convert_to(kind || n, 'UTF8') as b from generate_series(1, %2) as n, "
        "(values ('signature'), ('receipt')) as kinds (kind)) as junk; "
        "insert into packwarden.receipts (document, serial, content) select '\\x%1', "
        "'SDB-FLEET-' || lpad(n::text, 6, '0'), 'junk' from generate_series(1, %2) as n; "
        "insert into packwarden.receipts (document, serial, content) values ('\\x%1', '%3', 'junk'); "
        "insert into packwarden.receipts (document, serial, content) select '\\x%1', 'FLOOD-' || n, 'junk' "
        "from generate_series(1, 2000) as n")
                            .arg(id)
                            .arg(packs())
                            .arg(m_pack.serial.text());
    QVERIFY2(!m_server->sql(sql).isNull(), qPrintable(m_server->said));
}

void TestManyReceipts::theFleetAnswers()
{
    for (const QString &serial : std::as_const(m_serials))
        m_answers.append(receiptOf(serial));
    QCOMPARE(m_answers.size(), packs());
}

void TestManyReceipts::everyReceiptArrives()
{
    Desk courier(*m_world, m_pack);
    const QString path = courier.workspace().requestsFolder() + s("/fleet.pwpol");
    QVERIFY(wholefile::write(path, m_policy.encode()).ok());
    const auto atCourier = open("courier");
    ExchangeVisit visit(*atCourier, address("courier"), courier.workspace());
    QVERIFY(visit.publish(path).ok());
    flood(ExchangeRows::of(m_policy));
    // Every pack answered this courier.
    QVERIFY(ReceiptBook(courier.workspace()).keep(m_policy.payloadSha256(), m_answers, false).ok());
    QVERIFY(visit.publish(path).ok());
    const auto rowsOf = [this](const char *party) {
        return m_server->sql(
            QStringLiteral("select count(*) from packwarden.receipts where publisher = '%1'").arg(s(party)));
    };
    QCOMPARE(rowsOf("courier"), QString::number(packs()));
    QVERIFY(visit.publish(path).ok());
    QCOMPARE(rowsOf("courier"), QString::number(packs()));

    Desk leasing(*m_world, m_pack);
    const auto atLeasing = open("leasing");
    ExchangeVisit there(*atLeasing, address("leasing"), leasing.workspace());
    const auto fetched = there.fetch();
    QVERIFY2(fetched.ok(), qPrintable(fetched.ok() ? QString() : fetched.error().detail));
    QCOMPARE(fetched->receipts, packs());
    QCOMPARE(fetched->documents.size(), 1);
    QVERIFY(fetched->leftOut >= packs());
    seeThemAt(leasing, fetched->documents.constFirst());
    // Once: neither does it come again, nor does it go back.
    const auto again = there.fetch();
    QVERIFY(again.ok() && again->isNothing());
    QVERIFY(there.publish(fetched->documents.constFirst()).ok());
    QCOMPARE(rowsOf("leasing"), s("0"));
}

void TestManyReceipts::seeThemAt(Desk &desk, const QString &path)
{
    const ReceiptBook book(desk.workspace());
    QCOMPARE(book.count(m_policy.payloadSha256()), qint64(packs()));
    const DocumentFile file = DocumentFile::decode(wholefile::read(path, DocumentFile::maxBytes).value()).value();
    QCOMPARE(file.document.signatures.size(), 3);
    QCOMPARE(file.receipts.size(), qsizetype(filebounds::maxWords));
    // The known pack's is in the book alone, and is shown.
    QVERIFY(!file.receipts.contains(receiptOf(m_pack.serial.text()).receipt));
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(path).ok());
    QCOMPARE(document.judgement().receipts(), 1);
    QCOMPARE(document.state(), SignoffState::Applied);
}

QTEST_GUILESS_MAIN(TestManyReceipts)
#include "tst_manyreceipts.moc"
