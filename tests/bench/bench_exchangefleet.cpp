// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One policy from "published" to the last receipt verified at the desk that published it: 100, 1,000 and 10,000 packs
// with a verifier and a memory each behind a courier for every fifty, on a PostgreSQL of this run. Beside the floor:
// the same verifications alone, and the same rows inserted by psql.

#include "models/core/base/wholefile.h"
#include "models/core/judge/verifier.h"
#include "models/exchange/exchangevisit.h"
#include "models/trust/trustbook.h"
#include "tests/bench/figure.h"
#include "tests/models/support/fleetreceipts.h"
#include "tests/support/privatepostgres.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <vector>

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr int packsOfOne = 50;
constexpr int couriersBetweenVisits = 4;

/// A pack without a bus: what it holds, and its key.
struct Pack
{
    PackState state;
    std::shared_ptr<SigningKey> key;

    /// As its processor does: every signature verified, the new rules kept, the receipt signed.
    QByteArray apply(const CoseSign &document)
    {
        const Verdict verdict = verifyDocument(document, {}, state);
        bench::must(verdict.accepted() && !verdict.alreadyApplied, QStringLiteral("a pack refuses the policy"));
        state = stateAfter(verdict, state);
        Receipt receipt;
        receipt.document = verdict.payloadSha256;
        receipt.serial = state.serial;
        receipt.policyVersion = state.policy.version;
        receipt.at = state.now;
        receipt.logCount = 7;
        receipt.logHash = QByteArray(32, 'g');
        receipt.siliconSha256 = state.silicon.sha256();
        receipt.foundationSha256 = state.foundation.sha256();
        return CoseSign1::make(contenttype::receipt, receipt.encode(), *key, state.now)->encode();
    }
};

struct Courier
{
    std::unique_ptr<Desk> desk;
    std::unique_ptr<Exchange> exchange;
    ExchangeAddress address;
    std::vector<Pack *> packs;

    ExchangeVisit visit() { return {*exchange, address, desk->workspace()}; }
};

class Fleet final
{
public:
    Fleet(TestWorld &world, PrivatePostgres &server, int packs)
        : m_world(world)
        , m_server(server)
        , m_base(world.pack())
        , m_policy(signedPolicy(world, m_base))
        , m_packs(size_t(packs))
    {
        makeDatabase(QStringLiteral("exchange"));
        makeDatabase(QStringLiteral("floor"));
        for (int number = 0; number < packs; ++number) {
            const QString serial = QStringLiteral("SDB-FLEET-%1").arg(number, 6, 10, QLatin1Char('0'));
            m_packs[size_t(number)] = {m_base, world.deviceKey(serial)};
            m_packs[size_t(number)].state.serial = PackSerial::fromTrusted(serial);
        }
        m_publisher = courier(QStringLiteral("leasing"));
        for (int number = 0; number < packs; number += packsOfOne) {
            m_couriers.push_back(courier(QStringLiteral("courier")));
            for (int of = number; of < std::min(packs, number + packsOfOne); ++of)
                m_couriers.back().packs.push_back(&m_packs[size_t(of)]);
        }
    }

    /// Seconds, of the clock on the wall.
    double rollOut()
    {
        const QString path = m_publisher.desk->workspace().requestsFolder() + QStringLiteral("/fleet.pwpol");
        bench::must(wholefile::write(path, m_policy.encode()).ok(), path);
        QElapsedTimer timer;
        timer.start();
        bench::must(m_publisher.visit().publish(path).ok(), QStringLiteral("not published"));
        int came = 0;
        int visited = 0;
        ExchangeVisit visit = m_publisher.visit();
        for (Courier &courier : m_couriers) {
            bringTo(courier);
            if (++visited % couriersBetweenVisits == 0)
                came += fetch(visit);
        }
        came += fetch(visit);
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        bench::must(came == int(m_packs.size()), QStringLiteral("%1 receipts of %2").arg(came).arg(m_packs.size()));
        bench::must(
            ReceiptBook(m_publisher.desk->workspace()).count(m_policy.payloadSha256()) == qint64(m_packs.size()),
            QStringLiteral("the book has others"));
        return seconds;
    }

    /// The same verifications, by packs that have not applied it, and the same rows.
    double floor()
    {
        for (Pack &pack : m_packs) {
            const PackSerial serial = pack.state.serial;
            pack.state = m_base;
            pack.state.serial = serial;
        }
        const TrustSnapshot trust = m_publisher.desk->workspace().trust().snapshot();
        const QList<CrlEntry> lists = trust.newestLists(TestWorld::now);
        QList<QByteArray> receipts;
        QElapsedTimer timer;
        timer.start();
        for (Pack &pack : m_packs) {
            receipts.append(pack.apply(m_policy.document));
            for (int side = 0; side < 2; ++side) // courier and publisher
                bench::must(verifyReceipt(
                                receipts.constLast(), m_policy.document, pack.state.serial, trust.pinned.charter, lists)
                                .ok(),
                    QStringLiteral("a receipt"));
        }
        double seconds = double(timer.nsecsElapsed()) / 1e9;
        const ExchangeRows rows = ExchangeRows::of(m_policy);
        QByteArray sql
            = "set session authorization courier; insert into packwarden.documents (id, document) values ('\\x"
            + rows.id().toHex() + "', '\\x" + rows.document.toHex() + "');\n";
        for (size_t at = 0; at < m_packs.size(); ++at)
            sql += "insert into packwarden.receipts (document, serial, content) values ('\\x" + rows.id().toHex()
                + "', '" + m_packs[at].state.serial.text().toLatin1() + "', '\\x" + receipts.at(qsizetype(at)).toHex()
                + "');\n";
        const QString file = m_server.addFile(QStringLiteral("rows.sql"), sql);
        timer.start();
        bench::must(m_server.runFile(file, QStringLiteral("floor")), m_server.said);
        seconds += double(timer.nsecsElapsed()) / 1e9;
        return seconds;
    }

private:
    void makeDatabase(const QString &name)
    {
        m_server.sql(QStringLiteral("drop database if exists %1 with (force)").arg(name), QStringLiteral("postgres"));
        m_server.sql(QStringLiteral("create database %1").arg(name), QStringLiteral("postgres"));
        const auto owner = Exchange::open(*ExchangeAddress::parse(m_server.address(QStringLiteral("owner"), name)));
        bench::must(owner.ok()
                && (*owner)
                       ->init({{QStringLiteral("courier"), QStringLiteral("courier")},
                           {QStringLiteral("leasing"), QStringLiteral("leasing")}})
                       .ok(),
            QStringLiteral("no exchange"));
    }
    Courier courier(const QString &login)
    {
        Courier made;
        made.desk = std::make_unique<Desk>(m_world, m_base);
        made.address = *ExchangeAddress::parse(m_server.address(login));
        auto opened = Exchange::open(made.address);
        bench::must(opened.ok(), QStringLiteral("no exchange"));
        made.exchange = std::move(opened).value();
        return made;
    }
    int fetch(ExchangeVisit &visit)
    {
        const auto fetched = visit.fetch();
        bench::must(fetched.ok() && fetched->leftOut == 0, QStringLiteral("not fetched"));
        return fetched->receipts;
    }
    void bringTo(Courier &courier)
    {
        QStringList serials;
        for (const Pack *pack : courier.packs)
            serials.append(pack->state.serial.text());
        ExchangeVisit visit = courier.visit();
        const auto fetched = visit.fetch(serials);
        bench::must(fetched.ok() && fetched->documents.size() == 1, QStringLiteral("no policy"));
        const QString path = fetched->documents.constFirst();
        const CoseSign document = DocumentFile::decode(wholefile::read(path, DocumentFile::maxBytes).value())->document;
        const TrustSnapshot trust = courier.desk->workspace().trust().snapshot();
        const QList<CrlEntry> lists = trust.newestLists(TestWorld::now);
        QList<ReceiptBook::Line> lines;
        for (Pack *pack : courier.packs) {
            const QString serial = pack->state.serial.text();
            const QString holder = QStringLiteral("depot");
            bench::must(courier.exchange->takeLease(serial, m_policy.payloadSha256(), holder, 60).value(), serial);
            const QByteArray receipt = pack->apply(document);
            bench::must(verifyReceipt(receipt, document, pack->state.serial, trust.pinned.charter, lists).ok(), serial);
            bench::must(courier.exchange->dropLease(serial, m_policy.payloadSha256(), holder).ok(), serial);
            lines.append({pack->state.serial, receipt});
        }
        bench::must(ReceiptBook(courier.desk->workspace()).keep(m_policy.payloadSha256(), lines, false).ok(), path);
        bench::must(visit.publish(path).ok(), path);
    }

    TestWorld &m_world;
    PrivatePostgres &m_server;
    const PackState m_base;
    const DocumentFile m_policy;
    std::vector<Pack> m_packs;
    Courier m_publisher;
    std::vector<Courier> m_couriers;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const CryptoRuntime crypto;
    TestWorld world;
    PrivatePostgres server;
    server.options = {QStringLiteral("-c"), QStringLiteral("max_connections=250")};
    bench::must(server.start(), server.said);
    double least = 0;
    for (const int packs : {100, 1'000, 10'000}) {
        if (argc > 1 && packs > QByteArray(argv[1]).toInt())
            break;
        Fleet fleet(world, server, packs);
        const double each = fleet.rollOut() / packs * 1e3;
        const double floor = fleet.floor() / packs * 1e3;
        least = least == 0 ? each : least;
        bench::print(qPrintable(QStringLiteral("rollout_%1_packs").arg(packs)), each, "ms/pack",
            "verifications and rows by psql alone", each / floor, 1.5);
        bench::print(qPrintable(QStringLiteral("rollout_%1_slope").arg(packs)), each, "ms/pack",
            "the same of 100 packs", each / least, 1.2);
    }
    return 0;
}
