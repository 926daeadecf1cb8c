// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/packlock.h"
#include "hw/sim/simulatednode.h"

#include <QElapsedTimer>
#include <QTimer>

namespace packwarden {
class Clock;
class QtCanPort;
} // namespace packwarden

namespace packwarden::sim {

class FileLayer;

/// The packs of one process on one bus; or none: then it only hosts the bus. Opens the bus again when it went.
class Simulator final : public QObject
{
    Q_OBJECT

public:
    explicit Simulator(const QString &bus, QObject *parent = nullptr);
    ~Simulator() override;

    /// Before open(): the first count packs of the folder, by serial. FileUnreadable if there are fewer; the errors of
    /// SimulatedPack::start and PackLock with the serial in front. Files and clock must outlive this object.
    Result<> load(
        FileLayer &files, const QString &folder, int count, const Clock &clock, const SimulatedPack::Options &options);
    /// Answered by ready or failed.
    void open();

Q_SIGNALS:
    /// Once, when the bus is open for the first time.
    void ready();
    /// The bus could not be opened at all.
    void failed(const QString &detail);

private:
    void portStateChanged();
    void crowd();

    QtCanPort *m_port;
    std::vector<PackLock> m_locks;
    QTimer m_reopen;
    QTimer m_crowd; ///< others on the bus
    QElapsedTimer m_clock;
    QList<Happening> m_busy;
    double m_owed = 0; ///< frames that others would have sent by now
    quint32 m_sent = 0;
    bool m_wasOpen = false;
};

} // namespace packwarden::sim
