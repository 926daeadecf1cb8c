// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"

#include "localbus.h"
#include "qtcanport.h"
#include "simulatednode.h"
#include "testpack.h"

#include <auditstore.h>
#include <clock.h>
#include <filechooser.h>
#include <inspectorpage.h>
#include <jobcardbar.h>
#include <jobreport.h>
#include <mainwindow.h>
#include <packsmodel.h>
#include <parts.h>
#include <theme.h>
#include <trustbook.h>
#include <workspace.h>

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace packwarden;
using namespace packwarden::test;

namespace {

class NoFiles final : public FileChooser
{
public:
    void open(QWidget *, const QString &, const QStringList &, Answer) override { }
    void save(QWidget *, const QString &, const QString &, Answer) override { }
};

void picture(QWidget *widget, const char *name)
{
    const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
    for (const ThemeMode mode : folder.isEmpty() ? QList<ThemeMode>() : QList{ThemeMode::Dark, ThemeMode::Light}) {
        applyTheme(*qApp, mode, QPalette());
        QTest::qWait(50);
        const QString theme = mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        QVERIFY(widget->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(name), theme)));
    }
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*-job-*")}, QDir::Files, QDir::Name);
}

} // namespace

/// The job card over a bus of its own: opened by one click, closed with words, and a report that lies beside both
/// signed states and the recording.
class JobCardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensRecordsAndReports();
    void theReportSaysWhatDiffers();
};

void JobCardTest::opensRecordsAndReports()
{
    const CryptoRuntime crypto;
    applyTheme(*qApp, ThemeMode::Light, QPalette());
    TestWorld world;
    TestPack made(world, world.pack(), TestPack::Agreed::ByAll);
    const QString bus = freeLocalBus();
    QtCanPort packPort(bus, QtCanPort::Hosting::Allowed);
    const sim::SimulatedNode node(packPort, std::move(made.pack));
    packPort.open();
    QTRY_COMPARE(packPort.state(), CanPort::State::Open);
    const SystemClock clock;
    NoFiles files;
    QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("store"));
    auto opened = Console::open({bus, store, {}, {}, {}, {}, {}}, clock, files);
    QVERIFY(opened.ok());
    Console &console = **opened;
    console.start();
    const QString serial = QStringLiteral("SDB-TEST-0001");
    QTRY_VERIFY_WITH_TIMEOUT(console.packs().rowOfSerial(serial) == 0, 30'000);
    console.window().openPage(MainWindow::Inspector);
    const QString recordings = store + QStringLiteral("/recordings");
    auto *button = console.window().findChild<QPushButton *>(QStringLiteral("jobCard"));
    auto *bar = console.window().findChild<JobCardBar *>();
    QVERIFY(button && bar && button->isVisible());
    // The refused twin: nobody is trusted yet, so no signature of a pack proves anything, and there is no card.
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(int(bar->state()), int(JobCardBar::State::None));
    QVERIFY(console.window().findChild<MessageBar *>(QStringLiteral("windowMessage"))->isVisible());
    QVERIFY(filesIn(recordings).filter(QStringLiteral(".pdf")).isEmpty());

    auto *trust = console.window().findChild<MessageBar *>(QStringLiteral("trustBar"));
    QTRY_VERIFY_WITH_TIMEOUT(trust->isVisible(), 30'000);
    Q_EMIT trust->actionClicked();
    QTRY_VERIFY_WITH_TIMEOUT(!console.workspace().trust().isEmpty(), 30'000);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(int(bar->state()), int(JobCardBar::State::Open), 30'000);
    QVERIFY(!console.workspace().trust().pack(PackSerial::fromTrusted(serial))->statement.isEmpty());
    QTRY_VERIFY(bar->width() >= bar->sizeHint().width()); // nothing of it is cut
    picture(&console.window(), "job-open");
    QTest::mouseClick(button, Qt::LeftButton);
    auto *dialog = console.window().findChild<QDialog *>(QStringLiteral("jobCloseDialog"));
    QVERIFY(dialog);
    auto *close = dialog->findChild<QPushButton *>(QStringLiteral("jobClose"));
    QVERIFY(!close->isEnabled()); // without words
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(QStringLiteral("jobWords")),
        QStringLiteral("Cleaned the contacts of module 3."));
    picture(dialog, "job-close");
    AuditFilter cards;
    cards.action = QLatin1String(auditaction::actOnPack);
    QCOMPARE(console.workspace().audit().count(cards), 0);
    QTest::mouseClick(close, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(int(bar->state()), int(JobCardBar::State::None), 30'000);
    QCOMPARE(console.workspace().audit().count(cards), 1);
    const QStringList reports = filesIn(recordings).filter(QStringLiteral(".pdf"));
    QCOMPARE(reports.size(), 1);
    const QString base = recordings + u'/' + reports.constFirst().chopped(4);
    QFile report(base + QStringLiteral(".pdf"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.read(5) == "%PDF-");
    QVERIFY(report.size() > 4000);
    QTRY_VERIFY(QFileInfo(base + QStringLiteral(".log")).size() > 0);
    // What lies beside it verifies without this console.
    for (const char *end : {"-before.cose", "-after.cose"}) {
        QFile file(base + QLatin1String(end));
        QVERIFY2(file.open(QIODevice::ReadOnly), end);
        const auto &known = console.workspace().trust();
        const auto statement = verifyStatement(
            file.readAll(), {}, known.charter(), known.snapshot().crlsOf(PackSerial::fromTrusted(serial)));
        QVERIFY2(statement.ok(), end);
        QCOMPARE(statement->serial.text(), serial);
    }
    if (const QString pictures = qEnvironmentVariable("PACKWARDEN_PICTURES"); !pictures.isEmpty()) {
        QFile::remove(pictures + QStringLiteral("/job.pdf"));
        QVERIFY(report.copy(pictures + QStringLiteral("/job.pdf")));
    }
}

void JobCardTest::theReportSaysWhatDiffers()
{
    const ParameterId soc = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    JobCard card;
    for (JobCard::End *end : {&card.before, &card.after}) {
        end->statement.serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0001"));
        end->statement.hardware = QStringLiteral("nmc-96s2p");
        end->statement.lifeCycle.state = LifeCycle::InService;
        end->statement.at = 1'780'000'000;
        end->statement.values.insert(soc, {Milli{90000}, 1, {}, 0});
        end->statement.components.insert(QStringLiteral("board"), {QStringLiteral("BRD-1"), {}, 1});
        end->signedBytes = QByteArray("signed");
        end->heard.heardAt = 1;
        end->heard.activeFaults = 2;
        end->heard.minCell = 37;
        end->heard.minCellMillivolts = 3641;
    }
    card.person = QStringLiteral("<i>Ines</i>");
    card.party = QStringLiteral("Service");
    card.words = QStringLiteral("Replaced the <b>board</b> & cleaned.\nSecond line.");
    QVERIFY(card.changedValues().isEmpty());
    card.after.statement.values[soc] = {Milli{80000}, 2, {}, 0};
    card.after.statement.components[QStringLiteral("board")].id = QStringLiteral("BRD-2");
    card.after.heard.activeFaults = 0;
    card.recording = QStringLiteral("x.log");
    ParameterDefinition definition;
    definition.id = soc;
    definition.unit = QStringLiteral("%");
    QTextDocument page;
    page.setDefaultFont(QFont(QStringLiteral("DejaVu Sans"), 9));
    jobreport::fill(page, card, {definition});
    const QString text = page.toPlainText();
    // Markup that somebody typed stays text.
    for (const char *expected : {"SDB-TEST-0001", "<b>board</b> & cleaned.", "Second line.", "<i>Ines</i>", "BRD-1",
             "BRD-2", "paired parts *", "max SoC *", "x.log", "3.641"})
        QVERIFY2(text.contains(QString::fromLatin1(expected)), expected);
    QVERIFY(!text.contains(QStringLiteral("life cycle *")));
    QVERIFY(text.contains(fingerprintText(sha256("signed"))));
    if (const QString pictures = qEnvironmentVariable("PACKWARDEN_PICTURES"); !pictures.isEmpty()) {
        page.setPageSize({700, 990});
        QImage image(720, 1010, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        page.drawContents(&painter);
        painter.end();
        QVERIFY(image.save(pictures + QStringLiteral("/job-report.png")));
    }
    QTemporaryDir folder;
    QVERIFY(jobreport::write(card, {definition}, folder.filePath(QStringLiteral("a.pdf"))).ok());
    const auto refused = jobreport::write(card, {definition}, folder.filePath(QStringLiteral("none/a.pdf")));
    QVERIFY(!refused.ok());
    QCOMPARE(int(refused.error().code), int(Code::FileUnwritable));
}

QTEST_MAIN(JobCardTest)
#include "tst_jobcard.moc"
