// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffjudgement.h"
#include "models/support/tablemodel.h"
#include "models/workspace/identity.h"

#include <QFileSystemWatcher>
#include <QThreadPool>

namespace packwarden {

class Workspace;

/// The documents of the workspace's requests folder, newest first, judged on a worker thread.
class SignoffsModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column {
        TitleColumn,
        StateColumn,
        SeatsColumn,
        PacksColumn,
        AuthorColumn,
        CreatedColumn,
        ExpiresColumn,
        ColumnCount
    };
    enum Role {
        JudgementRole = Qt::UserRole, ///< SignoffJudgement
        PathRole, ///< QString
        StateRole, ///< int, SignoffState
        ValueRole, ///< the column's value: words as QString, times as Unix seconds
    };

    explicit SignoffsModel(Workspace &workspace, QObject *parent = nullptr);
    ~SignoffsModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Reads the folder again; also done by itself when the folder or the trust book changes.
    void refresh();
    /// The judgement of one document as its page has it, sooner than this model would: nobody is told that something
    /// is ready which a pack has just applied. A reading that is under way began too early to count.
    void take(const QString &path, const SignoffJudgement &judgement);
    bool isRefreshing() const { return m_running; }
    int rowOfPath(const QString &path) const;
    /// Of the document with this fingerprint; empty if it is not here.
    QString pathOf(const QString &fingerprint) const;
    QList<SignoffJudgement> judgements() const;

Q_SIGNALS:
    void refreshed();

private:
    struct Row
    {
        QString path;
        SignoffJudgement judgement;
    };
    static QList<Row> read(const QStringList &paths, const TrustSnapshot &trust, const RefusedDeliveries &refused,
        const std::optional<Identity> &me, const QList<Certificate> &chain, qint64 now, const MemoHandle &memo,
        const ReceiptBook *receipts);
    void apply(const QList<Row> &rows);
    QVariant value(const Row &row, int column) const;

    Workspace &m_workspace;
    QFileSystemWatcher m_watcher;
    QThreadPool m_worker; ///< of one thread
    const MemoHandle m_memo{std::make_shared<ChainMemo>()}; ///< the worker's alone
    QList<Row> m_rows;
    bool m_running = false;
    bool m_again = false;
    bool m_outdated = false; ///< the reading under way does not know what was taken
};

} // namespace packwarden
