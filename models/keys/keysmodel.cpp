// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/keysmodel.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/cbor/cbor.h"
#include "models/keys/issuedbook.h"
#include "models/keys/issuing.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int listsLookedAt = 1000;

const Certificate *issuerOf(const Certificate &certificate, const QList<Certificate> &known)
{
    if (certificate.issuerDer == certificate.subjectDer)
        return nullptr;
    const auto found = std::find_if(known.begin(), known.end(),
        [&](const Certificate &candidate) { return candidate.isAuthority && isIssuedBy(certificate, candidate); });
    return found == known.end() ? nullptr : &*found;
}

Certificate rootAbove(const Certificate &certificate, const QList<Certificate> &known)
{
    Certificate top = certificate;
    for (int depth = 0; depth < 3; ++depth) {
        const Certificate *issuer = issuerOf(top, known);
        if (!issuer)
            break;
        top = *issuer;
    }
    return top;
}

bool isRevoked(const Certificate &certificate, const Certificate &issuer, const QList<CrlEntry> &lists)
{
    return std::any_of(lists.begin(), lists.end(), [&](const CrlEntry &entry) {
        return isListOf(entry.crl, issuer) && entry.crl.revokedSerials.contains(certificate.serialNumber);
    });
}

QSet<QByteArray> compromisedIn(const AuditStore &audit)
{
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::makeList);
    filter.outcome = QLatin1String(auditoutcome::done);
    QSet<QByteArray> serials;
    for (const AuditRecord &record : audit.page(filter, 0, listsLookedAt)) {
        const auto detail = cbor::decode(record.detail);
        if (!detail.ok() || !detail->toMap().value(QLatin1String("compromised")).toBool())
            continue;
        for (const QString &word : detail->toMap().value(QLatin1String("revoked")).toString().split(u' '))
            serials.insert(QByteArray::fromHex(word.toLatin1()));
    }
    return serials;
}

} // namespace

KeysModel::KeysModel(Workspace &workspace, QObject *parent)
    : QAbstractItemModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace.trust(), &TrustBook::changed, this, &KeysModel::refresh);
    build();
}

void KeysModel::refresh()
{
    beginResetModel();
    build();
    endResetModel();
}

void KeysModel::build()
{
    const TrustBook &trust = m_workspace.trust();
    const qint64 now = m_workspace.clock().now();
    const IssuingRules rules{trust.charter(), trust.policy(), trust.snapshot().newestLists(now), now};
    m_known = knownCertificates(m_workspace);
    if (const QList<Certificate> mine = m_workspace.session().chain(); !mine.isEmpty()) {
        for (const Certificate &certificate : mine) {
            if (!m_known.contains(certificate))
                m_known.append(certificate);
        }
    }
    m_compromised = compromisedIn(m_workspace.audit());
    m_nodes.clear();
    m_parties.clear();
    QHash<QByteArray, int> parties;
    QHash<QByteArray, int> holders;
    QList<Certificate> sorted = m_known;
    // Authorities first, then by name; of one holder the newest first.
    std::sort(sorted.begin(), sorted.end(), [](const Certificate &a, const Certificate &b) {
        return std::make_tuple(!a.isAuthority, a.commonName, b.notAfter)
            < std::make_tuple(!b.isAuthority, b.commonName, a.notAfter);
    });
    for (const Certificate &certificate : std::as_const(sorted)) {
        const Certificate root = rootAbove(certificate, m_known);
        const QByteArray partyKey = root.isAuthority ? root.sha256 : QByteArray();
        if (!parties.contains(partyKey))
            parties.insert(partyKey, add(-1, Kind::Party, root.isAuthority ? root : Certificate(), rules));
        if (certificate == root && root.isAuthority)
            continue;
        const int party = parties.value(partyKey);
        const Kind kind = certificate.isAuthority ? Kind::Authority
            : certificate.packSerial.isEmpty()    ? Kind::Person
                                                  : Kind::Pack;
        QByteArray holderKey = certificate.sha256;
        if (kind != Kind::Authority)
            holderKey = partyKey + '/' + (certificate.person + certificate.packSerial).toUtf8();
        const auto holder = holders.constFind(holderKey);
        if (holder == holders.constEnd())
            holders.insert(holderKey, add(party, kind, certificate, rules));
        else
            add(*holder, kind, certificate, rules);
    }
    findTwins();
}

int KeysModel::add(int parent, Kind kind, const Certificate &certificate, const IssuingRules &rules)
{
    Node node;
    node.parent = parent;
    node.kind = kind;
    node.certificate = certificate;
    node.name = certificate.commonName;
    if (kind == Kind::Party) {
        const QList<PositionId> positions = rules.charter.positionsOfRoot(certificate.sha256);
        node.pinned = !positions.isEmpty();
        if (node.pinned && !rules.charter.positions.value(positions.constFirst()).partyName.isEmpty())
            node.name = rules.charter.positions.value(positions.constFirst()).partyName;
        else if (!certificate.organisation.isEmpty())
            node.name = certificate.organisation;
    } else
        node.pinned = parent >= 0 && m_nodes.at(parent).pinned;
    judge(node, rules);
    node.flags = lookalike::flagsOf(node.name);
    QList<int> &siblings = parent < 0 ? m_parties : m_nodes[parent].children;
    node.row = int(siblings.size());
    const int number = int(m_nodes.size());
    siblings.append(number);
    m_nodes.append(node);
    return number;
}

void KeysModel::judge(Node &node, const IssuingRules &rules) const
{
    const Certificate &certificate = node.certificate;
    const Certificate *issuer = issuerOf(certificate, m_known);
    node.issuer = issuer ? issuer->commonName : QString();
    node.revoked = issuer && isRevoked(certificate, *issuer, rules.lists);
    if (node.revoked)
        node.state = m_compromised.contains(certificate.serialNumber) ? KeyState::Compromised : KeyState::Ended;
    else if (rules.now >= certificate.notAfter)
        node.state = KeyState::Ended;
    else if (rules.now < certificate.notBefore)
        node.state = KeyState::NotYet;
    else if (node.kind == Kind::Party)
        node.state = node.pinned ? KeyState::InUse : KeyState::Blocked;
    else if (!issuer || (certificate.isAuthority && !answeringRoot(certificate, rules).ok())
        || (!certificate.isAuthority
            && !checkIssuable({certificate.person, certificate.role, certificate.packSerial, false}, *issuer, rules)
                    .ok()))
        node.state = KeyState::Blocked;
    else
        node.state = KeyState::InUse;
}

void KeysModel::findTwins()
{
    QHash<QString, QList<int>> bySkeleton;
    for (int number = 0; number < m_nodes.size(); ++number) {
        const Node &node = m_nodes.at(number);
        const bool further = node.parent >= 0 && m_nodes.at(node.parent).kind != Kind::Party;
        if (!further && node.kind != Kind::Pack)
            bySkeleton[lookalike::skeleton(node.name)].append(number);
    }
    for (const QList<int> &group : std::as_const(bySkeleton)) {
        for (const int one : group) {
            for (const int other : group) {
                const Node &a = m_nodes.at(one);
                const Node &b = m_nodes.at(other);
                // A party and its authority may well have one name.
                if (one != other && (a.kind == Kind::Person) == (b.kind == Kind::Person)
                    && (a.kind == Kind::Party) == (b.kind == Kind::Party))
                    m_nodes[one].twins.append(b.name);
            }
        }
    }
}

const KeysModel::Node *KeysModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? &m_nodes.at(int(index.internalId())) : nullptr;
}

QModelIndex KeysModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node *node = nodeOf(parent);
    return createIndex(row, column, quintptr(node ? node->children.at(row) : m_parties.at(row)));
}

QModelIndex KeysModel::parent(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    if (!node || node->parent < 0)
        return {};
    return createIndex(m_nodes.at(node->parent).row, 0, quintptr(node->parent));
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node *node = nodeOf(parent);
    return int(node ? node->children.size() : m_parties.size());
}

int KeysModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant KeysModel::value(const Node &node, int column) const
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
    const Node &node = *nodeOf(index);
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
    for (int number = 0; number < m_nodes.size(); ++number) {
        if (m_nodes.at(number).certificate == certificate)
            return createIndex(m_nodes.at(number).row, 0, quintptr(number));
    }
    return {};
}

} // namespace packwarden
