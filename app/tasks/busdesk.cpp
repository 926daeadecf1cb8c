// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/busdesk.h"

#include "models/core/base/clock.h"
#include "models/core/pack/busaddress.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace packwarden {

namespace {

QString nameOf(const QString &device)
{
    return BusAddress::parse(device).bus();
}

} // namespace

BusDesk::BusDesk(Workspace &workspace, MakeLink makeLink, const PackRounds::Timings &timings, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_makeLink(std::move(makeLink))
    , m_timings(timings)
    , m_requests([this](const QString &serial) -> PackLink & { return linkOf(serial); })
    , m_statements(workspace, m_requests)
    , m_trust(workspace, m_statements)
    , m_places(timings.gone)
{
    makeSlot();
}

BusDesk::~BusDesk()
{
    // No answer of a link may arrive at what is already gone.
    for (const Slot &slot : m_slots) {
        for (QObject *each :
            {static_cast<QObject *>(this), static_cast<QObject *>(&m_trust), static_cast<QObject *>(&m_requests)})
            disconnect(slot.link.link, nullptr, each, nullptr);
        if (slot.link.recorder)
            disconnect(slot.link.recorder, nullptr, this, nullptr);
    }
    for (Slot &slot : m_slots)
        slot.bus.reset();
}

BusDesk::Slot &BusDesk::makeSlot()
{
    Slot &slot = m_slots.emplace_back();
    slot.link = m_makeLink();
    PackLink &link = *slot.link.link;
    m_requests.addLink(link);
    slot.bus = std::make_unique<PackBus>(m_workspace, link, m_timings, &m_trust);
    PackBus *bus = slot.bus.get();
    bus->rounds().setDocuments(m_documents);
    const auto place = [this, bus] {
        return int(std::find(m_open.begin(), m_open.end(), bus) - m_open.begin());
    };
    connect(bus, &PackBus::stateChanged, this, [this, bus, place] {
        const BusCondition now = bus->state().condition;
        if (now == BusCondition::NotConnected || now == BusCondition::Failed)
            m_places.lose(nameOf(bus->device()));
        if (place() < count())
            Q_EMIT stateChanged(place());
    });
    connect(bus, &PackBus::figuresChanged, this, [this, place] {
        if (place() < count())
            Q_EMIT figuresChanged(place());
    });
    connect(bus, &PackBus::heard, this, [this, bus](const QList<PackTelemetry> &packs) { hear(*bus, packs); });
    connect(bus, &PackBus::factsRead, this, [this, bus](const PackFacts &facts) {
        const PackPlace here{nameOf(bus->device()), facts.node};
        if (m_places.placeOf(facts.serial.text()) == here)
            Q_EMIT factsRead(here.bus, facts);
    });
    connect(&bus->rounds(), &PackRounds::troublesChanged, this, &BusDesk::troublesChanged);
    connect(&bus->rounds(), &PackRounds::failed, this, &BusDesk::failed);
    connect(&link, &PackLink::interfacesFound, this, &BusDesk::interfacesFound);
    connect(&link, &PackLink::deliveryProgress, this, &BusDesk::deliveryProgress);
    if (LinkRecorder *recorder = slot.link.recorder) {
        connect(recorder, &LinkRecorder::changed, this, [this, recorder](const RecordingState &state) {
            if (recorder == m_recorder)
                Q_EMIT recordingChanged(state);
        });
        connect(recorder, &LinkRecorder::failed, this, &BusDesk::recordingFailed);
    }
    return slot;
}

PackBus *BusDesk::freeBus()
{
    for (const Slot &slot : m_slots) {
        if (slot.bus->device().isEmpty())
            return slot.bus.get();
    }
    return makeSlot().bus.get();
}

PackBus *BusDesk::openBus(const QString &device) const
{
    for (const Slot &slot : m_slots) {
        if (slot.bus->device() == device)
            return slot.bus.get();
    }
    return nullptr;
}

void BusDesk::use(const QStringList &buses, const QString &again)
{
    QStringList wanted;
    QSet<QString> names;
    for (const QString &bus : buses) {
        if (!bus.isEmpty() && !names.contains(nameOf(bus))) {
            names.insert(nameOf(bus));
            wanted.append(bus);
        }
    }
    // Those that go first: a bus whose options are others now is closed before it is opened anew.
    for (const Slot &slot : m_slots) {
        const QString device = slot.bus->device();
        if (!device.isEmpty() && (!wanted.contains(device) || device == again)) {
            slot.bus->close();
            m_places.lose(nameOf(device));
        }
    }
    std::vector<PackBus *> open;
    for (const QString &device : std::as_const(wanted)) {
        PackBus *bus = openBus(device);
        if (!bus) {
            bus = freeBus();
            bus->open(device);
        }
        open.push_back(bus);
    }
    m_open = open;
    Q_EMIT busesChanged();
    for (int i = 0; i < count(); ++i) {
        Q_EMIT stateChanged(i);
        Q_EMIT figuresChanged(i);
    }
}

QStringList BusDesk::buses() const
{
    QStringList all;
    for (const PackBus *bus : m_open)
        all.append(bus->device());
    return all;
}

const BusDesk::Slot &BusDesk::slotOf(const QString &serial) const
{
    const QString bus = busOf(serial);
    for (const Slot &slot : m_slots) {
        if (!bus.isEmpty() && nameOf(slot.bus->device()) == bus)
            return slot;
    }
    return m_slots.front();
}

bool BusDesk::isPresent(const QString &serial) const
{
    return !busOf(serial).isEmpty() && slotOf(serial).bus->rounds().isPresent(serial);
}

void BusDesk::record(const QString &serial, const QString &path)
{
    LinkRecorder *recorder = slotOf(serial).link.recorder;
    if (recorder != m_recorder)
        stopRecording();
    m_recorder = recorder;
    if (recorder)
        QMetaObject::invokeMethod(
            recorder, [recorder, path] { recorder->start(path); }, Qt::QueuedConnection);
}

void BusDesk::stopRecording()
{
    if (m_recorder)
        QMetaObject::invokeMethod(m_recorder, &LinkRecorder::stop, Qt::QueuedConnection);
}

QMap<QString, PackTrouble> BusDesk::troubles() const
{
    QMap<QString, PackTrouble> all;
    for (const PackBus *bus : m_open) {
        const QString name = nameOf(bus->device());
        const QMap<QString, PackTrouble> &some = bus->rounds().troubles();
        for (auto it = some.begin(); it != some.end(); ++it) {
            if (busOf(it.key()) == name)
                all.insert(it.key(), *it);
        }
    }
    return all;
}

void BusDesk::setDocuments(const QByteArray &digest)
{
    m_documents = digest;
    for (const Slot &slot : m_slots)
        slot.bus->rounds().setDocuments(digest);
}

void BusDesk::bringNow()
{
    for (PackBus *bus : m_open)
        bus->rounds().bringNow();
}

void BusDesk::findInterfaces()
{
    QMetaObject::invokeMethod(m_slots.front().link.link, &PackLink::findInterfaces, Qt::QueuedConnection);
}

void BusDesk::hear(const PackBus &bus, const QList<PackTelemetry> &packs)
{
    const QString name = nameOf(bus.device());
    const qint64 now = m_workspace.clock().monotonicMilliseconds();
    QList<PackTelemetry> here;
    for (const PackTelemetry &pack : packs) {
        if (pack.serial.isEmpty()) {
            here.append(pack);
            continue;
        }
        const PackPlace place{name, pack.node};
        const PackPlaces::Heard heard = m_places.hear(pack.serial, place, pack.heardAt, now);
        if (heard == PackPlaces::Heard::Here || heard == PackPlaces::Heard::Moved)
            here.append(pack);
        if (heard != PackPlaces::Heard::Twin)
            continue;
        const auto serial = PackSerial::parse(pack.serial);
        if (!serial.ok())
            continue;
        const auto noted = m_workspace.trust().heardTwice(*serial, m_places.placeOf(pack.serial).text(), place.text());
        if (!noted.ok())
            Q_EMIT warned(noted.error());
    }
    Q_EMIT heard(name, here);
}

} // namespace packwarden
