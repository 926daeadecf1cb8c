// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console.h"
#include "models/trust/fleettakeover.h"

class QProgressDialog;
class QThread;

namespace packwarden {

class StoreDialog;

/// Opens a console over its store; where the store cannot be used as it is, a window says why and offers a way on.
/// Clock and file chooser must outlive it.
class StoreDoor final : public QObject
{
    Q_OBJECT
public:
    StoreDoor(const ConsoleOptions &options, const Clock &clock, FileChooser &files, QObject *parent = nullptr);
    ~StoreDoor() override;

    /// Ends in opened, or asks. The console is this door's.
    void open();

Q_SIGNALS:
    void opened(packwarden::Console *console);
    /// The person would rather not. why: of the last attempt.
    void left(const packwarden::Error &why);

private:
    /// What an older version kept is taken over on a thread of its own, with the person told how far it is; a cancelled
    /// one goes on, or begins again, at the next start.
    void takeOver(int packs, int records);
    void finishTakeover(const Result<> &taken);
    QString auditPath() const;
    void enter();
    void ask(const Error &why);
    void beginAnew();
    void let(std::unique_ptr<Console> console);

    ConsoleOptions m_options;
    const Clock &m_clock;
    FileChooser &m_files;
    std::unique_ptr<StoreDialog> m_dialog;
    std::unique_ptr<Console> m_console; ///< may wait for the person, where it can only be read
    Error m_why;
    TakeoverProgress m_progress;
    std::unique_ptr<QThread> m_takeover;
    std::unique_ptr<QProgressDialog> m_waiting;
};

} // namespace packwarden
