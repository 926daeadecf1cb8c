// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/fleet/fleetverbs.h"
#include "models/fleet/fleetmodel.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

#include <algorithm>

namespace packwarden::ctl {

namespace {

QJsonObject jsonOf(const PackGroup &group)
{
    QJsonArray packs;
    for (const PackSerial &serial : group.packs)
        packs.append(serial.text());
    return {{QStringLiteral("name"), group.name}, {QStringLiteral("inside"), group.inside},
        {QStringLiteral("rule"), group.rule}, {QStringLiteral("byHand"), packs}};
}

QString lineOf(const PackGroup &group)
{
    QStringList parts{group.name};
    if (!group.inside.isEmpty())
        parts.append(QStringLiteral("inside %1").arg(group.inside));
    if (!group.rule.isEmpty())
        parts.append(QStringLiteral("rule: %1").arg(group.rule));
    if (!group.packs.isEmpty())
        parts.append(QStringLiteral("%1 by hand").arg(group.packs.size()));
    return parts.join(QStringLiteral("  "));
}

class FleetGroups final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        QJsonArray all;
        const QList<PackGroup> groups = FleetBook(workspace()->folder()).groups();
        for (const PackGroup &group : groups) {
            out().text(lineOf(group));
            all.append(jsonOf(group));
        }
        if (all.isEmpty())
            out().text(QStringLiteral("there are no groups; make one with fleet group NAME"));
        done({{QStringLiteral("groups"), all}});
    }
};

/// `fleet group NAME`: shows it, or makes and changes it.
class FleetGroup final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const bool changes = options().arguments.size() > 1 || !options().rule.isEmpty() || !options().inside.isEmpty()
            || !options().name.isEmpty();
        if (options().remove && options().arguments.size() < 2) {
            usage(QStringLiteral("--remove needs the packs to take out"));
            return;
        }
        if (!workspace())
            return;
        m_name = options().arguments.constFirst();
        if (changes && !change())
            return;
        const auto query = PackQuery::ofGroup(m_name, FleetBook(workspace()->folder()).groups());
        if (!query.ok()) {
            fail(query.error());
            return;
        }
        withFleet({}, query->uses(PackQuery::Column::Tomorrow),
            [this, query = *query](FleetModel &fleet) { tell(fleet.matching(query)); });
    }

private:
    std::optional<PackGroup> find(const QString &name)
    {
        for (const PackGroup &group : FleetBook(workspace()->folder()).groups()) {
            if (group.name.compare(name, Qt::CaseInsensitive) == 0)
                return group;
        }
        return {};
    }

    bool change()
    {
        const auto before = find(m_name);
        PackGroup group = before.value_or(PackGroup{m_name, {}, {}, {}});
        const auto word = [](const QString &text, const QString &former) {
            return text.isEmpty() ? former : text == QLatin1String("none") ? QString() : text;
        };
        group.rule = word(options().rule, group.rule);
        group.inside = word(options().inside, group.inside);
        if (!options().name.isEmpty())
            group.name = options().name;
        for (const QString &text : options().arguments.mid(1)) {
            const auto serial = PackSerial::parse(text);
            if (!serial.ok()) {
                fail({Code::NotAnIdentifier, text});
                return false;
            }
            group.packs.removeAll(*serial);
            if (!options().remove)
                group.packs.append(*serial);
        }
        std::sort(group.packs.begin(), group.packs.end());
        const auto kept
            = FleetBook(workspace()->folder(), recorderOf(*workspace())).keep(group, before ? before->name : QString());
        if (!kept.ok())
            fail(kept.error());
        m_name = group.name;
        return kept.ok();
    }

    void tell(const QList<PackSerial> &packs)
    {
        const auto group = find(m_name);
        QJsonObject result = group ? jsonOf(*group) : QJsonObject();
        QJsonArray all;
        if (group)
            out().text(lineOf(*group));
        for (const PackSerial &serial : packs) {
            out().text(QStringLiteral("  %1").arg(serial.text()));
            all.append(serial.text());
        }
        out().text(QStringLiteral("%1 packs").arg(packs.size()));
        result.insert(QStringLiteral("packs"), all);
        done(result);
    }

    QString m_name;
};

class FleetUngroup final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const QString name = options().arguments.constFirst();
        if (const auto removed = FleetBook(workspace()->folder(), recorderOf(*workspace())).removeGroup(name);
            !removed.ok())
            fail(removed.error());
        else {
            out().text(QStringLiteral("%1 is no group any more; its packs stay known").arg(name));
            done({{QStringLiteral("name"), name}});
        }
    }
};

} // namespace

std::unique_ptr<Command> makeFleetGroups(const Options &options, const Clock &clock)
{
    return std::make_unique<FleetGroups>(options, clock);
}

std::unique_ptr<Command> makeFleetGroup(const Options &options, const Clock &clock)
{
    return std::make_unique<FleetGroup>(options, clock);
}

std::unique_ptr<Command> makeFleetUngroup(const Options &options, const Clock &clock)
{
    return std::make_unique<FleetUngroup>(options, clock);
}

} // namespace packwarden::ctl
