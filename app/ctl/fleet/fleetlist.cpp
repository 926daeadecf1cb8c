// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/fleet/fleetverbs.h"
#include "models/core/base/milli.h"
#include "models/fleet/fleetmodel.h"
#include "models/support/csvtable.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

using Column = PackQuery::Column;

/// `fleet list`: the packs that are known, and what of them fits.
class FleetList final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const QList<PackGroup> groups = FleetBook(workspace()->folder()).groups();
        auto where = PackQuery::parse(options().where, groups);
        if (where.ok() && !options().group.isEmpty()) {
            const auto group = PackQuery::ofGroup(options().group, groups);
            where = group.ok() ? Result<PackQuery>(PackQuery::both(*group, *where)) : Result<PackQuery>(group.error());
        }
        if (!where.ok()) {
            fail(where.error());
            return;
        }
        m_where = *where;
        if (options().buses.isEmpty())
            find({});
        else
            withPacks({}, [this] { find(bus()->packs()); });
    }

private:
    void find(const QList<PackTelemetry> &heard)
    {
        m_isHeard = !heard.isEmpty();
        withFleet(heard, m_where.uses(Column::Tomorrow), [this](FleetModel &fleet) { tell(fleet); });
    }

    QList<Column> columns() const
    {
        QList<Column> all{
            Column::Serial, Column::Owner, Column::Hardware, Column::Policy, Column::Behind, Column::Days};
        for (int i = 0; i < PackQuery::columnCount; ++i) {
            const bool isLive = m_isHeard && Column(i) != Column::Tomorrow;
            if (!all.contains(Column(i)) && (isLive || m_where.uses(Column(i))))
                all.append(Column(i));
        }
        return all;
    }

    /// Null: not known.
    static QString cell(const FleetModel &fleet, int row, Column column)
    {
        if (!PackQuery::isNumber(column))
            return fleet.word(row, column).value_or(QString());
        const auto number = fleet.thousandths(row, column);
        return number ? formatQuantity(Milli{column == Column::Days ? *number / 1000 * 1000 : *number}) : QString();
    }

    void tell(FleetModel &fleet)
    {
        const QList<Column> shown = columns();
        QStringList heads;
        for (const Column column : shown)
            heads.append(PackQuery::nameOf(column));
        CsvTable table(heads);
        QJsonArray packs;
        for (int row = 0; row < fleet.rowCount(); ++row) {
            if (fleet.ask(row, m_where) != PackQuery::Truth::Yes)
                continue;
            QStringList cells;
            QJsonObject pack;
            for (const Column column : shown) {
                const QString text = cell(fleet, row, column);
                cells.append(text);
                pack.insert(PackQuery::nameOf(column), text.isNull() ? QJsonValue() : QJsonValue(text));
            }
            packs.append(pack);
            if (options().csv)
                table.add(cells);
            else
                out().text(line(cells));
        }
        if (options().csv)
            out().raw(table.bytes());
        else
            out().text(QStringLiteral("%1 of %2 packs").arg(packs.size()).arg(fleet.rowCount()));
        done({{QStringLiteral("packs"), packs}, {QStringLiteral("known"), fleet.rowCount()}});
    }

    static QString line(const QStringList &cells)
    {
        QStringList words;
        for (qsizetype i = 0; i < cells.size(); ++i)
            words.append((cells.at(i).isEmpty() ? QStringLiteral("-") : cells.at(i)).leftJustified(i < 2 ? 16 : 10));
        return words.join(u' ').trimmed();
    }

    PackQuery m_where;
    bool m_isHeard = false;
};

} // namespace

std::unique_ptr<Command> makeFleetList(const Options &options, const Clock &clock)
{
    return std::make_unique<FleetList>(options, clock);
}

} // namespace packwarden::ctl
