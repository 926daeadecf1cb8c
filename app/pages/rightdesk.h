// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rights/rightoffice.h"
#include "widgets/style/theme.h"

#include <QObject>

namespace packwarden {

class MainWindow;
class Workspace;

/// Rights that somebody lacks: asked for where an action is greyed, answered and heard from files. All that it is given
/// must outlive it.
class RightDesk final : public QObject
{
    Q_OBJECT
public:
    RightDesk(Workspace &workspace, MainWindow &window, QObject *parent = nullptr);

    void ask(const CapabilityId &capability, const QString &serial);
    /// A request or an answer.
    void openFile(const QString &path);

private:
    void openRequest(const QString &path);
    void say(Status status, const QString &text);

    Workspace &m_workspace;
    MainWindow &m_window;
    RightOffice m_office;
};

} // namespace packwarden
