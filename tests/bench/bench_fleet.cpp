// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a fleet costs: 4, 10, 100, 1,000 and 10,000 known packs in one run. Each console is a process of its own.

#include "app/console.h"
#include "models/core/base/clock.h"
#include "models/core/pki/signingkey.h"
#include "models/fleet/fleetmodel.h"
#include "models/trust/fleettakeover.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "tests/bench/bigfleet.h"
#include "tests/bench/figure.h"
#include "tests/support/testworld.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <sys/resource.h>
#include <vector>

using namespace packwarden;

namespace {

constexpr int sizes[] = {4, 10, 100, 1'000, 10'000};
constexpr int rounds = 3;

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    bench::must(file.open(QIODevice::ReadOnly), "no memory figures");
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

/// What the processor spends on this thread, in milliseconds, until all that follows at once is done.
double cost(const std::function<void()> &act)
{
    const double before = bench::processorSeconds();
    act();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return (bench::processorSeconds() - before) * 1000;
}

/// How late a timer of the window's thread is, by what this thread did meanwhile.
class Heartbeat final
{
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double now = bench::processorSeconds();
            m_late.push_back((now - m_last) * 1000);
            m_last = now;
        });
        m_last = bench::processorSeconds();
        m_timer.start(5);
    }
    double worst99() const { return m_late.empty() ? 0 : bench::percentile(m_late, 0.99); }
    double worst() const { return m_late.empty() ? 0 : bench::percentile(m_late, 1); }

private:
    QTimer m_timer;
    double m_last = 0;
    std::vector<double> m_late;
};

void waitUntil(const std::function<bool()> &done)
{
    QElapsedTimer patience;
    patience.start();
    while (!done() && patience.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 10);
    bench::must(done(), "it did not come to its end");
}

/// One console over a store: its figures as JSON on standard output.
int runConsole(const QString &store)
{
    const CryptoRuntime crypto;
    const SystemClock clock;
    test::StubFileChooser files;
    QJsonObject figures;
    const double begun = bench::processorSeconds();
    ConsoleOptions options;
    options.store = store;
    auto console = Console::open(options, clock, files);
    bench::must(console.ok(), "no console");
    (*console)->start();
    MainWindow &window = (*console)->window();
    waitUntil([&] { return window.isVisible(); });
    window.grab();
    figures.insert(QStringLiteral("window"), (bench::processorSeconds() - begun) * 1000);

    // All known packs come to stand in the list, and are judged for tomorrow; the window goes on meanwhile.
    Heartbeat filling;
    QElapsedTimer wall;
    wall.start();
    figures.insert(QStringLiteral("page open"), cost([&] { window.openPage(WindowPages::Fleet); }));
    auto *table = window.findChild<QTableView *>(QStringLiteral("fleetTable"));
    auto *filter = qobject_cast<QAbstractProxyModel *>(table->model());
    auto &fleet = *static_cast<FleetModel *>(filter->sourceModel());
    const int packs = int((*console)->workspace().trust().packs().size());
    bool isJudged = false;
    QObject::connect(&fleet, &FleetModel::outlookChanged, &window, [&] { isJudged = true; });
    waitUntil([&] { return fleet.rowCount() == packs; });
    fleet.refreshOutlook();
    isJudged = false;
    waitUntil([&] { return isJudged; });
    figures.insert(QStringLiteral("whole"), double(wall.elapsed()));
    figures.insert(QStringLiteral("heartbeat"), filling.worst99());
    wall.start();
    isJudged = false;
    fleet.refreshOutlook();
    waitUntil([&] { return isJudged; });
    figures.insert(QStringLiteral("tomorrow"), double(wall.elapsed()));
    figures.insert(QStringLiteral("memory"), residentMegabytes());

    double slowest = 0;
    for (int column = 0; column < FleetModel::ColumnCount; ++column) {
        for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder})
            slowest = std::max(slowest, cost([&] { table->sortByColumn(column, order); }));
    }
    figures.insert(QStringLiteral("sort"), slowest);
    slowest = 0;
    auto *search = window.findChild<QLineEdit *>(QStringLiteral("fleetSearch"));
    for (const char *text : {"0", "00", "001", "0017", "courier", "nothing", ""})
        slowest = std::max(slowest, cost([&] { search->setText(QString::fromLatin1(text)); }));
    auto *which = window.findChild<QComboBox *>(QStringLiteral("fleetWhich"));
    for (const int chosen : {1, 2, 0})
        slowest = std::max(slowest, cost([&] { which->setCurrentIndex(chosen); }));
    figures.insert(QStringLiteral("filter"), slowest);
    // Values are asked for as they are typed; what is half typed is no question yet.
    slowest = 0;
    for (const char *text : {"policy<", "policy<9", "policy<9 owner:leasing", "policy<9 owner:leasing not lock:locked",
             "behind>0 or days>30", "tomorrow:stops or tomorrow:unknown", "soc<20", ""})
        slowest = std::max(slowest, cost([&] { search->setText(QString::fromLatin1(text)); }));
    figures.insert(QStringLiteral("query"), slowest);
    // A store is measured several times.
    if (fleet.book().groups().isEmpty()) {
        for (const PackGroup &group : {PackGroup{QStringLiteral("All"), {}, {}, {}},
                 PackGroup{QStringLiteral("Odd"), QStringLiteral("All"), QStringLiteral("behind>0"), {}},
                 PackGroup{QStringLiteral("Rest"), QStringLiteral("All"), QStringLiteral("not group:Odd"), {}}})
            bench::must(fleet.book().keep(group).ok(), "no groups");
    }
    Q_EMIT fleet.bookChanged();
    figures.insert(
        QStringLiteral("group"), cost([&] { which->setCurrentIndex(which->findData(QStringLiteral("All"))); }));
    bench::must(filter->rowCount() == packs, "the groups do not hold all packs");
    figures.insert(QStringLiteral("choose all"), cost([&] { table->selectAll(); }));
    table->clearSelection();
    which->setCurrentIndex(0);
    auto *strip = window.findChild<QWidget *>(QStringLiteral("fleetDistribution"));
    figures.insert(QStringLiteral("distribution"), cost([&] { strip->show(); }));
    strip->hide();
    figures.insert(QStringLiteral("end"), cost([&] {
        table->scrollToBottom();
        table->viewport()->grab();
    }));
    std::vector<double> steps;
    for (int step = 0; step < 200; ++step)
        steps.push_back(cost([&] {
            table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() * step / 200);
            table->viewport()->grab();
        }));
    figures.insert(QStringLiteral("scroll"), bench::percentile(steps, 0.99));

    TrustBook &trust = (*console)->workspace().trust();
    std::vector<double> news;
    for (int i = 0; i < 40; ++i) {
        PackFacts facts = trust.pack(trust.packs().at(i % packs))->facts;
        facts.node = 0x11 + i % 100;
        wall.start();
        bench::must(trust.learn(facts).ok(), "not learnt");
        news.push_back(double(wall.nsecsElapsed()) / 1e6);
    }
    figures.insert(QStringLiteral("news"), bench::percentile(news, 0.5));
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return 0;
}

QJsonObject measureConsole(const QString &store)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--console"), store});
    bench::must(child.waitForFinished(180'000) && child.exitCode() == 0, "the console failed");
    return QJsonDocument::fromJson(child.readAllStandardOutput().trimmed().split('\n').constLast()).object();
}

double childSeconds()
{
    struct rusage used = {};
    getrusage(RUSAGE_CHILDREN, &used);
    const auto seconds = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// Milliseconds of the processor for a command that ends well.
double measureCommand(const QString &store, const QStringList &arguments)
{
    std::vector<double> all;
    for (int round = 0; round < rounds; ++round) {
        const double before = childSeconds();
        QProcess child;
        child.setStandardOutputFile(QProcess::nullDevice());
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QStringLiteral(PACKWARDEN_CTL), arguments + QStringList{QStringLiteral("--store"), store});
        bench::must(child.waitForFinished(180'000) && child.exitCode() == 0, qPrintable(arguments.join(u' ')));
        all.push_back((childSeconds() - before) * 1000);
    }
    return bench::percentile(all, 0.5);
}

struct Figure
{
    const char *name;
    const char *unit;
    double goal; ///< of the ratio to 4 packs; 0: none
};
constexpr Figure consoleFigures[]
    = {{"window", "ms", 1.2}, {"page open", "ms", 0}, {"whole", "ms", 0}, {"heartbeat", "ms", 0}, {"tomorrow", "ms", 0},
        {"memory", "MiB", 0}, {"sort", "ms", 0}, {"filter", "ms", 0}, {"query", "ms", 0}, {"group", "ms", 0},
        {"choose all", "ms", 0}, {"distribution", "ms", 0}, {"end", "ms", 0}, {"scroll", "ms", 0}, {"news", "ms", 0}};

/// Ratios and bytes as people read them, and one JSON line for each figure.
int runAll(int most)
{
    const CryptoRuntime crypto;
    test::TestWorld world;
    QTemporaryDir folder;
    QElapsedTimer made;
    made.start();
    const QList<KnownPack> fleet = bench::bigFleet(most);
    std::printf("{\"name\":\"signing %d statements\",\"value\":%lld,\"unit\":\"ms\"}\n", most, made.restart());
    const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
    QFile file(certificate);
    bench::must(file.open(QIODevice::WriteOnly)
            && file.write(world.key(QStringLiteral("courier.fleet-manager"))->leaf().toPem()) > 0,
        "no certificate");
    file.close();
    QHash<QString, double> ofFour;
    const auto tell = [&](const QString &name, int packs, double value, const char *unit, double goal) {
        const QByteArray line = QStringLiteral("%1, %2 packs").arg(name).arg(packs).toUtf8();
        if (packs == sizes[0])
            ofFour.insert(name, value);
        const double four = ofFour.value(name);
        bench::print(line.constData(), value, unit, "4 packs", four > 0 ? value / four : 0, goal);
    };
    for (const int packs : sizes) {
        if (packs > most)
            break;
        const QString store = folder.filePath(QString::number(packs));
        made.start();
        bench::writeStore(store, fleet.mid(0, packs));
        tell(QStringLiteral("writing the store"), packs, double(made.elapsed()), "ms", 0);
        double statements = 0;
        for (const KnownPack &pack : fleet.mid(0, packs))
            statements += double(pack.statement.size());
        tell(QStringLiteral("disk beyond the statement"), packs,
            (double(QFileInfo(store + QStringLiteral("/fleet.db")).size()) - statements) / 1024 / packs, "KiB/pack", 0);
        const auto command = [&](const char *name, const QStringList &arguments, double goal) {
            tell(QString::fromLatin1(name), packs, measureCommand(store, arguments), "ms", goal);
        };
        command("trust show", {QStringLiteral("trust"), QStringLiteral("show")}, 1.5);
        command("keys list", {QStringLiteral("keys"), QStringLiteral("list")}, 1.5);
        // A line for each pack: at most 300 ms.
        command("keys reach", {QStringLiteral("keys"), QStringLiteral("reach"), certificate}, 0);
        command("fleet list, by a question",
            {QStringLiteral("fleet"), QStringLiteral("list"), QStringLiteral("--where"),
                QStringLiteral("policy<9 not lock:locked")},
            0);
        QHash<QString, std::vector<double>> values;
        for (int round = 0; round < rounds; ++round) {
            const QJsonObject figures = measureConsole(store);
            for (const Figure &figure : consoleFigures)
                values[QLatin1String(figure.name)].push_back(figures.value(QLatin1String(figure.name)).toDouble());
        }
        for (const Figure &figure : consoleFigures)
            tell(QLatin1String(figure.name), packs, bench::percentile(values.value(QLatin1String(figure.name)), 0.5),
                figure.unit, figure.goal);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("packwarden"));
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("--console"))
        return runConsole(arguments.value(2));
    if (arguments.value(1) == QLatin1String("--older")) {
        const CryptoRuntime crypto;
        bench::writeOlderStore(arguments.value(2), bench::bigFleet(arguments.value(3).toInt()));
        return 0;
    }
    return runAll(arguments.size() > 1 ? arguments.at(1).toInt() : 10'000);
}
