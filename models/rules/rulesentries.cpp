// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/rulesentries.h"

#include <QDateTime>
#include <QRegularExpression>

#include <utility>

namespace packwarden::rulesjson {

namespace {

constexpr int maxName = 64; ///< characters, as the signed form allows
constexpr int maxTitle = 128;
constexpr int maxSentence = 1000;

/// Why a text is no moment: "2027-02-30T00:00:00Z" has no such day. Empty if it is one.
QString notAMoment(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\d)(?:[Tt ](\\d\\d:\\d\\d(?::\\d\\d)?)([.,]\\d+)?(.*))?$"));
    static const QRegularExpression offset(QStringLiteral("^[+-]\\d\\d(:?\\d\\d)?$"));
    const auto match = form.match(text);
    const QString usual = QStringLiteral("; write it as 2027-01-01T00:00:00Z");
    if (!match.hasMatch())
        return QStringLiteral("\"%1\" is no date").arg(text) + usual;
    if (!QDate::fromString(match.captured(1), Qt::ISODate).isValid())
        return QStringLiteral("no calendar has the day %1").arg(match.captured(1));
    if (match.captured(2).isEmpty())
        return QStringLiteral("%1 is a date without a time of day").arg(text) + usual;
    if (!QTime::fromString(match.captured(2), Qt::ISODate).isValid())
        return QStringLiteral("no day has the time %1").arg(match.captured(2));
    if (!match.captured(3).isEmpty())
        return QStringLiteral("fractions of a second (%1) would be lost").arg(match.captured(3)) + usual;
    const QString zone = match.captured(4);
    if (zone.isEmpty())
        return QStringLiteral("%1 names no time zone").arg(text) + usual;
    if (offset.match(zone).hasMatch()) {
        const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
        return QStringLiteral("%1 is not in UTC; there it is %2").arg(text, timeText(time.toSecsSinceEpoch()));
    }
    return zone == QLatin1String("Z") && text.size() == 20 ? QString()
                                                           : QStringLiteral("\"%1\" is no date").arg(text) + usual;
}

qint64 readTime(JsonReader &reader, const char *key)
{
    const QString text = reader.text(key);
    if (text.isEmpty())
        return 0;
    if (const QString why = notAMoment(text); !why.isEmpty()) {
        reader.fail(key, why);
        return 0;
    }
    const qint64 seconds = QDateTime::fromString(text, Qt::ISODate).toSecsSinceEpoch();
    if (seconds < 1)
        reader.fail(key, QStringLiteral("%1 is before 1970").arg(text));
    return seconds;
}

/// A text that people read. What in it acts on a screen stands as an escape, or JsonText refuses the file.
QString readWords(JsonReader &reader, const char *key, int most)
{
    QString text = reader.text(key);
    if (text.size() > most)
        reader.fail(key, QStringLiteral("more than %1 characters").arg(most));
    return text;
}

Result<QString> readWord(const QJsonValue &value)
{
    return value.isString() ? Result<QString>(value.toString()) : mismatch<QString>(value, QJsonValue::String);
}

Result<QStringList> readWordList(const QJsonValue &value)
{
    const auto words = readList<QString>(value, readWord);
    return words.ok() ? Result<QStringList>(*words) : words.error();
}

Result<SeatGroup> readSeatGroup(const QJsonValue &value)
{
    JsonReader reader(value);
    SeatGroup group;
    group.atLeast = int(reader.integer("atLeast", 1, 16));
    group.of = reader.one("of", readSeats);
    if (group.of.size() < group.atLeast)
        reader.fail("of", QStringLiteral("%1 seats, of which %2 are needed").arg(group.of.size()).arg(group.atLeast));
    return finished(reader, group);
}

Result<QByteArray> readHash(const QJsonValue &value)
{
    constexpr qsizetype size = 32;
    const QByteArray bytes = QByteArray::fromHex(value.toString().toLatin1());
    if (bytes.size() != size || value.toString() != QLatin1String(bytes.toHex()))
        return refused(QStringLiteral("no SHA-256 of 64 hexadecimal digits in lower case"));
    return bytes;
}

/// A sentence of a contract; it may have several lines.
Result<QString> readClause(const QJsonValue &value)
{
    if (!value.isString())
        return mismatch<QString>(value, QJsonValue::String);
    if (value.toString().isEmpty() || value.toString().size() > maxSentence)
        return refused(QStringLiteral("not a sentence of 1 to %1 characters").arg(maxSentence));
    return value.toString();
}

} // namespace

Result<Milli> readQuantity(const QJsonValue &value)
{
    if (!value.isString())
        return mismatch<Milli>(value, QJsonValue::String);
    auto quantity = parseQuantity(value.toString(), true);
    if (quantity.ok())
        return quantity;
    const QString what = quantity.error().detail;
    if (what.startsWith(QLatin1String("grouping: ")))
        return refused(QStringLiteral("\"%1\" may be meant in two ways; write \"%2\" or \"%3\"")
                           .arg(value.toString(), what.section(u' ', 1, 1), what.section(u' ', 2, 2)));
    return refused(QStringLiteral("\"%1\" is no quantity such as \"4.25\"").arg(value.toString()));
}

Result<Milli> readStep(const QJsonValue &value)
{
    const auto step = readQuantity(value);
    return step.ok() && step->value < 1 ? refused(QStringLiteral("a step of nothing")) : step;
}

Result<Range> readRange(const QJsonValue &value)
{
    if (!value.isArray())
        return mismatch<Range>(value, QJsonValue::Array);
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2)
        return refused(QStringLiteral("%1 entries where a range has two").arg(pair.size()));
    const auto min = readQuantity(pair.at(0));
    const auto max = readQuantity(pair.at(1));
    if (!min.ok() || !max.ok())
        return min.ok() ? max.error() : min.error();
    if (*min > *max)
        return refused(QStringLiteral("the lower end %1 is above the upper end %2")
                           .arg(pair.at(0).toString(), pair.at(1).toString()));
    return Range{*min, *max};
}

Result<Seat> seatOf(const QString &text)
{
    const QStringList parts = text.split(u'/');
    const auto position = PositionId::parse(parts.value(0));
    const auto role = RoleId::parse(parts.value(1));
    if (parts.size() != 2 || !position.ok() || !role.ok())
        return refused(QStringLiteral("\"%1\" is no seat such as \"owner/asset-manager\"").arg(text));
    return Seat{*position, *role};
}

Result<Seat> readSeat(const QJsonValue &value)
{
    return value.isString() ? seatOf(value.toString()) : mismatch<Seat>(value, QJsonValue::String);
}

Result<QList<Seat>> readSeats(const QJsonValue &value)
{
    return readList<Seat>(value, readSeat);
}

Result<Grant> readGrant(const QJsonValue &value)
{
    JsonReader reader(value);
    Grant grant;
    grant.role = reader.one("role", readId<RoleId>);
    grant.capability = reader.one("capability", readId<CapabilityId>);
    grant.contract = readWords(reader, "contract", maxName);
    grant.clause = int(reader.integer("clause", 0, 9999));
    grant.from = readTime(reader, "from");
    grant.until = readTime(reader, "until");
    grant.uses = reader.has("uses") ? reader.integer("uses", 1, INT32_MAX) : 0;
    grant.hours = reader.has("hours") ? int(reader.integer("hours", 1, 24LL * 366)) : 0;
    grant.group = reader.has("group") ? readWords(reader, "group", maxName) : QString();
    for (const auto &[key, list] : {std::pair{"states", &grant.states}, std::pair{"purposes", &grant.purposes}}) {
        if (reader.has(key))
            *list = reader.one(key, readWordList);
    }
    static const QStringList purposes{QStringLiteral("drive"), QStringLiteral("charge"), QStringLiteral("feed-back")};
    for (const QString &purpose : std::as_const(grant.purposes)) {
        if (!purposes.contains(purpose))
            reader.fail("purposes", QStringLiteral("\"%1\" is none of %2").arg(purpose, purposes.join(u' ')));
    }
    return finished(reader, grant);
}

Result<SeatRule> readSeatRule(const QJsonValue &value)
{
    JsonReader reader(value);
    SeatRule rule;
    rule.all = reader.one("all", readSeats);
    rule.groups = reader.list<SeatGroup>("groups", readSeatGroup);
    for (const auto &[key, seat] :
        {std::pair{"beyondSoftLimit", &rule.beyondSoftLimit}, std::pair{"beyondStep", &rule.beyondStep}}) {
        if (reader.has(key))
            *seat = reader.one(key, readSeat);
    }
    if (rule.all.isEmpty() && rule.groups.isEmpty())
        reader.fail("all", QStringLiteral("no signature is needed, which is no rule"));
    return finished(reader, rule);
}

Result<CrossRule> readCrossRule(const QJsonValue &value)
{
    const QJsonArray parts = value.toArray();
    if (parts.size() != 3)
        return refused(QStringLiteral("not a lower parameter, a gap and an upper parameter"));
    const auto lower = readId<ParameterId>(parts.at(0));
    const auto gap = readQuantity(parts.at(1));
    const auto upper = readId<ParameterId>(parts.at(2));
    if (!lower.ok() || !gap.ok() || !upper.ok())
        return !lower.ok() ? lower.error() : !gap.ok() ? gap.error() : upper.error();
    if (gap->value < 0)
        return refused(QStringLiteral("a gap below zero"));
    return CrossRule{*lower, *gap, *upper};
}

Result<Contract> readContract(const QJsonValue &value)
{
    JsonReader reader(value);
    Contract contract;
    contract.sha256 = reader.one("sha256", readHash);
    contract.clauses = reader.numbered<QString>("clauses", 1, 9999, readClause);
    return finished(reader, contract);
}

Result<Role> readRole(const QJsonValue &value)
{
    JsonReader reader(value);
    const RoleId id = reader.one("id", readId<RoleId>);
    const PositionId position = reader.one("position", readId<PositionId>);
    const QString title = readWords(reader, "title", maxTitle);
    return finished(reader, Role{id, position, title});
}

Result<Position> readPosition(const QJsonValue &value)
{
    JsonReader reader(value);
    Position position;
    position.party = readWords(reader, "party", maxName);
    position.partyName = readWords(reader, "name", maxTitle);
    position.rootDer = QByteArray::fromBase64(reader.text("root").toLatin1());
    if (const auto root = Certificate::fromDer(position.rootDer); !root.ok())
        reader.fail("root", QStringLiteral("no certificate that packs accept: %1").arg(root.error().detail));
    position.from = readTime(reader, "from");
    position.until = readTime(reader, "until");
    position.signatory = reader.one("signatory", readId<RoleId>);
    return finished(reader, position);
}

Result<ParameterDefinition> readParameter(const QJsonValue &value)
{
    JsonReader reader(value);
    ParameterDefinition p;
    p.id = reader.one("id", readId<ParameterId>);
    p.number = int(reader.integer("number", 0, 255));
    p.unit = reader.text("unit");
    p.layer = int(reader.integer("layer", 1, 4));
    p.capability = reader.one("capability", readId<CapabilityId>);
    p.silicon = reader.one("limits", readRange);
    p.defaultValue = reader.one("default", readQuantity);
    const QString stricter = reader.text("stricter");
    if (stricter != QLatin1String("lower") && stricter != QLatin1String("higher"))
        reader.fail("stricter", QStringLiteral("neither \"lower\" nor \"higher\""));
    p.stricter = stricter == QLatin1String("lower") ? Stricter::Lower : Stricter::Higher;
    return finished(reader, p);
}

Result<qint64> readNumber(const QJsonValue &value, qint64 min, qint64 max)
{
    if (!value.isDouble())
        return mismatch<qint64>(value, QJsonValue::Double);
    const qint64 n = value.toInteger(min - 1);
    if (n < min || n > max)
        return refused(QStringLiteral("not a whole number from %1 to %2").arg(min).arg(max));
    return n;
}

QString timeText(qint64 seconds)
{
    return seconds == 0 ? QString() : QDateTime::fromSecsSinceEpoch(seconds).toUTC().toString(Qt::ISODate);
}

} // namespace packwarden::rulesjson
