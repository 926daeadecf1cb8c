// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "app/language.h"
#include "models/core/base/clock.h"
#include "models/core/base/filename.h"
#include "models/core/base/printable.h"
#include "models/core/pki/signingkey.h"
#include "widgets/kit/filechooser.h"
#include "widgets/style/theme.h"
#include "widgets/window/settingsdialog.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>

using namespace packwarden;

namespace {

int fail(const QString &text, int code)
{
    QTextStream(stderr) << printable(text) << Qt::endl;
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
    parser.addPositionalArgument(QStringLiteral("file"),
        QStringLiteral("Requests to open, or a recording of a bus (*.log)"), QStringLiteral("[file ...]"));
    parser.process(app);

    // A recording takes the place of the bus. Nothing that was recorded may pass for what is now, or be kept beside it.
    QStringList opened = parser.positionalArguments();
    const QStringList recordings = opened.filter(QRegularExpression(QStringLiteral("\\.log$")));
    const bool plays = recordings.size() == 1 && opened.size() == 1 && !parser.isSet(bus);
    if (!recordings.isEmpty() && !plays)
        return fail(QStringLiteral("A recording is opened alone, and without --bus."), 2);
    QString busName = parser.value(bus);
    QString folder = parser.value(store);
    if (plays) {
        const QFileInfo file(opened.takeFirst());
        if (!file.isReadable())
            return fail(QStringLiteral("%1 cannot be read.").arg(file.filePath()), 2);
        busName = QStringLiteral("replay:") + file.absoluteFilePath();
        if (!parser.isSet(store))
            folder += QStringLiteral("/recordings/played/")
                + toFileName(file.completeBaseName(), QStringLiteral("recording"));
    }

    // What the command line says counts for this time; what the settings say, from start to start.
    const auto kept = ConsoleSettings::load(QSettings(folder + QStringLiteral("/layout.ini"), QSettings::IniFormat));
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
    auto console = Console::open(
        {busName, folder, parser.value(identity), opened, parser.value(demo), parser.value(part), {}}, clock, files);
    if (!console)
        return fail(Sentences::of(console.error()).text(), 1);
    QObject::connect(console.value().get(), &Console::themeChosen, &app,
        [&app, &system](ThemeMode chosen) { applyTheme(app, chosen, system); });
    console.value()->start();
    return QApplication::exec();
}
