// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchangeaddress.h"
#include "models/exchange/exchangerows.h"
#include "tests/support/testworld.h"

#include <QRandomGenerator>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QStringList approvers{QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")};

} // namespace

class TestExchangeRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<TestWorld>();
        const PackState pack = m_world->pack();
        ChangeRequest request = m_world->request(pack, QStringLiteral("soc.max"), 95000);
        m_file.document = m_world->sign(request, QStringLiteral("courier.fleet-manager"), approvers);
        m_file.crls = {encodeCrlEntry(m_world->crl(QStringLiteral("leasing"))),
            encodeCrlEntry(m_world->crl(QStringLiteral("celldata")))};
        std::sort(m_file.crls.begin(), m_file.crls.end());
        m_file.withdrawals = {QByteArrayLiteral("\x01")};
        m_file.rejections = {QByteArrayLiteral("\x02")};
        m_file.receipts = {QByteArrayLiteral("\x03")};
        m_file.statements = {QByteArrayLiteral("\x04"), QByteArrayLiteral("\x05")};
        m_file.attachments = {{QStringLiteral("report.pdf"), QByteArrayLiteral("%PDF")},
            {QStringLiteral("ä.txt"), QByteArrayLiteral("x")}};
    }

    void aFileIsTheUnionOfItsRows()
    {
        const ExchangeRows rows = ExchangeRows::of(m_file);
        QCOMPARE(rows.parts.size(), 3 + 2 + 1 + 1 + 1 + 2 + 2);
        for (int turn = 0; turn < 20; ++turn) {
            ExchangeRows mixed = rows;
            std::shuffle(mixed.parts.begin(), mixed.parts.end(), *QRandomGenerator::global());
            mixed.parts += mixed.parts.mid(0, turn); // a row that comes twice changes nothing
            int leftOut = -1;
            const auto files = mixed.files(&leftOut);
            QVERIFY(files.ok());
            QCOMPARE(files->size(), 1);
            QCOMPARE(files->constFirst().encode(), m_file.encode());
            QCOMPARE(leftOut, 0);
        }
    }

    /// Whoever signed it and whatever was attached: the same document.
    void theIdIsOfWhatIsSigned()
    {
        const QByteArray id = ExchangeRows::of(m_file).id();
        DocumentFile bare;
        bare.document = m_file.document;
        bare.document.signatures.clear();
        QCOMPARE(ExchangeRows::of(bare).id(), id);
        bare.document.contentType = contenttype::policy;
        QVERIFY(ExchangeRows::of(bare).id() != id);
        bare.document = m_file.document;
        bare.document.payload.append('\0');
        QVERIFY(ExchangeRows::of(bare).id() != id);
    }

    void strangersRowsAreLeftOut_data()
    {
        QTest::addColumn<ExchangePart>("part");
        using Kind = ExchangePart::Kind;
        QTest::newRow("no CBOR") << ExchangePart{Kind::Signature, {}, QByteArrayLiteral("\xff")};
        QTest::newRow("no signature") << ExchangePart{Kind::Signature, {}, QByteArrayLiteral("\x01")};
        QTest::newRow("empty array") << ExchangePart{Kind::Signature, {}, QByteArrayLiteral("\x80")};
        QTest::newRow("no list") << ExchangePart{Kind::List, {}, QByteArrayLiteral("\x80")};
        QTest::newRow("gigantic") << ExchangePart{
            Kind::Attachment, QStringLiteral("big"), QByteArray(DocumentFile::maxBytes, 'x')};
    }
    void strangersRowsAreLeftOut()
    {
        QFETCH(ExchangePart, part);
        for (const bool first : {true, false}) {
            ExchangeRows rows = ExchangeRows::of(m_file);
            rows.parts.insert(first ? 0 : rows.parts.size(), part);
            int leftOut = 0;
            const auto files = rows.files(&leftOut);
            QVERIFY(files.ok());
            QCOMPARE(leftOut, 1);
            QCOMPARE(files->constFirst().encode(), m_file.encode());
        }
    }

    /// More signatures than a file holds come in further files: who judges chooses, not who puts rows together.
    void manySignaturesFillFurtherFiles()
    {
        ExchangeRows rows = ExchangeRows::of(m_file);
        const ExchangePart real = rows.parts.constFirst();
        for (int count = 0; count < 40; ++count) {
            DocumentFile copy = m_file;
            copy.document.signatures = {m_file.document.signatures.constFirst()};
            copy.document.signatures.first().signature[0] = char(count);
            rows.parts.prepend(ExchangeRows::of(copy).parts.constFirst());
        }
        QVERIFY(rows.parts.contains(real));
        const auto files = rows.files();
        QVERIFY(files.ok());
        QCOMPARE(files->size(), 3);
        qsizetype signatures = 0;
        for (const DocumentFile &file : *files) {
            QVERIFY(file.readableBytes().ok());
            QCOMPARE(file.payloadSha256(), m_file.payloadSha256());
            signatures += file.document.signatures.size();
        }
        QCOMPARE(signatures, 43);
    }

    void whatIsNoDocumentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<Code>("code");
        QTest::newRow("nothing") << QByteArray() << Code::Malformed;
        QTest::newRow("text") << QByteArrayLiteral("hello") << Code::Malformed;
        QTest::newRow("an array alone") << QByteArrayLiteral("\x80") << Code::UnknownType;
    }
    void whatIsNoDocumentIsRefused()
    {
        QFETCH(QByteArray, document);
        ExchangeRows rows;
        rows.document = document;
        const auto files = rows.files();
        QVERIFY(!files.ok());
        QTEST(files.code(), "code");
        rows.document = m_file.document.encode(); // with its signatures: no form of a row
        QVERIFY(!rows.files().ok());
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("printed"); // empty: refused
        QTest::addColumn<bool>("local");
        const auto row = [](const char *text, const char *printed, bool local = false) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(printed) << local;
        };
        row("postgresql://leasing@db.example/exchange", "postgresql://leasing@db.example/exchange");
        row("postgres://leasing@db.example:6432/exchange", "postgresql://leasing@db.example:6432/exchange");
        row("postgresql://leasing@db.example/exchange?sslmode=verify-full", "postgresql://leasing@db.example/exchange");
        row("postgresql://leasing@db.example/exchange?sslrootcert=/etc/ca.pem",
            "postgresql://leasing@db.example/exchange?sslrootcert=/etc/ca.pem");
        row("postgresql:///exchange?host=/run/pg&user=leasing", "postgresql:///exchange?host=/run/pg&user=leasing",
            true);
        row("postgresql:///exchange?host=a.example,b.example&user=leasing",
            "postgresql:///exchange?host=a.example,b.example&user=leasing");
        row("postgresql:///exchange?host=/run/a,/run/b&user=leasing",
            "postgresql:///exchange?host=/run/a,/run/b&user=leasing", true);
        row("postgresql:///exchange?host=/run/a,b.example&user=leasing",
            "postgresql:///exchange?host=/run/a,b.example&user=leasing");
        row("postgresql://me@localhost/exchange", "postgresql://me@localhost/exchange", true);
        row("postgresql://me@[::1]/exchange", "postgresql://me@[::1]/exchange", true);
        row("postgresql://me@localhost.evil.example/x", "postgresql://me@localhost.evil.example/x");
        for (const char *refused : {"", "db.example", "mysql://me@db/x", "postgresql://me:secret@db.example/x",
                 "postgresql://me:@db.example/x", "postgresql://me@db.example/x?password=secret",
                 "postgresql://me@db.example", "postgresql://me@db.example/", "postgresql://me@db.example/a/b",
                 "postgresql://me@db.example/x?sslmode=disable", "postgresql://me@db.example/x?sslmode=require",
                 "postgresql://me@db.example/x?options=-c", "postgresql://me@db.example/x?sslrootcert=a&sslrootcert=b",
                 "postgresql://me@db.example:99999/x"})
            row(refused, "");
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, printed);
        const auto address = ExchangeAddress::parse(text);
        QCOMPARE(address.ok(), !printed.isEmpty());
        if (!address.ok()) {
            QVERIFY(!address.error().detail.isEmpty());
            QVERIFY(!address.error().detail.contains(QLatin1String("secret")));
            return;
        }
        QCOMPARE(address->text(), printed);
        QTEST(address->isLocal(), "local");
        QCOMPARE(*ExchangeAddress::parse(address->text()), *address);
    }

private:
    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    DocumentFile m_file;
};

QTEST_GUILESS_MAIN(TestExchangeRows)
#include "tst_exchangerows.moc"
