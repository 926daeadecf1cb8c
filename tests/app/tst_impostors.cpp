// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "hw/can/localbus.h"
#include "hw/can/qtcanport.h"
#include "models/core/base/clock.h"
#include "models/core/pack/statement.h"
#include "models/packs/packsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "tests/app/impostor.h"
#include "tests/app/markfinder.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/support/patience.h"
#include "tests/support/sample.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/fleet/fleettable.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/live/liveview.h"
#include "widgets/inspector/live/sideview.h"
#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/tablesheet.h"
#include "widgets/style/theme.h"
#include "widgets/window/mainwindow.h"
#include "widgets/words/trustwords.h"

#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QRegularExpression>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString serial = QStringLiteral("SDB-TEST-0001");
constexpr int patience = 40'000;
constexpr int looks = 4;
constexpr int betweenLooks = 1000; // milliseconds

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

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

const QByteArray signsItsState = QByteArray::fromHex("31010240");

/// Who claims to be the pack that a console knows, and is wrong in one thing.
struct Claim
{
    const char *name;
    std::function<void(PackState &)> state = {};
    std::function<void(sim::PackParts &)> parts = {};
    Impostor::Twist twist = {};
    /// What the genuine pack signed meanwhile, so that what this one shows is older.
    std::function<void(Statement &)> known = {};
};

} // namespace

/// Whatever claims to be a known pack and cannot prove it earns nothing green in the whole console.
class TestImpostors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theGenuinePackEarnsMarks();
    void plantedMarksAreFound();
    void noImpostorEarnsAMark_data();
    void noImpostorEarnsAMark();

private:
    std::unique_ptr<TestPack> pack(const Claim &claim);
    QList<Claim> claims();
    /// The pack's word, signed by another.
    static Impostor::Twist signedBy(
        const std::shared_ptr<SigningKey> &key, const std::function<void(Statement &)> &change = {});
    /// By a key of its own with a leaf for this serial.
    Impostor::Twist certified(const QString &party, const QString &name, qint64 from, qint64 until);
    std::unique_ptr<Console> console(const QString &store);
    /// The console's own copy of what it knew after it had met the genuine pack.
    QString storeOf(const char *name, bool knowsPack = true);
    static QStringList withoutProofUnsaid(Console &console, bool wanted);
    bool isProved(Console &console) const
    {
        return console.workspace().trust().snapshot().proved.contains(PackSerial::fromTrusted(serial));
    }

    const CryptoRuntime m_crypto;
    TestWorld m_world;
    GoingClock m_clock;
    test::StubFileChooser m_files;
    QTemporaryDir m_folder;
    const QString m_bus = freeLocalBus();
    std::unique_ptr<QtCanPort> m_hub;
    PackState m_genuine;
    QStringList m_without; ///< marks of a console that hears no pack
};

std::unique_ptr<TestPack> TestImpostors::pack(const Claim &claim)
{
    PackState state = m_genuine;
    if (claim.state)
        claim.state(state);
    return std::make_unique<TestPack>(m_world, state, TestPack::Agreed::ByAll, 0x10, claim.parts);
}

std::unique_ptr<Console> TestImpostors::console(const QString &store)
{
    auto opened = Console::open({{m_bus}, store, {}, {}, {}, {}, {}}, m_clock, m_files);
    if (!opened.ok())
        return {};
    (*opened)->start();
    // All rows of a table are to be seen.
    (*opened)->window().resize(1800, 2600);
    return std::move(opened).value();
}

QString TestImpostors::storeOf(const char *name, bool knowsPack)
{
    const QString from = m_folder.filePath(QStringLiteral("met"));
    const QString to = m_folder.filePath(QString::fromLatin1(name).replace(u' ', u'-'));
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (!knowsPack && file.endsWith(QLatin1String("/fleet.db")))
            continue;
        const QString copy = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(copy).path());
        QFile::copy(file, copy);
    }
    return to;
}

void TestImpostors::initTestCase()
{
    applyTheme(*qApp, ThemeMode::Light, QPalette());
    m_genuine = servicedPack(m_world, serial);
    m_hub = std::make_unique<QtCanPort>(m_bus, QtCanPort::Hosting::Allowed);
    m_hub->open();
    QTRY_COMPARE(m_hub->state(), CanPort::State::Open);
    const Impostor genuine(m_bus, pack({"genuine"}));
    const auto meeting = console(m_folder.filePath(QStringLiteral("met")));
    QVERIFY(meeting);
    auto *offer = meeting->window().findChild<MessageBar *>(QStringLiteral("trustBar"));
    QTRY_VERIFY_WITH_TIMEOUT(offer->isVisible(), patience);
    Q_EMIT offer->actionClicked();
    QTRY_VERIFY_WITH_TIMEOUT(isProved(*meeting), patience);
    const auto known = meeting->workspace().trust().pack(PackSerial::fromTrusted(serial));
    QTRY_VERIFY_WITH_TIMEOUT(known->areLimitsProved() && known->readAt > 0, patience);
}

/// The twin: what is to be missing everywhere else is there.
void TestImpostors::theGenuinePackEarnsMarks()
{
    {
        const auto alone = console(storeOf("nobody", false));
        QVERIFY(alone);
        QVERIFY(!waitFor([&] { return alone->packs().rowCount() > 0; }, betweenLooks));
        m_without = marksOf(alone->window());
    }
    {
        // Rules are judged by the limits of a pack that is known, and people by their certificates: that is no praise
        // of whoever is on the bus.
        const auto alone = console(storeOf("known"));
        QVERIFY(alone);
        QVERIFY(!waitFor([&] { return alone->packs().rowCount() > 0; }, betweenLooks));
        const QMap<int, QString> pages = alone->window().pageTitles();
        const QStringList known = marksOf(alone->window());
        for (const MainWindow::Page page :
            {MainWindow::Permissions, MainWindow::Signoffs, MainWindow::Keys, MainWindow::Audit})
            m_without += moreThan(known.filter(QRegularExpression(u'^' + pages.value(page))), m_without);
    }
    const Impostor genuine(m_bus, pack({"genuine"}));
    const auto meeting = console(storeOf("genuine"));
    QVERIFY(meeting);
    QTRY_VERIFY_WITH_TIMEOUT(isProved(*meeting), patience);
    // Each page tells it in its own time.
    QString all;
    const auto isEverywhere = [&] {
        all = moreThan(marksOf(meeting->window()), m_without).join(u'\n');
        const auto places = {"Today", "Inspector/Live", "Inspector/Security", "Fleet"};
        return std::all_of(
            places.begin(), places.end(), [&](const char *place) { return all.contains(QLatin1String(place)); });
    };
    QTRY_VERIFY2_WITH_TIMEOUT(isEverywhere(), qPrintable(all), patience);
    const QStringList said = withoutProofUnsaid(*meeting, false);
    QVERIFY2(said.isEmpty(), qPrintable(said.join(u'\n')));
}

/// Where figures of the pack stand, whose mark is not as it should be.
QStringList TestImpostors::withoutProofUnsaid(Console &console, bool wanted)
{
    QStringList wrong;
    MainWindow &window = console.window();
    window.openPage(MainWindow::Inspector);
    auto *tabs = window.inspector().findChild<QTabWidget *>(QStringLiteral("inspectorTabs"));
    const auto check = [&](const QString &said, const QString &place) {
        if (said.contains(TrustWords::unproved()) != wanted)
            wrong << place + QStringLiteral(": ") + said;
    };
    const auto said = [&](const char *name) {
        const auto *label = window.inspector().findChild<QLabel *>(QLatin1String(name));
        return label && label->isVisible() ? label->text() : QStringLiteral("?");
    };
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        window.inspector().refresh();
        finishEvents();
        check(said("packKind"), QStringLiteral("figures over ") + tabs->tabText(tab));
        if (const auto *live = qobject_cast<LiveView *>(tabs->currentWidget())) {
            check(live->findChild<ElidedLabel *>(QStringLiteral("cellsSummary"))->text(), QStringLiteral("map"));
            check(said("trendLegend"), QStringLiteral("trend"));
        }
        if (qobject_cast<SideView *>(tabs->currentWidget()))
            check(said("sideSaid"), QStringLiteral("side by side"));
    }
    window.openPage(MainWindow::Fleet);
    finishEvents();
    auto *fleet = window.findChild<QTableView *>(QStringLiteral("fleetTable"));
    const auto sheet = tablesheet::csv(tablesheet::of(*fleet, {}, {}));
    const QByteArray list = fleetCsv(*fleet->model(), *fleet->horizontalHeader());
    for (const QByteArray &text : {sheet, list}) {
        if (text.contains(TrustWords::unproved().toUtf8()) != wanted)
            wrong << QString::fromUtf8(text);
    }
    return wrong;
}

void TestImpostors::plantedMarksAreFound()
{
    const auto alone = console(storeOf("planted", false));
    QVERIFY(alone);
    MainWindow &window = alone->window();
    // What the bus has not told yet has its own marks, until it is known to be silent.
    QStringList before;
    const auto isSettled = [&] {
        const QStringList last = std::exchange(before, marksOf(window));
        return before == last;
    };
    QVERIFY(!waitFor([] { return false; }, betweenLooks));
    QVERIFY(waitFor(isSettled, patience));
    for (QWidget *place : {window.centralWidget(), static_cast<QWidget *>(&window.inspector())}) {
        auto *label = makeLabel(QStringLiteral("\u2714 planted words"), nullptr, place);
        label->adjustSize();
        label->show();
        const QStringList words = moreThan(marksOf(window), before);
        QVERIFY2(words.join(u'\n').contains(QLatin1String("tick planted words")), qPrintable(words.join(u'\n')));
        delete label;
        // What went meanwhile, as a busy machine is slow to show, is no mark of before.
        QVERIFY(waitFor(isSettled, patience));
        auto *chip = new Chip(place);
        chip->set(Status::Good, QStringLiteral("planted chip"));
        chip->adjustSize();
        chip->show();
        const QStringList chips = moreThan(marksOf(window), before);
        QVERIFY2(chips.join(u'\n').contains(QLatin1String("tick planted chip")), qPrintable(chips.join(u'\n')));
        QVERIFY2(chips.join(u'\n').contains(QLatin1String("ground")), qPrintable(chips.join(u'\n')));
        delete chip;
        QVERIFY(waitFor(isSettled, patience));
    }
}

Impostor::Twist TestImpostors::signedBy(
    const std::shared_ptr<SigningKey> &key, const std::function<void(Statement &)> &change)
{
    return [key, change](const QByteArray &asked, const QList<QByteArray> &answers) {
        QList<QByteArray> changed = answers;
        for (QByteArray &answer : changed) {
            const auto word = asked.startsWith(signsItsState) ? CoseSign1::decode(answer.mid(signsItsState.size()))
                                                              : Result<CoseSign1>(Code::Malformed);
            if (!word.ok())
                continue;
            Statement said = *Statement::decode(word->payload);
            if (change)
                change(said);
            const auto forged = CoseSign1::make(contenttype::statement, said.encode(), *key, TestWorld::now);
            answer = forged.ok() ? answer.left(signsItsState.size()) + forged->encode() : QByteArray();
        }
        return changed;
    };
}

Impostor::Twist TestImpostors::certified(const QString &party, const QString &name, qint64 from, qint64 until)
{
    const pki::PrivateKey key = m_world.privateKey(QStringLiteral("impostor"));
    const auto leaf = pki::issueLeaf(
        m_world.root(party), m_world.rootKey(party), key, {name, {}}, {{}, {}, name, false}, {from, until});
    if (!leaf.ok())
        qFatal("no leaf: %s", qPrintable(leaf.error().detail));
    return signedBy(pki::makeSigningKey(key, {*leaf}));
}

QList<Claim> TestImpostors::claims()
{
    const QString manufacturer = QStringLiteral("manufacturer");
    const qint64 now = TestWorld::now;
    const qint64 day = TestWorld::day;
    // 31 01 0240: the pack signs its state.
    const auto instead = [](const QByteArray &request, const std::function<QByteArray(QByteArray)> &change) {
        return [request, change](const QByteArray &asked, const QList<QByteArray> &answers) {
            QList<QByteArray> changed = answers;
            if (asked.startsWith(request)) {
                for (QByteArray &answer : changed)
                    answer = answer.startsWith(char(0x7F)) ? answer : change(answer);
            }
            return changed;
        };
    };
    const auto refuse = [](const QList<QByteArray> &requests) {
        return [requests](const QByteArray &asked, const QList<QByteArray> &answers) {
            const bool refused = std::any_of(
                requests.begin(), requests.end(), [&](const QByteArray &request) { return asked.startsWith(request); });
            return refused ? QList<QByteArray>{hex("7F") + asked.left(1) + hex("31")} : answers;
        };
    };
    QList<Claim> all;
    all << Claim{"no key", {}, {}, refuse({signsItsState})};
    all << Claim{
        "another key, of nobody's root", {}, {}, certified(QStringLiteral("stranger"), serial, now - day, now + day)};
    all << Claim{"another company's root", {}, {}, certified(QStringLiteral("leasing"), serial, now - day, now + day)};
    all << Claim{"another serial in its certificate", {}, {},
        certified(manufacturer, QStringLiteral("SDB-TEST-0009"), now - day, now + day)};
    all << Claim{"an expired certificate", {}, {}, certified(manufacturer, serial, now - 9 * day, now - day)};
    all << Claim{"a certificate of tomorrow", {}, {}, certified(manufacturer, serial, now + day, now + 9 * day)};
    all << Claim{"a person's key", {}, {}, signedBy(m_world.key(QStringLiteral("leasing.asset-manager")))};
    const auto genuine = m_world.deviceKey(serial);
    all << Claim{"the genuine certificate over another key", {}, {},
        signedBy(pki::makeSigningKey(m_world.privateKey(QStringLiteral("impostor")), genuine->chain()))};
    all << Claim{"a signature with one bit changed", {}, {}, instead(signsItsState, [](QByteArray answer) {
                     answer[answer.size() - 7] = char(answer.at(answer.size() - 7) ^ 0x10);
                     return answer;
                 })};
    all << Claim{"a word that is cut", {}, {},
        instead(signsItsState, [](const QByteArray &answer) { return answer.chopped(100); })};
    all << Claim{"its word of before, over another number", {}, {},
        signedBy(genuine, [](Statement &said) { said.nonce = QByteArray(32, 'b'); })};
    all << Claim{
        "an empty word", {}, {}, instead(signsItsState, [](const QByteArray &answer) { return answer.left(4); })};
    all << Claim{"an empty repository, and no key", {}, {},
        [refused = refuse({signsItsState})](const QByteArray &asked, const QList<QByteArray> &answers) {
            return asked == hex("220102") ? QList<QByteArray>{hex("62010280")} : refused(asked, answers);
        }};
    all << Claim{"facts that nobody signed, and no rules", {}, {}, refuse({signsItsState, hex("3500"), hex("1002")})};
    all << Claim{"its name alone", {}, {}, [](const QByteArray &asked, const QList<QByteArray> &answers) {
                     return asked == hex("22F18C") ? answers : QList<QByteArray>{hex("7F") + asked.left(1) + hex("31")};
                 }};
    all << Claim{"other hardware, and no key",
        [](PackState &state) { state.silicon.hardware = QStringLiteral("py-255s1p"); }, {}, refuse({signsItsState})};
    // By the genuine key, and yet not what is known of it.
    all << Claim{"other hardware", [](PackState &state) {
                     state.silicon.hardware = QStringLiteral("py-255s1p");
                 }};
    all << Claim{"other silicon limits", [](PackState &state) {
                     state.silicon.parameters.first().silicon.max.value += 1000;
                 }};
    all << Claim{"another foundation", [](PackState &state) {
                     ++state.foundation.layers.first().seats;
                 }};
    all << Claim{"an older charter", {}, {}, {}, [](Statement &said) {
                     ++said.charter.version;
                 }};
    all << Claim{"another charter of the same version", [](PackState &state) {
                     state.charter.positions.first().partyName += QStringLiteral(" Ltd");
                     state.policy.charterSha256 = state.charter.bodySha256();
                 }};
    all << Claim{"an older policy", {}, {}, {}, [](Statement &said) {
                     ++said.policy.version;
                 }};
    all << Claim{"an older log", {}, {}, {}, [](Statement &said) {
                     said.logCount += 3;
                 }};
    all << Claim{"another policy of the same version", [](PackState &state) {
                     state.policy.grants.removeLast();
                 }};
    return all;
}

void TestImpostors::noImpostorEarnsAMark_data()
{
    QTest::addColumn<int>("number");
    const Sample sample(4);
    const QList<Claim> all = claims();
    QVERIFY(all.size() >= 20);
    for (int i = 0; i < all.size(); ++i) {
        if (sample.takes(i))
            QTest::newRow(all.at(i).name) << i;
    }
}

void TestImpostors::noImpostorEarnsAMark()
{
    QFETCH(const int, number);
    const Claim claim = claims().at(number);
    const QString store = storeOf(claim.name);
    if (claim.known) {
        auto opened = Workspace::open(store, m_clock);
        QVERIFY(opened.ok());
        TrustBook &trust = (*opened)->trust();
        Statement said = *trust.pack(PackSerial::fromTrusted(serial))->lastWord();
        claim.known(said);
        said.at += 1;
        said.nonce = QByteArray(32, 'n');
        const auto word = CoseSign1::make(contenttype::statement, said.encode(), *m_world.deviceKey(serial), said.at);
        QVERIFY(word.ok());
        QVERIFY(trust.learnStatement(word->encode(), said.nonce).ok());
    }
    const Impostor impostor(m_bus, pack(claim), claim.twist);
    const auto meeting = console(store);
    QVERIFY(meeting);
    QTRY_VERIFY_WITH_TIMEOUT(meeting->packs().rowOfSerial(serial) >= 0, patience);
    // From the first moment on, while it is asked, and after.
    for (int look = 0; look < looks; ++look) {
        const QStringList earned = moreThan(marksOf(meeting->window()), m_without);
        QVERIFY2(earned.isEmpty(), qPrintable(QStringLiteral("look %1:\n").arg(look) + earned.join(u'\n')));
        (void)waitFor([] { return false; }, betweenLooks);
    }
    const QStringList unsaid = withoutProofUnsaid(*meeting, true);
    QVERIFY2(unsaid.isEmpty(), qPrintable(unsaid.join(u'\n')));
    QVERIFY(!isProved(*meeting) || meeting->workspace().trust().contradictory().size() == 1);
}

QTEST_MAIN(TestImpostors)
#include "tst_impostors.moc"
