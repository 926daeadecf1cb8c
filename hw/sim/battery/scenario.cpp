// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/battery/scenario.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace packwarden::sim::scenario {

namespace {

using Kind = Happening::Kind;
using L1 = QLatin1String;

/// What a kind needs besides its name.
struct Rule
{
    Kind kind;
    const char *name;
    int places; ///< the highest place; 0: it has none
    double least;
    double most;
    double usual; ///< where no amount is given
};

constexpr Rule rules[] = {
    {Kind::WeakCell, "weak-cell", 255, 0.1, 1, 0.7},
    {Kind::OpenSenseWire, "open-sense-wire", 255, 0, 0, 0},
    {Kind::HotModule, "hot-module", 64, 0, 100, 40},
    {Kind::Cold, "cold", 0, -40, 20, -15},
    {Kind::DriftingSensor, "drifting-sensor", 64, -600, 600, 60},
    {Kind::Insulation, "insulation", 0, 0, 2500, 300},
    {Kind::WeldedContactor, "welded-contactor", 0, 0, 0, 0},
    {Kind::MissingComponent, "missing-component", 0, 0, 0, 0},
    {Kind::Aged, "aged", 0, 0.3, 1, 0.75},
    {Kind::Stolen, "stolen", 0, 0, 0, 0},
    {Kind::Silent, "silent", 0, 0, 0, 0},
    {Kind::LostFrames, "lost-frames", 0, 0, 1, 0.1},
    {Kind::BusyBus, "busy-bus", 0, 0, 1, 0.6},
};

Error wrong(const QString &what)
{
    return {Code::Malformed, what};
}

const Rule *ruleOf(const QString &name)
{
    const auto it = std::find_if(std::begin(rules), std::end(rules), [&](const Rule &r) { return name == L1(r.name); });
    return it == std::end(rules) ? nullptr : it;
}

Result<Happening> checked(const Rule &rule, Happening happening)
{
    if (rule.places > 0 && (happening.place < 1 || happening.place > rule.places))
        return wrong(QStringLiteral("%1: place 1 to %2 at most, not %3")
                         .arg(L1(rule.name))
                         .arg(rule.places)
                         .arg(happening.place));
    if (rule.places == 0 && happening.place != 0)
        return wrong(QStringLiteral("%1: has no place").arg(L1(rule.name)));
    if (rule.least != rule.most && (happening.amount < rule.least || happening.amount > rule.most))
        return wrong(QStringLiteral("%1: amount %2 to %3").arg(L1(rule.name)).arg(rule.least).arg(rule.most));
    if (rule.kind == Kind::MissingComponent && happening.what.isEmpty())
        return wrong(QStringLiteral("missing-component: which one, such as missing-component:SDB-DEMO-0001:cpu"));
    if (happening.from < 0 || (happening.until >= 0 && happening.until <= happening.from))
        return wrong(QStringLiteral("%1: from and until").arg(L1(rule.name)));
    return happening;
}

Result<Happening> fromObject(const QJsonObject &object)
{
    static const QStringList known{QStringLiteral("kind"), QStringLiteral("pack"), QStringLiteral("place"),
        QStringLiteral("component"), QStringLiteral("amount"), QStringLiteral("from"), QStringLiteral("until")};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return wrong(key);
    }
    const QString name = object.value(L1("kind")).toString();
    const Rule *rule = ruleOf(name);
    if (!rule)
        return wrong(QStringLiteral("kind: %1").arg(name));
    for (const char *number : {"place", "amount", "from", "until"}) {
        if (object.contains(L1(number)) && !object.value(L1(number)).isDouble())
            return wrong(QString::fromLatin1(number));
    }
    Happening happening{rule->kind, object.value(L1("pack")).toString(), object.value(L1("place")).toInt(0),
        object.value(L1("component")).toString(), object.value(L1("amount")).toDouble(rule->usual),
        object.value(L1("from")).toDouble(0), object.value(L1("until")).toDouble(-1)};
    return checked(*rule, happening);
}

} // namespace

Result<QList<Happening>> parse(const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return wrong(QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    const QJsonObject top = document.object();
    if (top.size() != 1 || !top.value(L1("happenings")).isArray())
        return wrong(QStringLiteral("happenings"));
    QList<Happening> all;
    for (const QJsonValue &value : top.value(L1("happenings")).toArray()) {
        const auto one = fromObject(value.toObject());
        if (!one.ok())
            return wrong(QStringLiteral("happening %1: %2").arg(all.size() + 1).arg(one.error().detail));
        all.append(*one);
    }
    return all;
}

Result<Happening> fromSpec(const QString &spec)
{
    const QStringList parts = spec.split(u':');
    const Rule *rule = ruleOf(parts.constFirst());
    if (!rule || parts.size() > 4)
        return wrong(QStringLiteral("%1; known: %2").arg(spec, kinds().join(QStringLiteral(", "))));
    Happening happening;
    happening.kind = rule->kind;
    happening.serial = parts.value(1);
    happening.amount = rule->usual;
    bool good = true;
    if (rule->kind == Kind::MissingComponent)
        happening.what = parts.value(2);
    else if (!parts.value(2).isEmpty())
        happening.place = parts.value(2).toInt(&good);
    if (good && parts.size() == 4)
        happening.amount = parts.at(3).toDouble(&good);
    if (!good)
        return wrong(spec);
    return checked(*rule, happening);
}

Result<> checkPlaces(const QList<Happening> &happenings, const QList<Place> &packs)
{
    QStringList serials;
    for (const Place &pack : packs)
        serials.append(pack.serial);
    for (const Happening &happening : happenings) {
        const auto rule = std::find_if(
            std::begin(rules), std::end(rules), [&](const Rule &each) { return each.kind == happening.kind; });
        const QString name = L1(rule->name);
        if (!happening.serial.isEmpty() && !serials.contains(happening.serial))
            return wrong(QStringLiteral("%1: there is no pack %2; there are %3")
                             .arg(name, happening.serial, serials.join(QStringLiteral(", "))));
        int most = 0;
        QStringList components;
        for (const Place &pack : packs) {
            if (!happening.concerns(pack.serial))
                continue;
            const bool isOfCell = happening.kind == Kind::WeakCell || happening.kind == Kind::OpenSenseWire;
            most = std::max(most, isOfCell ? pack.cells : pack.modules);
            components += pack.components;
        }
        if (rule->places > 0 && happening.place > most)
            return wrong(
                QStringLiteral("%1: place %2, but the pack has 1 to %3").arg(name).arg(happening.place).arg(most));
        if (!happening.what.isEmpty() && !components.contains(happening.what)) {
            components.removeDuplicates();
            return wrong(QStringLiteral("%1: there is no component %2; there are %3")
                             .arg(name, happening.what, components.join(QStringLiteral(", "))));
        }
    }
    return Result<>::success();
}

QStringList kinds()
{
    QStringList names;
    for (const Rule &rule : rules)
        names.append(QString::fromLatin1(rule.name));
    return names;
}

} // namespace packwarden::sim::scenario
