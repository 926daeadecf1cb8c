// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/factory/datasheet.h"

#include "hw/sim/factory/demoresource.h"

#include <QJsonArray>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

QString text(const QJsonValue &object, const char *key)
{
    return object.toObject().value(L1(key)).toString();
}

Milli milli(const QJsonValue &value)
{
    return Milli{value.toInteger()};
}

} // namespace

QStringList DataSheet::kinds()
{
    QStringList names = demoResources();
    names.removeIf([](const QString &name) {
        const auto json = demoResource(name);
        return !json.ok() || json->value(L1("hardware")).toString() != name;
    });
    return names;
}

Result<DataSheet> DataSheet::load(const QString &hardware)
{
    if (!kinds().contains(hardware))
        return {Code::Malformed,
            QStringLiteral("there is no kind %1; there are %2").arg(hardware, kinds().join(QStringLiteral(", ")))};
    const auto json = demoResource(hardware);
    const auto common = demoResource(QStringLiteral("parameters"));
    const auto capabilities = demoResource(QStringLiteral("capabilities"));
    for (const auto *part : {&json, &common, &capabilities}) {
        if (!part->ok())
            return part->error();
    }
    DataSheet sheet;
    sheet.configuration.chemistry = json->value(L1("chemistry")).toString();
    sheet.configuration.cells = json->value(L1("cells")).toInt();
    sheet.configuration.parallel = json->value(L1("parallel")).toInt();
    sheet.configuration.modules = json->value(L1("modules")).toInt();
    sheet.configuration.capacity = json->value(L1("capacityMilliampHours")).toInteger();
    sheet.partNumber = json->value(L1("partNumber")).toString();
    sheet.silicon.hardware = hardware;
    const QJsonObject silicon = json->value(L1("silicon")).toObject();
    for (const QJsonValue &v : common->value(L1("parameters")).toArray()) {
        const QJsonObject limits = silicon.value(text(v, "id")).toObject();
        ParameterDefinition p;
        p.id = ParameterId::fromTrusted(text(v, "id"));
        p.number = v.toObject().value(L1("number")).toInt();
        p.unit = text(v, "unit");
        p.layer = v.toObject().value(L1("layer")).toInt();
        p.capability = CapabilityId::fromTrusted(text(v, "capability"));
        p.silicon = {milli(limits.value(L1("min"))), milli(limits.value(L1("max")))};
        p.defaultValue = milli(limits.value(L1("default")));
        p.stricter = text(v, "stricter") == L1("higher") ? Stricter::Higher : Stricter::Lower;
        if (limits.isEmpty() || !p.silicon.contains(p.defaultValue))
            return {Code::Malformed, QStringLiteral("%1.json: %2").arg(hardware, p.id.text())};
        sheet.silicon.parameters.append(p);
    }
    for (const QJsonValue &v : capabilities->value(L1("capabilities")).toArray()) {
        sheet.silicon.layers.insert(CapabilityId::fromTrusted(text(v, "id")), v.toObject().value(L1("layer")).toInt());
    }
    for (const QJsonValue &v : capabilities->value(L1("prohibited")).toArray()) {
        sheet.silicon.prohibited.insert(CapabilityId::fromTrusted(v.toString()));
        sheet.silicon.layers.insert(CapabilityId::fromTrusted(v.toString()), 4);
    }
    return sheet;
}

CellDataSheet DataSheet::cellData() const
{
    CellDataSheet cells{configuration.chemistry, QStringLiteral("Demo Cells"), QStringLiteral("2026-01"), {}};
    const QMap<ParameterId, Range> chemistry = chemistryBounds(configuration.chemistry);
    for (const ParameterDefinition &parameter : silicon.parameters) {
        if (chemistry.contains(parameter.id))
            cells.bounds.insert(parameter.id, parameter.silicon);
    }
    return cells;
}

} // namespace packwarden::sim
