// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/commandline.h"
#include "app/ctl/base/help.h"
#include "app/ctl/nouns.h"
#include "models/core/base/argumenttext.h"
#include "models/core/base/nearestword.h"
#include "tests/support/fixedclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <numeric>

using namespace packwarden;
using namespace packwarden::ctl;

namespace {

/// As a shell would cut it; of quotes only the double ones.
QStringList words(const QString &line)
{
    return QStringList{QStringLiteral("packwardenctl")} + QProcess::splitCommand(line);
}

Result<CommandLine> parse(const QString &line)
{
    return CommandLine::parse(words(line), nouns());
}

QString nameOf(const Noun &noun, const Verb &verb)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(noun.name), QLatin1String(verb.name)).trimmed();
}

/// Each verb of each noun is one row.
void verbRows()
{
    QTest::addColumn<const Noun *>("noun");
    QTest::addColumn<const Verb *>("verb");
    for (const Noun &noun : nouns()) {
        for (const Verb &verb : noun.verbs)
            QTest::newRow(qPrintable(nameOf(noun, verb))) << &noun << &verb;
    }
}

/// What a test gives an option of this kind.
QString valueFor(const Option &option)
{
    if (&option == &option::meaning)
        return QStringLiteral("author");
    return std::holds_alternative<int Options::*>(option.place) ? QStringLiteral("7") : QStringLiteral("value-of-it");
}

QStringList withValue(const Option &option)
{
    const QString word = QStringLiteral("--") + QLatin1String(option.word);
    return option.value ? QStringList{word, valueFor(option)} : QStringList{word};
}

bool arrived(const Option &option, const Options &options)
{
    return std::visit(
        [&](auto place) {
            const auto &value = options.*place;
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, bool>)
                return value;
            else if constexpr (std::is_same_v<Value, int>)
                return value == 7;
            else if constexpr (std::is_same_v<Value, QStringList>)
                return value.contains(valueFor(option));
            else
                return value == valueFor(option);
        },
        option.place);
}

} // namespace

class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDescribedWhole_data() { verbRows(); }
    void isDescribedWhole();
    void noOptionIsIgnored_data() { verbRows(); }
    void noOptionIsIgnored();
    void whatIsNeededIsNeeded_data() { verbRows(); }
    void whatIsNeededIsNeeded();
    void helpTellsAll_data() { verbRows(); }
    void helpTellsAll();
    void helpOfNounAndProgram();
    void isRead_data();
    void isRead();
    void isRefused_data();
    void isRefused();
    void jsonIsSeenInAnyLine();
    void nearest_data();
    void nearest();
    void argumentsAreText_data();
    void argumentsAreText();
};

Q_DECLARE_METATYPE(const packwarden::ctl::Noun *)
Q_DECLARE_METATYPE(const packwarden::ctl::Verb *)

/// The example is one that the parser takes, and the maker makes something.
void TestCommandLine::isDescribedWhole()
{
    QFETCH(const Noun *, noun);
    QFETCH(const Verb *, verb);
    const QString summary = QLatin1String(verb->summary);
    QVERIFY2(summary.endsWith(u'.') || summary.endsWith(u'?'), qPrintable(summary));
    QVERIFY(summary.size() <= 100);
    const auto line = parse(QString::fromUtf8(verb->example));
    QVERIFY2(line.ok(), qPrintable(line.ok() ? QString() : line.error().detail));
    QCOMPARE(line->ask, CommandLine::Ask::Run);
    QCOMPARE(line->verb, verb);
    QCOMPARE(line->options.noun, QLatin1String(noun->name));
    QCOMPARE(line->options.verb, QLatin1String(verb->name));
    QCOMPARE(std::count_if(noun->verbs.begin(), noun->verbs.end(),
                 [&](const Verb &other) { return QLatin1String(other.name) == QLatin1String(verb->name); }),
        1);
    const test::FixedClock clock;
    QVERIFY(verb->make(line->options, clock) != nullptr);
    for (const Argument &argument : verb->arguments)
        QVERIFY(argument.name[0] != 0 && argument.help[0] != 0);
}

/// Every option after every verb: its value arrives, or the line is refused.
void TestCommandLine::noOptionIsIgnored()
{
    QFETCH(const Verb *, verb);
    const QStringList example = words(QString::fromUtf8(verb->example));
    for (const Option *option : option::all()) {
        const QString word = QStringLiteral("--") + QLatin1String(option->word);
        if (example.contains(word) || (option == &option::output && example.contains(QStringLiteral("-o"))))
            continue;
        QStringList line = example;
        // One of the two ways to a key at a time.
        for (const char *other : {"--key", "--token"}) {
            if (const qsizetype at = line.indexOf(QLatin1String(other));
                at >= 0 && (option == &option::key || option == &option::token))
                line.remove(at, 2);
        }
        const auto parsed = CommandLine::parse(line + withValue(*option), nouns());
        const bool takes = option == &option::store || option == &option::json || verb->taken(*option);
        QVERIFY2(parsed.ok() == takes, qPrintable(word + (parsed.ok() ? QString() : parsed.error().detail)));
        if (takes)
            QVERIFY2(arrived(*option, parsed->options), qPrintable(word));
        else
            QVERIFY2(parsed.error().detail.contains(word) || parsed.error().detail.contains(QLatin1String("-o")),
                qPrintable(parsed.error().detail));
    }
}

void TestCommandLine::whatIsNeededIsNeeded()
{
    QFETCH(const Verb *, verb);
    const QStringList example = words(QString::fromUtf8(verb->example));
    for (const Taken &taken : verb->options) {
        if (taken.need == Taken::Need::No)
            continue;
        QStringList line = example;
        qsizetype at = line.indexOf(QStringLiteral("--") + QLatin1String(taken.option->word));
        if (at < 0 && taken.option == &option::output)
            at = line.indexOf(QStringLiteral("-o"));
        if (at < 0 && taken.need == Taken::Need::OneOf)
            continue; // the example has the other one
        QVERIFY2(at > 0, taken.option->word);
        line.remove(at, taken.option->value ? 2 : 1);
        QVERIFY2(!CommandLine::parse(line, nouns()).ok(), taken.option->word);
    }
}

void TestCommandLine::helpTellsAll()
{
    QFETCH(const Noun *, noun);
    QFETCH(const Verb *, verb);
    const QString name = *verb->name ? nameOf(*noun, *verb) : QStringLiteral("time SERIAL");
    const auto help = parse(name + QStringLiteral(" --help"));
    QVERIFY(help.ok());
    QCOMPARE(help->ask, CommandLine::Ask::Help);
    QCOMPARE(help->text, help::ofVerb(*noun, *verb));
    for (const Taken &taken : verb->options)
        QVERIFY2(help->text.contains(QStringLiteral("--") + QLatin1String(taken.option->word)), taken.option->word);
    for (const ExitCode code : verb->exitCodes())
        QVERIFY(help->text.contains(help::ofExitCode(code)));
    QVERIFY(help->text.contains(QString::fromUtf8(verb->example)));
    const qsizetype options = help->text.indexOf(QLatin1String("\nOptions:\n"));
    const qsizetype exits = help->text.indexOf(QLatin1String("\nExit codes:\n"));
    for (const QString &line : help->text.mid(options, exits - options).split(u'\n'))
        QVERIFY2(line.size() <= 80, qPrintable(line));
}

void TestCommandLine::helpOfNounAndProgram()
{
    const auto program = parse(QStringLiteral("--help"));
    QVERIFY(program.ok());
    for (const Noun &noun : nouns()) {
        const auto help = parse(QLatin1String(noun.name) + QStringLiteral(" -h"));
        QVERIFY(help.ok());
        QCOMPARE(help->ask, CommandLine::Ask::Help);
        QVERIFY(help->text.contains(help::ofExitCode(Done)));
        for (const Verb &verb : noun.verbs) {
            const QString first
                = noun.isArgumentFirst ? QLatin1String(verb.arguments.constFirst().name) + u' ' : QString();
            const QString row = QStringLiteral("\n  ") + first + QLatin1String(*verb.name ? verb.name : "SERIAL");
            QVERIFY2(help->text.contains(row), qPrintable(row));
            QVERIFY2(program->text.contains(row), qPrintable(row));
        }
    }
    for (const ExitCode code : {Done, RefusedOrInvalid, Usage, NotComplete, OutOfReach})
        QVERIFY(program->text.contains(help::ofExitCode(code)));
    QCOMPARE(parse(QStringLiteral("--version"))->ask, CommandLine::Ask::Version);
    const auto data = parse(QStringLiteral("--help --json"));
    QVERIFY(data.ok());
    const QJsonObject described = QJsonDocument::fromJson(data->text.toUtf8()).object();
    QVERIFY(!described[QLatin1String("summary")].toString().isEmpty());
    QCOMPARE(described[QLatin1String("nouns")].toArray().size(), nouns().size());
    QCOMPARE(described[QLatin1String("exitCodes")].toObject().keys(),
        QStringList(
            {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")}));
    const QJsonArray verbs = described[QLatin1String("verbs")].toArray();
    QCOMPARE(verbs.size(),
        std::accumulate(nouns().begin(), nouns().end(), qsizetype(0),
            [](qsizetype sum, const Noun &noun) { return sum + noun.verbs.size(); }));
    for (const QJsonValue &verb : verbs) {
        QVERIFY(!verb[QLatin1String("summary")].toString().isEmpty());
        QVERIFY(verb[QLatin1String("options")].toArray().size() >= 2);
        QVERIFY(verb[QLatin1String("exitCodes")].toArray().contains(0));
    }
}

void TestCommandLine::isRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *line, const char *verb, const QStringList &arguments = {}) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(verb) << arguments;
    };
    row("--bus a:b pack list", "list");
    row("pack --bus a:b list", "list");
    row("pack list --bus=a:b", "list");
    row("pack list --bus a:b --store x --json", "list");
    row("--key me.p12 --passphrase-file p --bus a:b --store s audit list", "list");
    row("--token pkcs11:token=a request show f", "show", {QStringLiteral("f")});
    row("--bus a:b pack list --bus c:d", "list");
    row("request new --reason r -o f --key k --pack A B --set a=1 b=2", "new",
        {QStringLiteral("B"), QStringLiteral("b=2")});
    row("--reason r --output f request new --key k --pack A --set a=1", "new");
    row("request sign f --own-value a=1 b=2 --key k", "sign", {QStringLiteral("f"), QStringLiteral("b=2")});
    row("policy diff b", "diff", {QStringLiteral("b")});
    row("policy diff a b", "diff", {QStringLiteral("a"), QStringLiteral("b")});
    row("time S --bus a:b --key k", "", {QStringLiteral("S")});
    row("time sign f --key k", "sign", {QStringLiteral("f")});
    row("request show -- -o", "show", {QStringLiteral("-o")});
    row("request reject f --key k --reason -", "reject", {QStringLiteral("f")});
    row("keys new --token pkcs11:a --root --name n", "new");
}

void TestCommandLine::isRead()
{
    QFETCH(QString, line);
    QFETCH(QString, verb);
    QFETCH(QStringList, arguments);
    const auto read = parse(line);
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    QCOMPARE(read->options.verb, verb);
    QCOMPARE(read->options.arguments, arguments);
    if (line.endsWith(QLatin1String("--bus c:d")))
        QCOMPARE(read->options.bus(), QStringLiteral("c:d"));
}

void TestCommandLine::isRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const char *says) {
        QTest::newRow(*line ? line : "nothing") << QString::fromUtf8(line) << QString::fromUtf8(says);
    };
    row("", "a noun and a verb are needed");
    row("pack", "pack needs a verb: list, show");
    row("pakc list", "there is no noun pakc (did you mean pack?)");
    row("zebra", "there is no noun zebra;");
    row("zebra --help", "there is no noun zebra;");
    row("pack lisr --bus a:b", "pack has no verb lisr (did you mean pack list?)");
    row("pack lisr --help", "pack has no verb lisr (did you mean pack list?)");
    row("pack list --buss a:b", "there is no option --buss (did you mean --bus?); see packwardenctl pack list --help");
    row("--stroe s pack list", "there is no option --stroe (did you mean --store?)");
    row("pack list -x", "there is no option -x");
    row("pack list --bus", "--bus");
    row("pack list --json=yes --bus a:b", "--json");
    row("pack list", "pack list needs --bus PLUGIN:DEVICE");
    row("pack list --bus=", "pack list needs --bus PLUGIN:DEVICE");
    row("pack list --bus a:b --days 3", "pack list takes no --days");
    row("--days 3 pack list --bus a:b", "pack list takes no --days");
    row("audit list --bus a:b", "audit list takes no --bus");
    row("--bus a:b audit list --bus a:b", "audit list takes no --bus");
    row("request show f --key k", "request show takes no --key");
    row("policy show -o f", "policy show takes no -o");
    row("--record f audit list", "audit list takes no --record");
    row("request reject f --key k --reason a --reason b", "--reason is given 2 times");
    row("keys crl --key k -o a --output b", "-o is given 2 times");
    row("keys crl --key k --token t -o a", "--key or --token, not both");
    row("keys crl --key k --number 0 -o a", "--number wants a whole number from 1");
    row("keys crl --key k --number 1,000 -o a", "--number wants a whole number from 1");
    row("keys crl --key k --number 99999999999 -o a", "--number wants a whole number from 1");
    row("pack watch --bus a:b", "pack watch needs SERIAL: packwardenctl pack watch SERIAL --bus PLUGIN:DEVICE");
    row("pack watch A B --bus a:b", "pack watch does not take \"B\"");
    row("pack read A --bus a:b", "pack read needs more than 1 argument");
    row("audit list all", "audit list does not take \"all\"");
    row("request sign - --key k", "request sign cannot read \"-\"");
    row("keys new -o -", "-o of keys new cannot be \"-\"");
    row("--store - audit list", "--store of audit list cannot be \"-\"");
    row("request sign f --key k --meaning maybe", "--meaning is author or approve");
    row("command tighten --pack A --reason r -o f --key k", "command tighten needs --set PARAMETER=VALUE");
}

void TestCommandLine::isRefused()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const auto read = parse(line);
    QVERIFY(!read.ok());
    QCOMPARE(read.code(), Code::Malformed);
    QVERIFY2(read.error().detail.contains(says), qPrintable(read.error().detail));
    QVERIFY2(!read.error().detail.contains(u'\n'), qPrintable(read.error().detail));
}

void TestCommandLine::jsonIsSeenInAnyLine()
{
    QVERIFY(asksForJson(words(QStringLiteral("--json zebra --nothing"))));
    QVERIFY(asksForJson(words(QStringLiteral("zebra --json"))));
    QVERIFY(!asksForJson(words(QStringLiteral("request show -- --json"))));
    QVERIFY(!asksForJson(words(QStringLiteral("request reject f --reason --json"))));
}

void TestCommandLine::nearest_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("near");
    const auto row = [](const char *typed, const char *near) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(near);
    };
    row("lsi", "list");
    row("LIST", "list");
    row("hsow", "show");
    row("sho", "show");
    row("parameter", "parameters");
    row("parametars", "parameters");
    row("x", "");
    row("zebra", "");
    row("", "");
}

void TestCommandLine::nearest()
{
    QFETCH(QString, typed);
    QFETCH(QString, near);
    QCOMPARE(
        nearestWord(typed, {QStringLiteral("list"), QStringLiteral("show"), QStringLiteral("parameters"), {}}), near);
}

void TestCommandLine::argumentsAreText_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QByteArray("store") << true;
    QTest::newRow("umlaut") << QByteArray("f\xc3\xa4.pwreq") << true;
    QTest::newRow("U+FFFD as such") << QByteArray("f\xef\xbf\xbd") << true;
    QTest::newRow("outside the plane") << QByteArray("\xf0\x9f\x94\x8b") << true;
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("byte that begins nothing") << QByteArray("st\xffore") << false;
    QTest::newRow("Latin-1") << QByteArray("f\xe4.pwreq") << false;
    QTest::newRow("cut off") << QByteArray("f\xc3") << false;
    QTest::newRow("half of a pair") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("longer than needed") << QByteArray("\xc0\xaf") << false;
}

void TestCommandLine::argumentsAreText()
{
    QFETCH(QByteArray, argument);
    QFETCH(bool, good);
    QByteArray program("program");
    QByteArray before("before");
    char *argv[] = {program.data(), before.data(), argument.data(), nullptr};
    const QString odd = argumentThatIsNoText(3, argv);
    QCOMPARE(odd.isEmpty(), good);
    if (!good)
        QVERIFY2(odd.contains(QStringLiteral("argument 2")), qPrintable(odd));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
