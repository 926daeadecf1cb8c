// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"
#include "language.h"

#include <clock.h>
#include <filechooser.h>
#include <sentences.h>
#include <settingsdialog.h>
#include <signingkey.h>
#include <theme.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>

using namespace packwarden;

namespace {

int fail(const QString &text, int code)
{
    QTextStream(stderr) << text << Qt::endl;
    return code;
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
    const QCommandLineOption language(
        QStringLiteral("language"), QStringLiteral("Language, e.g. de"), QStringLiteral("xx"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), QStringLiteral("light, dark or system"), QStringLiteral("name"));
    const QCommandLineOption demo(QStringLiteral("demo"),
        QStringLiteral("Demo world whose people other consoles may be opened as"), QStringLiteral("folder"));
    const QCommandLineOption part(
        QStringLiteral("part"), QStringLiteral("The part that this console plays in the demo"), QStringLiteral("name"));
    parser.addOptions({bus, store, identity, language, theme, demo, part});
    parser.addPositionalArgument(
        QStringLiteral("file"), QStringLiteral("Requests to open"), QStringLiteral("[file ...]"));
    parser.process(app);

    // What the command line says counts for this time; what the settings say, from start to start.
    const auto kept
        = ConsoleSettings::load(QSettings(parser.value(store) + QStringLiteral("/layout.ini"), QSettings::IniFormat));
    const auto mode = parser.isSet(theme) ? themeOf(parser.value(theme)) : std::optional(kept.theme);
    if (!mode)
        return fail(QStringLiteral("--theme is light, dark or system."), 2);
    const QString words = parser.isSet(language) ? parser.value(language) : kept.language;
    installLanguage(app, words.isEmpty() ? QLocale::system() : QLocale(words));

    const CryptoRuntime crypto;
    if (const auto ready = crypto.check(); !ready)
        return fail(Sentences::of(ready.error()).text(), 1);
    applyTheme(app, *mode, system);
    const SystemClock clock;
    DesktopFileChooser files;
    auto console = Console::open({parser.value(bus), parser.value(store), parser.value(identity),
                                     parser.positionalArguments(), parser.value(demo), parser.value(part), {}},
        clock, files);
    if (!console)
        return fail(Sentences::of(console.error()).text(), 1);
    QObject::connect(console.value().get(), &Console::themeChosen, &app,
        [&app, &system](ThemeMode chosen) { applyTheme(app, chosen, system); });
    console.value()->start();
    return QApplication::exec();
}
