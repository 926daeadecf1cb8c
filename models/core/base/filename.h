// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// May a path be built of this name, which comes out of a file, from a pack, or from another file's name? It must be
/// one name in a folder and stay in it: no separator of paths, not "." or "..", not hidden, nothing that a program
/// takes for an option, nothing that acts on a terminal, not empty, at most 200 bytes in UTF-8 so that an ending still
/// fits, and not a name that other systems keep for devices ("con", "nul.txt").
bool isFileName(const QString &name);

/// The name itself where it is one; else a name made of what may stay of it, and fallback where that is nothing.
QString toFileName(const QString &name, const QString &fallback);

} // namespace packwarden
