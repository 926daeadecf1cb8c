// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QString>

namespace packwarden {

/// An icon of resources/icons by its name. Its strokes take the application's palette at the moment of painting, so it
/// follows a change of theme by itself. onAccent: for a primary button, whose ground is the accent colour.
QIcon icon(const QString &name, bool onAccent = false);

} // namespace packwarden
