// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/packbus.h"
#include "hw/recording/linkrecorder.h"
#include "models/core/pack/businterface.h"
#include "models/core/pack/busnow.h"
#include "models/packs/packplaces.h"

#include <functional>
#include <vector>

namespace packwarden {

/// All buses of one desk. A pack is known by its serial: it is shown and asked where it is heard, is the same one after
/// it moved to another bus, and a serial that is heard at two places makes a doubt. One bus that is lost leaves the
/// others. Lives on the thread of its owner; the workspace must outlive it.
class BusDesk final : public QObject
{
    Q_OBJECT
public:
    struct Link
    {
        PackLink *link = nullptr;
        LinkRecorder *recorder = nullptr; ///< of what passes there; may be null
        std::shared_ptr<void> home; ///< owns both
    };
    using MakeLink = std::function<Link()>;

    /// makeLink: a link for one bus more; links that are not used any more serve the next bus.
    BusDesk(Workspace &workspace, MakeLink makeLink, const PackRounds::Timings &timings, QObject *parent = nullptr);
    ~BusDesk() override;

    /// Each a BusAddress; what is open already stays open, but for again, which is closed and opened. One interface
    /// that is named twice is opened once.
    void use(const QStringList &buses, const QString &again = {});
    QStringList buses() const;
    int count() const { return int(m_open.size()); }
    BusNow bus(int index) const { return {m_open.at(size_t(index))->state(), m_open.at(size_t(index))->figures()}; }
    /// "plugin:device" of the bus on which this pack is; empty: on none.
    QString busOf(const QString &serial) const { return m_places.placeOf(serial).bus; }
    bool isPresent(const QString &serial) const;

    /// Asks each pack on its bus.
    PackRequests &requests() { return m_requests; }
    StatementDesk &statements() { return m_statements; }
    TrustDesk &trust() { return m_trust; }
    /// Records the bus on which this pack is, or the first one: one at a time. Answered by recordingChanged or
    /// recordingFailed.
    void record(const QString &serial, const QString &path);
    void stopRecording();

    QMap<QString, PackTrouble> troubles() const;
    void setDocuments(const QByteArray &digest);
    void bringNow();
    void findInterfaces();

Q_SIGNALS:
    /// Other buses than before: their number and order.
    void busesChanged();
    void stateChanged(int bus);
    void figuresChanged(int bus);
    /// bus: "plugin:device". The packs that are heard there and are not known to be elsewhere.
    void heard(const QString &bus, const QList<packwarden::PackTelemetry> &packs);
    void factsRead(const QString &bus, const packwarden::PackFacts &facts);
    void interfacesFound(const QList<packwarden::BusInterface> &interfaces);
    void deliveryProgress(const QString &serial, qint64 done, qint64 total);
    void recordingChanged(const packwarden::RecordingState &state);
    void recordingFailed(const packwarden::Error &error);
    void troublesChanged();
    /// See PackRounds.
    void failed(const QString &serial, const packwarden::Error &error);
    /// What a person should know of.
    void warned(const packwarden::Error &error);

private:
    struct Slot
    {
        Link link;
        std::unique_ptr<PackBus> bus;
    };
    Slot &makeSlot();
    PackBus *freeBus();
    PackBus *openBus(const QString &device) const;
    void hear(const PackBus &bus, const QList<PackTelemetry> &packs);
    const Slot &slotOf(const QString &serial) const;
    PackLink &linkOf(const QString &serial) const { return *slotOf(serial).link.link; }

    Workspace &m_workspace;
    const MakeLink m_makeLink;
    const PackRounds::Timings m_timings;
    PackRequests m_requests;
    StatementDesk m_statements;
    TrustDesk m_trust;
    std::vector<Slot> m_slots; ///< at least one
    std::vector<PackBus *> m_open; ///< of these, in order
    PackPlaces m_places;
    QByteArray m_documents;
    LinkRecorder *m_recorder = nullptr; ///< the last one that was started
};

} // namespace packwarden
