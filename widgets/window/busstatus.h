// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/busnow.h"
#include "widgets/window/windowpages.h"

#include <QObject>

namespace packwarden {

class MessageBar;
class PacksModel;
class Shell;
class TitleBar;
class Workspace;

/// What the window tells of the buses of this desk: in its title, by the shell, and in a bar while one is only listened
/// to. All references outlive it.
class BusStatus final : public QObject
{
    Q_OBJECT
public:
    BusStatus(MessageBar &listening, TitleBar &title, Shell &shell, const WindowPages &pages, const PacksModel &packs,
        Workspace &workspace, QObject *parent);

    /// How many buses this desk has; at least one.
    void setCount(int count);
    int count() const { return int(m_buses.size()); }
    /// bus: which one of them.
    void set(const BusState &state, int bus = 0);
    void setFigures(const BusFigures &figures, int bus = 0);
    /// Ages and what is proved, as they are now.
    void refresh();
    /// Of the page that is open now: each lacks something else while a bus is only listened to.
    void tellListening();

Q_SIGNALS:
    void countChanged(int count);

private:
    QString lacks() const;

    MessageBar &m_listening;
    TitleBar &m_title;
    Shell &m_shell;
    const WindowPages &m_pages;
    const PacksModel &m_packs;
    Workspace &m_workspace;
    QList<BusNow> m_buses{BusNow()};
    int m_told = 0; ///< that the title bar tells of
};

} // namespace packwarden
