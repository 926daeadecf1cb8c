// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/busstatus.h"

#include "models/core/base/clock.h"
#include "models/core/pack/busaddress.h"
#include "models/packs/packsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "widgets/kit/parts.h"
#include "widgets/window/shell.h"
#include "widgets/window/titlebar.h"
#include "widgets/words/bushealthwords.h"

#include <algorithm>
#include <utility>

namespace packwarden {

BusStatus::BusStatus(MessageBar &listening, TitleBar &title, Shell &shell, const WindowPages &pages,
    const PacksModel &packs, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_listening(listening)
    , m_title(title)
    , m_shell(shell)
    , m_pages(pages)
    , m_packs(packs)
    , m_workspace(workspace)
{
    connect(&m_listening, &MessageBar::actionClicked, &m_shell, &Shell::openBus);
}

void BusStatus::setCount(int count)
{
    m_buses.resize(std::max(1, count));
    m_shell.setBuses(m_buses);
    Q_EMIT countChanged(this->count());
    refresh();
    tellListening();
}

void BusStatus::set(const BusState &state, int bus)
{
    if (bus >= m_buses.size())
        return;
    const bool news = state.interfaceName != m_buses.at(bus).state.interfaceName;
    m_buses[bus].state = state;
    refresh();
    if (news)
        tellListening();
}

void BusStatus::setFigures(const BusFigures &figures, int bus)
{
    if (bus >= m_buses.size())
        return;
    m_buses[bus].figures = BusHealthWords::told(figures, m_buses.at(bus).state);
    m_shell.setBuses(m_buses);
    refresh();
    if (BusHealthWords::foremost(m_buses) == bus)
        m_title.setBusFigures(m_buses.at(bus).figures);
}

void BusStatus::refresh()
{
    qint64 newest = 0;
    for (int row = 0; row < m_packs.rowCount(); ++row)
        newest = std::max(newest, m_packs.telemetry(row).heardAt);
    const qint64 age = newest > 0 ? m_workspace.clock().monotonicMilliseconds() - newest : -1;
    int unproved = 0;
    // Ten times a second: what is in memory says enough, since what contradicts itself is not proved there either.
    const TrustBook &trust = m_workspace.trust();
    for (int row = 0; row < m_packs.rowCount(); ++row) {
        const auto serial = PackSerial::parse(m_packs.telemetry(row).serial);
        const bool proved = serial.ok() && trust.snapshot().proved.contains(*serial) && !trust.doubt(*serial);
        unproved += proved ? 0 : 1;
    }
    const int told = BusHealthWords::foremost(m_buses);
    QList<BusNow> others = m_buses;
    const BusNow bus = others.takeAt(told);
    if (std::exchange(m_told, told) != told)
        m_title.setBusFigures(bus.figures);
    m_title.setOtherBuses(others);
    m_title.setBus(bus.state, age, unproved);
    m_shell.setBus(m_buses, age);
}

QString BusStatus::lacks() const
{
    switch (m_pages.openedPage()) {
    case WindowPages::Today:
        return tr("What packs hold, lack or have signed is not read, and new lists are not brought to them.");
    case WindowPages::Fleet:
        return tr("Owner, rules and lists are those of the last reading, and nothing can be rolled out.");
    case WindowPages::Inspector:
        return tr("Packs are shown as they tell of themselves, without proof and without their serial numbers. "
                  "Fault memory, parameters and security cannot be read, and nothing can be changed.");
    case WindowPages::Permissions:
        return tr("The rules are those known here. Whether packs hold others is not read.");
    case WindowPages::Signoffs:
        return tr("Documents can be drafted and signed. None can be delivered, and no receipt is read.");
    case WindowPages::Keys:
        return tr("Certificates and lists can be made. They are not brought to packs.");
    case WindowPages::Audit:
        return tr("No pack is asked which audits it witnesses.");
    }
    return {};
}

/// Why this page does less than elsewhere, and the way to change that.
void BusStatus::tellListening()
{
    const auto listening = std::find_if(m_buses.begin(), m_buses.end(),
        [](const BusNow &bus) { return BusAddress::parse(bus.state.interfaceName).listen; });
    if (listening == m_buses.end())
        return m_listening.hide();
    const QString which = m_buses.size() == 1
        ? tr("This bus is only listened to.")
        : tr("%1 is only listened to.", "bus").arg(BusAddress::parse(listening->state.interfaceName).bus());
    m_listening.say(Status::Information, which + u' ' + lacks(), tr("Bus\u2026"));
}

} // namespace packwarden
