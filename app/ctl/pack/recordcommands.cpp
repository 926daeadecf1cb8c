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
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTimer>

#include <map>

namespace packwarden::ctl {

namespace {

constexpr int patience = 8000; // milliseconds
constexpr int reopen = 1000;
constexpr int roomEvery = 5000;
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
        m_word = canlog::interfaceWord(options().bus());
        m_port = makeGuestPort(options().bus(), this);
        connect(m_port, &CanPort::stateChanged, this, &RecordStart::portStateChanged);
        connect(m_port, &CanPort::framesReceived, this, &RecordStart::heard);
        connect(&m_recorder, &CanRecorder::failed, this, &RecordStart::giveUp);
        connect(&m_patience, &QTimer::timeout, this, [this] { giveUp({Code::BusUnavailable, m_port->detail()}); });
        connect(&m_end, &QTimer::timeout, this, &RecordStart::end);
        connect(&m_room, &QTimer::timeout, this, &RecordStart::lookForRoom);
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
        if (!m_patience.isActive())
            tellAbsence();
        if (m_port->state() != CanPort::State::Open || !m_patience.isActive())
            return;
        m_patience.stop();
        if (options().seconds > 0)
            m_end.start(options().seconds * 1000);
        if (!m_trigger.isSet())
            begin();
    }

    /// An interface goes and comes: what was sent meanwhile is missing, and each time is told.
    void tellAbsence()
    {
        if (m_port->state() == CanPort::State::Failed && !m_absence.isValid() && !m_over) {
            m_absence.start();
            ++m_absences;
            out().warning(
                QStringLiteral("the bus is gone (%1); the recording goes on when it is back").arg(m_port->detail()));
            out().line({{QStringLiteral("bus"), QStringLiteral("gone")}, {QStringLiteral("detail"), m_port->detail()}});
        } else if (m_port->state() == CanPort::State::Open && m_absence.isValid()) {
            const QString seconds = QString::number(double(m_absence.elapsed()) / 1000, 'f', 1);
            m_absence.invalidate();
            out().warning(QStringLiteral("the bus is back after %1 s; nothing of these is recorded").arg(seconds));
            out().line({{QStringLiteral("bus"), QStringLiteral("back")}, {QStringLiteral("seconds"), seconds}});
        }
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
        m_room.start(roomEvery);
        lookForRoom();
        out().text(QStringLiteral("recording %1 to %2").arg(options().bus(), files::outputName(options().output)));
        out().line({{QStringLiteral("recording"), options().output}});
    }

    /// Said once, before the recording ends by itself.
    void lookForRoom()
    {
        const qint64 left = m_recorder.bytesLeft();
        if (left < 0)
            return;
        m_room.stop();
        out().warning(QStringLiteral("%1 can take %2 MB more, then the recording ends")
                          .arg(options().output)
                          .arg(left / 1'000'000));
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
        out().text(m_absences == 0 ? QStringLiteral("%1 frames").arg(m_recorder.frames())
                                   : QStringLiteral("%1 frames; times that the bus was gone: %2")
                                         .arg(m_recorder.frames())
                                         .arg(m_absences));
        done({{QStringLiteral("frames"), m_recorder.frames()}, {QStringLiteral("file"), options().output},
            {QStringLiteral("absences"), m_absences}});
    }

    CanRecorder m_recorder;
    Trigger m_trigger;
    QByteArray m_word;
    CanPort *m_port = nullptr;
    QTimer m_patience;
    QTimer m_end;
    QTimer m_room;
    QElapsedTimer m_absence; ///< valid while the bus is gone
    int m_absences = 0;
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
        while (const auto logged = reader.next()) {
            ++frames;
            m_now = logged->microseconds;
            m_played = logged->played;
            m_interface = logged->interface;
            m_several = reader.contents().interfaces.size() > 1;
            // Each has a listener, and a file may make up any number of them.
            if (!reader.contents().interfaces.contains(m_interface)) {
                ++m_unheard;
                continue;
            }
            const auto talks = m_listeners[m_interface].feed(logged->frame, m_played);
            for (const BusListener::Talk &talk : talks)
                say(talk);
            if (m_played - m_told >= perSecond)
                tellPacks();
            if (out().isBroken())
                break;
        }
        if (reader.problem()) {
            fail(*reader.problem(), {{QStringLiteral("frames"), frames}});
            return;
        }
        tellPacks();
        sumUp(reader, frames);
    }

private:
    QString time() const
    {
        return QDateTime::fromMSecsSinceEpoch(m_now / 1000).toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss."))
            + QStringLiteral("%1").arg(m_now % perSecond, 6, 10, QLatin1Char('0'));
    }

    /// Where several interfaces are in the file, each line says whose it is.
    QString where(const QByteArray &interface) const
    {
        return m_several ? QString::fromLatin1(interface) + QStringLiteral("  ") : QString();
    }

    void sumUp(const CanLogReader &reader, qint64 frames)
    {
        const LogContents &contents = reader.contents();
        qint64 broken = 0;
        qsizetype packs = 0;
        for (const auto &[interface, listener] : m_listeners) {
            broken += listener.broken();
            packs += listener.telemetry().packs().size();
        }
        const double seconds = double(m_played) / perSecond;
        out().text(QStringLiteral("%1 frames in %2 s, %3 lines not understood, %4 messages not whole")
                       .arg(frames)
                       .arg(seconds, 0, 'f', 3)
                       .arg(reader.skipped())
                       .arg(broken));
        QJsonArray interfaces;
        QStringList names;
        for (const QByteArray &interface : contents.interfaces) {
            names.append(QString::fromLatin1(interface));
            interfaces.append(names.constLast());
        }
        if (names.size() > 1)
            out().text(QStringLiteral("%1 interfaces, kept apart: %2").arg(names.size()).arg(names.join(u' ')));
        const auto tell = [this](const QString &what, qint64 count, const QString &more = {}) {
            if (count > 0)
                out().text(QStringLiteral("%1: %2%3").arg(what).arg(count).arg(more));
        };
        const auto inSeconds = [](const char *what, qint64 microseconds) {
            return QStringLiteral(", %1 %2 s")
                .arg(QLatin1String(what))
                .arg(double(microseconds) / perSecond, 0, 'f', 3);
        };
        tell(QStringLiteral("frames of further interfaces, which are left out"), m_unheard);
        tell(QStringLiteral("remote frames"), contents.remote);
        tell(QStringLiteral("error frames"), contents.errors);
        tell(QStringLiteral("frames of CAN XL, which are not read"), contents.xl);
        tell(QStringLiteral("pauses of more than 10 s"), contents.pauses,
            inSeconds("the longest", contents.longestPause));
        tell(QStringLiteral("clock set back"), contents.stepsBack, inSeconds("at most by", contents.largestStepBack));
        tell(QStringLiteral("frames whose time does not fit between their neighbours'"), contents.oddStamps);
        done({{QStringLiteral("frames"), frames}, {QStringLiteral("seconds"), seconds},
            {QStringLiteral("messages"), m_messages}, {QStringLiteral("skipped"), reader.skipped()},
            {QStringLiteral("broken"), broken}, {QStringLiteral("packs"), packs},
            {QStringLiteral("interfaces"), interfaces}, {QStringLiteral("remoteFrames"), contents.remote},
            {QStringLiteral("errorFrames"), contents.errors}, {QStringLiteral("xlFrames"), contents.xl},
            {QStringLiteral("pauses"), contents.pauses},
            {QStringLiteral("longestPause"), double(contents.longestPause) / perSecond},
            {QStringLiteral("stepsBack"), contents.stepsBack},
            {QStringLiteral("largestStepBack"), double(contents.largestStepBack) / perSecond},
            {QStringLiteral("oddTimes"), contents.oddStamps}});
    }

    void say(const BusListener::Talk &talk)
    {
        ++m_messages;
        const QString node = talk.node == 0 ? QStringLiteral("all") : QString::number(talk.node, 16).toUpper();
        out().text(QStringLiteral("%1  %2%3 %4  %5")
                       .arg(time(), where(m_interface), talk.request ? QStringLiteral(">") : QStringLiteral("<"), node,
                           describeUds(talk.message)));
        const quint8 byte = quint8(talk.message.at(0));
        const bool refused = isUdsRefusal(talk.message);
        const bool pending = isUdsPending(talk.message);
        const quint8 service = refused || pending ? quint8(talk.message.at(1)) : talk.request ? byte : byte & ~0x40;
        QJsonObject line{{QStringLiteral("time"), double(m_now) / perSecond}, {QStringLiteral("node"), talk.node},
            {QStringLiteral("interface"), QString::fromLatin1(m_interface)}, {QStringLiteral("request"), talk.request},
            {QStringLiteral("service"), udsServiceName(service)},
            {QStringLiteral("message"), QString::fromLatin1(talk.message.toHex())}};
        if (refused)
            line.insert(QStringLiteral("refused"), udsNegativeName(quint8(talk.message.at(2))));
        if (pending)
            line.insert(QStringLiteral("pending"), true);
        out().line(line);
    }

    void tellPacks()
    {
        m_told = m_played;
        for (const auto &[interface, listener] : m_listeners) {
            for (const PackTelemetry &pack : listener.telemetry().packs()) {
                out().text(QStringLiteral("%1  %2%3").arg(time(), where(interface), describe::telemetryLine(pack)));
                QJsonObject line = describe::telemetry(pack, m_now);
                line.insert(QStringLiteral("interface"), QString::fromLatin1(interface));
                out().line(line);
            }
        }
    }

    std::map<QByteArray, BusListener> m_listeners; ///< by interface
    QByteArray m_interface; ///< of the last frame
    bool m_several = false;
    qint64 m_now = 0; ///< microseconds, as the last line says
    qint64 m_played = 0; ///< the same without its steps back
    qint64 m_told = 0;
    qint64 m_messages = 0;
    qint64 m_unheard = 0; ///< frames
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
