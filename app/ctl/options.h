// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QStringList>

namespace packwarden::ctl {

enum ExitCode { Done = 0, RefusedOrInvalid = 1, Usage = 2, NotComplete = 3, OutOfReach = 4 };

/// The command line as values. Passphrases are never on it.
struct Options
{
    QString noun;
    QString verb;
    QStringList arguments; ///< after noun and verb
    QString bus;
    QString store;
    QString keyFile;
    QString passphraseFile;
    bool json = false;
    QStringList packs;
    QStringList sets;
    QString reason;
    QStringList evidence;
    QString until;
    QString output;
    QString meaning;
    int seconds = 0;

    enum class Outcome { Run, Help, Version };
    struct Parsed;
    /// Malformed with a sentence for the terminal.
    static Result<Parsed> parse(const QStringList &arguments);
};

struct Options::Parsed
{
    Outcome outcome = Outcome::Run;
    Options options;
    QString help;
};

/// From the file of --passphrase-file (its first line), else asked on the terminal without echo.
Result<QString> readPassphrase(const Options &options);

} // namespace packwarden::ctl
