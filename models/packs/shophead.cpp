// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/shophead.h"

#include <QSettings>

namespace packwarden {

namespace {
const QString nameKey = QStringLiteral("shop/name");
const QString addressKey = QStringLiteral("shop/address");
const QString logoKey = QStringLiteral("shop/logo");
} // namespace

ShopHead ShopHead::load(const QSettings &settings)
{
    const auto text = [&settings](const QString &key) {
        return settings.value(key).toString().left(longest);
    };
    return {text(nameKey), text(addressKey), settings.value(logoKey).toString()};
}

void ShopHead::save(QSettings &settings) const
{
    settings.setValue(nameKey, name);
    settings.setValue(addressKey, address);
    settings.setValue(logoKey, logo);
}

} // namespace packwarden
