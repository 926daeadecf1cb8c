// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/rule.h"
#include "hw/dbc/dbc.h"
#include "hw/dbc/rollingcounter.h"
#include "models/core/pack/packstate.h"

#include <QMap>

/// What a pack broadcasts, by the DBC (PROTOCOL.md, Telemetry).
namespace packwarden::conform {

namespace {

using L1 = QLatin1String;
constexpr int milli = 1000;
constexpr int window = 5000; ///< milliseconds that are listened for

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

struct Broadcast
{
    const DbcMessage *message = nullptr; ///< null: of none
    int group = -1; ///< of a multiplexed message
    QCanBusFrame frame;
    QMap<QString, qint64> raw;
    qint64 at = 0;
};

const Dbc &dbc()
{
    static const Dbc own = Dbc::packwarden();
    return own;
}

/// Everything from this node for a while. Heard once for all rules.
const QList<BusTap::Heard> &heard(Site &site)
{
    if (!site.broadcasts.isEmpty())
        return site.broadcasts;
    BusTap &tap = site.bsp.tap();
    tap.forget();
    const qint64 until = tap.now() + qint64(window) * milli;
    while (const auto one = tap.next(until)) {
        const quint32 id = one->frame.frameId();
        if ((id & 0xFF) == quint32(site.bsp.node()) && (id & 0x1FFF0000) == 0x18FF0000)
            site.broadcasts.append(*one);
    }
    return site.broadcasts;
}

QList<Broadcast> broadcasts(Site &site)
{
    QList<Broadcast> list;
    for (const BusTap::Heard &one : heard(site)) {
        Broadcast next;
        next.message = dbc().messageFor(one.frame.frameId());
        next.frame = one.frame;
        next.at = one.at;
        if (next.message && one.frame.payload().size() >= next.message->size) {
            next.raw = next.message->decode(one.frame.payload());
            if (const DbcSignal *multiplexor = next.message->multiplexor())
                next.group = int(next.raw.value(multiplexor->name));
        }
        list.append(next);
    }
    return list;
}

QString nameOf(const Broadcast &broadcast)
{
    return broadcast.group < 0 ? broadcast.message->name
                               : s("%1, group %2").arg(broadcast.message->name).arg(broadcast.group);
}

void frames(Site &site, Finding &finding)
{
    const QList<Broadcast> list = broadcasts(site);
    finding.holds(!list.isEmpty(), s("nothing is broadcast"));
    for (const Broadcast &one : list) {
        const QString id = s("%1").arg(one.frame.frameId(), 8, 16, QLatin1Char('0')).toUpper();
        if (!finding.holds(one.message, s("%1 is in no DBC").arg(id)))
            continue;
        finding.holds(one.frame.hasExtendedFrameFormat() && !one.frame.hasFlexibleDataRateFormat(),
            s("%1 is no classic frame with a 29-bit identifier").arg(id));
        finding.holds(one.frame.payload().size() == one.message->size,
            s("%1 has %2 bytes").arg(nameOf(one)).arg(one.frame.payload().size()));
    }
}

int cellsOf(const QList<Broadcast> &list)
{
    for (const Broadcast &one : list) {
        if (one.message && one.message->name == L1("PackLayout"))
            return int(one.raw.value(s("CellCount")));
    }
    return 0;
}

void everyMessage(Site &site, Finding &finding)
{
    QSet<QString> came;
    const QList<Broadcast> list = broadcasts(site);
    for (const Broadcast &one : list) {
        if (one.message)
            came.insert(nameOf(one));
    }
    const int cells = cellsOf(list);
    for (const DbcMessage &message : dbc().messages()) {
        // FaultEvent has something to say only while there is a fault, and some go the other way.
        if (message.cycleMilliseconds <= 0 || message.cycleMilliseconds > window || message.name == L1("FaultEvent"))
            continue;
        if (!message.multiplexor()) {
            finding.holds(came.contains(message.name), s("%1 does not come").arg(message.name));
        } else if (message.name == L1("CellVoltages")) {
            constexpr int perGroup = 3;
            for (int group = 0; group < (cells + perGroup - 1) / perGroup; ++group) {
                const QString name = s("%1, group %2").arg(message.name).arg(group);
                finding.holds(came.contains(name), s("%1 does not come").arg(name));
            }
        }
    }
}

void cycles(Site &site, Finding &finding)
{
    struct Times
    {
        int count = 0;
        qint64 first = 0;
        qint64 last = 0;
        int cycle = 0;
    };
    QMap<QString, Times> seen;
    for (const Broadcast &one : broadcasts(site)) {
        if (!one.message || one.message->cycleMilliseconds <= 0 || one.message->name == L1("FaultEvent"))
            continue;
        Times &times = seen[nameOf(one)];
        if (times.count++ == 0)
            times.first = one.at;
        times.last = one.at;
        times.cycle = one.message->cycleMilliseconds;
    }
    for (auto it = seen.begin(); it != seen.end(); ++it) {
        if (it->count < 3)
            continue;
        const double average = double(it->last - it->first) / (it->count - 1) / milli;
        finding.holds(average > 0.8 * it->cycle && average < 1.2 * it->cycle + 5,
            s("%1 comes every %2 ms instead of %3").arg(it.key()).arg(average, 0, 'f', 1).arg(it->cycle));
    }
}

void counters(Site &site, Finding &finding)
{
    QMap<quint32, qint64> last;
    for (const Broadcast &one : broadcasts(site)) {
        if (!one.message || one.raw.isEmpty())
            continue;
        const DbcSignal *counter = one.message->signal(s("RollingCounter"));
        if (!counter)
            continue;
        const qint64 now = one.raw.value(counter->name);
        const auto before = last.constFind(one.frame.frameId());
        if (before != last.cend()) {
            finding.holds(now == (*before + 1) % (qint64(1) << counter->size),
                s("RollingCounter of %1: %2 after %3").arg(one.message->name).arg(now).arg(*before));
        }
        last.insert(one.frame.frameId(), now);
    }
}

void ranges(Site &site, Finding &finding)
{
    for (const Broadcast &one : broadcasts(site)) {
        if (!one.message)
            continue;
        for (auto it = one.raw.begin(); it != one.raw.end(); ++it) {
            const DbcSignal *signal = one.message->signal(it.key());
            finding.holds(signal->inRange(*it) || signal->word(*it) == L1("invalid"),
                s("%1 of %2 is %3, outside of its range").arg(it.key(), nameOf(one)).arg(*it));
        }
    }
}

/// One cycle of CellVoltages: the voltages by cell, from 1.
struct Sweep
{
    qint64 counter = -1;
    QMap<int, qint64> cells;
    QSet<int> groups;
};

void sweeps(Site &site, Finding &finding)
{
    const QList<Broadcast> list = broadcasts(site);
    const int cells = cellsOf(list);
    QList<Sweep> found;
    QList<Broadcast> extremes;
    for (const Broadcast &one : list) {
        if (!one.message)
            continue;
        if (one.message->name == L1("CellExtremes"))
            extremes.append(one);
        if (one.message->name != L1("CellVoltages"))
            continue;
        const qint64 counter = one.raw.value(s("SweepCounter"));
        if (found.isEmpty() || found.constLast().counter != counter) {
            if (!found.isEmpty()) {
                finding.holds(counter == (found.constLast().counter + 1) % 16,
                    s("SweepCounter goes from %1 to %2").arg(found.constLast().counter).arg(counter));
            }
            found.append({counter, {}, {}});
        }
        finding.holds(
            !found.constLast().groups.contains(one.group), s("group %1 comes twice in one sweep").arg(one.group));
        found.last().groups.insert(one.group);
        constexpr int digits = 3;
        for (auto it = one.raw.begin(); it != one.raw.end(); ++it) {
            if (it.key().startsWith(L1("CellVoltage")) && one.message->signal(it.key())->word(*it) != L1("invalid"))
                found.last().cells.insert(it.key().right(digits).toInt(), *it);
        }
    }
    // The first and the last were not heard whole.
    const QList<Sweep> whole = found.mid(1, std::max<qsizetype>(0, found.size() - 2));
    finding.holds(!whole.isEmpty(), s("no whole sweep of the cells in five seconds"));
    for (const Sweep &sweep : whole) {
        finding.holds(sweep.groups.size() == (cells + 2) / 3,
            s("a sweep has %1 groups for %2 cells").arg(sweep.groups.size()).arg(cells));
    }
    for (const Broadcast &one : std::as_const(extremes)) {
        // The counter comes round after 16 sweeps: the one nearest in time says what was meant.
        for (const Sweep &sweep : whole) {
            if (sweep.counter != one.raw.value(s("SweepCounter")) || whole.size() > 16 || sweep.cells.isEmpty())
                continue;
            const auto [low, high] = std::minmax_element(sweep.cells.begin(), sweep.cells.end());
            finding.holds(*low == one.raw.value(s("MinCellVoltage")) && *high == one.raw.value(s("MaxCellVoltage")),
                s("CellExtremes of sweep %1 are not those of its cells").arg(sweep.counter));
        }
    }
}

/// What means nothing says nothing: bits without a signal, and places that the pack does not have.
void unused(Site &site, Finding &finding)
{
    const auto configuration = PackConfiguration::decode(site.bsp.ask(bytes("220100")).mid(3));
    if (!finding.holds(configuration.ok(), s("0100 cannot be read")))
        return;
    for (const Broadcast &one : broadcasts(site)) {
        if (!one.message || one.frame.payload().size() < one.message->size)
            continue;
        QByteArray rest = one.frame.payload();
        for (const DbcSignal &signal : one.message->signalList) {
            if (signal.multiplexValue < 0 || signal.multiplexValue == one.group)
                signal.insert(rest, 0);
        }
        finding.holds(rest.count('\0') == rest.size(),
            s("%1: bits that no signal has are set: %2").arg(nameOf(one), QString::fromLatin1(rest.toHex(' '))));
        if (one.group < 0 || one.message->name == L1("FaultEvent"))
            continue;
        const int places = one.message->name == L1("Temperatures") ? configuration->modules : configuration->cells;
        for (const DbcSignal &signal : one.message->signalList) {
            constexpr int digits = 3;
            if (signal.multiplexValue != one.group || signal.name.right(digits).toInt() <= places)
                continue;
            const qint64 raw = one.raw.value(signal.name);
            finding.holds(signal.size == 1 ? raw == 0 : signal.word(raw) == L1("invalid"),
                s("%1 of a pack with %2 is %3").arg(signal.name).arg(places).arg(raw));
        }
    }
}

void layout(Site &site, Finding &finding)
{
    const auto configuration = PackConfiguration::decode(site.bsp.ask(bytes("220100")).mid(3));
    if (!finding.holds(configuration.ok(), s("0100 cannot be read")))
        return;
    for (const Broadcast &one : broadcasts(site)) {
        if (!one.message || one.message->name != L1("PackLayout"))
            continue;
        finding.holds(one.raw.value(s("CellCount")) == configuration->cells
                && one.raw.value(s("ParallelCount")) == configuration->parallel
                && one.raw.value(s("ModuleCount")) == configuration->modules,
            s("PackLayout and 0100 differ"));
        return;
    }
    finding.holds(false, s("PackLayout does not come"));
}

} // namespace

const QList<Rule> &telemetryRules()
{
    static const QList<Rule> rules{
        {"telemetry.frames", "Broadcasts are classic frames of the DBC, from the pack's own node.",
            "PROTOCOL.md, Telemetry", false, frames},
        {"telemetry.messages", "Every message comes, and every group that the pack has.", "PROTOCOL.md, Telemetry",
            false, everyMessage},
        {"telemetry.cycles", "Each message comes in its cycle.", "packwarden.dbc (GenMsgCycleTime)", false, cycles},
        {"telemetry.counters", "RollingCounter counts up by one for each frame of an identifier.",
            "PROTOCOL.md, Telemetry", false, counters},
        {"telemetry.ranges", "Each value lies in the range of the DBC, or is invalid.", "PROTOCOL.md, Telemetry", false,
            ranges},
        {"telemetry.sweeps", "A sweep has each group once, one counter, and the extremes of its own cells.",
            "PROTOCOL.md, Telemetry", false, sweeps},
        {"telemetry.unused", "Bits without a signal are 0, and places that the pack does not have are invalid.",
            "PROTOCOL.md, Telemetry", false, unused},
        {"telemetry.layout", "PackLayout says what the configuration says.", "PROTOCOL.md, Telemetry", false, layout}};
    return rules;
}

} // namespace packwarden::conform
