// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/linkthread.h"
#include "tests/bench/figure.h"
#include "tests/bench/heartbeat.h"
#include "tests/bench/traffic.h"
#include "tests/widgets/support/windowworld.h"
#include "widgets/style/theme.h"
#include "widgets/window/busstatus.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr int runSeconds = 8;

/// Proof that there was something to see.
class PaintCount final : public QObject
{
public:
    int count = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

struct Run
{
    double windowShare = 0; ///< of a core, the window's thread
    double processShare = 0; ///< and with the link's thread
    double lateness99 = 0; ///< ms, of a timer of 4 ms on the window's thread
    double lateness = 0; ///< the worst
    int packs = 0;
};

/// What is in view.
enum class View { Nothing, Inspector, Fleet };

/// The console's window with this many packs, on as many buses, and what is in view of them.
Run run(Workspace &workspace, const PackState &state, int packs, View view, int buses = 1)
{
    const bool visible = view != View::Nothing;
    const qint64 period = packs > 100 ? 10'000 : 60'000;
    std::vector<QList<bench::Due>> frames;
    std::vector<std::unique_ptr<LinkThread>> threads;
    for (int i = 0; i < buses; ++i)
        frames.push_back(bench::traffic(packs / buses + (i < packs % buses ? 1 : 0), period));
    for (const QList<bench::Due> &each : frames)
        threads.push_back(std::make_unique<LinkThread>(
            workspace.clock(), [&each, period](const QString &, QObject *parent) -> CanPort * {
                return new bench::TrafficPort(each, period, parent);
            }));
    WindowWorld world(workspace);
    world.window.resize(1280, 800);
    world.window.buses().set({});
    world.window.openPage(MainWindow::Inspector);
    if (view == View::Fleet)
        world.window.openPage(MainWindow::Fleet);
    if (visible)
        world.window.show();
    Run result;
    PaintCount painted;
    auto *cells = world.window.findChild<QWidget *>(QStringLiteral("cellMap"));
    auto *trend = world.window.findChild<QWidget *>(QStringLiteral("trendCanvas"));
    bench::must(cells && trend, "no cells");
    cells->installEventFilter(&painted);
    trend->installEventFilter(&painted);
    if (view == View::Fleet) {
        for (auto *table : world.window.findChildren<QTableView *>(QStringLiteral("fleetTable")))
            table->viewport()->installEventFilter(&painted);
    }
    for (int i = 0; i < buses; ++i) {
        PackLink *link = threads.at(size_t(i))->link();
        const QString bus = QStringLiteral("bench:%1").arg(i);
        QObject::connect(link, &PackLink::telemetry, &world.window, [&, i, bus](const QList<PackTelemetry> &all) {
            for (PackTelemetry telemetry : all) {
                telemetry.serial = QStringLiteral("SDB-BENCH-%1%2").arg(i).arg(telemetry.node, 3, 10, QLatin1Char('0'));
                world.packs.setTelemetry(telemetry, bus);
            }
            result.packs = world.packs.rowCount();
            world.window.telemetryArrived();
        });
        QMetaObject::invokeMethod(link, [link, bus] { link->open(bus); });
    }
    world.parameters.setParameters(ParameterInfo::tableOf(state), workspace.clock().now());

    bench::Heartbeat heart;
    double window = 0;
    double process = 0;
    int paintedBefore = 0;
    QElapsedTimer elapsed;
    QTimer::singleShot(2000, &world.window, [&] {
        window = bench::processorSeconds();
        process = bench::processSeconds();
        paintedBefore = painted.count;
        elapsed.start();
        heart.start();
        QTimer::singleShot(runSeconds * 1000, &world.window, [&] {
            const double seconds = double(elapsed.nsecsElapsed()) / 1e9;
            result.windowShare = (bench::processorSeconds() - window) / seconds;
            result.processShare = (bench::processSeconds() - process) / seconds;
            QApplication::quit();
        });
    });
    QApplication::exec();
    result.lateness99 = heart.late99();
    result.lateness = heart.latest();
    bench::must(result.packs == packs, "not all packs were heard");
    const int paintings = painted.count - paintedBefore;
    if (const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES"); visible && !folder.isEmpty())
        world.window.grab().save(QStringLiteral("%1/bench-%2-packs-%3.png").arg(folder).arg(packs).arg(int(view)));
    const int least = view == View::Fleet ? runSeconds / 2 : 4 * runSeconds;
    bench::must(visible && packs > 0 ? paintings > least : paintings < 4, "not what was to be seen");
    return result;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    applyTheme(application, ThemeMode::Light, QPalette());
    CryptoRuntime crypto;
    QTemporaryDir folder;
    SystemClock clock;
    auto opened = Workspace::open(folder.filePath(QStringLiteral("store")), clock);
    bench::must(opened.ok(), "store");
    const std::unique_ptr<Workspace> workspace = std::move(opened).value();
    TestWorld makers;
    const PackState state = makers.pack();

    const Run hidden = run(*workspace, state, 1, View::Nothing);
    const Run shown = run(*workspace, state, 1, View::Inspector);
    bench::print("one pack of 96 cells in full view, window and link", shown.processShare * 100, "% of a core",
        "the same with no window in view", shown.processShare / hidden.processShare);
    bench::print("one pack of 96 cells in full view, the window's thread", shown.windowShare * 100, "% of a core",
        "5 % of a core", shown.windowShare / 0.05, 1);
    const Run quiet = run(*workspace, state, 0, View::Inspector);
    const Run four = run(*workspace, state, 4, View::Inspector);
    bench::print("heartbeat late while 4 packs send, p99", four.lateness99, "ms", "16 ms", four.lateness99 / 16, 1);
    bench::print("heartbeat late with no pack, p99", quiet.lateness99, "ms", "16 ms", quiet.lateness99 / 16, 1);
    bench::print("heartbeat late while 4 packs send, worst", four.lateness, "ms", "with no pack",
        four.lateness / std::max(quiet.lateness, 0.01));
    bench::print("4 packs of 96 cells, one in full view, window and link", four.processShare * 100, "% of a core",
        "one pack", four.processShare / shown.processShare);
    // A yard: as many packs as five interfaces carry.
    constexpr int many = 250;
    constexpr int buses = 5;
    for (const auto &[view, words] :
        {std::pair(View::Inspector, "one in full view"), std::pair(View::Fleet, "in a table")}) {
        const Run few = run(*workspace, state, 4, view);
        const Run yard = run(*workspace, state, many, view, buses);
        bench::print(qPrintable(QStringLiteral("250 packs on 5 buses, %1, window and links").arg(QLatin1String(words))),
            yard.processShare * 100, "% of a core", "60 % of a core", yard.processShare / 0.6, 1);
        bench::print(
            qPrintable(QStringLiteral("250 packs on 5 buses, %1, the window's thread").arg(QLatin1String(words))),
            yard.windowShare * 100, "% of a core", "4 packs", yard.windowShare / few.windowShare);
        bench::print(
            qPrintable(QStringLiteral("heartbeat late while 250 packs send, %1, p99").arg(QLatin1String(words))),
            yard.lateness99, "ms", "16 ms", yard.lateness99 / 16, 1);
    }
    return 0;
}
