// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"

#include <QSet>
#include <QWidget>

#include <optional>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace packwarden {

class CellMap;
class Clock;
class PacksModel;

/// Several packs beside each other: the figures that tell one from the other, and the cells of each by the same
/// measure. The first ones that are heard, or those that were chosen. Nothing here is good or bad news, and of which
/// packs nothing is proved stands beside their names.
class SideView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int shownAtFirst = 2;

    SideView(const PacksModel &packs, const Clock &clock, QWidget *parent = nullptr);

    /// See InspectorPage::setProved.
    void setProved(const QSet<QString> &serials);
    /// With each telemetry; does nothing while it is not looked at.
    void refresh();
    /// Keys (PacksModel) of those on show, in the order of the bus.
    QStringList shown() const;

Q_SIGNALS:
    /// Somebody wants to see this one alone.
    void packWanted(const QString &key);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Column
    {
        QString key;
        QWidget *card = nullptr;
        QPushButton *name = nullptr;
        QLabel *said = nullptr;
        QList<QLabel *> figures;
        CellMap *cells = nullptr;
    };
    void makeMenu();
    void sync();
    Column makeColumn(const QString &key);
    void fill(const Column &column, const PackTelemetry &heard, qint64 now) const;

    const PacksModel &m_packs;
    const Clock &m_clock;
    QPushButton *m_choose;
    QMenu *m_menu;
    QComboBox *m_quantity;
    QLabel *m_empty;
    QHBoxLayout *m_row;
    QList<Column> m_columns;
    std::optional<QSet<QString>> m_chosen; ///< by hand
    QSet<QString> m_proved; ///< serials
};

} // namespace packwarden
