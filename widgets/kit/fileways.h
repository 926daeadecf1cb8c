// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// Where a file goes that was just made. By the programs that the desktop has for that; nothing is sent from here.
namespace fileways {

void open(const QString &path);
/// In the desktop's file manager, which selects the file if it can (org.freedesktop.FileManager1); otherwise its
/// folder.
void showInFolder(const QString &path);

enum class Mail {
    Attached, ///< a letter was begun, with the file
    Begun, ///< without it: there is no xdg-email here, and no other way passes a file on
    None, ///< no program for mail is known
};
/// Begins a letter in the person's own mail program.
Mail send(const QString &path, const QString &subject);

} // namespace fileways

} // namespace packwarden
