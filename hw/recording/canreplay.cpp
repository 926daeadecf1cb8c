// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/canreplay.h"

#include "hw/isotp/isotpsocket.h"

#include <QRegularExpression>

#include <utility>

namespace packwarden {

namespace {

const QString scheme = QStringLiteral("replay:");
constexpr qsizetype batch = 1000;
constexpr int perMillisecond = 1000;
constexpr qint64 perSecond = 1'000'000;
constexpr qint64 playedPause = 5 * perSecond; // long enough to see that packs fell silent

/// The file, and the interface that is asked for.
std::pair<QString, QByteArray> partsOf(const QString &device)
{
    static const QRegularExpression choice(QStringLiteral("\\?interface=([\\w.-]+)$"));
    const auto match = choice.match(device);
    const QString file = device.mid(scheme.size());
    return match.hasMatch() ? std::pair(file.chopped(match.capturedLength()), match.captured(1).toLatin1())
                            : std::pair(file, QByteArray());
}

} // namespace

CanReplay::CanReplay(const QString &device, double speed, QObject *parent)
    : CanPort(parent)
    , m_name(device)
    , m_interface(partsOf(device).second)
    , m_speed(speed)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CanReplay::play);
}

bool CanReplay::isRecording(const QString &device)
{
    return device.startsWith(scheme);
}

void CanReplay::open()
{
    if (state() == State::Opening || state() == State::Open)
        return;
    setState(State::Opening);
    QTimer::singleShot(0, this, [this] {
        if (state() != State::Opening)
            return;
        if (!m_over.isEmpty()) {
            setState(State::Failed, m_over);
            return;
        }
        if (!start())
            return;
        m_began = m_next ? due() : 0;
        m_clock.start();
        tell();
        m_timer.start(0);
    });
}

/// Opens the file, unless it is. False where nothing can be played of it.
bool CanReplay::start()
{
    if (m_reader)
        return true;
    const auto fail = [this](const Error &why) {
        const auto *kind = why.as<LogKind>();
        m_told.notALog = kind ? std::optional(*kind) : std::nullopt;
        m_reader.reset();
        setState(State::Failed, why.detail);
        return false;
    };
    const auto [file, interface] = partsOf(m_name);
    m_reader.emplace();
    if (const auto opened = m_reader->open(file); !opened.ok())
        return fail(opened.error());
    fetch();
    if (m_next)
        return true;
    if (const auto &problem = m_reader->problem())
        return fail(Error(*problem));
    QStringList others;
    for (const QByteArray &other : m_reader->contents().interfaces)
        others.append(QString::fromLatin1(other));
    return fail({Code::Malformed,
        QStringLiteral("%1: no frame of %2 in it, but of %3")
            .arg(file, QString::fromLatin1(interface), others.join(u' '))});
}

/// The next frame of the interface that is played, and what of the time before it is left out.
void CanReplay::fetch()
{
    const qint64 before = m_next ? m_next->played : 0;
    const bool first = !m_next;
    do {
        m_next = m_reader->next();
        if (m_next && m_interface.isEmpty())
            m_interface = m_next->interface;
    } while (m_next && m_next->interface != m_interface);
    const qint64 pause = m_next && !first ? m_next->played - before : 0;
    if (pause > LogContents::longPause) {
        m_skipped += pause - playedPause;
        m_lastPause = pause - playedPause;
    }
}

/// When the next frame comes, in microseconds of what is played.
qint64 CanReplay::due() const
{
    return m_next->played - m_skipped;
}

/// That it plays, and what there is to tell of it.
void CanReplay::tell()
{
    const LogContents &contents = m_reader->contents();
    QStringList words;
    m_told.played = QString::fromLatin1(m_interface);
    m_told.leftOut.clear();
    for (const QByteArray &other : contents.interfaces) {
        if (other != m_interface)
            m_told.leftOut.append(QString::fromLatin1(other));
    }
    if (!m_told.leftOut.isEmpty())
        words.append(QStringLiteral("interfaces: %1 %2").arg(m_told.played, m_told.leftOut.join(u' ')));
    m_told.pauseShortened = m_lastPause / perSecond;
    if (m_lastPause > 0)
        words.append(QStringLiteral("pause skipped: %1 s").arg(m_told.pauseShortened));
    m_told.clockSetBack = contents.stepsBack > 0 ? contents.largestStepBack / perSecond : 0;
    if (contents.stepsBack > 0)
        words.append(QStringLiteral("clock set back: %1 s").arg(m_told.clockSetBack));
    setState(State::Open, words.join(QStringLiteral("; ")));
}

void CanReplay::close()
{
    m_timer.stop();
    m_asked.clear();
    m_answers.clear();
    setState(State::Closed);
}

void CanReplay::play()
{
    if (state() != State::Open)
        return;
    answer();
    const qint64 played = qint64(double(m_clock.nsecsElapsed()) / perMillisecond * m_speed);
    QList<QCanBusFrame> frames;
    const auto isDue = [&] {
        return m_speed <= 0 || due() - m_began <= played;
    };
    const qint64 skipped = m_reader ? m_reader->skipped() : 0;
    while (m_next && frames.size() < batch && m_reader->skipped() - skipped < batch && isDue()) {
        m_listener.feed(m_next->frame, m_next->played);
        // What others asked and were answered is not for who looks on.
        const quint32 family = m_next->frame.frameId() >> 16;
        if (family != 0x18DA && family != 0x18DB)
            frames.append(m_next->frame);
        fetch();
    }
    if (!frames.isEmpty())
        Q_EMIT framesReceived(frames);
    if (state() != State::Open)
        return;
    if (m_next) {
        tell();
        const qint64 wait = isDue() ? 0 : qint64(double(due() - m_began - played) / m_speed);
        // Recordings have pauses, and who asks is answered in them.
        constexpr qint64 longest = 20'000;
        m_timer.start(int((qMin(wait, longest) + perMillisecond - 1) / perMillisecond));
        return;
    }
    const auto &problem = m_reader->problem();
    m_told.hasEnded = !problem;
    m_over = problem ? problem->detail : QStringLiteral("the recording has ended");
    m_reader.reset();
    setState(State::Failed, m_over);
}

bool CanReplay::send(const QCanBusFrame &frame)
{
    if (state() != State::Open || !acceptable(frame))
        return false;
    const quint32 identifier = frame.frameId();
    const int node = int(identifier >> 8 & 0xFF);
    const QString serial = m_listener.serial(node);
    if (identifier != IsoTpSocket::console(quint8(node)).transmitId || serial.isEmpty())
        return true;
    auto known = m_asked.find(identifier);
    if (known == m_asked.end())
        known = m_asked.insert(identifier, isotp::Channel(IsoTpSocket::pack(quint8(node))));
    isotp::Channel &pack = *known;
    isotp::Output output;
    const qint64 now = m_clock.nsecsElapsed() / perMillisecond;
    pack.receive(frame, now, output);
    for (const isotp::Message &message : std::as_const(output.messages)) {
        if (message.bytes == QByteArray::fromHex("22F18C"))
            pack.send(QByteArray::fromHex("62F18C") + serial.toLatin1(), now, output);
    }
    m_answers += output.frames;
    return true;
}

void CanReplay::answer()
{
    for (isotp::Channel &pack : m_asked) {
        isotp::Output output;
        pack.advance(m_clock.nsecsElapsed() / perMillisecond, output);
        m_answers += output.frames;
    }
    if (!m_answers.isEmpty())
        Q_EMIT framesReceived(std::exchange(m_answers, {}));
}

} // namespace packwarden
