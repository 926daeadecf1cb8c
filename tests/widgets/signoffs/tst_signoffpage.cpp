// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/pki/csr.h"
#include "models/fleet/fleetmodel.h"
#include "models/packs/packsmodel.h"
#include "models/signoffs/documentfolder.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/keptdrafts.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/cryptocount.h"
#include "tests/support/pkiforms.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/drafts/evidencefield.h"
#include "widgets/drafts/newrequestdialog.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/partsbox.h"
#include "widgets/signoffs/signdialog.h"
#include "widgets/signoffs/signoffpacks.h"
#include "widgets/signoffs/signoffreason.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/style/theme.h"
#include "widgets/values/numberedit.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString author = QStringLiteral("courier.fleet-manager");
const QString owner = QStringLiteral("leasing.asset-manager");
const QString cellData = QStringLiteral("celldata.specialist");
const QString technician = QStringLiteral("service.technician");
const QString financial = QStringLiteral("soc.max");
const QString physical = QStringLiteral("cell.voltage.max");

} // namespace

/// Sign-offs as people use them, over real files, keys and audits, with a scripted bus. PACKWARDEN_PICTURES=FOLDER
/// keeps pictures.
class SignoffPageTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    PackState m_second;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SignoffsModel> m_model;
    PacksModel m_packs;
    std::unique_ptr<FleetModel> m_fleet;
    test::StubFileChooser m_files;
    std::unique_ptr<SignoffsPage> m_page;

    QString write(const CoseSign &document, const QString &name)
    {
        DocumentFile file;
        file.document = document;
        QFile out(m_desk->path(qPrintable(name)));
        if (!out.open(QIODevice::WriteOnly) || out.write(file.encode()) < 0)
            qFatal("cannot write");
        return out.fileName();
    }

    ChangeRequest request(const QString &parameter, qint64 to, bool both = false)
    {
        ChangeRequest made = m_world->request(m_pack, parameter, to);
        made.head.reason = QStringLiteral("Winter routes need 12 km more range.");
        made.head.evidence = {{QStringLiteral("Cycle tests 2026-117.pdf"), QByteArray(32, 'e')}};
        if (both)
            made.packs += m_world->request(m_second, parameter, to).packs;
        return made;
    }

    DocumentHead head() { return request(financial, 95000).head; }

    CoseSign signedBy(const char *contentType, const QByteArray &payload, const QStringList &approvers = {})
    {
        CoseSign document{QByteArray(contentType), payload, {}};
        const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
        if (!document.addSignature(*m_world->key(author), Meaning::Author, TestWorld::now - 30, log).ok())
            qFatal("cannot sign");
        for (const QString &person : approvers) {
            if (!document.addSignature(*m_world->key(person), Meaning::Approve, TestWorld::now - 20, log).ok())
                qFatal("cannot sign");
        }
        return document;
    }

    CoseSign policy()
    {
        const auto state = m_desk->workspace().trust().snapshot().stateOf(m_pack.serial, TestWorld::now);
        if (!state.ok())
            qFatal("no state");
        PolicyChange change{head(), {state->policyDocument}, state->policy};
        change.policy.version += 8;
        const auto grant = [](const char *role, const char *capability) {
            Grant made;
            made.role = RoleId::fromTrusted(QString::fromLatin1(role));
            made.capability = CapabilityId::fromTrusted(QString::fromLatin1(capability));
            made.contract = QStringLiteral("C-1");
            made.clause = 1;
            return made;
        };
        change.policy.grants.append(grant("technician", "set-soc-max"));
        change.policy.grants.append(grant("technician", "set-soc-min"));
        change.policy.grants.append(grant("fleet-manager", "set-soc-min"));
        change.policy.grants.removeFirst();
        return signedBy(contenttype::policy, change.encode());
    }

    CoseSign sale()
    {
        const auto state = m_desk->workspace().trust().snapshot().stateOf(m_pack.serial, TestWorld::now);
        if (!state.ok())
            qFatal("no state");
        CharterChange change{head(), Amendment::TransferOwnership, {state->charterDocument}, state->charter,
            {head(), {state->policyDocument}, state->policy}};
        change.charter.version += 1;
        Position &place = change.charter.positions[PositionId::fromTrusted(QStringLiteral("owner"))];
        place.party = QStringLiteral("buyer");
        place.partyName = QStringLiteral("Buyer");
        place.rootDer = m_world->root(QStringLiteral("buyer")).der;
        change.policy.policy.version += 1;
        change.policy.policy.charterSha256 = change.charter.bodySha256();
        return signedBy(contenttype::charter, change.encode());
    }

    CoseSign command(CommandKind kind)
    {
        Command made;
        made.head = head();
        made.packs = {{m_pack.serial, 0}};
        made.kind = kind;
        return signedBy(contenttype::command, made.encode());
    }

    template <typename T> T *find(const char *name) { return m_page->findChild<T *>(QLatin1String(name)); }
    QString text(const char *name)
    {
        auto *label = find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    QString message() { return find<QLabel>("message") ? find<QLabel>("message")->text() : QString(); }

    /// Everything that the page says in labels.
    QString everything()
    {
        QStringList words;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        for (const auto *table : m_page->findChildren<QTableWidget *>()) {
            for (int row = 0; row < table->rowCount(); ++row) {
                for (int column = 0; column < table->columnCount(); ++column)
                    words << table->item(row, column)->text();
            }
        }
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (widget->isVisible())
                words << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        }
        return words.join(u'\n');
    }

    void open(const QString &path)
    {
        m_page->openFile(path);
        QTRY_VERIFY(m_page->reader().reading().isEmpty());
    }

    void settle()
    {
        QTRY_VERIFY(m_page->reader().reading().isEmpty());
        QTRY_VERIFY(!m_model->isRefreshing());
        QCoreApplication::processEvents();
    }

    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        for (ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            applyTheme(*qApp, mode, QPalette());
            m_page->resize(1200, 740);
            settle();
            QVERIFY(m_page->grab().save(folder + u'/' + name
                + (mode == ThemeMode::Dark ? QStringLiteral("-dark") : QString()) + QStringLiteral(".png")));
        }
        applyTheme(*qApp, ThemeMode::Light, QPalette());
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_world = std::make_unique<TestWorld>();
    }

    void init()
    {
        m_pack = m_world->pack();
        m_second = m_world->pack(QStringLiteral("SDB-TEST-0002"));
        m_desk = std::make_unique<Desk>(*m_world, m_pack);
        TrustBook &trust = m_desk->workspace().trust();
        QVERIFY(trust.learn(rulesOf(*m_world, m_second)).ok());
        QVERIFY(trust.learn(factsOf(m_second)).ok());
        m_model = std::make_unique<SignoffsModel>(m_desk->workspace());
        m_fleet = std::make_unique<FleetModel>(m_desk->workspace(), m_packs);
        m_page = std::make_unique<SignoffsPage>(m_desk->workspace(), *m_model, *m_fleet, m_files);
        m_page->resize(1200, 740);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_fleet.reset();
        m_model.reset();
        m_desk.reset();
    }

    void everyKindHasItsSentence_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("consequence");
        QTest::newRow("request") << QStringLiteral("request") << QStringLiteral("pwreq")
                                 << QStringLiteral("Raise max SoC 90\u00A0% to 95\u00A0% on SDB-TEST-0001")
                                 << QStringLiteral("6.3\u00A0% more range");
        QTest::newRow("policy") << QStringLiteral("policy") << QStringLiteral("pwpol") << QStringLiteral("Policy 9: ")
                                << QStringLiteral("stays the same");
        QTest::newRow("charter") << QStringLiteral("charter") << QStringLiteral("pwchr") << QStringLiteral(" to Buyer")
                                 << QStringLiteral("ends every activation");
        QTest::newRow("command") << QStringLiteral("command") << QStringLiteral("pwcmd")
                                 << QStringLiteral("Lock SDB-TEST-0001 against theft") << QStringLiteral("not stopped");
    }

    void everyKindHasItsSentence()
    {
        QFETCH(QString, kind);
        QFETCH(QString, ending);
        QFETCH(QString, sentence);
        QFETCH(QString, consequence);
        const CoseSign document = kind == QLatin1String("request")
            ? m_world->sign(request(financial, 95000), author, {})
            : kind == QLatin1String("policy")  ? policy()
            : kind == QLatin1String("charter") ? sale()
                                               : command(CommandKind::TheftLock);
        open(write(document, QStringLiteral("in.") + ending));
        QVERIFY2(text("signoffTitle").contains(sentence), qPrintable(text("signoffTitle")));
        QVERIFY2(text("consequence").contains(consequence), qPrintable(text("consequence")));
        QVERIFY(m_page->document()->path().endsWith(u'.' + ending));
        QTRY_COMPARE(m_model->rowCount(), 1);
        settle();
        if (kind == QLatin1String("policy")) {
            QVERIFY(text("signoffTitle").contains(QStringLiteral("3 right")));
            QVERIFY(text("signoffTitle").contains(QStringLiteral("1 removed")));
            QVERIFY(m_page->findChildren<QLabel *>(QStringLiteral("ruleDifference")).size() >= 4);
        }
        picture(QStringLiteral("page-") + kind);
    }

    void signaturesAreVerifiedBesideTheWindow()
    {
        const QString first
            = write(m_world->sign(request(financial, 96000), author, {owner}), QStringLiteral("a.pwreq"));
        ChangeRequest two = request(financial, 95000);
        two.head.id = QByteArray(16, 'k');
        const QString second = write(m_world->sign(two, author, {owner}), QStringLiteral("b.pwreq"));
        open(first);
        const QString shown = text("signoffTitle");
        QVERIFY(!shown.isEmpty());
        settle();
        QSemaphore gate;
        m_page->reader().worker().start([&gate] { gate.acquire(); });
        const auto opened = qScopeGuard([&gate] { gate.release(); });
        const CryptoCount before = CryptoCount::now();
        m_page->openFile(second);
        // Nothing of the former one can be signed while another one is being read.
        QCOMPARE(text("signoffReading"), QStringLiteral("Reading b.pwreq\u2026"));
        QVERIFY(text("signoffTitle").isEmpty());
        QVERIFY(!find<QPushButton>("sign") || !find<QPushButton>("sign")->isVisible());
        QCOMPARE(CryptoCount::now().verified, before.verified);
        // Whoever signs in meanwhile is who it is judged for.
        QVERIFY(m_desk->signIn(cellData));
        gate.release();
        QTRY_VERIFY(m_page->reader().reading().isEmpty());
        QVERIFY(text("signoffTitle").contains(QStringLiteral("95\u00A0%")));
        QVERIFY(text("signoffReading").isEmpty());
        QCOMPARE(m_page->document()->judgement().own.wanted, std::optional(Meaning::Approve));
    }

    void ofSeveralThatAreChosenTheLastIsShown()
    {
        open(write(m_world->sign(request(financial, 96000), author, {}), QStringLiteral("a.pwreq")));
        ChangeRequest two = request(financial, 95000);
        two.head.id = QByteArray(16, 'k');
        open(write(m_world->sign(two, author, {}), QStringLiteral("b.pwreq")));
        QTRY_COMPARE(m_model->rowCount(), 2);
        settle();
        const QString second = m_page->document()->path();
        const int there = m_model->rowOfPath(second);
        QSemaphore gate;
        m_page->reader().worker().start([&gate] { gate.acquire(); });
        const auto opened = qScopeGuard([&gate] { gate.release(); });
        const CryptoCount before = CryptoCount::now();
        auto *list = find<QListView>("signoffList");
        list->setCurrentIndex(m_model->index(1 - there, 0));
        QVERIFY(!m_page->document());
        list->setCurrentIndex(m_model->index(there, 0));
        list->setCurrentIndex(m_model->index(1 - there, 0));
        QVERIFY(text("signoffReading").startsWith(QStringLiteral("Reading ")));
        QCOMPARE(CryptoCount::now().verified, before.verified);
        QVERIFY(m_desk->signIn(owner));
        gate.release();
        QTRY_VERIFY(m_page->document());
        QVERIFY(m_page->document()->path() != second);
        // Whoever signed in meanwhile is who it is judged for.
        QCOMPARE(m_page->document()->judgement().own.wanted, std::optional(Meaning::Approve));
        QVERIFY(text("signoffTitle").contains(QStringLiteral("96\u00A0%")));
        // What cannot be read leaves the one on show.
        open(m_desk->path("missing.pwreq"));
        QVERIFY(text("signoffTitle").contains(QStringLiteral("96\u00A0%")));
    }

    void case71_distancesAndHistory()
    {
        QVERIFY(m_desk->signIn(owner));
        open(write(m_world->sign(request(financial, 96000), author, {owner}), QStringLiteral("a.pwreq")));
        QTRY_VERIFY(text("distances").contains(QStringLiteral("+6\u00A0% absolute")));
        QVERIFY(text("distances").contains(QStringLiteral("one more signature")));
        QVERIFY(text("history").contains(QStringLiteral("No earlier")));
        QVERIFY(!text("period").isEmpty());
        QVERIFY(text("evidence").isEmpty()); // folded
        QTest::mouseClick(find<QPushButton>("evidenceFold"), Qt::LeftButton);
        QVERIFY(text("evidence").contains(QStringLiteral("Cycle tests")));
        // Nothing is hidden: every change of the bytes is named on the page.
        ChangeRequest two = request(financial, 95000);
        two.head.id = QByteArray(16, 'j');
        two.packs[0].changes.append(request(QStringLiteral("soc.min"), 12000).packs[0].changes);
        open(write(m_world->sign(two, author, {}), QStringLiteral("b.pwreq")));
        QVERIFY(text("signoffChanges").contains(QStringLiteral("90\u00A0% to 95\u00A0%")));
        QVERIFY(text("signoffChanges").contains(QStringLiteral("10\u00A0% to 12\u00A0%")));
    }

    void aRequestForATimeCarriesItsEvidence()
    {
        QVERIFY(m_desk->signIn(author));
        m_page->newRequest(m_pack.serial.text(), ParameterId::fromTrusted(financial));
        auto *dialog = find<NewRequestDialog>("newRequestDialog");
        QVERIFY(dialog);
        dialog->findChild<NumberEdit *>()->setText(QStringLiteral("95"));
        dialog->findChild<QLineEdit *>(QStringLiteral("draftReason"))->setText(QStringLiteral("Winter routes"));
        auto *until = dialog->findChild<QDateEdit *>(QStringLiteral("draftUntil"));
        QVERIFY(!until->isVisible());
        dialog->findChild<QComboBox *>(QStringLiteral("draftPeriod"))->setCurrentIndex(1);
        QVERIFY(until->isVisible());
        // Once more the same name from elsewhere, and a folder: named and left out.
        m_files.path = m_desk->path("range.txt");
        QFile evidence(m_files.path);
        QVERIFY(evidence.open(QIODevice::WriteOnly) && evidence.write("12 km") == 5);
        evidence.close();
        auto *attach = dialog->findChild<QPushButton *>(QStringLiteral("evidenceAttach"));
        QTest::mouseClick(attach, Qt::LeftButton);
        QVERIFY(QDir().mkpath(m_desk->path("other")));
        m_files.path = m_desk->path("other");
        QTest::mouseClick(attach, Qt::LeftButton);
        QVERIFY(!dialog->findChild<EvidenceField *>()->findChild<MessageBar *>()->text().isEmpty());
        m_files.path = m_desk->path("other/range.txt");
        QFile twin(m_files.path);
        QVERIFY(twin.open(QIODevice::WriteOnly) && twin.write("99 km") == 5);
        twin.close();
        QTest::mouseClick(attach, Qt::LeftButton);
        QVERIFY(dialog->findChild<EvidenceField *>()->findChild<MessageBar *>()->text().contains(
            QStringLiteral("range.txt")));
        QTRY_VERIFY(dialog->findChild<QPushButton *>(QStringLiteral("evidenceRemove"))->isVisible());
        if (const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES"); !folder.isEmpty())
            QVERIFY(dialog->grab().save(folder + QStringLiteral("/new-request.png")));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("draftNext")), Qt::LeftButton);
        const auto &made = m_page->document()->judgement().request;
        QVERIFY(made && made->periodEnd);
        QCOMPARE(*made->periodEnd, until->date().addDays(1).startOfDay().toSecsSinceEpoch());
        QCOMPARE(made->head.evidence.size(), 1);
        QCOMPARE(m_page->document()->file().attachments.value(QStringLiteral("range.txt")), QByteArray("12 km"));
    }

    void theAuthorIsToldWhyNot()
    {
        QVERIFY(m_desk->signIn(author));
        const QString interval = QStringLiteral("service.interval");
        open(write(m_world->sign(request(interval, 600000), author, {}), QStringLiteral("own.pwreq")));
        QVERIFY(!find<QPushButton>("sign")->isEnabled());
        QVERIFY2(text("nextStep").contains(QStringLiteral("You wrote this document")), qPrintable(text("nextStep")));
        // The technician can fill the same seat, and so can another fleet manager.
        QVERIFY2(text("nextStep").contains(QStringLiteral("technician")), qPrintable(text("nextStep")));
        QVERIFY(text("nextStep").contains(QStringLiteral("(not the author)")));
        // The author's approval by other means stands in no seat, and says so.
        open(write(m_world->sign(request(interval, 600000), author, {author}), QStringLiteral("own.pwreq")));
        QCOMPARE(m_page->document()->judgement().placesFilled(), 0);
        QCOMPARE(m_page->document()->state(), SignoffState::Collecting);
        QVERIFY2(
            text("rehearsal").contains(QStringLiteral("Another person must sign as")), qPrintable(text("rehearsal")));
        // Where it is wanted it is asked for by "you".
        QVERIFY(m_desk->signIn(owner));
        open(write(m_world->sign(request(financial, 95000), author, {}), QStringLiteral("b.pwreq")));
        QVERIFY(find<QPushButton>("sign")->isEnabled());
        QCOMPARE(text("nextStep"), QStringLiteral("Next: you sign."));
    }

    void whatWasJustMadeIsNoAlarm()
    {
        QVERIFY(m_desk->signIn(author));
        SignoffDocument made(m_desk->workspace());
        QVERIFY(made.create(request(financial, 95000, true), m_desk->workspace().requestsFolder()).ok());
        open(made.path());
        QCOMPARE(text("nextStep"), QStringLiteral("Next: you sign, as its author."));
        const QString all = everything();
        for (const char *word : {"damaged", "would refuse", "\u2715", "\u2717", "\u2716"})
            QVERIFY2(!all.contains(QString::fromUtf8(word)), word);
        QVERIFY(!all.contains(shapeOf(Status::Alarm)));
        QVERIFY(all.contains(QStringLiteral("waits for the signature of its author")));
        settle();
        picture(QStringLiteral("page-just-made"));
    }

    void aRequestThatWasBegunIsKept()
    {
        QVERIFY(m_desk->signIn(author));
        const auto opened = [this](const QString &parameter = {}) {
            m_page->newRequest(parameter.isEmpty() ? QString() : m_pack.serial.text(),
                parameter.isEmpty() ? ParameterId() : ParameterId::fromTrusted(parameter));
            return find<NewRequestDialog>("newRequestDialog");
        };
        const auto field = [](NewRequestDialog *dialog) {
            return dialog->findChild<NumberEdit *>()->text();
        };
        auto *dialog = opened(financial);
        dialog->findChild<NumberEdit *>()->setText(QStringLiteral("95"));
        dialog->findChild<QLineEdit *>(QStringLiteral("draftReason"))->setText(QStringLiteral("Winter routes"));
        m_files.path = m_desk->path("range.txt");
        QFile evidence(m_files.path);
        QVERIFY(evidence.open(QIODevice::WriteOnly) && evidence.write("12 km") == 5);
        evidence.close();
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("evidenceAttach")), Qt::LeftButton);
        const KeptDrafts drafts(m_desk->workspace().folder(), m_desk->clock());
        // Written while the dialog is open: a crash takes nothing.
        QTRY_COMPARE(drafts.names(), QStringList{QStringLiteral("request.soc.max")});
        delete dialog;
        // About another value there is nothing, and what was begun stays.
        dialog = opened(QStringLiteral("soc.min"));
        QVERIFY(field(dialog).isEmpty());
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("draftStartOver"))->isVisible());
        delete dialog;
        dialog = opened();
        QCOMPARE(field(dialog), QStringLiteral("95"));
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("draftKept"))->isVisible());
        QTRY_VERIFY(dialog->findChild<QPushButton *>(QStringLiteral("evidenceRemove")));
        // Starting over can be taken back.
        auto *over = dialog->findChild<QPushButton *>(QStringLiteral("draftStartOver"));
        QTest::mouseClick(over, Qt::LeftButton);
        QVERIFY(field(dialog).isEmpty());
        QTRY_VERIFY(drafts.names().isEmpty());
        QTest::mouseClick(over, Qt::LeftButton);
        QCOMPARE(field(dialog), QStringLiteral("95"));
        QCOMPARE(
            dialog->findChild<QLineEdit *>(QStringLiteral("draftReason"))->text(), QStringLiteral("Winter routes"));
        // An audit that cannot be written leaves the form as it is, and says why.
        AuditVerdict damage;
        damage.problem = Error{Code::AuditDamaged, {}};
        m_desk->workspace().audit().setVerdict(damage);
        auto *next = dialog->findChild<QPushButton *>(QStringLiteral("draftNext"));
        QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        QCOMPARE(field(dialog), QStringLiteral("95"));
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [](const QLabel *label) { return label->text().contains(QStringLiteral("audit cannot be written")); }));
        // After the next start it goes on from there.
        m_page.reset();
        m_fleet.reset();
        m_model.reset();
        m_desk->reopen();
        m_model = std::make_unique<SignoffsModel>(m_desk->workspace());
        m_fleet = std::make_unique<FleetModel>(m_desk->workspace(), m_packs);
        m_page = std::make_unique<SignoffsPage>(m_desk->workspace(), *m_model, *m_fleet, m_files);
        m_page->show();
        QVERIFY(m_desk->signIn(author));
        dialog = opened();
        QCOMPARE(field(dialog), QStringLiteral("95"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("draftNext")), Qt::LeftButton);
        QTRY_VERIFY(drafts.names().isEmpty());
        QVERIFY(m_page->document()->judgement().request);
        QCOMPARE(m_page->document()->file().attachments.value(QStringLiteral("range.txt")), QByteArray("12 km"));
        QTRY_VERIFY(!find<NewRequestDialog>("newRequestDialog"));
        dialog = opened(financial);
        QVERIFY(field(dialog).isEmpty());
    }

    void case70_theProposedValueIsHiddenFromTheTechnicalSeat_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<bool>("hidden");
        QTest::newRow("case 70: nobody signed in") << QString() << true;
        QTest::newRow("case 70: technical seat") << cellData << true;
        QTest::newRow("case 70: another seat") << owner << false;
        QTest::newRow("case 70: author") << author << false;
    }

    void case70_theProposedValueIsHiddenFromTheTechnicalSeat()
    {
        QFETCH(QString, person);
        QFETCH(bool, hidden);
        if (!person.isEmpty())
            QVERIFY(m_desk->signIn(person));
        ChangeRequest made = request(physical, 4230);
        made.head.reason = QStringLiteral("Data sheet allows 4,23 V");
        open(write(m_world->sign(made, author, {}), QStringLiteral("in.pwreq")));
        QTRY_COMPARE(m_model->rowCount(), 1);
        settle();
        const QString all = everything();
        for (const char *form : {"4.23", "4,23"})
            QCOMPARE(all.contains(QLatin1String(form)), !hidden);
        QCOMPARE(all.contains(QStringLiteral("\u2022\u2022\u2022")), hidden);
        const auto judged = m_model->index(0, 0).data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
        QCOMPARE(judged.hidden.isEmpty(), !hidden);
        QVERIFY(!m_page->document()->path().contains(QStringLiteral("4.23")));
        QVERIFY(!suggestedFileName(judged).contains(QStringLiteral("423")));
        if (person == cellData)
            picture(QStringLiteral("page-masked"));
    }

    void manyPacksOneResultEach()
    {
        QVERIFY(m_desk->signIn(technician));
        const CoseSign document = m_world->sign(request(financial, 95000, true), author, {owner, cellData});
        open(write(document, QStringLiteral("two.pwreq")));
        QVERIFY(text("signoffTitle").contains(QStringLiteral("2 packs")) || text("signoffTitle").contains(u'2'));
        QCOMPARE(m_page->document()->state(), SignoffState::Ready);
        auto *packs = find<SignoffPacks>("signoffPacks");
        QVERIFY(packs->isVisible());
        QCOMPARE(packs->chosen().size(), 2);
        QSignalSpy wanted(m_page.get(), &SignoffsPage::deliveryWanted);
        QTest::mouseClick(find<QPushButton>("deliver"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1); // one after the other
        m_page->setDeliveryProgress(m_pack.serial.text(), 50, 100);
        QVERIFY(everything().contains(QStringLiteral("sending, 50")));
        picture(QStringLiteral("page-delivering"));
        // Another document may be looked at meanwhile; the answer finds its own.
        open(write(command(CommandKind::TheftLock), QStringLiteral("lock.pwcmd")));
        m_page->finishDelivery(applyOn(*m_world, m_pack, document));
        QCOMPARE(wanted.size(), 2);
        DeliveryResult failed;
        failed.serial = m_second.serial;
        failed.error = {Code::PackUnreachable, m_second.serial.text()};
        m_page->finishDelivery(failed);
        open(m_desk->path("two.pwreq"));
        QCOMPARE(m_page->document()->state(), SignoffState::PartlyApplied);
        QVERIFY(everything().contains(QStringLiteral("does not answer")));
        QVERIFY(text("receipt").contains(QStringLiteral("reads back 95")));
        QCOMPARE(packs->chosen().size(), 1);
        settle();
        picture(QStringLiteral("page-partly"));
        // Again: only the one that is missing.
        QTest::mouseClick(find<QPushButton>("deliver"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 3);
        m_page->finishDelivery(applyOn(*m_world, m_second, document));
        QCOMPARE(m_page->document()->state(), SignoffState::Applied);
        // What was proved is the next one's history.
        ChangeRequest next = m_world->request(m_pack, financial, 92000);
        next.head.id = QByteArray(16, 'n');
        open(write(m_world->sign(next, author, {}), QStringLiteral("next.pwreq")));
        QTRY_VERIFY(text("history").contains(QStringLiteral("90\u00A0% to 95\u00A0%")));
        QVERIFY(text("history").contains(QStringLiteral("leasing.asset-manager")));
    }

    void whatHasNotBegunIsCancelled()
    {
        QVERIFY(m_desk->signIn(technician));
        const CoseSign document = m_world->sign(request(financial, 95000, true), author, {owner, cellData});
        open(write(document, QStringLiteral("two.pwreq")));
        QSignalSpy wanted(m_page.get(), &SignoffsPage::deliveryWanted);
        QTest::mouseClick(find<QPushButton>("deliver"), Qt::LeftButton);
        QVERIFY(find<QPushButton>("cancelRest")->isVisible());
        QTest::mouseClick(find<QPushButton>("cancelRest"), Qt::LeftButton);
        m_page->finishDelivery(applyOn(*m_world, m_pack, document));
        QCOMPARE(wanted.size(), 1);
        QVERIFY(everything().contains(QStringLiteral("cancelled before it began")));
        QCOMPARE(m_page->document()->state(), SignoffState::PartlyApplied);
    }

    /// The courier brings back what the pack applied while nobody waited for its answer.
    void aReceiptThatComesLaterIsSeen()
    {
        const CoseSign document = m_world->sign(request(financial, 95000), author, {owner, cellData});
        const QString path = write(document, QStringLiteral("one.pwreq"));
        open(path);
        QCOMPARE(m_page->document()->state(), SignoffState::Ready);
        const DeliveryResult late = applyOn(*m_world, m_pack, document);
        QVERIFY(late.applied);
        DocumentFile carried;
        carried.document = document;
        carried.receipts = {late.receipt};
        QFile copy(m_desk->path("late.pwreq"));
        QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(carried.encode()) > 0);
        copy.close();
        QVERIFY(importDocument(m_desk->workspace(), copy.fileName()).ok());
        QTRY_COMPARE(m_page->document()->state(), SignoffState::Applied);
        QVERIFY(text("receipt").contains(QStringLiteral("reads back 95")));
    }

    void case77_aReceiptOfAnotherPackProvesNothing()
    {
        QVERIFY(m_desk->signIn(technician));
        const CoseSign document = m_world->sign(request(financial, 95000), author, {owner, cellData});
        open(write(document, QStringLiteral("one.pwreq")));
        QTest::mouseClick(find<QPushButton>("deliver"), Qt::LeftButton);
        // The packs were swapped on the bus: what answers is the other one, whatever serial it says.
        DeliveryResult other;
        other.serial = m_second.serial;
        other.error = {Code::WrongPack, m_second.serial.text()};
        m_page->finishDelivery(other);
        QCOMPARE(m_page->document()->state(), SignoffState::Ready);
        PackState stranger = m_second;
        stranger.serial = m_pack.serial;
        DeliveryResult forged = applyOn(*m_world, stranger, document);
        QVERIFY(forged.applied);
        auto carried = CoseSign1::decode(forged.receipt);
        QVERIFY(carried.ok());
        auto receipt = Receipt::decode(carried->payload);
        QVERIFY(receipt.ok());
        const auto resigned = CoseSign1::make(
            contenttype::receipt, receipt->encode(), *m_world->deviceKey(m_second.serial.text()), TestWorld::now);
        QVERIFY(resigned.ok());
        forged.receipt = resigned->encode();
        m_page->finishDelivery(forged);
        QVERIFY(m_page->document()->state() != SignoffState::Applied);
        QVERIFY(everything().contains(QStringLiteral("receipt does not prove")));
    }

    void oddPacksAreNamed()
    {
        PackFacts facts = factsOf(m_second);
        for (ParameterInfo &info : facts.parameters) {
            if (info.definition.id.text() == financial)
                info.stored = {{85000}, 4, {}, 0};
        }
        QVERIFY(m_desk->workspace().trust().learn(facts).ok());
        open(write(m_world->sign(request(financial, 95000, true), author, {}), QStringLiteral("two.pwreq")));
        QVERIFY(everything().contains(QStringLiteral("holds 85\u00A0% now")));
    }

    void filesInAnyOrderAndForeignOnesAreNamed()
    {
        QFile junk(m_desk->path("notes.pdf"));
        QVERIFY(junk.open(QIODevice::WriteOnly) && junk.write("not a document") > 0);
        junk.close();
        const ChangeRequest made = request(financial, 95000);
        const QString a = write(m_world->sign(made, author, {owner}), QStringLiteral("a.pwreq"));
        const QString b = write(m_world->sign(made, author, {cellData}), QStringLiteral("b.pwreq"));
        CoseSign edited = m_world->sign(made, author, {owner});
        ChangeRequest other = made;
        other.packs[0].changes[0].to = Milli{96000};
        edited.payload = other.encode();
        const QString c = write(edited, QStringLiteral("c.pwreq"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(b), QUrl::fromLocalFile(junk.fileName()), QUrl::fromLocalFile(c),
            QUrl::fromLocalFile(a)});
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page.get(), &drop);
        QTRY_VERIFY(m_page->reader().reading().isEmpty());
        QVERIFY2(message().contains(QStringLiteral("notes.pdf")), qPrintable(message()));
        QVERIFY2(message().contains(QStringLiteral("c.pwreq was edited")), qPrintable(message()));
        QCOMPARE(m_page->document()->state(), SignoffState::Ready); // a and b together
        QTRY_COMPARE(m_model->rowCount(), 2);
        picture(QStringLiteral("page-ready"));
    }

    void whatIsNoDocumentIsToldByItsBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("what"); // request, key, list, or words of the message
        const auto row = [](const char *name, const QByteArray &bytes, const char *what) {
            QTest::newRow(name) << bytes << QString::fromLatin1(what);
        };
        TestWorld &world = *m_world;
        const auto key = world.privateKey(QStringLiteral("stranger-leaf"));
        const Certificate root = world.root(QStringLiteral("leasing"));
        const QByteArray request = forms::pem(
            "NEW CERTIFICATE REQUEST", *pki::makeAuthorityRequest(key, {QStringLiteral("Desk"), QString()}));
        const QByteArray list = world.crl(QStringLiteral("leasing"), {}, 2).crl.der;
        row("a request with text in UTF-16", forms::utf16("Certificate Request:\n" + request, false, true), "request");
        row("a key file", forms::KeyFile{{{key, {}}}, {}}.der(), "key");
        row("a sealed key", forms::sealedPem(key, "secret"), "key");
        row("a list in PEM", forms::pem("X509 CRL", list), "list");
        row("a list in PKCS#7", forms::pkcs7({root}, {*Crl::fromDer(list)}), "list");
        row("a list of a stranger", world.crl(QStringLiteral("stranger"), {}, 2).crl.der,
            "No root or authority that is known here signed this");
        row("a certificate", root.toPem(), "a certificate");
        row("a key without a passphrase", key.toPem(), "without a passphrase");
        row("a Java keystore", QByteArray::fromHex("feedfeed0000000200000001"), "keytool");
        row("a request cut short", request.left(200), "cut short");
        row("JSON", "{\"roles\": []}", "JSON");
        row("words", "hello", "not made by Packwarden");
        row("nothing", {}, "empty");
    }

    /// Whatever their names say. What is for another page goes there; the rest is told, with its name and what to do.
    void whatIsNoDocumentIsToldByItsBytes()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, what);
        QFile out(m_desk->path("from a colleague.dat"));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
        out.close();
        QSignalSpy requests(m_page.get(), &SignoffsPage::requestFileOpened);
        QSignalSpy keys(m_page.get(), &SignoffsPage::keyFileOpened);
        open(out.fileName());
        QCOMPARE(requests.size(), what == QLatin1String("request") ? 1 : 0);
        QCOMPARE(keys.size(), what == QLatin1String("key") ? 1 : 0);
        if (!requests.isEmpty() || !keys.isEmpty())
            return;
        const QString said = message();
        if (what == QLatin1String("list"))
            QVERIFY2(said.startsWith(QLatin1String("List 2 of ")), qPrintable(said));
        else
            QVERIFY2(said.contains(what) && said.count(QLatin1String("from a colleague.dat")) == 1, qPrintable(said));
        QVERIFY(!m_page->document());
    }

    void rejectingAndWithdrawing()
    {
        QVERIFY(m_desk->signIn(cellData));
        const ChangeRequest made = request(financial, 95000);
        open(write(m_world->sign(made, author, {}), QStringLiteral("a.pwreq")));
        QVERIFY(find<QPushButton>("reject")->isVisible());
        QVERIFY(!find<QPushButton>("withdraw")->isVisible());
        QTest::mouseClick(find<QPushButton>("reject"), Qt::LeftButton);
        auto *dialog = m_page->findChild<SignoffReason *>();
        QVERIFY(dialog);
        auto *confirm = dialog->findChild<QPushButton *>(QStringLiteral("reasonConfirm"));
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("no test report"));
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(m_page->document()->state(), SignoffState::Rejected);
        QTRY_VERIFY(!m_page->document()->isBusy());
        QVERIFY(message().contains(QStringLiteral("Rejected")));
        picture(QStringLiteral("page-rejected"));

        ChangeRequest second = request(financial, 94000);
        second.head.id = QByteArray(16, 'w');
        QVERIFY(m_desk->signIn(author));
        open(write(m_world->sign(second, author, {owner}), QStringLiteral("b.pwreq")));
        QVERIFY(find<QPushButton>("withdraw")->isVisible());
        QTest::mouseClick(find<QPushButton>("withdraw"), Qt::LeftButton);
        QPushButton *sure = nullptr;
        QTRY_VERIFY((sure = m_page->findChild<QPushButton *>(QStringLiteral("reasonConfirm"))) && sure->isVisible());
        QTest::mouseClick(sure, Qt::LeftButton);
        QTRY_COMPARE(m_page->document()->state(), SignoffState::Withdrawn);
        QTRY_VERIFY(text("withdrawal").contains(QStringLiteral("not yet effective on 1 of 1")));
        // A pack was told, by whoever visited it.
        const QByteArray said = m_page->document()->file().withdrawals.constFirst();
        QVERIFY(m_desk->workspace()
                    .audit()
                    .append({},
                        {QLatin1String(auditaction::carryWithdrawal), m_pack.serial.text(),
                            QLatin1String(auditoutcome::done),
                            {{QLatin1String("pack"), m_pack.serial.text()}, {QLatin1String("document"), sha256(said)}}})
                    .ok());
        m_model->refresh();
        QTRY_VERIFY(text("withdrawal").contains(QStringLiteral("every pack knows")));
        picture(QStringLiteral("page-withdrawn"));
    }

    void statesAreToldApart_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<int>("state");
        QTest::newRow("draft") << QStringLiteral("draft") << int(SignoffState::Draft);
        QTest::newRow("signed by its author alone") << QStringLiteral("begun") << int(SignoffState::Collecting);
        QTest::newRow("collecting") << QStringLiteral("collecting") << int(SignoffState::Collecting);
        QTest::newRow("ready") << QStringLiteral("ready") << int(SignoffState::Ready);
        QTest::newRow("expired") << QStringLiteral("expired") << int(SignoffState::Expired);
        QTest::newRow("stale") << QStringLiteral("stale") << int(SignoffState::Stale);
        QTest::newRow("refused by the pack") << QStringLiteral("refused") << int(SignoffState::RefusedByPack);
    }

    void statesAreToldApart()
    {
        QFETCH(QString, which);
        QFETCH(int, state);
        QVERIFY(m_desk->signIn(technician));
        ChangeRequest made = request(financial, 95000);
        if (which == QLatin1String("expired"))
            made.head.expires = TestWorld::now - 10;
        if (which == QLatin1String("stale"))
            made.packs[0].changes[0].revision = 7;
        const QStringList signers = which == QLatin1String("draft") || which == QLatin1String("begun") ? QStringList()
            : which == QLatin1String("collecting") ? QStringList{owner}
                                                   : QStringList{owner, cellData};
        const QString drafter = which == QLatin1String("draft") ? QString() : QString(author);
        open(write(m_world->sign(made, drafter, signers), QStringLiteral("s.pwreq")));
        if (which == QLatin1String("refused")) {
            QTest::mouseClick(find<QPushButton>("deliver"), Qt::LeftButton);
            DeliveryResult refused;
            refused.serial = m_pack.serial;
            refused.error = {Code::CertificateRevoked, owner};
            m_page->finishDelivery(refused);
        }
        QCOMPARE(int(m_page->document()->state()), state);
        QVERIFY(!text("nextStep").isEmpty());
        settle();
        picture(QStringLiteral("page-state-") + which);
    }

    /// A file that comes to a console which knows another pack, or holds other rules: it says what is missing here,
    /// offers no seat, and who signed stays in sight.
    void whatCannotBeSignedHereSaysWhy_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("why");
        QTest::newRow("a pack that is not known here") << QStringLiteral("pack") << QStringLiteral("SDB-OTHER-0009");
        QTest::newRow("rules that are held already") << QStringLiteral("version") << QStringLiteral("newer");
        QTest::newRow("a value that changed since") << QStringLiteral("stale") << QStringLiteral("changed");
        QTest::newRow("rules for another charter") << QStringLiteral("charter") << QStringLiteral("charter");
    }

    void whatCannotBeSignedHereSaysWhy()
    {
        QFETCH(const QString, which);
        QFETCH(const QString, why);
        QVERIFY(m_desk->signIn(cellData));
        CoseSign document;
        if (which == QLatin1String("pack")) {
            document = m_world->sign(
                m_world->request(m_world->pack(QStringLiteral("SDB-OTHER-0009")), QStringLiteral("soc.max"), 95000),
                author, {owner});
        } else if (which == QLatin1String("stale")) {
            ChangeRequest made = request(financial, 95000);
            made.packs[0].changes[0].revision = 7;
            document = m_world->sign(made, author, {owner});
        } else {
            const auto state = m_desk->workspace().trust().snapshot().stateOf(m_pack.serial, TestWorld::now);
            QVERIFY(state.ok());
            PolicyChange change{head(), {state->policyDocument}, state->policy};
            change.policy.version += which == QLatin1String("version") ? 0 : 1;
            if (which == QLatin1String("charter"))
                change.policy.charterSha256 = QByteArray(32, 'c');
            document = signedBy(contenttype::policy, change.encode(), {owner});
        }
        m_page->openFile(write(document, QStringLiteral("elsewhere.pwreq")));
        settle();
        const auto *sign = find<QPushButton>("sign");
        QVERIFY2(!sign->isVisible() || !sign->isEnabled(), qPrintable(everything()));
        QVERIFY2(!text("nextStep").isEmpty(), qPrintable(everything()));
        QVERIFY2(everything().contains(why, Qt::CaseInsensitive), qPrintable(everything()));
        QVERIFY2(everything().contains(owner), qPrintable(everything()));
    }

    void case78_namesAreSafeAndNothingIsOverwritten()
    {
        const QString first = write(m_world->sign(request(financial, 95000), author, {}), QStringLiteral("same.pwreq"));
        open(first);
        const QString mine = m_page->document()->path();
        QCOMPARE(QFileInfo(mine).absolutePath(), QFileInfo(m_desk->workspace().requestsFolder()).absoluteFilePath());
        // Another document with the same short id, pack and parameter, even under the very same name.
        const QString second
            = write(m_world->sign(request(financial, 94000), author, {}), QStringLiteral("same.pwreq"));
        open(second);
        const QString other = m_page->document()->path();
        QVERIFY(other != mine);
        QTRY_COMPARE(m_model->rowCount(), 2);
        // Saving over a file of another document is refused, over the same document's copy is merged.
        m_files.path = mine;
        QTest::mouseClick(find<QPushButton>("saveCopy"), Qt::LeftButton);
        QVERIFY(message().contains(QStringLiteral("cannot be written")));
        SignoffDocument there(m_desk->workspace());
        QVERIFY(there.open(mine).ok());
        QCOMPARE(there.judgement().request->packs[0].changes[0].to, Milli{95000});
        // Ids that could walk out of the folder are none.
        QVERIFY(!PackSerial::parse(QStringLiteral("../../etc/passwd")).ok());
        QVERIFY(!ParameterId::parse(QStringLiteral("..")).ok() || !suggestedFileName(there.judgement()).contains(u'/'));
        for (const SignoffJudgement &judged : m_model->judgements())
            QVERIFY(!suggestedFileName(judged).contains(u'/') && !suggestedFileName(judged).contains(u'\\'));
    }

    void theFingerprintIsCopied()
    {
        open(write(m_world->sign(request(financial, 95000), author, {}), QStringLiteral("a.pwreq")));
        QTest::mouseClick(find<QPushButton>("copyFingerprint"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), m_page->document()->judgement().fingerprint);
    }

    void signingFromThePage()
    {
        QVERIFY(m_desk->signIn(owner));
        open(write(m_world->sign(request(financial, 95000), author, {}), QStringLiteral("a.pwreq")));
        QTest::mouseClick(find<QPushButton>("sign"), Qt::LeftButton);
        auto *dialog = m_page->findChild<SignDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QCheckBox *>(QStringLiteral("signChecked"))->setChecked(true);
        auto *confirm = dialog->findChild<QPushButton *>(QStringLiteral("signConfirm"));
        QTRY_VERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_VERIFY(m_page->document()->hasSigned(Meaning::Approve));
        QTRY_VERIFY(!m_page->document()->isBusy());
        QCOMPARE(m_page->document()->state(), SignoffState::Collecting);
        QVERIFY(message().contains(QStringLiteral("Signed and recorded")));
        settle();
        picture(QStringLiteral("page-collecting"));
    }

    void partsAreDoneTogether_data()
    {
        QTest::addColumn<bool>("rejects");
        QTest::addColumn<bool>("isTicked");
        QTest::addColumn<qint64>("value"); // that the other part proposes
        QTest::addColumn<bool>("isOffered");
        QTest::addColumn<bool>("isDone");
        QTest::newRow("signed") << false << true << qint64(95000) << true << true;
        QTest::newRow("rejected") << true << true << qint64(95000) << true << true;
        QTest::newRow("twin: not ticked") << false << false << qint64(95000) << true << false;
        QTest::newRow("twin: it proposes more") << false << true << qint64(96000) << false << false;
    }
    void partsAreDoneTogether()
    {
        QFETCH(const bool, rejects);
        QFETCH(const bool, isTicked);
        QFETCH(const qint64, value);
        QFETCH(const bool, isOffered);
        QFETCH(const bool, isDone);
        QVERIFY(m_desk->signIn(owner));
        const auto numbered = [](ChangeRequest part, int number) {
            part.head.id = QByteArray(14, 'i') + char(number) + char(2);
            part.head.title = QStringLiteral("Range (part %1 of 2)").arg(number);
            return part;
        };
        const ChangeRequest shown = request(financial, 95000);
        ChangeRequest other = shown;
        other.packs = m_world->request(m_second, financial, value).packs;
        open(write(m_world->sign(numbered(other, 2), author, {}), QStringLiteral("two.pwreq")));
        const QString beside = m_page->document()->path();
        open(write(m_world->sign(numbered(shown, 1), author, {}), QStringLiteral("one.pwreq")));
        settle();
        QTRY_COMPARE(m_model->rowCount(), 2);
        QTest::mouseClick(find<QPushButton>(rejects ? "reject" : "sign"), Qt::LeftButton);
        auto *box = m_page->findChild<PartsBox *>();
        QVERIFY(box && box->isVisible());
        auto *all = box->findChild<QCheckBox *>(QStringLiteral("partsAll"));
        QCOMPARE(all != nullptr, isOffered);
        QCOMPARE(box->findChild<QLabel *>(QStringLiteral("partsDiffering")) != nullptr, !isOffered);
        if (all)
            all->setChecked(isTicked);
        if (rejects) {
            QTest::keyClicks(
                m_page->findChild<SignoffReason *>()->findChild<QLineEdit *>(), QStringLiteral("too much"));
            QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("reasonConfirm")), Qt::LeftButton);
        } else {
            auto *dialog = m_page->findChild<SignDialog *>();
            dialog->findChild<QCheckBox *>(QStringLiteral("signChecked"))->setChecked(true);
            auto *confirm = dialog->findChild<QPushButton *>(QStringLiteral("signConfirm"));
            QTRY_VERIFY(confirm->isEnabled());
            QTest::mouseClick(confirm, Qt::LeftButton);
        }
        QTRY_VERIFY(rejects ? m_page->document()->state() == SignoffState::Rejected
                            : m_page->document()->hasSigned(Meaning::Approve));
        if (isDone)
            QTRY_VERIFY_WITH_TIMEOUT(message().contains(QStringLiteral("All 2 part(s) are done")), 20'000);
        settle();
        SignoffDocument there(m_desk->workspace());
        QVERIFY(there.open(beside).ok());
        QCOMPARE(rejects ? there.state() == SignoffState::Rejected : there.hasSigned(Meaning::Approve), isDone);
    }

    void everythingHasANameForScreenReaders()
    {
        open(write(m_world->sign(request(financial, 95000, true), author, {}), QStringLiteral("two.pwreq")));
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(QLatin1String("qt_"))
                || widget->inherits("QTableCornerButton") || widget->inherits("QHeaderView"))
                continue;
            const auto *button = qobject_cast<const QPushButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())
                    || widget->objectName() == QLatin1String("messageAction") || qobject_cast<const QLabel *>(widget),
                qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }
};

QTEST_MAIN(SignoffPageTest)
#include "tst_signoffpage.moc"
