// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/fleet/packchoice.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace packwarden {

/// Packs for a draft, ticked in a list. Where the fleet has more than a few, a search over it says what is listed: a
/// part of the serial, or anything that the fleet can be asked for. The list never holds the whole fleet.
class PackChooser final : public QWidget
{
    Q_OBJECT
public:
    /// id: begins the object names. The fleet must outlive it. A pack that is the only one is chosen.
    PackChooser(FleetModel &fleet, const QString &id, QWidget *parent = nullptr);

    const QList<PackSerial> &chosen() const { return m_choice.chosen(); }
    /// In order of their serials; what is not known here is left out.
    void choose(const QList<PackSerial> &packs);
    bool isEmpty() const; ///< no pack is known here

Q_SIGNALS:
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void showFound();

    FleetModel &m_fleet;
    PackChoice m_choice;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_count;
    QPushButton *m_all;
    QPushButton *m_none;
    QString m_problem; ///< with the search
};

} // namespace packwarden
