// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"

#include <QIdentityProxyModel>

namespace packwarden {

class PermissionsModel;

/// The rows of the matrix with words for tooltips, screen readers and heads; and with companies folded into one column,
/// which shows the strongest part that any role of theirs has, so that nothing is hidden.
class SpokenMatrix final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    /// Of cells.
    static constexpr int FoldedRole = Qt::UserRole + 100; ///< bool: the column stands for all roles of its company
    /// Of heads.
    enum HeadRole {
        PositionRole = Qt::UserRole + 110, ///< QString, id; empty at the ends
        PartyRole, ///< QString
        HoldersRole, ///< QString: "12 keys"; empty while nobody looked
        TitleRole, ///< QString: the role, or how many are folded
        RolesRole, ///< int: of that company
        IssuersRole, ///< QString: "by Leasing", of all roles of that company
    };

    /// Draft and model must outlive it.
    SpokenMatrix(const PolicyDraft &draft, const PermissionsModel &model, QObject *parent = nullptr);

    /// A company of one role has nothing to fold.
    bool isFolded(const PositionId &position) const;
    /// Companies of several roles, from left to right.
    QList<PositionId> foldable() const;
    void setFolded(const PositionId &position, bool folded);
    /// The column of the company that a cell speaks for: where it is not folded, its own.
    int spokenColumn(const QModelIndex &index) const;
    /// How many keys of each role are known here.
    void setHolders(const QMap<RoleId, int> &holders);

    /// The whole cell or row as a person would say it.
    QString words(const QModelIndex &index) const;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void headsChanged();

private:
    QString cellWords(const QModelIndex &index, const CapabilityId &capability) const;
    QString partWords(const QModelIndex &of, const CapabilityId &capability) const;
    QString issuers(const QList<int> &columns, const PositionId &position) const;
    QString headText(int section) const;
    QString headTip(int section) const;
    QVariant worst(const QModelIndex &index, int role) const;
    bool isBarredForAll(const QModelIndex &index) const;
    int strongest(const QModelIndex &index) const; ///< a column
    QList<int> columnsOf(const PositionId &position) const;

    const PolicyDraft &m_draft;
    const PermissionsModel &m_model;
    QSet<PositionId> m_folded;
    QMap<RoleId, int> m_holders;
    bool m_counted = false;
};

} // namespace packwarden
