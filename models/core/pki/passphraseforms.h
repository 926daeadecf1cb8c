// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// Private to core's sources.
namespace packwarden::pki {

/// The bytes that the same words were turned into by the program that made a file, the likeliest first: UTF-8 as typed,
/// in NFC and in NFD (UAX #15: keyboards and file names of one system give composed letters, those of another
/// decomposed ones), UTF-8 taken for Latin-1 (OpenSSL before 1.1 made two letters of one), Latin-1. One for ASCII.
QList<QByteArray> passphraseForms(const QString &passphrase);

} // namespace packwarden::pki
