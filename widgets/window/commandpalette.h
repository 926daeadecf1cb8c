// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QDialog>
#include <QSortFilterProxyModel>

#include <functional>

class QLineEdit;
class QListView;

namespace packwarden {

/// Something the palette can find and do.
struct PaletteCommand
{
    QString title;
    QString kind; ///< "Page", "Pack", "Document", ...
    QString hint; ///< a shortcut or a detail, shown at the right
    std::function<void()> run;
};

class CommandsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole, HintRole };

    explicit CommandsModel(QList<PaletteCommand> commands, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    const PaletteCommand &command(int row) const { return m_commands.at(row); }

private:
    QList<PaletteCommand> m_commands;
};

/// Keeps what holds the letters in their order, best first: whole words and beginnings before scattered letters.
class FuzzyFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit FuzzyFilter(QObject *parent = nullptr);
    void setPattern(const QString &pattern);
    /// The lower the better; negative: does not fit.
    static int score(const QString &pattern, const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    int scoreOf(const QModelIndex &index) const;
    QString m_pattern;
};

/// Finds pages, packs, documents, parameters and actions by a few letters; all by keyboard.
class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    explicit CommandPalette(QList<PaletteCommand> commands, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void runCurrent();

    CommandsModel m_commands;
    FuzzyFilter m_filter;
    QLineEdit *m_text;
    QListView *m_list;
};

} // namespace packwarden
