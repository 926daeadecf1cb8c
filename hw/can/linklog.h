// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace packwarden {

/// "packwarden.link": states of the bus, what came of deliveries, and at debug level each frame that the interface
/// refused. Off unless QT_LOGGING_RULES="packwarden.link=true". No secrets and no payloads; texts from outside are
/// streamed as QString, which quotes and escapes them. Any thread.
inline const QLoggingCategory &linkLog()
{
    static const QLoggingCategory category("packwarden.link", QtWarningMsg);
    return category;
}

} // namespace packwarden
