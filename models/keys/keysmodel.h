// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"
#include "models/support/lookalike.h"

#include <QAbstractItemModel>

namespace packwarden {

class Workspace;
struct IssuingRules;

/// What a key is good for now, by what is known here.
enum class KeyState {
    NotYet, ///< NIST SP 800-57: pre-activation
    InUse, ///< active
    Blocked, ///< suspended: what is above it does not hold, or charter and policy do not let this issuer give the role
    Ended, ///< deactivated: expired, or revoked without another word
    Compromised, ///< revoked here as such
};

/// Parties, below them who holds keys of theirs, below those the further keys of the same holder. A holder's row shows
/// the newest key. From every certificate that this store has come across, not from a directory.
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
        PinnedRole, ///< bool: the root is one of the charter's
    };
    enum class Kind { Party, Authority, Person, Pack };

    explicit KeysModel(Workspace &workspace, QObject *parent = nullptr);

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
    const QList<Certificate> &known() const { return m_known; }

private:
    struct Node
    {
        int parent = -1;
        int row = 0;
        QList<int> children;
        Kind kind = Kind::Person;
        Certificate certificate;
        QString name;
        QString issuer;
        KeyState state = KeyState::InUse;
        bool revoked = false;
        bool pinned = false;
        lookalike::Flags flags;
        QStringList twins;
    };
    const Node *nodeOf(const QModelIndex &index) const;
    int add(int parent, Kind kind, const Certificate &certificate, const IssuingRules &rules);
    void judge(Node &node, const IssuingRules &rules) const;
    void findTwins();
    void build();
    QVariant value(const Node &node, int column) const;

    Workspace &m_workspace;
    QList<Certificate> m_known;
    QSet<QByteArray> m_compromised; ///< serial numbers, as the audit has them
    QList<Node> m_nodes;
    QList<int> m_parties;
    QHash<int, QVariant> m_titles;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::Certificate)
