// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"
#include "hw/link/packsignals.h"
#include "hw/uds/actions.h"
#include "hw/uds/credential.h"
#include "hw/uds/documentkind.h"
#include "hw/uds/udsclient.h"
#include "models/core/pack/busfigures.h"
#include "models/core/pack/businterface.h"
#include "models/core/pack/faultdetail.h"
#include "models/core/pack/linkvalues.h"

#include <QHash>

namespace packwarden {

class ChallengeMemory;
class Clock;
class PackSession;

/// Milliseconds.
struct LinkTimings
{
    int throttle = 200; ///< telemetry at most every so often; the last value always comes
    int silentAfter = 2000; ///< nothing heard for so long: Silent
    int reopenAfter = 5000; ///< nothing heard for so long: close and open again (silent failures of backends)
    int reconnect = 1000; ///< from a failure to the next attempt
    int askSerialAgain = 2000;
    int packGoneAfter = 3000; ///< a pack not heard for so long is not counted, and is asked for its serial again
    UdsTimings uds;
};

/// Everything the console knows of a bus and the packs on it. Lives on the link thread (LinkThread); its slots are
/// called and its signals heard by queued connections. Packs are found by their telemetry and named by DID F18C.
class PackLink final : public PackSignals
{
    Q_OBJECT

public:
    PackLink(CanPortFactory factory, const Clock &clock, const LinkTimings &timings = {}, QObject *parent = nullptr);
    ~PackLink() override;

public Q_SLOTS:
    /// A BusAddress. Reconnects by itself until close(). One that only listens sends nothing: whatever is asked of a
    /// pack fails with BusUnavailable and BusAddress::listeningDetail.
    void open(const QString &device);
    void close();
    /// Asks every pack that is heard for its serial, though it is known: so that a recording names them.
    void nameAll();
    /// What buses this computer has (canInterfaces). Answered by interfacesFound.
    void findInterfaces();
    /// Answered by factsRead or readFailed. A serial that is not on the bus: PackUnreachable.
    void readFacts(const QString &serial);
    /// Answered by rulesRead or readFailed. What is held already is not read, and not compared either; the lists only
    /// where they are wanted.
    void readRules(const QString &serial, const packwarden::PackRules &held = {}, bool listsToo = true);
    /// Answered by one didRead for each and then didsRead, or by readFailed at the first that fails.
    void readDids(const QString &serial, const QList<quint16> &dids);
    /// Uploads a document (kinds: documentkind.h) and has it applied. Answered by delivered, always
    /// once.
    void deliver(const QString &serial, int kind, const QByteArray &document, quint64 requestId);
    /// The whole list of a kind (receipts, lists, the charter, ...). Answered by documentsRead, always once.
    void readDocuments(const QString &serial, int kind, quint64 requestId);
    /// Answered by answered, always once.
    void ask(const QString &serial, packwarden::PackQuestion question, quint64 requestId);
    /// How often a fault came, when, and the pack at that instant (19 06, 19 04). Needs authenticate() by somebody who
    /// reads cells in detail. Answered by faultRead, always once.
    void readFault(const QString &serial, quint32 code, quint64 requestId);
    /// Proves to the pack who is here, after the pack proved itself (Authenticator says how it may fail). Answered by
    /// authenticated or authenticationFailed. While the credential is held, rights that ran out are renewed by
    /// themselves; where that fails authenticationFailed comes later, unasked.
    void authenticate(const QString &serial, const packwarden::Credential &credential);
    /// Gives the rights and the credential back. Answered by deauthenticated.
    void deauthenticate(const QString &serial);
    /// A signed action (actions.h). Answered by acted, always once. NotSignedIn without authenticate(); the pack's own
    /// reason where it gives one; PackUnreachable, TransferFailed: it may have been carried out all the same.
    void act(const QString &serial, const QByteArray &request, quint64 requestId);
    /// What the pack says of itself over 32 random bytes of the asker. Answered by acted; data: the COSE_Sign1.
    void statement(const QString &serial, const QByteArray &nonce, quint64 requestId);
    /// Burns the identity of a blank pack (routine 0210), which has no serial yet and is found by its node; record: see
    /// PROTOCOL.md; serial: as in the record. Answered by acted with this serial; data: the certificate request.
    void identify(int node, const QString &serial, const QByteArray &record, quint64 requestId);
    /// The certificate request of the pack's own key (routine 0211). Answered by acted; data: PKCS#10, DER.
    void readCertificateRequest(const QString &serial, quint64 requestId);
    /// Ends what runs and waits for this pack with Cancelled.
    void cancel(const QString &serial);

Q_SIGNALS:
    void busStateChanged(const packwarden::BusState &state);
    /// About once a second while a bus is open, and when a trouble comes or goes.
    void busFiguresChanged(const packwarden::BusFigures &figures);
    /// All packs ever heard since open(), by node.
    void telemetry(const QList<packwarden::PackTelemetry> &packs);
    void interfacesFound(const QList<packwarden::BusInterface> &interfaces);

private:
    enum class Presence { Now, Any };
    struct Ears;
    struct Alarms;
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
    void startRoutine(const QString &serial, quint16 id, const QByteArray &record, quint8 session, quint64 requestId);
    void setBus(const BusState &state);
    void tellFigures();
    /// Why there is no session with this pack.
    Error unreachable(const QString &serial) const;
    /// Who did not answer, and that the bus is overloaded where that explains what failed.
    Error explained(const Error &error, const QString &serial) const;

    CanPortFactory m_factory;
    const Clock &m_clock;
    LinkTimings m_timings;
    std::shared_ptr<ChallengeMemory> m_challenges; ///< outlives the sessions: no challenge counts twice
    std::unique_ptr<Ears> m_ears; ///< what hears packs and judges the bus; none before the first open()
    BusFigures m_figures;
    qint64 m_figuresAt = 0;
    QString m_device;
    bool m_listens = false; ///< and never sends
    CanPort *m_port = nullptr;
    QMap<int, Node> m_nodes;
    BusState m_bus;
    std::unique_ptr<Alarms> m_alarms; ///< by the time of the port, while there is one
    bool m_changed = false;
    qint64 m_lastFrameAt = 0;
    qint64 m_rateSince = 0;
    int m_framesInSecond = 0;
};

} // namespace packwarden
