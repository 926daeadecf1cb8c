// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

class QProcess;
class QProgressDialog;

namespace packwarden {

class DemoRunner;
class MainWindow;
class Workspace;
struct ConsoleOptions;

/// The demo as the window offers it: makes its world, runs its packs, opens the consoles of its people as programs of
/// their own, and ends or deletes all of it. All that it is given must outlive it.
class DemoDesk final : public QObject
{
    Q_OBJECT
public:
    DemoDesk(const ConsoleOptions &options, Workspace &workspace, MainWindow &window);
    /// Ends the consoles that it opened.
    ~DemoDesk() override;

    /// Where this console is a part of a demo: which one, and whose console can be opened from here.
    void showPeople();
    /// By a key of the demo, whose passphrase lies beside it; false: it is none of the demo.
    bool signIn();

private:
    void start();
    void leave();
    void discard();
    void openAs(const QString &name);
    void showProgress(int step, const QString &what);
    void endProgress();
    QString folder() const;

    const ConsoleOptions &m_options;
    Workspace &m_workspace;
    MainWindow &m_window;
    QString m_world; ///< folder of the demo world; empty: none runs, and this console is no part of one
    std::unique_ptr<DemoRunner> m_demo;
    QString m_bus; ///< of the packs that this console runs, which it does not join
    QPointer<QProgressDialog> m_progress;
    std::map<QString, std::unique_ptr<QProcess>> m_opened; ///< consoles of others, by person; they end with this one
};

} // namespace packwarden
