// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// The first argument of a program that is no UTF-8, with its number, for a person to read; null if all are. Qt would
/// put U+FFFD into such a one without a word, and it would name another file or say something else than its author
/// wrote. argv: as of main.
QString argumentThatIsNoText(int argc, char **argv);

} // namespace packwarden
