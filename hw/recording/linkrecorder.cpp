// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/linkrecorder.h"

#include "hw/can/recordingport.h"
#include "hw/recording/canreplay.h"

#include <QDir>
#include <QFileInfo>

namespace packwarden {

LinkRecorder::LinkRecorder(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_recorder(clock, this)
    , m_tell(this)
{
    m_tell.setInterval(tellEvery);
    connect(&m_tell, &QTimer::timeout, this, &LinkRecorder::tell);
    connect(&m_recorder, &CanRecorder::failed, this, [this](const Error &error) {
        m_tell.stop();
        tell();
        Q_EMIT failed(error);
    });
}

CanPortFactory LinkRecorder::watching(CanPortFactory factory)
{
    return [this, factory = std::move(factory)](const QString &device, QObject *parent) -> CanPort * {
        if (CanReplay::isRecording(device))
            return factory(device, parent);
        const QByteArray word = canlog::interfaceWord(device);
        return new RecordingPort(
            factory(device, nullptr),
            [this, word](const QList<QCanBusFrame> &frames) { m_recorder.take(frames, word); }, parent);
    };
}

void LinkRecorder::start(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    if (const auto begun = m_recorder.start(path); !begun.ok()) {
        Q_EMIT failed(begun.error());
        return;
    }
    m_file = path;
    m_tell.start();
    tell();
    Q_EMIT started();
}

void LinkRecorder::stop()
{
    m_recorder.stop();
    m_tell.stop();
    tell();
}

void LinkRecorder::tell()
{
    Q_EMIT changed({m_recorder.isRecording(), m_file, m_recorder.frames(), m_recorder.bytesLeft()});
}

} // namespace packwarden
