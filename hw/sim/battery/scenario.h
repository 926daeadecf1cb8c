// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QList>
#include <QStringList>

namespace packwarden::sim {

/// Something that happens to a pack or to its place on the bus, from one time to another.
struct Happening
{
    enum class Kind {
        WeakCell, ///< place: cell; amount: share of its capacity that is left
        OpenSenseWire, ///< place: cell
        HotModule, ///< place: module; amount: kelvin above its surroundings
        Cold, ///< amount: °C of the surroundings
        DriftingSensor, ///< place: module; amount: kelvin in a minute
        Insulation, ///< amount: kOhm
        WeldedContactor,
        MissingComponent, ///< what: its slot
        Aged, ///< amount: share of the capacity that is left
        Stolen, ///< nobody sees it on the bus any more
        Silent, ///< the node neither sends nor answers
        LostFrames, ///< amount: share of the broadcasts
        BusyBus, ///< amount: share of a 500 kbit/s bus that others use; of no pack
    };
    Kind kind = Kind::WeakCell;
    QString serial; ///< empty: every pack of the process
    int place = 0; ///< from 1
    QString what;
    double amount = 0;
    double from = 0; ///< s after the start
    double until = -1; ///< s; negative: for good
    bool operator==(const Happening &) const = default;

    bool isOn(double seconds) const { return seconds >= from && (until < 0 || seconds < until); }
    bool concerns(const QString &pack) const { return serial.isEmpty() || serial == pack; }
};

/// What --scenario FILE (JSON) and --fault SPEC say. Unknown words, missing places and amounts out of range are
/// refused, with the offending part in the detail (Malformed).
namespace scenario {

/// {"happenings": [{"kind": "weak-cell", "pack": SERIAL, "place": 37, "amount": 0.7, "from": 10, "until": 60}]}
Result<QList<Happening>> parse(const QByteArray &json);
/// KIND[:SERIAL[:PLACE[:AMOUNT]]], e.g. "open-sense-wire:SDB-DEMO-0001:12"; SERIAL may be empty: every pack.
Result<Happening> fromSpec(const QString &spec);
/// All kinds, for help and errors.
QStringList kinds();

/// A pack, as far as a happening needs to fit it.
struct Place
{
    QString serial;
    int cells = 0;
    int modules = 0;
    QStringList components; ///< slots
};
/// Does each happening find a pack that has its place? Malformed, with what there is: a happening that fits nothing
/// would be passed over in silence.
Result<> checkPlaces(const QList<Happening> &happenings, const QList<Place> &packs);

} // namespace scenario

} // namespace packwarden::sim
