// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace packwarden::sim {

/// A JSON object of the program's own resources (resources/demo/*.json). Malformed with the name.
Result<QJsonObject> demoResource(const QString &name);
/// The names of all of them, by the alphabet.
QStringList demoResources();

} // namespace packwarden::sim
