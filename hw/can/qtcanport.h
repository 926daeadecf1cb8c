// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"
#include "models/core/pack/busaddress.h"

#include <QElapsedTimer>
#include <QUrl>

#include <memory>

class QCanBusDevice;
class QTcpSocket;
class QTimer;

namespace packwarden {

/// A CAN bus by Qt SerialBus, named by a BusAddress ("socketcan:can0", "virtualcan:can0",
/// "virtualcan:tcp://127.0.0.1:40000/can0", "peakcan:usb0?bitrate=250000"); with "fd" packs are asked in CAN FD frames,
/// if the interface has them. That it has is no proof that all nodes of the bus do, so classic frames are the default.
/// A bit rate is set before the interface is connected. With virtualcan
/// the process that connects first hosts the bus in its own thread. So a guest first tries a plain TCP connection: no
/// listener is no bus (Failed), nor is one that does not do as a hub does. Only a port made with Hosting::Allowed, the
/// simulator's, may become the host. Opening ends after openTimeout at the latest, as a refused virtualcan stays
/// "connecting" for ever. An interface of SocketCAN that goes down or away is Failed within watchInterval: the plugin
/// says nothing of it.
class QtCanPort final : public CanPort
{
    Q_OBJECT

public:
    enum class Hosting { Never, Allowed };
    static constexpr int openTimeout = 3000; ///< milliseconds
    static constexpr int watchInterval = 250; ///< milliseconds

    explicit QtCanPort(const QString &device, Hosting hosting = Hosting::Never, QObject *parent = nullptr);
    ~QtCanPort() override;

    void open() override;
    void close() override;
    bool send(const QCanBusFrame &frame) override;
    QString interfaceName() const override { return m_name; }
    bool asksInFd() const override { return m_address.fd && m_hasFd; }
    int burst() const override;
    std::optional<BitRates> bitRates() const override;

    /// Is the device one of a simulated bus?
    static bool isSimulated(const QString &device);

private:
    QString strangerListens() const;
    void connectDevice();
    void configure();
    void hurry();
    void readFrames();
    void watchInterface();
    void deviceStateChanged();
    void fail(const QString &detail);
    void dropDevice();

    QString m_name;
    BusAddress m_address;
    QUrl m_server; ///< of a virtualcan
    QString m_invalid; ///< what is wrong with the name; empty if nothing
    Hosting m_hosting;
    bool m_hasFd = false; ///< of the interface, as it was opened
    QCanBusDevice *m_device = nullptr;
    QTcpSocket *m_probe = nullptr;
    bool m_asksForHub = false; ///< the probe is connected, and waits for what a hub does
    QElapsedTimer m_sent; ///< since the last frame of this port
    QTimer *m_timeout = nullptr;
    QTimer *m_watch = nullptr;
    QByteArray m_index; ///< the system's number of the interface, as it was opened
};

} // namespace packwarden
