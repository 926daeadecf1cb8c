// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/logkind.h"

#include <QByteArray>

namespace packwarden {

/// What a file is that holds no frame in candump's form, by its first bytes and never by its name.
LogKind logKindOf(const QByteArray &beginning);

} // namespace packwarden
