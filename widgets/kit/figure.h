// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

namespace packwarden {

class ElidedLabel;

/// For labels whose text changes all the time: as long as it has as many letters the label keeps its size, so that not
/// the whole window is laid out with every telemetry.
void setLiveText(QLabel &label, const QString &text);

/// A number that is read at a glance: digits large, unit small, what it is below. Where room is short the words below
/// are elided. As long as its texts have as many letters it keeps its wish for room.
class Figure final : public QWidget
{
    Q_OBJECT
public:
    explicit Figure(const QString &name, QWidget *parent = nullptr);
    /// caption: what stands below; the name where it is empty.
    void set(const QString &number, const QString &unit, const QString &caption = {});
    /// In words, for whoever rests on it.
    void explain(const QString &words);
    void setStale(bool stale);
    QString text() const;
    QSize sizeHint() const override { return m_wish; }
    QSize minimumSizeHint() const override { return {m_number, m_wish.height()}; }

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();
    void place();

    QString m_name;
    QLabel *m_digits;
    QLabel *m_unit;
    ElidedLabel *m_caption;
    QSize m_wish;
    int m_number = 0; ///< width of digits and unit
    qsizetype m_letters = 0;
};

} // namespace packwarden
