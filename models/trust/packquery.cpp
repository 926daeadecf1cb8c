// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/packquery.h"

#include "models/core/base/milli.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace packwarden {

struct PackQuery::Node
{
    enum class Kind { All, Any, Not, Word, Column, Known, Chosen };
    enum class Sign { Contains, Equal, Unequal, Less, NotMore, More, NotLess };
    Kind kind = Kind::All;
    QList<std::shared_ptr<const Node>> parts;
    PackQuery::Column column = PackQuery::Column::Serial;
    Sign sign = Sign::Contains;
    QString word;
    qint64 number = 0;
    QSet<QString> serials;
};

namespace {

using Node = PackQuery::Node;
using NodePointer = std::shared_ptr<const Node>;
using Column = PackQuery::Column;
using Problem = PackQuery::Problem;
using Truth = PackQuery::Truth;

constexpr int maxDepth = 32;
constexpr int maxGroups = 4096; ///< that one query reads

struct ColumnName
{
    const char *name;
    bool isNumber;
};
constexpr std::array<ColumnName, PackQuery::columnCount> columnNames{
    {{"serial", false}, {"owner", false}, {"hardware", false}, {"state", false}, {"soc", true}, {"health", true},
        {"min-cell", true}, {"max-cell", true}, {"apart", true}, {"hottest", true}, {"faults", true}, {"policy", true},
        {"lock", false}, {"behind", true}, {"tomorrow", false}, {"days", true}, {"bus", false}, {"attention", false}}};

Error problem(Problem what, const QString &detail)
{
    return {Code::Malformed, detail, what};
}

const PackGroup *groupNamed(const QString &name, const QList<PackGroup> &groups)
{
    const auto found = std::find_if(groups.begin(), groups.end(),
        [&](const PackGroup &each) { return each.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == groups.end() ? nullptr : &*found;
}

/// A piece of the text: a bracket, or a term with its quotation marks.
QStringList piecesOf(const QString &text, bool &isWhole)
{
    QStringList pieces;
    QString piece;
    bool isQuoted = false;
    const auto end = [&] {
        if (!piece.isEmpty())
            pieces.append(piece);
        piece.clear();
    };
    for (const QChar each : text) {
        if (each == u'"')
            isQuoted = !isQuoted;
        if (!isQuoted && each.isSpace()) {
            end();
        } else if (!isQuoted && (each == u'(' || each == u')')) {
            end();
            pieces.append(each);
        } else
            piece.append(each);
    }
    end();
    isWhole = !isQuoted;
    return pieces;
}

QString unquoted(QString text)
{
    return text.remove(u'"');
}

class Parser final
{
public:
    /// left: how many more groups may be read; groups that name each other twice would else never end.
    Parser(const QList<PackGroup> &groups, int &left, QStringList open = {})
        : m_groups(groups)
        , m_left(left)
        , m_open(std::move(open))
    {
    }

    Result<NodePointer> parse(const QString &text)
    {
        bool isWhole = true;
        m_pieces = piecesOf(text, isWhole);
        if (!isWhole)
            return problem(Problem::Brackets, text.mid(text.lastIndexOf(u'"')));
        auto node = any(0);
        if (node.ok() && m_at < m_pieces.size())
            return problem(Problem::Brackets, m_pieces.at(m_at));
        return node;
    }

    Result<NodePointer> group(const QString &name)
    {
        const PackGroup *found = groupNamed(name, m_groups);
        if (!found)
            return problem(Problem::UnknownGroup, name);
        const QString key = found->name.toLower();
        if (m_open.contains(key))
            return problem(Problem::Circle, found->name);
        if (m_open.size() >= maxDepth || --m_left < 0)
            return problem(Problem::TooLong, found->name);
        const QStringList open = m_open + QStringList{key};
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::Any;
        auto chosen = std::make_shared<Node>();
        chosen->kind = Node::Kind::Chosen;
        for (const PackSerial &serial : found->packs)
            chosen->serials.insert(serial.text());
        node->parts.append(chosen);
        if (!found->rule.isEmpty()) {
            auto rule = Parser(m_groups, m_left, open).parse(found->rule);
            if (!rule.ok())
                return rule;
            node->parts.append(*rule);
        }
        for (const PackGroup &each : m_groups) {
            if (each.inside.isEmpty() || each.inside.compare(found->name, Qt::CaseInsensitive) != 0)
                continue;
            auto part = Parser(m_groups, m_left, open).group(each.name);
            if (!part.ok())
                return part;
            node->parts.append(*part);
        }
        return NodePointer(node);
    }

private:
    bool isNext(const char *word) const
    {
        return m_at < m_pieces.size() && m_pieces.at(m_at).compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
    }

    static NodePointer joined(Node::Kind kind, const QList<NodePointer> &parts)
    {
        if (parts.size() == 1)
            return parts.constFirst();
        auto node = std::make_shared<Node>();
        node->kind = kind;
        node->parts = parts;
        return node;
    }

    Result<NodePointer> any(int depth)
    {
        QList<NodePointer> parts;
        do {
            auto part = all(depth);
            if (!part.ok())
                return part;
            parts.append(*part);
        } while (isNext("or") && ++m_at > 0);
        return joined(Node::Kind::Any, parts);
    }

    Result<NodePointer> all(int depth)
    {
        QList<NodePointer> parts;
        while (m_at < m_pieces.size() && !isNext("or") && !isNext(")")) {
            if (isNext("and") && !parts.isEmpty() && ++m_at == m_pieces.size())
                return problem(Problem::NoValue, QStringLiteral("and"));
            auto part = one(depth);
            if (!part.ok())
                return part;
            parts.append(*part);
        }
        if (parts.isEmpty())
            return problem(Problem::NoValue, m_at > 0 ? m_pieces.at(m_at - 1) : QString());
        return joined(Node::Kind::All, parts);
    }

    Result<NodePointer> one(int depth)
    {
        if (depth > maxDepth)
            return problem(Problem::TooLong, m_pieces.at(m_at));
        if (isNext("not")) {
            if (++m_at == m_pieces.size())
                return problem(Problem::NoValue, QStringLiteral("not"));
            auto part = one(depth + 1);
            if (!part.ok())
                return part;
            auto node = std::make_shared<Node>();
            node->kind = Node::Kind::Not;
            node->parts = {*part};
            return NodePointer(node);
        }
        if (isNext("(")) {
            ++m_at;
            auto part = any(depth + 1);
            if (part.ok() && !isNext(")"))
                return problem(Problem::Brackets, QStringLiteral("("));
            ++m_at;
            return part;
        }
        return term(m_pieces.at(m_at++));
    }

    Result<NodePointer> term(const QString &piece) const
    {
        static const std::pair<const char *, Node::Sign> signs[] = {{"!=", Node::Sign::Unequal},
            {"<=", Node::Sign::NotMore}, {">=", Node::Sign::NotLess}, {":", Node::Sign::Contains},
            {"=", Node::Sign::Equal}, {"<", Node::Sign::Less}, {">", Node::Sign::More}};
        auto node = std::make_shared<Node>();
        qsizetype at = 0;
        while (at < piece.size() && !QStringLiteral(":=<>!\"").contains(piece.at(at)))
            ++at;
        const auto sign = std::find_if(std::begin(signs), std::end(signs),
            [&](const auto &each) { return piece.mid(at).startsWith(QLatin1String(each.first)); });
        if (at == piece.size() || sign == std::end(signs)) {
            node->kind = Node::Kind::Word;
            node->word = unquoted(piece);
            return NodePointer(node);
        }
        const QString name = piece.left(at).toLower();
        const QString value = unquoted(piece.mid(at + qsizetype(qstrlen(sign->first)))).trimmed();
        if (name.isEmpty() || value.isEmpty())
            return problem(Problem::NoValue, piece);
        node->sign = sign->second;
        if (name == QLatin1String("group")) {
            if (node->sign != Node::Sign::Contains && node->sign != Node::Sign::Equal)
                return problem(Problem::NoValue, piece);
            return Parser(m_groups, m_left, m_open).group(value);
        }
        const auto column = PackQuery::columnOf(name);
        if (!column)
            return problem(Problem::UnknownColumn, name);
        node->column = *column;
        node->word = value;
        const bool isEqual = node->sign == Node::Sign::Contains || node->sign == Node::Sign::Equal;
        if (isEqual && value.compare(QLatin1String("unknown"), Qt::CaseInsensitive) == 0) {
            node->kind = Node::Kind::Known;
            return NodePointer(node);
        }
        node->kind = Node::Kind::Column;
        if (PackQuery::isNumber(*column)) {
            const auto number = parseQuantity(value, true);
            if (!number.ok())
                return problem(Problem::NoNumber, value);
            node->number = number->value;
        }
        return NodePointer(node);
    }

    const QList<PackGroup> &m_groups;
    int &m_left;
    QStringList m_open; ///< groups whose rule is being read
    QStringList m_pieces;
    qsizetype m_at = 0;
};

Truth truthOf(bool is)
{
    return is ? Truth::Yes : Truth::No;
}

/// order: below 0, 0 or above: how what the pack says lies to what is asked.
Truth compared(Node::Sign sign, int order)
{
    switch (sign) {
    case Node::Sign::Contains:
    case Node::Sign::Equal:
        return truthOf(order == 0);
    case Node::Sign::Unequal:
        return truthOf(order != 0);
    case Node::Sign::Less:
        return truthOf(order < 0);
    case Node::Sign::NotMore:
        return truthOf(order <= 0);
    case Node::Sign::More:
        return truthOf(order > 0);
    case Node::Sign::NotLess:
        return truthOf(order >= 0);
    }
    return Truth::Unknown;
}

bool isKnown(const Node &node, const PackQuery::Pack &pack)
{
    return PackQuery::isNumber(node.column) ? pack.thousandths(node.column).has_value()
                                            : pack.word(node.column).has_value();
}

Truth askColumn(const Node &node, const PackQuery::Pack &pack)
{
    if (PackQuery::isNumber(node.column)) {
        const auto number = pack.thousandths(node.column);
        if (!number)
            return Truth::Unknown;
        return compared(node.sign, *number < node.number ? -1 : int(*number > node.number));
    }
    const auto word = pack.word(node.column);
    if (!word)
        return Truth::Unknown;
    if (node.sign == Node::Sign::Contains)
        return truthOf(word->contains(node.word, Qt::CaseInsensitive));
    return compared(node.sign, word->compare(node.word, Qt::CaseInsensitive));
}

Truth ask(const Node &node, const PackQuery::Pack &pack)
{
    switch (node.kind) {
    case Node::Kind::All: {
        Truth all = Truth::Yes;
        for (const NodePointer &part : node.parts) {
            all = std::min(all, ask(*part, pack));
            if (all == Truth::No)
                break;
        }
        return all;
    }
    case Node::Kind::Any: {
        Truth any = Truth::No;
        for (const NodePointer &part : node.parts) {
            any = std::max(any, ask(*part, pack));
            if (any == Truth::Yes)
                break;
        }
        return any;
    }
    case Node::Kind::Not:
        return Truth(int(Truth::Yes) - int(ask(*node.parts.constFirst(), pack)));
    case Node::Kind::Word:
        return truthOf(pack.says(node.word));
    case Node::Kind::Column:
        return askColumn(node, pack);
    case Node::Kind::Known:
        return truthOf(!isKnown(node, pack));
    case Node::Kind::Chosen: {
        const auto serial = pack.word(Column::Serial);
        return truthOf(serial && node.serials.contains(*serial));
    }
    }
    return Truth::Unknown;
}

bool usesColumn(const Node &node, Column column)
{
    const bool isColumn = node.kind == Node::Kind::Column || node.kind == Node::Kind::Known;
    return (isColumn && node.column == column)
        || std::any_of(node.parts.begin(), node.parts.end(),
            [column](const NodePointer &part) { return usesColumn(*part, column); });
}

} // namespace

PackQuery::PackQuery() = default;

PackQuery::PackQuery(std::shared_ptr<const Node> root)
    : m_root(std::move(root))
{
}

QLatin1String PackQuery::nameOf(Column column)
{
    return QLatin1String(columnNames.at(std::size_t(column)).name);
}

std::optional<PackQuery::Column> PackQuery::columnOf(const QString &name)
{
    for (int i = 0; i < columnCount; ++i) {
        if (nameOf(Column(i)) == name)
            return Column(i);
    }
    return {};
}

bool PackQuery::isNumber(Column column)
{
    return columnNames.at(std::size_t(column)).isNumber;
}

Result<PackQuery> PackQuery::parse(const QString &text, const QList<PackGroup> &groups)
{
    if (text.size() > maxLength)
        return problem(Problem::TooLong, QString::number(maxLength));
    if (text.trimmed().isEmpty())
        return PackQuery();
    int left = maxGroups;
    auto root = Parser(groups, left).parse(text);
    return root.ok() ? Result<PackQuery>(PackQuery(*root)) : root.error();
}

Result<PackQuery> PackQuery::ofGroup(const QString &name, const QList<PackGroup> &groups)
{
    int left = maxGroups;
    auto root = Parser(groups, left).group(name);
    return root.ok() ? Result<PackQuery>(PackQuery(*root)) : root.error();
}

PackQuery PackQuery::both(const PackQuery &one, const PackQuery &other)
{
    if (!one.m_root || !other.m_root)
        return one.m_root ? one : other;
    auto node = std::make_shared<Node>();
    node->parts = {one.m_root, other.m_root};
    return PackQuery(node);
}

PackQuery::Truth PackQuery::ask(const Pack &pack) const
{
    return m_root ? packwarden::ask(*m_root, pack) : Truth::Yes;
}

bool PackQuery::uses(Column column) const
{
    return m_root && usesColumn(*m_root, column);
}

} // namespace packwarden
