// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/isotp/isotpbench.h"

#include <QTest>

namespace packwarden::test {

using namespace isotp;

QByteArray pattern(int length)
{
    QByteArray bytes;
    for (int i = 0; i < length; ++i)
        bytes.append(char(i & 0xFF));
    return bytes;
}

QCanBusFrame frameOf(const QByteArray &hex, quint32 id)
{
    QCanBusFrame frame(id, QByteArray::fromHex(hex));
    frame.setExtendedFrameFormat(true);
    return frame;
}

Config plainConfig()
{
    Config config;
    config.transmitId = mine;
    config.receiveId = theirs;
    config.functionalId = functional;
    config.burst = 10'000;
    return config;
}

namespace {

QCanBusFrame received(const QString &verb, const QString &argument)
{
    QCanBusFrame frame = frameOf(argument.toLatin1());
    if (verb == u"rx-functional")
        frame.setFrameId(functional);
    else if (verb == u"rx-foreign")
        frame.setFrameId(others);
    else if (verb == u"rx-echo")
        frame.setLocalEcho(true);
    else if (verb == u"rx-remote")
        frame.setFrameType(QCanBusFrame::RemoteRequestFrame);
    else if (verb == u"rx-error")
        frame.setFrameType(QCanBusFrame::ErrorFrame);
    else if (verb == u"rx-standard")
        frame.setExtendedFrameFormat(false);
    else if (verb.startsWith(u"rx-fd")) {
        frame.setFlexibleDataRateFormat(true);
        frame.setBitrateSwitch(verb != u"rx-fd-slow");
        frame.setErrorStateIndicator(verb == u"rx-fd-esi");
    } else if (verb != u"rx") {
        qFatal("no such step");
    }
    return frame;
}

} // namespace

IsoTpBench::IsoTpBench()
    : m_channel(m_config)
{
}

void IsoTpBench::run(const QStringList &steps)
{
    for (const QString &step : steps)
        runOne(step.section(u' ', 0, 0), step.section(u' ', 1));
}

void IsoTpBench::configure(const QStringList &words)
{
    for (int i = 0; i + 1 < words.size(); i += 2) {
        const QString &name = words.at(i);
        const int value = words.at(i + 1).toInt(nullptr, 0);
        if (name == u"bs")
            m_config.blockSize = quint8(value);
        else if (name == u"st")
            m_config.separationTime = quint8(value);
        else if (name == u"brs")
            m_config.bitRateSwitch = value != 0;
        else if (name == u"burst")
            m_config.burst = value;
        else
            m_config.frameLength = value;
        if (name == u"fd")
            m_config.format = Format::Fd;
        else if (name == u"asked")
            m_config.format = Format::AsAsked;
    }
    m_channel = Channel(m_config);
}

void IsoTpBench::runOne(const QString &verb, const QString &argument)
{
    Output out;
    if (verb == u"set") {
        configure(argument.split(u' '));
    } else if (verb == u"pair") {
        Config config = m_config;
        config.receiveId = others;
        m_other.emplace(config);
    } else if (verb == u"wait") {
        advanceBy(qint64(argument.toDouble() * 1000));
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
        const QCanBusFrame frame = received(verb, argument);
        m_channel.receive(frame, m_now, out);
        if (m_other) {
            Output second;
            m_other->receive(frame, m_now, second);
            record(second, QStringLiteral("other "));
        }
    }
    record(out);
    advanceBy(0); // what is due at once
}

void IsoTpBench::advanceBy(qint64 microseconds)
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

void IsoTpBench::record(const Output &out, const QString &who)
{
    for (const QCanBusFrame &frame : out.frames) {
        QVERIFY(frame.isValid() && frame.hasExtendedFrameFormat() && frame.frameId() == mine);
        QVERIFY(!frame.hasErrorStateIndicator());
        const QString kind = !frame.hasFlexibleDataRateFormat() ? QStringLiteral("tx ")
            : frame.hasBitrateSwitch()                          ? QStringLiteral("tx-fd ")
                                                                : QStringLiteral("tx-fd-slow ");
        note(who + kind + QString::fromLatin1(frame.payload().toHex().toUpper()));
    }
    for (NResult result : out.confirmations)
        note(who + QStringLiteral("sent ") + resultName(result));
    for (NResult result : out.receiveFailures)
        note(who + QStringLiteral("failed ") + resultName(result));
    for (const Message &message : out.messages) {
        const QByteArray &bytes = message.bytes;
        const bool known = bytes.size() > 7 && bytes == pattern(int(bytes.size()));
        note(who + (message.functional ? QStringLiteral("functional ") : QStringLiteral("message "))
            + (known ? QString::number(bytes.size()) : QString::fromLatin1(bytes.toHex().toUpper())));
    }
}

void IsoTpBench::note(const QString &what)
{
    m_log.append(u'@' + QString::number(double(m_now) / 1000) + u' ' + what);
}

} // namespace packwarden::test
