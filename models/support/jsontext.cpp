// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/support/jsontext.h"

#include "models/core/base/printable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int maxDepth = 32; ///< rules need six
constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

Error malformed(const QString &what)
{
    return {Code::Malformed, what, TextReason::Unreadable};
}

/// The size of the UTF-8 sequence at this place; 0 where there is none (RFC 3629, 4).
qsizetype sequenceAt(const QByteArray &bytes, qsizetype at)
{
    const auto octet = [&](qsizetype i) {
        return at + i < bytes.size() ? uint(uchar(bytes.at(at + i))) : 0u;
    };
    const auto isNext = [&](qsizetype i, uint from = 0x80, uint to = 0xBF) {
        return octet(i) >= from && octet(i) <= to;
    };
    const uint first = octet(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return isNext(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF)
        return isNext(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && isNext(2) ? 3 : 0;
    if (first >= 0xF0 && first <= 0xF4)
        return isNext(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && isNext(2) && isNext(3) ? 4 : 0;
    return 0;
}

/// The encoding by its mark, or by the zeros that ASCII has there (RFC 4627, 3). Empty for what may be UTF-8.
QString otherEncoding(const QByteArray &bytes)
{
    using namespace Qt::StringLiterals;
    if (bytes.startsWith("\xFF\xFE\0\0"_ba) || bytes.startsWith("\0\0\xFE\xFF"_ba) || bytes.startsWith("\0\0\0"_ba))
        return QStringLiteral("UTF-32");
    const bool isMarked = bytes.startsWith("\xFF\xFE"_ba) || bytes.startsWith("\xFE\xFF"_ba);
    const bool hasZero = bytes.size() >= 2 && (bytes.at(0) == '\0') != (bytes.at(1) == '\0');
    return isMarked || hasZero ? QStringLiteral("UTF-16") : QString();
}

/// Walks through the whole text once; the first error ends it.
class Scanner final
{
public:
    Scanner(const QByteArray &text, QHash<QString, int> &lines)
        : m_text(text)
        , m_lines(lines)
    {
    }

    /// Empty for one object and nothing else.
    QString run()
    {
        skipSpace();
        if (m_error.isEmpty() && peek() != '{')
            unexpected(peek() == '[' ? QStringLiteral("an array where the object of the rules should be") : QString());
        else if (m_error.isEmpty())
            value({}, 0);
        skipSpace();
        if (m_error.isEmpty() && m_at < m_text.size())
            fail(peek() == '{' ? QStringLiteral("a second document behind the first")
                               : QStringLiteral("more text behind the end of the object"));
        return m_error;
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }
    bool isAt(const char *word) const { return QByteArrayView(m_text).sliced(m_at).startsWith(word); }

    /// Never past the end: a text may stop anywhere.
    void step(qsizetype by = 1) { m_at = std::min(m_at + by, m_text.size()); }

    void fail(const QString &what)
    {
        if (m_error.isEmpty())
            m_error = QStringLiteral("line %1: %2").arg(m_line).arg(what);
    }

    void unexpected(const QString &what = {})
    {
        if (!what.isEmpty())
            fail(what);
        else if (m_at >= m_text.size())
            fail(QStringLiteral("the text ends before its object does"));
        else
            fail(QStringLiteral("\"%1\" is not expected here")
                     .arg(QString::fromUtf8(m_text.mid(m_at, sequenceAt(m_text, m_at)))));
    }

    void skipSpace()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text.at(m_at);
            // An old Mac ends lines with CR alone.
            if (c == '\n' || (c == '\r' && (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != '\n')))
                ++m_line;
            else if (c != ' ' && c != '\t' && c != '\r')
                break;
        }
        if (isAt("//") || isAt("/*") || isAt("#"))
            fail(QStringLiteral("a comment; JSON has none"));
    }

    void value(const QString &path, int depth)
    {
        m_lines.insert(path, m_line);
        if (depth > maxDepth) {
            fail(QStringLiteral("nested deeper than %1 levels").arg(maxDepth));
            return;
        }
        switch (peek()) {
        case '{':
            object(path, depth);
            return;
        case '[':
            array(path, depth);
            return;
        case '"':
            string(path);
            return;
        case '\'':
            fail(QStringLiteral("single quotation marks; JSON has double ones"));
            return;
        default:
            word();
        }
    }

    void object(const QString &path, int depth)
    {
        QHash<QString, int> keys;
        step();
        skipSpace();
        while (m_error.isEmpty() && peek() != '}') {
            if (peek() != '"') {
                unexpected();
                return;
            }
            const int line = m_line;
            const QString key = string(path);
            if (m_error.isEmpty() && keys.contains(key)) {
                m_line = line;
                fail(QStringLiteral("the key \"%1\" stands twice, first in line %2").arg(key).arg(keys.value(key)));
            }
            keys.insert(key, line);
            skipSpace();
            if (m_error.isEmpty() && peek() != ':')
                unexpected();
            step();
            skipSpace();
            if (m_error.isEmpty())
                value(path.isEmpty() ? key : path + u'.' + key, depth + 1);
            next('}');
        }
        step();
    }

    void array(const QString &path, int depth)
    {
        step();
        skipSpace();
        for (int i = 0; m_error.isEmpty() && peek() != ']'; ++i) {
            value(QStringLiteral("%1[%2]").arg(path).arg(i), depth + 1);
            next(']');
        }
        step();
    }

    /// What follows a value: its container's end, or a comma and another value.
    void next(char end)
    {
        skipSpace();
        if (!m_error.isEmpty() || peek() == end)
            return;
        if (peek() != ',') {
            const bool isValue = peek() == '"' || peek() == '{' || peek() == '[';
            unexpected(isValue ? QStringLiteral("a comma is missing before this") : QString());
            return;
        }
        const int line = m_line;
        step();
        skipSpace();
        if (m_error.isEmpty() && (peek() == '}' || peek() == ']')) {
            m_line = line;
            fail(QStringLiteral("a comma behind the last value"));
        }
    }

    /// With its escapes resolved. path: of the value, or of the object whose key it is.
    QString string(const QString &path)
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && peek() != '"') {
            if (uchar(peek()) < ' ') {
                fail(peek() == '\n' || peek() == '\r' ? QStringLiteral("a text without its closing quotation mark")
                                                      : QStringLiteral("a control character in a text"));
                return {};
            }
            step(peek() == '\\' ? 2 : 1);
        }
        if (m_at >= m_text.size()) {
            unexpected();
            return {};
        }
        step();
        // Qt's reader decides what an escape means.
        const QByteArray quoted = m_text.mid(begin, m_at - begin);
        // A mark that turns the direction of writing shows another text in an editor than programs read; an escape
        // shows.
        if (const auto unfit = unfitForName(QString::fromUtf8(quoted)))
            fail(QStringLiteral("%1the character %2 has no place in a name; where it is meant, write it as an escape")
                     .arg(path.isEmpty() ? QString() : path + QStringLiteral(": "), codePoint(*unfit)));
        const auto read = QJsonDocument::fromJson('[' + quoted + ']');
        QString text = read.array().at(0).toString();
        if (!read.isArray() || !text.isValidUtf16())
            fail(QStringLiteral("an escape that means no character"));
        return text;
    }

    void word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !QByteArrayView(" \t\r\n,:]}[{\"/#").contains(peek()))
            step();
        const QByteArray word = m_text.mid(begin, m_at - begin);
        if (word.isEmpty()) {
            unexpected();
            return;
        }
        const auto read = QJsonDocument::fromJson('[' + word + ']');
        if (!read.isArray() || read.array().size() != 1)
            fail(QStringLiteral("\"%1\" is no JSON value").arg(QString::fromUtf8(word)));
    }

    const QByteArray &m_text;
    QHash<QString, int> &m_lines;
    QString m_error;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

bool JsonText::isMeant(const QByteArray &file)
{
    return file.isEmpty() || uchar(file.front()) < 0x80 || file.startsWith(byteOrderMark)
        || !otherEncoding(file).isEmpty();
}

Result<JsonText> JsonText::read(const QByteArray &file)
{
    // So a file looks whose space was reserved and never written.
    if (!file.isEmpty() && std::all_of(file.begin(), file.end(), [](char c) { return c == '\0'; }))
        return malformed(QStringLiteral("nothing but zeros in the file"));
    if (const QString encoding = otherEncoding(file); !encoding.isEmpty())
        return malformed(QStringLiteral("%1, not UTF-8").arg(encoding));
    const QByteArray text = file.startsWith(byteOrderMark) ? file.mid(3) : file;
    if (text.trimmed().isEmpty())
        return malformed(QStringLiteral("empty file"));
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = sequenceAt(text, at);
        if (size == 0) {
            return malformed(
                QStringLiteral("line %1: Latin-1 or another encoding, not UTF-8").arg(1 + text.left(at).count('\n')));
        }
        at += size;
    }
    JsonText result;
    if (const QString error = Scanner(text, result.lines).run(); !error.isEmpty())
        return malformed(error);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return malformed(QStringLiteral("JSON at byte %1").arg(error.offset));
    result.object = document.object();
    return result;
}

QString JsonText::place(QString path) const
{
    while (!path.isEmpty() && !lines.contains(path))
        path.truncate(std::max({path.lastIndexOf(u'.'), path.lastIndexOf(u'['), qsizetype(0)}));
    return path.isEmpty() ? QString() : QStringLiteral("line %1: ").arg(lines.value(path));
}

} // namespace packwarden
