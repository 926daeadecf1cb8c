// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/help.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace packwarden::ctl::help {

namespace {

constexpr qsizetype width = 80;
const QString summary = QStringLiteral("Prepares, signs and delivers changes to battery packs, without a window.");
constexpr std::initializer_list<ExitCode> allExitCodes{Done, RefusedOrInvalid, Usage, NotComplete, OutOfReach};

/// "  WORD        What it is for.", with what does not fit on further lines below the sentence.
QString row(const QString &word, qsizetype column, const QString &sentence)
{
    QString text = QStringLiteral("  ") + word;
    qsizetype at = text.size();
    if (at > column - 2) {
        text += u'\n';
        at = 0;
    }
    text += QString(column - at, u' ');
    at = column;
    bool first = true;
    for (const QString &each : sentence.split(u' ', Qt::SkipEmptyParts)) {
        if (!first && at + 1 + each.size() > width) {
            text += u'\n' + QString(column, u' ');
            at = column;
        } else if (!first) {
            text += u' ';
            ++at;
        }
        text += each;
        at += each.size();
        first = false;
    }
    return text + u'\n';
}

QString dashes(const Option &option)
{
    QString text = &option == &option::output ? QStringLiteral("-o, --output")
                                              : QStringLiteral("--") + QLatin1String(option.word);
    if (option.value)
        text += u' ' + QLatin1String(option.value);
    return text;
}

QString shortDashes(const Option &option)
{
    const QString word
        = &option == &option::output ? QStringLiteral("-o") : QStringLiteral("--") + QLatin1String(option.word);
    return option.value ? word + u' ' + QLatin1String(option.value) : word;
}

QString argumentsOf(const Verb &verb)
{
    QStringList words;
    for (const Argument &argument : verb.arguments) {
        const QString name = QLatin1String(argument.name);
        switch (argument.count) {
        case Argument::Count::One:
            words.append(name);
            break;
        case Argument::Count::Optional:
            words.append(QStringLiteral("[%1]").arg(name));
            break;
        case Argument::Count::Some:
            words.append(name + QStringLiteral("..."));
            break;
        case Argument::Count::Any:
            words.append(QStringLiteral("[%1...]").arg(name));
            break;
        }
    }
    return words.join(u' ');
}

QString withArguments(const Noun &noun, const Verb &verb)
{
    const QString arguments = argumentsOf(verb);
    if (noun.isArgumentFirst)
        return QStringLiteral("%1 %2 %3")
            .arg(arguments.section(u' ', 0, 0), QLatin1String(verb.name), arguments.section(u' ', 1))
            .trimmed();
    return QStringLiteral("%1 %2").arg(QLatin1String(verb.name), arguments).trimmed();
}

QString verbRows(const Noun &noun)
{
    constexpr qsizetype column = 30;
    QString text;
    for (const Verb &verb : noun.verbs)
        text += row(withArguments(noun, verb), column, QLatin1String(verb.summary));
    return text;
}

QString exitRows(const QList<ExitCode> &codes)
{
    QString text;
    for (const ExitCode code : codes)
        text += QStringLiteral("  ") + ofExitCode(code) + u'\n';
    return text;
}

QString optionRows(const QList<Taken> &options)
{
    constexpr qsizetype column = 28;
    QString text;
    for (const Taken &taken : options) {
        QString sentence = QLatin1String(taken.help);
        if (taken.dash == Taken::Dash::Allowed)
            sentence += QStringLiteral(" \"-\": standard %1.")
                            .arg(taken.option == &option::output ? QStringLiteral("output") : QStringLiteral("input"));
        text += row(dashes(*taken.option), column, sentence);
    }
    return text;
}

const QList<Taken> &ofEveryVerb()
{
    static const QList<Taken> options{option::store, option::json};
    return options;
}

} // namespace

QString ofExitCode(ExitCode code)
{
    switch (code) {
    case Done:
        return QStringLiteral("0  Done.");
    case RefusedOrInvalid:
        return QStringLiteral("1  Refused or invalid; the reason is printed.");
    case Usage:
        return QStringLiteral("2  The command line is wrong.");
    case NotComplete:
        return QStringLiteral("3  Not complete: signatures are missing, or this store cannot tell.");
    case OutOfReach:
        return QStringLiteral(
            "4  A pack, the bus or the exchange is out of reach, or a pack did not answer as it should.");
    }
    return {};
}

QString usage(const Noun &noun, const Verb &verb)
{
    QStringList words{QStringLiteral("packwardenctl"), QLatin1String(noun.name), withArguments(noun, verb)};
    QStringList oneOf;
    for (const Taken &taken : verb.options) {
        if (taken.need == Taken::Need::Yes)
            words.append(shortDashes(*taken.option));
        else if (taken.need == Taken::Need::OneOf)
            oneOf.append(shortDashes(*taken.option));
    }
    if (!oneOf.isEmpty())
        words.append(QStringLiteral("(%1)").arg(oneOf.join(QStringLiteral(" | "))));
    words.removeAll(QString());
    return words.join(u' ');
}

QString ofVerb(const Noun &noun, const Verb &verb)
{
    QString text = QStringLiteral("Usage: %1 [OPTION...]\n\n%2\n").arg(usage(noun, verb), QLatin1String(verb.summary));
    if (!verb.arguments.isEmpty()) {
        text += QStringLiteral("\nArguments:\n");
        for (const Argument &argument : verb.arguments) {
            QString sentence = QLatin1String(argument.help);
            if (argument.dash == Taken::Dash::Allowed)
                sentence += QStringLiteral(" \"-\": standard input.");
            text += row(QLatin1String(argument.name), 20, sentence);
        }
    }
    text += QStringLiteral("\nOptions:\n") + optionRows(verb.options + ofEveryVerb());
    text += QStringLiteral("\nExit codes:\n") + exitRows(verb.exitCodes());
    text += QStringLiteral("\nExample:\n  packwardenctl %1\n").arg(QString::fromUtf8(verb.example));
    return text;
}

QString ofNoun(const Noun &noun)
{
    QList<ExitCode> codes;
    for (const Verb &verb : noun.verbs) {
        for (const ExitCode code : verb.exitCodes()) {
            if (!codes.contains(code))
                codes.append(code);
        }
    }
    std::sort(codes.begin(), codes.end());
    return QStringLiteral("%1\n\nUsage: packwardenctl %2 VERB [ARGUMENT...] [OPTION...]\n\n%3\nExit codes:\n%4\n"
                          "\"packwardenctl %2 VERB --help\" tells the options of a verb.\n")
        .arg(QLatin1String(noun.summary), QLatin1String(noun.name), verbRows(noun), exitRows(codes));
}

QString ofProgram(const QList<Noun> &nouns)
{
    QString text
        = summary + QStringLiteral("\n\nUsage: packwardenctl [OPTION...] NOUN VERB [ARGUMENT...] [OPTION...]\n");
    for (const Noun &noun : nouns)
        text += QStringLiteral("\n%1: %2\n%3")
                    .arg(QLatin1String(noun.name), QLatin1String(noun.summary), verbRows(noun));
    text += QStringLiteral("\nOptions of every verb:\n") + optionRows(ofEveryVerb());
    text += QStringLiteral("\nOptions that may also stand before the noun, for whatever verb comes:\n")
        + optionRows(
            {option::bus, option::key, option::keyName, option::token, option::passphraseFile, option::unpinned});
    text += QStringLiteral("\nOptions of the program:\n");
    text += row(QStringLiteral("-h, --help"), 28,
        QStringLiteral("This text, or that of a noun or a verb; with --json all verbs as data."));
    text += row(QStringLiteral("-v, --version"), 28, QStringLiteral("The version."));
    text += QStringLiteral("\nExit codes:\n") + exitRows(allExitCodes);
    text += QStringLiteral("\nWith --json, the last line has \"ok\", and on refusal \"reason\" and \"detail\". "
                           "Measured values are\ndecimal text, and null where nothing was heard yet.\n");
    text += QStringLiteral("\n\"packwardenctl NOUN --help\" and \"packwardenctl NOUN VERB --help\" tell more.\n");
    return text;
}

QString asJson(const QList<Noun> &nouns)
{
    QJsonArray all;
    QJsonArray summaries;
    for (const Noun &noun : nouns) {
        summaries.append(QJsonObject{{QStringLiteral("noun"), QLatin1String(noun.name)},
            {QStringLiteral("summary"), QLatin1String(noun.summary)}});
        for (const Verb &verb : noun.verbs) {
            QJsonArray arguments;
            for (const Argument &argument : verb.arguments)
                arguments.append(QJsonObject{{QStringLiteral("name"), QLatin1String(argument.name)},
                    {QStringLiteral("help"), QLatin1String(argument.help)}});
            QJsonArray options;
            for (const Taken &taken : verb.options + ofEveryVerb())
                options.append(QJsonObject{{QStringLiteral("word"), QLatin1String(taken.option->word)},
                    {QStringLiteral("short"),
                        taken.option == &option::output ? QJsonValue(QStringLiteral("o")) : QJsonValue()},
                    {QStringLiteral("value"),
                        taken.option->value ? QJsonValue(QLatin1String(taken.option->value)) : QJsonValue()},
                    {QStringLiteral("needed"), taken.need != Taken::Need::No},
                    {QStringLiteral("help"), QLatin1String(taken.help)}});
            QJsonArray exits;
            for (const ExitCode code : verb.exitCodes())
                exits.append(int(code));
            all.append(QJsonObject{{QStringLiteral("noun"), QLatin1String(noun.name)},
                {QStringLiteral("verb"), QLatin1String(verb.name)},
                {QStringLiteral("summary"), QLatin1String(verb.summary)}, {QStringLiteral("usage"), usage(noun, verb)},
                {QStringLiteral("arguments"), arguments}, {QStringLiteral("options"), options},
                {QStringLiteral("exitCodes"), exits}, {QStringLiteral("example"), QString::fromUtf8(verb.example)}});
        }
    }
    QJsonObject codes;
    for (const ExitCode code : allExitCodes)
        codes.insert(QString::number(code), ofExitCode(code).sliced(3));
    const QJsonObject object{{QStringLiteral("summary"), summary}, {QStringLiteral("nouns"), summaries},
        {QStringLiteral("verbs"), all}, {QStringLiteral("exitCodes"), codes}, {QStringLiteral("ok"), true}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n';
}

} // namespace packwarden::ctl::help
