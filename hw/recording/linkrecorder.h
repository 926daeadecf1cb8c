// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"
#include "hw/recording/canrecorder.h"
#include "models/core/pack/recordingstate.h"

#include <QTimer>

namespace packwarden {

/// The recorder of a link: ports that a link makes through watching() tell it all that passes, both ways, so the last
/// half minute is always at hand. Lives on the thread of the link and outlives its ports.
class LinkRecorder final : public QObject
{
    Q_OBJECT

public:
    static constexpr int tellEvery = 500; ///< milliseconds

    explicit LinkRecorder(const Clock &clock, QObject *parent = nullptr);

    /// Of recordings that are played nothing is kept.
    CanPortFactory watching(CanPortFactory factory);

public Q_SLOTS:
    /// A new file; its folder is made. Answered by changed or failed.
    void start(const QString &path);
    void stop();

Q_SIGNALS:
    /// A new file has begun.
    void started();
    void changed(const packwarden::RecordingState &state);
    /// FileUnwritable; then changed says how far it came.
    void failed(const packwarden::Error &error);

private:
    void tell();

    CanRecorder m_recorder;
    QTimer m_tell;
    QString m_file;
};

} // namespace packwarden
