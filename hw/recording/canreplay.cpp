// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/canreplay.h"

#include "hw/isotp/isotpsocket.h"

namespace packwarden {

namespace {

const QString scheme = QStringLiteral("replay:");
constexpr qsizetype batch = 1000;
constexpr int perMillisecond = 1000;

} // namespace

CanReplay::CanReplay(const QString &device, double speed, QObject *parent)
    : CanPort(parent)
    , m_name(device)
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
        if (m_ended) {
            setState(State::Failed, QStringLiteral("the recording has ended"));
            return;
        }
        if (!m_reader) {
            m_reader.emplace();
            if (const auto opened = m_reader->open(m_name.mid(scheme.size())); !opened.ok()) {
                m_reader.reset();
                setState(State::Failed, opened.error().detail);
                return;
            }
            m_next = m_reader->next();
            if (const auto &problem = m_reader->problem()) {
                const QString why = problem->detail;
                m_reader.reset();
                setState(State::Failed, why);
                return;
            }
        }
        m_began = m_next ? m_next->microseconds : 0;
        m_clock.start();
        setState(State::Open);
        m_timer.start(0);
    });
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
        return m_speed <= 0 || m_next->microseconds - m_began <= played;
    };
    const qint64 skipped = m_reader ? m_reader->skipped() : 0;
    while (m_next && frames.size() < batch && m_reader->skipped() - skipped < batch && isDue()) {
        m_listener.feed(m_next->frame, m_next->microseconds);
        // What others asked and were answered is not for who looks on.
        const quint32 family = m_next->frame.frameId() >> 16;
        if (family != 0x18DA && family != 0x18DB)
            frames.append(m_next->frame);
        m_next = m_reader->next();
    }
    if (!frames.isEmpty())
        Q_EMIT framesReceived(frames);
    if (state() != State::Open)
        return;
    if (m_next) {
        const qint64 wait = isDue() ? 0 : qint64(double(m_next->microseconds - m_began - played) / m_speed);
        // Recordings have pauses, and who asks is answered in them.
        constexpr qint64 longest = 20'000;
        m_timer.start(int((qMin(wait, longest) + perMillisecond - 1) / perMillisecond));
        return;
    }
    m_ended = true;
    const QString why = m_reader->problem() ? m_reader->problem()->detail : QStringLiteral("the recording has ended");
    m_reader.reset();
    setState(State::Failed, why);
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
