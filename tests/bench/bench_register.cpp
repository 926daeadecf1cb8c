// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the register of packs in an exchange costs: 1,000,000 packs on a PostgreSQL of this run, beside the same with
// 1,000.

#include "models/core/pki/signingkey.h"
#include "models/exchange/exchange.h"
#include "tests/bench/figure.h"
#include "tests/support/privatepostgres.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <algorithm>
#include <functional>
#include <vector>

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr int few = 1'000;
constexpr int many = 1'000'000;
constexpr int times = 300;

QString serialOf(int number)
{
    return QStringLiteral("SDB-%1").arg(number, 7, 10, QLatin1Char('0'));
}

/// Milliseconds that 99 of 100 calls stay below.
double p99(const std::function<void(int)> &call)
{
    std::vector<double> taken;
    for (int turn = 0; turn < times; ++turn) {
        QElapsedTimer timer;
        timer.start();
        call(turn);
        taken.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return bench::percentile(taken, 0.99);
}

/// Words of so many packs by two parties: as long as statements are, and met within the last ten days.
void fill(PrivatePostgres &server, int from, int to)
{
    const QString rows = QStringLiteral(
        "insert into packwarden.packs (serial, publisher, statement, counter, seen) select 'SDB-' || lpad(n::text, 7, "
        "'0'), "
        "case n % 5 when 0 then 'leasing' else 'courier' end, decode(repeat(md5(n::text), 40), 'hex'), n % 100, "
        "now() - (n % 240) * interval '1 hour' from generate_series(%1, %2) as n");
    bench::must(!server.sql(rows.arg(from).arg(to - 1)).isNull(), server.said);
    bench::must(!server.sql(QStringLiteral("analyze packwarden.packs")).isNull(), server.said);
}

/// Which of the packs the exchange holds, asked as members ask.
class Asker final
{
public:
    Asker(PrivatePostgres &server, int packs)
        : m_packs(packs)
    {
        const auto address = ExchangeAddress::parse(server.address(QStringLiteral("leasing")));
        auto opened = Exchange::open(*address);
        bench::must(opened.ok(), QStringLiteral("no exchange"));
        m_exchange = std::move(opened).value();
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("asker"));
        m_database.setHostName(address->host);
        m_database.setDatabaseName(address->database);
        m_database.setUserName(address->login);
        bench::must(m_database.open(), QStringLiteral("no connection"));
    }
    ~Asker()
    {
        m_database = {};
        QSqlDatabase::removeDatabase(QStringLiteral("asker"));
    }

    double newestStatement()
    {
        return p99([this](int turn) {
            const auto words = m_exchange->packs({serialOf(place(turn))});
            bench::must(words.ok() && words->size() == 1, QStringLiteral("no word"));
        });
    }
    double hundredStatements()
    {
        return p99([this](int turn) {
            QStringList serials;
            for (int i = 0; i < Exchange::maxWords; ++i)
                serials.append(serialOf((place(turn) + i * 37) % m_packs));
            bench::must(m_exchange->packs(serials).ok(), QStringLiteral("no words"));
        });
    }
    /// A page of the list, from any place on.
    double list()
    {
        return rows(QStringLiteral("select serial, publisher, counter, seen from packwarden.packs where serial > '%1' "
                                   "order by serial limit 100"));
    }
    /// Those whose serial begins so.
    double filter()
    {
        return rows(
            QStringLiteral("select serial, publisher, counter, seen from packwarden.packs where serial >= '%1' and "
                           "serial < '%1' || '~' order by serial limit 100"));
    }
    /// Packs that one party has not met for three days, a page from any place on.
    double notHeard()
    {
        return rows(
            QStringLiteral("select serial, seen from packwarden.packs where publisher = 'courier' and seen < now() - "
                           "interval '3 days' and serial > '%1' order by serial limit 100"));
    }
    double news()
    {
        const auto now = m_exchange->news({});
        bench::must(now.ok(), QStringLiteral("no news"));
        const ExchangeCursor since = now->constLast().cursor;
        return p99([this, &since](int turn) {
            bench::must(
                m_exchange->takeLease(serialOf(place(turn)), QByteArray(32, 'd'), QStringLiteral("bench"), 1).ok(),
                QStringLiteral("no lease"));
            bench::must(m_exchange->news(since).ok(), QStringLiteral("no news"));
        });
    }

private:
    int place(int turn) const { return int(qint64(turn) * 7919 % m_packs); }
    double rows(const QString &sql)
    {
        return p99([&](int turn) {
            QSqlQuery query(m_database);
            query.setForwardOnly(true);
            bench::must(query.exec(sql.arg(serialOf(place(turn)))), sql);
            while (query.next()) { }
        });
    }

    const int m_packs;
    std::unique_ptr<Exchange> m_exchange;
    QSqlDatabase m_database;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const CryptoRuntime crypto;
    PrivatePostgres server;
    bench::must(server.start(), server.said);
    {
        const auto owner = Exchange::open(*ExchangeAddress::parse(server.address(QStringLiteral("owner"))));
        bench::must(owner.ok()
                && (*owner)
                       ->init({{QStringLiteral("courier"), QStringLiteral("courier")},
                           {QStringLiteral("leasing"), QStringLiteral("leasing")}})
                       .ok(),
            QStringLiteral("no exchange"));
    }
    struct Question
    {
        const char *name;
        double (Asker::*ask)();
    };
    const Question questions[] = {{"register_newest_statement_p99", &Asker::newestStatement},
        {"register_100_statements_p99", &Asker::hundredStatements}, {"register_list_page_p99", &Asker::list},
        {"register_filter_p99", &Asker::filter}, {"register_not_heard_page_p99", &Asker::notHeard},
        {"register_nothing_new_p99", &Asker::news}};
    fill(server, 0, few);
    std::vector<double> before;
    {
        Asker asker(server, few);
        for (const Question &question : questions)
            before.push_back((asker.*question.ask)());
    }
    QElapsedTimer timer;
    timer.start();
    fill(server, few, many);
    bench::print("register_fill", double(many - few) / (double(timer.elapsed()) / 1000), "rows/s", "", 0);
    {
        const QString bytes = server.sql(QStringLiteral(
            "select sum(pg_total_relation_size(inhrelid)) / count(*) / (%1 / 16.0) from pg_inherits where inhparent = "
            "'packwarden.packs'::regclass")
                                             .arg(many));
        bench::print("register_disk", bytes.toDouble(), "bytes/pack", "", 0);
    }
    Asker asker(server, many);
    for (size_t at = 0; at < before.size(); ++at) {
        const double now = (asker.*questions[at].ask)();
        bench::print(questions[at].name, now, "ms", "the same with 1,000 packs", now / before[at]);
    }
    return 0;
}
