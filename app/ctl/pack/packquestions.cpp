// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/base/files.h"
#include "app/ctl/pack/packverbs.h"
#include "app/tasks/statementdesk.h"
#include "models/core/base/whendone.h"
#include "models/trust/trustbook.h"
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
        if (!pinnedWorkspace(" to check it by; use policy pull"))
            return;
        withPacks(options().arguments, [this] {
            m_desk = std::make_unique<StatementDesk>(*workspace(), bus()->requests());
            whenDone(this, m_desk->ask(options().arguments.constFirst()),
                [this](const Result<SignedStatement> &answer) { take(answer); });
        });
    }

private:
    void take(const Result<SignedStatement> &answer)
    {
        if (!answer.ok()) {
            fail(answer.error());
            return;
        }
        if (const auto kept = files::write(options().output, answer->bytes); !kept.ok()) {
            fail(kept.error());
            return;
        }
        for (const QString &line : describe::statementLines(answer->statement))
            out().text(line);
        QJsonObject result = describe::statement(answer->statement);
        result.insert(QStringLiteral("file"), options().output);
        done(result);
    }

    std::unique_ptr<StatementDesk> m_desk;
};

/// `pack repository SERIAL`.
class PackRepository final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        withPacks(options().arguments, [this] {
            whenDone(this, bus()->requests().ask(options().arguments.constFirst(), PackQuestion::Repository),
                [this](const PackAnswer &answer) { show(answer); });
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
