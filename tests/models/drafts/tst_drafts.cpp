// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/statement.h"
#include "models/core/pki/pkifile.h"
#include "models/drafts/charterdraft.h"
#include "models/drafts/commanddraft.h"
#include "models/drafts/draftproblem.h"
#include "models/drafts/partychange.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString owner = QStringLiteral("leasing.asset-manager");
const QString other = QStringLiteral("leasing.asset-manager-2");
const QString platform = QStringLiteral("platform.platform-engineer");
const QString buyer = QStringLiteral("buyer.asset-manager");
const LogHead someLog{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};

CapabilityId capability(const char *name)
{
    return CapabilityId::fromTrusted(QString::fromLatin1(name));
}

} // namespace

/// Commands and changes of parties as they are drafted: what the draft lets pass, the pack's own verifier takes once it
/// is signed; what the draft refuses, the pack would have refused.
class DraftsTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    std::unique_ptr<Desk> m_desk;

    TrustBook &trust() { return m_desk->workspace().trust(); }
    PackState held() { return trust().snapshot().stateOf(m_pack.serial, TestWorld::now).value(); }

    void tell(const PackState &pack) { QVERIFY(trust().learnStatement(statementOf(*m_world, pack)).ok()); }

    std::optional<Error> verdictOn(const Command &command, const QStringList &approvers)
    {
        CoseSign document{QByteArray(contenttype::command), command.encode(), {}};
        if (!document.addSignature(*m_world->key(other), Meaning::Author, TestWorld::now, someLog).ok())
            qFatal("cannot sign");
        for (const QString &person : approvers) {
            if (!document.addSignature(*m_world->key(person), Meaning::Approve, TestWorld::now, someLog).ok())
                qFatal("cannot sign");
        }
        return verifyCommand(document.encode(), held()).refusal;
    }

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }

    void init()
    {
        m_pack = packWithCommands(*m_world, "SDB-TEST-0001");
        m_desk = std::make_unique<Desk>(*m_world, m_pack);
        tell(m_pack);
    }

    /// One rule for window and command line: who comes and goes, and what makes no sense.
    void partiesComeAndGo()
    {
        Charter charter = m_pack.charter;
        const PositionId position = PositionId::fromTrusted(QStringLiteral("operator"));
        QVERIFY(charter.inForce(position, TestWorld::now));
        const PartyChange admission{Amendment::AdmitParty, position, m_world->root(QStringLiteral("buyer")),
            QStringLiteral("buyer"), QStringLiteral("Buyer"), RoleId::fromTrusted(QStringLiteral("new-signatory"))};
        const PartyChange removal{Amendment::RemoveParty, position};
        const auto refused = [&](const PartyChange &change, DraftProblem problem) {
            const Charter before = charter;
            const auto result = applyPartyChange(change, charter, TestWorld::now);
            return !result.ok() && result.error().is(problem) && charter == before;
        };
        QVERIFY(refused(admission, DraftProblem::Position)); // somebody is there
        QVERIFY(applyPartyChange(removal, charter, TestWorld::now).ok());
        QVERIFY(refused(removal, DraftProblem::Position)); // gone already
        PartyChange wrong = admission;
        wrong.root.reset();
        QVERIFY(refused(wrong, DraftProblem::Root));
        wrong = admission;
        wrong.party = QStringLiteral("Buyer & Sons");
        QVERIFY(refused(wrong, DraftProblem::Party));
        wrong = admission;
        wrong.party = QStringLiteral("leasing"); // another root for one that is here
        QVERIFY(refused(wrong, DraftProblem::OtherParty));
        wrong = admission;
        wrong.signatory = {};
        QVERIFY(refused(wrong, DraftProblem::Signatory));
        wrong = admission;
        wrong.kind = Amendment::TransferOwnership; // is about the owner's position alone
        QVERIFY(refused(wrong, DraftProblem::Position));
        // The position of one that has left is free.
        QVERIFY(applyPartyChange(admission, charter, TestWorld::now).ok());
        QCOMPARE(charter.positions.value(position).party, QStringLiteral("buyer"));
        QVERIFY(charter.inForce(position, TestWorld::now));
    }

    void aCommandThatPassesIsTakenOnceSigned_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("approvers");
        QTest::addColumn<int>("seats");
        const QString cells = QStringLiteral("celldata.specialist");
        const QString technician = QStringLiteral("service.technician");
        QTest::newRow("theft-lock") << int(CommandKind::TheftLock) << QStringList{owner} << 1;
        QTest::newRow("theft-unlock") << int(CommandKind::TheftUnlock) << QStringList{owner, platform} << 2;
        QTest::newRow("tighten") << int(CommandKind::Tighten) << QStringList{owner} << 1;
        QTest::newRow("replace-component") << int(CommandKind::ReplaceComponent) << QStringList{owner, technician} << 2;
        QTest::newRow("decommission") << int(CommandKind::Decommission) << QStringList{owner, platform, cells} << 3;
    }

    void aCommandThatPassesIsTakenOnceSigned()
    {
        QFETCH(int, kind);
        QFETCH(QStringList, approvers);
        QFETCH(int, seats);
        if (CommandKind(kind) == CommandKind::TheftUnlock) {
            m_pack.lock = {true, 3, QByteArray(32, 'L'), {}, {}, TestWorld::now - 60};
            m_pack.now += 1;
            tell(m_pack);
        }
        CommandDraft draft(trust(), m_desk->clock());
        draft.setKind(CommandKind(kind));
        QVERIFY(draft.problem());
        draft.setPacks({m_pack.serial});
        draft.setPart(QStringLiteral("board"), QStringLiteral("BRD-2"));
        draft.setLimit(ParameterId::fromTrusted(QStringLiteral("soc.max")), QStringLiteral("80"));
        QVERIFY2(!draft.problem(), draft.problem() ? qPrintable(draft.problem()->detail) : "");
        QCOMPARE(int(draft.seats().size()), seats);
        QVERIFY(!draft.build(m_world->key(other)->leaf().sha256).ok()); // no reason yet
        draft.setReason(QStringLiteral("  Because.  "));
        const auto command = draft.build(m_world->key(other)->leaf().sha256);
        QVERIFY(command.ok());
        QCOMPARE(command->head.reason, QStringLiteral("Because."));
        const auto taken = verdictOn(*command, approvers);
        QVERIFY2(!taken, taken ? qPrintable(taken->detail) : "");
        // The refused twin: one signature less.
        const auto refused = verdictOn(*command, approvers.mid(1));
        QVERIFY(refused && refused->code == Code::BelowQuorum);
    }

    void aCommandThatTheDraftRefuses_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, CommandKind kind, const char *text, Code code, const char *detail) {
            QTest::newRow(name) << int(kind) << QString::fromUtf8(text) << int(code) << QString::fromLatin1(detail);
        };
        row("not locked", CommandKind::TheftUnlock, "", Code::WrongState, "not locked");
        row("tighten: looser", CommandKind::Tighten, "95", Code::OutsidePolicy, "not stricter than 90");
        row("tighten: the same", CommandKind::Tighten, "90", Code::OutsidePolicy, "not stricter than 90");
        row("tighten: outside the charter", CommandKind::Tighten, "40", Code::OutsideCharter, "");
        row("tighten: below the other limit", CommandKind::Tighten, "10", Code::AboveSiliconLimit, "");
        row("case 63: an exponent", CommandKind::Tighten, "8e1", Code::NotAQuantity, "");
        row("case 63: grouping", CommandKind::Tighten, "8 0", Code::NotAQuantity, "");
        row("case 63: nothing", CommandKind::Tighten, "", Code::NotAQuantity, "");
        row("part: nothing", CommandKind::ReplaceComponent, "", Code::Malformed, "component");
        row("part: a blank", CommandKind::ReplaceComponent, "BRD 2", Code::Malformed, "component");
        row("part: look-alike letters", CommandKind::ReplaceComponent, "\xD0\x92RD-2", Code::Malformed, "component");
    }

    void aCommandThatTheDraftRefuses()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(int, code);
        QFETCH(QString, detail);
        CommandDraft draft(trust(), m_desk->clock());
        draft.setPacks({m_pack.serial});
        draft.setKind(CommandKind(kind));
        draft.setPart(QStringLiteral("board"), text);
        draft.setLimit(ParameterId::fromTrusted(QStringLiteral("soc.max")), text);
        draft.setReason(QStringLiteral("Because"));
        QVERIFY(draft.problem());
        QCOMPARE(int(draft.problem()->code), code);
        QVERIFY2(draft.problem()->detail.startsWith(detail), qPrintable(draft.problem()->detail));
        QVERIFY(draft.seats().isEmpty());
        QVERIFY(!draft.build(QByteArray(32, 'a')).ok());
    }

    void oneUnlockNamesOneLock()
    {
        PackState second = packWithCommands(*m_world, "SDB-TEST-0002");
        QVERIFY(trust().learn(rulesOf(*m_world, second)).ok());
        QVERIFY(trust().learn(factsOf(second)).ok());
        for (PackState *pack : {&m_pack, &second}) {
            pack->lock = {true, 3, QByteArray(32, pack == &second ? 'M' : 'L'), {}, {}, TestWorld::now - 60};
            pack->now += 1;
            tell(*pack);
        }
        CommandDraft draft(trust(), m_desk->clock());
        draft.setKind(CommandKind::TheftUnlock);
        draft.setPacks({m_pack.serial});
        QVERIFY(!draft.problem());
        draft.setPacks({m_pack.serial, second.serial});
        QVERIFY(draft.problem());
        QCOMPARE(draft.problem()->detail, QStringLiteral("another lock"));
        QCOMPARE(draft.problemPack(), second.serial);
        // The other way round for many: one lock for both, each with its own count.
        draft.setKind(CommandKind::TheftLock);
        QVERIFY(!draft.problem());
        draft.setReason(QStringLiteral("Stolen"));
        QCOMPARE(draft.build(QByteArray(32, 'a'))->packs.size(), 2);
    }

    void aStatementThatComesMeanwhileCounts()
    {
        CommandDraft draft(trust(), m_desk->clock());
        draft.setKind(CommandKind::TheftUnlock);
        draft.setPacks({m_pack.serial});
        QVERIFY(draft.problem());
        QSignalSpy changed(&draft, &CommandDraft::changed);
        m_pack.lock = {true, 3, QByteArray(32, 'L'), {}, {}, TestWorld::now - 60};
        m_pack.now += 1;
        tell(m_pack);
        QVERIFY(!changed.isEmpty());
        QVERIFY(!draft.problem());
        QCOMPARE(draft.locked(), QList{m_pack.serial});
    }

    void aSaleThatPassesIsTakenOnceSigned()
    {
        CharterDraft draft(trust(), m_desk->clock());
        draft.setKind(Amendment::TransferOwnership);
        QCOMPARE(draft.positions().size(), 1);
        draft.setPosition(QStringLiteral("owner"));
        QCOMPARE(draft.problem()->detail, QStringLiteral("root"));
        draft.setRoot(m_world->root(QStringLiteral("buyer")));
        QCOMPARE(draft.problem()->detail, QStringLiteral("party"));
        draft.setParty(QStringLiteral("buyer"), QStringLiteral("Buyer"));
        QVERIFY2(!draft.problem(), draft.problem() ? qPrintable(draft.problem()->detail) : "");
        QCOMPARE(draft.before().party, QStringLiteral("leasing"));
        QCOMPARE(draft.after().partyName, QStringLiteral("Buyer"));
        QCOMPARE(draft.differences().size(), 1);
        QCOMPARE(draft.seats().size(), 2); // seller and platform, and the buyer himself
        QCOMPARE(draft.newcomer()->role.text(), QStringLiteral("asset-manager"));
        draft.setReason(QStringLiteral("Sold"));
        const auto change = draft.build(m_world->key(other)->leaf().sha256);
        QVERIFY(change.ok());
        CoseSign document{QByteArray(contenttype::charter), change->encode(), {}};
        const auto add = [&](const QString &person, Meaning meaning) {
            QVERIFY(document.addSignature(*m_world->key(person), meaning, TestWorld::now, someLog).ok());
        };
        add(other, Meaning::Author);
        add(owner, Meaning::Approve);
        add(platform, Meaning::Approve);
        const QList<QByteArray> lists{encodeCrlEntry(m_world->crl(QStringLiteral("buyer")))};
        const auto refused = verifyDocument(document, lists, held()).refusal;
        QVERIFY(refused && refused->code == Code::BelowQuorum); // without the buyer
        add(buyer, Meaning::Approve);
        const auto taken = verifyDocument(document, lists, held()).refusal;
        QVERIFY2(!taken, taken ? qPrintable(codeName(taken->code) + taken->detail) : "");
    }

    void anAdmittedPartyBringsItsRole()
    {
        CharterDraft draft(trust(), m_desk->clock());
        draft.setKind(Amendment::AdmitParty);
        QVERIFY(draft.positions().isEmpty());
        draft.setRoot(m_world->root(QStringLiteral("buyer")));
        draft.setParty(QStringLiteral("grid"), QStringLiteral("Grid services"));
        draft.setSignatory(QStringLiteral("grid-operator"), QStringLiteral("Grid operator"));
        draft.setRights({capability("set-soc-min")});
        for (const char *wrong : {"", "Energy market", "owner", "\xC3\xA4"}) {
            draft.setPosition(QString::fromUtf8(wrong));
            QCOMPARE(draft.problem()->detail, QStringLiteral("position"));
        }
        draft.setPosition(QStringLiteral("market"));
        QVERIFY2(!draft.problem(), draft.problem() ? qPrintable(draft.problem()->detail) : "");
        QVERIFY(draft.charterAfter()
                    .mayHold.value(capability("set-soc-min"))
                    .contains(RoleId::fromTrusted(QStringLiteral("grid-operator"))));
        QCOMPARE(draft.effects().size(), 1);
        QCOMPARE(int(draft.effects().constFirst().kind), int(CharterDraft::Effect::Kind::RoleComes));
        draft.setSignatory(QStringLiteral("asset-manager"), QStringLiteral("X"));
        QCOMPARE(draft.problem()->detail, QStringLiteral("signatory")); // a role of another party
        draft.setSignatory(QStringLiteral("grid-operator"), QStringLiteral(" "));
        QCOMPARE(draft.problem()->detail, QStringLiteral("title"));
        draft.setSignatory(QStringLiteral("grid-operator"), QStringLiteral("Grid operator"));
        // Names that people take for one another are said, roots that are of another party refused.
        draft.setParty(QStringLiteral("leasing-2"), QStringLiteral("\u04C0easing"));
        draft.setParty(QStringLiteral("leasing-2"), QStringLiteral("leas\u0456ng"));
        QVERIFY(!draft.problem());
        QCOMPARE(draft.twin(), QStringLiteral("leasing"));
        draft.setParty(QStringLiteral("leasing"), QStringLiteral("leasing"));
        QCOMPARE(draft.problem()->detail, QStringLiteral("other party"));
        draft.setRoot(m_world->root(QStringLiteral("platform")));
        draft.setParty(QStringLiteral("grid"), QStringLiteral("Grid services"));
        QCOMPARE(draft.knownParty(), QStringLiteral("platform"));
        QCOMPARE(draft.problem()->detail, QStringLiteral("other party"));
    }

    void whoLeavesLosesWhatItHad()
    {
        CharterDraft draft(trust(), m_desk->clock());
        draft.setKind(Amendment::RemoveParty);
        QVERIFY(draft.positions().size() >= 4);
        draft.setPosition(QStringLiteral("service"));
        QVERIFY2(!draft.problem(), draft.problem() ? qPrintable(draft.problem()->detail) : "");
        QCOMPARE(draft.after().until, TestWorld::now);
        using Kind = CharterDraft::Effect::Kind;
        bool loses = false;
        bool empty = false;
        for (const CharterDraft::Effect &effect : draft.effects()) {
            loses = loses || (effect.kind == Kind::RoleLoses && effect.rights == 2);
            empty = empty || (effect.kind == Kind::SeatEmpty && effect.capability == capability("replace-component"));
        }
        QVERIFY(loses);
        QVERIFY(empty);
        // Without the owner nobody could change the rules: refused before anybody signs.
        draft.setPosition(QStringLiteral("owner"));
        QVERIFY(draft.problem());
        QCOMPARE(int(draft.problem()->code), int(Code::WouldLockOut));
        draft.setPosition(QStringLiteral("nowhere"));
        QCOMPARE(draft.problem()->detail, QStringLiteral("position"));
    }

    void aRootIsRenewedByAnotherKeyOnly()
    {
        CharterDraft draft(trust(), m_desk->clock());
        draft.setKind(Amendment::RotateRoot);
        draft.setPosition(QStringLiteral("platform"));
        draft.setRoot(m_world->root(QStringLiteral("platform")));
        QCOMPARE(draft.problem()->detail, QStringLiteral("same root"));
        draft.setRoot(m_world->root(QStringLiteral("buyer")));
        QVERIFY(!draft.problem());
        QCOMPARE(draft.after().party, QStringLiteral("platform"));
        QVERIFY(!draft.asksForParty());
    }

    void onlyARootIsReadAsARoot()
    {
        const auto write = [this](const char *name, const QByteArray &bytes) {
            QFile file(m_desk->path(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write");
            return file.fileName();
        };
        const Certificate root = m_world->root(QStringLiteral("buyer"));
        QVERIFY(pki::readRootFile(write("root.pem", root.toPem())).ok());
        QVERIFY(pki::readRootFile(write("root.der", root.der)).ok());
        const Certificate leaf = m_world->key(buyer)->leaf();
        QVERIFY(!pki::readRootFile(write("leaf.pem", leaf.toPem())).ok());
        QVERIFY(!pki::readRootFile(write("junk.pem", QByteArray("junk"))).ok());
        QVERIFY(!pki::readRootFile(write("long.der", root.der + '\0')).ok());
        QVERIFY(!pki::readRootFile(m_desk->path("none.pem")).ok());
        QVERIFY(pki::readListFile(write("a.crl", m_world->crl(QStringLiteral("buyer")).crl.der)).ok());
        QVERIFY(!pki::readListFile(write("b.crl", root.der)).ok());
    }
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
