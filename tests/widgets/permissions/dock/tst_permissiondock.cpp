// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/issuedbook.h"
#include "models/permissions/policydraft.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/dock/coalitionview.h"
#include "widgets/permissions/dock/docklines.h"
#include "widgets/permissions/dock/permissiondock.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableWidget>
#include <QTabWidget>
#include <QTest>

using namespace packwarden;
using test::TestWorld;

namespace {

CapabilityId capability(const char *id)
{
    return CapabilityId::fromTrusted(QLatin1String(id));
}

RoleId role(const char *id)
{
    return RoleId::fromTrusted(QLatin1String(id));
}

} // namespace

/// The right side of the permissions, over a pack that was read and keys that were issued here.
class PermissionDockTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack = m_world.pack();
    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<PolicyDraft> m_draft;
    std::unique_ptr<PermissionDock> m_dock;

    template <typename T> T *child(const char *name) const { return m_dock->findChild<T *>(QLatin1String(name)); }
    QString lines(const char *name) const { return child<DockLines>(name)->text(); }

    void begin(const QStringList &people)
    {
        const IssuedBook book(m_desk->workspace().folder());
        for (const QString &who : people) {
            for (const Certificate &certificate : m_world.key(who)->chain())
                QVERIFY(book.keep(certificate).ok());
        }
        m_draft = std::make_unique<PolicyDraft>();
        const TrustBook &trust = m_desk->workspace().trust();
        m_draft->load(trust.policy(), PolicyFrame::of(trust, m_desk->clock().now()));
        m_dock = std::make_unique<PermissionDock>(m_desk->workspace(), *m_draft);
        m_dock->resize(240, 730);
        m_dock->show();
    }

    void beginWithAll()
    {
        begin({QStringLiteral("leasing.asset-manager"), QStringLiteral("leasing.asset-manager-2"),
            QStringLiteral("celldata.specialist"), QStringLiteral("platform.platform-engineer"),
            QStringLiteral("courier.fleet-manager"), QStringLiteral("service.technician")});
    }

    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            applyTheme(*qApp, mode, QPalette());
            test::finishEvents();
            QWidget *what = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : m_dock.get();
            QVERIFY(what->grab().save(
                QStringLiteral("%1/%2-%3.png")
                    .arg(folder, QLatin1String(name),
                        mode == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark"))));
        }
        applyTheme(*qApp, ThemeMode::Light, QPalette());
    }

    void chooseBox(const char *name, const QString &text)
    {
        auto *box = child<QComboBox>(name);
        const int wanted = box->findText(text, Qt::MatchContains);
        QVERIFY2(wanted >= 0, qPrintable(text));
        box->setFocus();
        // By keyboard: as a person without a mouse would.
        while (box->currentIndex() != wanted)
            QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_desk = std::make_unique<test::Desk>(m_world, m_pack);
    }

    void cleanup()
    {
        m_dock.reset();
        m_draft.reset();
        m_desk.reset();
    }

    void aCellSaysWhoCanAndHowFew()
    {
        beginWithAll();
        m_dock->setCell(capability("set-soc-max"), role("asset-manager"));
        QTRY_VERIFY(child<DockLines>("ableToday")->isVisible());
        QVERIFY(lines("ableToday").contains(QStringLiteral("leasing.asset-manager: with celldata")));
        QVERIFY(lines("ableToday").contains(QStringLiteral("leasing.asset-manager-2: with celldata")));
        QVERIFY(lines("fewestPeople").contains(QStringLiteral("3 person(s) of 2 company(s)"))
            || lines("fewestPeople").contains(QStringLiteral("3 people of 2 companies")));
        QVERIFY(lines("fewestPeople").contains(QStringLiteral("One stolen key: not enough")));
        QVERIFY(lines("fewestPeople").contains(QStringLiteral("One company alone: not enough")));
        QVERIFY(!child<DockLines>("gainsAndLosses")->isVisible());
        picture("dock-cell");
    }

    void aRowSaysItOfAll()
    {
        beginWithAll();
        m_dock->setCell(capability("set-service-interval"), {});
        QTRY_VERIFY(lines("ableToday").contains(QStringLiteral("service.technician: alone")));
        QVERIFY(lines("ableToday").contains(QStringLiteral("courier.fleet-manager: alone")));
        QVERIFY(lines("fewestPeople").contains(QStringLiteral("One stolen key opens it")));
        QVERIFY(lines("fewestPeople").contains(QStringLiteral("One laptop opens it: courier.fleet-manager")));
        QVERIFY(!child<QPushButton>("editConditions")->isVisible());
        picture("dock-row");
    }

    void knowingNobodyIsSaidHonestly()
    {
        begin({});
        // Who signed the pinned rules is known from them.
        m_dock->setCell(capability("set-soc-max"), role("specialist"));
        QTRY_VERIFY(lines("ableToday").contains(QStringLiteral("celldata.specialist: with leasing")));
        // Of a role that nobody signed as, nothing is.
        Policy wider = m_draft->policy();
        const Seat night{PositionId::fromTrusted(QStringLiteral("operator")), role("night-driver")};
        wider.roles.append({night.role, night.position, QStringLiteral("Night driver")});
        wider.seats[capability("set-service-interval")].groups.first().of.append(night);
        m_draft->load(wider, PolicyFrame(m_draft->frame()));
        m_dock->setCell(capability("set-service-interval"), night.role);
        QTRY_VERIFY(lines("ableToday")
                        .contains(QStringLiteral("This console knows no certificate of a Night driver; ask courier.")));
        picture("dock-nobody");
    }

    void anEditSaysWhoLoses()
    {
        beginWithAll();
        m_dock->setCell(capability("set-service-interval"), role("technician"));
        QTRY_VERIFY(!lines("ableToday").isEmpty());
        QVERIFY(m_draft->setState(capability("set-service-interval"), role("technician"), CellState::None));
        m_dock->setCell(capability("set-service-interval"), role("technician"));
        QVERIFY(child<QLabel>("selectedState")->text().contains(QStringLiteral("Becomes")));
        QTRY_VERIFY(child<DockLines>("gainsAndLosses")->isVisible());
        QTRY_VERIFY(lines("gainsAndLosses").contains(QStringLiteral("Loses")));
        QVERIFY(lines("gainsAndLosses").contains(QStringLiteral("service.technician")));
        QVERIFY(!child<DockLines>("againstHeld")->isVisible());
        picture("dock-edited");
        m_draft->undoStack().undo();
        m_dock->setCell(capability("set-service-interval"), role("technician"));
        QTRY_VERIFY(!child<DockLines>("gainsAndLosses")->isVisible());
    }

    void aPackThatHoldsOtherRulesIsNamed()
    {
        beginWithAll();
        Policy saved = m_draft->policy();
        saved.version = 7;
        saved.seats[capability("set-service-interval")].groups.first().of.removeFirst();
        m_draft->load(saved, PolicyFrame(m_draft->frame()));
        m_dock->setCell(capability("set-service-interval"), role("technician"));
        QTRY_VERIFY(child<DockLines>("againstHeld")->isVisible());
        QVERIFY(lines("againstHeld").contains(QStringLiteral("Loses")));
        QVERIFY(!child<DockLines>("gainsAndLosses")->isVisible()); // nothing was edited here
        const QList<QLabel *> labels = m_dock->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("Against SDB-TEST-0001, which holds policy 1");
        }));
    }

    void aRevocationThatThePackHasNotHeardOf()
    {
        beginWithAll();
        const Certificate leaf = m_world.key(QStringLiteral("leasing.asset-manager"))->leaf();
        QVERIFY(m_desk->workspace().trust().learn(m_world.crl(QStringLiteral("leasing"), {leaf}, 2)).ok());
        m_dock->setCell(capability("set-soc-max"), role("asset-manager"));
        QTRY_VERIFY(lines("ableToday")
                        .contains(QStringLiteral("leasing.asset-manager: revoked, but this pack has not heard of it")));
        QVERIFY(lines("ableToday").contains(QStringLiteral("leasing.asset-manager-2: with celldata")));
        QTRY_VERIFY(lines("whatIfVotes").contains(QStringLiteral("Revocation: ")));
    }

    void fastEditsEndInTheLastAnswer()
    {
        beginWithAll();
        for (int i = 0; i < 20; ++i) {
            m_dock->setCell(capability("set-soc-max"), role("asset-manager"));
            m_dock->setCell(capability("set-service-interval"), role("technician"));
        }
        QTRY_VERIFY(lines("ableToday").contains(QStringLiteral("service.technician: alone")));
        // nothing older may come after it
        QVERIFY(!test::waitFor(
            [&] { return !lines("ableToday").contains(QStringLiteral("service.technician: alone")); }, 200));
    }

    void whatIfIsAnsweredByKeyboard()
    {
        beginWithAll();
        m_dock->setCell(capability("set-soc-max"), role("asset-manager"));
        auto *tabs = child<QTabWidget>("dockTabs");
        tabs->tabBar()->setFocus();
        QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
        QCOMPARE(tabs->currentIndex(), 1);
        auto *verdict = child<Chip>("whatIfVerdict");
        QTRY_COMPARE(verdict->text(), QStringLiteral("With others"));
        QCOMPARE(child<QLabel>("whatIfConsequence")->text(), QStringLiteral("celldata must sign too."));
        QVERIFY(child<QComboBox>("whatIfWho")->currentText().startsWith(QStringLiteral("leasing.asset-manager")));
        picture("whatif-with-others");
        chooseBox("whatIfWho", QStringLiteral("service.technician"));
        QTRY_COMPARE(verdict->text(), QStringLiteral("Not allowed"));
        QVERIFY(lines("whatIfVotes").contains(QStringLiteral("Policy: not granted")));
        picture("whatif-refused");
        // Lists end after 30 days, the key after a year.
        chooseBox("whatIfWho", QStringLiteral("leasing.asset-manager,"));
        QTRY_COMPARE(verdict->text(), QStringLiteral("With others"));
        chooseBox("whatIfWhen", QStringLiteral("On a day"));
        auto *day = child<QDateEdit>("whatIfDay");
        QVERIFY(day->isVisible());
        day->setDate(QDateTime::fromSecsSinceEpoch(TestWorld::now + 100 * TestWorld::day).date());
        QTRY_VERIFY(lines("whatIfVotes").contains(QStringLiteral("a fresh list must reach")));
        day->setDate(QDateTime::fromSecsSinceEpoch(TestWorld::now + 500 * TestWorld::day).date());
        QTRY_COMPARE(verdict->text(), QStringLiteral("Not allowed"));
        QVERIFY(lines("whatIfVotes").contains(QStringLiteral("Certificate: ended on")));
    }

    void whatIfOnSavedAndUnsaved()
    {
        beginWithAll();
        m_dock->setCell(capability("set-service-interval"), role("technician"));
        child<QTabWidget>("dockTabs")->setCurrentIndex(1);
        auto *verdict = child<Chip>("whatIfVerdict");
        auto *unsaved = child<QCheckBox>("whatIfUnsaved");
        QTRY_COMPARE(verdict->text(), QStringLiteral("Allowed"));
        QVERIFY(!unsaved->isEnabled());
        QVERIFY(m_draft->setState(capability("set-service-interval"), role("technician"), CellState::None));
        m_dock->setCell(capability("set-service-interval"), role("technician"));
        QTRY_COMPARE(verdict->text(), QStringLiteral("Not allowed"));
        QCOMPARE(child<QLabel>("whatIfOther")->text(), QStringLiteral("By the saved rules: Allowed."));
        QVERIFY(unsaved->isEnabled());
        QTest::mouseClick(unsaved, Qt::LeftButton, {}, QPoint(8, unsaved->height() / 2));
        QVERIFY(!unsaved->isChecked());
        QTRY_COMPARE(verdict->text(), QStringLiteral("Allowed"));
        picture("whatif-saved");
    }

    void theTableOfCompaniesByMouse()
    {
        beginWithAll();
        m_dock->setCell(capability("set-soc-max"), role("asset-manager"));
        QSignalSpy wanted(m_dock.get(), &PermissionDock::capabilityWanted);
        QTest::mouseClick(child<QPushButton>("openCoalitions"), Qt::LeftButton);
        auto *view = m_dock->findChild<CoalitionView *>();
        QVERIFY(view);
        auto *table = view->findChild<QTableWidget *>(QStringLiteral("coalitionTable"));
        QTRY_COMPARE(table->rowCount(), 5);
        QVERIFY(view->findChild<QLabel *>(QStringLiteral("coalitionSummary"))
                    ->text()
                    .startsWith(QStringLiteral("No company opens any")));
        picture("coalitions");
        table->setFocus();
        table->setCurrentCell(1, 1);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(int(wanted.size()), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<CapabilityId>(), capability("set-soc-max"));
    }

    void aLaxRuleShowsWhichCompanyOpensIt()
    {
        beginWithAll();
        // The verifier's floor would refuse this draft; what it would mean is said all the same.
        Policy lax = m_draft->policy();
        lax.seats[capability("theft-lock")]
            = {{{PositionId::fromTrusted(QStringLiteral("owner")), role("asset-manager")}}, {}, {}, {}};
        Grant grant;
        grant.role = role("asset-manager");
        grant.capability = capability("theft-lock");
        lax.grants.append(grant);
        PolicyFrame frame = m_draft->frame();
        QVERIFY(!frame.silicon.isEmpty());
        m_draft->replace(lax, QStringLiteral("lax"));
        m_dock->setCell(capability("set-soc-max"), role("asset-manager"));
        QTest::mouseClick(child<QPushButton>("openCoalitions"), Qt::LeftButton);
        auto *view = m_dock->findChild<CoalitionView *>();
        QVERIFY(view);
        auto *unsaved = view->findChild<QCheckBox *>(QStringLiteral("coalitionUnsaved"));
        QVERIFY(unsaved->isEnabled() && unsaved->isChecked());
        auto *table = view->findChild<QTableWidget *>(QStringLiteral("coalitionTable"));
        QTRY_VERIFY(table->rowCount() > 0);
        QTest::keyClick(unsaved, Qt::Key_Space);
        QVERIFY(!unsaved->isChecked());
        QTRY_VERIFY(table->rowCount() > 0);
        QTest::keyClick(view, Qt::Key_Escape);
        QTRY_VERIFY(!m_dock->findChild<CoalitionView *>());
    }

    void everyPartHasAName()
    {
        beginWithAll();
        for (const QWidget *each : m_dock->findChildren<QWidget *>()) {
            if (each->focusPolicy() == Qt::NoFocus || qobject_cast<const QTabBar *>(each)
                || each->objectName().startsWith(QLatin1String("qt_")) || each->inherits("QComboBoxListView"))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(each);
            QVERIFY2(!each->accessibleName().isEmpty() || (button && !button->text().isEmpty())
                    || qobject_cast<const QLabel *>(each),
                qPrintable(each->objectName() + QLatin1String(each->metaObject()->className())));
        }
    }
};

QTEST_MAIN(PermissionDockTest)
#include "tst_permissiondock.moc"
