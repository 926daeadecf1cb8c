// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QJsonObject>

namespace packwarden::sim {

/// A JSON object of the program's own resources (resources/demo/*.json). Malformed with the name.
Result<QJsonObject> demoResource(const QString &name);

} // namespace packwarden::sim
