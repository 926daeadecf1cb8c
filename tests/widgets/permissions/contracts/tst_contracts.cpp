// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/rulechange.h"
#include "models/signoffs/signoffdocument.h"
#include "tests/models/support/modelworld.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/contracts/contractdialog.h"
#include "widgets/permissions/contracts/contractsview.h"
#include "widgets/permissions/matrix/matrixview.h"
#include "widgets/permissions/permissionspage.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace packwarden;
using test::TestWorld;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The contracts beside the matrix: what rests on what, edited as part of the draft. PACKWARDEN_PICTURES=FOLDER keeps
/// pictures.
class ContractsTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack = m_world.pack();
    std::unique_ptr<test::Desk> m_desk;
    test::StubFileChooser m_files;
    std::unique_ptr<PermissionsPage> m_page;

    template <typename T> T *child(const char *name) const { return m_page->findChild<T *>(QLatin1String(name)); }
    QTreeWidget &tree() const { return *child<QTreeWidget>("contracts"); }
    const Policy &policy() const { return m_page->draft().policy(); }
    QString message() const
    {
        return child<MessageBar>("permissionsMessage")->findChild<QLabel *>(s("message"))->text();
    }
    QTreeWidgetItem *item(const QString &contract, int clause = 0) const
    {
        for (int i = 0; i < tree().topLevelItemCount(); ++i) {
            QTreeWidgetItem *top = tree().topLevelItem(i);
            if (!top->text(0).startsWith(contract))
                continue;
            return clause == 0 ? top : top->child(clause - 1);
        }
        return nullptr;
    }
    QString writeText(const char *name, const QByteArray &text)
    {
        const QString path = m_desk->path(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            applyTheme(*qApp, mode, QPalette());
            test::finishEvents();
            QVERIFY(
                m_page->grab().save(folder + u'/' + s(name) + (mode == ThemeMode::Dark ? s("-dark.png") : s(".png"))));
        }
    }

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_desk = std::make_unique<test::Desk>(m_world, m_pack);
        m_page = std::make_unique<PermissionsPage>(m_desk->workspace(), m_files);
        m_page->resize(1204, 754);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        auto *show = child<QPushButton>("showContracts");
        show->setFocus();
        QTest::keyClick(show, Qt::Key_Space);
        QVERIFY(tree().isVisible());
    }

    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void whatEachClauseGrants()
    {
        QCOMPARE(tree().topLevelItemCount(), 1);
        QTreeWidgetItem *contract = item(s("C-1"));
        QVERIFY(contract);
        QVERIFY2(contract->text(2).contains(QString::number(policy().grants.size())), qPrintable(contract->text(2)));
        QCOMPARE(contract->childCount(), 1);
        QCOMPARE(contract->child(0)->text(1), s("What the test asks for."));
        QVERIFY2(contract->child(0)->text(2).contains(s("max SoC")), qPrintable(contract->child(0)->text(2)));
        picture("contracts");
    }

    void whatLapsesIsSaid()
    {
        const qint64 now = TestWorld::now;
        const auto until = [&](qint64 end) {
            m_page->draft().replace(*contractedit::setDates(m_page->draft().base(), s("C-1"), 0, end), s("dates"));
            return item(s("C-1"))->text(3);
        };
        QVERIFY(!until(now + 400 * TestWorld::day).contains(shapeOf(Status::Warning)));
        QVERIFY(until(now + 10 * TestWorld::day).startsWith(shapeOf(Status::Warning)));
        QVERIFY(item(s("C-1"))->toolTip(3).contains(QString::number(policy().grants.size())));
        QVERIFY(until(now - 1).startsWith(shapeOf(Status::Alarm)));
    }

    void whatRestsOnNothingIsARowOfItsOwn()
    {
        Policy without = policy();
        without.grants[0].contract.clear();
        without.grants[0].clause = 0;
        without.grants[1].contract = s("<b>X</b>");
        m_page->draft().replace(without, s("no basis"));
        QCOMPARE(tree().topLevelItemCount(), 3);
        QVERIFY(item(s("No contract")));
        QVERIFY(item(s("<b>X</b>"))); // case 73: as it is written
        QVERIFY(item(s("<b>X</b>"))->text(1).startsWith(shapeOf(Status::Alarm)));
        tree().setCurrentItem(item(s("No contract")));
        QVERIFY(!child<QPushButton>("addClause")->isEnabled());
        QVERIFY(!child<QPushButton>("removeContract")->isEnabled());
    }

    void addedWithItsText()
    {
        QVERIFY(m_desk->signIn(s("leasing.asset-manager")));
        m_files.path = writeText("LEASE-9.txt", "The parties agree.");
        QTest::mouseClick(child<QPushButton>("addContract"), Qt::LeftButton);
        auto *dialog = m_page->findChild<QDialog *>(s("contractDialog"));
        QVERIFY(dialog);
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        QTest::mouseClick(dialog->findChild<QPushButton *>(s("contractTextChoose")), Qt::LeftButton);
        QCOMPARE(dialog->findChild<QLineEdit *>(s("contractId"))->text(), s("LEASE-9"));
        QVERIFY(!ok->isEnabled()); // no sentence yet
        auto *sentences = dialog->findChild<QPlainTextEdit *>(s("contractSentences"));
        sentences->setFocus();
        QTest::keyClicks(sentences, s("May drive."));
        QTest::keyClick(sentences, Qt::Key_Return);
        QTest::keyClicks(sentences, s("May charge."));
        auto *id = dialog->findChild<QLineEdit *>(s("contractId"));
        id->setText(s("C-1"));
        QVERIFY(!ok->isEnabled()); // there is one
        id->setText(s("LEASE/9"));
        QVERIFY(!ok->isEnabled());
        id->setText(s("LEASE-9"));
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(policy().contracts.value(s("LEASE-9")).clauses,
            (QMap<int, QString>{{1, s("May drive.")}, {2, s("May charge.")}}));
        QCOMPARE(policy().contracts.value(s("LEASE-9")).sha256, sha256("The parties agree."));
        QVERIFY(item(s("LEASE-9")));
        // The text travels with the proposal, named by its hash.
        QSignalSpy proposed(m_page.get(), &PermissionsPage::proposed);
        QTest::mouseClick(child<QPushButton>("proposePolicy"), Qt::LeftButton);
        auto *proposal = m_page->findChild<QDialog *>(s("proposalDialog"));
        QVERIFY(proposal);
        QTest::keyClicks(proposal->findChild<QPlainTextEdit *>(s("proposalReason")), s("Why"));
        QTest::mouseClick(proposal->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(proposed.size(), 1);
        SignoffDocument document(m_desk->workspace());
        QVERIFY(document.open(proposed.constFirst().constFirst().toString()).ok());
        QCOMPARE(document.file().attachments.value(s("LEASE-9.txt")), QByteArray("The parties agree."));
        const auto change = policyIn(document.file().document);
        QVERIFY(change.ok());
        QCOMPARE(change->head.evidence.size(), 1);
        // Undo takes all of it back, and the text with it.
        m_page->draft().undoStack().undo();
        QVERIFY(!item(s("LEASE-9")));
        QVERIFY(m_page->findChild<ContractsView *>()->texts().isEmpty());
    }

    void aSentenceIsEditedInPlace()
    {
        tree().setFocus();
        tree().setCurrentItem(item(s("C-1"), 1), 1);
        QTest::keyClick(&tree(), Qt::Key_F2);
        auto *editor = tree().findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, s("Something else was agreed."));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(policy().contracts.value(s("C-1")).clauses.value(1), s("Something else was agreed."));
        m_page->draft().undoStack().undo();
        QCOMPARE(item(s("C-1"), 1)->text(1), s("What the test asks for."));
        // Nothing is no sentence.
        const Policy before = policy();
        item(s("C-1"), 1)->setText(1, s("   "));
        QCOMPARE(policy(), before);
        QCOMPARE(item(s("C-1"), 1)->text(1), s("What the test asks for."));
    }

    void clausesComeAndGo()
    {
        tree().setCurrentItem(item(s("C-1")));
        QTest::mouseClick(child<QPushButton>("addClause"), Qt::LeftButton);
        QCOMPARE(policy().contracts.value(s("C-1")).clauses.size(), 2);
        tree().setFocus();
        tree().setCurrentItem(item(s("C-1"), 2));
        QVERIFY(child<QPushButton>("removeContract")->isEnabled());
        QTest::mouseClick(child<QPushButton>("removeContract"), Qt::LeftButton);
        QCOMPARE(policy().contracts, m_page->draft().base().contracts);
        // What rights rest on stays, and it is said why.
        tree().setCurrentItem(item(s("C-1"), 1));
        QVERIFY(!child<QPushButton>("removeContract")->isEnabled());
        QVERIFY(child<QPushButton>("removeContract")->toolTip().contains(QString::number(policy().grants.size())));
    }

    void datesOfAllThatRestsOnIt()
    {
        tree().setCurrentItem(item(s("C-1")));
        QTest::mouseClick(child<QPushButton>("contractDatesButton"), Qt::LeftButton);
        auto *dialog = m_page->findChild<QDialog *>(s("contractDates"));
        QVERIFY(dialog);
        dialog->findChild<QCheckBox *>(s("hascontractUntil"))->setChecked(true);
        dialog->findChild<QDateEdit *>(s("contractUntil"))->setDate(QDate(1990, 1, 1));
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled()); // before it begins
        dialog->findChild<QDateEdit *>(s("contractUntil"))->setDate(QDate(2031, 5, 1));
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        for (const Grant &grant : policy().grants)
            QCOMPARE(grant.until, QDate(2031, 5, 2).startOfDay().toSecsSinceEpoch()); // all of the 1st counts
        QCOMPARE(m_page->draft().undoStack().count(), 1);
    }

    void aTextIsComparedToTheByte()
    {
        Policy other = policy();
        other.contracts[s("C-1")].sha256 = sha256("The text.");
        m_page->draft().replace(other, s("text"));
        tree().setCurrentItem(item(s("C-1")));
        m_files.path = writeText("text.txt", "The text.");
        QTest::mouseClick(child<QPushButton>("compareContract"), Qt::LeftButton);
        QVERIFY2(message().contains(s("to the byte")), qPrintable(message()));
        m_files.path = writeText("text.txt", "The  text.");
        QTest::mouseClick(child<QPushButton>("compareContract"), Qt::LeftButton);
        QVERIFY2(message().contains(s("not the text")), qPrintable(message()));
    }

    void aClauseLeadsToItsRight()
    {
        tree().setFocus();
        tree().setCurrentItem(item(s("C-1"), 1));
        QTest::keyClick(&tree(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(s("What the test asks for.")));
        Q_EMIT tree().itemActivated(item(s("C-1"), 1), 0);
        QVERIFY(child<MatrixView>("permissionsMatrix")->isVisible());
        QVERIFY(child<MatrixView>("permissionsMatrix")->current().isValid());
    }
};

QTEST_MAIN(ContractsTest)
#include "tst_contracts.moc"
