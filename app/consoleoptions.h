// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace packwarden {

struct ConsoleOptions
{
    QStringList buses; ///< each "plugin:device"; none: no bus
    QString store; ///< data folder
    QString identity; ///< key file to ask the passphrase of at start; may be empty
    QStringList files; ///< to open
    QString demo; ///< folder of a demo world whose people another console may be opened as; may be empty
    QString part; ///< in the demo: the part that this console plays; may be empty
    QString programs; ///< folder of packwarden and packwarden-sim; empty: where this program is

    QString program(const char *name) const; ///< its path
};

} // namespace packwarden
