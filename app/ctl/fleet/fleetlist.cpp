// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/fleet/fleetverbs.h"
#include "models/core/base/milli.h"
#include "models/fleet/fleetmodel.h"
#include "models/support/csvtable.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

#include <algorithm>

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
        const FleetBook book(workspace()->folder());
        const QList<PackGroup> groups = book.groups();
        if (!options().view.isEmpty() && !takeView(book))
            return;
        auto where = PackQuery::parse(options().where, groups);
        if (where.ok() && m_view) {
            const auto search = PackQuery::parse(m_view->search, groups);
            where
                = search.ok() ? Result<PackQuery>(PackQuery::both(*search, *where)) : Result<PackQuery>(search.error());
        }
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
    bool takeView(const FleetBook &book)
    {
        for (const PackView &view : book.views()) {
            if (view.name.compare(options().view, Qt::CaseInsensitive) == 0)
                m_view = view;
        }
        if (!m_view)
            fail({Code::WrongState, QStringLiteral("there is no view %1").arg(options().view)});
        return m_view.has_value();
    }

    void find(const QList<PackTelemetry> &heard)
    {
        m_isHeard = !heard.isEmpty();
        const bool asksTomorrow = m_where.uses(Column::Tomorrow)
            || (m_view && m_view->columns.contains(QString(PackQuery::nameOf(Column::Tomorrow))));
        withFleet(heard, asksTomorrow, [this](FleetModel &fleet) { tell(fleet); });
    }

    /// Those of a view that are not of the page alone; the serial tells packs apart.
    QList<Column> columnsOfView() const
    {
        QList<Column> all{Column::Serial};
        for (const QString &name : m_view->columns) {
            if (const auto column = PackQuery::columnOf(name); column && !all.contains(*column))
                all.append(*column);
        }
        return all;
    }

    QList<Column> columns() const
    {
        if (m_view && !m_view->columns.isEmpty())
            return columnsOfView();
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
        for (const int row : rowsOf(fleet)) {
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

    /// Those that fit, in the order of the view.
    QList<int> rowsOf(const FleetModel &fleet) const
    {
        QList<int> rows;
        for (int row = 0; row < fleet.rowCount(); ++row) {
            if (fleet.ask(row, m_where) == PackQuery::Truth::Yes)
                rows.append(row);
        }
        for (int column = 0; m_view && column < FleetModel::ColumnCount; ++column) {
            if (FleetModel::nameOf(column) != m_view->sort)
                continue;
            std::stable_sort(rows.begin(), rows.end(), [&](int one, int other) {
                return m_view->isDescending ? fleet.isBefore(other, one, column) : fleet.isBefore(one, other, column);
            });
        }
        return rows;
    }

    static QString line(const QStringList &cells)
    {
        QStringList words;
        for (qsizetype i = 0; i < cells.size(); ++i)
            words.append((cells.at(i).isEmpty() ? QStringLiteral("-") : cells.at(i)).leftJustified(i < 2 ? 16 : 10));
        return words.join(u' ').trimmed();
    }

    PackQuery m_where;
    std::optional<PackView> m_view;
    bool m_isHeard = false;
};

} // namespace

std::unique_ptr<Command> makeFleetList(const Options &options, const Clock &clock)
{
    return std::make_unique<FleetList>(options, clock);
}

} // namespace packwarden::ctl
