// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"
#include "app/ctl/fleet/fleetverbs.h"
#include "models/trust/fleetbook.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

using Pack = KeptRollout::Pack;

constexpr int listed = 100;

QString endOf(const KeptRollout &rollout)
{
    switch (rollout.end) {
    case KeptRollout::End::None:
        return QStringLiteral("under way or cut off");
    case KeptRollout::End::Finished:
        return QStringLiteral("finished");
    case KeptRollout::End::Stopped:
        return QStringLiteral("stopped");
    case KeptRollout::End::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

QString stateOf(const Pack &pack)
{
    switch (pack.state) {
    case Pack::State::Waiting:
        return QStringLiteral("waiting");
    case Pack::State::Applied:
        return QStringLiteral("applied");
    case Pack::State::Failed:
        return QStringLiteral("failed");
    case Pack::State::NotBegun:
        break;
    }
    return QStringLiteral("not-begun");
}

QJsonObject jsonOf(const KeptRollout &rollout)
{
    return {{QStringLiteral("number"), rollout.id}, {QStringLiteral("title"), rollout.title},
        {QStringLiteral("group"), rollout.group}, {QStringLiteral("begun"), describe::time(rollout.begunAt)},
        {QStringLiteral("ended"), rollout.endedAt > 0 ? QJsonValue(describe::time(rollout.endedAt)) : QJsonValue()},
        {QStringLiteral("end"), endOf(rollout)},
        {QStringLiteral("payload"), QString::fromLatin1(rollout.payload.toHex())}};
}

QString lineOf(const KeptRollout &rollout)
{
    return QStringLiteral("%1  %2  %3  %4%5")
        .arg(rollout.id)
        .arg(describe::time(rollout.begunAt), endOf(rollout), rollout.title,
            rollout.group.isEmpty() ? QString() : QStringLiteral("  (group %1)").arg(rollout.group));
}

/// `fleet rollouts`: what was begun here, and what each pack made of it.
class FleetRollouts final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const FleetBook book(workspace()->folder());
        if (!options().arguments.isEmpty()) {
            show(book);
            return;
        }
        QJsonArray all;
        for (const KeptRollout &rollout : book.rollouts(listed)) {
            out().text(lineOf(rollout));
            all.append(jsonOf(rollout));
        }
        if (all.isEmpty())
            out().text(QStringLiteral("no roll-out was begun here"));
        done({{QStringLiteral("rollouts"), all}});
    }

private:
    void show(const FleetBook &book)
    {
        const QString text = options().arguments.constFirst();
        const auto rollout = book.rollout(text.toLongLong());
        if (!rollout) {
            fail({Code::WrongState, QStringLiteral("no roll-out has the number %1").arg(text)});
            return;
        }
        out().text(lineOf(*rollout));
        QJsonArray packs;
        int applied = 0;
        for (const Pack &pack : rollout->packs) {
            applied += pack.state == Pack::State::Applied;
            QJsonObject line{{QStringLiteral("serial"), pack.serial.text()}, {QStringLiteral("state"), stateOf(pack)},
                {QStringLiteral("at"), pack.at > 0 ? QJsonValue(describe::time(pack.at)) : QJsonValue()}};
            QString why;
            if (pack.state == Pack::State::Failed || pack.isAnomaly) {
                line.insert(QStringLiteral("reason"), codeName(pack.code));
                line.insert(QStringLiteral("detail"), pack.detail);
                why = QStringLiteral("  %1: %2").arg(codeName(pack.code), pack.detail);
            }
            out().text(QStringLiteral("  %1  %2%3").arg(pack.serial.text(), stateOf(pack), why));
            packs.append(line);
        }
        out().text(QStringLiteral("%1 of %2 packs applied it").arg(applied).arg(rollout->packs.size()));
        QJsonObject result = jsonOf(*rollout);
        result.insert(QStringLiteral("packs"), packs);
        result.insert(QStringLiteral("applied"), applied);
        done(result);
    }
};

} // namespace

std::unique_ptr<Command> makeFleetRollouts(const Options &options, const Clock &clock)
{
    return std::make_unique<FleetRollouts>(options, clock);
}

} // namespace packwarden::ctl
