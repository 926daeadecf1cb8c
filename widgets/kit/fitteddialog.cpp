// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/fitteddialog.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace packwarden {

bool FittedDialog::event(QEvent *event)
{
    const bool taken = QDialog::event(event);
    // Asked for by whatever inside changed its size, once that is settled: sooner nobody knows the height.
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return taken;
}

void FittedDialog::fit()
{
    if (!layout())
        return;
    const QSize wanted = layout()->totalSizeHint();
    const int wide = std::clamp(wanted.width(), minimumWidth(), maximumWidth());
    const int high = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wide) : wanted.height();
    const int room = screen() ? screen()->availableGeometry().height() : high;
    resize(wide, std::min(high, room));
}

} // namespace packwarden
