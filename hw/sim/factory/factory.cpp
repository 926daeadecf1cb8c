// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/factory/factory.h"

#include "hw/sim/factory/datasheet.h"
#include "models/core/base/ids.h"

#include <QDate>

namespace packwarden::sim::factory {

namespace {

QString partId(const QString &slot)
{
    return slot.toUpper() + u'-' + QString::fromLatin1(randomBytes(6).toHex()).toUpper();
}

} // namespace

Result<PackBoard> makeBoard(const QString &hardware, int node)
{
    const auto sheet = DataSheet::load(hardware);
    if (!sheet.ok())
        return sheet.error();
    PackBoard board;
    board.hardware = hardware;
    board.configuration = sheet->configuration;
    board.configuration.node = node;
    for (const char *slot : {"cpu", "flash", "contactor", "current-sensor"})
        board.parts.insert(QLatin1String(slot), partId(QLatin1String(slot)));
    return board;
}

Result<> makeBlank(FileLayer &files, const QString &folder, const PackBoard &board, qint64 builtAt)
{
    PackParts parts;
    parts.board = board;
    parts.contents.clockFloor = builtAt;
    return PackMemory::create(files, folder, parts);
}

Result<QByteArray> identify(PackMemory &memory, const Identification &wanted, qint64 now, const KeyMaker &makeKey)
{
    const PackSerial serial = memory.identity().serial;
    if (!serial.isEmpty()) {
        const PackIdentity &held = memory.identity();
        if (memory.contents().lifeCycle != LifeCycle::Identified || serial != wanted.serial
            || held.hardware != wanted.hardware || held.partNumber != wanted.partNumber
            || held.manufactured != wanted.manufactured || memory.manufacturerRoot() != wanted.manufacturerRoot)
            return {Code::WrongState, serial.text()};
        return memory.signingRequest();
    }
    if (memory.contents().lifeCycle != LifeCycle::Blank || wanted.serial.isEmpty())
        return {Code::WrongState, lifeCycleName(memory.contents().lifeCycle)};
    if (wanted.hardware != memory.board().hardware)
        return {Code::WrongHardware, QStringLiteral("%1: %2").arg(memory.board().hardware, wanted.hardware)};
    const auto root = Certificate::fromDer(wanted.manufacturerRoot);
    if (!root.ok() || !root->isAuthority || !isIssuedBy(*root, *root))
        return {Code::Malformed, QStringLiteral("manufacturer root")};
    constexpr int maxText = 64;
    const bool isDate = wanted.manufactured.size() == int(qstrlen("2026-11-22"))
        && QDate::fromString(wanted.manufactured, Qt::ISODate).isValid();
    if (wanted.partNumber.size() > maxText || !isDate)
        return {Code::Malformed, QStringLiteral("versions")};
    const auto key = makeKey();
    if (!key.ok())
        return key.error();
    PackParts next;
    next.identity
        = {wanted.serial, wanted.hardware, wanted.partNumber, wanted.manufactured, memory.board().configuration};
    next.manufacturerRoot = wanted.manufacturerRoot;
    next.deviceKeyPem = key->toPem();
    next.contents = memory.contents();
    next.contents.lifeCycle = LifeCycle::Identified;
    ++next.contents.lifeCycleRevision;
    next.contents.addChange(now, QStringLiteral("identify"), wanted.serial.text());
    if (auto stored = memory.commit(next); !stored.ok())
        return stored.error();
    return memory.signingRequest();
}

} // namespace packwarden::sim::factory
