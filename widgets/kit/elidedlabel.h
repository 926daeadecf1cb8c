// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace packwarden {

/// A line of muted words that gives way where the window is narrow: what has no room is elided, and all of it is in the
/// tool tip. Wanted is room for all of it; as long as the words have as many letters that wish stays, so that a window
/// is not laid out anew with every telemetry.
class ElidedLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);
    QString text() const { return m_text; }
    void setText(const QString &text);
    QSize sizeHint() const override { return m_wish; }
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void measure();

    QString m_text;
    QSize m_wish;
};

} // namespace packwarden
