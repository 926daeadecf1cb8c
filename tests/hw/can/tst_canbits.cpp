// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/canbits.h"

#include <QRandomGenerator>
#include <QTest>

using namespace packwarden;

namespace {

QCanBusFrame frameOf(quint32 id, const QByteArray &payload, bool extended, bool fd = false)
{
    QCanBusFrame frame(id, payload);
    frame.setExtendedFrameFormat(extended);
    frame.setFlexibleDataRateFormat(fd);
    return frame;
}

/// The same by strings of digits, as one would do it on paper.
QByteArray digits(quint32 value, int bits)
{
    return QByteArray::number(value, 2).rightJustified(bits, '0').right(bits);
}

QByteArray stuffed(const QByteArray &bits)
{
    QByteArray out;
    for (const char bit : bits) {
        out += bit;
        if (out.endsWith(QByteArray(5, bit)))
            out += bit == '0' ? '1' : '0';
    }
    return out;
}

QByteArray crcOf(const QByteArray &bits)
{
    // Division by x^15 + x^14 + x^10 + x^8 + x^7 + x^4 + x^3 + 1
    const QByteArray divisor("1100010110011001");
    QByteArray rest = bits + QByteArray(15, '0');
    for (qsizetype i = 0; i < bits.size(); ++i) {
        if (rest.at(i) == '0')
            continue;
        for (qsizetype j = 0; j < divisor.size(); ++j)
            rest[i + j] = rest.at(i + j) == divisor.at(j) ? '0' : '1';
    }
    return rest.right(15);
}

int onPaper(const QCanBusFrame &frame)
{
    QByteArray bits = "0";
    if (frame.hasExtendedFrameFormat())
        bits += digits(frame.frameId() >> 18, 11) + "11" + digits(frame.frameId(), 18) + "000";
    else
        bits += digits(frame.frameId(), 11) + "000";
    bits += digits(quint32(frame.payload().size()), 4);
    for (const char byte : frame.payload())
        bits += digits(quint8(byte), 8);
    return int(stuffed(bits + crcOf(bits)).size()) + 13;
}

} // namespace

class CanBitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownFrames_data();
    void knownFrames();
    void asOnPaper();
    void neverBeyondTheBounds();
    void seconds();
};

void CanBitsTest::knownFrames_data()
{
    QTest::addColumn<QCanBusFrame>("frame");
    QTest::addColumn<int>("nominal");
    QTest::addColumn<int>("data");
    const auto row = [](const char *name, const QCanBusFrame &frame, int nominal, int data) {
        QTest::newRow(name) << frame << nominal << data;
    };
    // 34 bits of nothing but zeros, a stuff bit after each five, 13 behind.
    row("identifier 0, no data", frameOf(0, {}, false), 34 + 6 + 13, 0);
    QCanBusFrame remote = frameOf(0x555, {}, false);
    remote.setFrameType(QCanBusFrame::RemoteRequestFrame);
    QVERIFY(wireBits(remote).nominal >= 47 && wireBits(remote).nominal <= 55);
    // A sequence of stuff bits is as long as the CRC of 17 bits, 21 with the count, and six fixed stuff bits.
    QCanBusFrame fd = frameOf(0x2AA, QByteArray(1, 0x55), false, true);
    row("CAN FD without switch", fd, 1 + 11 + 5 + 1 + 4 + 8 + 1 + 21 + 6 + 13, 0); // six zeros in a row
    fd.setBitrateSwitch(true);
    row("CAN FD with switch", fd, 17 + 12, 1 + 4 + 8 + 21 + 6 + 1);
}

void CanBitsTest::knownFrames()
{
    QFETCH(QCanBusFrame, frame);
    QFETCH(int, nominal);
    QFETCH(int, data);
    QCOMPARE(wireBits(frame).nominal, nominal);
    QCOMPARE(wireBits(frame).data, data);
}

void CanBitsTest::asOnPaper()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 3000; ++i) {
        QByteArray payload(random.bounded(9), '\0');
        for (char &byte : payload)
            byte = random.bounded(3) == 0 ? char(random.generate()) : char(random.bounded(2) == 0 ? 0 : 0xFF);
        const bool extended = random.bounded(2) != 0;
        const QCanBusFrame frame = frameOf(random.bounded(extended ? 0x20000000u : 0x800u), payload, extended);
        QCOMPARE(wireBits(frame).nominal, onPaper(frame));
    }
}

void CanBitsTest::neverBeyondTheBounds()
{
    QRandomGenerator random(12);
    int least = INT_MAX;
    int most = 0;
    for (int i = 0; i < 50'000; ++i) {
        QByteArray payload(8, '\0');
        for (char &byte : payload)
            byte = char(random.generate());
        const int bits = wireBits(frameOf(random.bounded(0x20000000u), payload, true)).nominal;
        least = qMin(least, bits);
        most = qMax(most, bits);
    }
    // As the page on the wire says for a frame of eight bytes.
    QVERIFY(least >= 131 && least < 136);
    QVERIFY(most <= 160 && most > 140);
}

void CanBitsTest::seconds()
{
    QCanBusFrame frame = frameOf(0x2AA, QByteArray(1, 0x55), false, true);
    frame.setBitrateSwitch(true);
    const WireBits bits = wireBits(frame);
    QCOMPARE(wireSeconds(frame, 500'000, 2'000'000), bits.nominal / 5e5 + bits.data / 2e6);
    QCOMPARE(wireSeconds(frame, 500'000), (bits.nominal + bits.data) / 5e5);
}

QTEST_APPLESS_MAIN(CanBitsTest)
#include "tst_canbits.moc"
