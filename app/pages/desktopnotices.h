// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>

#include <optional>

namespace packwarden {

/// The desktop's notices, by its D-Bus service (org.freedesktop.Notifications, version 1.2). One at a time: a newer one
/// takes the place of the older. Where there is no such service nothing is told, and nothing waits for it.
class DesktopNotices final : public QObject
{
    Q_OBJECT
public:
    /// Connects with the first notice: to the session's bus, or to this one.
    explicit DesktopNotices(std::optional<QDBusConnection> bus = std::nullopt, QObject *parent = nullptr);

    /// Plain text, both of them.
    void tell(const QString &summary, const QString &body);

Q_SIGNALS:
    /// The person chose the notice.
    void chosen();

private Q_SLOTS:
    void take(uint id, const QString &action);

private:
    bool connectOnce();

    std::optional<QDBusConnection> m_bus;
    bool m_listens = false;
    uint m_shown = 0; ///< the notice that is shown, as the service numbers it; 0: none yet
};

} // namespace packwarden
