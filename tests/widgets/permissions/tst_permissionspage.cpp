// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/documents/rulechange.h"
#include "models/rules/rulesjson.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/trustbook.h"
#include "models/workspace/keptdrafts.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/kit/fittedtext.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/conditionsdialog.h"
#include "widgets/permissions/dock/votewords.h"
#include "widgets/permissions/matrix/matrixheader.h"
#include "widgets/permissions/matrix/matrixview.h"
#include "widgets/permissions/matrix/onionfilter.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/permissions/matrix/spokenmatrix.h"
#include "widgets/permissions/permissionspage.h"
#include "widgets/style/theme.h"
#include "widgets/words/format.h"

#include <QAbstractItemModelTester>
#include <QAbstractProxyModel>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QtMath>

#include <array>
#include <cmath>

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
    test::StubFileChooser m_files;
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

    /// A second role for the courier, which alone has a part in a row.
    void addDriver()
    {
        Policy more = m_page->draft().policy();
        more.roles.append({role("driver"), more.role(role("fleet-manager"))->position, QStringLiteral("Driver")});
        m_page->draft().replace(more, QStringLiteral("driver"));
        QVERIFY(m_page->draft().setState(capability("set-soc-min"), role("driver"), CellState::MustSign));
    }

    int visibleColumns() const
    {
        int shown = 0;
        for (int column = 0; column < cells().model()->columnCount(); ++column)
            shown += cells().isColumnHidden(column) ? 0 : 1;
        return shown;
    }

    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        test::finishEvents();
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
        SpokenMatrix spoken(m_page->draft(), model);
        spoken.setSourceModel(&filter);
        QAbstractItemModelTester spokenTester(&spoken, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(m_page->draft().setState(capability("set-service-interval"), role("specialist"), CellState::Alone));
        filter.setOnlyChanged(true);
        QCOMPARE(filter.rowCount(), 2); // the band and the row
        m_page->draft().undoStack().undo();
        QCOMPARE(filter.rowCount(), 0);
    }

    void anEditTellsOfItsRowAlone()
    {
        PermissionsModel model(m_page->draft());
        model.setNow(TestWorld::now);
        const CapabilityId what = capability("set-service-interval");
        const int row = model.indexOf(what, {}).row();
        // All that a view may have read, before and after.
        const auto all = [&] {
            QList<QVariantList> rows;
            for (int each = 0; each < model.rowCount(); ++each) {
                QVariantList values;
                for (int column = 0; column < model.columnCount(); ++column) {
                    for (int of = PermissionsModel::BandRole; of <= PermissionsModel::ProblemRole; ++of)
                        values << model.index(each, column).data(of);
                }
                rows << values;
            }
            return rows;
        };
        for (int edit = 0; edit < 3; ++edit) {
            QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
            const QList<QVariantList> before = all();
            if (edit == 0)
                QVERIFY(m_page->draft().setState(what, role("specialist"), CellState::Alone));
            else if (edit == 1)
                QVERIFY(m_page->draft().setState(capability("set-soc-max"), role("asset-manager"), CellState::OneOf));
            else
                m_page->draft().undoStack().setIndex(0);
            QSet<int> told;
            for (const QList<QVariant> &signal : changed) {
                for (int each = signal.at(0).toModelIndex().row(); each <= signal.at(1).toModelIndex().row(); ++each)
                    told.insert(each);
            }
            const QList<QVariantList> after = all();
            QVERIFY(before != after);
            for (int each = 0; each < model.rowCount(); ++each)
                QVERIFY2(before.at(each) == after.at(each) || told.contains(each), QByteArray::number(each));
            if (edit == 0) {
                QVERIFY(told.contains(row));
                QVERIFY(told.size() < model.rowCount() / 2);
            }
        }
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

    /// Each kind of problem for which it can be said how it is mended: by one edit, which can be taken back.
    void problemsAreMended_data()
    {
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, PolicyProblem::Kind kind) {
            QTest::newRow(name) << int(kind);
        };
        row("granted twice", PolicyProblem::Kind::GrantTwice);
        row("no contract", PolicyProblem::Kind::NoContractBasis);
        row("ends soon", PolicyProblem::Kind::GrantEnds);
        row("a limit for nothing", PolicyProblem::Kind::UnknownParameter);
        row("one company in all seats", PolicyProblem::Kind::OnePartyFillsAllSeats);
        row("nobody may", PolicyProblem::Kind::NobodyHolds);
    }

    void problemsAreMended()
    {
        QFETCH(int, kind);
        const CapabilityId row = capability("set-soc-max");
        const auto has = [&] {
            const auto problems = m_page->draft().problems(TestWorld::now);
            return std::any_of(problems.begin(), problems.end(),
                [&](const PolicyProblem &problem) { return int(problem.kind) == kind; });
        };
        QVERIFY(!has());
        Policy bad = m_page->draft().policy();
        auto grant = std::find_if(
            bad.grants.begin(), bad.grants.end(), [&](const Grant &each) { return each.capability == row; });
        switch (PolicyProblem::Kind(kind)) {
        case PolicyProblem::Kind::GrantTwice:
            bad.grants.append(Grant(*grant));
            break;
        case PolicyProblem::Kind::NoContractBasis:
            grant->contract = QStringLiteral("nowhere");
            break;
        case PolicyProblem::Kind::GrantEnds:
            grant->until = TestWorld::now + TestWorld::day;
            break;
        case PolicyProblem::Kind::UnknownParameter:
            bad.steps.insert(ParameterId::fromTrusted(QStringLiteral("soc.mux")), Milli{1});
            break;
        case PolicyProblem::Kind::OnePartyFillsAllSeats:
            bad.seats[row].all = {bad.seats[row].all.constFirst(), bad.seats[row].all.constFirst()};
            break;
        default:
            bad.grants.removeIf([&](const Grant &each) { return each.capability == row; });
            break;
        }
        m_page->draft().replace(bad, QStringLiteral("bad"));
        QVERIFY(has());
        auto *list = child<QListWidget>("policyProblems");
        auto *fix = child<QPushButton>("fixProblem");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        for (int i = 0; i < list->count() && has(); ++i) {
            // By keyboard: down to the problem, Tab to what mends it.
            const auto problems = m_page->draft().problems(TestWorld::now);
            if (list->currentRow() < problems.size() && int(problems.at(list->currentRow()).kind) == kind) {
                QVERIFY2(fix->isEnabled(), qPrintable(list->currentItem()->text()));
                QTest::keyClick(fix, Qt::Key_Space);
                break;
            }
            QTest::keyClick(list, Qt::Key_Down);
        }
        QVERIFY(!has());
        m_page->draft().undoStack().undo();
        QCOMPARE(m_page->draft().policy(), bad);
    }

    void aTemplateIsADraftWithoutContracts()
    {
        const Policy before = m_page->draft().policy();
        auto *menu = child<QPushButton>("openRules")->menu();
        QVERIFY(menu);
        auto *courier = menu->findChild<QAction *>(QStringLiteral("templateCourierFleet"));
        QVERIFY(courier);
        courier->trigger();
        const Policy &made = m_page->draft().policy();
        QVERIFY(made.role(role("driver")) && made.seats.size() > before.seats.size());
        QCOMPARE(made.contracts, before.contracts); // nobody signed a template
        QCOMPARE(made.version, before.version);
        QVERIFY(child<QListWidget>("policyProblems")->count() > 5);
        QVERIFY(!child<QPushButton>("proposePolicy")->isEnabled());
        picture("permissions-template");
        QTest::mouseClick(child<QPushButton>("undoEdit"), Qt::LeftButton);
        QCOMPARE(m_page->draft().policy(), before);
    }

    void rulesAreComparedWithAFile()
    {
        auto *list = child<QListWidget>("policyChanges");
        QVERIFY(list->item(0)->text().contains(QStringLiteral("same as on the packs")));
        QVERIFY(m_page->draft().setState(capability("set-soc-max"), role("fleet-manager"), CellState::MustSign));
        QVERIFY(list->item(0)->text().contains(QStringLiteral("set max SoC"), Qt::CaseInsensitive));
        // No id of the machine's is shown to a person.
        QVERIFY2(!list->item(0)->text().contains(QStringLiteral("set-soc-max")), qPrintable(list->item(0)->text()));
        const QString path = m_desk->path("other.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(rulesjson::toJson(m_page->draft().policy())).toJson());
        file.close();
        m_files.path = path;
        auto *with = child<QComboBox>("compareWith");
        Q_EMIT with->activated(1);
        QCOMPARE(with->currentText(), QStringLiteral("other.json"));
        QVERIFY(list->item(0)->text().contains(QStringLiteral("same as in the file")));
        m_page->draft().undoStack().undo();
        QVERIFY(!list->item(0)->text().contains(QStringLiteral("same")));
        // What is no rules leaves the comparison as it is.
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        Q_EMIT with->activated(1);
        QVERIFY(!list->item(0)->text().contains(QStringLiteral("same")));
        QVERIFY(!child<MessageBar>("permissionsMessage")->text().isEmpty());
        Q_EMIT with->activated(0);
        QVERIFY(list->item(0)->text().contains(QStringLiteral("same as on the packs")));
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

    void foldingHidesNothing_data()
    {
        QTest::addColumn<QString>("by");
        QTest::newRow("the head of the company") << QStringLiteral("head");
        QTest::newRow("a key") << QStringLiteral("key");
        QTest::newRow("the box for all") << QStringLiteral("box");
    }

    void foldingHidesNothing()
    {
        QFETCH(QString, by);
        addDriver();
        const int all = visibleColumns();
        choose(capability("set-soc-min"), role("driver"));
        const auto fold = [&] {
            if (by == QLatin1String("box")) {
                QTest::mouseClick(child<QAbstractButton>("rolesFolded"), Qt::LeftButton, {}, QPoint(8, 8));
            } else if (by == QLatin1String("key")) {
                QTest::keyClick(&cells(), Qt::Key_F);
            } else {
                QHeaderView *head = cells().horizontalHeader();
                const int section = cell(capability("set-soc-min"), role("fleet-manager")).column();
                QTest::mouseClick(
                    head->viewport(), Qt::LeftButton, {}, QPoint(head->sectionViewportPosition(section) + 8, 8));
            }
        };
        fold();
        QCOMPARE(visibleColumns(), all - 1);
        QCOMPARE(child<QCheckBox>("rolesFolded")->isChecked(), true); // it is the only company of several roles
        // The column that is left says what the strongest of them may do, and which role is meant cannot be told.
        const QModelIndex left = cells().currentIndex();
        QVERIFY(!cells().isColumnHidden(left.column()));
        QCOMPARE(left.data(PermissionsModel::StateRole).toInt(), int(CellState::MustSign));
        const Policy before = m_page->draft().policy();
        QTest::keyClick(&cells(), Qt::Key_0);
        QCOMPARE(m_page->draft().policy(), before);
        QVERIFY(child<MessageBar>("permissionsMessage")->text().contains(QStringLiteral("Unfold")));
        QTest::keyClick(&cells(), Qt::Key_Return);
        QVERIFY(!m_page->findChild<ConditionsDialog *>());
        // Marks and words are of all its roles.
        QVERIFY(left.data(PermissionsModel::ChangedRole).toBool());
        const QString words = left.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(words.contains(QStringLiteral("Driver, must sign, changed")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("fleet-manager, no part")), qPrintable(words));
        QVERIFY(child<MatrixView>("permissionsMatrix")->current().data(PermissionsModel::RoleIdRole)
            == QStringLiteral("driver"));
        // A company of one role has nothing to fold, and is edited as ever.
        choose(capability("set-soc-min"), role("technician"));
        QTest::keyClick(&cells(), Qt::Key_M);
        QVERIFY(m_page->draft().policy() != before);
        choose(capability("set-soc-min"), by == QLatin1String("key") ? role("fleet-manager") : role("technician"));
        fold();
        QCOMPARE(visibleColumns(), all);
        QCOMPARE(cell(capability("set-soc-min"), role("fleet-manager")).data(PermissionsModel::StateRole).toInt(),
            int(CellState::None));
    }

    void headsSayWhoIssuesAndHowManyHold()
    {
        const int section = cell(capability("set-soc-max"), role("asset-manager")).column();
        const auto *model = cells().model();
        const QString tip = model->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("issued by leasing")), qPrintable(tip));
        QVERIFY2(tip.contains(QStringLiteral("known here")), qPrintable(tip));
        QCOMPARE(model->headerData(section, Qt::Horizontal, SpokenMatrix::IssuersRole).toString(),
            QStringLiteral("by itself"));
        QVERIFY(!model->headerData(section, Qt::Horizontal, SpokenMatrix::HoldersRole).toString().isEmpty());
        // No word of a head is wider than its column.
        const auto *head = static_cast<const MatrixHeader *>(cells().horizontalHeader());
        QFont small = head->font();
        small.setPixelSize(head->fontInfo().pixelSize() - 2);
        for (int column = 1; column < model->columnCount() - 1; ++column) {
            QVERIFY(cells().columnWidth(column) >= head->widthFor(column));
            QVERIFY2(FittedText::widestWord(
                         model->headerData(column, Qt::Horizontal, SpokenMatrix::TitleRole).toString(), small)
                    <= cells().columnWidth(column),
                qPrintable(model->headerData(column, Qt::Horizontal).toString()));
        }
    }

    void arrowsGoFromCellToCell_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("right") << int(Qt::Key_Right) << 0 << 1;
        QTest::newRow("left") << int(Qt::Key_Left) << 0 << -1;
        QTest::newRow("down") << int(Qt::Key_Down) << 1 << 0;
        QTest::newRow("up, past the heading of a layer") << int(Qt::Key_Up) << -2 << 0;
    }

    void arrowsGoFromCellToCell()
    {
        QFETCH(int, key);
        QFETCH(int, rows);
        QFETCH(int, columns);
        const int band
            = cells().model()->match(cells().model()->index(0, 0), PermissionsModel::BandRole, 3).first().row();
        const QModelIndex from = cells().model()->index(band + 1, 3);
        cells().setFocus();
        cells().setCurrentIndex(from);
        QTest::keyClick(&cells(), Qt::Key(key));
        QCOMPARE(cells().currentIndex(), from.sibling(from.row() + rows, from.column() + columns));
        QCOMPARE(cells().currentIndex().data(PermissionsModel::BandRole).toInt(), 0);
        // And on to the end, without a stop and without leaving the roles.
        for (int i = 0; i < cells().model()->rowCount() + cells().model()->columnCount(); ++i) {
            QTest::keyClick(&cells(), Qt::Key(key));
            QVERIFY(!cells().isColumnHidden(cells().currentIndex().column()));
            QCOMPARE(cells().currentIndex().data(PermissionsModel::BandRole).toInt(), 0);
        }
        const QModelIndex end = cells().currentIndex();
        QTest::keyClick(&cells(), Qt::Key(key));
        QCOMPARE(cells().currentIndex(), end);
    }

    void aScreenReaderHearsCellsAndHeads()
    {
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&cells());
        QVERIFY(table && table->tableInterface());
        const QModelIndex index = cell(capability("set-soc-max"), role("asset-manager"));
        QAccessibleInterface *said = table->tableInterface()->cellAt(index.row(), index.column());
        QVERIFY(said);
        QCOMPARE(said->text(QAccessible::Name), index.data(Qt::AccessibleTextRole).toString());
        QVERIFY2(said->text(QAccessible::Name).startsWith(QStringLiteral("Set max SoC, asset-manager, must sign")),
            qPrintable(said->text(QAccessible::Name)));
        const QList<QAccessibleInterface *> heads = said->tableCellInterface()->columnHeaderCells();
        QCOMPARE(heads.size(), 1);
        QVERIFY2(heads.first()->text(QAccessible::Name).contains(QStringLiteral("keys issued by leasing")),
            qPrintable(heads.first()->text(QAccessible::Name)));
        QVERIFY(!heads.first()->text(QAccessible::Name).contains(u'<'));
        // Qt makes the heads anew for each who asks, and leaves them to him.
        for (QAccessibleInterface *head : heads)
            QAccessible::deleteAccessibleInterface(QAccessible::registerAccessibleInterface(head));
    }

    /// What the page has for the matrix in a window of 1280 x 800, and companies with names as long as they come.
    void eightRolesFitTheSmallestWindow()
    {
        const QList<std::array<const char *, 3>> named{{"operator", "Courier", "Fleet manager"},
            {"service", "Service shop", "Technician"}, {"energy", "Power", "Power operator"},
            {"owner", "Leasing", "Asset manager"}, {"cell-data", "Cell data", "Cell data specialist"},
            {"platform", "Platform", "Platform engineer"}, {"manufacturer", "Manufacturer", "Engineer"}};
        Policy policy = m_page->draft().base();
        PolicyFrame frame = m_page->draft().frame();
        policy.roles.clear();
        for (const auto &[id, party, title] : named) {
            const auto position = PositionId::fromTrusted(QLatin1String(id));
            frame.charter.positions[position].partyName = QLatin1String(party);
            policy.roles.append({role(id), position, QLatin1String(title)});
        }
        policy.roles.append({role("driver"), policy.roles.first().position, QStringLiteral("Driver")});
        QMap<RoleId, int> holders;
        for (const Role &each : std::as_const(policy.roles)) {
            policy.issuers.insert(each.id, {each.position});
            holders.insert(each.id, 12);
        }
        PolicyDraft draft;
        PermissionsModel model(draft);
        PermissionsFilter filter;
        filter.setSourceModel(&model);
        MatrixView view(draft, model, filter);
        draft.load(policy, frame);
        view.setHolders(holders);
        view.resize(736, 500);
        view.show();
        const auto *middle = view.findChild<QTableView *>(QStringLiteral("matrixCells"));
        QCOMPARE(middle->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(middle->columnAt(middle->viewport()->width() - 1), 8);
        const auto *takes = view.findChild<QTableView *>(QStringLiteral("matrixTakes"));
        QTRY_VERIFY(takes->geometry().left() > middle->geometry().right());
        QCOMPARE(takes->geometry().right(), view.width() - 1);
        if (const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES"); !folder.isEmpty())
            QVERIFY(view.grab().save(folder + QStringLiteral("/permissions-eight-roles.png")));
    }

    void aCompanyFiltersItsRows()
    {
        auto *party = child<QComboBox>("permissionsParty");
        const int all = cells().model()->rowCount();
        int parts = 0;
        for (int i = 1; i < party->count(); ++i) {
            party->setCurrentIndex(i);
            const int rows = cells().model()->rowCount();
            QVERIFY(rows < all);
            parts += rows;
            for (int row = 0; row < rows; ++row) {
                if (cells().model()->index(row, 0).data(PermissionsModel::BandRole).toInt() > 0)
                    continue;
                bool part = false;
                for (int column = 1; column < cells().model()->columnCount() - 1; ++column) {
                    const bool its = cells().model()->headerData(column, Qt::Horizontal, SpokenMatrix::PositionRole)
                        == party->currentData().value<PositionId>().text();
                    part |= its
                        && cells().model()->index(row, column).data(PermissionsModel::StateRole).toInt()
                            != int(CellState::None);
                }
                QVERIFY(part);
            }
        }
        QVERIFY(parts > all);
        QTest::keyClick(party, Qt::Key_Home);
        QCOMPARE(cells().model()->rowCount(), all);
    }

    void theOnionIsWorkedByKeyboard()
    {
        const int all = cells().model()->rowCount();
        auto *ring = child<QAbstractButton>("layer3");
        ring->setFocus();
        QTest::keyClick(ring, Qt::Key_Space);
        QVERIFY(cells().model()->rowCount() < all);
        QVERIFY2(
            ring->accessibleName().contains(QStringLiteral("3 · Financial harm")), qPrintable(ring->accessibleName()));
        QVERIFY(child<QAbstractButton>("layer4")->accessibleName().contains(QStringLiteral("0 of")));
        QTest::keyClick(ring, Qt::Key_Space);
        QCOMPARE(cells().model()->rowCount(), all);
    }

    void ringsTakeClicksWhereTheyArePainted_data()
    {
        QTest::addColumn<double>("fromCentre");
        QTest::addColumn<int>("layer");
        QTest::newRow("inside") << 0.1 << 4;
        QTest::newRow("third") << 0.4 << 3;
        QTest::newRow("second") << 0.65 << 2;
        QTest::newRow("outside") << 0.88 << 1;
    }

    void ringsTakeClicksWhereTheyArePainted()
    {
        QFETCH(double, fromCentre);
        QFETCH(int, layer);
        auto *onion = m_page->findChild<OnionFilter *>();
        const int radius = std::min(onion->width(), onion->height()) / 2;
        for (const double degrees : {0.0, 100.0, 190.0, 280.0}) {
            const QPoint at = onion->rect().center()
                + QPoint(int(radius * fromCentre * std::cos(qDegreesToRadians(degrees))),
                    int(radius * fromCentre * std::sin(qDegreesToRadians(degrees))));
            QWidget *under = onion->childAt(at);
            QVERIFY(under);
            QCOMPARE(under->objectName(), QStringLiteral("layer%1").arg(layer));
        }
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

    /// The end of a condition is a day, and all of it counts.
    void untilMeansAllOfThatDay()
    {
        const auto asked = [this] {
            choose(capability("set-soc-max"), role("asset-manager"));
            QTest::keyClick(&cells(), Qt::Key_Return);
            return m_page->findChild<ConditionsDialog *>();
        };
        const auto done = [](ConditionsDialog *dialog) {
            QTest::keyClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::Key_Space);
        };
        const auto grant = [this] {
            return m_page->draft().grants(capability("set-soc-max"), role("asset-manager")).constFirst();
        };
        auto *dialog = asked();
        auto *day = dialog->findChild<QDateEdit *>(QStringLiteral("Until"));
        // To tick it makes no right that is over already.
        QVERIFY(day->date() > QDate::currentDate().addDays(30));
        dialog->findChild<QAbstractButton *>(QStringLiteral("hasUntil"))->click();
        const QDate last(2031, 11, 30);
        day->setDate(last);
        done(dialog);
        QCOMPARE(grant().until, QDate(2031, 12, 1).startOfDay().toSecsSinceEpoch());
        QCOMPARE(format::lastDay(grant().until), QStringLiteral("30 Nov 2031"));
        QTRY_VERIFY(!m_page->findChild<ConditionsDialog *>());
        // Opened again it says the same day, and changes nothing.
        dialog = asked();
        QCOMPARE(dialog->findChild<QDateEdit *>(QStringLiteral("Until"))->date(), last);
        const Grant before = grant();
        QVERIFY(dialog->edited(before) == before);
        done(dialog);
        QVERIFY(grant() == before);
        // Each place that names this end names the same day.
        const QString saidDay = QStringLiteral("30 Nov 2031");
        QVERIFY(PermissionWords::conditions(before).contains(saidDay));
        PolicyProblem ends;
        ends.kind = PolicyProblem::Kind::GrantEnds;
        ends.about = before.until;
        QVERIFY(PermissionWords::problem(ends, m_page->draft().policy()).contains(saidDay));
        WhatIfTold told;
        RuleVote vote;
        vote.rule = RuleVote::Rule::Contract;
        vote.name = QStringLiteral("C-1");
        vote.when = before.until;
        told.answer.votes = {vote};
        QVERIFY(VoteWords::votes(told, m_page->draft().frame()).constFirst().text.contains(saidDay));
        // An end within a day is told with its time.
        QVERIFY(format::lastDay(before.until - 3600).contains(QStringLiteral("23:00")));
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
        QVERIFY(document.open(proposed.first().first().toString()).ok());
        const auto change = policyIn(document.file().document);
        QVERIFY(change.ok());
        edited.version = m_page->draft().base().version + 1;
        QCOMPARE(change->policy, edited);
        QCOMPARE(change->head.reason, QStringLiteral("Why"));
    }

    void aDraftIsKeptUntilItIsADocument()
    {
        const KeptDrafts drafts(m_desk->workspace().folder(), m_desk->clock());
        const QStringList policy{QLatin1String(KeptDrafts::policy)};
        auto *message = child<MessageBar>("permissionsMessage");
        auto *discard = message->findChild<QPushButton *>(QStringLiteral("messageAction"));
        QVERIFY(drafts.names().isEmpty());
        QVERIFY(m_page->draft().setState(capability("set-soc-max"), role("fleet-manager"), CellState::MustSign));
        QCOMPARE(drafts.names(), policy);
        const Policy edited = m_page->draft().policy();
        const auto again = [&] {
            m_page.reset();
            m_desk->reopen();
            m_page = std::make_unique<PermissionsPage>(m_desk->workspace(), m_files);
            m_page->show();
            message = child<MessageBar>("permissionsMessage");
            discard = message->findChild<QPushButton *>(QStringLiteral("messageAction"));
        };
        again();
        QCOMPARE(m_page->draft().policy(), edited);
        QVERIFY2(message->text().contains(QStringLiteral("1 change")), qPrintable(message->text()));
        // To throw it away is an edit like any other.
        QVERIFY(discard->isVisible());
        QTest::mouseClick(discard, Qt::LeftButton);
        QCOMPARE(m_page->draft().policy(), m_page->draft().base());
        QVERIFY(drafts.names().isEmpty());
        m_page->draft().undoStack().undo();
        QCOMPARE(m_page->draft().policy(), edited);
        QCOMPARE(drafts.names(), policy);
        // Where the document cannot be made, dialog and reason stay; once it is made, nothing is kept beside it.
        again();
        QVERIFY(m_desk->signIn(QStringLiteral("leasing.asset-manager")));
        AuditVerdict damage;
        damage.problem = Error{Code::AuditDamaged, {}};
        m_desk->workspace().audit().setVerdict(damage);
        QTest::mouseClick(child<QPushButton>("proposePolicy"), Qt::LeftButton);
        auto *dialog = m_page->findChild<QDialog *>(QStringLiteral("proposalDialog"));
        auto *reason = dialog->findChild<QPlainTextEdit *>(QStringLiteral("proposalReason"));
        QTest::keyClicks(reason, QStringLiteral("Why"));
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTest::mouseClick(ok, Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("proposalNext"))
                    ->text()
                    .contains(QStringLiteral("audit cannot be written")));
        QCOMPARE(drafts.names(), policy);
        again();
        QVERIFY(m_desk->signIn(QStringLiteral("leasing.asset-manager")));
        QTest::mouseClick(child<QPushButton>("proposePolicy"), Qt::LeftButton);
        dialog = m_page->findChild<QDialog *>(QStringLiteral("proposalDialog"));
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(QStringLiteral("proposalReason")), QStringLiteral("Why"));
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
        QVERIFY(drafts.names().isEmpty());
        // A file that somebody damaged is no draft, and no reason not to start.
        QVERIFY(drafts.keep(policy.first(), {{QStringLiteral("policy"), QStringLiteral("?")}}).ok());
        again();
        QCOMPARE(m_page->draft().policy(), m_page->draft().base());
    }

    void rulesOfAFileAreOneEdit()
    {
        Policy other = m_page->draft().policy();
        other.roles.first().title = QStringLiteral("<b>Boss</b>");
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
        // A title that turns the direction of writing is refused, and the page says where it stands.
        other.roles.first().title = QStringLiteral("<b>Boss</b>\u202e");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(rulesjson::toJson(other)).toJson());
        file.close();
        m_page->openFile(path);
        QCOMPARE(m_page->draft().policy(), kept);
        QStringList words;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            words << label->text();
        QVERIFY2(words.join(u'\n').contains(QStringLiteral("roles[0].title: the character U+202E")),
            qPrintable(words.join(u'\n')));
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
        addDriver();
        choose(capability("set-soc-max"), role("fleet-manager"));
        QTest::keyClick(&cells(), Qt::Key_M);
        picture("permissions-light");
        QTest::keyClick(&cells(), Qt::Key_F);
        picture("permissions-folded");
        QTest::keyClick(&cells(), Qt::Key_F);
        applyTheme(*qApp, ThemeMode::Dark, QPalette());
        picture("permissions-dark");
    }
};

QTEST_MAIN(PermissionsPageTest)
#include "tst_permissionspage.moc"
