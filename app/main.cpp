// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"
#include "language.h"

#include <clock.h>
#include <filechooser.h>
#include <sentences.h>
#include <signingkey.h>
#include <theme.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QStandardPaths>
#include <QTextStream>

using namespace packwarden;

namespace {

int fail(const QString &text, int code)
{
    QTextStream(stderr) << text << Qt::endl;
    return code;
}

std::optional<ThemeMode> themeOf(const QString &word)
{
    if (word == QLatin1String("system"))
        return ThemeMode::System;
    if (word == QLatin1String("light"))
        return ThemeMode::Light;
    if (word == QLatin1String("dark"))
        return ThemeMode::Dark;
    return std::nullopt;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("packwarden"));
    QApplication::setApplicationDisplayName(QStringLiteral("Packwarden"));
    QApplication::setApplicationVersion(QStringLiteral(PACKWARDEN_VERSION));
    const QPalette system = QApplication::palette();

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Console for software-defined batteries"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption bus(QStringLiteral("bus"), QStringLiteral("CAN interface, e.g. socketcan:can0"),
        QStringLiteral("plugin:device"), QStringLiteral("virtualcan:can0"));
    const QCommandLineOption store(QStringLiteral("store"), QStringLiteral("Data folder"), QStringLiteral("folder"),
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption identity(
        QStringLiteral("identity"), QStringLiteral("Key file to sign in with"), QStringLiteral("file"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Language, e.g. de"),
        QStringLiteral("xx"), QLocale::system().name());
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system"),
        QStringLiteral("name"), QStringLiteral("system"));
    parser.addOptions({bus, store, identity, language, theme});
    parser.addPositionalArgument(
        QStringLiteral("file"), QStringLiteral("Requests to open"), QStringLiteral("[file ...]"));
    parser.process(app);

    const auto mode = themeOf(parser.value(theme));
    if (!mode)
        return fail(QStringLiteral("--theme is light, dark or system."), 2);
    installLanguage(app, QLocale(parser.value(language)));

    const CryptoRuntime crypto;
    if (const auto ready = crypto.check(); !ready)
        return fail(Sentences::of(ready.error()).text(), 1);
    applyTheme(app, *mode, system);
    const SystemClock clock;
    DesktopFileChooser files;
    auto console = Console::open(
        {parser.value(bus), parser.value(store), parser.value(identity), parser.positionalArguments()}, clock, files);
    if (!console)
        return fail(Sentences::of(console.error()).text(), 1);
    QObject::connect(console.value().get(), &Console::themeToggled, &app, [&app, &system] {
        applyTheme(app, isDark(QApplication::palette()) ? ThemeMode::Light : ThemeMode::Dark, system);
    });
    console.value()->start();
    return QApplication::exec();
}
