// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keys/keystree.h"
#include "models/support/newestanswer.h"

#include <QAbstractItemModel>

namespace packwarden {

class Workspace;

/// Parties, below them who holds keys of theirs, below those the further keys of the same holder. A holder's row shows
/// the newest key. From every certificate that this store has come across, not from a directory. Where there are many
/// they are read and judged on a worker thread; until then it shows what it had.
class KeysModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, RoleColumn, StateColumn, UntilColumn, IssuerColumn, FingerprintColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int, Kind
        CertificateRole, ///< Certificate; of a party its root
        StateRole, ///< int, KeyState
        ValueRole, ///< of the column: words as QString, times as Unix seconds
        FlagsRole, ///< int, lookalike::Flags of the name
        TwinsRole, ///< QStringList: other holders' names that can be taken for this one
        RevokedRole, ///< bool
        SearchRole, ///< QString: what a search looks in, case folded
        PinnedRole, ///< bool: the root is one of the charter's
    };
    using Kind = KeysTree::Kind;

    explicit KeysModel(Workspace &workspace, QObject *parent = nullptr);
    ~KeysModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool setHeaderData(
        int section, Qt::Orientation orientation, const QVariant &value, int role = Qt::EditRole) override;

    /// Reads anew; by itself when the trust book changes.
    void refresh();
    QModelIndex indexOf(const Certificate &certificate) const;
    const QList<Certificate> &known() const { return m_tree.known; }
    bool isReading() const { return m_reading; }

Q_SIGNALS:
    void readingChanged();

private:
    const KeysTree::Node *nodeOf(const QModelIndex &index) const;
    QVariant value(const KeysTree::Node &node, int column) const;
    void take(const KeysTree &tree);

    Workspace &m_workspace;
    KeysTree m_tree;
    NewestAnswer m_newest;
    QThreadPool m_worker; ///< of one thread
    bool m_reading = false;
    QHash<int, QVariant> m_titles;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::Certificate)
