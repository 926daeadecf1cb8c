// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cose/cose.h"
#include "models/drafts/requestparts.h"

#include <QSet>
#include <QTest>

using namespace packwarden;

namespace {

PackSerial serialOf(int i)
{
    return PackSerial::fromTrusted(QStringLiteral("SDB-FLEET-%1").arg(i, 5, 10, QLatin1Char('0')));
}

ChangeRequest requestOver(int packs, int changes = 1)
{
    ChangeRequest request;
    request.head.id = QByteArray(16, 'i');
    request.head.created = 1'780'000'000;
    request.head.expires = request.head.created + 24 * 3600;
    request.head.author = QByteArray(32, 'a');
    request.head.title = QStringLiteral("soc.max, %1 packs").arg(packs);
    request.head.reason = QStringLiteral("Longer routes");
    for (int i = 0; i < packs; ++i) {
        PackChanges pack{serialOf(i), QStringLiteral("nmc-96s2p"), {}};
        for (int c = 0; c < changes; ++c) {
            ParameterChange change;
            change.parameter = ParameterId::fromTrusted(QStringLiteral("soc.max%1").arg(c));
            change.from = Milli{90000};
            change.to = Milli{92000};
            change.revision = i;
            pack.changes.append(change);
        }
        request.packs.append(pack);
    }
    return request;
}

} // namespace

/// A request over more packs than a document holds.
class TestRequestParts final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatFitsStaysWhole();
    void partsHoldAllPacksOnce_data();
    void partsHoldAllPacksOnce();
    void whatCannotBeSplit();
    void whatIsNoPart_data();
    void whatIsNoPart();
    void oddPacksAreToldApart();
};

void TestRequestParts::whatFitsStaysWhole()
{
    const ChangeRequest whole = requestOver(100);
    const auto parts = requestparts::split(whole);
    QVERIFY(parts.ok());
    QCOMPARE(*parts, QList<ChangeRequest>{whole});
    QVERIFY(!requestparts::partOf(whole.head));
}

void TestRequestParts::partsHoldAllPacksOnce_data()
{
    QTest::addColumn<int>("packs");
    QTest::addColumn<int>("changes");
    QTest::newRow("a thousand") << 1000 << 1;
    QTest::newRow("ten thousand") << 10'000 << 1;
    QTest::newRow("three values each") << 1000 << 3;
}

void TestRequestParts::partsHoldAllPacksOnce()
{
    QFETCH(const int, packs);
    QFETCH(const int, changes);
    const ChangeRequest whole = requestOver(packs, changes);
    const auto parts = requestparts::split(whole);
    QVERIFY(parts.ok());
    QVERIFY(parts->size() > 1);
    QList<PackChanges> all;
    QSet<QByteArray> ids;
    qsizetype bytes = 0;
    for (qsizetype i = 0; i < parts->size(); ++i) {
        const ChangeRequest &part = parts->at(i);
        const QByteArray payload = part.encode();
        QVERIFY(payload.size() <= requestparts::maxPayload);
        bytes += payload.size();
        // Any console reads it, and nothing but packs, title and id differs from the whole.
        const auto read = ChangeRequest::decode(payload);
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, part);
        const auto number = requestparts::partOf(read->head);
        QVERIFY(number.has_value());
        QCOMPARE(number->number, int(i) + 1);
        QCOMPARE(number->of, int(parts->size()));
        QCOMPARE(number->together, requestparts::partOf(parts->constFirst().head)->together);
        QCOMPARE(part.head.reason, whole.head.reason);
        ids.insert(part.head.id);
        all += part.packs;
    }
    QCOMPARE(all, whole.packs);
    QCOMPARE(ids.size(), parts->size());
    // As few as there may be: all but the last are full.
    QVERIFY(bytes > (parts->size() - 1) * (requestparts::maxPayload - 1024));
    QVERIFY(requestparts::maxPayload < CoseSign::maxBytes);
}

void TestRequestParts::whatCannotBeSplit()
{
    const auto large = requestparts::split(requestOver(2, 2000));
    QVERIFY(!large.ok());
    QCOMPARE(large.code(), Code::TooLarge);
}

void TestRequestParts::whatIsNoPart_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("title");
    const QByteArray begin(14, 'i');
    const auto row = [&](const char *name, const QByteArray &id, const char *title) {
        QTest::newRow(name) << id << QString::fromLatin1(title);
    };
    row("the title says nothing", begin + char(1) + char(3), "soc.max");
    row("the title says another number", begin + char(1) + char(3), "soc.max (part 2 of 3)");
    row("the title says another count", begin + char(1) + char(3), "soc.max (part 1 of 4)");
    row("the id says nothing", begin + char(0) + char(0), "soc.max (part 0 of 0)");
    row("beyond the last", begin + char(4) + char(3), "soc.max (part 4 of 3)");
    row("one of one", begin + char(1) + char(1), "soc.max (part 1 of 1)");
    row("a short id", begin, "soc.max (part 1 of 3)");
}

void TestRequestParts::whatIsNoPart()
{
    QFETCH(const QByteArray, id);
    QFETCH(const QString, title);
    DocumentHead head = requestOver(1).head;
    head.id = id;
    head.title = title;
    QVERIFY(!requestparts::partOf(head));
    head.id = QByteArray(14, 'i') + char(1) + char(3);
    head.title = QStringLiteral("soc.max (part 1 of 3)");
    const auto part = requestparts::partOf(head);
    QVERIFY(part.has_value());
    // Those of another author, another time or another title do not belong to it.
    DocumentHead other = head;
    other.author = QByteArray(32, 'b');
    QVERIFY(requestparts::partOf(other)->together != part->together);
    other = head;
    ++other.created;
    QVERIFY(requestparts::partOf(other)->together != part->together);
}

void TestRequestParts::oddPacksAreToldApart()
{
    ChangeRequest request = requestOver(6);
    request.packs[1].changes[0].from = Milli{85000};
    request.packs[4].changes[0].from = Milli{85000};
    request.packs[3].hardware = QStringLiteral("lfp-100s1p");
    const QList<requestparts::Kind> kinds = requestparts::kindsOf(request.packs);
    QCOMPARE(kinds.size(), 3);
    QCOMPARE(kinds.at(0).packs, (QList<PackSerial>{serialOf(0), serialOf(2), serialOf(5)}));
    QCOMPARE(kinds.at(1).packs, (QList<PackSerial>{serialOf(1), serialOf(4)}));
    QCOMPARE(kinds.at(2).hardware, QStringLiteral("lfp-100s1p"));
    QCOMPARE(kinds.at(2).packs, QList<PackSerial>{serialOf(3)});
    // Packs that each hold a value of their own are as many kinds, in their order.
    ChangeRequest all = requestOver(10'000);
    for (int i = 0; i < all.packs.size(); ++i)
        all.packs[i].changes[0].from = Milli{80000 + i};
    const QList<requestparts::Kind> each = requestparts::kindsOf(all.packs);
    QCOMPARE(each.size(), all.packs.size());
    QCOMPARE(each.constLast().packs, QList<PackSerial>{all.packs.constLast().serial});
    QCOMPARE(requestparts::kindsOf(requestOver(6).packs).size(), 1); // revisions alone make no pack odd
}

QTEST_GUILESS_MAIN(TestRequestParts)
#include "tst_requestparts.moc"
