// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/keysmodel.h"

#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

namespace packwarden {

namespace {

constexpr int readAtOnce = 100; ///< certificates: a few milliseconds

} // namespace

KeysModel::KeysModel(Workspace &workspace, QObject *parent)
    : QAbstractItemModel(parent)
    , m_workspace(workspace)
{
    m_worker.setMaxThreadCount(1);
    connect(&workspace.trust(), &TrustBook::changed, this, &KeysModel::refresh);
    refresh();
}

KeysModel::~KeysModel()
{
    m_newest.forget();
    m_worker.waitForDone();
}

void KeysModel::refresh()
{
    const KeysGround ground = KeysGround::of(m_workspace);
    if (!IssuedBook(m_workspace.folder()).hasMoreThan(readAtOnce)) {
        m_newest.forget();
        return take(KeysTree::of(ground));
    }
    m_reading = true;
    Q_EMIT readingChanged();
    m_newest.ask(
        m_worker, this, [ground] { return KeysTree::of(ground); }, [this](const KeysTree &tree) { take(tree); });
}

void KeysModel::take(const KeysTree &tree)
{
    beginResetModel();
    // Ten thousand certificates take as long to be forgotten as the window may be held.
    m_worker.start([former = std::exchange(m_tree, tree)] {});
    const bool wasReading = std::exchange(m_reading, false);
    endResetModel();
    if (wasReading)
        Q_EMIT readingChanged();
}

const KeysTree::Node *KeysModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? &m_tree.nodes.at(int(index.internalId())) : nullptr;
}

QModelIndex KeysModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const KeysTree::Node *node = nodeOf(parent);
    return createIndex(row, column, quintptr(node ? node->children.at(row) : m_tree.parties.at(row)));
}

QModelIndex KeysModel::parent(const QModelIndex &index) const
{
    const KeysTree::Node *node = nodeOf(index);
    if (!node || node->parent < 0)
        return {};
    return createIndex(m_tree.nodes.at(node->parent).row, 0, quintptr(node->parent));
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const KeysTree::Node *node = nodeOf(parent);
    return int(node ? node->children.size() : m_tree.parties.size());
}

int KeysModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant KeysModel::value(const KeysTree::Node &node, int column) const
{
    switch (column) {
    case NameColumn:
        return node.name;
    case RoleColumn:
        return node.kind == Kind::Pack ? node.certificate.packSerial : node.certificate.role;
    case UntilColumn:
        return node.certificate.notAfter > 0 ? QVariant(node.certificate.notAfter) : QVariant();
    case IssuerColumn:
        return node.issuer;
    case FingerprintColumn:
        return node.certificate.sha256.isEmpty() ? QString() : fingerprintText(node.certificate.sha256);
    default:
        return int(node.state);
    }
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeysTree::Node &node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == StateColumn ? QVariant() : value(node, index.column());
    case ValueRole:
        return value(node, index.column());
    case Qt::ToolTipRole: {
        // Whole where a column elides it; never taken for markup.
        const QString text = lookalike::visible(value(node, index.column()).toString());
        const bool isText = index.column() != StateColumn && index.column() != UntilColumn;
        return isText && !text.isEmpty() ? QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()) : QString();
    }
    case KindRole:
        return int(node.kind);
    case CertificateRole:
        return QVariant::fromValue(node.certificate);
    case StateRole:
        return int(node.state);
    case FlagsRole:
        return int(node.flags);
    case TwinsRole:
        return node.twins;
    case RevokedRole:
        return node.revoked;
    case SearchRole:
        return node.searched;
    case PinnedRole:
        return node.pinned;
    default:
        return {};
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_titles.value(section);
    return QAbstractItemModel::headerData(section, orientation, role);
}

bool KeysModel::setHeaderData(int section, Qt::Orientation orientation, const QVariant &value, int role)
{
    if (orientation != Qt::Horizontal || role != Qt::EditRole || section < 0 || section >= ColumnCount)
        return false;
    m_titles.insert(section, value);
    Q_EMIT headerDataChanged(orientation, section, section);
    return true;
}

QModelIndex KeysModel::indexOf(const Certificate &certificate) const
{
    const auto place = m_tree.places.constFind(certificate.sha256);
    return place == m_tree.places.constEnd() ? QModelIndex()
                                             : createIndex(m_tree.nodes.at(*place).row, 0, quintptr(*place));
}

} // namespace packwarden
