// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/pack/packverbs.h"
#include "models/core/base/clock.h"

#include <QTimer>

#include <algorithm>

namespace packwarden::ctl {

namespace {

constexpr int lookMs = 100;
/// A sweep of all cells takes a second at most.
constexpr qint64 sweepMs = 8000;
/// Resistances come every ten seconds or so: who asks once waits a little for them, and goes without.
constexpr qint64 resistancesMs = 3000;

/// `pack cells SERIAL`: voltage, resistance and balancing of every cell, once or again and again.
class PackCells final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (options().csv && options().json) {
            usage(QStringLiteral("--csv or --json, not both"));
            return;
        }
        connect(&m_look, &QTimer::timeout, this, &PackCells::look);
        withPacks(options().arguments, [this] {
            m_began = clock().monotonicMilliseconds();
            m_look.start(lookMs);
        });
    }

private:
    void look()
    {
        const PackTelemetry pack = telemetry();
        const qint64 now = clock().monotonicMilliseconds();
        if (pack.cells.isEmpty()) {
            if (now - m_began > sweepMs)
                end(Error{Code::PackUnreachable,
                    QStringLiteral("%1 (no cell voltages are heard)").arg(options().arguments.constFirst())});
            return;
        }
        const bool whole = std::all_of(pack.cells.begin(), pack.cells.end(),
            [](const CellReading &cell) { return !cell.valid || cell.microohms != 0; });
        if (m_samples == 0 && !whole && now - m_began < resistancesMs)
            return;
        const qint64 interval = options().interval * 1000LL;
        if (m_samples > 0 && now - m_shown < interval)
            return;
        m_shown = m_samples == 0 ? now : m_shown + interval;
        ++m_samples;
        show(pack);
        const bool over = options().seconds > 0 && now - m_began >= options().seconds * 1000LL;
        if (options().interval == 0 || over || out().isBroken())
            end({});
    }

    void end(const std::optional<Error> &problem)
    {
        m_look.stop();
        if (problem)
            fail(*problem);
        else
            done({{QStringLiteral("samples"), m_samples}});
    }

    PackTelemetry telemetry() const
    {
        const QList<PackTelemetry> &packs = bus()->packs();
        const auto found = std::find_if(packs.begin(), packs.end(),
            [this](const PackTelemetry &pack) { return pack.serial == options().arguments.constFirst(); });
        return found == packs.end() ? PackTelemetry() : *found;
    }

    void show(const PackTelemetry &pack)
    {
        const qint64 now = clock().nowMicroseconds();
        if (options().csv)
            out().raw((m_samples == 1 ? describe::cellsCsvHead() : QByteArray()) + describe::cellsCsv(pack, now));
        else
            out().raw(describe::cellsText(pack, now));
        out().line(describe::cells(pack, now));
    }

    QTimer m_look;
    qint64 m_began = 0;
    qint64 m_shown = 0;
    int m_samples = 0;
};

} // namespace

std::unique_ptr<Command> makePackCells(const Options &options, const Clock &clock)
{
    return std::make_unique<PackCells>(options, clock);
}

} // namespace packwarden::ctl
