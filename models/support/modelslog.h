// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace packwarden {

/// "packwarden.audit": opening, verifying and access of an audit; what could not be recorded. Warnings are always on;
/// the rest by QT_LOGGING_RULES="packwarden.audit=true". No secrets; texts from outside are streamed as QString, which
/// quotes and escapes them. Any thread.
inline const QLoggingCategory &auditLog()
{
    static const QLoggingCategory category("packwarden.audit", QtWarningMsg);
    return category;
}

/// "packwarden.trust": rules that were pinned, followed or refused. As auditLog.
inline const QLoggingCategory &trustLog()
{
    static const QLoggingCategory category("packwarden.trust", QtWarningMsg);
    return category;
}

} // namespace packwarden
