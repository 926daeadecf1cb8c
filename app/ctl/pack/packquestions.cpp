// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/base/files.h"
#include "app/ctl/pack/packverbs.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/pack/statement.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

/// `pack statement SERIAL -o FILE`: the pack's signed word on its state, over our nonce, checked and kept.
class PackStatement final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        if (workspace()->trust().isEmpty()) {
            fail({Code::UnknownIssuer, QStringLiteral("nothing is pinned to check it by; use policy pull")});
            return;
        }
        withPacks(options().arguments, [this] {
            PackLink *link = bus()->link();
            connect(link, &PackLink::acted, this, &PackStatement::take);
            QMetaObject::invokeMethod(link, [link, serial = options().arguments.constFirst(), nonce = m_nonce] {
                link->statement(serial, nonce, 0);
            });
        });
    }

private:
    void take(const ActionResult &result)
    {
        if (!result.done) {
            fail(result.error);
            return;
        }
        const TrustSnapshot &trust = workspace()->trust().snapshot();
        const auto statement
            = verifyStatement(result.data, m_nonce, trust.pinned.charter, trust.listsFor(result.serial, clock().now()));
        if (!statement.ok()) {
            fail(statement.error());
            return;
        }
        auto kept = files::write(options().output, result.data);
        if (kept.ok())
            kept = workspace()->trust().learnStatement(result.data, m_nonce);
        if (kept.ok())
            kept = witness(result.data);
        if (!kept.ok()) {
            fail(kept.error());
            return;
        }
        out().text(
            QStringLiteral("%1 says of itself, signed at %2: life cycle %3, charter %4, policy %5")
                .arg(statement->serial.text(), describe::time(statement->at), lifeCycleName(statement->lifeCycle.state))
                .arg(statement->charter.version)
                .arg(statement->policy.version));
        QJsonArray values;
        for (auto it = statement->values.begin(); it != statement->values.end(); ++it) {
            const Milli value = it->inForce(statement->at);
            out().text(QStringLiteral("  %1  %2  (revision %3)")
                           .arg(it.key().text(), formatQuantity(value))
                           .arg(it->revision));
            values.append(QJsonObject{{QStringLiteral("parameter"), it.key().text()},
                {QStringLiteral("value"), formatQuantity(value)}, {QStringLiteral("revision"), it->revision}});
        }
        done({{QStringLiteral("serial"), statement->serial.text()},
            {QStringLiteral("at"), describe::time(statement->at)}, {QStringLiteral("file"), options().output},
            {QStringLiteral("lifeCycle"), lifeCycleName(statement->lifeCycle.state)},
            {QStringLiteral("policyVersion"), statement->policy.version},
            {QStringLiteral("charterVersion"), statement->charter.version},
            {QStringLiteral("theftLocked"), statement->lock.locked}, {QStringLiteral("values"), values}});
    }

    /// The pack's own log speaks there, and is held to it from now on.
    Result<> witness(const QByteArray &statement)
    {
        const auto head = workspace()->headJudge().inCarrier(statement);
        if (!head.ok())
            return head.error();
        const auto seen = workspace()->audit().witness(workspace()->session().actor(), {*head});
        if (!seen.ok())
            return seen.error();
        const auto serial = PackSerial::parse(options().arguments.constFirst());
        if (head->proved() && !seen->conflicts.isEmpty() && serial.ok())
            return workspace()->trust().contradict(
                *serial, {Contradiction::Kind::Log, {}, QString::number(head->head.count), 0});
        return Result<>::success();
    }

    const QByteArray m_nonce = randomBytes(32);
};

/// `pack repository SERIAL`.
class PackRepository final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        withPacks(options().arguments, [this] {
            PackLink *link = bus()->link();
            connect(link, &PackLink::answered, this, &PackRepository::show);
            QMetaObject::invokeMethod(link,
                [link, serial = options().arguments.constFirst()] { link->ask(serial, PackQuestion::Repository, 0); });
        });
    }

private:
    void show(const PackAnswer &answer)
    {
        const auto *slotList = answer.as<QList<RepositorySlot>>();
        if (!slotList) {
            fail(answer.error);
            return;
        }
        QJsonArray list;
        for (const RepositorySlot &slot : *slotList) {
            const QString hash = QString::fromLatin1(slot.sha256.toHex());
            out().text(QStringLiteral("%1  %2  %3  %4 bytes  %5")
                           .arg(slot.name, -18)
                           .arg(slot.kind, -22)
                           .arg(slot.state, -9)
                           .arg(slot.size, 6)
                           .arg(hash.left(16)));
            list.append(QJsonObject{{QStringLiteral("slot"), slot.name}, {QStringLiteral("kind"), slot.kind},
                {QStringLiteral("state"), slot.state}, {QStringLiteral("size"), slot.size},
                {QStringLiteral("sha256"), hash}});
        }
        done({{QStringLiteral("slots"), list}});
    }
};

} // namespace

std::unique_ptr<Command> makePackStatement(const Options &options, const Clock &clock)
{
    return std::make_unique<PackStatement>(options, clock);
}

std::unique_ptr<Command> makePackRepository(const Options &options, const Clock &clock)
{
    return std::make_unique<PackRepository>(options, clock);
}

} // namespace packwarden::ctl
