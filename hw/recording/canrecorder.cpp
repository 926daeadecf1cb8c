// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/canrecorder.h"

#include "models/core/base/clock.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

namespace packwarden {

CanRecorder::CanRecorder(const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
{
}

CanRecorder::CanRecorder(const Clock &clock, QObject *parent)
    : CanRecorder(clock, Limits(), parent)
{
}

void CanRecorder::forgetOld(qint64 now)
{
    while (!m_before.empty()
        && (qsizetype(m_before.size()) > m_limits.framesBefore
            || now - m_before.front().logged.microseconds > m_limits.microsecondsBefore))
        m_before.pop_front();
}

void CanRecorder::take(const QList<QCanBusFrame> &frames, const QByteArray &interface)
{
    // Somebody may set the wall clock meanwhile.
    m_latest = std::max(m_latest, m_clock.nowMicroseconds());
    QByteArray lines;
    for (const QCanBusFrame &frame : frames) {
        m_before.push_back({{m_latest, frame}, interface});
        if (isRecording())
            lines += canlog::line(m_before.back().logged, interface);
    }
    forgetOld(m_latest);
    if (!lines.isEmpty())
        write(lines, frames.size());
}

bool CanRecorder::write(const QByteArray &lines, qint64 count)
{
    Error error{Code::FileUnwritable, m_file.fileName()};
    const bool fits = m_bytes + lines.size() <= m_limits.fileBytes;
    if (fits && (m_sink ? m_sink(lines) : m_file.write(lines) == lines.size())) {
        m_bytes += lines.size();
        m_frames += count;
        return true;
    }
    error.detail += fits ? QStringLiteral(": ") + m_file.errorString() : QStringLiteral(": full");
    stop();
    Q_EMIT failed(error);
    return false;
}

Result<> CanRecorder::start(const QString &path)
{
    if (isRecording())
        return {Code::WrongState, m_file.fileName()};
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return {Code::FileUnwritable, QStringLiteral("%1: %2").arg(path, m_file.errorString())};
    return begin();
}

Result<> CanRecorder::start(const Sink &sink)
{
    if (isRecording())
        return {Code::WrongState, m_file.fileName()};
    m_file.setFileName({});
    m_sink = sink;
    return begin();
}

Result<> CanRecorder::begin()
{
    m_bytes = 0;
    m_frames = 0;
    forgetOld(std::max(m_latest, m_clock.nowMicroseconds()));
    QByteArray lines;
    for (const Kept &kept : m_before)
        lines += canlog::line(kept.logged, kept.interface);
    if (!lines.isEmpty() && !write(lines, kept()))
        return {Code::FileUnwritable, m_file.fileName()};
    return Result<>::success();
}

qint64 CanRecorder::bytesLeft() const
{
    if (!isRecording())
        return -1;
    const qint64 free = QStorageInfo(QFileInfo(m_file).path()).bytesAvailable();
    const qint64 left = std::min(m_limits.fileBytes - m_bytes, free < 0 ? m_limits.fileBytes : free);
    return left < m_limits.warnBytes ? left : -1;
}

void CanRecorder::stop()
{
    m_file.close();
    m_sink = nullptr;
}

} // namespace packwarden
