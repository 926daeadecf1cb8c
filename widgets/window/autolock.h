// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace packwarden {

class Clock;

/// Says when nobody has touched keyboard, mouse or screen for so long that the key should be dropped. Watches the
/// events of the whole application; the clock must outlive it.
class AutoLock final : public QObject
{
    Q_OBJECT
public:
    explicit AutoLock(const Clock &clock, QObject *parent = nullptr);

    /// 0: never.
    void setMinutes(int minutes);
    int minutes() const { return m_minutes; }
    /// Somebody is here.
    void touch();
    /// Done once a second by itself.
    void check();

Q_SIGNALS:
    /// Once for each idle time.
    void due();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Clock &m_clock;
    QTimer m_tick;
    qint64 m_touched = 0;
    int m_minutes = 0;
    bool m_said = false;
};

} // namespace packwarden
