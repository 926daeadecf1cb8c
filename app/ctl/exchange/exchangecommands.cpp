// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/exchange/exchangeverbs.h"
#include "models/core/base/ids.h"
#include "models/exchange/exchangevisit.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTimer>

namespace packwarden::ctl {

namespace {

constexpr int pollEvery = 60'000; // milliseconds; what the server does not tell, or cannot

/// What all verbs do first: the address, then a connection.
class ExchangeCommand : public Command
{
public:
    using Command::Command;

protected:
    /// Null after fail().
    Exchange *connected()
    {
        const auto address = ExchangeAddress::parse(options().exchange);
        if (!address.ok()) {
            usage(address.error().detail);
            return nullptr;
        }
        auto opened = Exchange::open(*address);
        if (!opened.ok()) {
            fail(opened.error());
            return nullptr;
        }
        m_address = *address;
        m_exchange = std::move(opened).value();
        return m_exchange.get();
    }
    Exchange &exchange() { return *m_exchange; }
    ExchangeVisit visit() { return {*m_exchange, m_address, *workspace()}; }

private:
    ExchangeAddress m_address;
    std::unique_ptr<Exchange> m_exchange;
};

class ExchangeInit final : public ExchangeCommand
{
public:
    using ExchangeCommand::ExchangeCommand;
    void start() override
    {
        QList<Exchange::Member> members;
        for (const QString &each : options().members) {
            const qsizetype equals = each.indexOf(u'=');
            const QString party = each.mid(equals + 1);
            if (equals <= 0 || !PositionId::parse(party).ok()) {
                usage(QStringLiteral("--member %1: write LOGIN=PARTY, with the party's id in the charter").arg(each));
                return;
            }
            members.append({each.left(equals), party});
        }
        if (!connected())
            return;
        if (auto made = exchange().init(members); !made.ok()) {
            fail(made.error());
            return;
        }
        const auto status = exchange().status();
        if (!status.ok()) {
            fail(status.error());
            return;
        }
        out().text(QStringLiteral("The database is an exchange (version %1) with %2 member(s).")
                       .arg(status->version)
                       .arg(status->members.size()));
        out().text(QStringLiteral("Logins that were made have no password yet: set one with \\password in psql, or let "
                                  "them in by certificate in pg_hba.conf."));
        done({{QStringLiteral("version"), status->version}, {QStringLiteral("members"), status->members.size()}});
    }
};

class ExchangeStatus final : public ExchangeCommand
{
public:
    using ExchangeCommand::ExchangeCommand;
    void start() override
    {
        if (!connected())
            return;
        const auto status = exchange().status();
        if (!status.ok()) {
            fail(status.error());
            return;
        }
        out().text(QStringLiteral("exchange   version %1, PostgreSQL %2, %3")
                       .arg(status->version)
                       .arg(status->server,
                           status->isEncrypted ? QStringLiteral("encrypted") : QStringLiteral("not encrypted")));
        out().text(
            QStringLiteral("you        %1").arg(status->party.isEmpty() ? QStringLiteral("no member") : status->party));
        out().text(QStringLiteral("documents  %1").arg(status->documents));
        out().text(QStringLiteral("packs      %1").arg(status->packs));
        QJsonArray members;
        for (const Exchange::Member &member : status->members) {
            out().text(QStringLiteral("member     %1 (%2)").arg(member.party, member.login));
            members.append(
                QJsonObject{{QStringLiteral("login"), member.login}, {QStringLiteral("party"), member.party}});
        }
        done({{QStringLiteral("version"), status->version}, {QStringLiteral("server"), status->server},
            {QStringLiteral("encrypted"), status->isEncrypted}, {QStringLiteral("id"), status->exchange},
            {QStringLiteral("party"), status->party.isEmpty() ? QJsonValue() : QJsonValue(status->party)},
            {QStringLiteral("documents"), status->documents}, {QStringLiteral("packs"), status->packs},
            {QStringLiteral("members"), members}});
    }
};

class ExchangePublish final : public ExchangeCommand
{
public:
    using ExchangeCommand::ExchangeCommand;
    void start() override
    {
        for (const QString &party : options().to) {
            if (!PositionId::parse(party).ok()) {
                usage(QStringLiteral("--to %1: that is no id of a party").arg(party));
                return;
            }
        }
        if (!workspace() || !connected())
            return;
        QJsonArray published;
        for (const QString &path : options().arguments) {
            const auto given = visit().publish(path, options().to);
            if (!given.ok()) {
                fail(given.error(), {{QStringLiteral("file"), path}, {QStringLiteral("published"), published}});
                return;
            }
            out().text(QStringLiteral("%1: %2").arg(path,
                given->isNew           ? QStringLiteral("published")
                    : given->parts > 0 ? QStringLiteral("%1 part(s) added to what is there").arg(given->parts)
                                       : QStringLiteral("all of it is there already")));
            published.append(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("new"), given->isNew},
                {QStringLiteral("parts"), given->parts}});
        }
        done({{QStringLiteral("published"), published}});
    }
};

/// What came, for people; and as JSON.
QJsonObject tell(const Output &out, const ExchangeIntake::Fetched &fetched)
{
    QJsonArray documents;
    for (const QString &path : fetched.documents) {
        out.text(QStringLiteral("%1: taken in").arg(path));
        documents.append(path);
    }
    QJsonArray lists;
    for (const QString &issuer : fetched.lists) {
        out.text(QStringLiteral("revocation list of %1: taken in").arg(issuer));
        lists.append(issuer);
    }
    if (fetched.receipts > 0)
        out.text(QStringLiteral("%1 receipt(s) of packs").arg(fetched.receipts));
    if (fetched.packs > 0)
        out.text(QStringLiteral("newer word of %1 pack(s)").arg(fetched.packs));
    QJsonArray refused;
    for (const ExchangeIntake::Refused &each : fetched.refused) {
        out.text(QStringLiteral("%1: refused, %2 (%3)").arg(each.what, codeName(each.why.code), each.why.detail));
        refused.append(QJsonObject{{QStringLiteral("what"), each.what},
            {QStringLiteral("reason"), codeName(each.why.code)}, {QStringLiteral("detail"), each.why.detail}});
    }
    if (fetched.leftOut > 0)
        out.text(
            QStringLiteral("%1 row(s) of the exchange are part of no document and were left out").arg(fetched.leftOut));
    return {{QStringLiteral("documents"), documents}, {QStringLiteral("lists"), lists},
        {QStringLiteral("receipts"), fetched.receipts}, {QStringLiteral("packs"), fetched.packs},
        {QStringLiteral("refused"), refused}, {QStringLiteral("leftOut"), fetched.leftOut}};
}

class ExchangeFetch final : public ExchangeCommand
{
public:
    using ExchangeCommand::ExchangeCommand;
    void start() override
    {
        if (!workspace() || !connected())
            return;
        const auto fetched = visit().fetch();
        if (!fetched.ok()) {
            fail(fetched.error());
            return;
        }
        const QJsonObject told = tell(out(), *fetched);
        if (fetched->isNothing())
            out().text(QStringLiteral("nothing new"));
        done(told, fetched->refused.isEmpty() ? Done : RefusedOrInvalid);
    }
};

class ExchangeWatch final : public ExchangeCommand
{
public:
    using ExchangeCommand::ExchangeCommand;
    void start() override
    {
        if (!workspace() || !connected())
            return;
        connect(&exchange(), &Exchange::arrived, this, &ExchangeWatch::fetch);
        connect(&m_poll, &QTimer::timeout, this, &ExchangeWatch::fetch);
        m_poll.start(pollEvery);
        if (options().seconds > 0)
            QTimer::singleShot(options().seconds * 1000, this, [this] { done(); });
        fetch();
    }

private:
    void fetch()
    {
        // A connection that was lost listens to nothing: asked for again each time.
        exchange().listen();
        const auto fetched = visit().fetch();
        if (!fetched.ok()) {
            // A server that is away comes back; who may not come in will not be let in by waiting.
            if (exitCodeOf(fetched.code()) != OutOfReach) {
                fail(fetched.error());
                return;
            }
            if (!m_away)
                out().warning(QStringLiteral("the exchange is out of reach: %1").arg(fetched.error().detail));
            m_away = true;
            return;
        }
        m_away = false;
        const bool isNews = !fetched->isNothing();
        const QJsonObject told = tell(out(), *fetched);
        if (isNews)
            out().line(told);
        if (out().isBroken())
            done();
    }

    QTimer m_poll;
    bool m_away = false;
};

} // namespace

std::unique_ptr<Command> makeExchangeInit(const Options &options, const Clock &clock)
{
    return std::make_unique<ExchangeInit>(options, clock);
}

std::unique_ptr<Command> makeExchangeStatus(const Options &options, const Clock &clock)
{
    return std::make_unique<ExchangeStatus>(options, clock);
}

std::unique_ptr<Command> makeExchangePublish(const Options &options, const Clock &clock)
{
    return std::make_unique<ExchangePublish>(options, clock);
}

std::unique_ptr<Command> makeExchangeFetch(const Options &options, const Clock &clock)
{
    return std::make_unique<ExchangeFetch>(options, clock);
}

std::unique_ptr<Command> makeExchangeWatch(const Options &options, const Clock &clock)
{
    return std::make_unique<ExchangeWatch>(options, clock);
}

} // namespace packwarden::ctl
