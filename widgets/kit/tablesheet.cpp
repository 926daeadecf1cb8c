// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/tablesheet.h"

#include "models/support/csvtable.h"
#include "widgets/style/theme.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTreeView>

namespace packwarden::tablesheet {

namespace {

/// Words are made where a delegate prepares to paint, which it does for itself alone.
class Painted final : public QStyledItemDelegate
{
public:
    static QString words(const QAbstractItemView &view, const QModelIndex &index)
    {
        const auto *delegate = qobject_cast<const QStyledItemDelegate *>(view.itemDelegateForIndex(index));
        if (!delegate)
            return index.data().toString();
        QStyleOptionViewItem option;
        option.widget = &view;
        option.palette = view.palette();
        option.font = view.font();
        option.locale = view.locale();
        (delegate->*(&Painted::initStyleOption))(&option, index);
        return option.text;
    }
};

QString plain(QString words)
{
    for (const Status status : {Status::Good, Status::Warning, Status::Alarm, Status::Information, Status::Waiting}) {
        if (const QString shape = shapeOf(status) + u' '; words.startsWith(shape))
            words.remove(0, shape.size());
    }
    words.replace(u'\n', u' ');
    return words == QStringLiteral("\u2013") ? QString() : words.trimmed();
}

const QHeaderView *headOf(const QAbstractItemView &view)
{
    if (const auto *table = qobject_cast<const QTableView *>(&view))
        return table->horizontalHeader();
    const auto *tree = qobject_cast<const QTreeView *>(&view);
    return tree ? tree->header() : nullptr;
}

bool isRowHidden(const QAbstractItemView &view, int row, const QModelIndex &parent)
{
    if (const auto *table = qobject_cast<const QTableView *>(&view))
        return table->isRowHidden(row);
    const auto *tree = qobject_cast<const QTreeView *>(&view);
    return tree && tree->isRowHidden(row, parent);
}

/// above: what the rows stand below in a tree.
void add(const QAbstractItemView &view, const QList<int> &columns, const QModelIndex &parent, const QString &above,
    QList<QStringList> &rows)
{
    const QAbstractItemModel &model = *view.model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        if (isRowHidden(view, row, parent))
            continue;
        QStringList words;
        for (const int column : columns) {
            const QModelIndex index = model.index(row, column, parent);
            words << (index.isValid() ? plain(Painted::words(view, index)) : QString());
        }
        const QModelIndex first = model.index(row, 0, parent);
        const QString own = plain(Painted::words(view, first));
        if (qobject_cast<const QTreeView *>(&view))
            words.prepend(above);
        rows << words;
        if (model.hasChildren(first))
            add(view, columns, first, above.isEmpty() ? own : above + QStringLiteral(" / ") + own, rows);
    }
}

} // namespace

papertable::Paper of(const QAbstractItemView &view, const QString &title, const QString &note)
{
    papertable::Paper paper{title, note, {}, {}};
    const QHeaderView *head = headOf(view);
    if (!head || !view.model())
        return paper;
    QList<int> columns;
    for (int place = 0; place < head->count(); ++place) {
        if (!head->isSectionHidden(head->logicalIndex(place)))
            columns << head->logicalIndex(place);
    }
    if (qobject_cast<const QTreeView *>(&view))
        paper.heads << QString();
    for (const int column : std::as_const(columns))
        paper.heads << view.model()->headerData(column, Qt::Horizontal).toString();
    add(view, columns, {}, {}, paper.rows);
    return paper;
}

QByteArray csv(const papertable::Paper &paper)
{
    CsvTable table(paper.heads);
    for (const QStringList &row : paper.rows)
        table.add(row);
    return table.bytes();
}

} // namespace packwarden::tablesheet
