// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

#include <algorithm>
#include <initializer_list>

namespace packwarden {

/// The first columns get these widths, or what their titles need in the language of the screens.
inline void setColumnWidths(QHeaderView &header, std::initializer_list<int> widths)
{
    int column = 0;
    for (const int width : widths) {
        header.resizeSection(column, std::max(width, header.sectionSizeHint(column)));
        ++column;
    }
}

} // namespace packwarden
