// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/packlink.h"

#include "hw/can/caninterfaces.h"
#include "hw/can/linklog.h"
#include "hw/can/listeningport.h"
#include "hw/can/qtcanport.h"
#include "hw/link/packsession.h"
#include "hw/telemetry/bushealth.h"
#include "hw/telemetry/bushealthport.h"
#include "hw/telemetry/telemetrydecoder.h"
#include "models/core/base/clock.h"
#include "models/core/pack/busaddress.h"
#include "models/core/pack/busreason.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int watchInterval = 250; // milliseconds
constexpr int rateInterval = 1000;

BusHealth::Limits healthLimits(const LinkTimings &timings)
{
    BusHealth::Limits limits;
    limits.silentAfter = timings.silentAfter;
    limits.nodeSilentAfter = timings.packGoneAfter;
    return limits;
}

const char *nameOf(BusCondition condition)
{
    switch (condition) {
    case BusCondition::NotConnected:
        return "not connected";
    case BusCondition::Connecting:
        return "connecting";
    case BusCondition::Connected:
        return "connected";
    case BusCondition::Silent:
        return "silent";
    case BusCondition::Failed:
        return "failed";
    }
    Q_UNREACHABLE();
}

} // namespace

struct PackLink::Ears
{
    explicit Ears(const BusHealth::Limits &limits)
        : decoder(Dbc::packwarden())
        , health(Dbc::packwarden(), limits)
    {
    }

    TelemetryDecoder decoder;
    BusHealth health;
};

struct PackLink::Alarms
{
    Alarms(Ticker &ticker, const LinkTimings &timings)
        : throttle(ticker)
        , watch(ticker)
        , reconnect(ticker)
    {
        throttle.setSingleShot(true);
        throttle.setInterval(timings.throttle);
        watch.setInterval(qMin(watchInterval, timings.silentAfter));
        reconnect.setSingleShot(true);
        reconnect.setInterval(timings.reconnect);
    }

    Alarm throttle;
    Alarm watch;
    Alarm reconnect;
};

PackLink::PackLink(CanPortFactory factory, const Clock &clock, const LinkTimings &timings, QObject *parent)
    : PackSignals(parent)
    , m_factory(std::move(factory))
    , m_clock(clock)
    , m_timings(timings)
    , m_challenges(std::make_shared<ChallengeMemory>())
{
}

PackLink::~PackLink()
{
    // Sessions and port die in the order that they need, not in that of children.
    for (const Node &node : std::as_const(m_nodes))
        delete node.session;
    m_alarms.reset();
    delete m_port;
}

void PackLink::open(const QString &device)
{
    close();
    m_device = device;
    // Not before: reading the DBC takes a while, and whoever makes a link may be a window that is to be shown.
    if (!m_ears)
        m_ears = std::make_unique<Ears>(healthLimits(m_timings));
    m_ears->decoder.clear();
    m_ears->health.restart(QtCanPort::isSimulated(device));
    m_listens = BusAddress::parse(device).listen;
    CanPort *port = m_factory(device, nullptr);
    if (m_listens)
        port = new ListeningPort(port);
    m_port = new BusHealthPort(port, m_ears->health, m_clock, this);
    connect(m_port, &CanPort::stateChanged, this, &PackLink::portStateChanged);
    connect(m_port, &CanPort::framesReceived, this, &PackLink::framesReceived);
    m_alarms = std::make_unique<Alarms>(m_port->ticker(), m_timings);
    connect(&m_alarms->throttle, &Alarm::timeout, this, &PackLink::emitTelemetry);
    connect(&m_alarms->watch, &Alarm::timeout, this, &PackLink::watch);
    connect(&m_alarms->reconnect, &Alarm::timeout, m_port, &CanPort::open);
    m_alarms->watch.start();
    m_port->open();
}

void PackLink::close()
{
    if (!m_port)
        return;
    m_alarms.reset();
    for (const Node &node : std::as_const(m_nodes)) {
        node.session->cancel();
        node.session->disconnect(this);
        delete node.session;
    }
    m_nodes.clear();
    m_port->disconnect(this);
    m_port->close();
    m_port->deleteLater();
    m_port = nullptr;
    m_device.clear();
    m_listens = false;
    setBus({});
    m_figures = {};
    Q_EMIT busFiguresChanged(m_figures);
}

void PackLink::portStateChanged()
{
    BusState bus;
    bus.interfaceName = m_device;
    bus.simulated = QtCanPort::isSimulated(m_device);
    bus.detail = m_port->detail();
    bus.replay = m_port->replay();
    switch (m_port->state()) {
    case CanPort::State::Closed:
    case CanPort::State::Opening:
        // Attempts to get out of a failure or silence are not news until they succeed.
        if (m_bus.condition == BusCondition::Failed || m_bus.condition == BusCondition::Silent)
            return;
        bus.condition = BusCondition::Connecting;
        break;
    case CanPort::State::Open:
        bus.condition = m_bus.condition == BusCondition::Silent ? BusCondition::Silent : BusCondition::Connected;
        m_lastFrameAt = m_rateSince = m_clock.monotonicMilliseconds();
        m_framesInSecond = 0;
        break;
    case CanPort::State::Failed:
        bus.condition = BusCondition::Failed;
        m_alarms->reconnect.start();
        break;
    }
    setBus(bus);
    tellFigures();
}

void PackLink::framesReceived(const QList<QCanBusFrame> &frames)
{
    const qint64 now = m_clock.monotonicMilliseconds();
    m_framesInSecond += int(frames.size());
    m_lastFrameAt = now;
    for (const QCanBusFrame &frame : frames) {
        const int sender = int(frame.frameId() & 0xFF);
        const auto known = m_ears->decoder.packs().constFind(sender);
        const qint64 before = known == m_ears->decoder.packs().constEnd() ? 0 : known->heardAt;
        const int node = m_ears->decoder.feed(frame, now);
        if (node == 0)
            continue;
        m_changed = true;
        if (before != 0 && now - before > m_timings.packGoneAfter) {
            // Another pack may have taken the place of one that was away: nothing of the old one may pass for it.
            m_ears->decoder.forget(node);
            m_ears->decoder.feed(frame, now);
            if (PackSession *session = m_nodes.value(node).session) {
                session->cancel(Code::PackUnreachable);
                session->dropCredential();
            }
            m_nodes[node].asking = false;
            askSerial(node);
        } else if (!m_nodes.contains(node)) {
            askSerial(node);
        }
    }
    if (m_bus.condition == BusCondition::Silent) {
        BusState bus = m_bus;
        bus.condition = BusCondition::Connected;
        setBus(bus);
    }
    if (m_changed && !m_alarms->throttle.isActive())
        emitTelemetry();
}

void PackLink::emitTelemetry()
{
    if (!m_changed)
        return;
    m_changed = false;
    m_alarms->throttle.start();
    Q_EMIT telemetry(m_ears->decoder.packs().values());
}

void PackLink::watch()
{
    const qint64 now = m_clock.monotonicMilliseconds();
    BusState bus = m_bus;
    bus.packs = 0;
    for (const PackTelemetry &pack : m_ears->decoder.packs()) {
        const bool present = now - pack.heardAt <= m_timings.packGoneAfter;
        bus.packs += present ? 1 : 0;
        const Node node = m_nodes.value(pack.node);
        if (present && pack.serial.isEmpty() && !node.asking && now - node.askedAt >= m_timings.askSerialAgain)
            askSerial(pack.node);
    }
    if (now - m_rateSince >= rateInterval) {
        bus.framesPerSecond = int(m_framesInSecond * 1000 / (now - m_rateSince));
        m_framesInSecond = 0;
        m_rateSince = now;
    }
    if (m_port->state() == CanPort::State::Open) {
        if (now - m_lastFrameAt >= m_timings.silentAfter)
            bus.condition = BusCondition::Silent;
        if (now - m_lastFrameAt >= m_timings.reopenAfter) {
            // Some backends lose their bus without a word; to open again is harmless where the bus is only quiet.
            m_port->close();
            m_port->open();
            return;
        }
    }
    setBus(bus);
    tellFigures();
}

void PackLink::tellFigures()
{
    const qint64 now = m_clock.monotonicMilliseconds();
    BusFigures figures = m_ears->health.figures(now);
    for (BusTrouble &trouble : figures.troubles) {
        if (trouble.kind == BusTrouble::Kind::NodeSilent)
            trouble.serial = m_ears->decoder.packs().value(int(trouble.who)).serial;
        else if (trouble.kind == BusTrouble::Kind::NeverOpened)
            trouble.detail = m_port ? m_port->detail() : QString();
    }
    const auto same = [](const BusTrouble &one, const BusTrouble &other) {
        return one.kind == other.kind && one.who == other.who && one.serial == other.serial;
    };
    const bool news = !std::equal(figures.troubles.cbegin(), figures.troubles.cend(), m_figures.troubles.cbegin(),
        m_figures.troubles.cend(), same);
    if (!news && now - m_figuresAt < rateInterval)
        return;
    m_figures = figures;
    m_figuresAt = now;
    Q_EMIT busFiguresChanged(m_figures);
}

Error PackLink::explained(const Error &error, const QString &serial) const
{
    if (error.code != Code::TransferFailed && error.code != Code::PackUnreachable)
        return error;
    const bool crowded = std::any_of(m_figures.troubles.cbegin(), m_figures.troubles.cend(), [](const BusTrouble &one) {
        return one.kind == BusTrouble::Kind::Babbling || one.kind == BusTrouble::Kind::Overloaded;
    });
    const QString what = error.code == Code::PackUnreachable ? serial : error.detail;
    return {error.code,
        crowded ? QStringLiteral("%1; bus overloaded, %2 %").arg(what).arg(m_figures.loadPermille / 10) : what,
        error.reason};
}

void PackLink::askSerial(int node)
{
    if (m_listens)
        return;
    Node &entry = m_nodes[node];
    if (!entry.session)
        entry.session = makeSession(node);
    if (entry.asking)
        return;
    entry.asking = true;
    entry.askedAt = m_clock.monotonicMilliseconds();
    entry.session->readSerial();
}

void PackLink::nameAll()
{
    if (!m_ears)
        return;
    const qint64 now = m_clock.monotonicMilliseconds();
    for (const PackTelemetry &pack : m_ears->decoder.packs()) {
        if (now - pack.heardAt <= m_timings.packGoneAfter)
            askSerial(pack.node);
    }
}

void PackLink::findInterfaces()
{
    Q_EMIT interfacesFound(canInterfaces());
}

PackSession *PackLink::makeSession(int node)
{
    auto *session = new PackSession(*m_port, node, m_clock, m_timings.uds, m_challenges, this);
    connect(session, &PackSession::serialRead, this, &PackLink::serialRead);
    session->passOn(*this);
    connect(session, &PackSession::delivered, this, [this](DeliveryResult result, quint64 requestId) {
        if (!result.applied)
            result.error = explained(result.error, result.serial.text());
        qCInfo(linkLog) << "delivery to" << result.serial.text()
                        << (result.applied ? QStringLiteral("applied") : QString(codeName(result.error.code)))
                        << result.error.detail;
        Q_EMIT delivered(result, requestId);
    });
    return session;
}

void PackLink::serialRead(int node, const Result<PackSerial> &serial)
{
    auto it = m_nodes.find(node);
    if (it == m_nodes.end())
        return;
    it->asking = false;
    if (!serial.ok())
        return;
    m_ears->decoder.setSerial(node, serial->text());
    m_changed = true;
    if (!m_alarms->throttle.isActive())
        emitTelemetry();
}

PackSession *PackLink::sessionOf(const QString &serial, Presence presence) const
{
    if (!m_ears)
        return nullptr;
    const qint64 now = m_clock.monotonicMilliseconds();
    for (const PackTelemetry &pack : m_ears->decoder.packs()) {
        const bool present = now - pack.heardAt <= m_timings.packGoneAfter;
        if (!serial.isEmpty() && pack.serial == serial && (present || presence == Presence::Any))
            return m_nodes.value(pack.node).session;
    }
    return nullptr;
}

Error PackLink::unreachable(const QString &serial) const
{
    return m_listens ? Error{Code::BusUnavailable, BusAddress::listeningDetail(), BusReason::Listening}
                     : Error{Code::PackUnreachable, serial};
}

void PackLink::readFacts(const QString &serial)
{
    if (PackSession *session = sessionOf(serial))
        session->readFacts(PackSerial::fromTrusted(serial));
    else
        Q_EMIT readFailed(serial, unreachable(serial));
}

void PackLink::readRules(const QString &serial, const PackRules &held, bool listsToo)
{
    if (PackSession *session = sessionOf(serial))
        session->readRules(PackSerial::fromTrusted(serial), held, listsToo);
    else
        Q_EMIT readFailed(serial, unreachable(serial));
}

void PackLink::readDids(const QString &serial, const QList<quint16> &dids)
{
    if (PackSession *session = sessionOf(serial))
        session->readDids(PackSerial::fromTrusted(serial), dids);
    else
        Q_EMIT readFailed(serial, unreachable(serial));
}

void PackLink::deliver(const QString &serial, int kind, const QByteArray &document, quint64 requestId)
{
    if (PackSession *session = sessionOf(serial)) {
        session->deliver(PackSerial::fromTrusted(serial), kind, document, requestId);
        return;
    }
    DeliveryResult result;
    if (auto parsed = PackSerial::parse(serial); parsed.ok())
        result.serial = *parsed;
    result.error = unreachable(serial);
    Q_EMIT delivered(result, requestId);
}

void PackLink::cancel(const QString &serial)
{
    if (PackSession *session = sessionOf(serial, Presence::Any))
        session->cancel();
}

void PackLink::setBus(const BusState &state)
{
    if (state == m_bus)
        return;
    if (state.condition != m_bus.condition || state.packs != m_bus.packs || state.detail != m_bus.detail)
        qCInfo(linkLog) << state.interfaceName << nameOf(state.condition) << state.packs << "packs" << state.detail;
    m_bus = state;
    Q_EMIT busStateChanged(state);
}

} // namespace packwarden
