// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/verifier.h"
#include "models/permissions/policydraft.h"
#include "models/permissions/policyproposal.h"
#include "models/permissions/policyroles.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;
using policyroles::RoleFault;

namespace {

CapabilityId capability(const char *id)
{
    return CapabilityId::fromTrusted(QLatin1String(id));
}

RoleId role(const char *id)
{
    return RoleId::fromTrusted(QLatin1String(id));
}

PositionId position(const char *id)
{
    return PositionId::fromTrusted(QLatin1String(id));
}

const LogHead someLog{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};

} // namespace

/// Roles that come and go, and edits of many cells at once: what the draft lets pass, the pack's own verifier takes.
class PolicyEditingTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<PolicyDraft> m_draft;

    PackState held() { return m_desk->workspace().trust().snapshot().stateOf(m_pack.serial, TestWorld::now).value(); }
    bool blocks() const
    {
        const auto problems = m_draft->problems(TestWorld::now);
        return std::any_of(problems.begin(), problems.end(), [](const PolicyProblem &each) { return each.blocks; });
    }
    RoleId add(const QString &title, const char *at, const RoleId &copyOf = {})
    {
        const policyroles::NewRole as{title, position(at), {position(at)}, copyOf};
        if (policyroles::problemOf(as, m_draft->policy(), m_draft->frame().charter))
            return {};
        const RoleId id = policyroles::idFor(title, {&m_draft->policy(), &m_draft->base()});
        m_draft->replace(policyroles::added(m_draft->policy(), id, as), title);
        return id;
    }
    /// What the pack says of the proposal with these signatures.
    std::optional<Error> verdict(const QStringList &approvers, QByteArray *type = nullptr)
    {
        const auto path = proposePolicy(*m_draft, m_desk->workspace(), QStringLiteral("Policy"), QStringLiteral("Why"));
        if (!path.ok())
            return path.error();
        SignoffDocument document(m_desk->workspace());
        if (const auto opened = document.open(*path); !opened.ok())
            return opened.error();
        if (type)
            *type = document.file().document.contentType;
        CoseSign made{document.file().document.contentType, document.file().document.payload, {}};
        QStringList signers{QStringLiteral("leasing.asset-manager")};
        signers += approvers;
        for (qsizetype i = 0; i < signers.size(); ++i) {
            if (!made.addSignature(*m_world->key(signers.at(i)), i == 0 ? Meaning::Author : Meaning::Approve,
                         TestWorld::now, someLog)
                     .ok())
                qFatal("cannot sign");
        }
        return verifyDocument(made, {}, held()).refusal;
    }

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void init()
    {
        m_pack = m_world->pack();
        m_desk = std::make_unique<Desk>(*m_world, m_pack);
        m_draft = std::make_unique<PolicyDraft>();
        m_draft->load(
            m_desk->workspace().trust().policy(), PolicyFrame::of(m_desk->workspace().trust(), TestWorld::now));
        QVERIFY(m_desk->signIn(QStringLiteral("leasing.asset-manager")));
    }

    void titlesMakeIds_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("id");
        QTest::newRow("words") << "Car wash"
                               << "car-wash";
        QTest::newRow("marks") << QStringLiteral("Prüfer für Öl") << "prufer-fur-ol";
        QTest::newRow("signs") << "  R&D (night) "
                               << "r-d-night";
        QTest::newRow("no letter of ours") << QStringLiteral("司机") << "role";
        QTest::newRow("taken") << "Technician"
                               << "technician-2";
    }
    void titlesMakeIds()
    {
        QFETCH(QString, title);
        QFETCH(QString, id);
        QCOMPARE(policyroles::idFor(title, {&m_draft->policy()}).text(), id);
        QVERIFY(RoleId::parse(policyroles::idFor(QString(200, u'x') + title, {&m_draft->policy()}).text()).ok());
    }

    void badNamesAreRefused_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("at");
        QTest::addColumn<int>("fault");
        QTest::newRow("good") << "Car wash"
                              << "operator" << -1;
        QTest::newRow("the name of another company's role") << "technician"
                                                            << "operator" << -1;
        QTest::newRow("none") << " "
                              << "operator" << int(RoleFault::NoTitle);
        QTest::newRow("long") << QString(65, u'x') << "operator" << int(RoleFault::UnfitTitle);
        QTest::newRow("turns the writing") << QStringLiteral("x\u202ey") << "operator" << int(RoleFault::UnfitTitle);
        QTest::newRow("taken") << "Fleet-Manager"
                               << "operator" << int(RoleFault::TitleTaken);
        QTest::newRow("looks the same") << QStringLiteral("fleet-m\u0430nager") << "operator"
                                        << int(RoleFault::TitleTaken);
        QTest::newRow("no such company") << "Car wash"
                                         << "moon" << int(RoleFault::NoCompany);
    }
    void badNamesAreRefused()
    {
        QFETCH(QString, title);
        QFETCH(QString, at);
        QFETCH(int, fault);
        const auto problem
            = policyroles::problemOf({title, PositionId::fromTrusted(at), {}, {}}, m_draft->policy(), m_pack.charter);
        QCOMPARE(problem ? int(*problem) : -1, fault);
    }

    /// The charter names who may hold what: a role that comes new is proposed with a charter, and packs take it.
    void aNewRoleComesWithItsCharter()
    {
        const RoleId wash = add(QStringLiteral("Car wash"), "service");
        QCOMPARE(wash.text(), QStringLiteral("car-wash"));
        QVERIFY(m_draft->setState(capability("set-service-interval"), wash, CellState::Alone));
        QVERIFY(m_draft->needsCharter());
        QVERIFY(!m_draft->isBarred(capability("set-service-interval"), wash));
        QVERIFY(!blocks());
        const Charter charter = m_draft->charter();
        QVERIFY(charter.mayHold.value(capability("set-service-interval")).contains(wash));
        QVERIFY(charter.mayIssue.value(wash) == QSet<PositionId>{position("service")});
        // Nothing else of the charter changes.
        Charter back = charter;
        back.mayIssue.remove(wash);
        back.mayHold[capability("set-service-interval")].remove(wash);
        QVERIFY(back == m_pack.charter);
        QByteArray type;
        const QString cell = QStringLiteral("celldata.specialist");
        const QString platform = QStringLiteral("platform.platform-engineer");
        const QString owner = QStringLiteral("leasing.asset-manager-2");
        const QString fleet = QStringLiteral("courier.fleet-manager"); // one of those whose row it is
        const auto taken = verdict({owner, cell, platform, fleet}, &type);
        QVERIFY2(!taken, taken ? qPrintable(taken->detail) : "");
        QCOMPARE(type, QByteArray(contenttype::charter));
        QVERIFY(verdict({owner, cell, fleet})); // the platform's word on the charter is missing
        // A policy without new roles stays a policy.
        m_draft->undoStack().setIndex(0);
        QVERIFY(m_draft->setState(capability("set-soc-max"), role("fleet-manager"), CellState::MustSign));
        QVERIFY(!m_draft->needsCharter());
        verdict({}, &type);
        QCOMPARE(type, QByteArray(contenttype::policy));
    }

    void aCopyMayDoTheSameAndNeedNotSign()
    {
        const RoleId second = add(QStringLiteral("Night shift"), "operator", role("fleet-manager"));
        QCOMPARE(m_draft->state(capability("set-service-interval"), second), CellState::Alone);
        QCOMPARE(m_draft->state(capability("set-cell-voltage-max"), second), CellState::OneOf);
        QCOMPARE(m_draft->state(capability("set-soc-max"), second), CellState::None); // signs beyond a limit
        QCOMPARE(policyroles::seatsNotCopied(m_draft->policy(), role("fleet-manager")), 1);
        const QList<Grant> grants = m_draft->grants(capability("set-service-interval"), second);
        QCOMPARE(grants.size(), 1);
        QCOMPARE(grants.first().contract, QStringLiteral("C-1"));
        QVERIFY(!blocks());
        m_draft->undoStack().undo();
        QCOMPARE(m_draft->policy(), m_draft->base());
    }

    void aRoleGoesWithAllThatNamesIt()
    {
        const RoleId second = add(QStringLiteral("Night shift"), "operator", role("fleet-manager"));
        const Policy with = m_draft->policy();
        m_draft->replace(policyroles::removed(with, second), QStringLiteral("gone"));
        QCOMPARE(m_draft->policy(), m_draft->base());
        QVERIFY(!m_draft->needsCharter());
        // One that is in force takes its rights out of the charter.
        m_draft->load(with, {m_draft->frame().charter, m_draft->frame().foundation, m_draft->frame().silicon});
        Charter known = m_draft->frame().charter;
        known.mayIssue.insert(second, {position("operator")});
        known.mayHold[capability("set-service-interval")].insert(second);
        known.successors.insert({position("operator"), second}, {position("owner"), role("asset-manager")});
        const Charter left = policyroles::charterFor(policyroles::removed(with, second), with, known);
        QVERIFY(left == m_draft->frame().charter);
    }

    void whatTheCompaniesRelyOnStays_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<int>("tie");
        QTest::newRow("signs for its company") << "technician" << int(policyroles::Tie::Signatory);
        QTest::newRow("asked for by the charter") << "second-specialist" << int(policyroles::Tie::Mandatory);
        QTest::newRow("asked for by the foundation") << "second-engineer" << int(policyroles::Tie::Amendments);
        QTest::newRow("free") << "car-wash" << int(policyroles::Tie::None);
    }
    void whatTheCompaniesRelyOnStays()
    {
        QFETCH(QString, who);
        QFETCH(int, tie);
        PolicyFrame frame = m_draft->frame();
        frame.charter.mandatorySeats[capability("set-soc-max")] = {{position("cell-data"), role("second-specialist")}};
        frame.foundation.amendments[QStringLiteral("amend")].append({position("platform"), role("second-engineer")});
        QCOMPARE(int(policyroles::tieOf(RoleId::fromTrusted(who), frame)), tie);
    }

    void aBlockIsOneStep_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("changed");
        QTest::addColumn<int>("barred");
        QTest::addColumn<int>("refused");
        // Four rows of two roles: a technician may hold one of them by the charter, a new role all.
        QTest::newRow("alone, where nobody must sign") << int(CellState::Alone) << 1 << 3 << 3;
        QTest::newRow("must sign") << int(CellState::MustSign) << 5 << 3 << 0;
        QTest::newRow("taken away") << int(CellState::None) << 1 << 0 << 0;
    }
    void aBlockIsOneStep()
    {
        QFETCH(int, state);
        QFETCH(int, changed);
        QFETCH(int, barred);
        QFETCH(int, refused);
        const RoleId wash = add(QStringLiteral("Car wash"), "service");
        const Policy before = m_draft->policy();
        QList<PolicyCell> cells;
        for (const char *id : {"set-service-interval", "set-soc-max", "set-soc-min", "set-cell-voltage-max"}) {
            cells.append({capability(id), role("technician")});
            cells.append({capability(id), wash});
        }
        const int steps = m_draft->undoStack().count();
        const PolicyDraft::BlockEdit edit = m_draft->setStates(cells, CellState(state));
        QCOMPARE(edit.changed, changed);
        QCOMPARE(edit.barred, barred);
        QCOMPARE(edit.refused, refused);
        QCOMPARE(m_draft->undoStack().count(), steps + 1);
        int set = 0;
        for (const PolicyCell &cell : std::as_const(cells))
            set += m_draft->state(cell.capability, cell.role) == CellState(state) ? 1 : 0;
        QVERIFY(set >= changed);
        m_draft->undoStack().undo();
        QCOMPARE(m_draft->policy(), before);
        // What is so already is no step.
        QCOMPARE(m_draft->setStates({{capability("set-soc-max"), wash}}, CellState::None).changed, 0);
        QCOMPARE(m_draft->undoStack().count(), steps + 1);
    }

    void conditionsOfABlockAreOneStep()
    {
        const QList<PolicyCell> cells{{capability("set-soc-max"), role("asset-manager")},
            {capability("set-soc-min"), role("asset-manager")}, {capability("set-soc-min"), role("technician")}};
        const auto untilThen = [](const Grant &grant) {
            Grant edited = grant;
            edited.until = TestWorld::now + TestWorld::day;
            return edited;
        };
        QCOMPARE(m_draft->editGrants(cells, untilThen), 2);
        QCOMPARE(m_draft->undoStack().count(), 1);
        QCOMPARE(
            m_draft->grants(cells.at(1).capability, cells.at(1).role).first().until, TestWorld::now + TestWorld::day);
        QCOMPARE(m_draft->editGrants(cells, untilThen), 0);
        m_draft->undoStack().undo();
        QCOMPARE(m_draft->policy(), m_draft->base());
    }
};

QTEST_GUILESS_MAIN(PolicyEditingTest)
#include "tst_policyediting.moc"
