// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/command.h"

#include "models/core/cbor/payload.h"

#include <array>

namespace packwarden {

namespace {

using L1 = QLatin1String;

constexpr std::array names = {"theft-lock", "theft-unlock", "replace-component", "tighten", "routine", "decommission"};

QCborMap argsOf(const Command &command)
{
    switch (command.kind) {
    case CommandKind::TheftUnlock:
        return {{L1("lock"), command.lock}};
    case CommandKind::ReplaceComponent:
        return {{L1("slot"), command.slot}, {L1("id"), command.component}};
    case CommandKind::Tighten:
        return {{L1("parameter"), command.parameter.text()}, {L1("to"), command.to.value}};
    case CommandKind::TheftLock:
    case CommandKind::Routine:
    case CommandKind::Decommission:
        break;
    }
    return {};
}

Result<> readArgs(const QCborMap &args, Command &command)
{
    cbor::MapReader reader(args);
    switch (command.kind) {
    case CommandKind::TheftUnlock:
        command.lock = reader.bytes(L1("lock"), 32);
        break;
    case CommandKind::ReplaceComponent:
        command.slot = reader.text(L1("slot"));
        command.component = reader.text(L1("id"));
        if (!payload::isName(command.slot) || !payload::isName(command.component))
            reader.fail(QStringLiteral("slot"));
        break;
    case CommandKind::Tighten:
        command.parameter = reader.id<ParameterId>(L1("parameter"));
        command.to = Milli{reader.integer(L1("to"), INT32_MIN, INT32_MAX)};
        break;
    case CommandKind::TheftLock:
    case CommandKind::Routine:
    case CommandKind::Decommission:
        break;
    }
    return reader.finish();
}

} // namespace

QLatin1String commandName(CommandKind kind)
{
    return L1(names.at(size_t(kind)));
}

std::optional<CommandKind> commandFromName(const QString &name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == L1(names.at(i)))
            return CommandKind(i);
    }
    return std::nullopt;
}

QByteArray Command::encode() const
{
    QCborArray packList;
    for (const PackTarget &pack : packs)
        packList.append(QCborMap{{L1("serial"), pack.serial.text()}, {L1("revision"), pack.revision}});
    QCborMap map{{L1("packs"), packList}, {L1("command"), commandName(kind)}, {L1("args"), argsOf(*this)}};
    writeHead(map, QStringLiteral("command"), head);
    return cbor::encode(map);
}

Result<Command> Command::decode(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    if (!decoded->isMap())
        return {Code::Malformed, QStringLiteral("not a map")};
    QCborMap map = decoded->toMap();
    auto head = readHead(map, QStringLiteral("command"));
    if (!head.ok())
        return head.error();
    Command command;
    command.head = *head;
    cbor::MapReader reader(map);
    const auto kind = commandFromName(reader.text(L1("command"), payload::maxName));
    if (!kind)
        return {Code::Malformed, QStringLiteral("command")};
    command.kind = *kind;
    if (auto args = readArgs(reader.map(L1("args")), command); !args.ok())
        return {Code::Malformed, QStringLiteral("args: %1").arg(args.error().detail)};
    QSet<PackSerial> serials;
    const auto packs = payload::readMaps<PackTarget>(reader.array(L1("packs")), [&](cbor::MapReader &r) {
        const PackTarget pack{r.id<PackSerial>(L1("serial")), r.integer(L1("revision"))};
        if (serials.contains(pack.serial))
            r.fail(QStringLiteral("packs"));
        serials.insert(pack.serial);
        return pack;
    });
    if (!packs.ok() || packs->isEmpty())
        reader.fail(QStringLiteral("packs"));
    else
        command.packs = *packs;
    return payload::finished(reader, command);
}

const PackTarget *Command::forPack(const PackSerial &serial) const
{
    const auto it
        = std::find_if(packs.begin(), packs.end(), [&](const PackTarget &pack) { return pack.serial == serial; });
    return it == packs.end() ? nullptr : &*it;
}

} // namespace packwarden
