// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/demo/provision.h"
#include "hw/sim/factory/blankpacks.h"
#include "hw/sim/factory/datasheet.h"
#include "hw/sim/memory/filelayer.h"
#include "hw/sim/memory/packclock.h"
#include "hw/sim/simulator.h"
#include "models/core/base/argumenttext.h"
#include "models/core/base/printable.h"
#include "models/core/base/terminationwatch.h"
#include "models/core/base/wholefile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QTextStream>

using namespace packwarden;
using namespace packwarden::sim;

namespace {

enum ExitCode { Done = 0, Refused = 1, Usage = 2, OutOfReach = 4 };

void say(const QString &line)
{
    QTextStream(stdout) << printable(line) << Qt::endl;
}

int complain(int code, const QString &line)
{
    QTextStream(stderr) << QStringLiteral("packwarden-sim: ") << printable(line) << Qt::endl;
    return code;
}

int complain(const Error &error)
{
    return complain(Refused, QStringLiteral("%1: %2").arg(codeName(error.code), error.detail));
}

/// Unix seconds or ISO 8601; nothing if it is neither.
std::optional<qint64> parseTime(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        return seconds;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

std::optional<int> parseCount(const QString &text, int most)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    return isNumber && count >= 1 && count <= most ? std::optional(count) : std::nullopt;
}

/// Those of the file, then those of the options.
Result<QList<Happening>> readHappenings(const QStringList &specs, const QString &path)
{
    QList<Happening> all;
    if (!path.isEmpty()) {
        constexpr qint64 maxBytes = 1 << 20;
        const auto text = wholefile::read(path, maxBytes);
        if (!text.ok())
            return text.error();
        const auto read = scenario::parse(*text);
        if (!read.ok())
            return read.error();
        all = *read;
    }
    for (const QString &spec : specs) {
        if (spec == QLatin1String("clock-loss"))
            continue;
        const auto one = scenario::fromSpec(spec);
        if (!one.ok())
            return one.error();
        all.append(*one);
    }
    return all;
}

int runSimulator(Simulator &simulator, const QString &announcement)
{
    const TerminationWatch termination([] { QCoreApplication::exit(Done); });
    QObject::connect(&simulator, &Simulator::ready, &simulator, [&] { say(announcement); });
    QObject::connect(&simulator, &Simulator::failed, &simulator,
        [](const QString &detail) { QCoreApplication::exit(complain(OutOfReach, detail)); });
    simulator.open();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    // Before any thread: the signals must be blocked in all of them.
    TerminationWatch::block();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("packwarden-sim"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PACKWARDEN_VERSION));
    if (const QString odd = argumentThatIsNoText(argc, argv); !odd.isEmpty())
        return complain(Usage, odd);
    const CryptoRuntime crypto;
    if (auto good = crypto.check(); !good.ok())
        return complain(good.error());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Batteries as far as the bus can tell.\n\n"
                       "packwarden-sim --bus PLUGIN:DEVICE --packs N --state DIR\n"
                       "packwarden-sim hub --bus PLUGIN:DEVICE\n"
                       "packwarden-sim provision --demo DIR [--packs N [--hardware KIND]]\n"
                       "packwarden-sim provision --blank DIR SERIAL KIND\n\n"
                       "Kinds of pack: %1.")
            .arg(DataSheet::kinds().join(QStringLiteral(", "))));
    parser.addHelpOption();
    parser.addVersionOption();
    const QString number = QStringLiteral("N");
    const QCommandLineOption bus(QStringLiteral("bus"), QStringLiteral("CAN interface, e.g. virtualcan:can0."),
        QStringLiteral("PLUGIN:DEVICE"), QStringLiteral("virtualcan:can0"));
    const QCommandLineOption packs(QStringLiteral("packs"),
        QStringLiteral("How many packs of the state folder; provision: how many sealed packs."), number,
        QStringLiteral("2"));
    const QCommandLineOption state(
        QStringLiteral("state"), QStringLiteral("Folder of the packs' memories."), QStringLiteral("DIR"));
    const QCommandLineOption now(QStringLiteral("now"),
        QStringLiteral("Set the packs' clocks: Unix seconds or ISO 8601."), QStringLiteral("TIME"));
    const QCommandLineOption seed(
        QStringLiteral("seed"), QStringLiteral("Seed of the cells."), number, QStringLiteral("1"));
    const QCommandLineOption speed(
        QStringLiteral("speed"), QStringLiteral("Speed of the cells alone."), number, QStringLiteral("1"));
    const QCommandLineOption fault(QStringLiteral("fault"),
        QStringLiteral("Something to go wrong from the start, KIND[:SERIAL[:PLACE[:AMOUNT]]]; "
                       "may be given often. Kinds: clock-loss, %1.")
            .arg(scenario::kinds().join(QStringLiteral(", "))),
        QStringLiteral("SPEC"));
    const QCommandLineOption story(QStringLiteral("scenario"),
        QStringLiteral("What happens when: JSON, as hw/sim/README.md says."), QStringLiteral("FILE"));
    const QCommandLineOption demo(
        QStringLiteral("demo"), QStringLiteral("provision: the demo world's folder."), QStringLiteral("DIR"));
    const QCommandLineOption renew(
        QStringLiteral("renew"), QStringLiteral("provision: renew all lists, also those that are not due."));
    const QCommandLineOption blank(QStringLiteral("blank"),
        QStringLiteral("provision: put a pack without name and rules into DIR/packs/SERIAL."), QStringLiteral("DIR"));
    const QCommandLineOption node(
        QStringLiteral("node"), QStringLiteral("provision --blank: its node; none: the next."), number);
    const QCommandLineOption hardware(QStringLiteral("hardware"),
        QStringLiteral("provision --demo: kind of the packs beyond the demo's four."), QStringLiteral("KIND"),
        QStringLiteral("nmc-96s2p"));
    const QCommandLineOption inactive(
        QStringLiteral("inactive"), QStringLiteral("Packs start as they were left, not as if a driver had come."));
    parser.addOptions(
        {bus, packs, state, now, seed, speed, fault, story, inactive, demo, renew, blank, node, hardware});
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("hub or provision; none: run packs."),
        QStringLiteral("[hub|provision [SERIAL KIND]]"));
    if (!parser.parse(application.arguments()))
        return complain(Usage, parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(Done);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    const QStringList arguments = parser.positionalArguments();
    const QString command = arguments.value(0);
    if (arguments.size() > (parser.isSet(blank) ? 3 : 1)
        || !QStringList{QString(), QStringLiteral("hub"), QStringLiteral("provision")}.contains(command))
        return complain(Usage, QStringLiteral("unknown command: %1").arg(arguments.join(u' ')));
    const QStringList faults = parser.values(fault);
    const auto happenings = readHappenings(faults, parser.value(story));
    if (!happenings.ok())
        return complain(Usage, QStringLiteral("not a fault or scenario: %1").arg(happenings.error().detail));
    const auto time = parser.isSet(now) ? parseTime(parser.value(now)) : SystemClock().now();
    if (!time)
        return complain(Usage, QStringLiteral("not a time: %1").arg(parser.value(now)));
    const SetClock clock(*time);

    if (command == QLatin1String("provision") && parser.isSet(blank)) {
        const auto place = parser.isSet(node) ? parseCount(parser.value(node), BlankPacks::lastNode) : 0;
        const auto serial = PackSerial::parse(arguments.value(1));
        if (!place || !serial.ok() || arguments.size() != 3)
            return complain(Usage, QStringLiteral("provision --blank DIR SERIAL KIND [--node N]"));
        const auto made = BlankPacks(parser.value(blank)).add(*serial, arguments.at(2), *place, clock.now());
        if (!made.ok())
            return complain(made.error());
        say(QStringLiteral("ready: blank pack on node %1 in %2").arg(*made).arg(parser.value(blank)));
        return Done;
    }
    if (command == QLatin1String("provision")) {
        if (parser.value(demo).isEmpty())
            return complain(Usage, QStringLiteral("provision needs --demo DIR"));
        Provision provision(parser.value(demo), clock, say);
        if (parser.isSet(packs) || parser.isSet(hardware)) {
            const auto count = parseCount(parser.value(packs), DemoWorld::mostPacks);
            if (!count || !parser.isSet(packs))
                return complain(
                    Usage, QStringLiteral("provision --demo DIR --packs N takes 1 to 96, with or without --hardware"));
            if (!DataSheet::kinds().contains(parser.value(hardware)))
                return complain(Usage,
                    QStringLiteral("there is no kind %1; there are %2")
                        .arg(parser.value(hardware), DataSheet::kinds().join(QStringLiteral(", "))));
            provision.setPacks({*count, parser.value(hardware)});
        }
        const auto done = provision.run(parser.isSet(renew) ? Provision::Renewal::Always : Provision::Renewal::WhenDue);
        if (!done.ok())
            return complain(done.error());
        say(QStringLiteral("ready: demo world in %1").arg(parser.value(demo)));
        return Done;
    }
    Simulator simulator(parser.value(bus));
    if (command == QLatin1String("hub"))
        return runSimulator(simulator, QStringLiteral("ready: hub on %1").arg(parser.value(bus)));

    constexpr int mostSpeed = 10'000;
    const auto count = parseCount(parser.value(packs), DemoWorld::mostPacks);
    const auto factor = parseCount(parser.value(speed), mostSpeed);
    const auto seedValue = parseCount(parser.value(seed), INT32_MAX);
    if (!count || !factor || !seedValue)
        return complain(Usage, QStringLiteral("--packs, --speed and --seed take whole numbers from 1"));
    if (parser.value(state).isEmpty())
        return complain(Usage, QStringLiteral("running packs needs --state DIR"));
    DiskFiles files;
    SimulatedPack::Options options;
    options.seed = quint32(*seedValue);
    options.speed = *factor;
    options.boot.clockLost = faults.contains(QStringLiteral("clock-loss"));
    options.boot.clockSet = parser.isSet(now);
    options.happenings = *happenings;
    options.activate = !parser.isSet(inactive);
    if (auto loaded = simulator.load(files, parser.value(state), *count, clock, options); !loaded.ok())
        return complain(loaded.error());
    return runSimulator(simulator, QStringLiteral("ready: %1 packs on %2").arg(*count).arg(parser.value(bus)));
}
