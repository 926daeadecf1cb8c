// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/roomfilter.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QPointer>
#include <QScreen>

#include <algorithm>

namespace packwarden {

void RoomFilter::install()
{
    static QPointer<RoomFilter> one;
    if (one)
        return;
    one = new RoomFilter(qApp);
    qApp->installEventFilter(one);
}

bool RoomFilter::eventFilter(QObject *watched, QEvent *event)
{
    // Asked for by whatever inside changed its size, once that is settled.
    if (event->type() == QEvent::LayoutRequest) {
        if (auto *dialog = qobject_cast<QDialog *>(watched); dialog && dialog->isVisible())
            QMetaObject::invokeMethod(
                dialog, [dialog] { fit(*dialog); }, Qt::QueuedConnection);
    } else if (event->type() == QEvent::Show && watched->inherits("QComboBoxPrivateContainer")) {
        auto *popup = static_cast<QWidget *>(watched);
        fitList(*popup);
        // The style may only now say how high a row is.
        QMetaObject::invokeMethod(
            popup, [popup] { fitList(*popup); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

/// Qt gives a dialog its least size without the height that wrapped words need at its width.
void RoomFilter::fit(QDialog &dialog)
{
    const QLayout *layout = dialog.layout();
    if (!layout || !dialog.screen())
        return;
    const int needed = layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(dialog.width())
                                                   : layout->totalMinimumSize().height();
    const QRect room = dialog.screen()->availableGeometry();
    const int height = std::min(needed, room.height());
    if (height <= dialog.height())
        return;
    dialog.resize(dialog.width(), height);
    // Its end stays on the screen.
    if (const int below = dialog.frameGeometry().bottom() - room.bottom(); below > 0)
        dialog.move(dialog.x(), std::max(room.top(), dialog.y() - below));
}

/// The style's frames and margins are left out where Qt reckons how high the list is.
void RoomFilter::fitList(QWidget &popup)
{
    const auto *view = popup.findChild<QAbstractItemView *>();
    const auto *box = qobject_cast<QComboBox *>(popup.parentWidget());
    if (!view || !box || !view->model() || !popup.screen())
        return;
    const int rows = std::min(view->model()->rowCount(view->rootIndex()), box->maxVisibleItems());
    int needed = 0;
    for (int row = 0; row < rows; ++row)
        needed += view->sizeHintForRow(row);
    const int missing = needed - view->viewport()->height();
    if (missing <= 0)
        return;
    const QRect room = popup.screen()->availableGeometry();
    const int height = std::min(popup.height() + missing, room.height());
    QRect place(popup.pos(), QSize(popup.width(), height));
    if (place.bottom() > room.bottom())
        place.moveBottom(room.bottom());
    popup.setGeometry(place);
}

} // namespace packwarden
