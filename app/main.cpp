// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"
#include "app/onewindow.h"
#include "app/storedoor.h"
#include "models/core/base/argumenttext.h"
#include "models/core/base/clock.h"
#include "models/core/base/printable.h"
#include "models/core/pack/busaddress.h"
#include "models/core/pki/signingkey.h"
#include "models/packs/playedrecording.h"
#include "widgets/bus/busdialog.h"
#include "widgets/kit/filechooser.h"
#include "widgets/style/theme.h"
#include "widgets/window/settingsdialog.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>

using namespace packwarden;

namespace {

int fail(const QString &text, int code)
{
    QTextStream(stderr) << printable(text) << Qt::endl;
    return code;
}

/// What the command line may say.
struct Options
{
    Options()
    {
        parser.setApplicationDescription(QStringLiteral("Console for software-defined batteries."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOptions({bus, store, identity, language, theme, demo, part});
        parser.addPositionalArgument(QStringLiteral("file"),
            QStringLiteral("Documents to open, or one recording of a bus (candump -L)."), QStringLiteral("[file ...]"));
    }

    QCommandLineParser parser;
    const QCommandLineOption bus{QStringLiteral("bus"),
        QStringLiteral(
            "CAN interface, such as socketcan:can0 or \"peakcan:usb0?bitrate=250000&listen\". Without it, the one that "
            "was chosen last. May be given more than once: the packs of all buses are shown together."),
        QStringLiteral("plugin:device")};
    const QCommandLineOption store{QStringLiteral("store"), QStringLiteral("Data folder of this console."),
        QStringLiteral("folder"), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)};
    const QCommandLineOption identity{
        QStringLiteral("identity"), QStringLiteral("Key file to sign in with."), QStringLiteral("file")};
    const QCommandLineOption language{
        QStringLiteral("language"), QStringLiteral("Language, such as de."), QStringLiteral("xx")};
    const QCommandLineOption theme{
        QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("name")};
    const QCommandLineOption demo{QStringLiteral("demo"),
        QStringLiteral("Demo world, as whose people other consoles can be opened."), QStringLiteral("folder")};
    const QCommandLineOption part{QStringLiteral("part"),
        QStringLiteral("The part that this console plays in the demo."), QStringLiteral("name")};
};

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("packwarden"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PACKWARDEN_VERSION));
}

/// Without TZ the C library looks at /etc/localtime before each conversion of a time, and Qt's simulated bus converts
/// one for every frame: thousands of calls a second for nothing.
void settleTimeZone()
{
    if (!qEnvironmentVariableIsSet("TZ"))
        qputenv("TZ", ":/etc/localtime");
}

/// Of several buses; of one its own state tells.
QString whatIsWrongWith(const QStringList &buses)
{
    if (buses.size() > BusDialog::mostBuses)
        return QStringLiteral("A console opens at most %1 buses.").arg(BusDialog::mostBuses);
    QSet<QString> names;
    for (const QString &bus : buses) {
        const BusAddress address = BusAddress::parse(bus);
        if (names.contains(address.bus()))
            return QStringLiteral("--bus %1 is given twice.").arg(address.bus());
        names.insert(address.bus());
        if (buses.size() > 1 && address.isRecording())
            return QStringLiteral("A recording is opened alone, and without another --bus.");
        if (buses.size() > 1 && !address.ok())
            return QStringLiteral("--bus %1: %2").arg(bus, address.problemText());
    }
    return {};
}

/// Help and version are for a terminal, where there may be no display.
bool wantsWordsOnly(int argc, char *argv[])
{
    const QByteArrayList words = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc, [&](const char *argument) { return words.contains(argument); });
}

} // namespace

int main(int argc, char *argv[])
{
    settleTimeZone();
    nameApplication();
    if (const QString odd = argumentThatIsNoText(argc, argv); !odd.isEmpty())
        return fail(odd, 2);
    if (wantsWordsOnly(argc, argv)) {
        const QCoreApplication terminal(argc, argv);
        Options().parser.process(terminal);
    }
    QApplication app(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Packwarden"));
    QApplication::setDesktopFileName(QStringLiteral("org.packwarden.Packwarden"));
    const QPalette system = QApplication::palette();
    Options options;
    QCommandLineParser &parser = options.parser;
    parser.process(app);

    // A recording takes the place of the bus. Nothing that was recorded may pass for what is now, or be kept beside it.
    QStringList opened = parser.positionalArguments();
    const auto recordings = std::count_if(opened.begin(), opened.end(), isRecording);
    const bool plays = recordings == 1 && opened.size() == 1 && !parser.isSet(options.bus);
    if (recordings > 0 && !plays)
        return fail(QStringLiteral("A recording is opened alone, and without --bus."), 2);
    QStringList buses = parser.values(options.bus);
    if (const QString wrong = whatIsWrongWith(buses); !wrong.isEmpty())
        return fail(wrong, 2);
    QString folder = parser.value(options.store);
    if (plays) {
        const QFileInfo file(opened.takeFirst());
        if (!file.isReadable())
            return fail(QStringLiteral("%1 cannot be read.").arg(file.filePath()), 2);
        buses = {QStringLiteral("replay:") + file.absoluteFilePath()};
        if (!parser.isSet(options.store))
            folder = playedStore(folder + QStringLiteral("/recordings"), file.absoluteFilePath());
    }

    OneWindow window(folder);
    if (window.handOver(opened))
        return 0;

    // What the command line says counts for this time; what the settings say, from start to start.
    const auto kept = ConsoleSettings::load(QSettings(folder + QStringLiteral("/layout.ini"), QSettings::IniFormat));
    if (buses.isEmpty())
        buses = kept.buses;
    const auto mode = parser.isSet(options.theme) ? themeOf(parser.value(options.theme)) : std::optional(kept.theme);
    if (!mode)
        return fail(QStringLiteral("--theme is light, dark or system."), 2);
    const QString words = parser.isSet(options.language) ? parser.value(options.language) : kept.language;
    installLanguage(app, words.isEmpty() ? QLocale::system() : QLocale(words));

    const CryptoRuntime crypto;
    if (const auto ready = crypto.check(); !ready.ok())
        return fail(Sentences::of(ready.error()).text(), 1);
    applyTheme(app, *mode, system);
    const SystemClock clock;
    DesktopFileChooser files;
    StoreDoor door({buses, folder, parser.value(options.identity), opened, parser.value(options.demo),
                       parser.value(options.part), {}},
        clock, files);
    QObject::connect(&door, &StoreDoor::left, &app,
        [](const Error &why) { QApplication::exit(fail(Sentences::of(why).text(), 1)); });
    QObject::connect(&door, &StoreDoor::opened, &app, [&app, &system, &window](Console *console) {
        QObject::connect(&window, &OneWindow::filesWanted, console, &Console::takeFiles);
        window.listen();
        QObject::connect(console, &Console::themeChosen, &app,
            [&app, &system](ThemeMode chosen) { applyTheme(app, chosen, system); });
        console->start();
    });
    door.open();
    return QApplication::exec();
}
