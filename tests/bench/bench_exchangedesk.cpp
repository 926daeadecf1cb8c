// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two windows' ways to one exchange: from the moment at which one desk gives a document until the other one has it, and
// how late a timer of the window's thread is while 1,000 documents arrive at once.

#include "app/tasks/exchangedesk.h"
#include "models/core/base/wholefile.h"
#include "tests/bench/figure.h"
#include "tests/bench/heartbeat.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/patience.h"
#include "tests/support/privatepostgres.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <vector>

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr int given = 100;
constexpr int atOnce = 1'000;
constexpr qint64 patience = 600'000;

DocumentFile request(TestWorld &world, const PackState &pack, int number)
{
    ChangeRequest asked = world.request(pack, QStringLiteral("soc.max"), 95000);
    asked.head.title = QString::number(number);
    DocumentFile file;
    file.document = world.sign(asked, QStringLiteral("courier.fleet-manager"), {});
    return file;
}

void reach(ExchangeDesk &desk, const QString &address)
{
    bench::must(desk.use(address).ok(), "no address");
    bench::must(waitFor([&] { return desk.state().reach == ExchangeState::Reach::Online; }, patience), "out of reach");
}

/// Milliseconds from one desk to the other.
double publishToShown(TestWorld &world, const PackState &pack, PrivatePostgres &server)
{
    Desk courier(world, pack);
    Desk leasing(world, pack);
    ExchangeDesk from(courier.workspace());
    ExchangeDesk to(leasing.workspace());
    reach(from, server.address(QStringLiteral("courier")));
    reach(to, server.address(QStringLiteral("leasing")));
    int came = 0;
    QObject::connect(&to, &ExchangeDesk::fetched, &to,
        [&](const ExchangeIntake::Fetched &fetched) { came += int(fetched.documents.size()); });
    std::vector<double> taken;
    for (int number = 0; number < given; ++number) {
        const QString path = courier.workspace().requestsFolder() + QStringLiteral("/%1.pwreq").arg(number);
        bench::must(wholefile::write(path, request(world, pack, number).encode()).ok(), "not written");
        QElapsedTimer timer;
        timer.start();
        from.publish({path});
        bench::must(waitFor([&] { return came > number; }, patience), "it does not arrive");
        taken.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return bench::percentile(taken, 0.99);
}

/// How late a timer of the thread that documents arrive in is, in milliseconds.
double lateness(TestWorld &world, const PackState &pack, PrivatePostgres &server)
{
    const auto owner = Exchange::open(*ExchangeAddress::parse(server.address(QStringLiteral("courier"))));
    bench::must(owner.ok(), "no exchange");
    for (int number = 0; number < atOnce; ++number)
        bench::must((*owner)->publish(request(world, pack, given + number)).ok(), "not published");
    Desk leasing(world, pack);
    ExchangeDesk desk(leasing.workspace());
    bench::Heartbeat heart;
    reach(desk, server.address(QStringLiteral("leasing")));
    heart.start();
    bench::must(waitFor([&] { return leasing.workspace().requestFiles().size() >= given + atOnce; }, patience),
        "they do not arrive");
    return heart.late99();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const CryptoRuntime crypto;
    TestWorld world;
    const PackState pack = world.pack();
    PrivatePostgres server;
    bench::must(server.start(), "no server");
    {
        const auto owner = Exchange::open(*ExchangeAddress::parse(server.address(QStringLiteral("owner"))));
        bench::must(owner.ok()
                && (*owner)
                       ->init({{QStringLiteral("courier"), QStringLiteral("courier")},
                           {QStringLiteral("leasing"), QStringLiteral("leasing")}})
                       .ok(),
            "no exchange");
    }
    const double shown = publishToShown(world, pack, server);
    bench::print("exchange_publish_to_shown_p99", shown, "ms", "300 ms", shown / 300, 1);
    const double late = lateness(world, pack, server);
    bench::print("exchange_1000_arrive_late_p99", late, "ms", "a frame of 16 ms", late / 16, 1);
    return 0;
}
