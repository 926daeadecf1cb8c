// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console.h"

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
    void ask(const Error &why);
    void beginAnew();
    void let(std::unique_ptr<Console> console);

    ConsoleOptions m_options;
    const Clock &m_clock;
    FileChooser &m_files;
    std::unique_ptr<StoreDialog> m_dialog;
    std::unique_ptr<Console> m_console; ///< may wait for the person, where it can only be read
    Error m_why;
};

} // namespace packwarden
