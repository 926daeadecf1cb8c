// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pack/statement.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustfiles.h"
#include "tests/adversary/attackers.h"
#include "tests/adversary/roguepack.h"
#include "tests/models/support/modelworld.h"
#include "tests/models/support/shownrules.h"

namespace packwarden::test {

namespace {

constexpr int steps = 40;
/// What the answers of one round may add to the audit, which never shrinks.
constexpr qint64 maxRecords = 120;
constexpr qint64 maxPacks = 260;
constexpr qint64 maxPackBytes = 4 * 1024 * 1024;

/// One console that knows a pack, and somebody on the bus who answers in every name.
class Street final
{
public:
    Street(TestWorld &world, const PackState &pack, Rounds &rounds)
        : m_world(world)
        , m_state(pack)
        , m_rounds(rounds)
        , m_dice(rounds.seed())
        , m_rogue(world, pack, m_dice)
        , m_desk(world, pack)
        , m_before(trust().snapshot())
        , m_records(m_desk.workspace().audit().head().count)
    {
    }
    void play();

private:
    TrustBook &trust() { return m_desk.workspace().trust(); }
    void need(bool holds, const char *what)
    {
        if (!holds)
            m_rounds.violated(QStringLiteral("a rogue pack: %1, by %2").arg(QLatin1String(what), m_what));
    }
    void count(const char *what, const Result<> &result)
    {
        m_rounds.count(QStringLiteral("%1 %2").arg(
            QLatin1String(what), result.ok() ? QStringLiteral("learnt") : QStringLiteral("refused")));
    }
    void lie();
    void speakTrue();
    void allIsAsBefore();
    void othersGoOn();

    TestWorld &m_world;
    PackState m_state;
    Rounds &m_rounds;
    Mutator m_dice;
    RoguePack m_rogue;
    Desk m_desk;
    TrustSnapshot m_before;
    qint64 m_records;
    QString m_what;
};

void Street::lie()
{
    const auto proved = trust().snapshot().proved;
    switch (m_dice.below(6)) {
    case 0:
    case 1:
        m_what = QStringLiteral("facts");
        count("facts", trust().learn(m_rogue.facts()));
        break;
    case 2:
        m_what = QStringLiteral("rules");
        count("rules", trust().learn(m_rogue.rules()));
        break;
    case 3: {
        m_what = QStringLiteral("rules with a word");
        count("rules", trust().take(m_rogue.rules(), {m_rogue.word(), askedNonce()}, {}));
        break;
    }
    case 4:
        m_what = QStringLiteral("a word");
        count("words", trust().learnStatement(m_rogue.word(), m_dice.below(4) ? askedNonce() : QByteArray()));
        break;
    default:
        m_what = QStringLiteral("a list");
        if (const auto entry = decodeCrlEntry(m_rogue.list()); entry.ok())
            count("lists", trust().learn(*entry));
        break;
    }
    // The word of the genuine pack, passed on over the number that was asked with, proves what it always did.
    const auto &now = trust().snapshot().proved;
    for (auto it = now.begin(); it != now.end(); ++it)
        need(proved.contains(it.key()) || m_rogue.passedOn().contains(it.key()), "a pack counts as proved");
}

void Street::speakTrue()
{
    m_what = QStringLiteral("the pack itself");
    switch (m_dice.below(5)) {
    case 0:
        need(trust().learn(factsOf(m_state)).ok(), "its facts are refused");
        break;
    case 1:
        need(trust().learn(rulesOf(m_world, m_state)).ok(), "its rules are refused");
        break;
    case 2:
        need(trust().learnStatement(statementOf(m_world, m_state), askedNonce()).ok(), "its word is refused");
        need(trust().snapshot().proved.contains(m_state.serial), "its word proves nothing");
        break;
    case 3:
        m_desk.clock().advance(1000LL * (1 + m_dice.below(900)));
        break;
    default:
        trust().forgetProof(m_dice.below(2) ? std::optional(m_state.serial) : std::nullopt);
        break;
    }
}

void Street::allIsAsBefore()
{
    const TrustSnapshot &now = trust().snapshot();
    need(now.pinned == m_before.pinned && now.former == m_before.former, "pinned rules changed");
    for (const CrlEntry &entry : now.lists)
        need(m_state.crls.contains(entry), "a list was kept");
    need(trust().contradictory().isEmpty(), "work with a pack is stopped");
    need(now.packs.size() <= maxPacks, "too many packs are kept");
    const KnownPack known = now.packs.value(m_state.serial);
    const KnownPack was = m_before.packs.value(m_state.serial);
    need(known.siliconSha256 == was.siliconSha256 && known.foundationSha256 == was.foundationSha256
            && known.rules.silicon == was.rules.silicon && known.rules.foundation == was.rules.foundation,
        "the pack's limits changed");
    need(rulebytes::keyOf(known.rules.charterDocument, known.rules.policyDocument)
            == rulebytes::keyOf(was.rules.charterDocument, was.rules.policyDocument),
        "the pack's rules changed");
    need(known.areLimitsProved(), "what the pack proved is forgotten");
    need(now.stateOf(m_state.serial, TestWorld::now).ok(), "nothing can be rehearsed any more");
    for (const PackSerial &serial : now.packs.serials()) {
        const KnownPack pack = now.packs.value(serial);
        need(pack.facts.serial == m_state.serial || !pack.areLimitsProved()
                || m_rogue.passedOn().contains(pack.facts.serial),
            "a strange pack counts as proved");
        need(trustfiles::encode(pack).size() <= maxPackBytes, "more is kept of a pack than is read back");
    }
    AuditStore &audit = m_desk.workspace().audit();
    need(!audit.isReadOnly(), "the audit cannot be written any more");
    need(audit.head().count - m_records <= maxRecords, "too much is recorded");
}

/// The rogue left: all is learnt and followed as if it had never been there.
void Street::othersGoOn()
{
    m_what = QStringLiteral("afterwards");
    need(trust().learnStatement(statementOf(m_world, m_state), askedNonce()).ok(), "the pack's word is refused");
    need(trust().learn(factsOf(m_state)).ok(), "the pack's facts are refused");
    need(trust().learn(rulesOf(m_world, m_state)).ok(), "the pack's rules are refused");
    need(trust().pack(m_state.serial)->facts == m_before.packs.value(m_state.serial).facts, "its facts are others");
    need(trust().pack(m_state.serial)->rules == m_before.packs.value(m_state.serial).rules, "its rules are others");
    ShownRules next(m_world, m_state);
    next.changePolicy();
    need(trust().take(next.rules, next.word(), {}).ok(), "the next policy is not followed");
    need(trust().policy() == next.state.policy, "another policy is followed");
    m_desk.reopen();
    need(trust().problems().isEmpty(), "the store cannot be read any more");
    need(trust().policy() == next.state.policy, "the next policy is forgotten");
}

void Street::play()
{
    for (int i = 0; i < steps && !m_rounds.isViolated(); ++i) {
        m_rounds.step();
        if (m_dice.below(5) == 0)
            speakTrue();
        else
            lie();
        allIsAsBefore();
    }
    if (!m_rounds.isViolated()) {
        m_rounds.step();
        othersGoOn();
    }
}

} // namespace

void playRoguePack(TestWorld &world, Rounds &rounds)
{
    const PackState pack = world.pack();
    while (rounds.next())
        Street(world, pack, rounds).play();
}

} // namespace packwarden::test
