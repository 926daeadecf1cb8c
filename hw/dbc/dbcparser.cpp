// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/dbc/dbc.h"

#include <QRegularExpression>

namespace packwarden {

namespace {

constexpr quint32 extendedFlag = 0x80000000;
constexpr int longestClassicFrame = 8;

/// "-40", "0.02": exact, in millionths; nothing for exponents or more than six decimals.
std::optional<qint64> micro(const QString &text)
{
    static const QRegularExpression grammar(QStringLiteral("^(-?)(\\d{1,9})(?:\\.(\\d{1,6}))?$"));
    const auto match = grammar.match(text);
    if (!match.hasMatch())
        return {};
    const qint64 whole = match.captured(2).toLongLong() * 1'000'000;
    const qint64 fraction = match.captured(3).leftJustified(6, u'0').toLongLong();
    return match.captured(1).isEmpty() ? whole + fraction : -(whole + fraction);
}

class Parser final
{
public:
    Result<QList<DbcMessage>> run(const QString &text);

private:
    bool line(const QString &text);
    bool message(const QString &text);
    bool signalLine(const QString &text);
    bool values(const QString &text);
    bool comment(const QString &text);
    bool cycle(const QString &text);
    DbcMessage *messageById(const QString &id);
    DbcSignal *signalByName(const QString &id, const QString &name);

    QList<DbcMessage> m_messages;
};

DbcMessage *Parser::messageById(const QString &id)
{
    for (DbcMessage &one : m_messages) {
        if (one.id == (id.toUInt() & ~extendedFlag))
            return &one;
    }
    return nullptr;
}

DbcSignal *Parser::signalByName(const QString &id, const QString &name)
{
    DbcMessage *of = messageById(id);
    if (!of)
        return nullptr;
    for (DbcSignal &one : of->signalList) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

bool Parser::message(const QString &text)
{
    static const QRegularExpression grammar(QStringLiteral("^BO_ (\\d+) (\\w+) ?: (\\d+) \\w+$"));
    const auto match = grammar.match(text);
    const bool isExtended = match.captured(1).toUInt() & extendedFlag;
    if (!match.hasMatch() || !isExtended || match.captured(3).toInt() > longestClassicFrame)
        return false;
    DbcMessage one;
    one.id = match.captured(1).toUInt() & ~extendedFlag;
    one.name = match.captured(2);
    one.size = match.captured(3).toInt();
    m_messages.append(one);
    return true;
}

bool Parser::signalLine(const QString &text)
{
    static const QRegularExpression grammar(
        QStringLiteral("^SG_ (\\w+) (?:(M)|m(\\d+))? ?: (\\d+)\\|(\\d+)@([01])([+-]) \\(([^,]+),([^)]+)\\) "
                       "\\[([^|]+)\\|([^\\]]+)\\] \"([^\"]*)\" .+$"));
    const auto match = grammar.match(text);
    if (!match.hasMatch() || m_messages.isEmpty())
        return false;
    const auto factor = micro(match.captured(8));
    const auto offset = micro(match.captured(9));
    const auto minimum = micro(match.captured(10));
    const auto maximum = micro(match.captured(11));
    if (!factor || *factor == 0 || !offset || !minimum || !maximum)
        return false;
    DbcSignal one;
    one.name = match.captured(1);
    one.multiplexor = !match.captured(2).isEmpty();
    one.multiplexValue = match.captured(3).isEmpty() ? -1 : match.captured(3).toInt();
    one.startBit = match.captured(4).toInt();
    one.size = match.captured(5).toInt();
    one.littleEndian = match.captured(6) == QLatin1String("1");
    one.isSigned = match.captured(7) == QLatin1String("-");
    one.factorMicro = *factor;
    one.offsetMicro = *offset;
    one.minMicro = *minimum;
    one.maxMicro = *maximum;
    one.unit = match.captured(12);
    // A signal outside its frame would be read outside the payload.
    int last = one.startBit;
    for (int i = 1; i < one.size; ++i)
        last = one.littleEndian ? last + 1 : (last % 8 == 0 ? last + 15 : last - 1);
    if (one.size < 1 || one.size > 32 || last >= m_messages.last().size * 8)
        return false;
    m_messages.last().signalList.append(one);
    return true;
}

bool Parser::values(const QString &text)
{
    static const QRegularExpression grammar(QStringLiteral("^VAL_ (\\d+) (\\w+) (.*);$"));
    static const QRegularExpression pair(QStringLiteral("(-?\\d+) \"([^\"]*)\""));
    const auto match = grammar.match(text);
    DbcSignal *of = signalByName(match.captured(1), match.captured(2));
    if (!match.hasMatch() || !of)
        return false;
    for (auto it = pair.globalMatch(match.captured(3)); it.hasNext();) {
        const auto one = it.next();
        of->values.insert(one.captured(1).toLongLong(), one.captured(2));
    }
    return true;
}

bool Parser::comment(const QString &text)
{
    static const QRegularExpression grammar(QStringLiteral("^CM_ (BO_|SG_) (\\d+) (?:(\\w+) )?\"([^\"]*)\";$"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = grammar.match(text);
    if (!match.hasMatch())
        return text.startsWith(QLatin1String("CM_ \"")) || text.startsWith(QLatin1String("CM_ BU_"));
    if (match.captured(1) == QLatin1String("SG_")) {
        DbcSignal *of = signalByName(match.captured(2), match.captured(3));
        if (of)
            of->comment = match.captured(4);
        return of;
    }
    DbcMessage *of = messageById(match.captured(2));
    if (of)
        of->comment = match.captured(4);
    return of;
}

bool Parser::cycle(const QString &text)
{
    static const QRegularExpression grammar(QStringLiteral("^BA_ \"GenMsgCycleTime\" BO_ (\\d+) (\\d+);$"));
    const auto match = grammar.match(text);
    if (!match.hasMatch())
        return true; // another attribute
    DbcMessage *of = messageById(match.captured(1));
    if (of)
        of->cycleMilliseconds = match.captured(2).toInt();
    return of;
}

bool Parser::line(const QString &text)
{
    if (text.startsWith(QLatin1String("BO_ ")))
        return message(text);
    if (text.startsWith(QLatin1String("SG_ ")))
        return signalLine(text);
    if (text.startsWith(QLatin1String("VAL_ ")))
        return values(text);
    if (text.startsWith(QLatin1String("CM_ ")))
        return comment(text);
    if (text.startsWith(QLatin1String("BA_ ")))
        return cycle(text);
    return true;
}

Result<QList<DbcMessage>> Parser::run(const QString &text)
{
    int number = 0;
    QString joined;
    for (const QString &one : text.split(u'\n')) {
        ++number;
        // A text in quotes may run over several lines.
        joined = joined.isEmpty() ? one.trimmed() : joined + u'\n' + one.trimmed();
        if (joined.count(u'"') % 2 != 0)
            continue;
        if (!line(joined))
            return {Code::Malformed, QString::number(number)};
        joined.clear();
    }
    if (!joined.isEmpty() || m_messages.isEmpty())
        return {Code::Malformed, QString::number(number)};
    return m_messages;
}

} // namespace

Result<Dbc> Dbc::parse(const QByteArray &text)
{
    auto messages = Parser().run(QString::fromUtf8(text));
    if (!messages.ok())
        return messages.error();
    Dbc dbc;
    dbc.m_messages = *messages;
    return dbc;
}

} // namespace packwarden
