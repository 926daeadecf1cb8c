// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/bitrates.h"

#include <QtEndian>
#include <QTest>

using namespace packwarden;

namespace {

// Numbers of the kernel's interface, written down here once more: linux/netlink.h, if_link.h, can/netlink.h.
constexpr int newLink = 16;
constexpr int errorAnswer = 2;
constexpr int interfaceName = 3;
constexpr int linkInfo = 18;
constexpr int infoKind = 1;
constexpr int infoData = 2;
constexpr int bitTiming = 1;
constexpr int controllerState = 4;
constexpr int dataBitTiming = 9;
constexpr int nested = 0x8000;

QByteArray little(quint32 value, int size)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes.first(size);
}

QByteArray attribute(int type, const QByteArray &content)
{
    QByteArray bytes = little(quint32(content.size() + 4), 2) + little(quint32(type), 2) + content;
    while (bytes.size() % 4 != 0)
        bytes += '\0';
    return bytes;
}

/// struct can_bittiming: the rate and seven more words.
QByteArray timing(quint32 rate)
{
    return little(rate, 4) + QByteArray(28, '\x07');
}

QByteArray message(const QByteArray &attributes, int type = newLink)
{
    const QByteArray body = QByteArray(16, '\x01') + attributes;
    return little(quint32(body.size() + 16), 4) + little(quint32(type), 2) + QByteArray(10, '\0') + body;
}

QByteArray link(const QByteArray &kind, const QByteArray &data)
{
    return message(attribute(interfaceName, QByteArray("can0\0", 5))
        + attribute(linkInfo | nested, attribute(infoKind, kind) + attribute(infoData | nested, data)));
}

const QByteArray can("can\0", 4);

} // namespace

class BitRatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRead_data();
    void areRead();
    void areNotReadFromHalfAnAnswer();
    void ofThisMachine();
};

void BitRatesTest::areRead_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("nominal");
    QTest::addColumn<int>("data");
    const auto row = [](const char *name, const QByteArray &answer, int nominal = 0, int data = 0) {
        QTest::newRow(name) << answer << nominal << data;
    };
    const QByteArray state = attribute(controllerState, little(0, 4));
    const QByteArray slow = attribute(bitTiming, timing(250'000));
    row("classic", link(can, state + slow), 250'000);
    row("CAN FD", link(can, slow + state + attribute(dataBitTiming, timing(2'000'000))), 250'000, 2'000'000);
    row("not set up yet", link(can, attribute(bitTiming, timing(0))));
    row("no timing", link(can, state));
    row("a rate that is none", link(can, attribute(bitTiming, timing(0xFFFFFFFF))));
    row("too short a timing", link(can, attribute(bitTiming, timing(250'000).first(28))));
    row("another kind", link(QByteArray("vcan\0", 5), slow));
    row("a kind that only begins so", link(QByteArray("canx\0", 5), slow));
    row("no kind", message(attribute(linkInfo, attribute(infoData, slow))));
    row("no link", message(attribute(interfaceName, QByteArray("eth0\0", 5))));
    row("a refusal", message(attribute(linkInfo, attribute(infoKind, can) + attribute(infoData, slow)), errorAnswer));
    row("nothing", {});
    row("an attribute of no length", link(can, QByteArray(4, '\0') + slow));
    row("an attribute longer than all", link(can, little(0xFFFF, 2) + little(bitTiming, 2) + timing(250'000)));
}

void BitRatesTest::areRead()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, nominal);
    QFETCH(int, data);
    const auto rates = bitRatesIn(answer);
    QCOMPARE(rates.has_value(), nominal > 0);
    if (rates)
        QCOMPARE(*rates, (BitRates{nominal, data}));
}

void BitRatesTest::areNotReadFromHalfAnAnswer()
{
    const QByteArray whole
        = link(can, attribute(bitTiming, timing(500'000)) + attribute(dataBitTiming, timing(2'000'000)));
    QVERIFY(bitRatesIn(whole));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        // In memory of its own, so that a reader beyond the end is found; once as it came, once with a length that
        // fits.
        QByteArray cut(whole.constData(), length);
        QVERIFY(!bitRatesIn(cut));
        if (length < 4)
            continue;
        qToLittleEndian(quint32(length), cut.data());
        const auto rates = bitRatesIn(cut);
        QVERIFY(!rates || rates->nominal == 500'000);
    }
}

void BitRatesTest::ofThisMachine()
{
    for (const char *name : {"lo", "", "nothing0", "a-name-that-no-interface-can-have"})
        QVERIFY(!bitRatesOf(QString::fromLatin1(name)));
}

QTEST_GUILESS_MAIN(BitRatesTest)
#include "tst_bitrates.moc"
