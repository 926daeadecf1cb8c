// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace packwarden::sim {

/// "packwarden.sim": documents that a simulated pack applied or refused, with the reason. Off unless
/// QT_LOGGING_RULES="packwarden.sim=true". Texts from outside are streamed as QString, which quotes and escapes them.
inline const QLoggingCategory &simLog()
{
    static const QLoggingCategory category("packwarden.sim", QtWarningMsg);
    return category;
}

} // namespace packwarden::sim
