// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The matrix of 60 roles and 250 capabilities in a window of 1280 x 800: how long the window's thread is busy with one
// step of scrolling, one letter of a filter, one edit with all its checks.

#include "models/permissions/permissionsfilter.h"
#include "models/permissions/permissionsmodel.h"
#include "tests/bench/bigrules.h"
#include "tests/bench/figure.h"
#include "tests/support/testworld.h"
#include "widgets/permissions/matrix/matrixview.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace packwarden;
using test::TestWorld;

namespace {

constexpr double frame = 16; ///< ms: sixty pictures a second
constexpr double noticed = 20; ///< ms

/// Counts what was painted, so that no figure is of work that was put off.
class Painted final : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

struct Window
{
    PolicyDraft draft;
    PermissionsModel model{draft};
    PermissionsFilter filter;
    MatrixView view{draft, model, filter};
    Painted painted;

    explicit Window(const PackState &pack)
    {
        filter.setSourceModel(&model);
        model.setNow(TestWorld::now);
        draft.load(pack.policy, {pack.charter, pack.foundation, {pack.silicon}});
        view.resize(1280, 800);
        view.show();
        for (const char *name : {"matrixNames", "matrixCells", "matrixTakes"})
            view.findChild<QTableView *>(QLatin1String(name))->viewport()->installEventFilter(&painted);
        bench::must(QTest::qWaitForWindowExposed(&view), "a window");
        paint();
    }
    /// What the next frame does: what was put off, and all that is out of date in the window.
    void paint()
    {
        QCoreApplication::processEvents();
        QEvent update(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&view, &update);
    }
};

void report(const char *name, std::vector<double> &times, double goal)
{
    std::sort(times.begin(), times.end());
    const double p99 = times[times.size() * 99 / 100];
    const QByteArray against = QByteArray::number(goal) + " ms; the median is "
        + QByteArray::number(times[times.size() / 2], 'f', 2) + " ms";
    bench::print(name, p99, "ms", against.constData(), p99 / goal, 1);
}

template <typename Work> double milliseconds(const Work &work)
{
    const double start = bench::processorSeconds();
    work();
    return (bench::processorSeconds() - start) * 1000;
}

/// With the frame that follows.
template <typename Work> double milliseconds(Window &window, const Work &work)
{
    const int before = window.painted.count;
    const double time = milliseconds([&] {
        work();
        window.paint();
    });
    bench::must(window.painted.count > before, "nothing was painted");
    return time;
}

void measure(Window &window, const QList<CapabilityId> &rows)
{
    std::vector<double> times;
    const auto scroll = [&](QScrollBar *bar) {
        bench::must(bar->maximum() > 0, "nothing to scroll");
        for (int step = 0; step < 300; ++step)
            times.push_back(milliseconds(window, [&] { bar->setValue((step * 37 + 1) % bar->maximum()); }));
    };
    scroll(window.view.cells().verticalScrollBar());
    report("matrix scroll down, p99", times, frame);
    times.clear();
    scroll(window.view.cells().horizontalScrollBar());
    report("matrix scroll across, p99", times, frame);
    times.clear();
    const QString typed = QStringLiteral("set-limit-12");
    for (int round = 0; round < 20; ++round) {
        // Letters that leave all rows where they are have nothing to paint.
        for (const int length : {11, 12, 0})
            times.push_back(milliseconds(window, [&] { window.filter.setText(typed.left(length), {}); }));
    }
    report("matrix filter a letter, p99", times, frame);
    times.clear();
    window.filter.setText({}, {});
    for (int round = 0; round < 200; ++round) {
        const CapabilityId &row = rows.at(round % 40);
        const RoleId role = window.draft.policy().seats.value(row).groups.constFirst().of.constFirst().role;
        window.view.setCurrent(window.model.indexOf(row, role));
        window.paint();
        times.push_back(
            milliseconds(window, [&] { bench::must(window.draft.setState(row, role, CellState::None), "edit"); }));
        window.draft.undoStack().undo();
        window.paint();
    }
    report("matrix edit, checked and painted, p99", times, noticed);
    times.clear();
    for (int round = 0; round < 200; ++round)
        times.push_back(milliseconds([&] { (void)window.draft.problems(TestWorld::now); }));
    report("matrix checks after an edit, p99", times, noticed);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const CryptoRuntime crypto;
    applyTheme(app, ThemeMode::Light, QPalette());
    TestWorld world;
    PackState pack = world.pack();
    const QList<CapabilityId> rows = bench::addBigRules(pack);
    Window window(pack);
    measure(window, rows);
    return 0;
}
