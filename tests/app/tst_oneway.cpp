// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "app/ctl/base/commandline.h"
#include "app/ctl/nouns.h"
#include "hw/can/localbus.h"
#include "hw/can/qtcanport.h"
#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/packs/packsmodel.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "tests/hw/sim/support/packthread.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/models/support/modelworld.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/inspector/faultsview.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/parameterdetail.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/window/mainwindow.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr int patience = 30'000; // milliseconds
const QString serial = QStringLiteral("SDB-TEST-0001");
const QString author = QStringLiteral("courier.fleet-manager");
const QString owner = QStringLiteral("leasing.asset-manager");
const QString cellData = QStringLiteral("celldata.specialist");
const QString technician = QStringLiteral("service.technician");
const ParameterId interval = ParameterId::fromTrusted(QStringLiteral("service.interval"));

/// The day of the test world, and time that passes.
class GoingClock final : public Clock
{
public:
    GoingClock() { m_since.start(); }
    qint64 now() const override { return nowMicroseconds() / 1'000'000; }
    qint64 nowMicroseconds() const override { return TestWorld::now * 1'000'000 + m_since.elapsed() * 1000; }
    qint64 monotonicMilliseconds() const override { return 1 + m_since.elapsed(); }

private:
    QElapsedTimer m_since;
};

/// Hosts the bus of this process, for as long as packs come and go on it.
class Hub final
{
public:
    explicit Hub(const QString &bus)
        : m_home(new QObject)
    {
        m_home->moveToThread(&m_thread);
        m_thread.start();
        const auto open = [this, bus] {
            (new QtCanPort(bus, QtCanPort::Hosting::Allowed, m_home))->open();
        };
        QMetaObject::invokeMethod(m_home, open, Qt::BlockingQueuedConnection);
    }
    ~Hub()
    {
        m_home->deleteLater();
        m_thread.quit();
        m_thread.wait();
    }

private:
    QThread m_thread;
    QObject *m_home;
};

bool copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.mid(from.size());
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(file, target))
            return false;
    }
    return true;
}

/// Of one thing that was done: what both ways must record alike. Ids and random numbers differ.
QString wordsOf(const AuditRecord &record)
{
    QCborMap detail = cbor::decode(record.detail)->toMap();
    for (const char *own : {"id", "receipt"})
        detail.remove(QLatin1String(own));
    return QStringLiteral("%1 %2 %3 %4")
        .arg(record.action, record.subject, record.outcome, QCborValue(detail).toDiagnosticNotation());
}

} // namespace

/// One table of cases, accepted and refused: each runs once through the window and once through the command line, with
/// a store of the same contents and a pack in the same state, and must leave the same records.
class OneWayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void deliveries_data();
    void deliveries();
    void actions_data();
    void actions();

private:
    /// What one way left behind.
    struct Trace
    {
        QStringList records;
        Milli interval; ///< that the pack holds
        Milli charge; ///< likewise, soc.max
        bool operator==(const Trace &) const = default;
    };
    using InWindow = std::function<void(Console &console)>;
    Trace byWindow(const QString &person, const InWindow &act);
    Trace byCommandLine(const QString &person, const QStringList &words);
    std::unique_ptr<Console> open(const QString &store);
    void startPack();
    Trace trace(const QString &store);
    QString newStore(const char *name);
    QString keyOf(const QString &person);
    QString document(const QString &which);

    const CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_state;
    GoingClock m_clock;
    test::StubFileChooser m_files;
    QTemporaryDir m_folder;
    const QString m_bus = freeLocalBus();
    const Hub m_hub{m_bus};
    std::unique_ptr<Desk> m_partner; ///< another console, at which documents are drafted, rejected and taken back
    std::unique_ptr<TestPack> m_parts;
    std::unique_ptr<PackThread> m_pack;
};

void OneWayTest::startPack()
{
    m_pack.reset();
    m_parts = std::make_unique<TestPack>(m_world, m_state, TestPack::Agreed::ByAll);
    m_pack = std::make_unique<PackThread>(m_bus, std::move(m_parts->pack));
}

std::unique_ptr<Console> OneWayTest::open(const QString &store)
{
    auto opened = Console::open({{m_bus}, store, {}, {}, {}, {}, {}}, m_clock, m_files);
    if (!opened.ok())
        return {};
    (*opened)->start();
    return std::move(opened).value();
}

void OneWayTest::initTestCase()
{
    m_state = servicedPack(m_world);
    m_state.policy.softLimits.insert(interval, {Milli{100'000}, Milli{800'000}});
    m_state.policy.steps.insert(interval, Milli{200'000});
    m_partner = std::make_unique<Desk>(m_world, m_state);
    startPack();
    // What every run begins with: the rules of this pack, and what it says of itself.
    const auto console = open(m_folder.filePath(QStringLiteral("first")));
    QVERIFY(console);
    auto *offer = console->window().findChild<MessageBar *>(QStringLiteral("trustBar"));
    QTRY_VERIFY_WITH_TIMEOUT(offer->isVisible(), patience);
    Q_EMIT offer->actionClicked();
    const auto isProved = [&] {
        const auto known = console->workspace().trust().pack(PackSerial::fromTrusted(serial));
        return known && known->readAt > 0 && known->areLimitsProved();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isProved(), patience);
}

QString OneWayTest::newStore(const char *name)
{
    const QString store
        = QStringLiteral("%1/%2-%3-%4")
              .arg(m_folder.path(), QLatin1String(QTest::currentTestFunction()),
                  QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'), QLatin1String(name));
    if (!copyFolder(m_folder.filePath(QStringLiteral("first")), store))
        qFatal("no store");
    return store;
}

QString OneWayTest::keyOf(const QString &person)
{
    return m_partner->keyFile(person);
}

OneWayTest::Trace OneWayTest::trace(const QString &store)
{
    Trace trace;
    auto workspace = Workspace::open(store, m_clock);
    if (!workspace.ok())
        qFatal("no store");
    for (const char *action : {auditaction::deliverRequest, auditaction::actOnPack}) {
        AuditFilter filter;
        filter.action = QLatin1String(action);
        for (const AuditRecord &record : (*workspace)->audit().page(filter, 0, 100))
            trace.records.prepend(wordsOf(record));
    }
    // As after a start: what is in its memory.
    m_pack.reset();
    m_parts->boot();
    const auto &values = m_parts->contents().values;
    trace.interval = values.value(interval).base;
    trace.charge = values.value(ParameterId::fromTrusted(QStringLiteral("soc.max"))).base;
    return trace;
}

OneWayTest::Trace OneWayTest::byWindow(const QString &person, const InWindow &act)
{
    startPack();
    const QString store = newStore("window");
    {
        const auto console = open(store);
        Session &session = console->workspace().session();
        session.signIn(keyOf(person), QStringLiteral("secret"));
        const bool isReady
            = waitFor([&] { return session.isSignedIn() && console->packs().rowOfSerial(serial) == 0; }, patience);
        if (isReady)
            act(*console);
    }
    return trace(store);
}

OneWayTest::Trace OneWayTest::byCommandLine(const QString &person, const QStringList &words)
{
    startPack();
    const QString store = newStore("ctl");
    const QString secret = m_folder.filePath(QStringLiteral("secret"));
    QFile file(secret);
    if (!file.open(QIODevice::WriteOnly) || file.write("secret\n") < 0)
        qFatal("no passphrase");
    file.close();
    const auto line = ctl::CommandLine::parse(
        QStringList{QStringLiteral("packwardenctl"), QStringLiteral("--json"), QStringLiteral("--bus"), m_bus,
            QStringLiteral("--store"), store, QStringLiteral("--key"), keyOf(person),
            QStringLiteral("--passphrase-file"), secret}
            + words,
        ctl::nouns());
    if (!line.ok())
        qFatal("%s", qPrintable(line.error().detail));
    const auto command = line->verb->make(line->options, m_clock);
    QSignalSpy finished(command.get(), &ctl::Command::finished);
    command->start();
    if (!waitFor([&] { return !finished.isEmpty(); }, 2 * patience))
        qFatal("%s does not end", qPrintable(words.join(u' ')));
    return trace(store);
}

/// A request to raise the charge limit, in a file.
QString OneWayTest::document(const QString &which)
{
    ChangeRequest made = m_world.request(
        m_state, QStringLiteral("soc.max"), which == QLatin1String("beyond the silicon") ? 101'000 : 95'000);
    if (which == QLatin1String("overtaken"))
        made.packs[0].changes[0].revision = 7;
    QStringList approvers{owner, cellData};
    if (which == QLatin1String("a seat missing") || which == QLatin1String("rejected"))
        approvers = {owner};
    if (which == QLatin1String("its author alone"))
        approvers.clear();
    DocumentFile file;
    file.document = m_world.sign(made, author, approvers);
    if (which == QLatin1String("unsigned"))
        file.document.signatures.clear();
    const QString path = m_folder.filePath(QString(which).replace(u' ', u'-') + QStringLiteral(".pwreq"));
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(file.encode()) < 0)
        qFatal("no document");
    out.close();
    if (which == QLatin1String("rejected") || which == QLatin1String("withdrawn")) {
        const bool isRejected = which == QLatin1String("rejected");
        if (!m_partner->signIn(isRejected ? cellData : author))
            qFatal("nobody signed in");
        SignoffDocument open(m_partner->workspace());
        std::optional<Result<>> said;
        connect(&open, &SignoffDocument::voiceFinished, this, [&said](const Result<> &result) { said = result; });
        if (!open.open(path).ok())
            qFatal("not opened");
        if (isRejected)
            open.reject(QStringLiteral("no test report"));
        else
            open.withdraw();
        if (!waitFor([&] { return said.has_value(); }, patience) || !said->ok())
            qFatal("not said");
    }
    return path;
}

void OneWayTest::deliveries_data()
{
    QTest::addColumn<QString>("outcome"); ///< of the delivery; empty: it does not leave here
    const auto row = [](const char *name, const char *outcome) {
        QTest::newRow(name) << QString::fromLatin1(outcome);
    };
    row("complete", "done");
    row("a seat missing", "below-quorum");
    row("its author alone", "below-quorum");
    row("beyond the silicon", "above-silicon-limit");
    row("overtaken", "stale-base");
    row("unsigned", "");
    row("rejected", "");
    row("withdrawn", "");
}

void OneWayTest::deliveries()
{
    QFETCH(const QString, outcome);
    const QString path = document(QString::fromLatin1(QTest::currentDataTag()));
    const Trace window = byWindow(technician, [&](Console &console) {
        MainWindow &shown = console.window();
        shown.openFile(path);
        SignoffsPage &page = shown.signoffs();
        QTRY_VERIFY_WITH_TIMEOUT(page.document() != nullptr, patience);
        const auto click = [&](const char *name) {
            auto *button = page.findChild<QPushButton *>(QLatin1String(name));
            const bool is = button && button->isVisibleTo(&page) && button->isEnabled();
            if (is)
                button->click();
            return is;
        };
        if (!click("deliver") && click("askPack"))
            QVERIFY(click("askPackConfirm"));
        const auto isOver = [&] {
            AuditFilter filter;
            filter.action = QLatin1String(auditaction::deliverRequest);
            return console.workspace().audit().count(filter) >= 2;
        };
        if (!outcome.isEmpty())
            QTRY_VERIFY_WITH_TIMEOUT(isOver(), patience);
    });
    const Trace line = byCommandLine(technician, {QStringLiteral("request"), QStringLiteral("deliver"), path});
    QCOMPARE(line.records, window.records);
    QCOMPARE(line.charge.value, window.charge.value);
    QCOMPARE(window.charge.value, outcome == QLatin1String("done") ? 95'000 : 90'000);
    QCOMPARE(window.records.size(), outcome.isEmpty() ? 0 : 2);
    if (!outcome.isEmpty())
        QVERIFY2(window.records.constLast().contains(u' ' + outcome + u' '), qPrintable(window.records.constLast()));
}

void OneWayTest::actions_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const QString &person, const char *words, const char *outcome) {
        QTest::newRow(name) << person << QString::fromLatin1(words).split(u' ') << QString::fromLatin1(outcome);
    };
    row("cleared by right", technician, "pack clear-faults SDB-TEST-0001", "done");
    row("cleared without it", author, "pack clear-faults SDB-TEST-0001", "signer-not-authorised");
    row("set within the limits", technician, "pack set SDB-TEST-0001 service.interval=600", "done");
    row("set beyond the soft limit", technician, "pack set SDB-TEST-0001 service.interval=900", "outside-policy");
    row("set by a larger step", technician, "pack set SDB-TEST-0001 service.interval=100", "step-too-large");
    row("set without the right", owner, "pack set SDB-TEST-0001 service.interval=600", "signer-not-authorised");
}

void OneWayTest::actions()
{
    QFETCH(const QString, person);
    QFETCH(const QStringList, words);
    QFETCH(const QString, outcome);
    const Trace window = byWindow(person, [&](Console &console) {
        MainWindow &shown = console.window();
        shown.openPage(MainWindow::Inspector);
        InspectorPage &page = shown.inspector();
        QTRY_COMPARE_WITH_TIMEOUT(page.serial(), serial, patience);
        if (words.value(1) == QLatin1String("set")) {
            const int row = console.packs().rowOfSerial(serial);
            QTRY_VERIFY_WITH_TIMEOUT(!console.packs().facts(row).parameters.isEmpty(), patience);
            for (const ParameterInfo &info : console.packs().facts(row).parameters) {
                if (info.definition.id == interval)
                    Q_EMIT page.parameterDetail().setWanted(
                        info, *parseQuantity(words.constLast().section(u'=', 1), false));
            }
        } else {
            Q_EMIT page.faults().clearWanted();
        }
        const auto isOver = [&] {
            AuditFilter filter;
            filter.action = QLatin1String(auditaction::actOnPack);
            return console.workspace().audit().count(filter) >= 2;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), patience);
    });
    const Trace line = byCommandLine(person, words);
    QCOMPARE(line.records, window.records);
    QCOMPARE(line.interval.value, window.interval.value);
    QCOMPARE(window.records.size(), 2);
    QVERIFY2(window.records.constLast().contains(u' ' + outcome + u' '), qPrintable(window.records.constLast()));
}

QTEST_MAIN(OneWayTest)
#include "tst_oneway.moc"
