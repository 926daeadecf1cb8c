// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// packwarden-watchedconsole [options of packwarden]: the whole console, watched by a timer on its window's thread.
// packwarden-watchedconsole send BUS PACKS: packs that send and answer nothing, until it is ended.
// Both are started by bench_console.py, which has a demo world, packs and a store for them.

#include "app/console.h"
#include "hw/can/qtcanport.h"
#include "models/core/base/clock.h"
#include "models/core/pki/signingkey.h"
#include "models/packs/packsmodel.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "tests/bench/figure.h"
#include "tests/bench/heartbeat.h"
#include "tests/bench/traffic.h"
#include "tests/support/patience.h"
#include "widgets/kit/filechooser.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr int patience = 60'000;
constexpr int periodMilliseconds = 10'000;

int send(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    bench::must(words.size() == 4, "send BUS PACKS");
    QtCanPort port(words.at(2), QtCanPort::Hosting::Allowed);
    bench::Traffic traffic(bench::traffic(words.at(3).toInt(), periodMilliseconds), periodMilliseconds, &application);
    QObject::connect(&traffic, &bench::Traffic::due, &port, [&port](const QList<QCanBusFrame> &frames) {
        for (const QCanBusFrame &frame : frames)
            port.send(frame);
    });
    QObject::connect(&port, &CanPort::stateChanged, &traffic, [&traffic](CanPort::State state) {
        bench::must(state != CanPort::State::Failed, "the bus did not open");
        if (state == CanPort::State::Open) {
            traffic.start();
            std::puts("ready");
            std::fflush(stdout);
        }
    });
    port.open();
    return QCoreApplication::exec();
}

struct Watched
{
    double process = 0; ///< of a core
    double window = 0; ///< of a core, the window's thread
    double late = 0; ///< ms, of 99 of 100 beats
};

Watched watch(int seconds)
{
    Watched found;
    bench::Heartbeat heart;
    QElapsedTimer elapsed;
    const double process = bench::processSeconds();
    const double window = bench::processorSeconds();
    elapsed.start();
    heart.start();
    QTimer::singleShot(seconds * 1000, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    const double taken = double(elapsed.nsecsElapsed()) / 1e9;
    found.process = (bench::processSeconds() - process) / taken;
    found.window = (bench::processorSeconds() - window) / taken;
    found.late = heart.late99();
    return found;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], "send") == 0)
        return send(argc, argv);
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QCommandLineParser parser;
    const auto option = [&parser](const char *name) {
        parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value")});
    };
    for (const char *name : {"bus", "store", "demo", "part", "identity", "packs", "rest", "seconds"})
        option(name);
    parser.process(application);
    const auto value = [&parser](const char *name) {
        return parser.value(QString::fromLatin1(name));
    };

    const CryptoRuntime crypto;
    const SystemClock clock;
    DesktopFileChooser files;
    applyTheme(application, ThemeMode::Light, QPalette());
    ConsoleOptions options;
    options.buses = parser.values(QStringLiteral("bus"));
    options.store = value("store");
    options.demo = value("demo");
    options.part = value("part");
    options.identity = value("identity");
    auto opened = Console::open(options, clock, files);
    bench::must(opened.ok(), "store");
    Console &console = *opened.value();
    console.start();
    console.window().resize(1280, 800);
    const int packs = value("packs").toInt();
    bench::must(waitFor([&] { return console.packs().rowCount() >= packs; }, patience), "not all packs were heard");
    bench::must(waitFor([&] { return console.workspace().session().isSignedIn(); }, patience), "not signed in");
    (void)watch(value("rest").toInt());
    const Watched found = watch(value("seconds").toInt());
    const QJsonObject told{{QStringLiteral("process"), found.process}, {QStringLiteral("window"), found.window},
        {QStringLiteral("late"), found.late}};
    std::puts(QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}
