// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace packwarden {

class MainWindow;

namespace test {

/// What a person sees of a window as good: everything on its pages, with each of their tabs, that is painted with a
/// tick, or on the ground of good news. "Fleet: tick active". It looks at what is drawn, so nothing that draws by
/// itself escapes it; pictures it does not read.
QStringList marksOf(MainWindow &window);
/// What is in one more often than in the other.
QStringList moreThan(QStringList marks, const QStringList &before);

} // namespace test

} // namespace packwarden
