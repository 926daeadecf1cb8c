// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace packwarden {

namespace {
const QString words = QStringLiteral("packwardenWords"); ///< name of each translator that is installed here
}

void installLanguage(QApplication &app, const QLocale &locale)
{
    QLocale::setDefault(locale);
    qDeleteAll(app.findChildren<QTranslator *>(words, Qt::FindDirectChildrenOnly));
    const auto install = [&app](const auto &load) {
        auto translator = std::make_unique<QTranslator>();
        if (!load(*translator))
            return;
        translator->setObjectName(words);
        translator->setParent(&app);
        QCoreApplication::installTranslator(translator.release());
    };
    // The newest is asked first. The English file has the plurals alone, which a language that is not complete needs.
    install([](QTranslator &english) { return english.load(QStringLiteral(":/i18n/packwarden_en.qm")); });
    install([&](QTranslator &own) {
        return own.load(locale, QStringLiteral("packwarden"), QStringLiteral("_"), QStringLiteral(":/i18n"));
    });
    install([&](QTranslator &qt) {
        return qt.load(
            locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    });
}

} // namespace packwarden
