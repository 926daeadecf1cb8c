// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/pack/busaddress.h"
#include "models/core/pack/statement.h"
#include "models/fleet/fleetmodel.h"
#include "models/fleet/todaymodel.h"
#include "models/workspace/session.h"
#include "tests/support/pkiforms.h"
#include "tests/widgets/support/windowworld.h"
#include "widgets/bus/busdialog.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/style/theme.h"
#include "widgets/window/autolock.h"
#include "widgets/window/busstatus.h"
#include "widgets/window/commandpalette.h"
#include "widgets/window/manualwindow.h"
#include "widgets/window/settingsdialog.h"
#include "widgets/window/shell.h"
#include "widgets/window/trustoffers.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace packwarden;
using namespace packwarden::test;

/// What goes on around the pages. PACKWARDEN_PICTURES=FOLDER keeps pictures.
class TestShell final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;

    void picture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            applyTheme(*qApp, mode, QPalette());
            test::finishEvents();
            QVERIFY(widget.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, themeWord(mode))));
        }
        applyTheme(*qApp, ThemeMode::Light, QPalette());
    }

    /// Shortcuts reach an active window alone.
    static void show(MainWindow &window)
    {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    template <typename T> static T *find(QWidget &parent, const char *name)
    {
        return parent.findChild<T *>(QLatin1String(name));
    }

    /// What takes the room, from the outside in.
    static QString widest(const QWidget &root)
    {
        QStringList path;
        for (const QWidget *at = &root; at;) {
            path << QStringLiteral("%1 %2 %3")
                        .arg(QLatin1String(at->metaObject()->className()), at->objectName())
                        .arg(at->minimumSizeHint().width());
            const QWidget *next = nullptr;
            for (const QWidget *child : at->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
                if (child->isVisible() && !child->isWindow()
                    && (!next || child->minimumSizeHint().width() > next->minimumSizeHint().width()))
                    next = child;
            }
            at = next;
        }
        return path.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    /// Style sheets load their pictures by Qt's SVG plugin, which some systems package apart.
    void controlsShowTheirMarks_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("light") << ThemeMode::Light;
        QTest::newRow("dark") << ThemeMode::Dark;
    }
    void controlsShowTheirMarks()
    {
        QFETCH(const ThemeMode, mode);
        applyTheme(*qApp, mode, QPalette());
        const auto colours = [](const QImage &image) {
            QSet<QRgb> found;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    found.insert(image.pixel(x, y));
            }
            return found.size();
        };
        QComboBox box;
        box.resize(200, 40);
        const QImage drawn = box.grab().toImage();
        // Of an empty box, all inside its border is background but for the arrow.
        QVERIFY(colours(drawn.copy(drawn.width() - 26, 8, 20, drawn.height() - 16)) > 1);
        QCOMPARE(colours(drawn.copy(10, 8, drawn.width() - 60, drawn.height() - 16)), 1);
        QCheckBox check;
        check.setChecked(true);
        const QImage checked = check.grab().toImage();
        check.setChecked(false);
        QVERIFY(colours(checked) > colours(check.grab().toImage()));
        applyTheme(*qApp, ThemeMode::Light, QPalette());
    }

    void theFirstStartOffersThreeDoors()
    {
        QTemporaryDir folder;
        FixedClock clock;
        auto workspace = std::move(Workspace::open(folder.filePath(QStringLiteral("store")), clock)).value();
        WindowWorld world(*workspace);
        show(world.window);
        QVERIFY(find<QWidget>(world.window, "startCards")->isVisible());
        picture(world.window, QStringLiteral("start"));
        QSignalSpy demo(&world.window.shell(), &Shell::demoWanted);
        QTest::mouseClick(find<QPushButton>(world.window, "startDemo"), Qt::LeftButton);
        QCOMPARE(demo.count(), 1);

        auto *company = find<QPushButton>(world.window, "startCompany");
        company->setFocus();
        QTest::keyClick(company, Qt::Key_Space);
        auto *dialog = find<QDialog>(world.window, "companyDialog");
        QTRY_VERIFY(dialog && dialog->isVisible());
        picture(*dialog, QStringLiteral("company"));
        auto *make = find<QPushButton>(*dialog, "companyMake");
        find<QLineEdit>(*dialog, "companyName")->setText(QStringLiteral("Bright Vans"));
        find<QLineEdit>(*dialog, "companyPerson")->setText(QStringLiteral("Ada Lane"));
        find<QLineEdit>(*dialog, "companyRootSecret")->setText(QStringLiteral("same same same"));
        find<QLineEdit>(*dialog, "companySecret")->setText(QStringLiteral("same same same"));
        auto *missing = find<QLabel>(*dialog, "companyMissing");
        QVERIFY(!make->isEnabled()); // not repeated
        QVERIFY(missing->text().contains(QLatin1String("passphrase of the root twice")));
        find<QLineEdit>(*dialog, "companyRootRepeated")->setText(QStringLiteral("same same same"));
        find<QLineEdit>(*dialog, "companyRepeated")->setText(QStringLiteral("same same same"));
        QVERIFY(!make->isEnabled()); // one phrase for both
        QVERIFY(missing->text().contains(QLatin1String("different")));
        find<QLineEdit>(*dialog, "companySecret")->setText(QStringLiteral("another one here"));
        QVERIFY(!make->isEnabled());
        QVERIFY(missing->text().contains(QLatin1String("passphrase of your key twice")));
        find<QLineEdit>(*dialog, "companyRepeated")->setText(QStringLiteral("another one here"));
        QVERIFY(make->isEnabled());
        QCOMPARE(missing->text(), QString());
        QCOMPARE(find<QLineEdit>(*dialog, "companySecret")->echoMode(), QLineEdit::Password);
        QTest::mouseClick(make, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            find<QLabel>(*dialog, "companyResult")->text().contains(QLatin1String("root.pem")), 30000);
        QVERIFY(QFile::exists(workspace->folder() + QStringLiteral("/company/bright-vans.ada-lane.p12")));
        // Begun before the keys were made, and done after it.
        AuditFilter making;
        making.action = QLatin1String(auditaction::makeKey);
        const QList<AuditRecord> records = workspace->audit().page(making, 0, 10);
        QCOMPARE(records.size(), 2);
        QCOMPARE(records.constLast().outcome, QLatin1String(auditoutcome::begun));
        QCOMPARE(records.constFirst().outcome, QLatin1String(auditoutcome::done));
    }

    void rulesOfAPackAreHeldAgainstTheInvitation()
    {
        QTemporaryDir folder;
        FixedClock clock;
        auto workspace = std::move(Workspace::open(folder.filePath(QStringLiteral("store")), clock)).value();
        WindowWorld world(*workspace);
        const PackRules rules = rulesOf(*m_world, m_pack);
        const auto write = [&](const char *name, const QByteArray &document) {
            DocumentFile file;
            file.document = *CoseSign::decode(document);
            file.crls = rules.crls;
            QFile out(folder.filePath(QLatin1String(name)));
            return out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0;
        };
        QVERIFY(write("c.pwchr", rules.charterDocument));
        QVERIFY(write("p.pwpol", rules.policyDocument));
        show(world.window);
        world.window.shell().openJoin();
        auto *dialog = find<QDialog>(world.window, "joinDialog");
        auto *trust = find<QPushButton>(*dialog, "joinTrust");
        auto *compared = find<QCheckBox>(*dialog, "joinCompared");
        find<QLineEdit>(*dialog, "joinCharter")->setText(folder.filePath(QStringLiteral("p.pwpol")));
        world.files.path = folder.filePath(QStringLiteral("p.pwpol"));
        QTest::mouseClick(find<QPushButton>(*dialog, "joinPolicyChoose"), Qt::LeftButton);
        QVERIFY(!find<QLabel>(*dialog, "joinError")->text().isEmpty()); // a policy is no charter
        QVERIFY(!compared->isEnabled());
        find<QLineEdit>(*dialog, "joinCharter")->setText(folder.filePath(QStringLiteral("c.pwchr")));
        QCOMPARE(find<QLabel>(*dialog, "joinError")->text(), QString());
        QVERIFY(compared->isEnabled());
        QVERIFY(!trust->isEnabled());
        QTest::keyClick(compared, Qt::Key_Space);
        QVERIFY(trust->isEnabled());
        picture(*dialog, QStringLiteral("join"));
        QTest::keyClick(trust, Qt::Key_Space);
        QVERIFY(!dialog->isVisible());
        QVERIFY(workspace->trust().isEmpty()); // files alone are no reason to trust
        world.window.trustOffers().offerFirst(rules, checkAgreed(rules));
        auto *bar = find<QWidget>(world.window, "trustBar");
        QVERIFY(bar->accessibleName().contains(QLatin1String("of your invitation")));
        QVERIFY(!bar->accessibleName().contains(QLatin1String("NOT")));
        PackState other = m_pack;
        other.policy.version = 2;
        world.window.trustOffers().offerFirst(rulesOf(*m_world, other), Result<>::success());
        QVERIFY(bar->accessibleName().contains(QLatin1String("NOT")));
        // A pack holds the policy as the part of the charter's document that went with it: the same rules, one
        // fingerprint.
        PackRules whole = rules;
        whole.policyDocument = whole.charterDocument;
        world.window.trustOffers().offerFirst(whole, checkAgreed(whole));
        QVERIFY(bar->accessibleName().contains(QLatin1String("of your invitation")));
        QVERIFY(!bar->accessibleName().contains(QLatin1String("NOT")));
        const QString print
            = PinnedRules::fromDocuments(whole.charterDocument, whole.policyDocument)->charterFingerprint();
        QCOMPARE(bar->accessibleName().count(print), 1);
    }

    void anInvitationNeedsNoBus()
    {
        Desk inviting(*m_world, m_pack);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("partners.pwinv"));
        QString print;
        {
            WindowWorld world(inviting.workspace());
            show(world.window);
            world.window.shell().openInvite();
            auto *dialog = find<QDialog>(world.window, "inviteDialog");
            print = find<QLabel>(*dialog, "invitePrint")->text();
            world.files.path = path;
            QTest::mouseClick(find<QPushButton>(*dialog, "inviteSave"), Qt::LeftButton);
            QVERIFY(find<QLabel>(*dialog, "inviteResult")->text().contains(path));
            picture(*dialog, QStringLiteral("invite"));
        }
        FixedClock clock(TestWorld::now);
        auto workspace = std::move(Workspace::open(folder.filePath(QStringLiteral("office")), clock)).value();
        WindowWorld world(*workspace);
        show(world.window);
        // A document alone: one clear step, no alarm, no seats that nobody can tell.
        DocumentFile file;
        file.document = m_world->sign(
            m_world->request(m_pack, QStringLiteral("soc.max"), 95000), QStringLiteral("courier.fleet-manager"), {});
        QFile out(folder.filePath(QStringLiteral("a.pwreq")));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
        out.close();
        world.window.openFile(out.fileName());
        QTRY_VERIFY(world.window.signoffs().reader().reading().isEmpty());
        auto *accept = find<QPushButton>(world.window, "acceptRules");
        QVERIFY(accept->isVisible());
        QVERIFY(!find<QPushButton>(world.window, "sign")->isVisible());
        auto *next = find<QLabel>(world.window, "nextStep");
        QVERIFY2(next->text().contains(QLatin1String("accept the rules first")), qPrintable(next->text()));
        for (const QLabel *label : world.window.signoffs().findChildren<QLabel *>()) {
            QVERIFY2(!label->isVisible() || !label->text().contains(shapeOf(Status::Alarm)), qPrintable(label->text()));
            QVERIFY2(!label->text().contains(QLatin1String("Not yet signed")), qPrintable(label->text()));
        }
        // No wider than the window is elsewhere.
        test::finishEvents();
        QVERIFY2(world.window.width() <= 1280, qPrintable(QString::number(world.window.width())));
        QVERIFY2(world.window.minimumSizeHint().width() <= 1280, qPrintable(widest(world.window)));
        picture(world.window, QStringLiteral("accept-first"));
        // An invitation is told by what it holds, wherever it is opened, and a broken one by its name.
        const QString renamed = folder.filePath(QStringLiteral("attachment.bin"));
        const QString broken = folder.filePath(QStringLiteral("broken.PWINV"));
        QVERIFY(QFile::copy(path, renamed) && QFile::copy(out.fileName(), broken));
        for (const QString &opened : {renamed, broken}) {
            world.window.signoffs().openFile(opened);
            auto *join = find<QDialog>(world.window, "joinDialog");
            QVERIFY(join && join->isVisible());
            QCOMPARE(find<QLabel>(*join, "joinPrint")->text() == print, opened == renamed);
            QCOMPARE(find<QLabel>(*join, "joinError")->text().isEmpty(), opened == renamed);
            delete join;
        }
        QTest::mouseClick(accept, Qt::LeftButton);
        auto *dialog = find<QDialog>(world.window, "joinDialog");
        QVERIFY(dialog && dialog->isVisible());
        auto *trust = find<QPushButton>(*dialog, "joinTrust");
        find<QLineEdit>(*dialog, "joinInvitation")->setText(out.fileName());
        QVERIFY(!find<QLabel>(*dialog, "joinError")->text().isEmpty()); // a request is no invitation
        world.files.path = path;
        QTest::mouseClick(find<QPushButton>(*dialog, "joinInvitationChoose"), Qt::LeftButton);
        QCOMPARE(find<QLabel>(*dialog, "joinPrint")->text(), print);
        QVERIFY(!trust->isEnabled());
        QVERIFY(workspace->trust().isEmpty());
        QTest::keyClick(find<QCheckBox>(*dialog, "joinCompared"), Qt::Key_Space);
        picture(*dialog, QStringLiteral("join-invitation"));
        QTest::mouseClick(trust, Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
        QVERIFY(workspace->trust().compare(rulesOf(*m_world, m_pack)).ok());
        QVERIFY(!accept->isVisible());
        QVERIFY(find<QPushButton>(world.window, "sign")->isVisible());
        QTRY_VERIFY(next->text().contains(QLatin1String("sign")));
        // And so it is signed, in an office that never saw a bus.
        workspace->session().signIn(
            inviting.keyFile(QStringLiteral("leasing.asset-manager")), QStringLiteral("secret"));
        auto *sign = find<QPushButton>(world.window, "sign");
        QTRY_VERIFY(sign->isEnabled());
        QTest::mouseClick(sign, Qt::LeftButton);
        auto *signing = find<QDialog>(world.window, "signDialog");
        QTRY_VERIFY(signing && signing->isVisible());
        QTest::keyClick(find<QCheckBox>(*signing, "signChecked"), Qt::Key_Space);
        auto *confirm = find<QPushButton>(*signing, "signConfirm");
        QTRY_VERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_VERIFY2(next->text().contains(QLatin1String("You have signed")), qPrintable(next->text()));
    }

    /// The wall clock of the machine is set while packs are watched: ages and pauses are those of the other clock.
    void aClockThatIsSetMakesNoAgeNegative_data()
    {
        QTest::addColumn<qint64>("step");
        QTest::newRow("two days back") << qint64(-2 * 24 * 3600);
        QTest::newRow("an hour back") << qint64(-3600);
        QTest::newRow("a day ahead") << qint64(24 * 3600);
    }

    void aClockThatIsSetMakesNoAgeNegative()
    {
        class SetClock final : public Clock
        {
        public:
            qint64 wall = TestWorld::now;
            qint64 now() const override { return wall; }
            qint64 nowMicroseconds() const override { return wall * 1'000'000; }
            qint64 monotonicMilliseconds() const override { return 60'000; }
        };
        QFETCH(const qint64, step);
        QTemporaryDir folder;
        SetClock clock;
        auto workspace = std::move(Workspace::open(folder.filePath(QStringLiteral("store")), clock)).value();
        const PackRules rules = rulesOf(*m_world, m_pack);
        QVERIFY(workspace->trust().pin(rules, {}, Compared::Yes).ok());
        QVERIFY(workspace->trust().learn(factsOf(m_pack)).ok());
        WindowWorld world(*workspace);
        show(world.window);
        world.hear(m_pack, clock.monotonicMilliseconds());
        clock.wall += step;
        world.hear(m_pack, clock.monotonicMilliseconds());
        static const QRegularExpression negative(
            QStringLiteral("(?<![\\w.,])[-\u2212]\\s?\\d+([.,]\\d+)?[\\s\u00A0]?(s|min|h|d|day|days|hours?)\\b"));
        const QMap<int, QString> pages = world.window.pageTitles();
        for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
            world.window.openPage(MainWindow::Page(page.key()));
            world.window.telemetryArrived();
            test::finishEvents();
            QStringList words;
            for (const QWidget *widget : world.window.findChildren<QWidget *>()) {
                if (!widget->isVisible())
                    continue;
                words << widget->accessibleName() << widget->toolTip();
                if (const auto *label = qobject_cast<const QLabel *>(widget))
                    words << label->text();
                if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
                    for (int row = 0; row < view->model()->rowCount(); ++row) {
                        for (int column = 0; column < view->model()->columnCount(); ++column)
                            words << view->model()->index(row, column).data().toString();
                    }
                }
            }
            for (const QString &word : std::as_const(words))
                QVERIFY2(!negative.match(word).hasMatch(), qPrintable(page.value() + QStringLiteral(": ") + word));
        }
        QVERIFY(negative.match(QStringLiteral("-3.0 s ago")).hasMatch()); // it would be seen
    }

    void anOfferThatWasClosedStaysReachable()
    {
        QTemporaryDir folder;
        FixedClock clock(TestWorld::now);
        auto workspace = std::move(Workspace::open(folder.filePath(QStringLiteral("store")), clock)).value();
        WindowWorld world(*workspace);
        world.hear(m_pack, TestWorld::now);
        show(world.window);
        world.window.openPage(WindowPages::Today);
        auto *empty = find<QLabel>(world.window, "todayEmpty");
        // Who trusts nothing yet cannot say what is in order.
        QVERIFY2(!empty->text().contains(QLatin1String("are in order")), qPrintable(empty->text()));
        auto *bar = find<QWidget>(world.window, "trustBar");
        const PackRules rules = rulesOf(*m_world, m_pack);
        world.window.trustOffers().offerFirst(rules, checkAgreed(rules));
        QVERIFY(bar->isVisible());
        auto &today = world.window.shell().today();
        const auto offered = [&today] {
            const auto items = today.items();
            return std::any_of(items.begin(), items.end(),
                [](const TodayItem &item) { return item.kind == TodayItem::Kind::RulesOffered; });
        };
        QVERIFY(offered());
        picture(world.window, QStringLiteral("offer"));
        const auto closed = [&] {
            for (auto *button : bar->findChildren<QPushButton *>()) {
                if (button->objectName() != QLatin1String("messageAction"))
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            return !bar->isVisible();
        };
        QVERIFY(closed());
        QVERIFY(offered());
        QCOMPARE(find<QLabel>(world.window, "todayHead")->text().contains(QLatin1String("Nothing")), false);
        // From the row, from both empty pages, and from the palette.
        QTest::keyClick(find<QListView>(world.window, "todayList"), Qt::Key_Return);
        QVERIFY(bar->isVisible());
        QVERIFY(closed());
        world.window.openPage(WindowPages::Permissions);
        QTest::mouseClick(find<QPushButton>(world.window, "permissionsCompare"), Qt::LeftButton);
        QVERIFY(bar->isVisible());
        picture(world.window, QStringLiteral("permissions-empty"));
        QVERIFY(closed());
        world.window.openPage(WindowPages::Keys);
        QTest::mouseClick(find<QPushButton>(world.window, "keysCompare"), Qt::LeftButton);
        QVERIFY(bar->isVisible());
        QVERIFY(closed());
        for (const PaletteCommand &command : world.window.shell().commands()) {
            if (command.title.startsWith(QLatin1String("Compare and trust")))
                command.run();
        }
        QVERIFY(bar->isVisible());
        // Once the rules are pinned, however they came, nothing is offered.
        QVERIFY(workspace->trust().pin(rules, {}, Compared::Yes).ok());
        QVERIFY(!bar->isVisible());
        QVERIFY(!offered());
    }

    /// A request goes to the Keys page; of the two keys of the issuer's file one is chosen, and certifies. A key file
    /// signs in.
    void filesOfOtherProgramsGoWhereTheyBelong()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        show(world.window);
        const auto put = [&](const char *name, const QByteArray &bytes) {
            QFile out(desk.path(name));
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
                qFatal("cannot write");
            return out.fileName();
        };
        const Certificate root = m_world->root(QStringLiteral("leasing"));
        const QString keys = put("two keys.dat",
            forms::KeyFile{{{m_world->privateKey(QStringLiteral("celldata.specialist")), {}},
                               {m_world->rootKey(QStringLiteral("leasing")), {}}},
                {m_world->key(QStringLiteral("celldata.specialist"))->leaf(), root}}
                .der());
        const QByteArray request = *pki::makeSigningRequest(m_world->privateKey(QStringLiteral("stranger-leaf")),
            {QStringLiteral("Newcomer"), QStringLiteral("Leasing")},
            {QStringLiteral("leasing.newcomer"), QStringLiteral("asset-manager"), {}, false});
        world.window.openFile(
            put("from a colleague.dat", "Certificate Request:\n" + forms::pem("NEW CERTIFICATE REQUEST", request)));
        auto *dialog = find<QDialog>(world.window, "keyDialog");
        QVERIFY(dialog);
        auto *choice = find<QComboBox>(*dialog, "keyChoice");
        auto *confirm = find<QPushButton>(*dialog, "keyConfirm");
        find<QLineEdit>(*dialog, "issuingKey")->setText(keys);
        const auto tryIt = [&] {
            find<QLineEdit>(*dialog, "issuingSecret")->setText(QStringLiteral("secret"));
            QTRY_VERIFY(confirm->isEnabled());
            QTest::mouseClick(confirm, Qt::LeftButton);
        };
        QVERIFY(!choice->isVisible());
        QSignalSpy finished(&world.office, &KeyOffice::finished);
        tryIt();
        QTRY_VERIFY(choice->isVisible());
        QCOMPARE(choice->count(), 2);
        QVERIFY(finished.isEmpty());
        find<QLineEdit>(*dialog, "issuingSecret")->setText(QStringLiteral("secret"));
        QVERIFY(!confirm->isEnabled()); // nothing is chosen for a person
        choice->setCurrentIndex(choice->findText(root.commonName, Qt::MatchStartsWith));
        tryIt();
        QTRY_COMPARE(finished.size(), 1);
        const auto outcome = finished.constFirst().constFirst().value<KeyOffice::Outcome>();
        QCOMPARE(outcome.issued.size(), 1);
        QVERIFY(isIssuedBy(outcome.issued.constFirst(), root));

        world.window.openFile(keys);
        auto *signIn = find<QDialog>(world.window, "signInDialog");
        QVERIFY(signIn);
        QCOMPARE(find<QLineEdit>(*signIn, "keyFile")->text(), keys);
    }

    void rulesTravelWithADocument()
    {
        Desk courier(*m_world, m_pack);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sent.pwreq"));
        QString said;
        {
            WindowWorld world(courier.workspace());
            show(world.window);
            DocumentFile file;
            file.document = m_world->sign(m_world->request(m_pack, QStringLiteral("soc.max"), 95000),
                QStringLiteral("courier.fleet-manager"), {});
            QFile out(courier.path("a.pwreq"));
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
            out.close();
            world.window.openFile(out.fileName());
            QTRY_VERIFY(world.window.signoffs().reader().reading().isEmpty());
            world.files.path = path;
            QTest::mouseClick(find<QPushButton>(world.window, "saveCopy"), Qt::LeftButton);
            said = find<QWidget>(world.window, "signoffMessage")->accessibleName();
        }
        FixedClock clock(TestWorld::now);
        auto workspace = std::move(Workspace::open(folder.filePath(QStringLiteral("office")), clock)).value();
        WindowWorld world(*workspace);
        show(world.window);
        world.window.openFile(path);
        QTRY_VERIFY(world.window.signoffs().reader().reading().isEmpty());
        QTest::mouseClick(find<QPushButton>(world.window, "acceptRules"), Qt::LeftButton);
        auto *dialog = find<QDialog>(world.window, "joinDialog");
        const QString print = find<QLabel>(*dialog, "joinPrint")->text();
        QVERIFY2(print.size() > 20 && said.contains(print), qPrintable(said));
        QTest::keyClick(find<QCheckBox>(*dialog, "joinCompared"), Qt::Key_Space);
        QTest::mouseClick(find<QPushButton>(*dialog, "joinTrust"), Qt::LeftButton);
        QVERIFY(!workspace->trust().isEmpty());
    }

    void whatContradictsIsToldFirst()
    {
        Desk desk(*m_world, m_pack);
        TrustBook &trust = desk.workspace().trust();
        const QString hardware = QStringLiteral("py-255s1p");
        const auto contradict = [&] {
            const QByteArray word = statementOf(*m_world, m_pack, [&](Statement &said) { said.hardware = hardware; });
            return trust.learnStatement(word, askedNonce()).code() == Code::TrustContradicted;
        };
        {
            WindowWorld world(desk.workspace());
            show(world.window);
            auto *bar = find<QWidget>(world.window, "trustBar");
            QVERIFY(!bar->isVisible()); // the twin: nothing contradicts
            PackFacts other = factsOf(m_pack);
            other.hardware = hardware;
            QVERIFY(!trust.learn(other).ok());
            QVERIFY(!bar->isVisible()); // the twin: nobody signed it
            QVERIFY(contradict());
            QVERIFY(bar->isVisible());
            QVERIFY(bar->accessibleName().contains(hardware));
            QVERIFY(find<QWidget>(world.window, "contradictionsChip")->isVisible());
            picture(world.window, QStringLiteral("contradiction"));
            // No other offer takes its place.
            world.window.trustOffers().offerFollowing(
                rulesOf(*m_world, m_pack), {Code::FingerprintNeeded, QStringLiteral("owner")});
            QVERIFY(bar->accessibleName().contains(hardware));
        }
        // Nor does a restart.
        WindowWorld world(desk.workspace());
        show(world.window);
        auto *bar = find<QWidget>(world.window, "trustBar");
        QVERIFY(bar->isVisible());
        const auto answer = [&](const char *button) {
            QTest::mouseClick(find<QPushButton>(*bar, "messageAction"), Qt::LeftButton);
            auto *dialog = find<QDialog>(world.window, "contradictionDialog");
            QVERIFY(dialog && dialog->isVisible());
            if (button)
                QTest::mouseClick(find<QPushButton>(*dialog, button), Qt::LeftButton);
            else
                QTest::keyClick(dialog, Qt::Key_Escape);
            QTRY_VERIFY(!find<QDialog>(world.window, "contradictionDialog"));
        };
        answer(nullptr);
        QVERIFY(bar->isVisible());
        QCOMPARE(trust.contradictory().size(), 1);
        answer("contradictionKeep");
        QVERIFY(!bar->isVisible());
        QVERIFY(!find<QWidget>(world.window, "contradictionsChip")->isVisible());
        QVERIFY(trust.contradictory().isEmpty());
        QVERIFY(contradict());
        answer("contradictionForget");
        QVERIFY(!bar->isVisible());
        QVERIFY(!trust.pack(m_pack.serial));
    }

    void newerRulesAreOfferedWithBothFingerprints()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        show(world.window);
        PackState next = m_pack;
        next.policy.version = 2;
        const PackRules rules = rulesOf(*m_world, next);
        QSignalSpy accepted(&world.window.trustOffers(), &TrustOffers::accepted);
        world.window.trustOffers().offerFollowing(
            rules, {Code::FingerprintNeeded, QStringLiteral("another root of: owner")});
        auto *bar = find<QWidget>(world.window, "trustBar");
        const auto shown = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
        const PinnedRules &pinned = desk.workspace().trust().pinned();
        for (const QString &text : {shown->charterFingerprint(), shown->policyFingerprint(),
                 pinned.charterFingerprint(), pinned.policyFingerprint(), QStringLiteral("owner")})
            QVERIFY2(bar->accessibleName().contains(text), qPrintable(text));
        picture(world.window, QStringLiteral("following"));
        QCOMPARE(accepted.size(), 0);
        QTest::mouseClick(find<QPushButton>(*bar, "messageAction"), Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(accepted.constFirst().constFirst().value<PackRules>(), rules);
    }

    void idleTimeDropsTheKeyAndLeavesTheView()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        show(world.window);
        world.hear(m_pack, desk.clock().monotonicMilliseconds());
        QVERIFY(desk.signIn(QStringLiteral("leasing.asset-manager")));
        world.window.openPage(MainWindow::Inspector);
        AutoLock &lock = world.window.shell().autoLock();
        lock.setMinutes(5);
        desk.clock().advance(4 * 60000);
        QTest::keyClick(&world.window, Qt::Key_Shift); // somebody is here
        desk.clock().advance(4 * 60000);
        lock.check();
        QVERIFY(desk.workspace().session().isSignedIn());
        desk.clock().advance(60001);
        lock.check();
        QVERIFY(!desk.workspace().session().isSignedIn());
        QVERIFY(world.window.inspector().isVisible());
        QCOMPARE(world.window.inspector().serial(), m_pack.serial.text());
        lock.setMinutes(0);
        QVERIFY(desk.signIn(QStringLiteral("leasing.asset-manager")));
        desk.clock().advance(600 * 60000);
        lock.check();
        QVERIFY(desk.workspace().session().isSignedIn()); // never, where it was set so
        QTest::keyClick(&world.window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!desk.workspace().session().isSignedIn());
    }

    void thePaletteFindsByAFewLetters()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        show(world.window);
        world.hear(m_pack, desk.clock().monotonicMilliseconds());
        world.window.openPage(MainWindow::Audit);
        QTest::keyClick(&world.window, Qt::Key_K, Qt::ControlModifier);
        auto *palette = find<QDialog>(world.window, "commandPalette");
        QVERIFY(palette && palette->isVisible());
        picture(*palette, QStringLiteral("palette"));
        auto *text = find<QLineEdit>(*palette, "paletteText");
        QTest::keyClicks(text, QStringLiteral("test1"));
        auto *list = find<QListView>(*palette, "paletteList");
        QCOMPARE(list->currentIndex().data().toString(), m_pack.serial.text());
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY(world.window.inspector().isVisible());
        QTRY_VERIFY(!find<QDialog>(world.window, "commandPalette"));
        show(world.window);
        QTest::keyClick(&world.window, Qt::Key_K, Qt::ControlModifier);
        text = find<QLineEdit>(world.window, "paletteText");
        QTest::keyClicks(text, QStringLiteral("zqzq"));
        QCOMPARE(find<QListView>(world.window, "paletteList")->model()->rowCount(), 0);
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(world.window.inspector().isVisible());
    }

    void lettersInTheirOrderFit()
    {
        QCOMPARE(FuzzyFilter::score(QStringLiteral("xs"), QStringLiteral("max SoC")), 1000 + 2 + 1);
        QVERIFY(FuzzyFilter::score(QStringLiteral("sx"), QStringLiteral("max SoC")) < 0);
        QVERIFY(FuzzyFilter::score(QStringLiteral("soc"), QStringLiteral("max SoC"))
            < FuzzyFilter::score(QStringLiteral("mc"), QStringLiteral("max SoC")));
        QCOMPARE(FuzzyFilter::score({}, QStringLiteral("max SoC")), 0);
    }

    void everyPageOpensByItsNumber()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        show(world.window);
        const QMap<int, QString> pages = world.window.pageTitles();
        QCOMPARE(pages.size(), 7);
        for (auto it = pages.cbegin(); it != pages.cend(); ++it) {
            QTest::keyClick(&world.window, Qt::Key(Qt::Key_1 + it.key()), Qt::ControlModifier);
            QTRY_COMPARE(find<QLabel>(world.window, "pageTitle")->text(), it.value());
        }
    }

    void settingsAndTheChosenPackAreKept()
    {
        Desk desk(*m_world, m_pack);
        const QString layout = desk.workspace().folder() + QStringLiteral("/layout.ini");
        {
            WindowWorld world(desk.workspace());
            show(world.window);
            world.hear(m_pack, desk.clock().monotonicMilliseconds());
            QSignalSpy themes(&world.window.shell(), &Shell::themeChosen);
            QTest::keyClick(&world.window, Qt::Key_Comma, Qt::ControlModifier);
            auto *dialog = find<QDialog>(world.window, "settingsDialog");
            QVERIFY(dialog);
            picture(*dialog, QStringLiteral("settings"));
            auto *theme = find<QComboBox>(*dialog, "settingsTheme");
            theme->setFocus();
            QTest::keyClick(theme, Qt::Key_End);
            QTest::keyClicks(find<QLineEdit>(*dialog, "settingsShop"), QStringLiteral("Service shop"));
            QTest::keyClicks(find<QPlainTextEdit>(*dialog, "settingsAddress"), QStringLiteral("Harbour road 1"));
            theme->setFocus();
            QTest::keyClick(dialog, Qt::Key_Return);
            QCOMPARE(themes.count(), 1);
            show(world.window);
            world.window.shell().openAbout();
            auto *about = find<QDialog>(world.window, "aboutDialog");
            QVERIFY(about);
            picture(*about, QStringLiteral("about"));
            about->accept();
            world.window.openPage(MainWindow::Signoffs);
            world.window.close();
        }
        QSettings kept(layout, QSettings::IniFormat);
        QCOMPARE(ConsoleSettings::load(kept).theme, ThemeMode::Dark);
        QCOMPARE(ConsoleSettings::load(kept).shop,
            (ShopHead{QStringLiteral("Service shop"), QStringLiteral("Harbour road 1"), {}}));
        kept.setValue(QStringLiteral("settings/lockMinutes"), QStringLiteral("-3"));
        QCOMPARE(ConsoleSettings::load(kept).lockMinutes, ConsoleSettings().lockMinutes); // damage switches nothing off
        WindowWorld again(desk.workspace());
        show(again.window);
        QCOMPARE(
            find<QLabel>(again.window, "pageTitle")->text(), again.window.pageTitles().value(MainWindow::Signoffs));
        again.hear(m_pack, desk.clock().monotonicMilliseconds());
        QCOMPARE(again.window.inspector().serial(), m_pack.serial.text());
    }

    /// A layout that knows fewer columns than the table has says nothing of the new ones.
    void columnsAreAsTheyWereLeft_data()
    {
        QTest::addColumn<int>("kept"); ///< columns; 0: no layout
        QTest::addColumn<bool>("counted");
        QTest::addColumn<bool>("busShown");
        QTest::addColumn<bool>("shown");
        QTest::newRow("never kept") << 0 << false << false << false;
        QTest::newRow("before there was a bus column") << int(FleetModel::BusColumn) << false << false << false;
        QTest::newRow("with one, hidden") << int(FleetModel::ColumnCount) << true << false << false;
        QTest::newRow("with one, shown") << int(FleetModel::ColumnCount) << true << true << true;
    }

    void columnsAreAsTheyWereLeft()
    {
        QFETCH(const int, kept);
        QFETCH(const bool, counted);
        QFETCH(const bool, busShown);
        QFETCH(const bool, shown);
        Desk desk(*m_world, m_pack);
        if (kept > 0) {
            QStandardItemModel model(0, kept);
            QTableView table;
            table.setModel(&model);
            QHeaderView *header = table.horizontalHeader();
            header->setSectionsMovable(true);
            header->setSectionHidden(FleetModel::OwnerColumn, true);
            header->moveSection(FleetModel::AgeColumn, FleetModel::OwnerColumn);
            if (kept > FleetModel::BusColumn)
                header->setSectionHidden(FleetModel::BusColumn, !busShown);
            QSettings layout(desk.workspace().folder() + QStringLiteral("/layout.ini"), QSettings::IniFormat);
            layout.setValue(QStringLiteral("columns/fleetTable"), header->saveState());
            if (counted)
                layout.setValue(QStringLiteral("columnCount/fleetTable"), kept);
        }
        WindowWorld world(desk.workspace());
        show(world.window);
        world.window.openPage(MainWindow::Fleet);
        auto *header = find<QTableView>(world.window, "fleetTable")->horizontalHeader();
        QCOMPARE(header->count(), int(FleetModel::ColumnCount));
        QCOMPARE(header->isSectionHidden(FleetModel::BusColumn), !shown);
        QCOMPARE(header->isSectionHidden(FleetModel::OwnerColumn), kept > 0);
        QCOMPARE(header->visualIndex(FleetModel::AgeColumn) == FleetModel::OwnerColumn, kept > 0);
    }

    void theBusSaysWhyAndConnectsAnew()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        show(world.window);
        world.hear(m_pack, desk.clock().monotonicMilliseconds());
        QTest::mouseClick(find<QToolButton>(world.window, "busButton"), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>(world.window, "busConnection"), Qt::LeftButton);
        auto *dialog = find<QDialog>(world.window, "busDialog");
        QVERIFY(dialog);
        BusState failed;
        failed.condition = BusCondition::Failed;
        failed.interfaceName = QStringLiteral("socketcan:can0");
        failed.detail = QStringLiteral("No such device");
        world.window.buses().set(failed);
        // What this computer has: the name that stands there stays, drivers that are missing are told.
        world.window.shell().setInterfaces({{QStringLiteral("socketcan:can3"), QStringLiteral("kvaser"), {}},
            {QStringLiteral("virtualcan:can0"), {}, {}},
            {QStringLiteral("peakcan:"), {}, QStringLiteral("Cannot load library pcanbasic")}});
        auto *choice = find<QComboBox>(*dialog, "busChoice");
        QCOMPARE(choice->count(), 2);
        QCOMPARE(choice->currentText(), QStringLiteral("virtualcan:can0"));
        QVERIFY(find<QLabel>(*dialog, "busMissing")->text().contains(QStringLiteral("peakcan cannot be used here")));
        QVERIFY(find<QLabel>(*dialog, "busMissing")->text().contains(QStringLiteral("Cannot load library pcanbasic")));
        picture(*dialog, QStringLiteral("bus"));
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Home);
        choice->setCurrentIndex(0);
        Q_EMIT choice->activated(0);
        QCOMPARE(choice->currentText(), QStringLiteral("socketcan:can3"));
        QVERIFY(find<QPushButton>(*dialog, "busConnect")->isEnabled());
        choice->setEditText(QStringLiteral("virtualcan:can0"));
        QSignalSpy wanted(&world.window.shell(), &Shell::busesWanted);
        auto *name = find<QLineEdit>(*dialog, "busName");
        QTest::mouseClick(find<QPushButton>(*dialog, "busConnect"), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst().first().toStringList(), QStringList{QStringLiteral("virtualcan:can0")});
        name->setText(QStringLiteral("can0"));
        QVERIFY(!find<QPushButton>(*dialog, "busConnect")->isEnabled()); // no plugin named
        name->setText(QStringLiteral("socketcan:can1"));
        QTest::mouseClick(find<QPushButton>(*dialog, "busConnect"), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst().first().toStringList(), QStringList{QStringLiteral("socketcan:can1")});
        // It is the one of the next start.
        const QSettings settings(desk.workspace().folder() + QStringLiteral("/layout.ini"), QSettings::IniFormat);
        QCOMPARE(ConsoleSettings::load(settings).buses, QStringList{QStringLiteral("socketcan:can1")});
        // Another bus beside it; the same interface twice is refused, whatever its options are.
        auto *add = find<QPushButton>(*dialog, "busAdd");
        QVERIFY(!add->isEnabled());
        name->setText(QStringLiteral("socketcan:can1?listen"));
        QVERIFY(!add->isEnabled() && find<QPushButton>(*dialog, "busConnect")->isEnabled());
        name->setText(QStringLiteral("socketcan:can2"));
        QTest::mouseClick(add, Qt::LeftButton);
        const QStringList both{QStringLiteral("socketcan:can1"), QStringLiteral("socketcan:can2")};
        QCOMPARE(wanted.takeFirst().first().toStringList(), both);
        QCOMPARE(ConsoleSettings::load(settings).buses, both);
        world.window.buses().setCount(2);
        BusState one;
        one.condition = BusCondition::Connected;
        one.interfaceName = both.constFirst();
        one.packs = 3;
        world.window.buses().set(one);
        failed.interfaceName = both.constLast();
        world.window.buses().set(failed, 1);
        auto *list = find<QListWidget>(*dialog, "busList");
        QVERIFY(list->isVisible() && list->count() == 2);
        // Which one is lost is said where everybody looks; it does not take the other one's packs away.
        auto *chip = find<Chip>(world.window, "busChip");
        QCOMPARE(chip->text(), QStringLiteral("socketcan:can2: Bus out of reach"));
        QVERIFY(chip->toolTip().contains(QStringLiteral("socketcan:can1: 3 pack(s)")));
        BusState two = one;
        two.interfaceName = both.constLast();
        two.packs = 4;
        world.window.buses().set(two, 1);
        QCOMPARE(chip->text(), QStringLiteral("7 pack(s)"));
        list->setCurrentRow(1);
        QCOMPARE(choice->currentText(), both.constLast());
        name->setText(both.constFirst());
        QVERIFY(!find<QPushButton>(*dialog, "busConnect")->isEnabled()); // it is open beside this one
        QTest::mouseClick(find<QPushButton>(*dialog, "busRemove"), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst().first().toStringList(), QStringList{both.constFirst()});
    }

    void theBusDialogTakesRateAndListening_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("rate"); // chosen below; 0: none
        QTest::addColumn<bool>("listen"); // clicked
        QTest::addColumn<QString>("wanted"); // empty: cannot connect
        QTest::addColumn<bool>("setsRate");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *typed, int rate, bool listen, const char *wanted,
                             bool setsRate, const char *says = "") {
            QTest::newRow(name) << QString::fromUtf8(typed) << rate << listen << QString::fromUtf8(wanted) << setsRate
                                << QString::fromUtf8(says);
        };
        row("as it is", "peakcan:usb0", 0, false, "peakcan:usb0", true);
        row("a rate", "peakcan:usb0", 250'000, false, "peakcan:usb0?bitrate=250000", true);
        row("a rate that stands there", "peakcan:usb0?bitrate=83333", 0, false, "peakcan:usb0?bitrate=83333", true);
        row("another rate", "peakcan:usb0?fd&bitrate=83333", 500'000, false, "peakcan:usb0?fd&bitrate=500000", true);
        row("only listening", "socketcan:can0", 0, true, "socketcan:can0?listen", false, "The system sets");
        row("sending again", "socketcan:can0?listen", 0, true, "socketcan:can0", false, "The system sets");
        row("simulated", "virtualcan:can0", 0, false, "virtualcan:can0", false, "no bit rate");
        row("twin: no kind", "can0", 0, false, "", false, "does not say what kind");
        row("twin: no interface", "socketcan:", 0, false, "", false, "names no interface");
        row("twin: no such option", "socketcan:can0?fast", 0, false, "", false, "no option");
        row("twin: no such rate", "peakcan:usb0?bitrate=2M", 0, false, "", true, "bits a second");
        row("twin: not from here", "socketcan:can0?bitrate=250k", 0, false, "", false, "cannot be set from here");
    }

    void theBusDialogTakesRateAndListening()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, rate);
        QFETCH(const bool, listen);
        QFETCH(const QString, wanted);
        QFETCH(const bool, setsRate);
        QFETCH(const QString, says);
        BusDialog dialog;
        BusNow now;
        now.state.interfaceName = QStringLiteral("socketcan:can9");
        dialog.setBuses({now}, -1);
        dialog.show();
        QSignalSpy asked(&dialog, &BusDialog::busesWanted);
        find<QLineEdit>(dialog, "busName")->setText(typed);
        auto *rates = find<QComboBox>(dialog, "busRate");
        if (rate > 0) {
            rates->setCurrentIndex(rates->findData(rate));
            Q_EMIT rates->activated(rates->currentIndex());
        }
        if (listen)
            QTest::mouseClick(find<QCheckBox>(dialog, "busListen"), Qt::LeftButton, {}, QPoint(8, 8));
        QStringList said;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            said << (label->isVisible() ? label->text() : QString());
        QVERIFY2(said.join(u' ').contains(says), qPrintable(said.join(u' ')));
        if (BusAddress::parse(typed).ok() || setsRate)
            QCOMPARE(rates->isEnabled(), setsRate && !wanted.isEmpty());
        auto *connectNow = find<QPushButton>(dialog, "busConnect");
        QCOMPARE(connectNow->isEnabled(), !wanted.isEmpty());
        QTest::mouseClick(connectNow, Qt::LeftButton);
        QCOMPARE(asked.isEmpty() ? QString() : asked.constFirst().constFirst().toStringList().join(u' '), wanted);
    }

    void whatWasMeantIsOneClickAway()
    {
        BusDialog dialog;
        dialog.show();
        auto *use = find<QPushButton>(dialog, "busSuggestion");
        QVERIFY(!use->isVisible());
        find<QLineEdit>(dialog, "busName")->setText(QStringLiteral("can0"));
        QVERIFY(use->isVisible() && use->text().contains(QStringLiteral("socketcan:can0")));
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(find<QLineEdit>(dialog, "busName")->text(), QStringLiteral("socketcan:can0"));
        QVERIFY(!use->isVisible() && find<QPushButton>(dialog, "busConnect")->isEnabled());
    }

    void everyPageSaysWhatListeningLacks()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        show(world.window);
        world.hear(m_pack, desk.clock().monotonicMilliseconds());
        auto *bar = find<MessageBar>(world.window, "listeningBar");
        auto *chip = find<Chip>(world.window, "listeningChip");
        QVERIFY(!bar->isVisible() && !chip->isVisible()); // the twin: this bus is asked
        BusState bus;
        bus.condition = BusCondition::Connected;
        bus.interfaceName = QStringLiteral("socketcan:can0?listen");
        world.window.buses().set(bus);
        QSet<QString> said;
        const QMap<int, QString> pages = world.window.pageTitles();
        for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
            world.window.openPage(MainWindow::Page(page.key()));
            QVERIFY2(bar->isVisible() && chip->isVisible(), qPrintable(page.value()));
            said.insert(bar->text());
        }
        QCOMPARE(said.size(), pages.size());
        Q_EMIT bar->actionClicked();
        QVERIFY(find<QDialog>(world.window, "busDialog"));
        bus.interfaceName = QStringLiteral("socketcan:can0");
        world.window.buses().set(bus);
        QVERIFY(!bar->isVisible() && !chip->isVisible());
    }

    void aRowOfTodayOpensItsPlace()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        show(world.window);
        world.window.openPage(MainWindow::Today);
        world.hear(m_pack, desk.clock().monotonicMilliseconds());
        PackTelemetry faulty = sampleTelemetry(desk.clock().monotonicMilliseconds());
        faulty.activeFaults = 2;
        world.packs.setTelemetry(faulty);
        world.window.shell().today().setUnableTomorrow({{m_pack.serial.text(), Error{Code::CrlStale, {}}}});
        auto *list = find<QListView>(world.window, "todayList");
        QTRY_VERIFY(list->model()->rowCount() >= 2);
        QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(m_pack.serial.text()));
        world.window.setPart({QStringLiteral("leasing-asset-manager"), QStringLiteral("Leasing, asset manager")});
        picture(world.window, QStringLiteral("today"));
        QTRY_COMPARE(list->verticalScrollBar()->maximum(), 0); // all rows have room, so nothing scrolls
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(world.window.inspector().isVisible());
        QCOMPARE(world.window.inspector().serial(), m_pack.serial.text());
    }

    /// F1 opens the manual at what fits; every page of it can be reached, in the language of the window.
    void theManualOpensWhereItFits()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        show(world.window);
        QSet<QString> opened;
        for (int page = WindowPages::Today; page <= WindowPages::Audit; ++page) {
            world.window.openPage(WindowPages::Page(page));
            QTest::keyClick(&world.window, Qt::Key_F1);
            auto *text = find<QTextBrowser>(world.window, "manualText");
            QVERIFY(text && text->isVisible());
            QVERIFY(text->toPlainText().size() > 400);
            // Each page has a picture, and none is wider than the window.
            QVERIFY(text->toPlainText().contains(QChar(QChar::ObjectReplacementCharacter)));
            QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
            opened.insert(text->source().fileName());
        }
        QVERIFY(opened.size() >= 5);
        QCOMPARE(world.window.findChildren<QTextBrowser *>(QStringLiteral("manualText")).size(), 1);
        auto *text = find<QTextBrowser>(world.window, "manualText");
        picture(*text->window(), QStringLiteral("manual"));
        QTest::mouseClick(find<QPushButton>(world.window, "manualContents"), Qt::LeftButton);
        QCOMPARE(text->source().fileName(), QStringLiteral("index.md"));
        auto *search = find<QLineEdit>(world.window, "manualSearch");
        QTest::keyClicks(search, QStringLiteral("receipt"));
        QCOMPARE(text->textCursor().selectedText().toLower(), QStringLiteral("receipt"));
        QTest::mouseClick(find<QPushButton>(world.window, "manualBack"), Qt::LeftButton);
        QCOMPARE(text->source().fileName(), QStringLiteral("auditor.md"));
        QCOMPARE(ManualWindow::folderOf(QStringLiteral("de")), QStringLiteral("qrc:/manual/de"));
        QCOMPARE(ManualWindow::folderOf(QStringLiteral("fi")), QStringLiteral("qrc:/manual/en"));
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
