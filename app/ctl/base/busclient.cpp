// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"

#include "hw/can/recordingport.h"
#include "hw/link/packsession.h"
#include "hw/link/portfactory.h"
#include "models/core/base/clock.h"
#include "models/core/pack/busaddress.h"

#include <algorithm>

namespace packwarden::ctl {

namespace {

constexpr int patienceMs = 8000;
/// A pack answers one tester at a time: while another one talks, it is waited for in steps, but not for ever.
constexpr int moreMs = 2000;
constexpr int mostMoreMs = 30'000;
/// Packs tell their state every 100 ms, so after this no further one is to be expected.
constexpr int settleMs = 1000;
/// The same for a pack that is asked for and is not among those that are heard.
constexpr int absentMs = 3000;

CanPortFactory recordingFactory(const std::shared_ptr<CanRecorder> &recorder)
{
    return [recorder](const QString &device, QObject *parent) -> CanPort * {
        const QByteArray word = canlog::interfaceWord(device);
        return new RecordingPort(
            makeGuestPort(device, nullptr),
            [recorder, word](const QList<QCanBusFrame> &frames) { recorder->take(frames, word); }, parent);
    };
}

} // namespace

BusClient::BusClient(
    const QString &device, const Clock &clock, const std::shared_ptr<CanRecorder> &recorder, QObject *parent)
    : QObject(parent)
    , m_thread(clock, recorder ? recordingFactory(recorder) : CanPortFactory(&makeGuestPort))
    , m_requests(*m_thread.link())
    , m_device(device)
{
    m_patience.setSingleShot(true);
    m_settled.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &BusClient::giveUp);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        if (!m_wanted.isEmpty()) {
            giveUp();
            return;
        }
        m_waiting = false;
        m_patience.stop();
        Q_EMIT found();
    });
    connect(link(), &PackLink::telemetry, this, &BusClient::onTelemetry);
    connect(link(), &PackLink::busStateChanged, this, [this](const BusState &state) {
        const bool isNews = state.condition == BusCondition::Connected && state.detail != m_state.detail
            && !state.detail.isEmpty() && m_device.startsWith(QLatin1String("replay:"));
        m_state = state;
        if (isNews)
            Q_EMIT told(state.detail);
    });
    connect(link(), &PackLink::busFiguresChanged, this, [this](const BusFigures &figures) {
        m_otherTester = std::any_of(figures.troubles.begin(), figures.troubles.end(),
            [](const BusTrouble &trouble) { return trouble.kind == BusTrouble::Kind::SameTester; });
    });
}

BusClient::~BusClient() = default;

void BusClient::find(const QStringList &serials)
{
    m_wanted = serials;
    m_waiting = true;
    const BusAddress address = BusAddress::parse(m_device);
    m_listens = address.listen;
    const QString wrong = m_listens && !serials.isEmpty() ? BusAddress::listeningDetail() : address.problemText();
    if (!wrong.isEmpty()) {
        m_waiting = false;
        QMetaObject::invokeMethod(
            this,
            [this, wrong] {
                Q_EMIT notFound({Code::BusUnavailable, wrong});
            },
            Qt::QueuedConnection);
        return;
    }
    m_patience.start(patienceMs);
    QMetaObject::invokeMethod(link(), [link = link(), device = m_device] { link->open(device); });
}

void BusClient::findNode(int node)
{
    m_wantedNode = node;
    find({});
}

void BusClient::onTelemetry(const QList<PackTelemetry> &packs)
{
    const bool more = packs.size() != m_packs.size();
    m_packs = packs;
    Q_EMIT telemetry(packs);
    if (!m_waiting)
        return;
    QStringList known;
    for (const PackTelemetry &pack : packs) {
        if (m_wantedNode != 0 && pack.node == m_wantedNode) {
            m_waiting = false;
            m_patience.stop();
            Q_EMIT found();
            return;
        }
        if (!pack.serial.isEmpty())
            known.append(pack.serial);
    }
    if (m_wantedNode != 0)
        return;
    const bool named = m_listens || known.size() == packs.size();
    if (more || !named)
        m_settled.stop();
    if (!packs.isEmpty() && named && !m_settled.isActive())
        m_settled.start(m_wanted.isEmpty() ? settleMs : absentMs);
    if (m_wanted.isEmpty())
        return;
    const bool all
        = std::all_of(m_wanted.begin(), m_wanted.end(), [&](const QString &serial) { return known.contains(serial); });
    if (all) {
        m_waiting = false;
        m_patience.stop();
        m_settled.stop();
        Q_EMIT found();
    }
}

/// For a person who asked for another pack.
QString BusClient::whoIsThere() const
{
    QStringList there;
    for (const PackTelemetry &pack : m_packs)
        there.append(
            pack.serial.isEmpty() ? QStringLiteral("node %1").arg(pack.node, 2, 16, QLatin1Char('0')) : pack.serial);
    QString all = QStringLiteral("on the bus: %1").arg(there.join(QStringLiteral(", ")));
    if (m_otherTester)
        all += QStringLiteral("; another tester talks with them");
    return all;
}

void BusClient::giveUp()
{
    const bool waits = m_otherTester
        && std::any_of(m_packs.begin(), m_packs.end(), [](const PackTelemetry &pack) { return pack.serial.isEmpty(); });
    if (waits && m_extended < mostMoreMs) {
        m_extended += moreMs;
        m_patience.start(moreMs);
        return;
    }
    m_waiting = false;
    m_patience.stop();
    m_settled.stop();
    if (m_packs.isEmpty()) {
        Q_EMIT notFound({Code::BusUnavailable,
            m_state.detail.isEmpty() ? QStringLiteral("%1: nothing heard").arg(m_device) : m_state.detail});
        return;
    }
    if (m_wanted.isEmpty() && m_wantedNode == 0) {
        Q_EMIT found();
        return;
    }
    QStringList missing = m_wanted;
    if (m_wantedNode != 0)
        missing.append(QStringLiteral("node %1").arg(m_wantedNode, 0, 16));
    for (const PackTelemetry &pack : m_packs)
        missing.removeAll(pack.serial);
    QString detail = QStringLiteral("%1 (%2").arg(missing.join(u' '), whoIsThere());
    // One digit makes another pack; only the case of letters may be a slip.
    for (const PackTelemetry &pack : m_packs) {
        if (missing.contains(pack.serial, Qt::CaseInsensitive))
            detail += QStringLiteral("; did you mean %1?").arg(pack.serial);
    }
    Q_EMIT notFound({Code::PackUnreachable, detail + u')'});
}

void BusClient::readFacts(const QString &serial)
{
    QMetaObject::invokeMethod(link(), [link = link(), serial] { link->readFacts(serial); });
}

void BusClient::readRules(const QString &serial)
{
    QMetaObject::invokeMethod(link(), [link = link(), serial] { link->readRules(serial); });
}

void BusClient::readDids(const QString &serial, const QList<quint16> &dids)
{
    QMetaObject::invokeMethod(link(), [link = link(), serial, dids] { link->readDids(serial, dids); });
}

} // namespace packwarden::ctl
