// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/recording/canlog.h"

#include <QObject>

#include <deque>
#include <functional>

namespace packwarden {

class Clock;

/// Keeps the last frames of a bus in memory, and writes them and all that follow to a file while it is told to. Each
/// call writes whole lines straight to the system, so a recording can be read while it grows and after a kill. Its
/// times never run backwards. Belongs to one thread; the clock must outlive it.
class CanRecorder final : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        qsizetype framesBefore = 50'000; ///< kept for what was before the start
        qint64 microsecondsBefore = 30'000'000;
        qint64 fileBytes = qint64(4) << 30; ///< a recording ends there
        qint64 warnBytes = qint64(256) << 20; ///< left of the file or the disk, from when on bytesLeft tells it
    };

    explicit CanRecorder(const Clock &clock, const Limits &limits, QObject *parent = nullptr);
    explicit CanRecorder(const Clock &clock, QObject *parent = nullptr);

    /// Sent or heard just now, in order.
    void take(const QList<QCanBusFrame> &frames, const QByteArray &interface);
    /// Begins with what is kept. FileUnwritable, also where there is a file of that name: none is written over.
    /// WrongState while recording.
    Result<> start(const QString &path);
    /// The same into a sink, which takes whole lines and returns false where it can take no more; then failed.
    using Sink = std::function<bool(const QByteArray &lines)>;
    Result<> start(const Sink &sink);
    void stop();
    bool isRecording() const { return m_sink || m_file.isOpen(); }
    qint64 frames() const { return m_frames; } ///< written
    /// While recording: what the file or the disk takes until the recording ends by itself, once that is near; else -1.
    qint64 bytesLeft() const;
    qsizetype kept() const { return qsizetype(m_before.size()); }

Q_SIGNALS:
    /// The recording has ended by itself: the disk or the limit (FileUnwritable). What was written stays.
    void failed(const packwarden::Error &error);

private:
    struct Kept
    {
        LoggedFrame logged;
        QByteArray interface;
    };
    Result<> begin();
    bool write(const QByteArray &lines, qint64 count);
    void forgetOld(qint64 now);

    const Clock &m_clock;
    Limits m_limits;
    std::deque<Kept> m_before;
    QFile m_file;
    Sink m_sink;
    qint64 m_bytes = 0;
    qint64 m_frames = 0;
    qint64 m_latest = 0; ///< microseconds of the last frame
};

} // namespace packwarden
