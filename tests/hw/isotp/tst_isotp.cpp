// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/isotp/isotppipe.h"
#include "tests/hw/isotp/isotprows.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::isotp;
using namespace packwarden::test;

class IsoTpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
    void everyCaseHasItsRow();
    void longMessages_data();
    void longMessages();
    void burstsArePaced();
    void refusedFramesAreRepeated();
    void refusedTooLongIsTimeoutA();
    void refusedFlowControlDoesNotPileUp();
};

void IsoTpTest::rows_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<QStringList>("expected");
    for (const IsoTpRow &row : receptionRows() + transmissionRows() + flexibleDataRateRows())
        QTest::newRow(row.name.constData()) << row.steps << row.expected;
}

void IsoTpTest::rows()
{
    QFETCH(QStringList, steps);
    QFETCH(QStringList, expected);
    IsoTpBench bench;
    bench.run(steps);
    QCOMPARE(bench.log(), expected);
}

/// The cases that every ISO-TP must pass: R reception, T transmission, F CAN FD.
void IsoTpTest::everyCaseHasItsRow()
{
    QStringList cases;
    const auto add = [&](const char *letter, int from, int to) {
        for (int number = from; number <= to; ++number)
            cases.append(QStringLiteral("%1%2").arg(QLatin1String(letter)).arg(number, 2, 10, QLatin1Char('0')));
    };
    for (const auto &[from, to] : {std::pair(1, 18), std::pair(20, 26), std::pair(30, 36), std::pair(40, 45)})
        add("R", from, to);
    for (const auto &[from, to] : {std::pair(1, 15), std::pair(20, 23), std::pair(30, 40)})
        add("T", from, to);
    for (const auto &[from, to] : {std::pair(1, 11), std::pair(20, 25)})
        add("F", from, to);
    QCOMPARE(cases.size(), 81 + 4); // F20 to F24 count as one
    QSet<QString> names;
    for (const IsoTpRow &row : receptionRows() + transmissionRows() + flexibleDataRateRows())
        names.insert(QString::fromLatin1(row.name).section(u' ', 0, 0));
    for (const QString &one : std::as_const(cases))
        QVERIFY2(names.contains(one), qPrintable(one));
}

void IsoTpTest::burstsArePaced()
{
    IsoTpBench bench;
    bench.run({QStringLiteral("set burst 4"), QStringLiteral("send 76"), QStringLiteral("rx 300000"),
        QStringLiteral("wait 10")}); // ten CF
    QCOMPARE(bench.log().filter(QStringLiteral("@0 tx 2")).size(), 4);
    QCOMPARE(bench.log().filter(QStringLiteral("@1 tx 2")).size(), 4);
    QCOMPARE(bench.log().filter(QStringLiteral("@2 tx 2")).size(), 2);
    QCOMPARE(bench.log().last(), QStringLiteral("@2 sent N_OK"));
}

void IsoTpTest::refusedFramesAreRepeated()
{
    Channel channel(plainConfig());
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
    Channel sender(plainConfig());
    Output out;
    QVERIFY(sender.send(pattern(3), 0, out));
    const QCanBusFrame frame = out.frames.first();
    Channel receiver(plainConfig());
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

/// Who sends without waiting for flow control that the interface does not take piles up nothing.
void IsoTpTest::refusedFlowControlDoesNotPileUp()
{
    Config config = plainConfig();
    config.blockSize = 1;
    Channel channel(config);
    for (const QString &step : transfer(4095).mid(0, 500)) {
        Output out;
        channel.receive(frameOf(step.section(u' ', 1).toLatin1()), 0, out);
        for (const QCanBusFrame &frame : std::as_const(out.frames))
            channel.refused(frame, 0);
    }
    QVERIFY(channel.isReceiving());
    Output out;
    channel.advance(*channel.nextDeadline(), out);
    QCOMPARE(out.frames.size(), 1);
}

void IsoTpTest::longMessages_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<int>("frameLength");
    QTest::addRow("classic") << Format::Classic << 8;
    for (int frameLength : {8, 12, 16, 20, 24, 32, 48, 64})
        QTest::addRow("CAN FD %d", frameLength) << Format::Fd << frameLength;
}

/// Every length around the borders of what fits a frame or a length field.
void IsoTpTest::longMessages()
{
    QFETCH(Format, format);
    QFETCH(int, frameLength);
    QList<int> lengths{255, 256, 4094, 4095, 4096, 4097, 65535};
    for (int length = 1; length <= 200; ++length)
        lengths.append(length);
    IsoTpPipe pipe(format, frameLength);
    for (int length : std::as_const(lengths)) {
        pipe.transmit(pattern(length));
        QCOMPARE(pipe.result().confirmations, QList<NResult>{NResult::Ok});
        QCOMPARE(pipe.result().messages, (QList<Message>{{pattern(length), false}}));
    }
}

QTEST_APPLESS_MAIN(IsoTpTest)
#include "tst_isotp.moc"
