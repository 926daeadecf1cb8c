// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/packmemory.h"
#include "models/core/pki/pki.h"

#include <functional>

namespace packwarden::sim {

/// Makes the key of a pack; a seam, as RSA keys take their time.
using KeyMaker = std::function<Result<pki::PrivateKey>()>;

/// What leaves the board's maker: hardware without a name, its clock not set.
namespace factory {

/// A board of a kind with its parts: their ids are random, as printed on them. Malformed for an unknown hardware.
Result<PackBoard> makeBoard(const QString &hardware, int node);

/// Writes the memory of a blank pack into an existing empty folder. builtAt: the floor of its clock, for a pack is
/// never younger than its software.
Result<> makeBlank(FileLayer &files, const QString &folder, const PackBoard &board, qint64 builtAt);

/// What routine 0210 burns.
struct Identification
{
    PackSerial serial;
    QString hardware;
    QString partNumber;
    QString manufactured; ///< "2026-11-22"
    QByteArray manufacturerRoot; ///< DER
};

/// Routine 0210: burns the identification, makes the device key inside, and answers the request to certify it
/// (PKCS#10, DER). All of it or nothing; the same identification again answers the same request. WrongState if another
/// one is burned or the pack is past it; WrongHardware; Malformed (no root certificate); the errors of commit.
Result<QByteArray> identify(PackMemory &memory, const Identification &wanted, qint64 now, const KeyMaker &makeKey);

} // namespace factory

} // namespace packwarden::sim
