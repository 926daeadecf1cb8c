// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/commandline.h"

#include "app/ctl/base/help.h"
#include "models/core/base/nearestword.h"
#include "models/core/base/printable.h"

#include <QCommandLineParser>
#include <QStandardPaths>

#include <algorithm>

namespace packwarden::ctl {

namespace {

/// These may stand before the noun for whatever verb comes, so that a person or a script sets them once.
bool isSetting(const Option &option)
{
    return &option == &option::bus || &option == &option::key || &option == &option::keyName
        || &option == &option::token || &option == &option::passphraseFile || &option == &option::unpinned;
}

bool isOfEveryVerb(const Option &option)
{
    return &option == &option::store || &option == &option::json;
}

QStringList names(const Option &option)
{
    QStringList all{QString::fromLatin1(option.word)};
    if (&option == &option::output)
        all.prepend(QStringLiteral("o"));
    return all;
}

QString dashes(const Option &option)
{
    return &option == &option::output ? QStringLiteral("-o") : QStringLiteral("--") + QLatin1String(option.word);
}

const QCommandLineOption &helpOption()
{
    static const QCommandLineOption option(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    return option;
}

const QCommandLineOption &versionOption()
{
    static const QCommandLineOption option(QStringList{QStringLiteral("v"), QStringLiteral("version")});
    return option;
}

void declareAll(QCommandLineParser &parser)
{
    for (const Option *option : option::all())
        parser.addOption({names(*option), {}, option->value ? QString::fromLatin1(option->value) : QString()});
    parser.addOption(helpOption());
    parser.addOption(versionOption());
}

QString didYouMean(const QString &word, const QStringList &words, const QString &before = {})
{
    const QString near = nearestWord(word, words);
    return near.isEmpty() ? QString() : QStringLiteral(" (did you mean %1%2?)").arg(before, near);
}

QString nameOf(const Noun &noun, const Verb &verb)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(noun.name), QLatin1String(verb.name)).trimmed();
}

QString seeHelp(const QString &of)
{
    return QStringLiteral("; see packwardenctl %1 --help").arg(of);
}

/// One reading of a command line.
class Reading final
{
public:
    Reading(const QStringList &arguments, const QList<Noun> &nouns)
        : m_arguments(arguments)
        , m_nouns(nouns)
    {
        declareAll(m_parser);
        m_understood = m_parser.parse(arguments);
        m_words = m_parser.positionalArguments();
    }

    Result<CommandLine> read()
    {
        const bool help = m_understood && m_parser.isSet(helpOption());
        if (m_understood && m_parser.isSet(versionOption()) && !help)
            return CommandLine{CommandLine::Ask::Version, nullptr, {}, {}};
        if (help && m_words.isEmpty())
            return asHelp(isJson() ? help::asJson(m_nouns) : help::ofProgram(m_nouns));
        if (auto found = findNoun(); !found.ok())
            return found.error();
        if (help && m_words.isEmpty())
            return asHelp(help::ofNoun(*m_noun));
        if (auto found = findVerb(); !found.ok())
            return found.error();
        if (!m_understood)
            return misunderstood();
        if (help)
            return asHelp(help::ofVerb(*m_noun, *m_verb));
        CommandLine line;
        line.verb = m_verb;
        line.options.noun = QLatin1String(m_noun->name);
        line.options.verb = QLatin1String(m_verb->name);
        line.options.arguments = m_words;
        for (const auto step : {&Reading::refuseStrangers, &Reading::readOptions, &Reading::checkNeeds,
                 &Reading::checkArguments, &Reading::checkValues}) {
            if (auto good = (this->*step)(line.options); !good.ok())
                return good.error();
        }
        return line;
    }

private:
    bool isJson() const { return m_parser.isSet(QString::fromLatin1(option::json.word)); }
    static CommandLine asHelp(const QString &text) { return {CommandLine::Ask::Help, nullptr, {}, text}; }

    Result<> findNoun()
    {
        if (m_words.isEmpty()) {
            return m_understood ? Result<>(Code::Malformed,
                       QStringLiteral("a noun and a verb are needed: %1; see packwardenctl --help")
                           .arg(nounNames().join(QStringLiteral(", "))))
                                : Result<>(misunderstood());
        }
        const QString word = m_words.takeFirst();
        const auto found = std::find_if(
            m_nouns.begin(), m_nouns.end(), [&](const Noun &noun) { return QLatin1String(noun.name) == word; });
        if (found == m_nouns.end() && !m_understood)
            return misunderstood();
        if (found == m_nouns.end())
            return {Code::Malformed,
                QStringLiteral("there is no noun %1%2; see packwardenctl --help")
                    .arg(printable(word), didYouMean(word, nounNames()))};
        m_noun = &*found;
        return Result<>::success();
    }

    QStringList nounNames() const
    {
        QStringList names;
        for (const Noun &noun : m_nouns)
            names.append(QLatin1String(noun.name));
        return names;
    }

    Result<> findVerb()
    {
        const QString noun = QLatin1String(m_noun->name);
        QStringList names;
        for (const Verb &verb : m_noun->verbs)
            names.append(QLatin1String(verb.name));
        if (m_noun->isArgumentFirst && m_words.size() > 1 && !m_noun->verb(m_words.constFirst()))
            m_words.swapItemsAt(0, 1);
        if (!m_words.isEmpty())
            m_verb = m_noun->verb(m_words.constFirst());
        if (m_verb) {
            m_words.removeFirst();
            return Result<>::success();
        }
        m_verb = m_noun->verb({});
        if (m_verb)
            return Result<>::success();
        if (!m_understood)
            return misunderstood();
        if (m_words.isEmpty())
            return {Code::Malformed,
                QStringLiteral("%1 needs a verb: %2%3").arg(noun, names.join(QStringLiteral(", ")), seeHelp(noun))};
        const QString word = m_words.constFirst();
        return {Code::Malformed,
            QStringLiteral("%1 has no verb %2%3%4")
                .arg(noun, printable(word), didYouMean(word, names, noun + u' '), seeHelp(noun))};
    }

    /// An option that there is not, or a value that is missing or too many.
    Error misunderstood() const
    {
        const QStringList unknown = m_parser.unknownOptionNames();
        if (unknown.isEmpty())
            return {Code::Malformed, printable(m_parser.errorText())};
        QStringList words;
        for (const Option *option : option::all()) {
            if (!m_verb || isOfEveryVerb(*option) || m_verb->taken(*option))
                words.append(QString::fromLatin1(option->word));
        }
        const QString word = unknown.constFirst();
        return {Code::Malformed,
            QStringLiteral("there is no option %1%2%3%4")
                .arg(word.size() == 1 ? QStringLiteral("-") : QStringLiteral("--"), printable(word),
                    didYouMean(word, words, QStringLiteral("--")),
                    m_verb ? seeHelp(nameOf(*m_noun, *m_verb)) : QStringLiteral("; see packwardenctl --help"))};
    }

    /// What the verb does not take is refused. A setting may stand before the noun for any verb.
    Result<> refuseStrangers(Options &)
    {
        QCommandLineParser upToNoun;
        declareAll(upToNoun);
        upToNoun.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
        upToNoun.parse(m_arguments);
        const QStringList before = upToNoun.optionNames();
        const QStringList given = m_parser.optionNames();
        for (const Option *option : option::all()) {
            const auto countIn = [&](const QStringList &list) {
                qsizetype count = 0;
                for (const QString &name : names(*option))
                    count += list.count(name);
                return count;
            };
            const qsizetype count = countIn(given);
            const bool several = std::holds_alternative<QStringList Options::*>(option->place);
            if (count > 1 && !several && !isSetting(*option) && !isOfEveryVerb(*option))
                return complain(QStringLiteral("%1 is given %2 times").arg(dashes(*option)).arg(count));
            if (m_verb->taken(*option) || isOfEveryVerb(*option) || count == 0)
                continue;
            if (!isSetting(*option) || count > countIn(before))
                return complain(QStringLiteral("%1 takes no %2").arg(nameOf(*m_noun, *m_verb), dashes(*option)));
        }
        return Result<>::success();
    }

    Result<> readOptions(Options &options)
    {
        for (const Option *option : option::all()) {
            const QString word = QString::fromLatin1(option->word);
            if (!m_parser.isSet(word))
                continue;
            if (const auto *text = std::get_if<QString Options::*>(&option->place)) {
                options.*(*text) = m_parser.value(word);
            } else if (const auto *list = std::get_if<QStringList Options::*>(&option->place)) {
                options.*(*list) = m_parser.values(word);
            } else if (const auto *flag = std::get_if<bool Options::*>(&option->place)) {
                options.*(*flag) = true;
            } else {
                bool good = false;
                int &number = options.*std::get<int Options::*>(option->place);
                number = m_parser.value(word).toInt(&good);
                if (!good || number < 1)
                    return complain(QStringLiteral("--%1 wants a whole number from 1").arg(word));
            }
        }
        if (options.store.isEmpty())
            options.store = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        return Result<>::success();
    }

    bool isGiven(const Option &option) const
    {
        const QStringList values = m_parser.values(QString::fromLatin1(option.word));
        return option.value ? std::any_of(values.begin(), values.end(), [](const QString &v) { return !v.isEmpty(); })
                            : m_parser.isSet(QString::fromLatin1(option.word));
    }

    Result<> checkNeeds(Options &options)
    {
        QStringList oneOf;
        bool one = false;
        for (const Taken &taken : m_verb->options) {
            if (taken.need == Taken::Need::Yes && !isGiven(*taken.option))
                return complain(QStringLiteral("%1 needs %2 %3")
                                    .arg(nameOf(*m_noun, *m_verb), dashes(*taken.option),
                                        QString::fromLatin1(taken.option->value)));
            if (taken.need != Taken::Need::OneOf)
                continue;
            oneOf.append(dashes(*taken.option));
            one = one || isGiven(*taken.option);
        }
        if (!oneOf.isEmpty() && !one)
            return complain(
                QStringLiteral("%1 needs %2").arg(nameOf(*m_noun, *m_verb), oneOf.join(QStringLiteral(" or "))));
        if (!options.keyFile.isEmpty() && !options.token.isEmpty())
            return complain(QStringLiteral("--key or --token, not both"));
        return Result<>::success();
    }

    Result<> checkArguments(Options &options)
    {
        using Count = Argument::Count;
        qsizetype least = 0;
        bool endless = false;
        for (const Argument &argument : m_verb->arguments) {
            least += argument.count == Count::One || argument.count == Count::Some ? 1 : 0;
            endless = endless || argument.count == Count::Some || argument.count == Count::Any;
        }
        const qsizetype count = options.arguments.size();
        const QString usage = help::usage(*m_noun, *m_verb);
        if (count < least)
            return complain(count == 0 && least == 1
                    ? QStringLiteral("%1 needs %2: %3")
                          .arg(nameOf(*m_noun, *m_verb), QLatin1String(firstNeeded()), usage)
                    : QStringLiteral("%1 needs more than %2: %3")
                          .arg(nameOf(*m_noun, *m_verb), countWord(count), usage));
        if (!endless && count > m_verb->arguments.size())
            return complain(
                QStringLiteral("%1 does not take \"%2\": %3")
                    .arg(nameOf(*m_noun, *m_verb), printable(options.arguments.at(m_verb->arguments.size())), usage));
        return Result<>::success();
    }

    const char *firstNeeded() const
    {
        for (const Argument &argument : m_verb->arguments) {
            if (argument.count == Argument::Count::One || argument.count == Argument::Count::Some)
                return argument.name;
        }
        return "";
    }

    static QString countWord(qsizetype count)
    {
        return count == 1 ? QStringLiteral("1 argument") : QStringLiteral("%1 arguments").arg(count);
    }

    /// "-" only where standard input or output is meant, and words of which there are few.
    Result<> checkValues(Options &options)
    {
        const bool anywhere = std::any_of(m_verb->arguments.begin(), m_verb->arguments.end(),
            [](const Argument &argument) { return argument.dash == Taken::Dash::Allowed; });
        if (options.arguments.contains(QStringLiteral("-")) && !anywhere)
            return complain(
                QStringLiteral("%1 cannot read \"-\", standard input; name a file").arg(nameOf(*m_noun, *m_verb)));
        for (const Option *option : option::all()) {
            const Taken *taken = m_verb->taken(*option);
            const bool dash = m_parser.values(QString::fromLatin1(option->word)).contains(QStringLiteral("-"));
            if (option->kind == Option::Kind::File && dash && (!taken || taken->dash == Taken::Dash::No))
                return complain(QStringLiteral("%1 of %2 cannot be \"-\"; name a file")
                                    .arg(dashes(*option), nameOf(*m_noun, *m_verb)));
        }
        if (options.arguments.count(QStringLiteral("-")) > 1)
            return complain(QStringLiteral("standard input, \"-\", can be read only once"));
        if (options.output == QLatin1String("-") && options.json)
            return complain(QStringLiteral("-o - and --json both want standard output"));
        if (options.meaning.isEmpty())
            options.meaning = QStringLiteral("approve");
        if (options.purpose.isEmpty())
            options.purpose = QStringLiteral("drive");
        if (options.meaning != QLatin1String("author") && options.meaning != QLatin1String("approve"))
            return complain(QStringLiteral("--meaning is author or approve"));
        return Result<>::success();
    }

    Result<> complain(const QString &sentence) const
    {
        return {Code::Malformed, sentence + seeHelp(nameOf(*m_noun, *m_verb))};
    }

    QStringList m_arguments;
    const QList<Noun> &m_nouns;
    QCommandLineParser m_parser;
    bool m_understood = false;
    QStringList m_words; ///< what is no option and no value of one; noun and verb are taken from it
    const Noun *m_noun = nullptr;
    const Verb *m_verb = nullptr;
};

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments, const QList<Noun> &nouns)
{
    return Reading(arguments, nouns).read();
}

bool asksForJson(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareAll(parser);
    parser.parse(arguments);
    return parser.isSet(QString::fromLatin1(option::json.word));
}

} // namespace packwarden::ctl
