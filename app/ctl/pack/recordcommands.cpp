// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"
#include "app/ctl/base/files.h"
#include "app/ctl/base/standardoutput.h"
#include "app/ctl/pack/packverbs.h"
#include "hw/link/portfactory.h"
#include "hw/recording/buslistener.h"
#include "hw/recording/canrecorder.h"
#include "hw/uds/udsnames.h"
#include "models/core/base/clock.h"

#include <QDateTime>
#include <QTimer>

namespace packwarden::ctl {

namespace {

constexpr int patience = 8000; // milliseconds
constexpr int reopen = 1000;
constexpr qint64 perSecond = 1'000'000;

/// An identifier in hexadecimal, in which x stands for any digit.
class Trigger final
{
public:
    static std::optional<Trigger> parse(const QString &text)
    {
        Trigger trigger;
        trigger.m_isSet = true;
        if (text.size() != 3 && text.size() != 8)
            return std::nullopt;
        trigger.m_extended = text.size() == 8;
        for (const QChar c : text) {
            const bool any = c == u'x' || c == u'X';
            bool good = true;
            const uint digit = any ? 0 : QString(c).toUInt(&good, 16);
            if (!good)
                return std::nullopt;
            trigger.m_value = trigger.m_value << 4 | digit;
            trigger.m_mask = trigger.m_mask << 4 | (any ? 0u : 0xFu);
        }
        return trigger;
    }
    bool isSet() const { return m_isSet; }
    bool matches(const QCanBusFrame &frame) const
    {
        return frame.hasExtendedFrameFormat() == m_extended && (frame.frameId() & m_mask) == m_value;
    }

private:
    bool m_isSet = false;
    bool m_extended = false;
    quint32 m_value = 0;
    quint32 m_mask = 0;
};

/// `record start`: writes what is heard on the bus, without taking part, until it is ended or --seconds are over. With
/// --trigger nothing is written until a frame with that identifier comes; then also what was before.
class RecordStart final : public Command
{
public:
    RecordStart(const Options &options, const Clock &clock)
        : Command(options, clock)
        , m_recorder(clock)
    {
    }

    void start() override
    {
        if (!options().trigger.isEmpty()) {
            const auto trigger = Trigger::parse(options().trigger);
            if (!trigger) {
                usage(QStringLiteral("--trigger wants 3 or 8 hexadecimal digits, x for any"));
                return;
            }
            m_trigger = *trigger;
        }
        m_word = canlog::interfaceWord(options().bus);
        m_port = makeGuestPort(options().bus, this);
        connect(m_port, &CanPort::stateChanged, this, &RecordStart::portStateChanged);
        connect(m_port, &CanPort::framesReceived, this, &RecordStart::heard);
        connect(&m_recorder, &CanRecorder::failed, this, &RecordStart::giveUp);
        connect(&m_patience, &QTimer::timeout, this, [this] { giveUp({Code::BusUnavailable, m_port->detail()}); });
        connect(&m_end, &QTimer::timeout, this, &RecordStart::end);
        for (QTimer *timer : {&m_patience, &m_end})
            timer->setSingleShot(true);
        m_patience.start(patience);
        m_port->open();
    }

private:
    void portStateChanged()
    {
        if (m_port->state() == CanPort::State::Failed && !m_over)
            QTimer::singleShot(reopen, m_port, &CanPort::open);
        if (m_port->state() != CanPort::State::Open || !m_patience.isActive())
            return;
        m_patience.stop();
        if (options().seconds > 0)
            m_end.start(options().seconds * 1000);
        if (!m_trigger.isSet())
            begin();
    }

    void begin()
    {
        const auto started = files::isDash(options().output) ? m_recorder.start([](const QByteArray &lines) {
            standardoutput::write(lines);
            return !standardoutput::isBroken();
        })
                                                             : m_recorder.start(options().output);
        if (!started.ok()) {
            giveUp(started.error());
            return;
        }
        m_started = true;
        out().text(QStringLiteral("recording %1 to %2").arg(options().bus, files::outputName(options().output)));
        out().line({{QStringLiteral("recording"), options().output}});
    }

    void heard(const QList<QCanBusFrame> &frames)
    {
        if (m_over)
            return;
        m_recorder.take(frames, m_word);
        if (m_started || !m_trigger.isSet())
            return;
        const bool comes = std::any_of(
            frames.begin(), frames.end(), [this](const QCanBusFrame &frame) { return m_trigger.matches(frame); });
        if (comes)
            begin();
    }

    void giveUp(const Error &error)
    {
        if (std::exchange(m_over, true))
            return;
        // A reader that has enough is no failure of the recording; what else went wrong is told as the program ends.
        if (standardoutput::isBroken()) {
            done({{QStringLiteral("frames"), m_recorder.frames()}});
            return;
        }
        fail(error, {{QStringLiteral("frames"), m_recorder.frames()}});
    }

    void end()
    {
        if (!m_started) {
            giveUp({Code::PackUnreachable, QStringLiteral("%1 did not come").arg(options().trigger)});
            return;
        }
        if (std::exchange(m_over, true))
            return;
        m_recorder.stop();
        out().text(QStringLiteral("%1 frames").arg(m_recorder.frames()));
        done({{QStringLiteral("frames"), m_recorder.frames()}, {QStringLiteral("file"), options().output}});
    }

    CanRecorder m_recorder;
    Trigger m_trigger;
    QByteArray m_word;
    CanPort *m_port = nullptr;
    QTimer m_patience;
    QTimer m_end;
    bool m_started = false;
    bool m_over = false;
};

/// `record replay FILE`: says what is in a recording: each diagnostic message with its service, and once a second of
/// its time what each pack told. `--bus replay:FILE` puts a recording in place of a bus for all other commands.
class RecordReplay final : public Command
{
public:
    using Command::Command;

    void start() override
    {
        CanLogReader reader;
        const QString &file = options().arguments.constFirst();
        const auto opened = files::isDash(file) ? reader.openStandardInput() : reader.open(file);
        if (!opened.ok()) {
            fail(opened.error());
            return;
        }
        qint64 frames = 0;
        qint64 first = 0;
        while (const auto logged = reader.next()) {
            if (frames++ == 0)
                first = m_told = logged->microseconds;
            m_now = std::max(m_now, logged->microseconds);
            const auto talks = m_listener.feed(logged->frame, m_now);
            for (const BusListener::Talk &talk : talks)
                say(talk);
            if (m_now - m_told >= perSecond)
                tellPacks();
            if (out().isBroken())
                break;
        }
        if (reader.problem()) {
            fail(*reader.problem(), {{QStringLiteral("frames"), frames}});
            return;
        }
        if (frames == 0) {
            fail({Code::Malformed, QStringLiteral("%1: no frame of a CAN bus in it").arg(files::inputName(file))});
            return;
        }
        tellPacks();
        const double seconds = double(m_now - first) / perSecond;
        out().text(QStringLiteral("%1 frames in %2 s, %3 lines not understood, %4 messages not whole")
                       .arg(frames)
                       .arg(seconds, 0, 'f', 3)
                       .arg(reader.skipped())
                       .arg(m_listener.broken()));
        done({{QStringLiteral("frames"), frames}, {QStringLiteral("seconds"), seconds},
            {QStringLiteral("messages"), m_messages}, {QStringLiteral("skipped"), reader.skipped()},
            {QStringLiteral("broken"), m_listener.broken()},
            {QStringLiteral("packs"), m_listener.telemetry().packs().size()}});
    }

private:
    QString time() const
    {
        return QDateTime::fromMSecsSinceEpoch(m_now / 1000).toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss."))
            + QStringLiteral("%1").arg(m_now % perSecond, 6, 10, QLatin1Char('0'));
    }

    void say(const BusListener::Talk &talk)
    {
        ++m_messages;
        const QString node = talk.node == 0 ? QStringLiteral("all") : QString::number(talk.node, 16).toUpper();
        out().text(QStringLiteral("%1  %2 %3  %4")
                       .arg(time(), talk.request ? QStringLiteral(">") : QStringLiteral("<"), node,
                           describeUds(talk.message)));
        const quint8 byte = quint8(talk.message.at(0));
        const bool refused = isUdsRefusal(talk.message);
        const bool pending = isUdsPending(talk.message);
        const quint8 service = refused || pending ? quint8(talk.message.at(1)) : talk.request ? byte : byte & ~0x40;
        QJsonObject line{{QStringLiteral("time"), double(m_now) / perSecond}, {QStringLiteral("node"), talk.node},
            {QStringLiteral("request"), talk.request}, {QStringLiteral("service"), udsServiceName(service)},
            {QStringLiteral("message"), QString::fromLatin1(talk.message.toHex())}};
        if (refused)
            line.insert(QStringLiteral("refused"), udsNegativeName(quint8(talk.message.at(2))));
        if (pending)
            line.insert(QStringLiteral("pending"), true);
        out().line(line);
    }

    void tellPacks()
    {
        m_told = m_now;
        for (const PackTelemetry &pack : m_listener.telemetry().packs()) {
            out().text(time() + QStringLiteral("  ") + describe::telemetryLine(pack));
            out().line(describe::telemetry(pack, m_now));
        }
    }

    BusListener m_listener;
    qint64 m_now = 0;
    qint64 m_told = 0;
    qint64 m_messages = 0;
};

} // namespace

std::unique_ptr<Command> makeRecordStart(const Options &options, const Clock &clock)
{
    return std::make_unique<RecordStart>(options, clock);
}

std::unique_ptr<Command> makeRecordReplay(const Options &options, const Clock &clock)
{
    return std::make_unique<RecordReplay>(options, clock);
}

} // namespace packwarden::ctl
