// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace packwarden {

void installLanguage(QApplication &app, const QLocale &locale)
{
    QLocale::setDefault(locale);
    auto *own = new QTranslator(&app);
    // The English file has the plurals alone.
    if (own->load(locale, QStringLiteral("packwarden"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || own->load(QStringLiteral(":/i18n/packwarden_en.qm")))
        app.installTranslator(own);
    auto *qt = new QTranslator(&app);
    if (qt->load(
            locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        app.installTranslator(qt);
}

} // namespace packwarden
