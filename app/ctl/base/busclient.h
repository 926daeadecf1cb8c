// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/linkthread.h"
#include "hw/link/packrequests.h"
#include "hw/recording/canrecorder.h"

#include <QTimer>

namespace packwarden::ctl {

/// A pack link for one command: opens the bus, waits until packs are known by their serials, reports once.
class BusClient final : public QObject
{
    Q_OBJECT
public:
    /// recorder: takes all that passes; used on the link's thread until the client is gone.
    BusClient(const QString &device, const Clock &clock, const std::shared_ptr<CanRecorder> &recorder = {},
        QObject *parent = nullptr);
    ~BusClient() override;

    /// Opens the bus. Ends in found, or after patience in notFound (BusUnavailable, PackUnreachable). No serials:
    /// everybody; found comes when the packs that are heard have all told their serials and no new one appeared, or
    /// after patience, where one has none to tell.
    void find(const QStringList &serials);
    /// The same for a pack that has no serial yet, by its node.
    void findNode(int node);

    void readFacts(const QString &serial);
    void readRules(const QString &serial);
    void readDids(const QString &serial, const QList<quint16> &dids);

    const QList<PackTelemetry> &packs() const { return m_packs; }
    PackLink *link() const { return m_thread.link(); } ///< to connect to
    PackRequests &requests() { return m_requests; }

Q_SIGNALS:
    /// What there is to tell of the recording that is played, each time that it is more.
    void told(const QString &detail);
    void found();
    void notFound(const packwarden::Error &error);
    void telemetry(const QList<packwarden::PackTelemetry> &packs);

private:
    void onTelemetry(const QList<PackTelemetry> &packs);
    void giveUp();
    QString whoIsThere() const;

    LinkThread m_thread;
    PackRequests m_requests;
    QString m_device;
    QStringList m_wanted;
    int m_wantedNode = 0; ///< 0: none
    QList<PackTelemetry> m_packs;
    BusState m_state;
    bool m_otherTester = false; ///< another console talks with packs now
    int m_extended = 0; ///< milliseconds that patience was made longer by
    QTimer m_patience;
    QTimer m_settled;
    bool m_listens = false; ///< no pack is asked for its name
    bool m_waiting = false;
};

} // namespace packwarden::ctl
