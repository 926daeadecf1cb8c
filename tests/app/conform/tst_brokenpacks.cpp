// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/kit.h"
#include "app/conform/kit/rule.h"
#include "hw/can/memorywire.h"
#include "hw/sim/simulatednode.h"
#include "tests/app/conform/steppedtap.h"
#include "tests/hw/sim/support/memoryfiles.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace packwarden;
using namespace packwarden::conform;
using namespace packwarden::test;

namespace packwarden {
QByteArray brokenRule;
}

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// What one pack is tried with: a wire in memory, and a time that passes only while somebody waits.
class Bench final
{
public:
    explicit Bench(bool clockLost = false, bool inFd = false, const QString &serial = s("SDB-DEMO-0001"))
    {
        const QDir memory(s(PACKWARDEN_WORLD "/packs/") + serial);
        for (const QString &name : memory.entryList(QDir::Files | QDir::Hidden)) {
            QFile file(memory.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                m_files.setContent(s("pack/") + name, file.readAll());
        }
        sim::SimulatedPack::Options options;
        options.boot.clockLost = clockLost;
        options.activate = true;
        auto pack = sim::SimulatedPack::start(m_files, s("pack"), m_clock, options);
        if (!pack.ok())
            qFatal("pack does not start: %s", qPrintable(pack.error().detail));
        const int number = (*pack)->node();
        m_node = std::make_unique<sim::SimulatedNode>(m_packPort, std::move(pack).value());
        m_kitPort.setAsksInFd(inFd);
        m_packPort.open();
        m_kitPort.open();
        m_bsp = std::make_unique<Bsp>(m_tap, number, inFd);
        m_tap.next(m_ticker.now());
    }

    /// As packwarden-conform does.
    Finding tryRule(const Rule &rule, Kit *kit)
    {
        Finding finding;
        Site site{*m_bsp, kit};
        site.broadcasts = m_broadcasts;
        finding.holds(m_bsp->settle(), s("the pack does not answer before"));
        if (rule.needsKeys && !kit)
            finding.notRun(s("needs --kit"));
        else
            rule.check(site, finding);
        finding.holds(m_bsp->settle(), s("the pack does not answer any more"));
        m_broadcasts = site.broadcasts;
        return finding;
    }

private:
    TestTicker m_ticker;
    const TickerClock m_clock{m_ticker, SystemClock().now()};
    MemoryFiles m_files;
    MemoryWire m_wire{&m_ticker};
    MemoryPort m_packPort{m_wire};
    MemoryPort m_kitPort{m_wire};
    std::unique_ptr<sim::SimulatedNode> m_node;
    SteppedTap m_tap{m_kitPort, m_ticker};
    std::unique_ptr<Bsp> m_bsp;
    QList<BusTap::Heard> m_broadcasts;
};

const Rule *ruleOf(const QString &name)
{
    static const QList<Rule> all = allRules();
    const auto found
        = std::find_if(all.cbegin(), all.cend(), [&](const Rule &rule) { return name == QLatin1String(rule.name); });
    return found == all.cend() ? nullptr : &*found;
}

struct Break
{
    const char *rule; ///< switched off in the pack
    const char *foundBy; ///< rule of the kit
    const char *fault = nullptr; ///< of the pack's start, where the rule is for that
    const char *pack = "SDB-DEMO-0001";
};

constexpr Break breaks[] = {
    {"padding", "isotp.answer-frames"},
    {"functional-first-frame", "isotp.foreign-frames"},
    {"short-frames", "isotp.short-frames"},
    {"short-first-frame", "isotp.strays"},
    {"unexpected", "isotp.unexpected"},
    {"overflow", "isotp.overflow"},
    {"sequence-number", "isotp.wrong-sequence-number"},
    {"n-cr", "isotp.n-cr"},
    {"unasked-flow-control", "isotp.unasked-flow-control"},
    {"first-flow-control", "isotp.first-flow-control"},
    {"block-size", "isotp.block-size"},
    {"separation-time", "isotp.separation-time"},
    {"reserved-separation-time", "isotp.reserved-separation-time"},
    {"wait-limit", "isotp.wait-limit"},
    {"flow-status", "isotp.flow-status"},
    {"n-bs", "isotp.n-bs"},
    {"functional-silence", "uds.suppression"},
    {"suppression", "uds.suppression"},
    {"p2", "uds.p2"},
    {"s3", "uds.session-timeout"},
    {"session-ends-rights", "auth.rights-end"},
    {"session-ends-transfer", "transfer.session"},
    {"order-of-checks", "uds.order-of-checks"},
    {"reading-rights", "data.protected"},
    {"one-cause-one-code", "auth.certificates"},
    {"two-a-second", "auth.strangers"},
    {"refusal-ends-rights", "auth.order"},
    {"failures-count", "auth.failures"},
    {"scope", "auth.certificates"},
    {"new-challenge", "auth.challenges"},
    {"proof-counts-once", "auth.order"},
    {"proof", "auth.replay"},
    {"sequence", "action.tail"},
    {"action-signature", "action.hijack"},
    {"write-limits", "action.limits"},
    {"write-revision", "action.write"},
    {"action-record", "action.write"},
    {"role", "action.scope"},
    {"longest-upload", "transfer.announcement"},
    {"block-counter", "transfer.blocks"},
    {"whole-upload", "transfer.blocks"},
    {"announced-hash", "transfer.hash"},
    {"receipt-names-document", "documents.applied"},
    {"receipt-names-limits", "documents.applied"},
    {"statement-names-limits", "data.statement"},
    {"count-uses", "action.uses"},
    {"one-nonce-one-time", "documents.lost-clock", "clock-loss"},
    {"date-form", "data.identification"},
    {"identifier-count", "data.unknown"},
    {"unused-bits", "telemetry.unused"},
    {"beyond-last", "telemetry.unused", nullptr, "SDB-DEMO-0003"}, // 100 cells and 10 sensors fill no group
    {"rolling-counter", "telemetry.counters"},
    {"cycle", "telemetry.cycles"},
    {"sweep-counter", "telemetry.sweeps"},
    // Rules of core that a bus shows; tests/models/core/judge/broken has them all.
    {"signature", "documents.signatures"},
    {"expiry", "documents.target"},
    {"revision", "documents.target"},
    {"silicon-limit", "documents.values"},
    {"author-is-no-approver", "documents.quorum"},
    {"issuer-made-key", "documents.quorum"},
    {"withdrawal", "documents.withdrawn"},
    {"lists-per-root", "documents.places"},
    {"named-lock", "documents.theft-lock"},
    {"time-of-a-sure-clock", "documents.time"},
    {"time-alone", "documents.lost-clock", "clock-loss"},
    {"time-of-two-parties", "documents.lost-clock-parties", "clock-loss"},
    {"count-by-grant", "action.uses"},
};

} // namespace

/// The rules of the conformance kit against the simulator's pack: all hold as it is, and where one rule is switched off
/// in it, its own rule finds it out. By a time of its own: no wait of the wire takes any, and no busy machine is late.
class TestBrokenPacks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { brokenRule.clear(); }
    void theSimulatorConforms();
    void alsoInFdFrames();
    void afterALossOfTheClock_data();
    void afterALossOfTheClock();
    void isFoundOut_data();
    void isFoundOut();
    void everyRuleThatCanBreakIsHere();

private:
    CryptoRuntime m_crypto;
    std::optional<Kit> m_kit;
};

void TestBrokenPacks::initTestCase()
{
    auto opened = Kit::open(s(PACKWARDEN_WORLD));
    QVERIFY(opened.ok());
    m_kit = std::move(opened).value();
}

void TestBrokenPacks::theSimulatorConforms()
{
    Bench bench;
    QStringList left;
    const QList<Rule> rules = allRules();
    QVERIFY(rules.size() >= 90);
    for (const Rule &rule : rules) {
        const Finding finding = bench.tryRule(rule, &*m_kit);
        QVERIFY2(finding.deviations().isEmpty(),
            qPrintable(QLatin1String(rule.name) + s(": ") + finding.deviations().join(u'\n')));
        if (!finding.whyNotRun().isEmpty())
            left.append(QLatin1String(rule.name));
    }
    QCOMPARE(left, (QStringList{s("isotp.fd"), s("documents.lost-clock"), s("documents.lost-clock-parties")}));
}

void TestBrokenPacks::alsoInFdFrames()
{
    Bench bench(false, true);
    for (const Rule &rule : allRules()) {
        const Finding finding = bench.tryRule(rule, &*m_kit);
        QVERIFY2(finding.deviations().isEmpty(),
            qPrintable(QLatin1String(rule.name) + s(": ") + finding.deviations().join(u'\n')));
        if (QLatin1String(rule.name) == QLatin1String("isotp.fd"))
            QCOMPARE(finding.whyNotRun(), QString());
    }
}

void TestBrokenPacks::afterALossOfTheClock_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("one party") << s("documents.lost-clock");
    QTest::newRow("two parties") << s("documents.lost-clock-parties");
}

/// A pack whose clock had no power; it has it once.
void TestBrokenPacks::afterALossOfTheClock()
{
    QFETCH(QString, name);
    Bench bench(true);
    const Finding first = bench.tryRule(*ruleOf(name), &*m_kit);
    QVERIFY2(first.deviations().isEmpty(), qPrintable(first.deviations().join(u'\n')));
    QCOMPARE(first.whyNotRun(), QString());
    const Finding again = bench.tryRule(*ruleOf(name), &*m_kit);
    QVERIFY(again.deviations().isEmpty());
    QVERIFY(!again.whyNotRun().isEmpty());
}

void TestBrokenPacks::isFoundOut_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("foundBy");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("pack");
    for (const Break &each : breaks)
        QTest::newRow(each.rule) << s(each.rule) << s(each.foundBy) << s(each.fault ? each.fault : "") << s(each.pack);
}

void TestBrokenPacks::isFoundOut()
{
    QFETCH(QString, rule);
    QFETCH(QString, foundBy);
    QFETCH(QString, fault);
    QFETCH(QString, pack);
    QVERIFY(ruleOf(foundBy));
    if (pack != s("SDB-DEMO-0001")) {
        // Its good twin: that of the first pack is tried with all rules.
        Bench good(false, false, pack);
        const Finding holds = good.tryRule(*ruleOf(foundBy), &*m_kit);
        QVERIFY2(holds.deviations().isEmpty(), qPrintable(holds.deviations().join(u'\n')));
    }
    brokenRule = rule.toUtf8();
    Bench bench(fault == s("clock-loss"), false, pack);
    const Finding finding = bench.tryRule(*ruleOf(foundBy), &*m_kit);
    QCOMPARE(finding.whyNotRun(), QString());
    QVERIFY(!finding.deviations().isEmpty());
}

/// Each switch of the wire in the sources has its row.
void TestBrokenPacks::everyRuleThatCanBreakIsHere()
{
    QSet<QString> known;
    for (const Break &each : breaks)
        known.insert(s(each.rule));
    QSet<QString> found;
    static const QRegularExpression call(s("broken\\(\"([a-z0-9-]+)\"\\)"));
    QDirIterator sources(s(PACKWARDEN_SOURCES "/hw"), {s("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto matches = call.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            found.insert(matches.next().captured(1));
    }
    QVERIFY(found.size() >= 40);
    QVERIFY2((found - known).isEmpty(), qPrintable((found - known).values().join(u' ')));
}

QTEST_GUILESS_MAIN(TestBrokenPacks)
#include "tst_brokenpacks.moc"
