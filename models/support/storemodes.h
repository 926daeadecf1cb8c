// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace packwarden::storemodes {

/// Makes a folder for its owner alone (mode 0700, whatever the umask says), and those above it as usual. False if there
/// is none afterwards.
bool makeFolder(const QString &path);

/// Closes a store to others: its folders get mode 0700, its files 0600. Links are left alone, and so are files that are
/// not a store's. The folder itself is only changed where there is nothing else in it: people may name one that they
/// use for something else. Returns what others may still read or change.
QStringList close(const QString &store);

} // namespace packwarden::storemodes
