// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QProcess>
#include <QtTest>

/// Verifiers with one rule switched off each. The tests of the verifier must notice every one of them; the table names
/// which test does. The same test passes where nothing is switched off.
class TestBrokenVerifiers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesWithAllRules_data();
    void passesWithAllRules();
    void isNoticed_data();
    void isNoticed();
    void everyRuleThatCanBreakIsHere();

private:
    static int run(const QString &program, const QStringList &tests, const QString &rule);
};

namespace {

struct Break
{
    const char *rule;
    const char *program;
    const char *test;
};

constexpr Break breaks[] = {
    {"version-rollback", "ruleverifier", "policies:case 12: an older version"},
    {"version-jump", "ruleverifier", "policies:case 14: 257 versions on"},
    {"base", "ruleverifier", "policies:case 31: made from another policy"},
    {"cross-rules", "ruleverifier", "policies:a rule between parameters that the values break"},
    {"old-seats", "ruleverifier", "policies:case 8: signed by the new seats alone"},
    {"new-seats", "ruleverifier", "policies:case 9: a seat added for policy, signed by the old seats alone"},
    {"touched-seats", "ruleverifier", "policies:touches a grant of layer 2 without service.technician"},
    {"lock-out", "ruleverifier", "policies:case 55: nobody may change the policy any more"},
    {"charter-of-policy", "ruleverifier", "policies:for another charter"},
    {"mandatory-seats", "ruleverifier", "policies:case 61: a mandatory seat becomes one of a group"},
    {"foundation-floor", "ruleverifier", "policies:layer 3 with one seat"},
    {"prohibited", "ruleverifier", "policies:a grant of what is prohibited"},
    {"rights-of-charter", "ruleverifier", "policies:a grant that the charter does not allow"},
    {"successors", "ruleverifier", "policies:a successor while the position is filled"},
    {"newcomers-agree", "charterverifier",
        "charters:case 53: transfer to a buyer who accepts without buyer.asset-manager"},
    {"foundation-seats", "charterverifier", "charters:case 53: the buyer takes it with the platform"},
    {"kind-of-amendment", "charterverifier", "charters:case 30: a transfer that also changes a range"},
    {"manufacturer-root", "charterverifier", "charters:the first charter: of another manufacturer"},
    {"one-root-one-party", "charterverifier", "charters:malformed: two parties under one root"},
    {"count-up", "charterverifier", "whatIsPreparedBecomesVoid"},
    {"lists-per-root", "intake", "onePartyTakesNoPlaceOfAnother"},
    {"withdrawals-per-root", "intake", "onePartysWithdrawalsTakeNoPlaceOfAnothers"},
    {"own-root", "ruleverifier", "policies:a specialist certified by another party fills no seat in layer 3"},
    {"issuer-made-key", "verifier", "verdicts:a key its issuer made"},
    {"author-is-no-approver", "verifier", "verdicts:cell voltage, author approves"},
    {"one-root-one-seat", "ruleverifier", "oneRootFillsOneSeat"},
    {"one-person-one-seat", "ruleverifier", "onePersonFillsOneSeat:case 6: one person with two keys"},
    {"parties", "verifier", "verdicts:one party in two positions"},
    {"signature", "verifier", "verdicts:one changed signature"},
    {"withdrawal", "ruleverifier", "policies:withdrawn by a signer"},
    {"expiry", "verifier", "verdicts:expired"},
    {"revision", "verifier", "verdicts:overtaken revision"},
    {"silicon-limit", "verifier", "verdicts:5.25 V with all signatures"},
    {"locked-pack", "command", "verdicts:while locked: no end of life"},
    {"named-lock", "command", "verdicts:unlock: another lock"},
    {"only-stricter", "command", "verdicts:tighten: looser"},
    {"terms", "charterverifier", "charters:a party's time ends without service.technician"},
    {"time-of-a-sure-clock", "packword", "times:the pack's clock is sure"},
    {"time-alone", "packword", "times:a second more than four weeks by one party alone"},
    {"time-of-two-parties", "packword", "timesOfTwoParties:two of the timekeeper's party"},
    {"overlays-run-on", "packword", "oneWordEndsNoLimit:ahead of its end by one party"},
    {"count-by-grant", "access", "theGrantThatAuthorisesIsUsedUp:one of each"},
    {"positions-of-command", "command", "verdicts:lock: the policy lets the platform, the owner is still needed"},
};

} // namespace

int TestBrokenVerifiers::run(const QString &program, const QStringList &tests, const QString &rule)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments{QStringLiteral("tst_") + program};
    arguments << tests;
    if (!rule.isEmpty())
        arguments << QStringLiteral("--break") << rule;
    process.start(QStringLiteral(PACKWARDEN_BROKEN_TESTS), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return -1;
    const QByteArray output = process.readAll();
    // A name that is not there would fail, too.
    return output.contains("Unknown test") || !output.contains("Totals") ? -1 : process.exitCode();
}

void TestBrokenVerifiers::passesWithAllRules_data()
{
    QTest::addColumn<QString>("program");
    QMap<QString, QStringList> tests;
    for (const Break &each : breaks)
        tests[QLatin1String(each.program)].append(QLatin1String(each.test));
    QTest::addColumn<QStringList>("tests");
    for (auto it = tests.cbegin(); it != tests.cend(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.key() << it.value();
}

/// All that are named below, each program once.
void TestBrokenVerifiers::passesWithAllRules()
{
    QFETCH(QString, program);
    QFETCH(QStringList, tests);
    QCOMPARE(run(program, tests, {}), 0);
}

void TestBrokenVerifiers::isNoticed_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("test");
    for (const Break &each : breaks)
        QTest::newRow(each.rule) << QString(QLatin1String(each.rule)) << QString(QLatin1String(each.program))
                                 << QString(QLatin1String(each.test));
}

void TestBrokenVerifiers::isNoticed()
{
    QFETCH(QString, rule);
    QFETCH(QString, program);
    QFETCH(QString, test);
    QCOMPARE(run(program, {test}, rule), 1);
}

/// Each switch in the sources has its row.
void TestBrokenVerifiers::everyRuleThatCanBreakIsHere()
{
    QSet<QString> known;
    for (const Break &each : breaks)
        known.insert(QLatin1String(each.rule));
    QSet<QString> found;
    static const QRegularExpression call(QStringLiteral("broken\\(\"([a-z-]+)\"\\)"));
    QDirIterator sources(
        QStringLiteral(PACKWARDEN_CORE_SOURCES), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto matches = call.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            found.insert(matches.next().captured(1));
    }
    QCOMPARE(found, known);
    QVERIFY(known.size() >= 20);
}

QTEST_GUILESS_MAIN(TestBrokenVerifiers)
#include "tst_brokenverifiers.moc"
