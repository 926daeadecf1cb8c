// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace packwarden {

/// The word that a mistyped one most likely meant: the one that takes the fewest changes of a character, where these
/// are few for its length; null where none is near. Two neighbours in the wrong order count as one change.
QString nearestWord(const QString &typed, const QStringList &words);

} // namespace packwarden
