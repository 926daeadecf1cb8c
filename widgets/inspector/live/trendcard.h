// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace packwarden {

class TrendPlot;

/// The trend with its tools and its legend: in a place of the page, or in a window of its own.
class TrendCard final : public QFrame
{
    Q_OBJECT
public:
    /// place: where the card stands when it has no window; it has a layout.
    /// page: owns the window.
    TrendCard(QWidget *place, QWidget *page);
    ~TrendCard() override;
    TrendPlot &plot() { return *m_trend; }
    const TrendPlot &plot() const { return *m_trend; }
    bool isApart() const { return !m_apart.isNull(); }
    /// cells: how many the pack has; 0 if that is not known.
    void setPack(const QString &name, int cells);
    /// Of the pack on show; see InspectorPage::setProved.
    void setProved(bool proved);
    void remember(QSettings &settings) const;
    void recall(const QSettings &settings);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTools();
    void takeCells();
    void showLegend();
    void showCursor(const QString &text);
    void detach(bool apart);

    QWidget *m_place;
    QWidget *m_page;
    QPointer<QWidget> m_apart; ///< the window that holds the trend
    QString m_name;
    bool m_proved = false;
    int m_cellCount = 0;
    TrendPlot *m_trend;
    QPushButton *m_pause;
    QComboBox *m_span;
    QComboBox *m_figure;
    QLineEdit *m_cellsShown;
    QPushButton *m_window;
    QLabel *m_cursor;
    QLabel *m_legend;
};

} // namespace packwarden
