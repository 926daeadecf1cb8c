// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditverdict.h"
#include "models/core/base/fileproblem.h"
#include "models/support/database.h"
#include "models/support/jsontext.h"
#include "tests/support/everyreason.h"
#include "widgets/audit/auditwords.h"
#include "widgets/words/recordingwords.h"
#include "widgets/words/sentences.h"

#include <QSet>
#include <QTest>

using namespace packwarden;

/// What is told of files of other programs: the cause that is so, and a way on that helps.
class TestRefusalWords final : public QObject
{
    Q_OBJECT

    QSet<QString> m_causes; ///< so far; no two reasons are told alike

private Q_SLOTS:
    void causes_data();
    void causes();
    void recordings_data();
    void recordings();
    void kindsOfLogsAreAllTold();
    void damage_data();
    void damage();
    void nothingStandsInParentheses();
    void reasonsHaveSentences_data() { test::everyReason(); }
    void reasonsHaveSentences();
};

void TestRefusalWords::causes_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, const Error &error, const char *what, const char *next) {
        QTest::newRow(name) << error << QString::fromUtf8(what) << QString::fromUtf8(next);
    };
    const auto rules = [](const char *cause) {
        return Error{Code::Malformed, QLatin1String(cause), TextReason::Unreadable};
    };
    const QString locked = QStringLiteral("database is locked");
    row("a comment in rules", rules("line 3: a comment; JSON has none"),
        "The rules in this file cannot be read: line 3: a comment; JSON has none.", "UTF-8");
    row("rules in UTF-16", rules("UTF-16, not UTF-8"), "cannot be read: UTF-16", "UTF-8");
    row("rules without a key", rules("crossRules: missing"), "cannot be read: crossRules", "UTF-8");
    row("a list without an end", {Code::Malformed, QStringLiteral("CRL: no nextUpdate")},
        "This revocation list cannot be used: no nextUpdate.", "complete list");
    row("a list of another algorithm", {Code::Algorithm, QStringLiteral("CRL: signed by RSA-SHA384")},
        "This revocation list cannot be used: signed by RSA-SHA384.", "SHA-256");
    row("a name of spaces", {Code::Malformed, QStringLiteral("subject: nothing of the common name can be seen")},
        "This name cannot be certified: nothing", "a name that people can read");
    row("an audit in use", Database::inUse(Code::AuditUnwritable, locked), "Another program has the audit open",
        "Close it there");
    row("a file in use", Database::inUse(Code::FileUnreadable, locked), "Another program has the file open",
        "Close it there");
    row("a file that others read", {Code::FileUnwritable, QStringLiteral("/x: mode"), FileProblem::Exposed},
        "Others who use this computer may read or change /x:", "a folder of your own");
    row("a value beyond the silicon", {Code::AboveSiliconLimit, QStringLiteral("soc.max = 105, allowed 50..100")},
        "105, allowed 50 to 100", "inside the limit");
    row("seats that are open", {Code::BelowQuorum, QStringLiteral("owner/asset-manager|operator/fleet-manager")},
        " or ", "Send the file");
    // Their twins, of which something else is so.
    row("a document", {Code::Malformed, QStringLiteral("certificate")}, "damaged or was not made by Packwarden",
        "its author");
    row("words of a pack that look like those of a file",
        {Code::Malformed, QStringLiteral("line 3: a comment; JSON has none")}, "damaged or was not made by Packwarden",
        "its author");
    row("a key", {Code::Algorithm, QStringLiteral("Anna")}, "an algorithm that is not allowed (Anna)", "a new key");
    row("a full disk", {Code::AuditUnwritable, QStringLiteral("database or disk is full")}, "cannot be written",
        "Free some space");
    row("no such file", {Code::FileUnreadable, QStringLiteral("/x: No such file")}, "cannot be read: /x", "it exists");
    row("a disk that cannot be written", {Code::FileUnwritable, QStringLiteral("/x: mode")}, "cannot be written: /x",
        "another folder");
    row("a limit in other words", {Code::AboveSiliconLimit, QStringLiteral("soc.max")}, "silicon limit (soc.max)",
        "inside the limit");
    row("seats in other words", {Code::BelowQuorum, QStringLiteral("a timekeeper")},
        "Signatures are missing: a timekeeper.", "Send the file");
}

void TestRefusalWords::causes()
{
    QFETCH(const Error, error);
    QFETCH(const QString, what);
    QFETCH(const QString, next);
    const QString words = Sentences::of(error).text();
    QVERIFY2(words.contains(what) && words.contains(next), qPrintable(words));
}

void TestRefusalWords::recordings_data()
{
    QTest::addColumn<BusState>("state");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const ReplayState &replay, const char *words,
                         BusCondition condition = BusCondition::Connected) {
        BusState state;
        state.interfaceName = QStringLiteral("replay:/tmp/a.log");
        state.condition = condition;
        state.detail = QStringLiteral("/tmp/a.log: the backend's words");
        state.replay = replay;
        QTest::newRow(name) << state << QString::fromUtf8(words);
    };
    ReplayState several;
    several.played = QStringLiteral("can0");
    several.leftOut = QStringList{QStringLiteral("can1"), QStringLiteral("can2")};
    row("several interfaces", several, "Several interfaces are in it. Played: can0. Left out: can1, can2.");
    ReplayState jumps;
    jumps.pauseShortened = 595;
    jumps.clockSetBack = 100;
    row("a pause and a step", jumps, "A pause was shortened by 595 s. The clock was set back by 100 s in it.");
    row("nothing to tell", {}, "");
    ReplayState over = jumps;
    over.hasEnded = true;
    row("over", over, "It was played to its end.", BusCondition::Failed);
    row("something else", {}, "/tmp/a.log: the backend's words", BusCondition::Failed);
    ReplayState blf;
    blf.notALog = LogKind::VectorBlf;
    row("of another kind", blf,
        "There is no frame of a CAN bus in it: a log of Vector (BLF); convert it with python-can: "
        "can_logconvert IN.blf OUT.log",
        BusCondition::Failed);
    BusState interface;
    interface.interfaceName = QStringLiteral("socketcan:can0");
    interface.detail = QStringLiteral("No such device");
    QTest::newRow("no recording") << interface << interface.detail;
}

void TestRefusalWords::recordings()
{
    QFETCH(const BusState, state);
    QFETCH(const QString, words);
    QCOMPARE(RecordingWords::detail(state), words);
}

void TestRefusalWords::kindsOfLogsAreAllTold()
{
    QSet<QString> told;
    for (int i = 0; i <= int(LogKind::NoFrames); ++i) {
        QCOMPARE(wordsOf(LogKind(i)).kind, LogKind(i));
        QCOMPARE(RecordingWords::kind(LogKind(i)), textOf(LogKind(i)));
        told.insert(textOf(LogKind(i)));
    }
    QCOMPARE(told.size(), int(LogKind::NoFrames) + 1);
}

void TestRefusalWords::damage_data()
{
    QTest::addColumn<qint64>("record");
    QTest::addColumn<QString>("words");
    QTest::newRow("of the file") << qint64(0) << QStringLiteral("Damaged (why)");
    QTest::newRow("of a record") << qint64(4) << QStringLiteral("Damaged at record 4 (why)");
}

void TestRefusalWords::damage()
{
    QFETCH(const qint64, record);
    QFETCH(const QString, words);
    AuditVerdict verdict;
    verdict.problem = Error{Code::AuditDamaged, QStringLiteral("why")};
    verdict.badRecord = record;
    verdict.checked = 3;
    QVERIFY2(AuditWords::verdict(verdict).startsWith(words), qPrintable(AuditWords::verdict(verdict)));
}

/// Errors without a detail are said as well as those with one.
void TestRefusalWords::nothingStandsInParentheses()
{
    for (int code = 0; code <= int(Code::Internal); ++code) {
        const QString text = Sentences::of({Code(code), {}}).text();
        QVERIFY2(!text.contains(QLatin1String("()")), qPrintable(text));
    }
    QVERIFY(Sentences::of({Code::CrlStale, QStringLiteral("leasing")}).text().contains(QLatin1String("(leasing)")));
}

/// The detail is for a log: what a person reads is chosen by the reason, whatever the code is.
void TestRefusalWords::reasonsHaveSentences()
{
    QFETCH(const Error, failed);
    const Sentence said = Sentences::of(failed);
    QVERIFY(!said.cause.isEmpty() && !said.next.isEmpty());
    QVERIFY2(!said.text().contains(test::unread), qPrintable(said.text()));
    QVERIFY2(said.cause != Sentences::of({failed.code, failed.detail}).cause, qPrintable(said.text()));
    QVERIFY2(!m_causes.contains(said.cause), qPrintable(said.cause));
    m_causes.insert(said.cause);
}

QTEST_GUILESS_MAIN(TestRefusalWords)
#include "tst_refusalwords.moc"
