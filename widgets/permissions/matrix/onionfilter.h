// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QWidget>

#include <array>

class QAbstractButton;

namespace packwarden {

/// The security onion as a filter: four rings, from user abuse outside to physical harm inside, each with how many
/// capabilities it has. Each ring is a button that can be checked, by mouse and by keyboard; none checked means all.
class OnionFilter final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int layers = 4;

    explicit OnionFilter(QWidget *parent = nullptr);
    /// shown: after all filters.
    void setCount(int layer, int shown, int all);
    QSet<int> chosen() const;

    QSize sizeHint() const override { return {136, 136}; }

Q_SIGNALS:
    void chosenChanged(const QSet<int> &layers);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Count
    {
        int shown = 0;
        int all = 0;
    };
    QRectF ring(int layer) const;
    void say(int layer);

    std::array<QAbstractButton *, layers> m_rings{};
    std::array<Count, layers> m_counts{};
    int m_hovered = 0; ///< layer; 0: none
};

} // namespace packwarden
