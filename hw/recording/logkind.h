// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace packwarden {

/// What a file is that holds no frame in candump's form, by its first bytes and never by its name, and how to convert
/// it: "a trace of PCAN-View (TRC); convert it with python-can: can_logconvert IN.trc OUT.log".
QString logKind(const QByteArray &beginning);

} // namespace packwarden
