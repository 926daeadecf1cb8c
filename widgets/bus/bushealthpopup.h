// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/busnow.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace packwarden {

/// What stands behind the bus state of the title bar: what is wrong and what to do, then each figure in words. A pop-up
/// that closes by Escape or a click beside it, and follows the bus while it is open.
class BusHealthPopup final : public QDialog
{
    Q_OBJECT
public:
    explicit BusHealthPopup(QWidget *parent = nullptr);
    /// others: the buses of this desk beside this one; a line each.
    void setBus(const BusState &state, const BusFigures &figures, const QList<BusNow> &others = {});
    /// Under a widget of the title bar, inside the screen.
    void openUnder(const QWidget *anchor);

Q_SIGNALS:
    void connectionWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setTroubles(const QList<BusTrouble> &troubles);

    QLabel *m_state;
    QLabel *m_interface;
    QLabel *m_others;
    QWidget *m_troubleArea;
    QVBoxLayout *m_troubles;
    QList<BusTrouble> m_shown;
    QFormLayout *m_form;
    QList<QLabel *> m_values;
    QLabel *m_noFigures;
};

} // namespace packwarden
