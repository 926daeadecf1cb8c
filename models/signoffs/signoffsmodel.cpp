// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffsmodel.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/signoffs/receiptbook.h"
#include "models/signoffs/signoffownvalue.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden {

namespace {

/// The author as his own certificate names him; the certificate is among those of the signatures.
QString authorName(const SignoffJudgement &judgement)
{
    for (const SignatureFinding &signature : judgement.signatures) {
        if (signature.leaf.sha256 == judgement.content->head().author)
            return signature.leaf.commonName;
    }
    return {};
}

} // namespace

SignoffsModel::SignoffsModel(Workspace &workspace, QObject *parent)
    : TableModel(parent)
    , m_workspace(workspace)
{
    m_worker.setMaxThreadCount(1);
    m_watcher.addPath(workspace.requestsFolder());
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SignoffsModel::refresh);
    connect(&workspace.trust(), &TrustBook::changed, this, &SignoffsModel::refresh);
    connect(&workspace.audit(), &AuditStore::appended, this, &SignoffsModel::refresh);
    connect(&workspace.session(), &Session::stateChanged, this, &SignoffsModel::refresh);
    refresh();
}

SignoffsModel::~SignoffsModel()
{
    m_worker.waitForDone();
}

int SignoffsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SignoffsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SignoffsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case ValueRole:
        return value(row, index.column());
    case JudgementRole:
        return QVariant::fromValue(row.judgement);
    case PathRole:
        return row.path;
    case StateRole:
        return int(row.judgement.state);
    default:
        return {};
    }
}

QVariant SignoffsModel::value(const Row &row, int column) const
{
    const SignoffJudgement &judgement = row.judgement;
    if (!judgement.content)
        return column == StateColumn ? QVariant(int(judgement.state)) : QVariant();
    switch (column) {
    case TitleColumn:
        return judgement.content->head().title;
    case StateColumn:
        return int(judgement.state);
    case SeatsColumn:
        return QStringLiteral("%1/%2").arg(judgement.placesFilled()).arg(judgement.places().size());
    case PacksColumn:
        return judgement.packs.size();
    case AuthorColumn:
        return authorName(judgement);
    case CreatedColumn:
        return judgement.content->head().created;
    case ExpiresColumn:
        return judgement.content->head().expires;
    default:
        return {};
    }
}

void SignoffsModel::refresh()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    const Session &session = m_workspace.session();
    m_worker.start([this, me = session.isSignedIn() ? std::optional(session.identity()) : std::nullopt,
                       chain = session.chain(), paths = m_workspace.requestFiles(),
                       trust = m_workspace.trust().snapshot(), refused = refusedDeliveries(m_workspace.audit()),
                       now = m_workspace.clock().now(), memo = m_memo, receipts = ReceiptBook::of(m_workspace)] {
        const QList<Row> rows = read(paths, trust, refused, me, chain, now, memo, receipts.get());
        QMetaObject::invokeMethod(
            this, [this, rows] { apply(rows); }, Qt::QueuedConnection);
    });
}

QList<SignoffsModel::Row> SignoffsModel::read(const QStringList &paths, const TrustSnapshot &trust,
    const RefusedDeliveries &refused, const std::optional<Identity> &me, const QList<Certificate> &chain, qint64 now,
    const MemoHandle &memo, const ReceiptBook *receipts)
{
    QList<Row> rows;
    for (const QString &path : paths) {
        const auto file = DocumentFile::read(path);
        Row row{path, {}};
        if (file.ok())
            row.judgement = judgeSignoff(*file, trust, refused, now, memo, receipts);
        else
            row.judgement.problem = file.error();
        row.judgement.hidden = ownvalue::hidden(row.judgement, trust, me);
        row.judgement.own = ownPart(row.judgement, chain, trust, now);
        rows.append(row);
    }
    return rows;
}

void SignoffsModel::take(const QString &path, const SignoffJudgement &judgement)
{
    m_outdated = m_running;
    const int row = rowOfPath(path);
    if (row < 0)
        return;
    m_rows[row].judgement = judgement;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void SignoffsModel::apply(const QList<Row> &rows)
{
    m_running = false;
    if (std::exchange(m_outdated, false)) {
        m_again = false;
        return refresh();
    }
    bool samePaths = rows.size() == m_rows.size();
    for (qsizetype i = 0; samePaths && i < rows.size(); ++i)
        samePaths = rows.at(i).path == m_rows.at(i).path;
    if (samePaths) {
        // Selections stay: only the contents moved on.
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    if (std::exchange(m_again, false))
        refresh();
    else
        Q_EMIT refreshed();
}

QList<SignoffJudgement> SignoffsModel::judgements() const
{
    QList<SignoffJudgement> all;
    for (const Row &row : m_rows)
        all.append(row.judgement);
    return all;
}

QString SignoffsModel::pathOf(const QString &fingerprint) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const Row &each) { return !fingerprint.isEmpty() && each.judgement.fingerprint == fingerprint; });
    return row == m_rows.end() ? QString() : row->path;
}

int SignoffsModel::rowOfPath(const QString &path) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).path == path)
            return row;
    }
    return -1;
}

} // namespace packwarden
