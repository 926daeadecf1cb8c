// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <modelworld.h>

#include <conditionsdialog.h>
#include <filechooser.h>
#include <matrixview.h>
#include <permissionspage.h>
#include <permissionwords.h>
#include <rulechange.h>
#include <rulesjson.h>
#include <session.h>
#include <signoffdocument.h>
#include <theme.h>
#include <trustbook.h>

#include <QAbstractItemModelTester>
#include <QAbstractProxyModel>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
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

/// The matrix over the rules of the test world, by mouse and by keyboard.
class PermissionsPageTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack = m_world.pack();
    std::unique_ptr<test::Desk> m_desk;
    DesktopFileChooser m_files;
    std::unique_ptr<PermissionsPage> m_page;

    template <typename T> T *child(const char *name) const { return m_page->findChild<T *>(QLatin1String(name)); }
    QTableView &cells() const { return *child<QTableView>("matrixCells"); }

    QModelIndex cell(const CapabilityId &id, const RoleId &of) const
    {
        const QAbstractItemModel *model = cells().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                if (index.data(PermissionsModel::CapabilityRole).toString() == id.text()
                    && index.data(PermissionsModel::RoleIdRole).toString() == of.text())
                    return index;
            }
        }
        return {};
    }

    void choose(const CapabilityId &id, const RoleId &of)
    {
        const QModelIndex index = cell(id, of);
        QVERIFY(index.isValid());
        cells().scrollTo(index);
        QTest::mouseClick(cells().viewport(), Qt::LeftButton, {}, cells().visualRect(index).center());
        QCOMPARE(cells().currentIndex(), index);
    }

    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(100); // for the eye alone: layouts come to rest
        QVERIFY(m_page->grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png")));
    }

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_desk = std::make_unique<test::Desk>(m_world, m_pack);
        m_page = std::make_unique<PermissionsPage>(m_desk->workspace(), m_files);
        m_page->resize(1204, 754);
        m_page->show();
        QVERIFY(!m_page->draft().isEmpty());
    }

    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void modelKeepsItsPromises()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("Index|Model|FAIL")));
        PermissionsModel model(m_page->draft());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PermissionsFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(m_page->draft().setState(capability("set-service-interval"), role("specialist"), CellState::Alone));
        filter.setOnlyChanged(true);
        QCOMPARE(filter.rowCount(), 2); // the band and the row
        m_page->draft().undoStack().undo();
        QCOMPARE(filter.rowCount(), 0);
    }

    void everyCellSaysWhatThePolicySays()
    {
        const Policy &policy = m_desk->workspace().trust().policy();
        int signers = 0;
        for (auto it = policy.seats.begin(); it != policy.seats.end(); ++it) {
            for (const Seat &seat : it->all) {
                ++signers;
                QCOMPARE(cell(it.key(), seat.role).data(PermissionsModel::StateRole).toInt(), int(CellState::MustSign));
            }
        }
        QVERIFY(signers > 0);
    }

    void anEditCanBeTakenBackByKeyboard()
    {
        choose(capability("set-soc-max"), role("fleet-manager"));
        const Policy before = m_page->draft().policy();
        QTest::keyClick(&cells(), Qt::Key_M);
        QCOMPARE(m_page->draft().state(capability("set-soc-max"), role("fleet-manager")), CellState::MustSign);
        QVERIFY(child<QLabel>("selectedState")->text().contains(QStringLiteral("Becomes")));
        QVERIFY(child<QPushButton>("undoEdit")->isEnabled());
        QTest::mouseClick(child<QPushButton>("undoEdit"), Qt::LeftButton);
        QCOMPARE(m_page->draft().policy(), before);
        QTest::mouseClick(child<QPushButton>("redoEdit"), Qt::LeftButton);
        QCOMPARE(m_page->draft().state(capability("set-soc-max"), role("fleet-manager")), CellState::MustSign);
    }

    void spaceGoesThroughTheStates()
    {
        choose(capability("set-soc-max"), role("technician"));
        QList<CellState> seen;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(&cells(), Qt::Key_Space);
            seen << m_page->draft().state(capability("set-soc-max"), role("technician"));
        }
        QCOMPARE(seen, (QList<CellState>{CellState::MustSign, CellState::OneOf, CellState::Extra, CellState::None}));
    }

    void whatHasNoMeaningIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("who");
        QTest::addColumn<int>("state");
        QTest::newRow("alone where others must sign") << "set-soc-max"
                                                      << "driver" << int(CellState::Alone);
        QTest::newRow("an unknown role") << "set-soc-max"
                                         << "nobody" << int(CellState::MustSign);
        QTest::newRow("prohibited by the matrix") << "set-soc-max"
                                                  << "driver" << int(CellState::Prohibited);
        for (const CapabilityId &id : m_pack.silicon.prohibited)
            QTest::addRow("prohibited: %s", qPrintable(id.text()))
                << id.text() << "technician" << int(CellState::Alone);
    }
    void whatHasNoMeaningIsRefused()
    {
        QFETCH(QString, what);
        QFETCH(QString, who);
        QFETCH(int, state);
        const Policy before = m_page->draft().policy();
        QVERIFY(!m_page->draft().setState(CapabilityId::fromTrusted(what), RoleId::fromTrusted(who), CellState(state)));
        QCOMPARE(m_page->draft().policy(), before);
        QVERIFY(!m_page->draft().undoStack().canUndo());
    }

    void aLaxerDraftCannotBeProposed()
    {
        choose(capability("set-soc-max"), role("asset-manager"));
        QTest::keyClick(&cells(), Qt::Key_0);
        QCOMPARE(m_page->draft().state(capability("set-soc-max"), role("asset-manager")), CellState::None);
        QVERIFY(child<QListWidget>("policyProblems")->count() > 0);
        QVERIFY(!child<QPushButton>("proposePolicy")->isEnabled());
        QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!child<QPushButton>("proposePolicy")->isEnabled()); // nothing changed
    }

    void aProblemIsJumpedToAndTakenBack()
    {
        const CapabilityId what = capability("set-soc-max");
        const QList<Grant> before = m_page->draft().grants(what, role("asset-manager"));
        QList<Grant> ghost = before;
        ghost.first().group = QStringLiteral("no such packs");
        QVERIFY(m_page->draft().setGrants(what, role("asset-manager"), ghost));
        auto *list = child<QListWidget>("policyProblems");
        int row = -1;
        for (int i = 0; i < list->count(); ++i) {
            list->setCurrentRow(i);
            if (child<QPushButton>("fixProblem")->isEnabled()) {
                row = i;
                break;
            }
        }
        QVERIFY(row >= 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
        QCOMPARE(cells().currentIndex(), cell(what, role("asset-manager")));
        QTest::mouseClick(child<QPushButton>("fixProblem"), Qt::LeftButton);
        QCOMPARE(m_page->draft().grants(what, role("asset-manager")), before);
    }

    void filtersShowLess()
    {
        const int all = cells().model()->rowCount();
        QTest::keyClicks(child<QLineEdit>("permissionsFilter"), QStringLiteral("max SoC"));
        const int some = cells().model()->rowCount();
        QVERIFY(some >= 2 && some < all);
        child<QLineEdit>("permissionsFilter")->clear();
        QTest::mouseClick(child<QAbstractButton>("layer4"), Qt::LeftButton);
        for (int row = 0; row < cells().model()->rowCount(); ++row)
            QCOMPARE(cells().model()->index(row, 0).data(PermissionsModel::LayerRole).toInt(), 4);
        QTest::mouseClick(child<QAbstractButton>("layer4"), Qt::LeftButton);
        QTest::mouseClick(child<QAbstractButton>("onlyChanged"), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(cells().model()->rowCount(), 0);
    }

    void foldingHidesNothing()
    {
        QVERIFY(m_page->draft().setState(capability("set-service-interval"), role("fleet-manager"), CellState::None));
        QTest::mouseClick(child<QAbstractButton>("rolesFolded"), Qt::LeftButton, {}, QPoint(8, 8));
        for (const Role &each : m_page->draft().policy().roles) {
            const CellState own = m_page->draft().state(capability("set-soc-max"), each.id);
            if (own != CellState::None)
                QVERIFY(cell(capability("set-soc-max"), each.id).data(PermissionsModel::StateRole).toInt()
                    != int(CellState::None));
        }
        choose(capability("set-soc-max"), m_page->draft().policy().roles.first().id);
        const Policy before = m_page->draft().policy();
        QTest::keyClick(&cells(), Qt::Key_M); // of which role?
        QCOMPARE(m_page->draft().policy(), before);
    }

    void conditionsBelongToTheGrant()
    {
        choose(capability("set-soc-max"), role("asset-manager"));
        QTest::keyClick(&cells(), Qt::Key_Return);
        auto *dialog = m_page->findChild<ConditionsDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QAbstractButton *>(QStringLiteral("state-standby"))->click();
        QTest::keyClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::Key_Space);
        const QList<Grant> grants = m_page->draft().grants(capability("set-soc-max"), role("asset-manager"));
        QCOMPARE(grants.size(), 1);
        QCOMPARE(grants.first().states, QStringList{QStringLiteral("standby")});
        QVERIFY(cell(capability("set-soc-max"), role("asset-manager")).data(PermissionsModel::ConditionsRole).toBool());
    }

    void aCellIsSaidInWords()
    {
        choose(capability("set-soc-max"), role("fleet-manager"));
        QTest::keyClick(&cells(), Qt::Key_M);
        const QString words
            = cell(capability("set-soc-max"), role("fleet-manager")).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(words.contains(QStringLiteral("Set max SoC")) && words.contains(QStringLiteral("must sign"))
                && words.contains(QStringLiteral("changed, was: signs beyond")),
            qPrintable(words));
    }

    void proposingMakesADocumentOfThatDraft()
    {
        QVERIFY(m_desk->signIn(QStringLiteral("leasing.asset-manager")));
        // One signature more than before is stricter, so any charter allows it.
        QVERIFY(m_page->draft().setState(capability("set-soc-max"), role("fleet-manager"), CellState::MustSign));
        Policy edited = m_page->draft().policy();
        QSignalSpy proposed(m_page.get(), &PermissionsPage::proposed);
        QVERIFY2(child<QPushButton>("proposePolicy")->isEnabled(),
            qPrintable(child<QListWidget>("policyProblems")->item(0)->text()));
        QTest::mouseClick(child<QPushButton>("proposePolicy"), Qt::LeftButton);
        auto *dialog = m_page->findChild<QDialog *>(QStringLiteral("proposalDialog"));
        QVERIFY(dialog);
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled()); // never without a reason
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(QStringLiteral("proposalReason")), QStringLiteral("Why"));
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(proposed.size(), 1);
        SignoffDocument document(m_desk->workspace());
        QVERIFY(document.open(proposed.first().first().toString()));
        const auto change = policyIn(document.file().document);
        QVERIFY(change);
        edited.version = m_page->draft().base().version + 1;
        QCOMPARE(change->policy, edited);
        QCOMPARE(change->head.reason, QStringLiteral("Why"));
    }

    void rulesOfAFileAreOneEdit()
    {
        Policy other = m_page->draft().policy();
        other.roles.first().title = QStringLiteral("<b>Boss</b>\u202e");
        const QString path = m_desk->path("rules.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(rulesjson::toJson(other)).toJson());
        file.close();
        m_page->openFile(path);
        QCOMPARE(m_page->draft().policy().roles, other.roles);
        QCOMPARE(m_page->draft().undoStack().count(), 1);
        // case 73: what a file calls a role is shown as it is written.
        bool shown = false;
        for (int column = 0; column < cells().model()->columnCount(); ++column) {
            const auto text = cells().model()->headerData(column, Qt::Horizontal).toString();
            const auto tip = cells().model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
            shown |= text.contains(QStringLiteral("<b>Boss</b>")) && !tip.contains(QStringLiteral("<b>"));
        }
        QVERIFY(shown);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"roles\": 5}");
        file.close();
        const Policy kept = m_page->draft().policy();
        m_page->openFile(path);
        QCOMPARE(m_page->draft().policy(), kept);
    }

    /// case 79: language, direction and font change in mid-edit, and the draft stays.
    void theDraftOutlivesAChangeOfLook()
    {
        choose(capability("set-soc-max"), role("technician"));
        QTest::keyClick(&cells(), Qt::Key_M);
        const Policy edited = m_page->draft().policy();
        qApp->setLayoutDirection(Qt::RightToLeft);
        QFont large = m_page->font();
        large.setPixelSize(2 * QFontInfo(large).pixelSize());
        m_page->setFont(large);
        QVERIFY(cells().rowHeight(1) >= cells().fontMetrics().height());
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(m_page.get(), &language);
        QCOMPARE(m_page->draft().policy(), edited);
        qApp->setLayoutDirection(Qt::LeftToRight);
    }

    void pictures()
    {
        choose(capability("set-soc-max"), role("fleet-manager"));
        QTest::keyClick(&cells(), Qt::Key_M);
        picture("permissions-light");
        applyTheme(*qApp, ThemeMode::Dark, QPalette());
        picture("permissions-dark");
    }
};

QTEST_MAIN(PermissionsPageTest)
#include "tst_permissionspage.moc"
