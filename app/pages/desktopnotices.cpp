// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/desktopnotices.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace packwarden {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString object = QStringLiteral("/org/freedesktop/Notifications");
const QString byClick = QStringLiteral("default");
constexpr int asLongAsUsual = -1; // milliseconds

} // namespace

DesktopNotices::DesktopNotices(std::optional<QDBusConnection> bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
}

bool DesktopNotices::connectOnce()
{
    if (!m_bus)
        m_bus = QDBusConnection::sessionBus();
    if (!m_listens && m_bus->isConnected())
        m_listens = m_bus->connect(
            service, object, service, QStringLiteral("ActionInvoked"), this, SLOT(take(uint, QString)));
    return m_listens;
}

void DesktopNotices::tell(const QString &summary, const QString &body)
{
    if (!connectOnce())
        return;
    auto call = QDBusMessage::createMethodCall(service, object, service, QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("org.packwarden.Packwarden")}};
    // A body may have markup, so what is none is written as such; a summary has none.
    call << QStringLiteral("Packwarden") << m_shown << QStringLiteral("packwarden") << summary << body.toHtmlEscaped()
         << QStringList{byClick, summary} << hints << asLongAsUsual;
    auto *answer = new QDBusPendingCallWatcher(m_bus->asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<uint> reply = *answer;
        m_shown = reply.isError() ? 0 : reply.value();
        answer->deleteLater();
    });
}

void DesktopNotices::take(uint id, const QString &action)
{
    if (id == m_shown && id != 0 && action == byClick)
        Q_EMIT chosen();
}

} // namespace packwarden
