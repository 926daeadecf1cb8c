// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "hw/can/localbus.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/packs/jobbook.h"
#include "models/packs/packsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/stateproof.h"
#include "models/workspace/workspace.h"
#include "tests/hw/sim/support/packthread.h"
#include "tests/hw/sim/support/testpack.h"
#include "tests/support/everyfigure.h"
#include "tests/support/patience.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/jobcardbar.h"
#include "widgets/inspector/jobreport.h"
#include "widgets/inspector/stateproofdialog.h"
#include "widgets/kit/parts.h"
#include "widgets/style/theme.h"
#include "widgets/window/mainwindow.h"
#include "widgets/words/faultwords.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace packwarden;
using namespace packwarden::test;

namespace {

void picture(QWidget *widget, const char *name)
{
    const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
    for (const ThemeMode mode : folder.isEmpty() ? QList<ThemeMode>() : QList{ThemeMode::Dark, ThemeMode::Light}) {
        applyTheme(*qApp, mode, QPalette());
        test::finishEvents();
        const QString theme = mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        QVERIFY(widget->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(name), theme)));
    }
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*-job-*")}, QDir::Files, QDir::Name);
}

/// A pack on a bus of its own, for all tests: the hub of a process serves one bus. Each test has a store of its own.
struct Rig
{
    std::unique_ptr<Console> console(const QString &store)
    {
        auto opened = Console::open({{bus}, store, {}, {}, {}, {}, {}}, clock, files);
        if (!opened.ok())
            return {};
        (*opened)->start();
        return std::move(opened).value();
    }
    QString store(const char *name = "store") const
    {
        const QString test = QString::fromLatin1(QTest::currentTestFunction())
            + QString::fromLatin1(QTest::currentDataTag() ? QTest::currentDataTag() : "").section(u' ', -1);
        return folder.filePath(test + u'-' + QLatin1String(name));
    }

    const CryptoRuntime crypto;
    TestWorld world;
    TestPack made{world, world.pack(), TestPack::Agreed::ByAll};
    const QString bus = freeLocalBus();
    const PackThread pack{bus, std::move(made.pack)};
    const SystemClock clock{};
    test::StubFileChooser files;
    QTemporaryDir folder;
};

const QString packSerial = QStringLiteral("SDB-TEST-0001");

QString recordingsOf(const QString &store)
{
    return store + QStringLiteral("/recordings");
}

QString jobFile(const QString &store)
{
    return store + QStringLiteral("/jobs/") + packSerial + QStringLiteral(".job");
}

/// What somebody sees and clicks of the job card.
struct Hands
{
    explicit Hands(Console &all)
        : console(all)
        , window(opened(all.window()))
        , bar(window.findChild<JobCardBar *>())
        , button(window.findChild<QPushButton *>(QStringLiteral("jobCard")))
        , goOn(window.findChild<QPushButton *>(QStringLiteral("jobGoOn")))
        , drop(window.findChild<QPushButton *>(QStringLiteral("jobDrop")))
        , said(window.findChild<QLabel *>(QStringLiteral("jobCardState")))
        , message(window.findChild<MessageBar *>(QStringLiteral("windowMessage")))
    {
    }
    static MainWindow &opened(MainWindow &window)
    {
        window.openPage(MainWindow::Inspector);
        return window;
    }
    bool seesPack() const { return console.packs().rowOfSerial(packSerial) == 0; }
    void trust()
    {
        auto *offer = window.findChild<MessageBar *>(QStringLiteral("trustBar"));
        QTRY_VERIFY_WITH_TIMEOUT(offer->isVisible(), 30'000);
        Q_EMIT offer->actionClicked();
        QTRY_VERIFY_WITH_TIMEOUT(!console.workspace().trust().isEmpty(), 30'000);
    }
    QDialog *dialog(const char *name) const
    {
        // One that was closed is deleted later.
        for (QDialog *one : window.findChildren<QDialog *>(QLatin1String(name))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    QDialog *wordsDialog() const { return dialog("jobCloseDialog"); }
    QPlainTextEdit *words() const { return wordsDialog()->findChild<QPlainTextEdit *>(QStringLiteral("jobWords")); }
    int state() const { return int(bar->state()); }
    qint64 cards(const QString &outcome = {}) const
    {
        AuditFilter filter;
        filter.action = QLatin1String(auditaction::actOnPack);
        filter.outcome = outcome;
        return console.workspace().audit().count(filter);
    }

    Console &console;
    MainWindow &window;
    JobCardBar *bar;
    QPushButton *button;
    QPushButton *goOn;
    QPushButton *drop;
    QLabel *said;
    MessageBar *message;
};

constexpr int none = int(JobCardBar::State::None);
constexpr int opened = int(JobCardBar::State::Open);
constexpr int found = int(JobCardBar::State::Found);

/// What a kill leaves of a store: its files as they are now. The lock is of a process that lives no more.
void copyAsKilled(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (file.endsWith(QStringLiteral(".lock")))
            continue;
        const QString copy = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(copy).path());
        QVERIFY2(QFile::copy(file, copy), qPrintable(file));
    }
}

/// Where the words of a PDF stand, in points; empty where nothing here can tell.
QRectF wordsOf(const QString &pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), pdf, QStringLiteral("-")});
    if (!reader.waitForStarted() || !reader.waitForFinished())
        return {};
    static const QRegularExpression word(
        QStringLiteral("<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\""));
    QRectF all;
    auto words = word.globalMatch(QString::fromUtf8(reader.readAllStandardOutput()));
    while (words.hasNext()) {
        const auto each = words.next();
        const auto at = [&](int part) {
            return each.captured(part).toDouble();
        };
        all |= QRectF(QPointF(at(1), at(2)), QPointF(at(3), at(4)));
    }
    return all;
}

/// 2 cm, and not again as much inside of it.
void leavesOneMargin(const QString &pdf)
{
    const QRectF words = wordsOf(pdf);
    constexpr double margin = 20 / 25.4 * 72;
    if (words.isEmpty()) {
        qInfo("pdftotext is not here: the margins of the report were not looked at.");
        return;
    }
    QVERIFY2(words.left() > margin - 4 && words.left() < margin + 8, qPrintable(QString::number(words.left())));
    QVERIFY2(words.top() > margin - 4 && words.top() < margin + 80, qPrintable(QString::number(words.top())));
}

} // namespace

/// The job card over a bus of its own: opened by one click, closed with words, and a report that lies beside both
/// signed states and the recording; and what becomes of it when the console ends meanwhile.
class JobCardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_rig = std::make_unique<Rig>();
    }
    void cleanupTestCase() { m_rig.reset(); }
    void opensRecordsAndReports();
    void itsFilesProveIt();
    void aReportIsOpenedShownAndSent_data();
    void aReportIsOpenedShownAndSent();
    void outlivesTheConsole_data();
    void outlivesTheConsole();
    void oneConsoleDropsItOnPurpose();
    void whatTheStoreSaysIsJudgedAgain();
    void theBookRefuses();
    void theReportSaysWhatDiffers();

private:
    std::unique_ptr<Rig> m_rig;
    QString m_closed; ///< name of a job's files, without ending
    QString m_closedStore;
};

void JobCardTest::opensRecordsAndReports()
{
    Rig &rig = *m_rig;
    const auto console = rig.console(rig.store());
    QVERIFY(console);
    Hands hands(*console);
    QVERIFY(hands.bar && hands.button && hands.button->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(hands.seesPack(), 30'000);
    const QString recordings = recordingsOf(rig.store());
    // The refused twin: nobody is trusted yet, so no signature of a pack proves anything, and there is no card.
    QTest::mouseClick(hands.button, Qt::LeftButton);
    QCOMPARE(hands.state(), none);
    QVERIFY(hands.message->isVisible());
    QVERIFY(filesIn(recordings).filter(QStringLiteral(".pdf")).isEmpty());

    hands.trust();
    QTest::mouseClick(hands.button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(hands.state(), opened, 30'000);
    QVERIFY(!console->workspace().trust().pack(PackSerial::fromTrusted(packSerial))->statement.isEmpty());
    QTRY_VERIFY(hands.bar->width() >= hands.bar->sizeHint().width()); // nothing of it is cut
    QVERIFY(!hands.goOn->isVisible());
    picture(&hands.window, "job-open");
    QTest::mouseClick(hands.button, Qt::LeftButton);
    QDialog *dialog = hands.wordsDialog();
    QVERIFY(dialog);
    auto *close = dialog->findChild<QPushButton *>(QStringLiteral("jobClose"));
    QVERIFY(!close->isEnabled()); // without words
    QTest::keyClicks(hands.words(), QStringLiteral("Cleaned the contacts of module 3."));
    picture(dialog, "job-close");
    // Trusting began a visit that ends by witnessing the head of the pack's own log, whenever the link has come so far:
    // that record is nobody's doing here, and falls before or after the closing. Once it is there, closing adds one.
    AuditFilter heads;
    heads.action = QLatin1String(auditaction::witnessHead);
    QTRY_COMPARE_WITH_TIMEOUT(console->workspace().audit().count(heads), 1, 30'000);
    const qint64 before = console->workspace().audit().count({});
    QCOMPARE(hands.cards(), 0);
    QTest::mouseClick(close, Qt::LeftButton);
    QTest::mouseClick(close, Qt::LeftButton); // a double click is one
    Q_EMIT hands.bar->closeWanted(QStringLiteral("Twice."));
    QTRY_VERIFY2_WITH_TIMEOUT(hands.state() == none, qPrintable(hands.message->text()), 30'000);
    QCOMPARE(hands.cards(), 1);
    QCOMPARE(console->workspace().audit().count({}), before + 1);
    QVERIFY(!QFile::exists(jobFile(rig.store())));
    const QStringList reports = filesIn(recordings).filter(QStringLiteral(".pdf"));
    QCOMPARE(reports.size(), 1);
    const QString base = recordings + u'/' + reports.constFirst().chopped(4);
    QFile report(base + QStringLiteral(".pdf"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.read(5) == "%PDF-");
    QVERIFY(report.size() > 4000);
    QTRY_VERIFY(QFileInfo(base + QStringLiteral(".log")).size() > 0);
    m_closed = base;
    m_closedStore = rig.store();
    // What lies beside it verifies without this console.
    for (const char *end : {"-before.cose", "-after.cose"}) {
        QFile file(base + QLatin1String(end));
        QVERIFY2(file.open(QIODevice::ReadOnly), end);
        const auto &known = console->workspace().trust();
        const auto statement = verifyStatement(
            file.readAll(), {}, known.charter(), known.snapshot().crlsOf(PackSerial::fromTrusted(packSerial)));
        QVERIFY2(statement.ok(), end);
        QCOMPARE(statement->serial.text(), packSerial);
    }
    if (const QString pictures = qEnvironmentVariable("PACKWARDEN_PICTURES"); !pictures.isEmpty()) {
        QFile::remove(pictures + QStringLiteral("/job.pdf"));
        QVERIFY(report.copy(pictures + QStringLiteral("/job.pdf")));
    }
}

void JobCardTest::itsFilesProveIt()
{
    if (m_closed.isEmpty())
        opensRecordsAndReports(); // run by itself
    const auto opened = Workspace::open(m_closedStore, m_rig->clock);
    QVERIFY(opened.ok());
    Workspace &workspace = **opened;
    using Card = StateProof::JobCard;
    for (const auto &[ending, end] :
        {std::pair("-before.cose", Card::End::Before), {"-after.cose", Card::End::After}}) {
        const QString path = m_closed + QLatin1String(ending);
        QVERIFY(StateProof::isFile(path));
        const auto proof = StateProof::read(path, workspace);
        QVERIFY2(proof.ok(), ending);
        QCOMPARE(proof->statement.serial.text(), packSerial);
        QVERIFY(!proof->issuer.isEmpty());
        QVERIFY(proof->card);
        QCOMPARE(proof->card->end, end);
        QCOMPARE(proof->card->report, Card::Report::AsRecorded);
    }
    // Its twins: what another pack signed, what was changed or cut, what is something else.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x-after.cose"));
    const auto genuine = wholefile::read(m_closed + QStringLiteral("-after.cose"), StateProof::maxBytes);
    QVERIFY(genuine.ok());
    const auto refusal = [&](const QByteArray &bytes) {
        if (!wholefile::write(path, bytes).ok())
            return Code::FileUnwritable;
        const auto proof = StateProof::read(path, workspace);
        return proof.ok() ? Code::Internal : proof.code();
    };
    QCOMPARE(refusal(*genuine), Code::Internal); // as it is, by another name
    QCOMPARE(StateProof::read(path, workspace)->card->report, Card::Report::Absent);
    QVERIFY(wholefile::write(folder.filePath(QStringLiteral("x.pdf")), "%PDF- another one").ok());
    QCOMPARE(StateProof::read(path, workspace)->card->report, Card::Report::Other);
    const auto document = *CoseSign1::decode(*genuine);
    TestWorld other;
    const auto foreign = CoseSign1::make(
        contenttype::statement, document.payload, *other.key(QStringLiteral("leasing.asset-manager")), TestWorld::now);
    QVERIFY(foreign.ok());
    QVERIFY(refusal(foreign->encode()) != Code::Internal);
    for (qsizetype at = 40; at < genuine->size(); at += 97) {
        QByteArray changed = *genuine;
        changed[at] = char(changed.at(at) ^ 1);
        QVERIFY2(refusal(changed) != Code::Internal, qPrintable(QString::number(at)));
    }
    QVERIFY(refusal(genuine->chopped(1)) != Code::Internal);
    QVERIFY(refusal({}) != Code::Internal);
    const auto receipt = CoseSign1::make(
        contenttype::receipt, document.payload, *other.key(QStringLiteral("leasing.asset-manager")), TestWorld::now);
    QVERIFY(receipt.ok());
    QCOMPARE(refusal(receipt->encode()), Code::Malformed);
    QVERIFY(!StateProof::isFile(path));
    // Who trusts nothing has nothing to judge it by.
    const auto empty = Workspace::open(folder.filePath(QStringLiteral("empty")), m_rig->clock);
    QVERIFY(empty.ok());
    QCOMPARE(StateProof::read(m_closed + QStringLiteral("-after.cose"), **empty).code(), Code::UnknownIssuer);
    // In the window: a tick for what is proved, none for the rest.
    const auto told = [&](const QString &file) {
        StateProofDialog dialog(file, StateProof::read(file, workspace));
        dialog.show();
        picture(&dialog, "proof");
        return dialog.findChild<QLabel *>(QStringLiteral("proofVerdict"))->text();
    };
    QVERIFY(wholefile::write(path, *genuine).ok());
    QVERIFY(!told(path).startsWith(shapeOf(Status::Good))); // beside a report that is another one
    QVERIFY(wholefile::write(path, genuine->chopped(1)).ok());
    QVERIFY(!told(path).startsWith(shapeOf(Status::Good)));
    QVERIFY(told(m_closed + QStringLiteral("-after.cose")).startsWith(shapeOf(Status::Good)));
}

void JobCardTest::aReportIsOpenedShownAndSent_data()
{
    QTest::addColumn<bool>("attaches");
    QTest::addColumn<bool>("hasMail");
    QTest::addColumn<bool>("selects");
    QTest::newRow("xdg-email attaches it") << true << true << false;
    QTest::newRow("a letter without it") << false << true << false;
    QTest::newRow("no mail here") << false << false << false;
    QTest::newRow("a file manager that selects it") << false << false << true;
}

namespace {

/// What the desktop is asked to open.
class Desktop final : public QObject
{
    Q_OBJECT
public:
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

} // namespace

void JobCardTest::aReportIsOpenedShownAndSent()
{
    QFETCH(bool, attaches);
    QFETCH(bool, hasMail);
    QFETCH(bool, selects);
    QTemporaryDir folder;
    const QString report = folder.filePath(QStringLiteral("job, \u00E4 & 1.pdf"));
    QVERIFY(wholefile::write(report, "%PDF-").ok());
    const QByteArray paths = qgetenv("PATH");
    const auto restore = qScopeGuard([&] { qputenv("PATH", paths); });
    // The programs of this computer are not asked.
    qputenv("PATH", folder.path().toLocal8Bit() + ":/bin");
    const auto make = [&](const char *name, int result) {
        QFile script(folder.filePath(QLatin1String(name)));
        const QByteArray said = folder.filePath(QLatin1String(name)).toLocal8Bit() + ".said";
        return script.open(QIODevice::WriteOnly)
            && script.write("#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done > '" + said + "'\nexit "
                   + QByteArray::number(result) + "\n")
            > 0
            && script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    };
    const auto saidBy = [&](const char *name) {
        QFile said(folder.filePath(QLatin1String(name)) + QStringLiteral(".said"));
        return said.open(QIODevice::ReadOnly) ? said.readAll().split('\n') : QList<QByteArray>();
    };
    QVERIFY(make("dbus-send", selects ? 0 : 1));
    QVERIFY(!attaches || make("xdg-email", 0));
    Desktop desktop;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &desktop, "open");
    if (hasMail)
        QDesktopServices::setUrlHandler(QStringLiteral("mailto"), &desktop, "open");
    const auto forget = qScopeGuard([] {
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QDesktopServices::unsetUrlHandler(QStringLiteral("mailto"));
    });
    MessageBar bar;
    bar.resize(900, 60);
    bar.sayOfFile(Status::Good, QStringLiteral("Made."), report, QStringLiteral("Job card"), true);
    bar.show();
    const auto press = [&bar](const char *name) {
        QTest::mouseClick(bar.findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    };
    press("messageOpen");
    press("messageFolder");
    // The file manager is asked to select the file; where it cannot, the folder is opened.
    if (selects)
        QTRY_COMPARE(saidBy("dbus-send").value(6),
            "array:string:" + QUrl::fromLocalFile(report).toEncoded().replace(',', "%2C"));
    else
        QTRY_COMPARE(desktop.opened, (QList{QUrl::fromLocalFile(report), QUrl::fromLocalFile(folder.path())}));
    const int opened = selects ? 1 : 2;
    press("messageMail");
    if (attaches) {
        QTRY_VERIFY(!saidBy("xdg-email").isEmpty());
        const QList<QByteArray> words = saidBy("xdg-email");
        QVERIFY(words.contains("Job card"));
        QCOMPARE(words.indexOf(report.toUtf8()), words.indexOf("--attach") + 1);
        QCOMPARE(bar.text(), QStringLiteral("Made."));
    } else {
        QVERIFY(bar.text().contains(report)); // by hand, then
        QCOMPARE(desktop.opened.size(), opened + (hasMail ? 1 : 0));
    }
    // The next message is about something else.
    bar.say(Status::Information, QStringLiteral("Other."));
    QVERIFY(!bar.findChild<QPushButton *>(QStringLiteral("messageFolder"))->isVisible());
}

void JobCardTest::outlivesTheConsole_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("the window was closed") << false;
    QTest::newRow("the console was killed") << true;
}

void JobCardTest::outlivesTheConsole()
{
    QFETCH(const bool, killed);
    Rig &rig = *m_rig;
    const QString typed = QStringLiteral("Module 3 was loose; tightened.");
    auto console = rig.console(rig.store());
    QVERIFY(console);
    {
        Hands hands(*console);
        QTRY_VERIFY_WITH_TIMEOUT(hands.seesPack(), 30'000);
        hands.trust();
        QTest::mouseClick(hands.button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(hands.state(), opened, 30'000);
        QTest::mouseClick(hands.button, Qt::LeftButton);
        QTest::keyClicks(hands.words(), typed);
        QTRY_COMPARE(filesIn(recordingsOf(rig.store())).filter(QStringLiteral(".log")).size(), 1);
    }
    QString store = rig.store();
    if (killed) {
        const JobBook book(store);
        QTRY_COMPARE(book.find(PackSerial::fromTrusted(packSerial))->words, typed);
        copyAsKilled(store, rig.store("killed"));
        store = rig.store("killed");
    }
    console.reset(); // in the midst of typing
    const QStringList left = filesIn(recordingsOf(store));

    console = rig.console(store);
    QVERIFY(console);
    Hands hands(*console);
    QTRY_COMPARE_WITH_TIMEOUT(hands.state(), found, 30'000);
    QVERIFY2(hands.said->text().contains(QStringLiteral("is still open")), qPrintable(hands.said->text()));
    QVERIFY(hands.goOn->isVisible() && hands.drop->isVisible());
    QTRY_VERIFY(hands.bar->width() >= hands.bar->sizeHint().width());
    picture(&hands.window, "job-found");
    // By keyboard from here.
    hands.goOn->setFocus();
    QTest::keyClick(hands.goOn, Qt::Key_Space);
    QCOMPARE(hands.state(), opened);
    QTRY_COMPARE(filesIn(recordingsOf(store)).filter(QStringLiteral(".log")).size(), 2);
    hands.button->setFocus();
    QTest::keyClick(hands.button, Qt::Key_Space);
    QVERIFY(hands.wordsDialog());
    QCOMPARE(hands.words()->toPlainText(), typed);
    QTest::keyClicks(hands.words(), QStringLiteral(" Done."));
    auto *close = hands.wordsDialog()->findChild<QPushButton *>(QStringLiteral("jobClose"));
    QTest::keyClick(hands.words(), Qt::Key_Tab);
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(hands.state(), none, 30'000);
    QCOMPARE(hands.cards(QLatin1String(auditoutcome::done)), 1);
    QVERIFY(!QFile::exists(jobFile(store)));
    const QStringList files = filesIn(recordingsOf(store));
    QCOMPARE(files.filter(QStringLiteral(".pdf")).size(), 1);
    for (const QString &file : left) // all under one name, nothing lost
        QVERIFY2(files.contains(file), qPrintable(file));
    QCOMPARE(files.filter(QStringLiteral(".cose")).size(), 2);
}

void JobCardTest::oneConsoleDropsItOnPurpose()
{
    Rig &rig = *m_rig;
    const auto console = rig.console(rig.store());
    Hands hands(*console);
    QTRY_VERIFY_WITH_TIMEOUT(hands.seesPack(), 30'000);
    hands.trust();
    QTest::mouseClick(hands.button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(hands.state(), opened, 30'000);
    {
        // Another window of this store neither offers the job nor opens one of its own at this pack.
        const auto second = rig.console(rig.store());
        Hands theirs(*second);
        QTRY_COMPARE_WITH_TIMEOUT(theirs.window.inspector().serial(), packSerial, 30'000);
        QCOMPARE(theirs.state(), none);
        QTest::mouseClick(theirs.button, Qt::LeftButton);
        QCOMPARE(theirs.state(), none);
        QVERIFY2(theirs.message->text().contains(packSerial), qPrintable(theirs.message->text()));
    }
    QCOMPARE(hands.state(), opened);
    QTest::mouseClick(hands.drop, Qt::LeftButton);
    QDialog *dialog = hands.dialog("jobDropDialog");
    QVERIFY(dialog);
    picture(dialog, "job-drop");
    // Enter is the careful answer, and Escape too.
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(!hands.dialog("jobDropDialog"));
    QCOMPARE(hands.state(), opened);
    QTest::mouseClick(hands.drop, Qt::LeftButton);
    QTest::keyClick(hands.dialog("jobDropDialog"), Qt::Key_Escape);
    QCOMPARE(hands.state(), opened);
    QVERIFY(QFile::exists(jobFile(rig.store())));
    QTest::mouseClick(hands.drop, Qt::LeftButton);
    QTest::mouseClick(
        hands.dialog("jobDropDialog")->findChild<QPushButton *>(QStringLiteral("jobDropNow")), Qt::LeftButton);
    QCOMPARE(hands.state(), none);
    QVERIFY(!QFile::exists(jobFile(rig.store())));
    QCOMPARE(hands.cards(codeName(Code::Cancelled)), 1);
    const QStringList files = filesIn(recordingsOf(rig.store()));
    QVERIFY(files.filter(QStringLiteral(".pdf")).isEmpty());
    QCOMPARE(files.filter(QStringLiteral("-before.cose")).size(), 1);
}

void JobCardTest::whatTheStoreSaysIsJudgedAgain()
{
    Rig &rig = *m_rig;
    auto console = rig.console(rig.store());
    {
        Hands hands(*console);
        QTRY_VERIFY_WITH_TIMEOUT(hands.seesPack(), 30'000);
        hands.trust();
        QTest::mouseClick(hands.button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(hands.state(), opened, 30'000);
    }
    console.reset();
    const JobBook book(rig.store());
    const PackSerial serial = PackSerial::fromTrusted(packSerial);
    OpenJob job = *book.find(serial);
    job.before[job.before.size() / 2] = char(job.before.at(job.before.size() / 2) ^ 1);
    QVERIFY(book.keep(job).ok());
    console = rig.console(rig.store());
    {
        Hands hands(*console);
        QTRY_COMPARE_WITH_TIMEOUT(hands.state(), found, 30'000);
        for (const bool close : {false, true}) {
            if (close)
                Q_EMIT hands.bar->closeWanted(QStringLiteral("Words."));
            else
                QTest::mouseClick(hands.goOn, Qt::LeftButton);
            QCOMPARE(hands.state(), found);
            QVERIFY(hands.message->isVisible());
            QCOMPARE(hands.cards(), 0);
        }
    }
    console.reset();
    // No job at all: it is put aside, and said, and a new card can be opened.
    QFile file(jobFile(rig.store()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(file.write("no job") > 0);
    file.close();
    console = rig.console(rig.store());
    Hands hands(*console);
    QTRY_VERIFY_WITH_TIMEOUT(hands.message->isVisible(), 30'000);
    QCOMPARE(hands.state(), none);
    QVERIFY(QFile::exists(jobFile(rig.store()) + QStringLiteral(".damaged-1")));
    QVERIFY(!book.has(serial));
}

void JobCardTest::theBookRefuses()
{
    QTemporaryDir folder;
    const JobBook book(folder.path());
    const PackSerial serial = PackSerial::fromTrusted(packSerial);
    OpenJob job;
    job.serial = serial;
    job.openedAt = 1'780'000'000;
    job.base = QStringLiteral("20260601-101500-job-") + packSerial;
    job.before = QByteArray("signed");
    job.heard.heardAt = 1;
    job.heard.known = PackFigure::State | PackFigure::FaultCount;
    job.heard.state = QStringLiteral("standby");
    job.heard.temperaturesMilliCelsius = {-5500, 21000};
    job.heard.cells = {{3710, true, false, 670, 0}, {0, false, false, 0, 0}, {0, true, false, 1020, 0}};
    job.recordings = {job.base + QStringLiteral(".log")};
    job.words = QString(OpenJob::longestWords, u'\u00E9');
    job.opener = QStringLiteral("Ines");
    QVERIFY(!book.has(serial));
    QVERIFY(book.packs().isEmpty());
    QVERIFY(book.keep(job).ok());
    QCOMPARE(book.packs(), QList{serial});
    QVERIFY(*book.find(serial) == job);
    // Cut at any place it is no job.
    OpenJob small = job;
    small.words.clear();
    const QByteArray whole = small.encode();
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!OpenJob::decode(whole.left(size)).ok(), qPrintable(QString::number(size)));
    // No way out of the folder.
    for (const char *base : {"../x", "", "a/b", ".hidden", "a\\b"}) {
        OpenJob bad = small;
        bad.base = QLatin1String(base);
        QVERIFY2(!OpenJob::decode(bad.encode()).ok(), base);
        bad = small;
        bad.recordings = {QLatin1String(base)};
        QVERIFY2(!OpenJob::decode(bad.encode()).ok(), base);
    }
    // For whom the job is, is kept with it; a job of a console that did not ask for it is read all the same.
    OpenJob ordered = small;
    ordered.order = {QStringLiteral("Müller <b>KG</b>"), QStringLiteral("B-PW 123"), QStringLiteral("A-77")};
    QVERIFY(OpenJob::decode(ordered.encode())->order == ordered.order);
    QCborMap earlier = QCborValue::fromCbor(small.encode()).toMap();
    for (const char *key : {"customer", "vehicle", "order"})
        QVERIFY(!earlier.take(QLatin1String(key)).isUndefined());
    const auto read = OpenJob::decode(cbor::encode(earlier));
    QVERIFY(read.ok());
    QVERIFY(*read == small);
    // Cells are as many and of such figures as packs have; a job of before has none.
    QCborMap odd = QCborValue::fromCbor(small.encode()).toMap();
    const auto withCells = [&odd](const QCborValue &cells) {
        QCborMap heard = odd.value(QLatin1String("heard")).toMap();
        if (cells.isUndefined())
            heard.remove(QLatin1String("cells"));
        else
            heard.insert(QLatin1String("cells"), cells);
        QCborMap all = odd;
        all.insert(QLatin1String("heard"), heard);
        return OpenJob::decode(cbor::encode(all));
    };
    QCborArray many;
    for (int i = 0; i < 256; ++i)
        many.append(QCborArray{3700, 0});
    QVERIFY(withCells(QCborValue(QCborValue::Undefined)).ok());
    QVERIFY(withCells(QCborValue(QCborValue::Undefined))->heard.cells.isEmpty());
    QVERIFY(withCells(QCborArray{QCborArray{3700, 0}}).ok());
    for (const QCborArray &cells : {many, QCborArray{1}, QCborArray{QCborArray{3700}}, QCborArray{QCborArray{3700, -1}},
             QCborArray{QCborArray{qint64(1) << 40, 0}}})
        QVERIFY(!withCells(cells).ok());
    OpenJob wordy = small;
    wordy.words = QString(OpenJob::longestWords + 1, u'x');
    QVERIFY(!OpenJob::decode(wordy.encode()).ok());
    // Another pack's job under this one's name.
    const PackSerial other = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0002"));
    QVERIFY(QFile::copy(jobFile(folder.path()), folder.path() + QStringLiteral("/jobs/SDB-TEST-0002.job")));
    QCOMPARE(int(book.find(other).error().code), int(Code::WrongPack));
    book.remove(serial);
    QVERIFY(!book.has(serial));
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
        end->heard.known = test::everyFigure;
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
    card.recordings = {QStringLiteral("x.log"), QStringLiteral("x-2.log")};
    card.order = {QStringLiteral("Müller <b>KG</b>"), QStringLiteral("B-PW 123"), {}};
    for (int cell = 1; cell <= 30; ++cell)
        card.after.heard.cells.append({3700 + (cell == 7 ? -30 : 1), cell != 9, false, cell == 7 ? 1020 : 670, 1});
    for (int cell = 1; cell <= 30; ++cell)
        card.before.heard.cells.append({3700 + (cell == 8 ? -41 : 1), cell != 9, false, 670, 1});
    QTemporaryDir shop;
    card.shop = {QStringLiteral("Werkstatt <b>Süd</b>"), QStringLiteral("Hafenstraße 1\n20457 Hamburg"),
        shop.filePath(QStringLiteral("logo.png"))};
    QImage logo(400, 100, QImage::Format_RGB32);
    logo.fill(Qt::darkCyan);
    QVERIFY(logo.save(card.shop.logo));
    card.before.heard.faults
        = {{FaultId::fromDtc(0x1A0700).value_or(FaultId()), FaultSeverity::Warning, FaultQuantity::Voltage, 0, 0, 1}};
    card.opener = QStringLiteral("Ada");
    card.openerParty = QStringLiteral("Service");
    ParameterDefinition definition;
    definition.id = soc;
    definition.unit = QStringLiteral("%");
    QTextDocument page;
    page.setDefaultFont(QFont(QStringLiteral("DejaVu Sans"), 9));
    QCoreApplication::setApplicationVersion(QStringLiteral("9.8.7"));
    jobreport::fill(page, card, {definition});
    const QString text = page.toPlainText();
    // Markup that somebody typed stays text.
    for (const char *expected :
        {"SDB-TEST-0001", "<b>board</b> & cleaned.", "Second line.", "<i>Ines</i>", "BRD-1", "BRD-2", "paired parts *",
            "max SoC *", "x.log", "x-2.log", "Opened by Ada", "3.641", "Werkstatt <b>Süd</b>", "Hafenstraße 1",
            "20457 Hamburg", "as they were found", "-41", "Customer: Müller <b>KG</b>", "Vehicle: B-PW 123", "cell 7",
            "mV from the mean", "-30", "Packwarden 9.8.7"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)),
            qPrintable(QString::fromUtf8(expected) + QStringLiteral(" is not in: ") + text));
    QVERIFY(!text.contains(QStringLiteral("life cycle *")));
    QCOMPARE(text.count(QChar::ObjectReplacementCharacter), 1); // the logo
    // The twins: no picture, a file that is none, one that is too long.
    for (const QByteArray &bytes :
        {QByteArray(), QByteArray("no picture"), QByteArray(ShopHead::longestLogo + 1, 'x')}) {
        QFile::remove(card.shop.logo);
        QVERIFY(bytes.isEmpty() || wholefile::write(card.shop.logo, bytes).ok());
        QTextDocument without;
        jobreport::fill(without, card, {definition});
        QCOMPARE(without.toPlainText().count(QChar::ObjectReplacementCharacter), 0);
        QVERIFY(without.toPlainText().startsWith(QStringLiteral("Werkstatt")));
    }
    QVERIFY(!text.contains(QStringLiteral("Order:"))); // nobody typed one
    QVERIFY(text.contains(FaultWords::name(card.before.heard.faults.first().id)));
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
    const QString report = folder.filePath(QStringLiteral("a.pdf"));
    QVERIFY(jobreport::write(card, {definition}, report).ok());
    leavesOneMargin(report);
    const auto refused = jobreport::write(card, {definition}, folder.filePath(QStringLiteral("none/a.pdf")));
    QVERIFY(!refused.ok());
    QCOMPARE(int(refused.error().code), int(Code::FileUnwritable));
}

QTEST_MAIN(JobCardTest)
#include "tst_jobcard.moc"
