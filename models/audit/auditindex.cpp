// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditindex.h"

#include "models/audit/auditfilter.h"
#include "models/audit/auditreader.h"
#include "models/audit/auditschema.h"
#include "models/core/base/ids.h"
#include "models/support/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace packwarden::auditindex {

namespace {

constexpr int firstVersion = 3; ///< of the schema, that has these tables
constexpr int largestSerial = 64;
constexpr qsizetype rememberedTexts = 100'000;
constexpr int progressEvery = 1000; ///< records
constexpr qint64 manyRecords = 20'000; ///< so many are found as fast without the tables, newest first
constexpr qsizetype manySubjects = 64;

bool isOfWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

/// As PackSerial::parse has it, for bytes.
bool isSerial(QByteArrayView word)
{
    return !word.isEmpty() && word.size() <= largestSerial && word.front() != '-'
        && std::all_of(word.begin(), word.end(),
            [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-'; });
}

void addWords(Packs &packs, QByteArrayView text)
{
    for (qsizetype begin = 0; begin < text.size(); ++begin) {
        qsizetype end = begin;
        while (end < text.size() && isOfWord(text.at(end)))
            ++end;
        const QByteArrayView word = text.sliced(begin, end - begin);
        if (isSerial(word) && !packs.contains(word))
            packs.append(word);
        begin = end;
    }
}

/// Every text in CBOR of definite lengths (RFC 8949, 3), keys of maps too: what an array, a map or a tag holds follows
/// as items of its own. Ends where the bytes are no such CBOR.
template <typename Take> void forEachText(QByteArrayView bytes, const Take &take)
{
    constexpr int byteString = 2;
    constexpr int textString = 3;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto head = uchar(bytes.at(at++));
        quint64 value = head & 0x1F;
        if (value > 27)
            return;
        if (value >= 24) {
            const qsizetype size = qsizetype(1) << (value - 24);
            if (bytes.size() - at < size)
                return;
            value = 0;
            for (qsizetype end = at + size; at < end; ++at)
                value = value << 8 | uchar(bytes.at(at));
        }
        const int major = head >> 5;
        if (major != byteString && major != textString)
            continue;
        if (value > quint64(bytes.size() - at))
            return;
        if (major == textString)
            take(bytes.sliced(at, qsizetype(value)));
        at += qsizetype(value);
    }
}

QByteArray placed(int place, QByteArrayView text)
{
    QByteArray key(1, char(place));
    return key.append(text);
}

bool hasTables(const Database &database)
{
    const auto version = auditschema::versionOf(database);
    return version.ok() && *version >= firstVersion;
}

/// At most so many of a statement's rows.
qint64 rowsOf(const Database &database, const QString &sql, const QVariantList &values)
{
    auto counted = NativeStatement::prepare(
        database, QStringLiteral("SELECT count(*) FROM (%1 LIMIT %2)").arg(sql).arg(manyRecords), values);
    return counted.ok() && counted->hasRow() ? counted->integer(0) : manyRecords;
}

/// Does each piece of the text, between blanks, stand in some text of some column? What the whole is found in is given
/// where that is subjects alone.
void narrowByText(const Database &database, const QString &text, Narrowing &narrowing)
{
    const QStringList pieces = text.split(u' ', Qt::SkipEmptyParts);
    std::vector<auditfilter::TextSearch> searches;
    for (const QString &piece : pieces)
        searches.emplace_back(piece);
    std::vector<bool> found(searches.size(), false);
    // Without a blank it lies within one column.
    bool inSubjects = pieces.size() == 1 && pieces.constFirst() == text;
    auto rows = NativeStatement::prepare(database, QStringLiteral("SELECT place, text FROM texts"));
    if (!rows.ok() || pieces.isEmpty())
        return;
    int result = rows->step();
    for (; result == SQLITE_ROW; result = rows->step()) {
        const QByteArrayView value = rows->text(1);
        for (size_t i = 0; i < searches.size(); ++i) {
            if (found[i] && !inSubjects)
                continue;
            searches[i].begin();
            searches[i].add(value);
            if (!searches[i].found())
                continue;
            found[i] = true;
            if (inSubjects)
                narrowing.subjects.append(QString::fromUtf8(value));
            inSubjects
                = inSubjects && rows->integer(0) == AuditRowView::Subject && narrowing.subjects.size() <= manySubjects;
        }
        if (!inSubjects && std::all_of(found.begin(), found.end(), [](bool each) { return each; }))
            break;
    }
    narrowing.isNothing
        = result == SQLITE_DONE && !std::all_of(found.begin(), found.end(), [](bool each) { return each; });
    if (result != SQLITE_DONE || !inSubjects)
        narrowing.subjects.clear();
}

} // namespace

Packs packsOf(QByteArrayView subject, QByteArrayView detail)
{
    Packs packs;
    if (isSerial(subject))
        packs.append(subject);
    forEachText(detail, [&packs](QByteArrayView text) { addWords(packs, text); });
    return packs;
}

Writer::Writer(Database &database)
    : m_database(database)
    , m_packs(database.handle())
    , m_texts(database.handle())
{
    m_packs.prepare(QStringLiteral("INSERT OR IGNORE INTO packs(pack, seq) VALUES(?, ?)"));
    m_texts.prepare(QStringLiteral("INSERT OR IGNORE INTO texts(place, text) VALUES(?, ?)"));
}

Result<> Writer::insertText(int place, QByteArrayView text)
{
    const QByteArray key = placed(place, text);
    if (m_there.contains(key))
        return Result<>::success();
    m_texts.bindValue(0, place);
    // A null text would be NULL, which the table does not take.
    m_texts.bindValue(1, text.isEmpty() ? QStringLiteral("") : QString::fromUtf8(text));
    if (auto run = m_database.run(m_texts); !run.ok())
        return run;
    if (m_there.size() >= rememberedTexts)
        m_there.clear();
    m_there.insert(key);
    return Result<>::success();
}

Result<> Writer::add(const AuditRowView &row)
{
    const Packs packs = packsOf(row.text(AuditRowView::Subject), row.detail);
    for (const QByteArrayView pack : packs) {
        m_packs.bindValue(0, QString::fromLatin1(pack));
        m_packs.bindValue(1, row.seq);
        if (auto run = m_database.run(m_packs); !run.ok())
            return run;
    }
    for (int place = 0; place < AuditRowView::TextCount; ++place) {
        if (auto run = insertText(place, row.texts[size_t(place)]); !run.ok())
            return run;
    }
    return Result<>::success();
}

Result<> fill(Database &database, const AuditProgress &progress)
{
    const auto total = database.value(QStringLiteral("SELECT count(*) FROM records"));
    if (!total.ok())
        return total.error();
    auto reader = AuditReader::open(database);
    if (!reader.ok())
        return reader.error();
    Writer writer(database);
    for (qint64 done = 0; reader->next(); ++done) {
        if (progress && done % progressEvery == 0 && !progress(done, total->toLongLong()))
            return Code::Cancelled;
        if (auto added = writer.add(reader->row()); !added.ok())
            return added;
    }
    return reader->ended() ? Result<>::success() : Result<>(Code::FileUnreadable, QStringLiteral("unreadable"));
}

Check::Check()
    : m_seeds{randomSeed(), randomSeed()}
{
}

size_t Check::randomSeed()
{
    size_t seed = 0;
    std::memcpy(&seed, randomBytes(sizeof seed).constData(), sizeof seed);
    return seed;
}

void Check::add(Sums &sums, QByteArrayView pack, qint64 seq) const
{
    for (size_t i = 0; i < sums.size(); ++i)
        sums[i] += hashOf(seq, pack, m_seeds[i]);
}

/// Of number and text as one: qHashMulti hashes each part without the seed, so that pairs could be made whose sum is
/// the same under any.
size_t Check::hashOf(qint64 number, QByteArrayView text, size_t seed)
{
    QVarLengthArray<char, 256> bytes(qsizetype(sizeof number) + text.size());
    std::memcpy(bytes.data(), &number, sizeof number);
    std::copy(text.begin(), text.end(), bytes.data() + sizeof number);
    return qHashBits(bytes.constData(), size_t(bytes.size()), seed);
}

Result<Check> Check::begin(const Database &database)
{
    // Bytes that read the same are found by no filter.
    auto packs = NativeStatement::prepare(database,
        QStringLiteral("SELECT pack, seq FROM packs WHERE typeof(pack) = 'text' AND typeof(seq) = 'integer'"));
    auto texts = NativeStatement::prepare(database,
        QStringLiteral("SELECT place, text FROM texts WHERE typeof(place) = 'integer' AND typeof(text) = 'text'"));
    if (!packs.ok() || !texts.ok())
        return packs.ok() ? texts.error() : packs.error();
    Check check;
    while (packs->hasRow())
        check.add(check.m_kept, packs->text(0), packs->integer(1));
    while (texts->hasRow())
        check.m_texts.insert(hashOf(texts->integer(0), texts->text(1), check.m_seeds[0]));
    return check;
}

void Check::take(const AuditRowView &row)
{
    const Packs packs = packsOf(row.text(AuditRowView::Subject), row.detail);
    for (const QByteArrayView pack : packs)
        add(m_due, pack, row.seq);
    for (int place = 0; place < AuditRowView::TextCount; ++place) {
        const QByteArrayView text = row.texts[size_t(place)];
        QByteArray &last = m_last[size_t(place)];
        if (!last.isNull() && text == last)
            continue;
        m_isWhole = m_isWhole && m_texts.contains(hashOf(place, text, m_seeds[0]));
        last.resize(0); // keeps its room
        last.append(text);
    }
}

Narrowing narrow(const Database &database, const AuditFilter &filter)
{
    Narrowing narrowing;
    if ((filter.pack.isEmpty() && filter.text.isEmpty()) || !hasTables(database))
        return narrowing;
    if (!filter.text.isEmpty())
        narrowByText(database, filter.text, narrowing);
    if (!narrowing.subjects.isEmpty()) {
        QStringList places(narrowing.subjects.size(), QStringLiteral("?"));
        QVariantList values;
        for (const QString &subject : std::as_const(narrowing.subjects))
            values.append(subject);
        const QString sql = QStringLiteral("SELECT 1 FROM records WHERE subject IN (%1)").arg(places.join(u','));
        if (rowsOf(database, sql, values) >= manyRecords)
            narrowing.subjects.clear();
    }
    if (isSerial(filter.pack.toUtf8()))
        narrowing.byPack
            = rowsOf(database, QStringLiteral("SELECT 1 FROM packs WHERE pack = ?"), {filter.pack}) < manyRecords
            ? Narrowing::ByPack::Few
            : Narrowing::ByPack::Many;
    return narrowing;
}

} // namespace packwarden::auditindex
