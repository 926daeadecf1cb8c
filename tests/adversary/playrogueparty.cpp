// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/actions.h"
#include "hw/uds/documentkind.h"
#include "models/core/documents/withdrawal.h"
#include "tests/adversary/attackers.h"
#include "tests/adversary/oracle.h"
#include "tests/adversary/rogueparty.h"
#include "tests/hw/sim/support/tester.h"

namespace packwarden::test {

namespace {

constexpr int steps = 24;
constexpr int maxAnswers = 60; ///< to one delivery: pending answers, the blocks' and the last

QString text(const char *literal)
{
    return QString::fromLatin1(literal);
}

/// One pack, one bad party, and the others who want to go on.
class Game final
{
public:
    Game(TestWorld &world, Rounds &rounds)
        : m_world(world)
        , m_rounds(rounds)
        , m_dice(rounds.seed())
        , m_party(parties().at(m_dice.below(int(parties().size()))))
        , m_rogue(world, m_party, m_dice)
        , m_oracle(world, &m_party)
        , m_pack(world, begin())
    {
        if (m_dice.below(8) == 0)
            takeThePower();
        observe();
    }
    void play();

private:
    PackState begin();
    /// What the attacker saw of others: documents of another pack and overtaken ones, one that is waited for.
    void observe();
    Oracle::Held held();
    void act();
    /// Whoever is at the pack can take its power, and with it the time.
    void takeThePower();
    void deliver(const RogueParty::Document &document);
    void judge(const Oracle::Held &before, const QString &what);
    void othersGoOn();
    void need(bool holds, const char *what);
    QString tell(int kind, const QByteArray &document);
    std::shared_ptr<SigningKey> key(const char *position) { return m_world.key(partyAt(position).person); }
    bool isRogue(const char *position) const { return m_party.position.text() == QLatin1String(position); }
    QByteArray honestRequest(const PackState &state, const char *parameter, qint64 to, const QStringList &positions);
    DocumentHead honestHead(const std::shared_ptr<SigningKey> &author, const QByteArray &id);
    QByteArray honestTransfer(const PackState &state);

    TestWorld &m_world;
    Rounds &m_rounds;
    Mutator m_dice;
    const Party m_party;
    RogueParty m_rogue;
    Oracle m_oracle;
    TestPack m_pack;
    QByteArray m_pending; ///< payload of what others work on
};

PackState Game::begin()
{
    PackState state = wholePack(m_world);
    StoredValue &value = state.values[ParameterId::fromTrusted(text("soc.max"))];
    // Agreed for some days: stricter than the base, or looser.
    if (const int kind = m_dice.below(3); kind > 0) {
        value.overlay = Milli{kind == 1 ? 85'000 : 94'000};
        value.overlayEnds = TestWorld::now + (3 + m_dice.below(20)) * TestWorld::day;
        value.revision = 2;
    }
    return state;
}

/// Dated by the pack's own clock, which the attacker may have set.
DocumentHead Game::honestHead(const std::shared_ptr<SigningKey> &author, const QByteArray &id)
{
    DocumentHead head = headOf(author, id);
    const qint64 clock = held().clock;
    head.created = clock - 60;
    head.expires = clock + 7 * TestWorld::day;
    return head;
}

QByteArray Game::honestRequest(const PackState &state, const char *parameter, qint64 to, const QStringList &positions)
{
    const auto author = key("operator");
    ChangeRequest request = m_world.request(state, text(parameter), to);
    request.head = honestHead(author, sha256(parameter + QByteArray::number(to)));
    QList<std::shared_ptr<SigningKey>> approvers;
    for (const QString &position : positions)
        approvers.append(m_world.key(partyAt(position.toLatin1().constData()).person));
    return signedBy(contenttype::request, request.encode(), author, approvers);
}

void Game::observe()
{
    const PackState state = m_pack.state();
    const QStringList all{text("owner"), text("cell-data"), text("platform"), text("service"), text("operator")};
    PackState other = state;
    other.serial = PackSerial::fromTrusted(text("SDB-TEST-0002"));
    m_rogue.saw(*CoseSign::decode(honestRequest(other, "soc.max", 91'000, all)));
    PackState older = state;
    for (StoredValue &value : older.values)
        --value.revision;
    m_rogue.saw(*CoseSign::decode(honestRequest(older, "cell.voltage.max", 4150, all)));
    const auto waiting = CoseSign::decode(honestRequest(state, "cell.voltage.max", 4100, {}));
    m_pending = sha256(waiting->payload);
    m_rogue.mayWithdraw(m_pending);
}

Oracle::Held Game::held()
{
    const auto life = LifeCycleInfo::decode(QByteArray::fromHex(m_pack.askHex("220101").value(0).toLatin1()).mid(3));
    if (!life.ok())
        qFatal("a pack does not tell the time");
    return {m_pack.state(), m_pack.contents(), life->now, m_pack.clock.now()};
}

void Game::judge(const Oracle::Held &before, const QString &what)
{
    const QString fault = m_oracle.fault(before, held());
    if (!fault.isEmpty())
        m_rounds.violated(QStringLiteral("%1 alone, by %2: %3").arg(m_party.position.text(), what, fault));
}

QString Game::tell(int kind, const QByteArray &document)
{
    const QStringList answers = m_pack.deliver(document, kind);
    if (answers.size() > maxAnswers)
        m_rounds.violated(text("answers without end"));
    return answers.value(answers.size() - 1);
}

void Game::deliver(const RogueParty::Document &document)
{
    const Oracle::Held before = held();
    const QString answer = tell(document.kind, document.bytes);
    m_rounds.count(answer.startsWith(text("71")) ? text("taken") : text("refused"));
    judge(before, document.what);
}

void Game::act()
{
    const Oracle::Held before = held();
    Tester tester(m_pack, m_rogue.person());
    if (!tester.authenticate())
        return judge(before, text("authentication"));
    m_rounds.count(text("sessions"));
    for (int count = 1 + m_dice.below(4); count > 0 && !m_rounds.isViolated(); --count) {
        const QList<ParameterDefinition> all = before.state.silicon.parameters;
        const ParameterDefinition definition = all.at(m_dice.below(int(all.size())));
        const qint64 current = m_pack.state().value(definition.id).value;
        const QList<qint64> values{current + 1, current - 1, definition.silicon.min.value, definition.silicon.max.value,
            definition.silicon.max.value + 1};
        const QList<QByteArray> bodies{actions::setParameter(definition.number, Milli{values.at(m_dice.below(5))}),
            actions::activate(text("drive")), actions::activate(text("charge")), actions::deactivate(),
            actions::clearFaults(), actions::selfTest(), actions::balance(), actions::isolateModule(1)};
        const int which = m_dice.below(int(bodies.size()) + 4);
        const QByteArray body = bodies.at(which < bodies.size() ? which : 0);
        const Oracle::Held now = held();
        const int sequence = m_dice.below(10) == 0 ? m_dice.below(5) : -1;
        const QString answer = tester.act(body, sequence);
        m_rounds.count(answer.startsWith(text("7f")) ? text("actions refused") : text("actions done"));
        judge(now, text("action ") + QString::fromLatin1(body.left(4).toHex()));
    }
}

void Game::takeThePower()
{
    m_pack.options.boot.clockLost = true;
    m_pack.boot();
    m_rounds.count(text("clocks lost"));
}

void Game::need(bool holds, const char *what)
{
    if (!holds)
        m_rounds.violated(QStringLiteral("after %1: %2").arg(m_party.position.text(), text(what)));
}

QByteArray Game::honestTransfer(const PackState &state)
{
    const auto author = m_world.key(text("leasing.asset-manager-2"));
    CharterChange change{
        honestHead(author, "transfer"), Amendment::TransferOwnership, {state.charterDocument}, state.charter, {}};
    ++change.charter.version;
    Position &owner = change.charter.positions[partyAt("owner").position];
    owner.party = owner.partyName = text("buyer");
    owner.rootDer = m_world.root(text("buyer")).der;
    change.policy = {change.head, {state.policyDocument}, state.policy};
    ++change.policy.policy.version;
    change.policy.policy.charterSha256 = change.charter.bodySha256();
    const QByteArray document = signedBy(contenttype::charter, change.encode(), author,
        {key("owner"), key("platform"), m_world.key(text("buyer.asset-manager"))});
    return CharterUpload{document, {encodeCrlEntry(m_world.crl(text("buyer")))}}.encode();
}

/// Whatever the bad party did: the others' lists find a place, their withdrawals are heard, and what needs none of its
/// signatures is done.
void Game::othersGoOn()
{
    const bool uncertain = m_pack.contents().clockUncertain;
    for (const Party &other : parties()) {
        if (other == m_party)
            continue;
        const QString newer = tell(documentkind::crl, encodeCrlEntry(m_world.crl(other.name, {}, 7)));
        need(newer.startsWith(text("71")), "another party's newer list is refused");
    }
    const Party &witness = partyAt(isRogue("cell-data") ? "platform" : "cell-data");
    const auto authority = pki::issueAuthority(m_world.root(witness.name), m_world.rootKey(witness.name),
        m_world.privateKey(text("courier-issuer")), {text("new issuer"), witness.name},
        {TestWorld::now - TestWorld::day, TestWorld::now + 900 * TestWorld::day});
    const auto list = pki::issueCrl(*authority, m_world.privateKey(text("courier-issuer")), 1,
        {TestWorld::now - TestWorld::day, TestWorld::now + 30 * TestWorld::day}, {});
    need(tell(documentkind::crl, encodeCrlEntry({*list, authority->der})).startsWith(text("71")),
        "another party's new issuing authority finds no place for its list");
    const auto withdrawal = CoseSign1::make(contenttype::withdrawal,
        Withdrawal{sha256("some document"), held().clock + 5 * TestWorld::day}.encode(), *m_world.key(witness.person),
        TestWorld::now);
    need(tell(documentkind::withdrawal, withdrawal->encode()).startsWith(text("71")),
        "another party's withdrawal is refused");
    if (uncertain || m_pack.state().lock.locked)
        return;
    PackState state = m_pack.state();
    QStringList seats{text("cell-data")};
    for (const char *position : {"owner", "platform"}) {
        if (!isRogue(position))
            seats.append(text(position));
    }
    if (!isRogue("cell-data") && !isRogue("operator")) {
        if (seats.size() < 3)
            seats.append(text("operator"));
        const QByteArray request = honestRequest(state, "cell.voltage.max", 4120, seats);
        // Layer 4 takes no author among those who approve.
        if (!seats.contains(text("operator")))
            need(tell(documentkind::request, request).startsWith(text("71")), "what the others agreed on is refused");
    }
    if (isRogue("owner") || isRogue("platform"))
        return;
    state = m_pack.state();
    need(tell(documentkind::charter, honestTransfer(state)).startsWith(text("71")),
        "owner and platform cannot hand the pack over any more");
}

void Game::play()
{
    for (int i = 0; i < steps && !m_rounds.isViolated(); ++i) {
        m_rounds.step();
        const int what = m_dice.below(100);
        if (what < 4) {
            for (const RogueParty::Document &one : m_rogue.flood(Rounds::isLong() || m_dice.below(4) == 0)) {
                deliver(one);
                if (m_rounds.isViolated())
                    break;
            }
        } else if (what < 5 || (what < 8 && isRogue("platform"))) {
            takeThePower();
        } else if (what < 24) {
            act();
        } else {
            deliver(m_rogue.document(m_pack.state()));
        }
    }
    if (!m_rounds.isViolated()) {
        m_rounds.step();
        othersGoOn();
    }
}

} // namespace

void playRogueParty(TestWorld &world, Rounds &rounds)
{
    while (rounds.next())
        Game(world, rounds).play();
}

} // namespace packwarden::test
