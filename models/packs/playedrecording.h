// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// Is this file to be played rather than opened? Its content decides: a line of candump among the first. So do the
/// names of logs, rotated ones and those of other programs among them, so that whoever plays it says what it is.
bool isRecording(const QString &path);

/// The store in which a recording is played, below the folder of recordings: its own for each file, also where two have
/// one name. It is the same each time.
QString playedStore(const QString &folder, const QString &path);

} // namespace packwarden
