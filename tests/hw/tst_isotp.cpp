// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "isotp.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::isotp;

namespace {

constexpr quint32 mine = 0x18DA10F1;
constexpr quint32 theirs = 0x18DAF110;
constexpr quint32 functional = 0x18DB33F1;

QByteArray pattern(int length)
{
    QByteArray bytes;
    for (int i = 0; i < length; ++i)
        bytes.append(char(i & 0xFF));
    return bytes;
}

QCanBusFrame frameOf(const QByteArray &hex, quint32 id = theirs)
{
    QCanBusFrame frame(id, QByteArray::fromHex(hex));
    frame.setExtendedFrameFormat(true);
    return frame;
}

/// A channel with its time. Each step is a line; what happens is logged as "@milliseconds what".
class Bench
{
public:
    explicit Bench(const Config &config)
        : m_channel(config)
    {
    }

    /// "rx HEX", "rx-functional HEX", "rx-foreign HEX", "rx-echo HEX", "rx-remote", "rx-error", "rx-fd HEX",
    /// "rx-standard HEX", "send LENGTH", "wait MILLISECONDS", "busy", "free", "cancel", "lost"
    void run(const QStringList &steps)
    {
        for (const QString &step : steps)
            runOne(step.section(u' ', 0, 0), step.section(u' ', 1).toLatin1());
    }
    QStringList log() const { return m_log; }
    Channel &channel() { return m_channel; }

private:
    void runOne(const QString &verb, const QByteArray &argument)
    {
        Output out;
        if (verb == u"wait") {
            advanceBy(argument.toDouble() * 1000);
        } else if (verb == u"send") {
            if (!m_channel.send(pattern(argument.toInt()), m_now, out))
                note(QStringLiteral("busy"));
        } else if (verb == u"busy" || verb == u"free") {
            m_channel.setBusy(verb == u"busy", m_now, out);
        } else if (verb == u"cancel") {
            m_channel.cancel(out);
        } else if (verb == u"lost") {
            m_channel.busLost(out);
        } else {
            m_channel.receive(received(verb, argument), m_now, out);
        }
        record(out);
        settle();
    }

    static QCanBusFrame received(const QString &verb, const QByteArray &argument)
    {
        QCanBusFrame frame = frameOf(argument);
        if (verb == u"rx-functional")
            frame.setFrameId(functional);
        else if (verb == u"rx-foreign")
            frame.setFrameId(0x18DAF111);
        else if (verb == u"rx-echo")
            frame.setLocalEcho(true);
        else if (verb == u"rx-remote")
            frame.setFrameType(QCanBusFrame::RemoteRequestFrame);
        else if (verb == u"rx-error")
            frame.setFrameType(QCanBusFrame::ErrorFrame);
        else if (verb == u"rx-fd")
            frame.setFlexibleDataRateFormat(true);
        else if (verb == u"rx-standard")
            frame.setExtendedFrameFormat(false);
        return frame;
    }

    void advanceBy(qint64 microseconds)
    {
        const qint64 end = m_now + microseconds;
        while (m_channel.nextDeadline() && *m_channel.nextDeadline() <= end) {
            m_now = qMax(m_now, *m_channel.nextDeadline());
            Output out;
            m_channel.advance(m_now, out);
            record(out);
        }
        m_now = end;
    }

    /// What is due at once.
    void settle() { advanceBy(0); }

    void record(const Output &out)
    {
        for (const QCanBusFrame &frame : out.frames) {
            QVERIFY(frame.isValid() && frame.hasExtendedFrameFormat() && frame.frameId() == mine);
            note(QStringLiteral("tx ") + QString::fromLatin1(frame.payload().toHex().toUpper()));
        }
        for (NResult result : out.confirmations)
            note(QStringLiteral("sent ") + resultName(result));
        for (NResult result : out.receiveFailures)
            note(QStringLiteral("failed ") + resultName(result));
        for (const Message &message : out.messages) {
            const QByteArray &bytes = message.bytes;
            const bool known = bytes.size() > 7 && bytes == pattern(int(bytes.size()));
            note((message.functional ? QStringLiteral("functional ") : QStringLiteral("message "))
                + (known ? QString::number(bytes.size()) : QString::fromLatin1(bytes.toHex().toUpper())));
        }
    }

    void note(const QString &what) { m_log.append(u'@' + QString::number(double(m_now) / 1000) + u' ' + what); }

    Channel m_channel;
    qint64 m_now = 0;
    QStringList m_log;
};

Config plain()
{
    Config config;
    config.transmitId = mine;
    config.receiveId = theirs;
    config.functionalId = functional;
    config.burst = 10'000;
    return config;
}

/// The frames of a message of pattern(length), as a peer would send them.
QStringList transfer(int length, int firstFrame = 0)
{
    QStringList steps;
    const QByteArray bytes = pattern(length);
    steps.append(QStringLiteral("rx ") + QStringLiteral("1%1").arg(length, 3, 16, QLatin1Char('0'))
        + QString::fromLatin1(bytes.left(6).toHex()));
    int sequence = 1;
    for (int offset = 6; offset < length; offset += 7) {
        QByteArray part = bytes.mid(offset, 7);
        part.append(7 - part.size(), char(0xCC));
        steps.append(QStringLiteral("rx 2%1").arg(sequence++ & 0xF, 0, 16) + QString::fromLatin1(part.toHex()));
    }
    return steps.mid(firstFrame);
}

const QString clearToSend = QStringLiteral("@0 tx 300000CCCCCCCCCC");
const QString lateMark = QStringLiteral("@1000 failed N_TIMEOUT_Cr");

} // namespace

class IsoTpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reception_data();
    void reception();
    void transmission_data();
    void transmission();
    void longLengths();
    void separationOfConsecutiveFrames_data();
    void separationOfConsecutiveFrames();
    void blockSizeOfReceiver();
    void burstsArePaced();
    void refusedFramesAreRepeated();
    void refusedTooLongIsTimeoutA();
    void twoPairsInterleave();
    void floodOfFirstFrames();
    void lossOfEveryFrame();
    void repetitionOfEveryFrame();
};

void IsoTpTest::reception_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QStringList &steps, const QStringList &expected) {
        QTest::newRow(name) << steps << expected;
    };
    const auto s = [](const char *text) {
        return QString::fromLatin1(text);
    };
    const QStringList nothing;
    row("R01 SF padded", {s("rx 0322F190CCCCCCCC")}, {s("@0 message 22F190")});
    row("R02 SF unpadded", {s("rx 0322F190")}, {s("@0 message 22F190")});
    row("R03 SF_DL 0", {s("rx 00CCCCCCCCCCCCCC")}, nothing);
    row("R04 SF_DL 8", {s("rx 0801020304050607")}, nothing);
    row("R05 SF_DL beyond DLC", {s("rx 05010203")}, nothing);
    row("R06 SF_DL 7", {s("rx 0701020304050607")}, {s("@0 message 01020304050607")});
    row("R07 empty frame", {s("rx ")}, nothing);
    QStringList reserved;
    for (int type = 4; type <= 15; ++type)
        reserved.append(QStringLiteral("rx %10300000000000000").arg(type, 0, 16).left(19));
    row("R08 reserved N_PCI", reserved, nothing);
    row("R09 foreign, standard, remote, error, FD, echo",
        {s("rx-foreign 0322F190"), s("rx-standard 0322F190"), s("rx-remote 0322F190"), s("rx-error 0322F190"),
            s("rx-fd 0322F190"), s("rx-echo 0322F190")},
        nothing);
    row("R10 FF and 2 CF", transfer(20), {clearToSend, s("@0 message 20")});
    row("R11 FF_DL fits an SF", {s("rx 1007000102030405")}, nothing);
    row("R11 twin: 8 does not", {s("rx 1008000102030405")}, {clearToSend});
    row("R12 long FF of 0", {s("rx 1000000000000001")}, nothing);
    row("R13 long FF of 20", {s("rx 1000000000140001")}, nothing);
    row("R13 twin: of 4096", {s("rx 1000000010000001")}, {clearToSend});
    row("R14 FF short", {s("rx 10140001020304")}, nothing);
    row("R15 FF_DL FFFFFFFF", {s("rx 1000FFFFFFFF0001")}, {s("@0 tx 320000CCCCCCCCCC"), s("@0 failed N_BUFFER_OVFLW")});
    row("R15 one over the limit", {s("rx 1000000100000001")},
        {s("@0 tx 320000CCCCCCCCCC"), s("@0 failed N_BUFFER_OVFLW")});
    row("R15 twin: at the limit", {s("rx 10000000FFFF0001")}, {clearToSend});
    row("R16 last CF unpadded", {s("rx 1009000102030405"), s("rx 21060708")}, {clearToSend, s("@0 message 9")});
    row("R17 SN wraps", transfer(120), {clearToSend, s("@0 message 120")});
    row("R18 last CF with other padding", {s("rx 1009000102030405"), s("rx 21060708AA55AA55")},
        {clearToSend, s("@0 message 9")});
    row("R20 CF while idle", {s("rx 2101020304050607")}, nothing);
    row("R21 first CF has SN 2", {s("rx 1014000102030405"), s("rx 22060708090A0B0C"), s("rx 210D0E0F10111213")},
        {clearToSend, s("@0 failed N_WRONG_SN")});
    row("R22 SN repeated", {s("rx 1014000102030405"), s("rx 21060708090A0B0C"), s("rx 21060708090A0B0C")},
        {clearToSend, s("@0 failed N_WRONG_SN")});
    row("R23 first CF has SN 0", {s("rx 1014000102030405"), s("rx 20060708090A0B0C")},
        {clearToSend, s("@0 failed N_WRONG_SN")});
    row("R24 no CF", {s("rx 1014000102030405"), s("wait 1200"), s("rx 21060708090A0B0C")}, {clearToSend, lateMark});
    row("R24 twin: in time", QStringList{s("rx 1014000102030405"), s("wait 999")} + transfer(20, 1),
        {clearToSend, s("@999 message 20")});
    row("R25 middle CF short", {s("rx 1014000102030405"), s("rx 2106070809"), s("rx 220D0E0F10111213")},
        {clearToSend, s("@0 failed N_WRONG_SN")});
    row("R26 last CF short", {s("rx 1009000102030405"), s("rx 210607"), s("wait 1100")}, {clearToSend, lateMark});
    row("R30 SF during reception", {s("rx 1014000102030405"), s("rx 023E00")},
        {clearToSend, s("@0 failed N_UNEXP_PDU"), s("@0 message 3E00")});
    row("R31 FF during reception", QStringList{s("rx 1014000102030405")} + transfer(9),
        {clearToSend, clearToSend, s("@0 failed N_UNEXP_PDU"), s("@0 message 9")});
    const auto during = [&](const QStringList &between) {
        return transfer(20).mid(0, 2) + between + transfer(20, 2);
    };
    const QStringList undisturbed = {clearToSend, s("@0 message 20")};
    row("R32 FC during reception", during({s("rx 300000")}), undisturbed);
    row("R33 SF_DL 0 during reception", during({s("rx 00CCCCCCCCCCCCCC")}), undisturbed);
    row("R34 reserved N_PCI during reception", during({s("rx 4001020304050607")}), undisturbed);
    row("R35 CF of another sender", during({s("rx-foreign 2201020304050607")}), undisturbed);
    row("R36 functional FF", {s("rx-functional 1014000102030405")}, nothing);
    row("R36 twin: functional SF", {s("rx-functional 023E80")}, {s("@0 functional 3E80")});
    row("R36 functional SF during reception", during({s("rx-functional 023E80")}),
        {clearToSend, s("@0 functional 3E80"), s("@0 message 20")});
    row("R42 busy, then free",
        QStringList{s("busy"), s("rx 1014000102030405"), s("wait 700"), s("free")} + transfer(20, 1),
        {s("@0 tx 310000CCCCCCCCCC"), s("@500 tx 310000CCCCCCCCCC"), s("@700 tx 300000CCCCCCCCCC"),
            s("@700 message 20")});
    QStringList waits;
    for (int i = 0; i < 10; ++i)
        waits.append(QStringLiteral("@%1 tx 310000CCCCCCCCCC").arg(i * 500));
    row("R43 stays busy", {s("busy"), s("rx 1014000102030405"), s("wait 9000")},
        waits + QStringList{s("@5000 failed N_WFT_OVRN")});
}

void IsoTpTest::reception()
{
    QFETCH(QStringList, steps);
    QFETCH(QStringList, expected);
    Bench bench(plain());
    bench.run(steps);
    QCOMPARE(bench.log(), expected);
}

void IsoTpTest::transmission_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QStringList &steps, const QStringList &expected) {
        QTest::newRow(name) << steps << expected;
    };
    const auto s = [](const char *text) {
        return QString::fromLatin1(text);
    };
    const QString first = s("@0 tx 1014000102030405");
    const QString cf1 = s("tx 21060708090A0B0C");
    const QString cf2 = s("tx 220D0E0F10111213");
    const QString done = s("@0 sent N_OK");
    const QStringList twenty = {first, s("@0 ") + cf1, s("@0 ") + cf2, done};
    row("T01 send 7", {s("send 7")}, {s("@0 tx 0700010203040506"), done});
    row("T01 padding", {s("send 2")}, {s("@0 tx 020001CCCCCCCCCC"), done});
    row("T01 twin: nothing", {s("send 0")}, {s("@0 busy")});
    row("T02 send 8", {s("send 8"), s("rx 300000")}, {s("@0 tx 1008000102030405"), s("@0 tx 210607CCCCCCCCCC"), done});
    row("T03 send 20", {s("send 20"), s("rx 300000CCCCCCCCCC")}, twenty);
    row("T04 FC of 3 bytes", {s("send 20"), s("rx 300000")}, twenty);
    row("T05 no FC", {s("send 20"), s("wait 3000")}, {first, s("@1000 sent N_TIMEOUT_Bs")});
    row("T06 FC of 2 bytes", {s("send 20"), s("rx 3000"), s("wait 3000")}, {first, s("@1000 sent N_TIMEOUT_Bs")});
    row("T07 BS 1", {s("send 20"), s("rx 300100"), s("wait 5"), s("rx 300100")},
        {first, s("@0 ") + cf1, s("@5 ") + cf2, s("@5 sent N_OK")});
    row("T08 BS 1, second FC missing", {s("send 20"), s("rx 300100"), s("wait 2000")},
        {first, s("@0 ") + cf1, s("@1000 sent N_TIMEOUT_Bs")});
    row("T09 WAIT twice", {s("send 20"), s("rx 310000"), s("wait 600"), s("rx 310000"), s("wait 600"), s("rx 300000")},
        {first, s("@1200 ") + cf1, s("@1200 ") + cf2, s("@1200 sent N_OK")});
    QStringList ten{s("send 20")};
    for (int i = 0; i < 10; ++i)
        ten.append(s("rx 310000"));
    row("T10 ten WAITs", ten + QStringList{s("rx 300000")}, twenty);
    row("T10 twin: eleven", ten + QStringList{s("rx 310000"), s("rx 300000")}, {first, s("@0 sent N_WFT_OVRN")});
    row("T11 WAIT, then silence", {s("send 20"), s("wait 300"), s("rx 310000"), s("wait 3000")},
        {first, s("@1300 sent N_TIMEOUT_Bs")});
    row("T12 OVFLW", {s("send 20"), s("rx 320000"), s("rx 300000")}, {first, s("@0 sent N_BUFFER_OVFLW")});
    row("T13 FS 3", {s("send 20"), s("rx 330000")}, {first, s("@0 sent N_INVALID_FS")});
    row("T14 FS F", {s("send 20"), s("rx 3F0000")}, {first, s("@0 sent N_INVALID_FS")});
    row("T15 OVFLW in a later FC", {s("send 20"), s("rx 300100"), s("rx 320000")},
        {first, s("@0 ") + cf1, s("@0 sent N_BUFFER_OVFLW")});
    row("T20 STmin 0", {s("send 20"), s("rx 300000")}, twenty);
    row("T30 BS and STmin of a second FC do not count", {s("send 30"), s("rx 300200"), s("rx 30017F"), s("wait 1")},
        {s("@0 tx 101E000102030405"), s("@0 ") + cf1, s("@0 ") + cf2, s("@0 tx 231415161718191A"),
            s("@0 tx 241B1C1DCCCCCCCC"), done});
    row("T31 FC while idle", {s("rx 300000")}, {});
    row("T32 SF while sending", {s("send 20"), s("rx 300100"), s("rx 023E00"), s("rx 300000")},
        {first, s("@0 ") + cf1, s("@0 message 3E00"), s("@0 ") + cf2, done});
    row("T33 extra FC in mid block", {s("send 20"), s("rx 30000A"), s("rx 300000"), s("wait 20")},
        {first, s("@0 ") + cf1, s("@10 ") + cf2, s("@10 sent N_OK")});
    row("T36 second send while one runs", {s("send 20"), s("send 7"), s("rx 300000"), s("send 1")},
        {first, s("@0 busy"), s("@0 ") + cf1, s("@0 ") + cf2, done, s("@0 tx 0100CCCCCCCCCCCC"), done});
    row("T37 bus lost", {s("send 20"), s("rx 300100"), s("lost"), s("rx 300000"), s("wait 2000")},
        {first, s("@0 ") + cf1, s("@0 sent N_TIMEOUT_A")});
    row("T38 cancelled", {s("send 20"), s("rx 300100"), s("cancel"), s("rx 300000"), s("wait 2000")},
        {first, s("@0 ") + cf1, s("@0 sent N_ERROR")});
    row("T39 own echo", {s("send 20"), s("rx-echo 300000"), s("wait 1000")}, {first, s("@1000 sent N_TIMEOUT_Bs")});
    row("T40 FC of another", {s("send 20"), s("rx-foreign 300000"), s("rx-functional 300000"), s("wait 1000")},
        {first, s("@1000 sent N_TIMEOUT_Bs")});
}

void IsoTpTest::transmission()
{
    reception();
}

void IsoTpTest::longLengths()
{
    Bench shortForm(plain());
    shortForm.run({QStringLiteral("send 4095"), QStringLiteral("rx 300000")});
    QCOMPARE(shortForm.log().first(), QStringLiteral("@0 tx 1FFF000102030405")); // T34
    QCOMPARE(shortForm.log().last(), QStringLiteral("@0 sent N_OK"));
    QCOMPARE(shortForm.log().size(), 1 + (4095 - 6 + 6) / 7 + 1);
    Bench longForm(plain());
    longForm.run({QStringLiteral("send 4096"), QStringLiteral("rx 300000")});
    QCOMPARE(longForm.log().first(), QStringLiteral("@0 tx 1000000010000001")); // T35
    QCOMPARE(longForm.log().size(), 1 + (4096 - 2 + 6) / 7 + 1);
}

void IsoTpTest::separationOfConsecutiveFrames_data()
{
    QTest::addColumn<QString>("stMin");
    QTest::addColumn<QString>("gap");
    const std::pair<const char *, const char *> rows[] = {{"01", "1"}, {"0A", "10"}, {"7F", "127"}, {"F1", "0.1"},
        {"F9", "0.9"}, {"80", "127"}, {"F0", "127"}, {"FA", "127"}, {"FF", "127"}};
    for (const auto &[stMin, gap] : rows)
        QTest::addRow("T21-23 STmin %s", stMin) << QString::fromLatin1(stMin) << QString::fromLatin1(gap);
}

void IsoTpTest::separationOfConsecutiveFrames()
{
    QFETCH(QString, stMin);
    QFETCH(QString, gap);
    Bench bench(plain());
    bench.run({QStringLiteral("send 20"), QStringLiteral("rx 3000") + stMin, QStringLiteral("wait 500")});
    QCOMPARE(bench.log().at(1), QStringLiteral("@0 tx 21060708090A0B0C"));
    QCOMPARE(bench.log().at(2), QStringLiteral("@%1 tx 220D0E0F10111213").arg(gap));
}

void IsoTpTest::blockSizeOfReceiver() // R40, R41
{
    Config config = plain();
    config.blockSize = 2;
    config.separationTime = 0x14;
    Bench bench(config);
    bench.run(transfer(34)); // four CF: an FC after the second, none after the last
    const QString fc = QStringLiteral("@0 tx 300214CCCCCCCCCC");
    QCOMPARE(bench.log(), (QStringList{fc, fc, QStringLiteral("@0 message 34")}));
}

void IsoTpTest::burstsArePaced()
{
    Config config = plain();
    config.burst = 4;
    Bench bench(config);
    bench.run({QStringLiteral("send 76"), QStringLiteral("rx 300000"), QStringLiteral("wait 10")}); // ten CF
    QCOMPARE(bench.log().filter(QStringLiteral("@0 tx 2")).size(), 4);
    QCOMPARE(bench.log().filter(QStringLiteral("@1 tx 2")).size(), 4);
    QCOMPARE(bench.log().filter(QStringLiteral("@2 tx 2")).size(), 2);
    QCOMPARE(bench.log().last(), QStringLiteral("@2 sent N_OK"));
}

void IsoTpTest::refusedFramesAreRepeated()
{
    Channel channel(plain());
    Output out;
    QVERIFY(channel.send(pattern(20), 0, out));
    out = {};
    channel.receive(frameOf("300000"), 0, out);
    QCOMPARE(out.frames.size(), 2);
    for (const QCanBusFrame &frame : std::as_const(out.frames))
        channel.refused(frame, 0);
    QVERIFY(out.confirmations.isEmpty());
    const QList<QCanBusFrame> refused = out.frames;
    out = {};
    QCOMPARE(*channel.nextDeadline(), 1000);
    channel.advance(1000, out);
    QCOMPARE(out.frames.size(), 2);
    QCOMPARE(out.frames.at(0).payload(), refused.at(0).payload());
    QVERIFY(out.confirmations.isEmpty());
    out = {};
    channel.advance(*channel.nextDeadline(), out);
    QCOMPARE(out.confirmations, QList<NResult>{NResult::Ok});
}

void IsoTpTest::refusedTooLongIsTimeoutA()
{
    Channel sender(plain());
    Output out;
    QVERIFY(sender.send(pattern(3), 0, out));
    const QCanBusFrame frame = out.frames.first();
    Channel receiver(plain());
    out = {};
    receiver.receive(frameOf("1014000102030405"), 0, out);
    const QCanBusFrame flowControl = out.frames.first();
    out = {};
    sender.refused(frame, 0);
    receiver.refused(flowControl, 0);
    for (qint64 now = 0; now < 1'500'000 && (sender.isSending() || receiver.isReceiving()); now += 1000) {
        Output step;
        sender.advance(now, step);
        for (const QCanBusFrame &again : std::as_const(step.frames))
            sender.refused(again, now);
        out.confirmations += step.confirmations;
        step = {};
        receiver.advance(now, step);
        for (const QCanBusFrame &again : std::as_const(step.frames))
            receiver.refused(again, now);
        out.receiveFailures += step.receiveFailures;
    }
    QCOMPARE(out.confirmations, QList<NResult>{NResult::TimeoutA});
    QCOMPARE(out.receiveFailures, QList<NResult>{NResult::TimeoutA});
}

void IsoTpTest::twoPairsInterleave() // R44
{
    Config other = plain();
    other.receiveId = 0x18DAF111;
    Channel one(plain());
    Channel two(other);
    Output fromOne;
    Output fromTwo;
    for (const QString &step : transfer(20)) {
        for (quint32 id : {theirs, other.receiveId}) {
            const QCanBusFrame frame = frameOf(step.section(u' ', 1).toLatin1(), id);
            one.receive(frame, 0, fromOne);
            two.receive(frame, 0, fromTwo);
        }
    }
    const QList<Message> expected{{pattern(20), false}};
    QCOMPARE(fromOne.messages, expected);
    QCOMPARE(fromTwo.messages, expected);
}

void IsoTpTest::floodOfFirstFrames() // R45
{
    Channel channel(plain());
    Output out;
    for (int i = 0; i < 200; ++i) {
        out = {};
        channel.receive(frameOf("10000000FFFF0001"), i * 5000, out);
        QCOMPARE(out.frames.size(), 1);
        QCOMPARE(out.receiveFailures.size(), i == 0 ? 0 : 1);
    }
    QVERIFY(channel.isReceiving());
}

namespace {

struct Pipe
{
    Pipe()
        : console(plain())
        , pack(packSide())
    {
    }
    static Config packSide()
    {
        Config config = plain();
        std::swap(config.transmitId, config.receiveId);
        config.blockSize = 3;
        return config;
    }
    /// Sends from the console and lets time run until both ends are idle; fault decides how often frame n arrives.
    void transmit(const QByteArray &message, const std::function<int(int)> &fault)
    {
        result = {};
        QList<std::pair<bool, QCanBusFrame>> line; // true: towards the pack
        Output out;
        QVERIFY(console.send(message, now, out));
        const auto put = [&](const Output &output, bool toPack) {
            for (const QCanBusFrame &frame : output.frames) {
                for (int i = fault(frames++); i > 0; --i)
                    line.append({toPack, frame});
            }
            result.confirmations += output.confirmations;
            result.receiveFailures += output.receiveFailures;
            result.messages += output.messages;
        };
        put(out, true);
        const qint64 deadline = now + 3'000'000;
        while (now < deadline && (!line.isEmpty() || console.isSending() || pack.isReceiving())) {
            if (line.isEmpty()) {
                qint64 next = deadline;
                for (const auto &candidate : {console.nextDeadline(), pack.nextDeadline()})
                    next = qMin(next, candidate.value_or(deadline));
                now = qMax(now, next);
                Output step;
                console.advance(now, step);
                put(step, true);
                step = {};
                pack.advance(now, step);
                put(step, false);
                continue;
            }
            const auto [toPack, frame] = line.takeFirst();
            now += 300;
            Output step;
            (toPack ? pack : console).receive(frame, now, step);
            put(step, !toPack);
        }
    }

    Channel console;
    Channel pack;
    qint64 now = 0;
    int frames = 0;
    Output result;
};

} // namespace

void IsoTpTest::lossOfEveryFrame()
{
    const QByteArray message = pattern(60);
    Pipe whole;
    whole.transmit(message, [](int) { return 1; });
    QCOMPARE(whole.result.messages, (QList<Message>{{message, false}}));
    QCOMPARE(whole.frames, 1 + 8 + 3); // FF, CF, FC
    for (int lost = 0; lost < whole.frames; ++lost) {
        Pipe pipe;
        pipe.transmit(message, [lost](int n) { return n == lost ? 0 : 1; });
        // Nothing half or wrong is ever delivered, both ends come to rest with a result, and the next message passes.
        QVERIFY2(pipe.result.messages.isEmpty(), qPrintable(QString::number(lost)));
        QCOMPARE(pipe.result.confirmations.size(), 1);
        QVERIFY(pipe.result.confirmations.first() != NResult::Ok || !pipe.result.receiveFailures.isEmpty());
        QVERIFY(!pipe.console.isSending() && !pipe.pack.isReceiving());
        pipe.transmit(message, [](int) { return 1; });
        QCOMPARE(pipe.result.messages, (QList<Message>{{message, false}}));
    }
}

void IsoTpTest::repetitionOfEveryFrame()
{
    const QByteArray message = pattern(60);
    for (int twice = 0; twice < 12; ++twice) {
        Pipe pipe;
        pipe.transmit(message, [twice](int n) { return n == twice ? 2 : 1; });
        for (const Message &one : std::as_const(pipe.result.messages))
            QCOMPARE(one.bytes, message);
        QVERIFY(!pipe.console.isSending() && !pipe.pack.isReceiving());
        pipe.transmit(message, [](int) { return 1; });
        QCOMPARE(pipe.result.messages, (QList<Message>{{message, false}}));
    }
}

QTEST_APPLESS_MAIN(IsoTpTest)
#include "tst_isotp.moc"
