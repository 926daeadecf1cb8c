// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/rulechange.h"
#include "tests/adversary/scene.h"
#include "tests/models/core/judge/mutator.h"

namespace packwarden::test {

/// One party that has gone bad as a whole: its root's key and the keys of all its people are one attacker's. It makes
/// documents of every kind, well signed by its own and with varied content, for a pack whose state it knows.
class RogueParty final
{
public:
    struct Document
    {
        int kind = 0; ///< documentkind.h
        QByteArray bytes; ///< as a pack is given it
        QString what; ///< for the report
    };

    RogueParty(TestWorld &world, const Party &party, Mutator &dice);

    const Party &party() const { return m_party; }
    /// Documents of others that it once saw, complete for another pack or overtaken: it may reuse every part of them.
    void saw(const CoseSign &document) { m_seen.append(document); }
    /// A document that others still work on.
    void mayWithdraw(const QByteArray &payloadSha256) { m_pending.append(payloadSha256); }

    /// Anything, by chance; or of one sort.
    Document document(const PackState &pack);
    Document policy(const PackState &pack);
    Document charter(const PackState &pack);
    /// Many small things of one sort, to fill what the pack keeps them in.
    QList<Document> flood(bool wide);
    /// Somebody of the party: any role, name, key, issuer and dates.
    std::shared_ptr<SigningKey> person();
    /// Its signatory as the rules know it.
    std::shared_ptr<SigningKey> signatory() { return m_world.key(m_party.person); }

private:
    Document request(const PackState &pack);
    Document command(const PackState &pack);
    Document time(const PackState &pack);
    Document list();
    Document withdrawal();
    Document provision(const PackState &pack);

    DocumentHead head(const std::shared_ptr<SigningKey> &by);
    /// Signed by its author and some others of the party, perhaps with pieces of what was seen.
    QByteArray signedAsRogue(const char *type, QByteArray payload, const std::shared_ptr<SigningKey> &by,
        const QList<std::shared_ptr<SigningKey>> &besides = {});
    /// Whom the new rules name as signatory of a place that the attacker's own company takes.
    QList<std::shared_ptr<SigningKey>> newcomers(const Charter &charter);
    void bend(Policy &policy);
    void bend(Charter &charter);
    Document oneList(const QString &authorityName, qint64 number);
    Document oneWithdrawal(const std::shared_ptr<SigningKey> &by, const QByteArray &document, qint64 expires);
    /// An issuing authority of the party, with the name of its key.
    struct Authority
    {
        Certificate certificate;
        QString key;
    };
    Authority authority(const QString &name);
    Seat ownSeat() const { return {m_party.position, m_party.role}; }
    template <typename List> auto any(const List &list) { return list.at(m_dice.below(int(list.size()))); }
    bool chance(int percent) { return m_dice.below(100) < percent; }
    /// Something wrong that is only tried in wild documents: the others are in order but for what they are after.
    bool odd(int percent) { return m_isWild && chance(percent); }
    std::shared_ptr<SigningKey> leaf(const QString &name, const RoleId &role, const QString &keyName);
    std::shared_ptr<SigningKey> author();
    QByteArray noise(int bytes);

    TestWorld &m_world;
    const Party m_party;
    Mutator &m_dice;
    bool m_isWild = false; ///< the document that is made now
    QList<CoseSign> m_seen;
    QList<QByteArray> m_pending;
    QMap<QString, Authority> m_authorities;
};

} // namespace packwarden::test
