// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QApplication;
class QLocale;

namespace packwarden {

/// Sets the default locale and installs the words that belong to it, ours and Qt's, in place of those before; the
/// translators belong to the application. English where there are none of ours, sentence by sentence.
void installLanguage(QApplication &app, const QLocale &locale);

} // namespace packwarden
