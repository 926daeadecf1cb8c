// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"

#include <QMap>

namespace packwarden::sim {

/// What a pack is made of, before anybody gives it a name: known to the board itself and never changed by the wire.
struct PackBoard
{
    QString hardware; ///< "nmc-96s2p": also the name of its data sheet
    PackConfiguration configuration;
    QMap<QString, QString> parts; ///< slot ("cpu") -> id of the part that was fitted
    bool operator==(const PackBoard &) const = default;

    QByteArray encode() const;
    static Result<PackBoard> decode(const QByteArray &bytes);
};

/// Burned once at the factory (routine 0210).
struct PackIdentity
{
    PackSerial serial;
    QString hardware;
    QString partNumber;
    QString manufactured; ///< "2026-11-22"
    PackConfiguration configuration;
    bool operator==(const PackIdentity &) const = default;

    QByteArray encode() const;
    static Result<PackIdentity> decode(const QByteArray &bytes);
};

} // namespace packwarden::sim
