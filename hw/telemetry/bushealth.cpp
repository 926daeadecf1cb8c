// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/telemetry/bushealth.h"

#include "hw/can/canbits.h"
#include "hw/dbc/rollingcounter.h"
#include "hw/telemetry/telemetrydecoder.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace packwarden {

namespace {

constexpr quint32 ownAddress = 0xF1;
constexpr quint32 extendedFlag = 0x80000000;
constexpr qint64 restartAfter = 1000; // milliseconds; a pack that was away may have started anew
constexpr qint64 lateSlack = 20; // milliseconds
constexpr qint64 recentSeconds = 10;

bool isNode(quint32 address)
{
    return address >= quint32(TelemetryDecoder::firstNode) && address <= quint32(TelemetryDecoder::lastNode);
}

quint32 keyOf(const QCanBusFrame &frame)
{
    return frame.frameId() | (frame.hasExtendedFrameFormat() ? extendedFlag : 0);
}

} // namespace

void BusHealth::Count::add(qint64 more)
{
    total += more;
    seconds.front() += more;
}

void BusHealth::Count::nextSecond()
{
    std::shift_right(seconds.begin(), seconds.end(), 1);
    seconds.front() = 0;
}

qint64 BusHealth::Count::recent() const
{
    return std::accumulate(seconds.begin(), seconds.end(), qint64(0));
}

BusHealth::BusHealth(const Dbc &dbc)
    : BusHealth(dbc, Limits())
{
}

BusHealth::BusHealth(const Dbc &dbc, const Limits &limits)
    : m_table(dbc)
    , m_limits(limits)
{
    restart(false);
}

void BusHealth::restart(bool simulated)
{
    m_simulated = simulated;
    m_state = CanPort::State::Closed;
    m_wasOpen = false;
    m_lastHeard = 0;
    m_outageSince = m_refusedSince = -1;
    m_window = {};
    m_figures = {};
    setBitRates(std::nullopt);
    m_overloaded = m_babbles = false;
    for (Count *count : {&m_lost, &m_late, &m_invalid, &m_errors, &m_refused})
        *count = {};
    m_nodes.clear();
    m_broadcasts.clear();
    m_testers.clear();
    m_since.clear();
}

void BusHealth::setBitRates(const std::optional<BitRates> &rates)
{
    m_figures.bitRate = rates ? rates->nominal : m_limits.bitRate;
    m_figures.dataRate = rates ? (rates->data > 0 ? rates->data : rates->nominal) : m_limits.dataRate;
    // The bus of simulated packs is as fast as it was made to be.
    m_figures.rateIsKnown = rates || m_simulated;
}

void BusHealth::portState(CanPort::State state, qint64 now)
{
    roll(now);
    if (state == CanPort::State::Failed && m_outageSince < 0) {
        m_outageSince = now;
        ++m_figures.outages;
    } else if (state == CanPort::State::Open) {
        m_wasOpen = true;
        m_lastHeard = now;
        if (m_outageSince >= 0) {
            m_figures.lastOutage = now - m_outageSince;
            m_figures.controller = BusFigures::Controller::Active;
            // What was not to be heard was not lost, and nobody was silent.
            m_broadcasts.clear();
            for (Node &node : m_nodes)
                node.heardAt = now;
        }
        m_outageSince = m_refusedSince = -1;
    }
    m_state = state;
}

void BusHealth::roll(qint64 now)
{
    if (m_window.start < 0)
        m_window.start = now;
    for (qint64 step = 0; now - m_window.start >= windowLength; ++step) {
        // After a long pause nothing more can change.
        const bool pause = step > recentSeconds;
        closeWindow(double(windowLength) / 1000);
        m_window.start = pause ? now : m_window.start + windowLength;
    }
}

void BusHealth::closeWindow(double seconds)
{
    m_figures.loadPermille = int(std::lround(m_window.busy / seconds * 1000));
    m_figures.peakPermille = std::max(m_figures.peakPermille, m_figures.loadPermille);
    m_figures.framesPerSecond = int(std::lround(m_window.frames / seconds));
    // Simulated packs have no wire that could be full.
    m_overloaded = m_figures.loadPermille >= (m_overloaded ? m_limits.relieved : m_limits.overloaded) && !m_simulated
        && (m_figures.rateIsKnown || m_figures.loadPermille < m_limits.impossible);
    m_babbles = false;
    if (m_figures.loadPermille >= m_limits.relieved) {
        double most = 0;
        for (auto it = m_window.byIdentifier.cbegin(); it != m_window.byIdentifier.cend(); ++it) {
            if (*it <= most || isConversation(it.key()))
                continue;
            most = *it;
            m_babbler = it.key();
        }
        m_babbles = most / seconds * 1000 >= m_limits.babblingShare;
    }
    m_window.busy = 0;
    m_window.frames = 0;
    m_window.byIdentifier.clear();
    for (Count *count : {&m_lost, &m_late, &m_invalid, &m_errors, &m_refused})
        count->nextSecond();
}

bool BusHealth::isConversation(quint32 identifier) const
{
    // A document on its way to a pack, or from it, may fill the bus: the other end answers it.
    if ((identifier & 0x1FFF0000) != 0x18DA0000)
        return false;
    const quint32 swapped = (identifier & 0xFFFF0000) | (identifier & 0xFF) << 8 | (identifier >> 8 & 0xFF);
    return m_window.byIdentifier.contains(swapped);
}

void BusHealth::addLoad(const QCanBusFrame &frame)
{
    const double seconds = wireSeconds(frame, m_figures.bitRate, m_figures.dataRate);
    m_window.busy += seconds;
    ++m_window.frames;
    const quint32 key = keyOf(frame);
    const auto known = m_window.byIdentifier.find(key);
    if (known != m_window.byIdentifier.end())
        *known += seconds;
    else if (m_window.byIdentifier.size() < identifiersApart)
        m_window.byIdentifier.insert(key, seconds);
}

void BusHealth::sent(const QCanBusFrame &frame, qint64 now)
{
    roll(now);
    ++m_figures.sent;
    m_refusedSince = -1;
    addLoad(frame);
}

void BusHealth::refused(qint64 now)
{
    roll(now);
    m_refused.add(1);
    if (m_refusedSince < 0)
        m_refusedSince = now;
}

void BusHealth::heard(const QCanBusFrame &frame, qint64 now)
{
    roll(now);
    if (frame.hasLocalEcho())
        return;
    if (frame.frameType() == QCanBusFrame::ErrorFrame) {
        hearError(frame);
        return;
    }
    const bool isRemote = frame.frameType() == QCanBusFrame::RemoteRequestFrame;
    if (!CanPort::acceptable(frame) && !isRemote) {
        m_invalid.add(1);
        return;
    }
    m_lastHeard = now;
    ++m_figures.heard;
    addLoad(frame);
    if (isRemote || !frame.hasExtendedFrameFormat())
        return;
    const quint32 identifier = frame.frameId();
    if (identifier >> 17 == 0x18DA >> 1) // 18DA, 18DB: to one, to all
        hearDiagnostics(identifier, now);
    else if (const auto *message = isNode(identifier & 0xFF) ? m_table.find(identifier) : nullptr)
        hearTelemetry(*message, frame, now);
}

void BusHealth::hearError(const QCanBusFrame &frame)
{
    m_errors.add(1);
    // The bytes of Linux's error frames; only the controller's own state is told by them.
    constexpr quint8 warning = 0x0C;
    constexpr quint8 passive = 0x30;
    constexpr quint8 active = 0x40;
    const QCanBusFrame::FrameErrors errors = frame.error();
    const quint8 controller = frame.payload().size() > 1 ? quint8(frame.payload().at(1)) : 0;
    if (errors & QCanBusFrame::BusOffError)
        m_figures.controller = BusFigures::Controller::BusOff;
    else if (errors & QCanBusFrame::ControllerRestartError)
        m_figures.controller = BusFigures::Controller::Active;
    else if (!(errors & QCanBusFrame::ControllerError))
        return;
    else if (controller & passive)
        m_figures.controller = BusFigures::Controller::Passive;
    else if (controller & warning)
        m_figures.controller = BusFigures::Controller::Warning;
    else if (controller & active)
        m_figures.controller = BusFigures::Controller::Active;
}

void BusHealth::hearTelemetry(const SignalTable::Message &message, const QCanBusFrame &frame, qint64 now)
{
    if (frame.payload().size() != message.message->size) {
        m_invalid.add(1);
        return;
    }
    const int sender = int(frame.frameId() & 0xFF);
    Node &node = m_nodes[sender];
    if (node.heardAt != 0 && now - node.heardAt > restartAfter)
        m_broadcasts.removeIf([sender](const auto &it) { return int(it.key() & 0xFF) == sender; });
    node.heardAt = now;
    if (!message.counter.signal)
        return;
    Broadcast &last = m_broadcasts[frame.frameId()];
    const int cycle = message.message->cycleMilliseconds;
    const qint64 counter = message.counter.raw(FrameWords(frame.payload()));
    if (last.counter >= 0) {
        const qint64 missed = framesMissed(last.counter, counter, message.counter.signal->size);
        m_lost.add(missed);
        const bool isLate = now - last.heardAt > 2 * cycle + lateSlack;
        if (missed == 0 && cycle > 0 && isLate)
            m_late.add(1);
    }
    last = {now, counter};
}

void BusHealth::hearDiagnostics(quint32 identifier, qint64 now)
{
    // What bears this console's address did not come from here: our own frames do not come back.
    const quint32 source = identifier & 0xFF;
    if (!isNode(source))
        m_testers.insert(source, now);
}

BusFigures BusHealth::figures(qint64 now)
{
    roll(now);
    BusFigures figures = m_figures;
    figures.lost = m_lost.total;
    figures.late = m_late.total;
    figures.invalid = m_invalid.total;
    figures.errorFrames = m_errors.total;
    figures.refused = m_refused.total;
    figures.troubles = troubles(now);
    return figures;
}

QList<BusTrouble> BusHealth::troubles(qint64 now)
{
    using Kind = BusTrouble::Kind;
    m_nodes.removeIf([&](const auto &it) { return now - it->heardAt > m_limits.nodeForgottenAfter; });
    m_testers.removeIf([&](const auto &it) { return now - *it > m_limits.testerForgottenAfter; });
    QList<BusTrouble> found;
    const auto add = [&](bool is, Kind kind, quint32 who = 0, qint64 count = 0) {
        const quint64 key = quint64(kind) << 32 | who;
        if (!is) {
            m_since.remove(key);
            return;
        }
        const qint64 since = m_since.contains(key) ? m_since.value(key) : now;
        m_since.insert(key, since);
        found.append({kind, who, {}, count, since});
    };
    const bool open = m_state == CanPort::State::Open;
    add(m_outageSince >= 0, !m_wasOpen ? Kind::NeverOpened : m_simulated ? Kind::HubGone : Kind::InterfaceGone);
    add(open && m_figures.controller == BusFigures::Controller::BusOff, Kind::BusOff);
    m_since.removeIf([&](const auto &it) { return it.key() >> 32 == quint64(Kind::Babbling) && !m_babbles; });
    if (open && m_babbles)
        add(true, Kind::Babbling, m_babbler & ~extendedFlag, m_figures.loadPermille);
    add(open && m_overloaded, Kind::Overloaded, 0, m_figures.loadPermille);
    const bool quiet = open && now - m_lastHeard >= m_limits.silentAfter;
    add(quiet, Kind::NothingHeard);
    add(open && m_figures.controller == BusFigures::Controller::Passive, Kind::ErrorPassive);
    QList<int> nodes = m_nodes.keys();
    std::sort(nodes.begin(), nodes.end());
    for (const int node : std::as_const(nodes))
        add(open && now - m_nodes.value(node).heardAt >= m_limits.nodeSilentAfter, Kind::NodeSilent, quint32(node));
    add(open && m_errors.recent() > 0, Kind::ErrorFrames, 0, m_errors.recent());
    add(open && m_lost.recent() > 0, Kind::FramesLost, 0, m_lost.recent());
    add(open && m_invalid.recent() > 0, Kind::FramesInvalid, 0, m_invalid.recent());
    const bool stuck = m_refusedSince >= 0 && now - m_refusedSince >= m_limits.stuckAfter && m_refused.recent() > 0;
    add(open && stuck, Kind::WritesRefused, 0, m_refused.recent());
    add(open && m_late.recent() >= m_limits.lateFrames, Kind::FramesLate, 0, m_late.recent());
    QList<quint32> testers = m_testers.keys();
    std::sort(testers.begin(), testers.end());
    add(open && testers.removeOne(ownAddress), Kind::SameTester, ownAddress);
    for (const quint32 tester : std::as_const(testers))
        add(open, Kind::ForeignTester, tester);
    // Of those that were forgotten meanwhile.
    m_since.removeIf([&](const auto &it) {
        return std::none_of(found.cbegin(), found.cend(),
            [&](const BusTrouble &one) { return (quint64(one.kind) << 32 | one.who) == it.key(); });
    });
    return found;
}

} // namespace packwarden
