// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/base/result.h"

namespace packwarden::sim {

/// `packwarden-sim provision --blank DIR SERIAL HARDWARE`: boards as they come from their maker, beside the packs of a
/// state folder. The serial only names the folder; the pack learns its own by routine 0210.
class BlankPacks final
{
public:
    static constexpr int firstNode = 0x10;
    static constexpr int lastNode = 0x6F;

    explicit BlankPacks(const QString &folder);

    /// Makes one, whole or not at all, and gives its node: the one asked for, or the next free one for 0.
    /// WrongState: serial or node taken; FileUnwritable; Malformed for an unknown hardware.
    Result<int> add(const PackSerial &serial, const QString &hardware, int node, qint64 builtAt) const;

private:
    QString m_folder;
};

} // namespace packwarden::sim
