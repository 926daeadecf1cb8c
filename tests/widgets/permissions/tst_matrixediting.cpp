// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/rulechange.h"
#include "models/permissions/policyroles.h"
#include "models/signoffs/signoffdocument.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/conditionsdialog.h"
#include "widgets/permissions/matrix/matrixlayout.h"
#include "widgets/permissions/matrix/matrixview.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/permissions/permissionspage.h"
#include "widgets/permissions/rightsdialog.h"
#include "widgets/permissions/roledialog.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
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

/// What a person does with hands: each click and each key is one.
class Hand final
{
public:
    void click(QWidget *widget, const QPoint &at = {}, Qt::KeyboardModifiers with = {})
    {
        ++m_events;
        QTest::mouseClick(widget, Qt::LeftButton, with, at);
    }
    void key(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        ++m_events;
        QTest::keyClick(widget, key, with);
    }
    void type(QWidget *widget, const QString &text)
    {
        m_events += int(text.size());
        QTest::keyClicks(widget, text);
    }
    int events() const { return m_events; }

private:
    int m_events = 0;
};

} // namespace

/// The matrix as an editor: roles, blocks, columns, views and sheets, by mouse and by keyboard.
class MatrixEditingTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack;
    std::unique_ptr<test::Desk> m_desk;
    test::StubFileChooser m_files;
    std::unique_ptr<PermissionsPage> m_page;

    template <typename T> T *child(const char *name) const { return m_page->findChild<T *>(QLatin1String(name)); }
    QTableView &cells() const { return *child<QTableView>("matrixCells"); }
    MatrixView &view() const { return *child<MatrixView>("permissionsMatrix"); }
    PolicyDraft &draft() const { return m_page->draft(); }

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
    QPoint middle(const QModelIndex &index) const
    {
        cells().scrollTo(index);
        return cells().visualRect(index).center();
    }
    void choose(const char *id, const char *of, Qt::KeyboardModifiers with = {})
    {
        const QModelIndex index = cell(capability(id), role(of));
        QVERIFY(index.isValid());
        QTest::mouseClick(cells().viewport(), Qt::LeftButton, with, middle(index));
    }
    /// In the lower part of a head, where the role stands.
    QPoint onHead(int section) const
    {
        const QHeaderView *head = cells().horizontalHeader();
        return {head->sectionViewportPosition(section) + head->sectionSize(section) / 2, head->height() - 8};
    }
    QAction *roleAct(const char *name)
    {
        auto *menu = child<QMenu>("roleMenu");
        Q_EMIT menu->aboutToShow();
        return menu->findChild<QAction *>(QLatin1String(name));
    }
    template <typename T> T *dialog(const char *name) const
    {
        for (T *each : m_page->findChildren<T *>(QLatin1String(name))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    static QAbstractButton *button(QWidget *of, QDialogButtonBox::StandardButton which)
    {
        return of->findChild<QDialogButtonBox *>()->button(which);
    }
    QString message() const { return child<MessageBar>("permissionsMessage")->text(); }

    void picture(const char *name, QWidget *of = nullptr)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        test::finishEvents();
        QVERIFY((of ? of : m_page.get())->grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png")));
    }
    void open()
    {
        m_page = std::make_unique<PermissionsPage>(m_desk->workspace(), m_files);
        m_page->resize(1204, 754);
        m_page->show();
        QVERIFY(!draft().isEmpty());
    }

private Q_SLOTS:
    void initTestCase()
    {
        // As many capabilities as a pack of the demo has where one key is enough.
        m_pack = m_world.pack();
        for (const char *id : {"activate", "deactivate", "set-charge-target", "read-status", "read-cells",
                 "read-faults", "clear-faults", "balance", "self-test", "isolate-module", "reset"}) {
            m_pack.silicon.layers.insert(capability(id), QLatin1String(id) == QLatin1String("activate") ? 1 : 2);
            m_pack.charter.mayHold[capability(id)].insert(role("technician"));
            m_pack.policy.grants.append(
                {role("technician"), capability(id), QStringLiteral("C-1"), 1, 0, 0, 0, {}, {}, {}, 0});
            const PositionId at = m_pack.policy.role(role("technician"))->position;
            m_pack.policy.seats.insert(capability(id), {{}, {{1, {{at, role("technician")}}}}, {}, {}});
        }
        m_pack.policy.charterSha256 = m_pack.charter.bodySha256();
    }
    void init()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_desk = std::make_unique<test::Desk>(m_world, m_pack);
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    /// The stopwatch: a new role with twelve rights, proposed.
    void aNewRoleWithTwelveRightsTakesFewSteps()
    {
        QVERIFY(m_desk->signIn(QStringLiteral("leasing.asset-manager")));
        Hand hand;
        hand.key(&cells(), Qt::Key_Insert);
        auto *asked = dialog<RoleDialog>("roleDialog");
        QVERIFY(asked);
        auto *title = asked->findChild<QLineEdit *>(QStringLiteral("roleTitle"));
        QVERIFY(title->hasFocus() || asked->focusWidget() == title);
        hand.type(title, QStringLiteral("Washer"));
        hand.key(title, Qt::Key_Return);
        QVERIFY(draft().policy().role(role("washer")));
        QCOMPARE(view().currentRole(), role("washer"));
        QVERIFY(cells().hasFocus() || m_page->focusWidget() == &cells());
        // The column is selected; the first and the last of the rows that one key opens.
        const QModelIndex first = cell(capability("activate"), role("washer"));
        const QModelIndex last = cell(capability("set-service-interval"), role("washer"));
        hand.click(cells().viewport(), middle(first));
        hand.click(cells().viewport(), middle(last), Qt::ShiftModifier);
        hand.key(&cells(), Qt::Key_A);
        const auto rights = [this] {
            return std::count_if(draft().policy().grants.begin(), draft().policy().grants.end(),
                [](const Grant &grant) { return grant.role == role("washer"); });
        };
        QCOMPARE(int(rights()), 12);
        picture("matrix-new-role");
        hand.click(child<QPushButton>("proposePolicy"));
        auto *proposal = m_page->findChild<QDialog *>(QStringLiteral("proposalDialog"));
        QVERIFY2(proposal, qPrintable(child<QLabel>("permissionsMessage") ? message() : QString()));
        hand.type(proposal->findChild<QPlainTextEdit *>(QStringLiteral("proposalReason")), QStringLiteral("Car wash"));
        QSignalSpy proposed(m_page.get(), &PermissionsPage::proposed);
        hand.click(button(proposal, QDialogButtonBox::Ok));
        QCOMPARE(proposed.size(), 1);
        SignoffDocument document(m_desk->workspace());
        QVERIFY(document.open(proposed.first().first().toString()).ok());
        const auto change = policyIn(document.file().document);
        QVERIFY(change.ok() && change->policy.role(role("washer")));
        qInfo("a new role with twelve rights, proposed: %d clicks and keys", hand.events());
        QVERIFY2(hand.events() <= 40, QByteArray::number(hand.events()));
    }

    void aColumnARowAndABlockAreSelected()
    {
        const int section = cell(capability("set-soc-max"), role("technician")).column();
        QTest::mouseClick(cells().horizontalHeader()->viewport(), Qt::LeftButton, {}, onHead(section));
        QCOMPARE(view().chosen().size(), draft().frame().capabilities().size());
        QVERIFY(!view().current().data(PermissionsModel::CapabilityRole).toString().isEmpty());
        for (const PolicyCell &each : view().chosen())
            QCOMPARE(each.role, role("technician"));
        auto *names = child<QTableView>("matrixNames");
        const int row = cell(capability("set-soc-max"), role("technician")).row();
        QTest::mouseClick(
            names->viewport(), Qt::LeftButton, {}, names->visualRect(names->model()->index(row, 0)).center());
        QCOMPARE(view().chosen().size(), draft().policy().roles.size());
        for (const PolicyCell &each : view().chosen())
            QCOMPARE(each.capability, capability("set-soc-max"));
        choose("read-cells", "technician");
        QCOMPARE(view().chosen().size(), 1);
        choose("read-faults", "fleet-manager", Qt::ControlModifier);
        QCOMPARE(view().chosen().size(), 2);
        choose("read-cells", "technician");
        QTest::keyClick(&cells(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view().chosen().size(), 2);
    }

    void aBlockIsEditedInOneStepAndSaysWhatItLeft()
    {
        const Policy before = draft().policy();
        const int section = cell(capability("set-soc-max"), role("technician")).column();
        QTest::mouseClick(cells().horizontalHeader()->viewport(), Qt::LeftButton, {}, onHead(section));
        QTest::keyClick(&cells(), Qt::Key_0);
        QCOMPARE(draft().undoStack().count(), 1);
        for (const CapabilityId &id : draft().frame().capabilities())
            QVERIFY(draft().grants(id, role("technician")).isEmpty());
        QTest::keyClick(&cells(), Qt::Key_A);
        QVERIFY2(message().contains(QStringLiteral("charter bars")), qPrintable(message()));
        QCOMPARE(draft().state(capability("read-cells"), role("technician")), CellState::Alone);
        QCOMPARE(draft().state(capability("set-soc-max"), role("technician")), CellState::None);
        for (int i = 0; i < 2; ++i)
            QTest::mouseClick(child<QPushButton>("undoEdit"), Qt::LeftButton);
        QCOMPARE(draft().policy(), before);
    }

    void conditionsOfABlock()
    {
        Grant other = draft().grants(capability("read-faults"), role("technician")).constFirst();
        other.states = {QStringLiteral("ready")};
        QVERIFY(draft().setGrants(capability("read-faults"), role("technician"), {other}));
        choose("read-cells", "technician");
        choose("read-faults", "technician", Qt::ControlModifier);
        QTest::keyClick(&cells(), Qt::Key_Return);
        auto *asked = dialog<ConditionsDialog>("conditionsDialog");
        QVERIFY(asked);
        picture("matrix-block-conditions", asked);
        auto *ready = asked->findChild<QCheckBox *>(QStringLiteral("state-ready"));
        QCOMPARE(ready->checkState(), Qt::PartiallyChecked);
        asked->findChild<QCheckBox *>(QStringLiteral("hasUntil"))->click();
        asked->findChild<QDateEdit *>(QStringLiteral("Until"))->setDate(QDate(2031, 11, 30));
        const int steps = draft().undoStack().count();
        QTest::mouseClick(button(asked, QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(draft().undoStack().count(), steps + 1);
        const Grant one = draft().grants(capability("read-cells"), role("technician")).constFirst();
        const Grant two = draft().grants(capability("read-faults"), role("technician")).constFirst();
        const qint64 until = QDate(2031, 12, 1).startOfDay().toSecsSinceEpoch();
        QCOMPARE(one.until, until);
        QCOMPARE(two.until, until);
        QVERIFY(one.states.isEmpty());
        QCOMPARE(two.states, other.states); // as each is
    }

    void whatTheCharterBarsIsSeenBeforeTheClick()
    {
        const QModelIndex barred = cell(capability("set-soc-max"), role("technician"));
        QVERIFY(barred.data(PermissionsModel::BarredRole).toBool());
        QVERIFY2(barred.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("charter does not let")),
            qPrintable(barred.data(Qt::AccessibleTextRole).toString()));
        QVERIFY(barred.data(Qt::ToolTipRole).toString().contains(QStringLiteral("charter does not let")));
        const QModelIndex free = cell(capability("set-service-interval"), role("fleet-manager"));
        QVERIFY(!free.data(PermissionsModel::BarredRole).toBool());
        // Rights that are there, and what the silicon prohibits, have marks of their own.
        QVERIFY(!cell(capability("read-cells"), role("technician")).data(PermissionsModel::BarredRole).toBool());
        QVERIFY(
            !cell(capability("disable-protection"), role("technician")).data(PermissionsModel::BarredRole).toBool());
        picture("matrix-barred");
    }

    void aRoleIsCopiedRenamedAndRemoved()
    {
        choose("read-cells", "technician");
        roleAct("copyRole")->trigger();
        auto *asked = dialog<RoleDialog>("roleDialog");
        QVERIFY(asked);
        auto *title = asked->findChild<QLineEdit *>(QStringLiteral("roleTitle"));
        QVERIFY(!button(asked, QDialogButtonBox::Ok)->isEnabled()); // without a name
        QTest::keyClicks(title, QStringLiteral("technician"));
        QVERIFY(!button(asked, QDialogButtonBox::Ok)->isEnabled());
        QVERIFY(asked->findChild<QLabel *>(QStringLiteral("roleProblem"))->isVisible());
        QTest::keyClicks(title, QStringLiteral(" 2"));
        picture("matrix-copy-role", asked);
        QTest::mouseClick(button(asked, QDialogButtonBox::Ok), Qt::LeftButton);
        const RoleId copy = role("technician-2");
        QCOMPARE(view().currentRole(), copy);
        QCOMPARE(draft().state(capability("clear-faults"), copy), CellState::Alone);
        // Named anew, with another issuer.
        roleAct("editRole")->trigger();
        asked = dialog<RoleDialog>("roleDialog");
        QVERIFY(asked);
        QVERIFY(!asked->findChild<QComboBox *>(QStringLiteral("roleCompany"))->isEnabled());
        title = asked->findChild<QLineEdit *>(QStringLiteral("roleTitle"));
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("Apprentice"));
        asked->findChild<QCheckBox *>(QStringLiteral("issuer-owner"))->click();
        QTest::mouseClick(button(asked, QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(draft().policy().role(copy)->title, QStringLiteral("Apprentice"));
        QVERIFY(draft().policy().issuers.value(copy).contains(PositionId::fromTrusted(QStringLiteral("owner"))));
        QCOMPARE(draft().undoStack().count(), 2);
        roleAct("removeRole")->trigger();
        QCOMPARE(draft().policy(), draft().base());
        QCOMPARE(draft().undoStack().count(), 3);
        QTest::mouseClick(child<QPushButton>("undoEdit"), Qt::LeftButton);
        QVERIFY(draft().policy().role(copy));
        // A role that signs for its company stays, and the reason is said.
        choose("read-cells", "technician");
        QVERIFY(!roleAct("removeRole")->isEnabled());
        QVERIFY(!roleAct("removeRole")->toolTip().isEmpty());
    }

    void issuersThatTheCharterBarsCannotBeChosen()
    {
        choose("read-cells", "technician");
        roleAct("editRole")->trigger();
        auto *asked = dialog<RoleDialog>("roleDialog");
        QVERIFY(asked);
        auto *owner = asked->findChild<QCheckBox *>(QStringLiteral("issuer-owner"));
        QVERIFY(!owner->isEnabled());
        QVERIFY(owner->toolTip().contains(QStringLiteral("charter")));
        QVERIFY(asked->findChild<QCheckBox *>(QStringLiteral("issuer-service"))->isEnabled());
        // Taken over without a change it is no edit.
        QTest::mouseClick(button(asked, QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(draft().undoStack().count(), 0);
    }

    void allOfARoleAndAllOfARight()
    {
        choose("read-cells", "technician");
        roleAct("showRights")->trigger();
        auto *rights = dialog<RightsDialog>("rightsDialog");
        QVERIFY(rights);
        auto *table = rights->findChild<QTableWidget *>(QStringLiteral("rightsTable"));
        QCOMPARE(table->rowCount(), 12);
        picture("matrix-rights", rights);
        rights->close();
        test::finishEvents();
        choose("set-cell-voltage-max", "specialist");
        roleAct("showHolders")->trigger();
        rights = dialog<RightsDialog>("rightsDialog");
        QVERIFY(rights);
        table = rights->findChild<QTableWidget *>(QStringLiteral("rightsTable"));
        QCOMPARE(table->rowCount(), 4);
        m_files.path = m_desk->path("rights.csv");
        QTest::mouseClick(rights->findChild<QPushButton *>(QStringLiteral("saveRights")), Qt::LeftButton);
        QFile file(m_files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 5);
    }

    void columnsAreLaidOutAndRemembered()
    {
        QHeaderView *head = cells().horizontalHeader();
        const auto column = [&](const char *of) {
            return cell(capability("read-cells"), role(of)).column();
        };
        head->resizeSection(column("technician"), 133);
        head->moveSection(head->visualIndex(column("engineer-manufacturer")), 1);
        choose("read-cells", "fleet-manager");
        roleAct("hideColumn")->trigger();
        QVERIFY(cells().isColumnHidden(column("fleet-manager")));
        choose("read-cells", "specialist");
        roleAct("freezeColumn")->trigger();
        const auto check = [&] {
            QHeaderView *now = cells().horizontalHeader();
            QCOMPARE(cells().columnWidth(column("technician")), 133);
            QVERIFY(cells().isColumnHidden(column("fleet-manager")));
            QCOMPARE(now->visualIndex(column("specialist")), 1); // frozen ones come first
            QCOMPARE(now->visualIndex(column("engineer-manufacturer")), 2);
            auto *frozen = child<QTableView>("matrixFrozen");
            QVERIFY(frozen->isVisible());
            QVERIFY(!frozen->isColumnHidden(column("specialist")));
            QCOMPARE(frozen->width(), cells().columnWidth(column("specialist")));
        };
        check();
        picture("matrix-frozen");
        const QString path = m_desk->path("layout.ini");
        {
            QSettings settings(path, QSettings::IniFormat);
            m_page->remember(settings);
        }
        open();
        m_page->recall(QSettings(path, QSettings::IniFormat));
        check();
        // A new role comes in beside those of its company, and changes nothing for the others.
        Policy more = draft().policy();
        more.roles.append({role("driver"), more.role(role("fleet-manager"))->position, QStringLiteral("Driver")});
        draft().replace(more, QStringLiteral("driver"));
        check();
        QVERIFY(!cells().isColumnHidden(column("driver")));
        roleAct("showColumns")->trigger();
        QVERIFY(!cells().isColumnHidden(column("fleet-manager")));
        roleAct("resetColumns")->trigger();
        QVERIFY(!child<QTableView>("matrixFrozen")->isVisible());
        QVERIFY(cells().columnWidth(column("technician")) != 133);
    }

    void aFrozenColumnStaysInSight()
    {
        m_page->resize(900, 700);
        choose("read-cells", "technician");
        roleAct("freezeColumn")->trigger();
        QScrollBar *bar = cells().horizontalScrollBar();
        cells().setFixedWidth(260);
        test::finishEvents();
        QVERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        auto *frozen = child<QTableView>("matrixFrozen");
        QCOMPARE(frozen->mapTo(&cells(), QPoint()), QPoint());
        QVERIFY(frozen->isVisible());
        // It is edited where it stands, and the keys go on to the middle.
        const QModelIndex index = cell(capability("read-faults"), role("technician"));
        QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, frozen->visualRect(index).center());
        QCOMPARE(cells().currentIndex(), index);
        QTest::keyClick(&cells(), Qt::Key_0);
        QCOMPARE(draft().state(capability("read-faults"), role("technician")), CellState::None);
    }

    void sheetsSayWhatTheMatrixSays()
    {
        QVERIFY(draft().setState(capability("set-soc-max"), role("fleet-manager"), CellState::MustSign));
        m_files.path = m_desk->path("matrix.csv");
        m_page->findChild<QAction *>(QStringLiteral("matrixCsv"))->trigger();
        QFile file(m_files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const QStringList lines = text.split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), draft().frame().capabilities().size() + 1);
        QVERIFY2(lines.filter(QStringLiteral("Set max SoC")).value(0).contains(QStringLiteral("must sign")),
            qPrintable(text));
        file.close();
        m_files.path = m_desk->path("differences.csv");
        m_page->findChild<QAction *>(QStringLiteral("differencesCsv"))->trigger();
        file.setFileName(m_files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), draft().changes().size() + 1);
        const QString pictures = qEnvironmentVariable("PACKWARDEN_PICTURES");
        for (const char *name : {"matrixPdf", "differencesPdf"}) {
            m_files.path = (pictures.isEmpty() ? m_desk->path(name) : pictures + u'/' + QLatin1String(name))
                + QStringLiteral(".pdf");
            m_page->findChild<QAction *>(QLatin1String(name))->trigger();
            QFile pdf(m_files.path);
            QVERIFY(pdf.open(QIODevice::ReadOnly));
            QVERIFY(pdf.readAll().startsWith("%PDF-"));
            QVERIFY2(message().contains(m_files.path), qPrintable(message()));
        }
        // Where it cannot be written that is said.
        m_files.path = m_desk->path("no/such/folder.csv");
        m_page->findChild<QAction *>(QStringLiteral("matrixCsv"))->trigger();
        QVERIFY(!message().contains(QStringLiteral("Saved")));
    }
};

QTEST_MAIN(MatrixEditingTest)
#include "tst_matrixediting.moc"
