// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canport.h"
#include "documentkind.h"
#include "linkvalues.h"
#include "telemetrydecoder.h"
#include "udsclient.h"

#include <QHash>

namespace packwarden {

class Clock;
class PackSession;

/// Milliseconds.
struct LinkTimings
{
    int throttle = 100; ///< telemetry at most every so often; the last value always comes
    int silentAfter = 2000; ///< nothing heard for so long: Silent
    int reopenAfter = 5000; ///< nothing heard for so long: close and open again (silent failures of backends)
    int reconnect = 1000; ///< from a failure to the next attempt
    int askSerialAgain = 2000;
    int packGoneAfter = 3000; ///< a pack not heard for so long is not counted, and is asked for its serial again
    UdsTimings uds;
};

/// Everything the console knows of a bus and the packs on it. Lives on the link thread (LinkThread); its slots are
/// called and its signals heard by queued connections. Packs are found by their telemetry and named by DID F18C.
class PackLink final : public QObject
{
    Q_OBJECT

public:
    PackLink(CanPortFactory factory, const Clock &clock, const LinkTimings &timings = {}, QObject *parent = nullptr);
    ~PackLink() override;

public Q_SLOTS:
    /// "plugin:device". Reconnects by itself until close().
    void open(const QString &device);
    void close();
    /// Answered by factsRead or readFailed. A serial that is not on the bus: PackUnreachable.
    void readFacts(const QString &serial);
    /// Answered by rulesRead or readFailed.
    void readRules(const QString &serial);
    /// Answered by one didRead for each and then didsRead, or by readFailed at the first that fails.
    void readDids(const QString &serial, const QList<quint16> &dids);
    /// Uploads a document (kinds: documentkind.h) and has it applied. Answered by delivered, always
    /// once.
    void deliver(const QString &serial, int kind, const QByteArray &document, quint64 requestId);
    /// Ends reads and deliveries of this pack with Cancelled.
    void cancel(const QString &serial);

Q_SIGNALS:
    void busStateChanged(const packwarden::BusState &state);
    /// All packs ever heard since open(), by node.
    void telemetry(const QList<packwarden::PackTelemetry> &packs);
    void factsRead(const packwarden::PackFacts &facts);
    void rulesRead(const packwarden::PackRules &rules);
    void didRead(const QString &serial, quint16 did, const QByteArray &value);
    void didsRead(const QString &serial);
    void readFailed(const QString &serial, const packwarden::Error &error);
    void deliveryProgress(const QString &serial, qint64 done, qint64 total);
    void delivered(const packwarden::DeliveryResult &result, quint64 requestId);

private:
    enum class Presence { Now, Any };
    struct Node
    {
        PackSession *session = nullptr;
        bool asking = false;
        qint64 askedAt = 0;
    };

    void portStateChanged();
    void framesReceived(const QList<QCanBusFrame> &frames);
    void emitTelemetry();
    void watch();
    void askSerial(int node);
    void serialRead(int node, const Result<PackSerial> &serial);
    PackSession *sessionOf(const QString &serial, Presence presence = Presence::Now) const;
    PackSession *makeSession(int node);
    void setBus(const BusState &state);

    CanPortFactory m_factory;
    const Clock &m_clock;
    LinkTimings m_timings;
    TelemetryDecoder m_decoder;
    QString m_device;
    CanPort *m_port = nullptr;
    QMap<int, Node> m_nodes;
    BusState m_bus;
    QTimer m_throttle;
    QTimer m_watch;
    QTimer m_reconnect;
    bool m_changed = false;
    qint64 m_lastFrameAt = 0;
    qint64 m_rateSince = 0;
    int m_framesInSecond = 0;
};

} // namespace packwarden
