// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/provisioning.h"

#include "models/core/cbor/payload.h"
#include "models/core/cose/cose.h"

#include <array>

namespace packwarden {

namespace {

using L1 = QLatin1String;

constexpr std::array names = {"pair", "limits", "foundation", "device-certificate", "protect", "seal"};

QCborMap bodyOf(const ProvisionDocument &document)
{
    QCborMap parts;
    QCborArray chain;
    switch (document.step) {
    case ProvisionStep::Pair:
        for (auto it = document.components.begin(); it != document.components.end(); ++it)
            parts.insert(it.key(), it.value());
        return {{L1("components"), parts}};
    case ProvisionStep::Limits:
        return {{L1("datasheet"), document.datasheet}, {L1("silicon"), document.silicon.toCbor()}};
    case ProvisionStep::Foundation:
        return {{L1("foundation"), document.foundation.toCbor()}};
    case ProvisionStep::DeviceCertificate:
        for (const QByteArray &der : document.deviceChain)
            chain.append(der);
        return {{L1("chain"), chain}};
    case ProvisionStep::Protect:
    case ProvisionStep::Seal:
        break;
    }
    return {};
}

Result<> readBody(const QCborMap &body, ProvisionDocument &document)
{
    cbor::MapReader reader(body);
    if (document.step == ProvisionStep::Pair) {
        document.components = payload::readNamed<QString>(reader, L1("components"), [](const QCborValue &value) {
            return payload::isName(value.toString()) ? std::optional(value.toString()) : std::nullopt;
        });
        if (document.components.isEmpty())
            reader.fail(QStringLiteral("components"));
    } else if (document.step == ProvisionStep::Limits) {
        document.datasheet = reader.bytes(L1("datasheet"));
        const auto silicon = SiliconLimits::fromCbor(reader.map(L1("silicon")));
        if (!silicon.ok())
            return silicon.error();
        document.silicon = *silicon;
    } else if (document.step == ProvisionStep::Foundation) {
        const auto foundation = Foundation::fromCbor(reader.map(L1("foundation")));
        if (!foundation.ok())
            return foundation.error();
        document.foundation = *foundation;
    } else if (document.step == ProvisionStep::DeviceCertificate) {
        for (const QCborValue &der : reader.array(L1("chain"))) {
            if (der.toByteArray().isEmpty())
                reader.fail(QStringLiteral("chain"));
            document.deviceChain.append(der.toByteArray());
        }
        if (document.deviceChain.isEmpty() || document.deviceChain.size() > CoseSign::maxChain)
            reader.fail(QStringLiteral("chain"));
    }
    return reader.finish();
}

QMap<ParameterId, Range> bounds(const QList<std::tuple<const char *, qint64, qint64>> &rows)
{
    QMap<ParameterId, Range> result;
    for (const auto &[id, min, max] : rows)
        result.insert(ParameterId::fromTrusted(L1(id)), {Milli{min}, Milli{max}});
    return result;
}

} // namespace

QLatin1String provisionStepName(ProvisionStep step)
{
    return L1(names.at(size_t(step)));
}

std::optional<ProvisionStep> provisionStepFromName(const QString &name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == L1(names.at(i)))
            return ProvisionStep(i);
    }
    return std::nullopt;
}

QByteArray ProvisionDocument::encode() const
{
    QCborMap map{{L1("serial"), serial.text()}, {L1("step"), provisionStepName(step)}, {L1("body"), bodyOf(*this)}};
    writeHead(map, QStringLiteral("provision"), head);
    return cbor::encode(map);
}

Result<ProvisionDocument> ProvisionDocument::decode(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    if (!decoded->isMap())
        return {Code::Malformed, QStringLiteral("not a map")};
    QCborMap map = decoded->toMap();
    auto head = readHead(map, QStringLiteral("provision"));
    if (!head.ok())
        return head.error();
    ProvisionDocument document;
    document.head = *head;
    cbor::MapReader reader(map);
    document.serial = reader.id<PackSerial>(L1("serial"));
    const auto step = provisionStepFromName(reader.text(L1("step"), payload::maxName));
    if (!step)
        return {Code::Malformed, QStringLiteral("step")};
    document.step = *step;
    if (auto body = readBody(reader.map(L1("body")), document); !body.ok())
        return {Code::Malformed, QStringLiteral("body: %1").arg(body.error().detail)};
    return payload::finished(reader, document);
}

int ProvisionDocument::approvalsNeeded(ProvisionStep step)
{
    return step == ProvisionStep::Limits || step == ProvisionStep::Foundation ? 2 : 1;
}

QByteArray CellDataSheet::encode() const
{
    QCborMap ranges;
    for (auto it = bounds.begin(); it != bounds.end(); ++it)
        ranges.insert(it.key().text(), it->toCbor());
    return cbor::encode(QCborMap{{L1("type"), QStringLiteral("datasheet")}, {L1("v"), 1}, {L1("chemistry"), chemistry},
        {L1("maker"), maker}, {L1("batch"), batch}, {L1("bounds"), ranges}});
}

Result<CellDataSheet> CellDataSheet::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes, L1("datasheet"));
    if (!reader.ok())
        return reader.error();
    CellDataSheet sheet;
    sheet.chemistry = reader->text(L1("chemistry"), payload::maxName);
    sheet.maker = reader->text(L1("maker"), 200);
    sheet.batch = reader->text(L1("batch"), 200);
    const auto ranges = payload::readNamed<Range>(
        reader.value(), L1("bounds"), [](const QCborValue &value) { return Range::fromCbor(value); });
    for (auto it = ranges.begin(); it != ranges.end(); ++it) {
        if (const auto id = ParameterId::parse(it.key()); id.ok())
            sheet.bounds.insert(*id, *it);
        else
            reader->fail(it.key());
    }
    return payload::finished(reader.value(), sheet);
}

QMap<ParameterId, Range> chemistryBounds(const QString &chemistry)
{
    // Where the electrochemistry ends, whoever made the cell; a data sheet is always narrower. NMC: below 2.0 V copper
    // of the anode's collector dissolves, above 4.35 V the layered oxide gives off oxygen. LFP: charged at 3.65 V, the
    // electrolyte oxidises soon above 3.8 V. Graphite plates lithium when charged much below freezing, and the film on
    // it begins to decompose at 80 to 90 degrees (Reddy, Linden's Handbook of Batteries, 5th ed., chapter 17).
    if (chemistry == L1("NMC")) {
        return bounds(
            {{"cell.voltage.max", 3000, 4350}, {"cell.voltage.min", 2000, 3700}, {"cell.temperature.max", 20000, 70000},
                {"charge.temperature.min", -20000, 30000}, {"charge.temperature.max", 20000, 60000}});
    }
    if (chemistry == L1("LFP")) {
        return bounds(
            {{"cell.voltage.max", 3000, 3800}, {"cell.voltage.min", 1800, 3300}, {"cell.temperature.max", 20000, 75000},
                {"charge.temperature.min", -20000, 30000}, {"charge.temperature.max", 20000, 65000}});
    }
    return {};
}

} // namespace packwarden
