// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/canport.h"
#include "hw/recording/buslistener.h"
#include "tests/hw/isotp/isotpbench.h"
#include "tests/hw/isotp/isotppipe.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace packwarden;
using namespace packwarden::isotp;
using namespace packwarden::test;

namespace {

constexpr qint64 second = 1'000'000;

/// Pages of this process in memory; nothing where a sanitizer keeps what was freed.
qint64 residentBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return 0;
#endif
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

QCanBusFrame anyFrame(QRandomGenerator &random)
{
    static const QList<int> lengths{0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 32, 48, 64};
    static const QList<quint32> identifiers{mine, theirs, others, functional, 0x18FF0010, 0x18FF0110, 0x18FF0210,
        0x18FF0310, 0x18FF046F, 0x18FF0710, 0x18DA6FF1, 0x18DAF16F, 0x000, 0x7FF, 0x7E0, 0x1FFFFFFF};
    const bool fd = random.bounded(3) == 0;
    QByteArray payload(lengths.at(random.bounded(fd ? 16 : 9)), '\0');
    for (char &byte : payload)
        byte = char(random.generate());
    if (!payload.isEmpty() && random.bounded(2) == 0)
        payload[0] = char(random.bounded(4) << 4 | random.bounded(16)); // a type that means something
    const bool known = random.bounded(4) != 0;
    const quint32 identifier
        = known ? identifiers.at(random.bounded(int(identifiers.size()))) : random.bounded(0x20000000u);
    QCanBusFrame frame(identifier, payload);
    frame.setExtendedFrameFormat(identifier > 0x7FF || random.bounded(2) == 0);
    frame.setFlexibleDataRateFormat(fd);
    if (random.bounded(32) == 0)
        frame.setFrameType(random.bounded(2) == 0 ? QCanBusFrame::RemoteRequestFrame : QCanBusFrame::ErrorFrame);
    frame.setLocalEcho(random.bounded(64) == 0);
    return frame;
}

} // namespace

/// What goes wrong on a bus, at each place where it can; and that both ends come to rest and go on.
class IsoTpFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case81_everyFaultAtEveryFrame_data();
    void case81_everyFaultAtEveryFrame();
    void case82_anyFramesThenSilence_data();
    void case82_anyFramesThenSilence();
    void case83_everyHeadAndLength_data();
    void case83_everyHeadAndLength();
    void case84_everySeparationTime();
    void case84_waitWithoutEnd();
    void case84_everyFlowStatus();
    void case95_anyFrames();
    void case96_noGrowth();
};

void IsoTpFaultsTest::case81_everyFaultAtEveryFrame_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<int>("frameLength");
    QTest::addColumn<int>("fault");
    const std::pair<const char *, IsoTpPipe::Fault> faults[]
        = {{"lost", IsoTpPipe::Fault::Lost}, {"twice", IsoTpPipe::Fault::Twice}, {"late", IsoTpPipe::Fault::Late},
            {"delayed", IsoTpPipe::Fault::Delayed}, {"changed", IsoTpPipe::Fault::Changed}};
    for (const auto &[name, fault] : faults) {
        QTest::addRow("case 81: %s, classic", name) << Format::Classic << 8 << int(fault);
        QTest::addRow("case 81: %s, CAN FD 16", name) << Format::Fd << 16 << int(fault);
        QTest::addRow("case 81: %s, CAN FD 64", name) << Format::Fd << 64 << int(fault);
    }
}

void IsoTpFaultsTest::case81_everyFaultAtEveryFrame()
{
    QFETCH(Format, format);
    QFETCH(int, frameLength);
    QFETCH(int, fault);
    // Eight CF in each case, so three blocks.
    const QByteArray message = pattern(frameLength == 8 ? 60 : frameLength == 16 ? 130 : 560);
    IsoTpPipe whole(format, frameLength);
    whole.transmit(message, [](int) { return IsoTpPipe::Fault::None; });
    QCOMPARE(whole.result().messages, (QList<Message>{{message, false}}));
    const int frames = whole.frames();
    QCOMPARE(frames, 1 + 8 + 3); // FF, CF, FC
    for (int at = 0; at < frames; ++at) {
        IsoTpPipe pipe(format, frameLength);
        pipe.transmit(
            message, [&](int frame) { return frame == at ? IsoTpPipe::Fault(fault) : IsoTpPipe::Fault::None; });
        // Nothing half or wrong is delivered, both ends come to rest in bounded time, and say how it ended.
        const bool harmless = fault == int(IsoTpPipe::Fault::Twice);
        for (const Message &one : pipe.result().messages)
            QVERIFY2(one.bytes == message, qPrintable(QString::number(at)));
        QVERIFY(pipe.result().messages.size() <= 1);
        QVERIFY(pipe.isIdle());
        QVERIFY2(pipe.took() <= 5 * second, qPrintable(QString::number(pipe.took())));
        QCOMPARE(pipe.result().confirmations.size(), 1);
        if (pipe.result().messages.isEmpty() && !harmless)
            QVERIFY(pipe.result().confirmations.first() != NResult::Ok || !pipe.result().receiveFailures.isEmpty());
        pipe.transmit(message);
        QCOMPARE(pipe.result().messages, (QList<Message>{{message, false}}));
        QCOMPARE(pipe.result().confirmations, QList<NResult>{NResult::Ok});
    }
}

void IsoTpFaultsTest::case82_anyFramesThenSilence_data()
{
    QTest::addColumn<Format>("format");
    QTest::newRow("case 82: classic") << Format::Classic;
    QTest::newRow("case 82: CAN FD") << Format::Fd;
    QTest::newRow("case 82: as asked") << Format::AsAsked;
}

void IsoTpFaultsTest::case82_anyFramesThenSilence()
{
    QFETCH(Format, format);
    QRandomGenerator random(82);
    Config config = plainConfig();
    config.format = format;
    for (int run = 0; run < 2000; ++run) {
        Channel channel(config);
        qint64 now = 0;
        int sent = 0;
        int confirmed = 0;
        for (int step = 0; step < 60; ++step) {
            now += random.bounded(4) == 0 ? qint64(random.bounded(int(second / 2))) : 300;
            Output out;
            if (random.bounded(8) == 0)
                sent += channel.send(pattern(1 + random.bounded(400)), now, out) ? 1 : 0;
            QCanBusFrame frame = anyFrame(random);
            frame.setFrameId(theirs);
            channel.receive(frame, now, out);
            confirmed += int(out.confirmations.size());
        }
        // Nobody says anything more: after N_Cr and N_Bs, or what is left to send, all is quiet.
        for (int step = 0; step < 20'000 && channel.nextDeadline(); ++step) {
            now = std::max(now, *channel.nextDeadline());
            Output out;
            channel.advance(now, out);
            confirmed += int(out.confirmations.size());
        }
        QVERIFY(!channel.isReceiving() && !channel.isSending());
        QCOMPARE(confirmed, sent); // each message sent was given one result
        Output out;
        QCanBusFrame last = frameOf("023E00");
        last.setFlexibleDataRateFormat(format == Format::Fd);
        channel.receive(last, now, out);
        QCOMPARE(out.messages.size(), 1);
    }
}

void IsoTpFaultsTest::case83_everyHeadAndLength_data()
{
    QTest::addColumn<bool>("fd");
    QTest::newRow("case 83: classic") << false;
    QTest::newRow("case 83: CAN FD") << true;
}

/// The first six bytes decide what a frame is: here all that the first two can say, in each length that a frame can
/// have, and for the escaped form lengths around its borders.
void IsoTpFaultsTest::case83_everyHeadAndLength()
{
    QFETCH(bool, fd);
    Config config = plainConfig();
    config.format = fd ? Format::Fd : Format::Classic;
    static const QList<int> lengths{1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 32, 48, 64};
    static const QList<quint32> escaped{0, 1, 4095, 4096, 65535, 65536, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};
    const auto judge = [&](const QByteArray &payload) {
        QCanBusFrame frame(theirs, payload);
        frame.setExtendedFrameFormat(true);
        frame.setFlexibleDataRateFormat(fd);
        Channel channel(config);
        Output out;
        channel.receive(frame, 0, out);
        const qint64 size = payload.size();
        const int type = quint8(payload.at(0)) >> 4;
        const int low = quint8(payload.at(0)) & 0xF;
        const qint64 single = size > 8 ? (low == 0 && quint8(payload.at(1)) > 7 ? quint8(payload.at(1)) : -1)
                                       : (low > 0 && low <= 7 ? low : -1);
        const bool isSingle = type == 0 && single > 0 && size >= single + (size > 8 ? 2 : 1);
        qint64 announced = size > 1 ? low << 8 | quint8(payload.at(1)) : 0;
        if (type == 1 && announced == 0 && size >= 6) {
            for (int i = 2; i < 6; ++i)
                announced = announced << 8 | quint8(payload.at(i));
            announced = announced > 4095 ? announced : 0;
        }
        const bool isFirst = type == 1 && size >= 8 && announced > (size > 8 ? size - 2 : 7);
        const bool tooLong = isFirst && announced > 65535;
        const bool right = out.messages.size() == (isSingle ? 1 : 0) && out.frames.size() == (isFirst ? 1 : 0)
            && channel.isReceiving() == (isFirst && !tooLong) && out.receiveFailures.size() == (tooLong ? 1 : 0)
            && (!isSingle || out.messages.constFirst().bytes.size() == single)
            && (!isFirst || quint8(out.frames.constFirst().payload().at(0)) == (tooLong ? 0x32 : 0x30));
        return right ? QString() : QString::fromLatin1(payload.left(8).toHex()) + QStringLiteral(" of %1").arg(size);
    };
    for (int size : lengths) {
        if (!fd && size > 8)
            continue;
        for (int head = 0; head < (size == 1 ? 0x100 : 0x10000); ++head) {
            QByteArray payload(size, 'x');
            payload[0] = char(size == 1 ? head : head >> 8);
            if (size > 1)
                payload[1] = char(head);
            const QString wrong = judge(payload);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
        for (quint32 length : escaped) {
            QByteArray payload = QByteArray::fromHex("1000") + QByteArray(62, 'x');
            for (int i = 0; i < 4; ++i)
                payload[2 + i] = char(length >> (24 - 8 * i));
            const QString wrong = judge(payload.left(size));
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }
}

void IsoTpFaultsTest::case84_everySeparationTime()
{
    for (int stMin = 0; stMin < 256; ++stMin) {
        const qint64 gap = stMin <= 0x7F     ? stMin * 1000
            : stMin >= 0xF1 && stMin <= 0xF9 ? (stMin - 0xF0) * 100
                                             : 127'000;
        Channel channel(plainConfig());
        Output out;
        QVERIFY(channel.send(pattern(20), 0, out));
        out = {};
        channel.receive(frameOf(QByteArray("3000") + QByteArray(1, char(stMin)).toHex()), 0, out);
        QCOMPARE(out.frames.size(), gap == 0 ? 2 : 1);
        if (gap == 0)
            continue;
        out = {};
        channel.advance(gap - 1, out);
        QVERIFY(out.frames.isEmpty());
        channel.advance(gap, out);
        QCOMPARE(out.frames.size(), 1);
    }
}

void IsoTpFaultsTest::case84_waitWithoutEnd()
{
    // With one CTS for each block the count begins anew: the deadline of the whole message is in tst_udsclient.
    Channel channel(plainConfig());
    Output out;
    QVERIFY(channel.send(pattern(20), 0, out));
    qint64 now = 0;
    int waits = 0;
    for (; out.confirmations.isEmpty() && waits < 100; ++waits) {
        now += 900'000;
        channel.receive(frameOf("310000"), now, out);
    }
    QCOMPARE(out.confirmations, QList<NResult>{NResult::WftOvrn});
    QCOMPARE(waits, 11);
}

void IsoTpFaultsTest::case84_everyFlowStatus()
{
    for (int status = 0; status < 16; ++status) {
        Channel channel(plainConfig());
        Output out;
        QVERIFY(channel.send(pattern(20), 0, out));
        QCanBusFrame foreign = frameOf(QByteArray(1, char(0x30 | status)).toHex() + "0000", others);
        channel.receive(foreign, 0, out);
        QVERIFY(out.confirmations.isEmpty() && out.frames.size() == 1);
        foreign.setFrameId(theirs);
        channel.receive(foreign, 0, out);
        const QList<NResult> expected = status <= 1 ? QList<NResult>{}
            : status == 2                           ? QList<NResult>{NResult::BufferOvflw}
                                                    : QList<NResult>{NResult::InvalidFs};
        QCOMPARE(out.confirmations, expected);
        QCOMPARE(out.frames.size(), status == 0 ? 3 : 1);
    }
}

/// Ten million frames of anything, as a console, a pack and an onlooker hear them.
void IsoTpFaultsTest::case95_anyFrames()
{
    constexpr int frames = 10'000'000;
    QRandomGenerator random(95);
    Config pack = plainConfig();
    std::swap(pack.transmitId, pack.receiveId);
    pack.format = Format::AsAsked;
    Channel console(plainConfig());
    Channel packEnd(pack);
    BusListener listener;
    // Drawn beforehand and played in varying order: drawing costs more than hearing.
    QList<QCanBusFrame> pool;
    for (int i = 0; i < 200'000; ++i)
        pool.append(anyFrame(random));
    qint64 before = 0;
    qint64 messages = 0;
    for (int i = 0; i < frames; ++i) {
        const QCanBusFrame &frame = pool.at(random.bounded(int(pool.size())));
        const qint64 now = qint64(i) * 100;
        Output out;
        console.receive(frame, now, out);
        packEnd.receive(frame, now, out);
        messages += out.messages.size();
        QVERIFY(out.frames.size() <= 4);
        if (CanPort::acceptable(frame)) {
            for (const BusListener::Talk &talk : listener.feed(frame, now))
                QVERIFY(talk.message.size() <= 65535);
        }
        if (i == frames / 4)
            before = residentBytes();
    }
    QVERIFY(messages > 0);
    QVERIFY(listener.telemetry().packs().size() <= TelemetryDecoder::lastNode - TelemetryDecoder::firstNode + 1);
    const qint64 grown = residentBytes() - before;
    QVERIFY2(grown < 16 << 20, qPrintable(QString::number(grown)));
}

/// A bus full of transfers, good and broken, for hours of its time.
void IsoTpFaultsTest::case96_noGrowth()
{
    IsoTpPipe pipe(Format::Fd);
    QRandomGenerator random(96);
    qint64 before = 0;
    constexpr int transfers = 20'000;
    for (int i = 0; i < transfers; ++i) {
        const int lost = random.bounded(3) == 0 ? int(random.bounded(20)) : -1;
        pipe.transmit(pattern(1 + random.bounded(4095)),
            [lost](int frame) { return frame == lost ? IsoTpPipe::Fault::Lost : IsoTpPipe::Fault::None; });
        QVERIFY(pipe.isIdle());
        if (i == transfers / 4)
            before = residentBytes();
    }
    const qint64 grown = residentBytes() - before;
    QVERIFY2(grown < 4 << 20, qPrintable(QString::number(grown)));
}

QTEST_APPLESS_MAIN(IsoTpFaultsTest)
#include "tst_isotpfaults.moc"
