// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cbor/cbor.h"
#include "models/core/cbor/cborhead.h"
#include "models/core/cose/cose.h"
#include "models/core/documents/documentfile.h"

#include <QCborArray>
#include <QtTest>

using namespace packwarden;

/// The strict form of RFC 8949, 4.2.1: every good row has twins that differ by one thing and are refused.
class TestCbor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strictForm_data();
    void strictForm();
    void endlessData_data();
    void endlessData();
    void manyElements_data();
    void manyElements();
    void encodesSorted();
    void everyTruncationIsRefused();
    void mapReaderRefusesUnknownKeys();
};

namespace {

constexpr int good = -1;
constexpr int notCanonical = int(Code::NotCanonical);
constexpr int malformed = int(Code::Malformed);

} // namespace

void TestCbor::strictForm_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *hex, int expected) {
        QTest::newRow(name) << QByteArray(hex) << expected;
    };
    row("zero", "00", good);
    row("zero, longer head", "1800", notCanonical);
    row("24", "1818", good);
    row("24 in two bytes", "190018", notCanonical);
    row("256", "190100", good);
    row("256 in four bytes", "1a00000100", notCanonical);
    row("2^32", "1b0000000100000000", good);
    row("2^31 in eight bytes", "1b0000000080000000", notCanonical);
    row("int64 max", "1b7fffffffffffffff", good);
    row("beyond int64", "1b8000000000000000", malformed);
    row("int64 min", "3b7fffffffffffffff", good);
    row("below int64", "3bffffffffffffffff", malformed);
    row("bytes", "4101", good);
    row("bytes, indefinite", "5f4101ff", notCanonical);
    row("bytes, too short", "4201", malformed);
    row("text", "6161", good);
    row("text, not UTF-8", "61ff", malformed);
    row("text, surrogate", "63eda080", malformed);
    row("text with NUL", "6100", malformed);
    row("text with byte order mark", "64efbbbf61", malformed);
    row("array", "8101", good);
    row("array, indefinite", "9f01ff", notCanonical);
    row("map", "a2616101616202", good);
    row("map, disorder", "a2616202616101", notCanonical);
    row("map, duplicate", "a2616101616102", malformed);
    row("map, bytewise order", "a2181800616101", good);
    row("map, longer key first", "a262616100616200", notCanonical);
    row("map, indefinite", "bf616101ff", notCanonical);
    row("map, odd", "a16161", malformed);
    row("map, array as key", "a1800100", malformed);
    row("tag 98", "d8628100", good);
    row("tag 18", "d28100", good);
    row("tag 0", "c06161", malformed);
    row("true", "f5", good);
    row("null", "f6", good);
    row("undefined", "f7", malformed);
    row("half float", "f90000", malformed);
    row("double", "fb3ff0000000000000", malformed);
    row("break alone", "ff", malformed);
    row("reserved head", "1c", malformed);
    row("trailing byte", "0000", malformed);
    row("empty", "", malformed);
    row("16 levels", "81818181818181818181818181818100", good);
    row("17 levels", "8181818181818181818181818181818100", malformed);
}

void TestCbor::strictForm()
{
    QFETCH(QByteArray, hex);
    QFETCH(int, expected);
    const auto result = cbor::decode(QByteArray::fromHex(hex));
    QCOMPARE(result.ok() ? good : int(result.code()), expected);
    if (result.ok())
        QCOMPARE(cbor::encode(*result).toHex(), hex);
}

void TestCbor::endlessData_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("good");
    const auto hex = [](const char *text) {
        return QByteArray::fromHex(text);
    };
    QTest::newRow("as many as announced") << hex("83000000") << true;
    QTest::newRow("case 23: bytes of 4 GiB, none there") << hex("5affffffff") << false;
    QTest::newRow("case 23: text of 4 GiB, none there") << hex("7affffffff") << false;
    QTest::newRow("case 23: an array of 4 G, one there") << hex("9affffffff00") << false;
    QTest::newRow("case 23: a map of 4 G, one there") << hex("baffffffff0000") << false;
    QTest::newRow("2^62 of an array") << hex("9b4000000000000000") << false;
    QTest::newRow("2^62 of a map") << hex("bb4000000000000000") << false;
    QTest::newRow("2^62 of bytes") << hex("5b4000000000000000") << false;
    QTest::newRow("2^62 of text") << hex("7b4000000000000000") << false;
    QTest::newRow("case 23: 10,000 arrays deep") << QByteArray(10'000, char(0x81)) + hex("00") << false;
    QTest::newRow("case 23: 10,000 tags deep") << QByteArray(10'000, char(0xd2)) + hex("00") << false;
    QTest::newRow("case 23: a million entries") << hex("9a000f4240") + QByteArray(1'000'000, '\0') << false;
}

void TestCbor::endlessData()
{
    // What is announced is not believed. What is there and sound is bounded by those who read documents.
    QFETCH(QByteArray, bytes);
    QFETCH(bool, good);
    QCOMPARE(cbor::checkCanonical(bytes).ok(), good);
    QCOMPARE(cbor::decode(bytes).ok(), good);
    QVERIFY(!CoseSign::decode(bytes).ok());
    QVERIFY(!DocumentFile::decode(bytes).ok());
}

/// What a stranger can make big is counted before any value is made of it.
void TestCbor::manyElements_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("expected");
    const auto head = [](int major, quint64 count) {
        char bytes[cbor::longestHead];
        return QByteArray(bytes, cbor::putHead(bytes, major, count) - bytes);
    };
    const auto listOf = [&](qsizetype count, const QByteArray &element) {
        return head(4, quint64(count)) + element.repeated(count);
    };
    const auto mapOf = [&](int pairs) {
        QByteArray map = head(5, quint64(pairs));
        for (int i = 0; i < pairs; ++i)
            map += head(0, quint64(i)) + '\0';
        return map;
    };
    constexpr qsizetype most = cbor::maxElements - 1; // beside the list itself
    constexpr int tooLarge = int(Code::TooLarge);
    QTest::newRow("as many numbers as may be") << listOf(most, QByteArray(1, '\0')) << good;
    QTest::newRow("one number more") << listOf(most + 1, QByteArray(1, '\0')) << tooLarge;
    QTest::newRow("lists in lists, as many as may be") << listOf(most / 2, QByteArray("\x81\x80", 2)) << good;
    QTest::newRow("lists in lists, one more") << listOf(most / 2 + 1, QByteArray("\x81\x80", 2)) << tooLarge;
    QTest::newRow("as many pairs as may be") << mapOf(cbor::maxPairs) << good;
    QTest::newRow("one pair more") << mapOf(cbor::maxPairs + 1) << tooLarge;
    QTest::newRow("maps, together as many pairs as may be") << listOf(15, mapOf(cbor::maxPairs)) << good;
    QTest::newRow("maps, together too many pairs") << listOf(16, mapOf(cbor::maxPairs)) << tooLarge;
    QTest::newRow("16 MiB of empty maps") << listOf(16 * 1024 * 1024, "\xa0") << tooLarge;
    QTest::newRow("16 MiB of empty byte strings") << listOf(16 * 1024 * 1024, "\x40") << tooLarge;
    QTest::newRow("16 MiB in one byte string") << head(2, 16 * 1024 * 1024) + QByteArray(16 * 1024 * 1024, 'x') << good;
}

void TestCbor::manyElements()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, expected);
    const auto result = cbor::decode(bytes);
    QCOMPARE(result.ok() ? good : int(result.code()), expected);
    // Refused where the count is passed, not after all has been read.
    if (expected != good)
        QVERIFY2(result.error().detail.section(u' ', -1).toInt() <= 2 * cbor::maxElements,
            qPrintable(result.error().detail));
}

void TestCbor::encodesSorted()
{
    const QCborMap map{{QStringLiteral("bb"), 1}, {QStringLiteral("c"), 2}, {10, 3}, {-1, 4}};
    QCOMPARE(cbor::encode(map).toHex(), QByteArray("a40a03200461630262626201"));
}

void TestCbor::everyTruncationIsRefused()
{
    const QByteArray whole = cbor::encode(QCborMap{{QStringLiteral("a"), QCborArray{1, QByteArray("xyz"), 100000}},
        {QStringLiteral("b"), QCborMap{{1, QStringLiteral("text")}}}});
    QVERIFY(cbor::checkCanonical(whole).ok());
    for (int size = 0; size < whole.size(); ++size)
        QVERIFY(!cbor::checkCanonical(whole.left(size)).ok());
}

void TestCbor::mapReaderRefusesUnknownKeys()
{
    cbor::MapReader known(QCborMap{{QStringLiteral("a"), 1}});
    QCOMPARE(known.integer(QLatin1String("a")), 1);
    QVERIFY(known.finish().ok());
    cbor::MapReader unknown(QCborMap{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 1}});
    unknown.integer(QLatin1String("a"));
    QVERIFY(!unknown.finish().ok());
    cbor::MapReader missing{QCborMap()};
    missing.integer(QLatin1String("a"));
    QVERIFY(!missing.finish().ok());
}

QTEST_APPLESS_MAIN(TestCbor)
#include "tst_cbor.moc"
