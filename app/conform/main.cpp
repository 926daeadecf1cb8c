// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/kit.h"
#include "app/conform/report.h"
#include "hw/can/qtcanport.h"
#include "models/core/base/argumenttext.h"
#include "models/core/base/printable.h"
#include "models/core/base/wholefile.h"
#include "models/core/pack/busaddress.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTextStream>
#include <QThread>

#include <cstdio>

using namespace packwarden;
using namespace packwarden::conform;

namespace {

enum ExitCode { AsExpected = 0, Deviating = 1, Usage = 2, OutOfReach = 4 };

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

/// A report that did not get through says nothing about the pack.
int told(int exitCode)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return exitCode;
    QTextStream(stderr) << QStringLiteral("packwarden-conform: standard output cannot be written") << Qt::endl;
    return Usage;
}

int complain(int code, const QString &line)
{
    QTextStream(stderr) << QStringLiteral("packwarden-conform: ") << printable(line) << Qt::endl;
    return code;
}

struct Settings
{
    QString bus;
    int node = 0;
    QString kit;
    QString junit;
    Expected expected;
    QList<Rule> rules;
    bool thorough = false;
    int slack = 50;
};

QList<Rule> chosen(const QStringList &patterns)
{
    QList<Rule> rules;
    for (const Rule &rule : allRules()) {
        const bool wanted
            = patterns.isEmpty() || std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
                  return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern))
                      .match(QLatin1String(rule.name))
                      .hasMatch();
              });
        if (wanted)
            rules.append(rule);
    }
    return rules;
}

/// In a thread of its own, as it waits.
int runRules(BusTap &tap, const Settings &settings)
{
    constexpr int thoroughLength = 64;
    constexpr int thoroughStorm = 100'000;
    std::optional<Kit> kit;
    if (!settings.kit.isEmpty()) {
        auto opened = Kit::open(settings.kit);
        if (!opened.ok())
            return complain(Usage, QStringLiteral("no kit: %1").arg(opened.error().detail));
        kit = std::move(*opened);
    }
    Bsp bsp(tap, settings.node, BusAddress::parse(settings.bus).fd);
    const QByteArray serial = bsp.ask(bytes("22F18C"));
    if (!serial.startsWith(bytes("62F18C")))
        return complain(OutOfReach, QStringLiteral("no pack answers at node %1").arg(settings.node, 2, 16));
    const QString name = QString::fromLatin1(serial.mid(3));
    say(printable(QStringLiteral("%1 at node %2 of %3").arg(name).arg(settings.node, 2, 16).arg(settings.bus)));
    Site site{bsp, kit ? &*kit : nullptr};
    site.slack = settings.slack;
    if (settings.thorough) {
        site.sweepLength = thoroughLength;
        site.storm = thoroughStorm;
    }
    Report report(settings.expected);
    bool answers = bsp.settle();
    for (const Rule &rule : settings.rules) {
        Finding finding;
        const qint64 start = tap.now();
        if (!answers) {
            finding.notRun(QStringLiteral("the pack does not answer any more"));
        } else if (rule.needsKeys && !site.kit) {
            finding.notRun(QStringLiteral("needs --kit"));
        } else {
            rule.check(site, finding);
            answers = finding.holds(bsp.settle(), QStringLiteral("the pack does not answer any more"));
        }
        if (tap.isLost())
            return complain(OutOfReach, QStringLiteral("the bus is gone, in %1").arg(QLatin1String(rule.name)));
        say(Report::line(report.add(rule, finding, (tap.now() - start) / 1000)));
    }
    say(report.summary());
    if (!settings.junit.isEmpty()) {
        if (const auto written = wholefile::write(settings.junit, report.junit(name)); !written.ok())
            return complain(Usage, written.error().detail);
    }
    return report.isAsExpected() ? AsExpected : Deviating;
}

int run(QCoreApplication &application, const Settings &settings)
{
    QtCanPort port(settings.bus);
    PortTap tap(port);
    std::unique_ptr<QThread> thread;
    int code = OutOfReach;
    QObject::connect(&port, &CanPort::stateChanged, &application, [&](CanPort::State state) {
        if (state == CanPort::State::Open && !thread) {
            thread.reset(QThread::create([&] { code = runRules(tap, settings); }));
            QObject::connect(thread.get(), &QThread::finished, &application, [&] { QCoreApplication::exit(code); });
            thread->start();
        } else if (state == CanPort::State::Failed && !thread) {
            QCoreApplication::exit(complain(OutOfReach, QStringLiteral("%1: %2").arg(settings.bus, port.detail())));
        }
    });
    port.open();
    const int exitCode = QCoreApplication::exec();
    if (thread)
        thread->wait();
    return exitCode;
}

Result<Settings> readSettings(QCommandLineParser &parser)
{
    Settings settings;
    settings.bus = parser.value(QStringLiteral("bus"));
    bool isNode = false;
    settings.node = parser.value(QStringLiteral("node")).toInt(&isNode, 16);
    if (!isNode || settings.node < 0x10 || settings.node > 0x6F)
        return {Code::Malformed, QStringLiteral("--node is 10 to 6F, in hexadecimal")};
    settings.kit = parser.value(QStringLiteral("kit"));
    settings.junit = parser.value(QStringLiteral("junit"));
    settings.thorough = parser.isSet(QStringLiteral("thorough"));
    bool isSlack = false;
    settings.slack = parser.value(QStringLiteral("slack")).toInt(&isSlack);
    if (!isSlack || settings.slack < 0)
        return {Code::Malformed, QStringLiteral("--slack is a number of milliseconds")};
    settings.rules = chosen(parser.values(QStringLiteral("rules")));
    if (settings.rules.isEmpty())
        return {Code::Malformed, QStringLiteral("no rule has such a name; --list names them")};
    if (const QString path = parser.value(QStringLiteral("expect")); !path.isEmpty()) {
        constexpr qint64 maxBytes = 1 << 20;
        const auto bytes = wholefile::read(path, maxBytes);
        if (!bytes.ok())
            return bytes.error();
        const auto expected = readExpected(QString::fromUtf8(*bytes), allRules());
        if (!expected.ok())
            return {Code::Malformed, QStringLiteral("%1, %2").arg(path, expected.error().detail)};
        settings.expected = *expected;
    }
    return settings;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("packwarden-conform"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PACKWARDEN_VERSION));
    QLoggingCategory::setFilterRules(QStringLiteral("qt.canbus*=false"));
    if (const QString odd = argumentThatIsNoText(argc, argv); !odd.isEmpty())
        return complain(Usage, odd);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Does a battery security processor do what the page on the wire asks for? Tries every rule, and "
        "every attack on it, over the bus.\n\nExit: 0 all as expected, 1 deviations, 2 usage, 4 no pack."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&](const char *name, const char *text, const char *value = "", const char *usual = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromUtf8(text), QString::fromLatin1(value),
            QString::fromLatin1(usual)});
    };
    option("bus", "CAN interface; ?fd at its end: in CAN FD frames.", "PLUGIN:DEVICE", "virtualcan:can0");
    option("node", "The pack's node, in hexadecimal.", "NODE", "10");
    option("kit", "Folder of the world that the pack was made in; without it rules that need keys are not run.", "DIR");
    option("rules", "Only these, with * and ?; may be given often.", "PATTERN");
    option("expect", "Deviations that are known of, one rule on a line.", "FILE");
    option("junit", "Write the report as JUnit XML, too.", "FILE");
    option("slack", "Milliseconds that bus and machine may add to an answer.", "MS", "50");
    option("thorough", "Longer requests and more nonsense; takes an hour on a slow bus.");
    option("list", "Name the rules and what they ask for.");
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(Usage, parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(AsExpected);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    if (parser.isSet(QStringLiteral("list"))) {
        for (const Rule &rule : chosen(parser.values(QStringLiteral("rules"))))
            say(QStringLiteral("%1  %2 (%3%4)")
                    .arg(QLatin1String(rule.name), -30)
                    .arg(QString::fromUtf8(rule.demand), QString::fromUtf8(rule.source),
                        rule.needsKeys ? QStringLiteral("; needs --kit") : QString()));
        return told(AsExpected);
    }
    const CryptoRuntime crypto;
    if (const auto ready = crypto.check(); !ready.ok())
        return complain(Usage, ready.error().detail);
    const auto settings = readSettings(parser);
    if (!settings.ok())
        return complain(Usage, settings.error().detail);
    return told(run(application, *settings));
}
