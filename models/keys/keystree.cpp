// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/keystree.h"

#include "models/audit/auditstore.h"
#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/keys/issuing.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int listsLookedAt = 1000;
constexpr int deepest = 3; ///< steps from a certificate to its root

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

/// Puts the tree together. Whatever verifies a signature is worked out once for each certificate or issuer.
class TreeMaker final
{
public:
    explicit TreeMaker(const KeysGround &ground);
    KeysTree take() { return std::move(m_tree); }

private:
    using Kind = KeysTree::Kind;
    using Node = KeysTree::Node;

    /// Place among those known; -1: nobody that is known issued it.
    int issuerOf(int certificate);
    int rootAbove(int certificate);
    const QSet<QByteArray> &revokedBy(int issuer);
    bool answers(int issuer);
    bool mayIssue(const Certificate &certificate, int issuer);
    int add(int parent, Kind kind, int certificate);
    void judge(Node &node, int certificate);
    void findTwins();

    KeysTree m_tree;
    IssuingRules m_rules;
    QSet<QByteArray> m_compromised;
    QMultiHash<QByteArray, int> m_authorities; ///< by subject
    QHash<QByteArray, int> m_known; ///< place by SHA-256
    QHash<int, int> m_issuers;
    QHash<int, QSet<QByteArray>> m_revoked; ///< by issuer
    QHash<int, bool> m_answers; ///< by issuer
    QHash<QString, bool> m_mayIssue; ///< by issuer, and role or "pack"
};

TreeMaker::TreeMaker(const KeysGround &ground)
    : m_compromised(ground.compromised)
{
    const TrustSnapshot &trust = ground.sources.trust;
    m_rules = {trust.pinned.charter, trust.pinned.policy, trust.newestLists(ground.sources.now), ground.sources.now};
    m_tree.known = knownCertificates(ground.sources);
    for (const Certificate &certificate : ground.mine) {
        if (!m_tree.known.contains(certificate))
            m_tree.known.append(certificate);
    }
    QList<int> sorted;
    for (int place = 0; place < m_tree.known.size(); ++place) {
        const Certificate &certificate = m_tree.known.at(place);
        m_known.insert(certificate.sha256, place);
        if (certificate.isAuthority)
            m_authorities.insert(certificate.subjectDer, place);
        sorted.append(place);
    }
    // Authorities first, then by name; of one holder the newest first.
    std::stable_sort(sorted.begin(), sorted.end(), [this](int one, int other) {
        const Certificate &a = m_tree.known.at(one);
        const Certificate &b = m_tree.known.at(other);
        return std::tuple(!a.isAuthority, a.commonName, b.notAfter)
            < std::tuple(!b.isAuthority, b.commonName, a.notAfter);
    });
    QHash<QByteArray, int> parties;
    QHash<QByteArray, int> holders;
    for (const int place : std::as_const(sorted)) {
        const Certificate &certificate = m_tree.known.at(place);
        const int root = rootAbove(place);
        const bool hasRoot = m_tree.known.at(root).isAuthority;
        const QByteArray partyKey = hasRoot ? m_tree.known.at(root).sha256 : QByteArray();
        if (!parties.contains(partyKey))
            parties.insert(partyKey, add(-1, Kind::Party, hasRoot ? root : -1));
        if (root == place && hasRoot)
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
            holders.insert(holderKey, add(party, kind, place));
        else
            add(*holder, kind, place);
    }
    findTwins();
}

int TreeMaker::issuerOf(int certificate)
{
    const auto told = m_issuers.constFind(certificate);
    if (told != m_issuers.constEnd())
        return *told;
    const Certificate &child = m_tree.known.at(certificate);
    int issuer = -1;
    if (child.issuerDer != child.subjectDer) {
        // The first one of those that are known, as they are known.
        QList<int> named = m_authorities.values(child.issuerDer);
        std::sort(named.begin(), named.end());
        const auto found = std::find_if(
            named.begin(), named.end(), [&](int each) { return isIssuedBy(child, m_tree.known.at(each)); });
        issuer = found == named.end() ? -1 : *found;
    }
    return *m_issuers.insert(certificate, issuer);
}

int TreeMaker::rootAbove(int certificate)
{
    int top = certificate;
    for (int depth = 0; depth < deepest; ++depth) {
        const int issuer = issuerOf(top);
        if (issuer < 0)
            break;
        top = issuer;
    }
    return top;
}

const QSet<QByteArray> &TreeMaker::revokedBy(int issuer)
{
    const auto told = m_revoked.constFind(issuer);
    if (told != m_revoked.constEnd())
        return *told;
    QSet<QByteArray> serials;
    for (const CrlEntry &entry : std::as_const(m_rules.lists)) {
        if (isListOf(entry.crl, m_tree.known.at(issuer)))
            serials.unite({entry.crl.revokedSerials.begin(), entry.crl.revokedSerials.end()});
    }
    return *m_revoked.insert(issuer, serials);
}

bool TreeMaker::answers(int issuer)
{
    const auto told = m_answers.constFind(issuer);
    return told != m_answers.constEnd()
        ? *told
        : *m_answers.insert(issuer, answeringRoot(m_tree.known.at(issuer), m_rules).ok());
}

/// What charter and policy say of an issuer and a role holds for all who have it; of packs, for all packs.
bool TreeMaker::mayIssue(const Certificate &certificate, int issuer)
{
    const bool isPack = !certificate.packSerial.isEmpty();
    const QString key = QStringLiteral("%1 %2").arg(issuer).arg(isPack ? QStringLiteral("+pack") : certificate.role);
    const auto told = m_mayIssue.constFind(key);
    if (told != m_mayIssue.constEnd() && (isPack || !certificate.person.isEmpty()))
        return *told;
    const bool may = checkIssuable(
        {certificate.person, certificate.role, certificate.packSerial, false}, m_tree.known.at(issuer), m_rules)
                         .ok();
    if (isPack || !certificate.person.isEmpty())
        m_mayIssue.insert(key, may);
    return may;
}

int TreeMaker::add(int parent, Kind kind, int certificate)
{
    Node node;
    node.parent = parent;
    node.kind = kind;
    if (certificate >= 0)
        node.certificate = m_tree.known.at(certificate);
    node.name = node.certificate.commonName;
    if (kind == Kind::Party) {
        const QList<PositionId> positions = m_rules.charter.positionsOfRoot(node.certificate.sha256);
        node.pinned = !positions.isEmpty();
        if (node.pinned && !m_rules.charter.positions.value(positions.constFirst()).partyName.isEmpty())
            node.name = m_rules.charter.positions.value(positions.constFirst()).partyName;
        else if (!node.certificate.organisation.isEmpty())
            node.name = node.certificate.organisation;
    } else {
        node.pinned = parent >= 0 && m_tree.nodes.at(parent).pinned;
    }
    judge(node, certificate);
    node.flags = lookalike::flagsOf(node.name);
    node.searched
        = QStringList{node.name, node.kind == Kind::Pack ? node.certificate.packSerial : node.certificate.role,
            node.certificate.sha256.isEmpty() ? QString() : fingerprintText(node.certificate.sha256)}
              .join(u'\n')
              .toCaseFolded();
    QList<int> &siblings = parent < 0 ? m_tree.parties : m_tree.nodes[parent].children;
    node.row = int(siblings.size());
    const int number = int(m_tree.nodes.size());
    siblings.append(number);
    if (certificate >= 0)
        m_tree.places.insert(node.certificate.sha256, number);
    m_tree.nodes.append(node);
    return number;
}

void TreeMaker::judge(Node &node, int certificate)
{
    const int issuer = certificate < 0 ? -1 : issuerOf(certificate);
    node.issuer = issuer < 0 ? QString() : m_tree.known.at(issuer).commonName;
    node.revoked = issuer >= 0 && revokedBy(issuer).contains(node.certificate.serialNumber);
    if (node.revoked)
        node.state = m_compromised.contains(node.certificate.serialNumber) ? KeyState::Compromised : KeyState::Ended;
    else if (m_rules.now >= node.certificate.notAfter)
        node.state = KeyState::Ended;
    else if (m_rules.now < node.certificate.notBefore)
        node.state = KeyState::NotYet;
    else if (node.kind == Kind::Party)
        node.state = node.pinned ? KeyState::InUse : KeyState::Blocked;
    else if (issuer < 0 || (node.certificate.isAuthority ? !answers(certificate) : !mayIssue(node.certificate, issuer)))
        node.state = KeyState::Blocked;
    else
        node.state = KeyState::InUse;
}

void TreeMaker::findTwins()
{
    QHash<QString, QList<int>> bySkeleton;
    for (int number = 0; number < m_tree.nodes.size(); ++number) {
        const Node &node = m_tree.nodes.at(number);
        const bool further = node.parent >= 0 && m_tree.nodes.at(node.parent).kind != Kind::Party;
        if (!further && node.kind != Kind::Pack)
            bySkeleton[lookalike::skeleton(node.name)].append(number);
    }
    for (const QList<int> &group : std::as_const(bySkeleton)) {
        for (const int one : group) {
            for (const int other : group) {
                const Node &a = m_tree.nodes.at(one);
                const Node &b = m_tree.nodes.at(other);
                // A party and its authority may well have one name.
                if (one != other && (a.kind == Kind::Person) == (b.kind == Kind::Person)
                    && (a.kind == Kind::Party) == (b.kind == Kind::Party))
                    m_tree.nodes[one].twins.append(b.name);
            }
        }
    }
}

} // namespace

KeysGround KeysGround::of(Workspace &workspace)
{
    return {CertificateSources::of(workspace), workspace.session().chain(), compromisedIn(workspace.audit())};
}

KeysTree KeysTree::of(const KeysGround &ground)
{
    return TreeMaker(ground).take();
}

} // namespace packwarden
