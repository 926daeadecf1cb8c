// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/pack/packverbs.h"
#include "models/core/base/whendone.h"

#include <QTimer>

#include <algorithm>

namespace packwarden::ctl {

namespace {

/// A fault that lasts is broadcast once a second, with what was measured.
constexpr int hearMs = 1500;

/// `pack faults SERIAL`: asks for the list, and adds what is broadcast of those that last.
class PackFaults final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        m_hear.setSingleShot(true);
        connect(&m_hear, &QTimer::timeout, this, &PackFaults::show);
        withPacks(options().arguments, [this] {
            whenDone(this, bus()->requests().ask(options().arguments.constFirst(), PackQuestion::Faults),
                [this](const PackAnswer &answer) { take(answer); });
        });
    }

private:
    void take(const PackAnswer &answer)
    {
        const auto *faults = answer.as<QList<PackFault>>();
        if (!faults) {
            fail(answer.error);
            return;
        }
        m_faults = *faults;
        const bool allHeard = std::all_of(m_faults.begin(), m_faults.end(),
            [this](const PackFault &fault) { return !fault.isActive() || heard(fault); });
        m_hear.start(allHeard ? 0 : hearMs);
    }

    const FaultReading *heard(const PackFault &fault) const
    {
        for (const PackTelemetry &pack : bus()->packs()) {
            if (pack.serial != options().arguments.constFirst())
                continue;
            const auto found = std::find_if(pack.faults.begin(), pack.faults.end(),
                [&](const FaultReading &reading) { return reading.id.dtc() == fault.code; });
            return found == pack.faults.end() ? nullptr : &*found;
        }
        return nullptr;
    }

    void show()
    {
        QJsonArray list;
        for (const PackFault &fault : std::as_const(m_faults)) {
            const FaultReading *reading = fault.isActive() ? heard(fault) : nullptr;
            out().text(describe::faultLine(fault, reading));
            list.append(describe::fault(fault, reading));
        }
        if (m_faults.isEmpty())
            out().text(QStringLiteral("no faults"));
        done({{QStringLiteral("faults"), list}});
    }

    QList<PackFault> m_faults;
    QTimer m_hear;
};

} // namespace

std::unique_ptr<Command> makePackFaults(const Options &options, const Clock &clock)
{
    return std::make_unique<PackFaults>(options, clock);
}

} // namespace packwarden::ctl
