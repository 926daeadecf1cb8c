// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/demo/demoworld.h"

#include "hw/sim/factory/demoresource.h"

#include <QJsonArray>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

QString text(const QJsonValue &object, const char *key)
{
    return object.toObject().value(L1(key)).toString();
}

} // namespace

Result<DemoWorld> DemoWorld::load()
{
    const auto json = demoResource(QStringLiteral("world"));
    if (!json.ok())
        return json.error();
    DemoWorld world;
    world.rules = *json;
    const QJsonArray authorities = json->value(L1("authorities")).toArray();
    for (const QJsonValue &v : json->value(L1("parties")).toArray())
        world.parties.append({text(v, "id"), text(v, "name"), authorities.contains(text(v, "id"))});
    for (const QJsonValue &v : json->value(L1("people")).toArray())
        world.people.append({text(v, "key"), text(v, "party"), text(v, "person"), text(v, "role"), text(v, "name")});
    for (const QJsonValue &v : json->value(L1("positions")).toArray())
        world.places.append({text(v, "position"), text(v, "party"), text(v, "signatory"), text(v, "signedBy")});
    world.author = json->value(L1("author")).toString();
    for (const QJsonValue &v : json->value(L1("packs")).toArray()) {
        const auto serial = PackSerial::parse(text(v, "serial"));
        if (!serial.ok())
            return serial.error();
        world.packs.append({*serial, text(v, "hardware"), v.toObject().value(L1("node")).toInt()});
    }
    if (world.parties.isEmpty() || world.people.isEmpty() || world.places.isEmpty() || world.packs.isEmpty())
        return {Code::Malformed, QStringLiteral("world.json")};
    return world;
}

void DemoWorld::setPacks(int count, const QString &hardware)
{
    packs = packs.mid(0, count);
    while (packs.size() < count) {
        const QString serial = serialPrefix + QStringLiteral("%1").arg(packs.size() + 1, 4, 10, QLatin1Char('0'));
        packs.append({PackSerial::fromTrusted(serial), hardware, packs.constLast().node + 1});
    }
}

} // namespace packwarden::sim
