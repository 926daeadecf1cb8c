// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/keymemory.h"

#include "models/core/base/ids.h"
#include "models/core/pki/token.h"

#include <QSettings>

namespace packwarden {

namespace {

/// Paths hold slashes, which part groups of settings.
QString placeOf(const QString &locator)
{
    const QString whole = isTokenUri(locator) ? pki::withoutKey(locator) : locator;
    return QStringLiteral("keyNames/") + QString::fromLatin1(sha256(whole.toUtf8()).left(16).toHex());
}

} // namespace

KeyMemory::KeyMemory(const QString &layoutFile)
    : m_layoutFile(layoutFile)
{
}

std::optional<pki::KeyOption> KeyMemory::of(const QString &locator) const
{
    if (m_layoutFile.isEmpty())
        return std::nullopt;
    const QSettings settings(m_layoutFile, QSettings::IniFormat);
    const QStringList kept = settings.value(placeOf(locator)).toStringList();
    return kept.size() == 2 ? std::optional(pki::KeyOption{kept.at(0), kept.at(1)}) : std::nullopt;
}

void KeyMemory::keep(const QString &locator, const std::optional<pki::KeyOption> &key) const
{
    if (m_layoutFile.isEmpty())
        return;
    QSettings settings(m_layoutFile, QSettings::IniFormat);
    if (key)
        settings.setValue(placeOf(locator), QStringList{key->which, key->words});
    else
        settings.remove(placeOf(locator));
}

} // namespace packwarden
