// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/commandcheck.h"
#include "models/fleet/fleetmodel.h"
#include "models/fleet/packchoice.h"
#include "models/packs/packsmodel.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/drafts/newamendmentdialog.h"
#include "widgets/drafts/newcommanddialog.h"
#include "widgets/drafts/newrequestdialog.h"
#include "widgets/drafts/packchooser.h"
#include "widgets/values/numberedit.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QThread>

#include <atomic>

// The linker leads every call from another source here (CMakeLists.txt): what is counted is what is done, whoever does
// it.
#define COUNTED(result, name, arguments, symbol)                                                                       \
    result real_##name arguments __asm__("__real_" symbol);                                                            \
    result counted_##name arguments __asm__("__wrap_" symbol)

namespace packwarden {

COUNTED(Result<Milli>, parse, (const QString &text, bool allowNegative), "_ZN10packwarden13parseQuantityERK7QStringb");
COUNTED(ValueJudgement, judge, (const ParameterId &parameter, Milli to, const PackState &state),
    "_ZN10packwarden10judgeValueERKNS_10IdentifierINS_12ParameterTagEEENS_5MilliERKNS_9PackStateE");
COUNTED(CommandJudgement, command, (const Command &command, const PackState &state),
    "_ZN10packwarden12judgeCommandERKNS_7CommandERKNS_9PackStateE");
COUNTED(QList<PackLine>, lines, (const FleetDb *database, const FleetDb::Which &which),
    "_ZNK10packwarden7FleetDb5linesERKNS0_5WhichE");
COUNTED(QList<PackSerial>, serials, (const FleetDb *database), "_ZNK10packwarden7FleetDb7serialsEv");

namespace {

struct Done
{
    std::atomic<int> parses = 0;
    std::atomic<int> judgements = 0;
    std::atomic<int> here = 0; ///< judgements in the thread of the window
    std::atomic<int> rows = 0; ///< read of the store of packs
    void begin() { parses = judgements = here = rows = 0; }
};
Done done;

void countJudgement()
{
    ++done.judgements;
    if (QThread::currentThread() == QCoreApplication::instance()->thread())
        ++done.here;
}

} // namespace

Result<Milli> counted_parse(const QString &text, bool allowNegative)
{
    ++done.parses;
    return real_parse(text, allowNegative);
}

ValueJudgement counted_judge(const ParameterId &parameter, Milli to, const PackState &state)
{
    countJudgement();
    return real_judge(parameter, to, state);
}

CommandJudgement counted_command(const Command &command, const PackState &state)
{
    countJudgement();
    return real_command(command, state);
}

QList<PackLine> counted_lines(const FleetDb *database, const FleetDb::Which &which)
{
    QList<PackLine> all = real_lines(database, which);
    done.rows += int(all.size());
    return all;
}

QList<PackSerial> counted_serials(const FleetDb *database)
{
    QList<PackSerial> all = real_serials(database);
    done.rows += int(all.size());
    return all;
}

} // namespace packwarden

using namespace packwarden;

/// What a key and the opening of a dialog cost, in questions to packs and in rows read, with many packs.
class TestDraftCost final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    test::StubFileChooser m_files;
    std::unique_ptr<test::TestWorld> m_world;
    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<PacksModel> m_packs;
    std::unique_ptr<FleetModel> m_fleet;
    QList<PackSerial> m_serials;

    TrustBook &trust() { return m_desk->workspace().trust(); }

    /// The fleet of so many packs of one kind.
    void makeFleet(int count)
    {
        m_fleet.reset();
        const PackState pack = test::packWithCommands(*m_world, "SDB-MANY-00000");
        m_desk = std::make_unique<test::Desk>(*m_world, pack);
        const KnownPack known = *trust().pack(pack.serial);
        m_serials = {pack.serial};
        QList<KnownPack> all;
        for (int i = 1; i < count; ++i) {
            m_serials.append(PackSerial::fromTrusted(QStringLiteral("SDB-MANY-%1").arg(i, 5, 10, QLatin1Char('0'))));
            KnownPack one = known;
            one.facts.serial = m_serials.constLast();
            one.rules.serial = m_serials.constLast();
            all.append(one);
        }
        QVERIFY(all.isEmpty() || trust().snapshot().packs.database()->keep(all).ok());
        m_packs = std::make_unique<PacksModel>();
        m_fleet = std::make_unique<FleetModel>(m_desk->workspace(), *m_packs);
    }

    std::unique_ptr<NewRequestDialog> request()
    {
        return std::make_unique<NewRequestDialog>(trust(), *m_fleet, m_desk->clock(), QByteArray(32, 'a'), m_files);
    }

    std::unique_ptr<NewCommandDialog> command()
    {
        return std::make_unique<NewCommandDialog>(trust(), *m_fleet, m_desk->clock(), QByteArray(32, 'a'));
    }

    static QLineEdit *number(QWidget &dialog) { return dialog.findChild<NumberEdit *>()->findChild<QLineEdit *>(); }

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<test::TestWorld>(); }

    void cleanup() { m_fleet.reset(); }

    void aKeyIsReadOnceAndJudgedOnceByEachPack_data()
    {
        QTest::addColumn<bool>("isCommand");
        QTest::addColumn<int>("packs");
        QTest::newRow("request, one pack") << false << 1;
        QTest::newRow("request, 38 packs") << false << 38;
        QTest::newRow("command, one pack") << true << 1;
        QTest::newRow("command, 38 packs") << true << 38;
    }

    void aKeyIsReadOnceAndJudgedOnceByEachPack()
    {
        QFETCH(const bool, isCommand);
        QFETCH(const int, packs);
        makeFleet(packs);
        std::unique_ptr<QDialog> dialog;
        if (isCommand) {
            auto made = command();
            made->choose(CommandKind::Tighten, m_serials);
            dialog = std::move(made);
        } else {
            auto made = request();
            made->findChild<PackChooser *>()->choose(m_serials);
            dialog = std::move(made);
        }
        auto *parameter = dialog->findChild<QComboBox *>(
            isCommand ? QStringLiteral("commandParameter") : QStringLiteral("draftParameter"));
        QTRY_VERIFY(parameter->findData(QStringLiteral("soc.max")) >= 0);
        parameter->setCurrentIndex(parameter->findData(QStringLiteral("soc.max")));
        Q_EMIT parameter->activated(parameter->currentIndex());
        dialog->findChild<QLineEdit *>(isCommand ? QStringLiteral("commandReason") : QStringLiteral("draftReason"))
            ->setText(QStringLiteral("Winter"));
        auto *next
            = dialog->findChild<QPushButton *>(isCommand ? QStringLiteral("commandNext") : QStringLiteral("draftNext"));
        auto *hint
            = dialog->findChild<QLabel *>(isCommand ? QStringLiteral("commandHint") : QStringLiteral("draftHint"));
        QTRY_VERIFY(!hint->text().contains(QStringLiteral("Asking")));
        QTest::keyClick(number(*dialog), isCommand ? '8' : '9');
        QTRY_VERIFY(!hint->text().contains(QStringLiteral("Asking")));

        done.begin();
        QTest::keyClick(number(*dialog), isCommand ? '0' : '5');
        QTRY_VERIFY2(next->isEnabled(), qPrintable(hint->text()));
        QCOMPARE(int(done.parses), 1);
        QCOMPARE(int(done.judgements), packs);
        QCOMPARE(int(done.here), packs > judgedAtOnce ? 0 : packs);
        // What is typed elsewhere asks no pack.
        done.begin();
        QTest::keyClick(
            dialog->findChild<QLineEdit *>(isCommand ? QStringLiteral("commandReason") : QStringLiteral("draftReason")),
            'x');
        QTest::qWait(0); // what was put off, if anything was
        QCOMPARE(int(done.parses), 0);
        QCOMPARE(int(done.judgements), 0);
        // A refused twin: the first pack says no, and the others are not asked.
        QTest::keyClick(number(*dialog), '0');
        QTRY_VERIFY(!dialog->findChild<NumberEdit *>()->reason().isEmpty());
        QVERIFY(!next->isEnabled());
    }

    void noDialogReadsTheWholeFleet()
    {
        makeFleet(10'000);
        const int most = 3 * FleetModel::pageSize;
        const auto opens = [&](const std::function<void()> &open) {
            done.begin();
            open();
            return int(done.rows) <= most;
        };
        QVERIFY2(opens([&] {
            auto dialog = request();
            dialog->choose(m_serials.constLast().text(), ParameterId::fromTrusted(QStringLiteral("soc.max")));
            QCOMPARE(dialog->findChild<PackChooser *>()->chosen(), QList{m_serials.constLast()});
            QTest::keyClick(number(*dialog), '9');
        }),
            qPrintable(QString::number(done.rows)));
        QVERIFY2(opens([&] { command()->choose(CommandKind::TheftLock, {m_serials.at(9000)}); }),
            qPrintable(QString::number(done.rows)));
        QVERIFY2(opens([&] {
            NewAmendmentDialog dialog(trust(), m_desk->clock(), QByteArray(32, 'a'), m_files);
            QTest::keyClick(dialog.findChild<QLineEdit *>(QStringLiteral("amendName")), 'x');
        }),
            qPrintable(QString::number(done.rows)));
    }

    /// Any of ten thousand packs is a few keys away, and no list holds them all.
    void aPackIsFoundWhileItIsTyped()
    {
        makeFleet(10'000);
        auto dialog = command();
        dialog->show();
        auto *list = dialog->findChild<QListView *>(QStringLiteral("commandPacks"));
        auto *search = dialog->findChild<QLineEdit *>(QStringLiteral("commandPackSearch"));
        auto *count = dialog->findChild<QLabel *>(QStringLiteral("commandPackCount"));
        QCOMPARE(list->model()->rowCount(), PackChoice::mostFound);
        QVERIFY(count->text().contains(QStringLiteral("More fit")));
        QVERIFY(search->isVisible());
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("-07777"));
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_VERIFY(!count->text().contains(QStringLiteral("Searching")));
        // Return goes to what was found, and not on with the form.
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(dialog->findChild<PackChooser *>()->chosen(), QList{m_serials.at(7777)});
        // It stays chosen, and first, whatever is looked for next.
        search->setText(QStringLiteral("serial:-0001"));
        QTRY_COMPARE(list->model()->rowCount(), 11);
        QCOMPARE(list->model()->index(0, 0).data().toString(), m_serials.at(7777).text());
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("commandPackAll")), Qt::LeftButton);
        QTRY_COMPARE(dialog->findChild<PackChooser *>()->chosen().size(), 11);
        // Wrong searches say why, and what was found stays.
        search->setText(QStringLiteral("serail:1"));
        QVERIFY2(count->text().contains(QStringLiteral("serail")), qPrintable(count->text()));
        QCOMPARE(list->model()->rowCount(), 11);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("commandPackNone")), Qt::LeftButton);
        QVERIFY(dialog->findChild<PackChooser *>()->chosen().isEmpty());
    }

    void aSmallFleetNeedsNoSearch()
    {
        makeFleet(4);
        auto dialog = command();
        dialog->show();
        QVERIFY(!dialog->findChild<QLineEdit *>(QStringLiteral("commandPackSearch"))->isVisible());
        QCOMPARE(dialog->findChild<QListView *>(QStringLiteral("commandPacks"))->model()->rowCount(), 4);
        QVERIFY(dialog->findChild<PackChooser *>()->chosen().isEmpty());
        makeFleet(1);
        QCOMPARE(command()->findChild<PackChooser *>()->chosen(), m_serials);
    }
};

QTEST_MAIN(TestDraftCost)
#include "tst_draftcost.moc"
