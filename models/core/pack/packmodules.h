// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>

namespace packwarden {

/// The module that a cell belongs to, both counted from 1: cells are shared out in order, as evenly as they go
/// (PROTOCOL.md, Telemetry). The temperature of module k is that of sensor k. cell: 1 to cells.
constexpr int moduleOfCell(int cell, int cells, int modules)
{
    return int(qint64(cell - 1) * std::max(1, modules) / std::max(1, cells)) + 1;
}

} // namespace packwarden
