// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"
#include "hw/isotp/isotp.h"
#include "hw/recording/buslistener.h"
#include "hw/recording/canlog.h"

#include <QElapsedTimer>
#include <QTimer>

namespace packwarden {

/// A recording as a bus, "replay:FILE", or "replay:FILE?interface=can1" for one of its interfaces; without that the
/// first is played, and what others heard is left out, so that two buses do not become one. Of a long pause only the
/// first seconds are played. replay() says what else there is to tell of it, and detail() the same in English:
/// "interfaces: can0 can1; pause skipped: 600 s; clock set back: 3600 s". Telemetry comes as it came, so all that shows
/// a bus shows a recording. Nobody is there to be asked: requests are let pass, but for the serial (22 F18C), which is
/// answered as the recording has it once it was heard there. At its end the bus has failed, and is not opened again.
/// Closed and opened in between, it goes on where it was.
class CanReplay final : public CanPort
{
    Q_OBJECT

public:
    /// speed: of its time; 0: as fast as it can be read.
    explicit CanReplay(const QString &device, double speed = 1, QObject *parent = nullptr);

    static bool isRecording(const QString &device);

    void open() override;
    void close() override;
    bool send(const QCanBusFrame &frame) override;
    QString interfaceName() const override { return m_name; }
    std::optional<ReplayState> replay() const override { return m_told; }

private:
    void play();
    void answer();
    bool start();
    void fetch();
    qint64 due() const;
    void tell();

    QString m_name;
    QByteArray m_interface; ///< that is played; empty until its first frame
    double m_speed;
    std::optional<CanLogReader> m_reader;
    std::optional<LoggedFrame> m_next;
    BusListener m_listener;
    QHash<quint32, isotp::Channel> m_asked; ///< the packs' ends, by the identifier of requests to them
    QList<QCanBusFrame> m_answers;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_began = 0; ///< when the first frame was due
    qint64 m_skipped = 0; ///< microseconds of pauses
    qint64 m_lastPause = 0; ///< microseconds
    ReplayState m_told;
    QString m_over; ///< why nothing more is played, once that is so
};

} // namespace packwarden
