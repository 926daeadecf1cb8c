// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/filebounds.h"

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/looker.h"
#include "models/core/documents/rulechange.h"
#include "models/core/documents/withdrawal.h"

#include <QCborArray>

#include <algorithm>
#include <functional>
#include <limits>

namespace packwarden::filebounds {

namespace {

using places::Standing;

/// Who stays in a file.
enum class Keep {
    WhoFits,
    WhoLeads, ///< to a root, and nobody else: the bytes are needed
};

/// The first that get one of so many places, in bytewise order.
QList<QByteArray> firstOf(const QList<QByteArray> &entries, const QList<Standing> &standings, int most, Keep keep)
{
    QList<QByteArray> kept;
    for (int index : places::inTurn(standings)) {
        if (kept.size() < most && (keep == Keep::WhoFits || standings.at(index).rank == 0))
            kept.append(entries.at(index));
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

QList<QByteArray> chosen(
    QList<QByteArray> entries, int most, Keep keep, const std::function<Standing(const QByteArray &)> &standingOf)
{
    if (entries.size() <= most && keep == Keep::WhoFits)
        return entries;
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    QList<Standing> standings;
    for (const QByteArray &entry : std::as_const(entries))
        standings.append(standingOf(entry));
    return firstOf(entries, standings, most, keep);
}

constexpr qsizetype maxSignature = 8 * 1024; ///< with a chain of three; longer ones come last

qsizetype sizeOf(const CoseSignature &signature)
{
    constexpr qsizetype heads = 48; // of the CBOR around it
    qsizetype size = heads + signature.protectedHeader.size() + signature.signature.size();
    for (const QByteArray &der : signature.chain)
        size += 4 + der.size();
    return size;
}

/// Who signed: one person's signatures take no places of a colleague's.
QByteArray personOf(const Certificate *leaf)
{
    if (!leaf)
        return {};
    return leaf->person.isEmpty() ? leaf->spkiSha256 : leaf->person.toUtf8();
}

Standing standingOf(const CoseSign &document, const CoseSignature &signature, Looker &looker)
{
    const QByteArray order = signature.protectedHeader + signature.signature;
    if (sizeOf(signature) > maxSignature)
        return {outsized, {}, order};
    if (!document.verifies(signature))
        return {junk, {}, order};
    const QByteArray root = looker.rootOf(signature.chain);
    return root.isEmpty() ? Standing{stranger, {}, order}
                          : Standing{0, root, order, personOf(looker.memo().find(signature.chain.constFirst()))};
}

QByteArray chainBytes(const CoseSignature &signature)
{
    QCborArray array;
    for (const QByteArray &der : signature.chain)
        array.append(der);
    return cbor::encode(array);
}

bool areTwins(const CoseSignature &a, const CoseSignature &b)
{
    return a.protectedHeader == b.protectedHeader && a.signature == b.signature;
}

/// When the first certificate of a chain ends; 0 if not all of them were valid when it was signed.
qint64 endOf(const CoseSignature &signature, Looker &looker)
{
    qint64 end = std::numeric_limits<qint64>::max();
    for (const QByteArray &der : signature.chain) {
        const Certificate *one = looker.memo().find(der);
        if (!one || signature.at < one->notBefore || signature.at > one->notAfter)
            return 0;
        end = std::min(end, one->notAfter);
    }
    return end;
}

/// Of twins that differ in their chains one that leads to a root, and of these the one that lasts longest: an authority
/// may have been certified more than once. Or else one that DocumentFile would keep.
QList<CoseSignature> withoutTwins(QList<CoseSignature> signatures, Looker &looker)
{
    std::sort(signatures.begin(), signatures.end(), [](const CoseSignature &a, const CoseSignature &b) {
        return std::tie(a.protectedHeader, a.signature) < std::tie(b.protectedHeader, b.signature);
    });
    QList<CoseSignature> kept;
    for (const CoseSignature &signature : std::as_const(signatures)) {
        if (kept.isEmpty() || !areTwins(kept.constLast(), signature)) {
            kept.append(signature);
            continue;
        }
        const auto worth = [&](const CoseSignature &one) {
            const bool good = looker.linked(one.chain) && sha256(one.chain.constFirst()) == one.leafSha256;
            return std::tuple(
                !good || looker.rootOf(one.chain).isEmpty(), !good, good ? -endOf(one, looker) : 0, chainBytes(one));
        };
        if (kept.constLast().chain != signature.chain && worth(signature) < worth(kept.constLast()))
            kept.last() = signature;
    }
    return kept;
}

/// What a document has left for signatures.
qsizetype roomIn(const CoseSign &document)
{
    constexpr qsizetype heads = 128;
    return CoseSign::maxBytes - heads - document.payload.size() - document.contentType.size();
}

bool fit(const QList<CoseSignature> &signatures, const CoseSign &document)
{
    qsizetype room = roomIn(document);
    for (const CoseSignature &signature : signatures)
        room -= sizeOf(signature);
    // Reckoned is a little more than it takes.
    return signatures.size() <= CoseSign::maxSignatures
        && (room >= 0
            || CoseSign{document.contentType, document.payload, signatures}.encode().size() <= CoseSign::maxBytes);
}

QList<CoseSignature> boundedSignatures(const CoseSign &document, Looker &looker)
{
    const QList<CoseSignature> signatures = withoutTwins(document.signatures, looker);
    if (fit(signatures, document))
        return signatures;
    QList<Standing> standings;
    for (const CoseSignature &signature : signatures)
        standings.append(standingOf(document, signature, looker));
    qsizetype room = roomIn(document);
    QList<CoseSignature> kept;
    for (int index : places::inTurn(standings)) {
        const qsizetype size = sizeOf(signatures.at(index));
        if (kept.size() >= CoseSign::maxSignatures || size > room)
            continue;
        room -= size;
        kept.append(signatures.at(index));
    }
    return withoutTwins(kept, looker);
}

/// What a person or pack said: the party is the root; of a pack, that pack.
Standing standingOf(const QByteArray &bytes, Looker &looker,
    const std::function<bool(const CoseSign1 &, const Certificate &)> &belongs, bool byPack)
{
    if (!looker.mayLook())
        return {unseen, {}, bytes};
    const auto word = CoseSign1::decode(bytes);
    const Certificate *leaf = word.ok() ? looker.memo().find(word->chain.constFirst()) : nullptr;
    if (!leaf)
        return {junk, {}, bytes};
    const QByteArray party = byPack ? leaf->packSerial.toUtf8() : QByteArray();
    if (!belongs(*word, *leaf) || !word->verifies())
        return {junk, {}, bytes};
    const QByteArray root = looker.rootOf(word->chain);
    return root.isEmpty() ? Standing{stranger, {}, bytes}
                          : Standing{0, byPack ? party : root, bytes, byPack ? QByteArray() : personOf(leaf)};
}

QList<QByteArray> boundedLists(const QList<QByteArray> &entries, Keep keep, Looker &looker)
{
    if (entries.size() <= maxLists && keep == Keep::WhoFits)
        return entries;
    const Lists lists = lookAtLists(entries, looker);
    return firstOf(lists.bytes, lists.standings, maxLists, keep);
}

/// Attachments that the document names, with these bytes.
QMap<QString, QByteArray> namedAttachments(const DocumentFile &file)
{
    const auto evidence = evidenceOf(file.document.payload);
    QMap<QString, QByteArray> named;
    for (auto it = file.attachments.begin(); it != file.attachments.end(); ++it) {
        if (evidence.contains(it.key(), sha256(it.value())))
            named.insert(it.key(), it.value());
    }
    return named;
}

/// A little more than the encoding takes.
qint64 sizeOf(const DocumentFile &file)
{
    constexpr qint64 heads = 16;
    qint64 size = CoseSign::maxBytes + 1024;
    for (const auto *list : {&file.crls, &file.withdrawals, &file.rejections, &file.receipts, &file.statements}) {
        for (const QByteArray &entry : *list)
            size += entry.size() + heads;
    }
    for (auto it = file.attachments.begin(); it != file.attachments.end(); ++it)
        size += 4 * it.key().size() + it.value().size() + heads;
    return size;
}

QList<Certificate> withThoseOf(const CoseSign &document, QList<Certificate> roots)
{
    if (document.contentType != contenttype::charter)
        return roots;
    if (const auto change = CharterChange::decode(document.payload); change.ok()) {
        for (const Certificate &root : change->charter.roots()) {
            if (!roots.contains(root))
                roots.append(root);
        }
    }
    return roots;
}

DocumentFile keptOf(const DocumentFile &file, const QList<Certificate> &roots, Keep keep)
{
    Looker looker(roots);
    DocumentFile kept = file;
    kept.document.signatures = boundedSignatures(file.document, looker);
    kept.crls = boundedLists(file.crls, keep, looker);
    const QByteArray payload = file.payloadSha256();
    const auto ofPerson = [&](const QList<QByteArray> &words, const QByteArray &type, const auto &documentOf) {
        return chosen(words, maxVoices, keep, [&](const QByteArray &bytes) {
            return standingOf(
                bytes, looker,
                [&](const CoseSign1 &word, const Certificate &leaf) {
                    return word.contentType == type && !leaf.person.isEmpty() && documentOf(word.payload) == payload;
                },
                false);
        });
    };
    kept.withdrawals = ofPerson(file.withdrawals, contenttype::withdrawal, [](const QByteArray &bytes) {
        const auto said = Withdrawal::decode(bytes);
        return said.ok() ? said->document : QByteArray();
    });
    kept.rejections = ofPerson(file.rejections, contenttype::rejection, [](const QByteArray &bytes) {
        const auto said = Rejection::decode(bytes);
        return said.ok() ? said->document : QByteArray();
    });
    kept.receipts = chosen(file.receipts, maxWords, keep, [&](const QByteArray &bytes) {
        return standingOf(
            bytes, looker,
            [&](const CoseSign1 &word, const Certificate &leaf) {
                const auto receipt = Receipt::decode(word.payload);
                return word.contentType == contenttype::receipt && receipt.ok() && receipt->document == payload
                    && receipt->serial.text() == leaf.packSerial;
            },
            true);
    });
    kept.statements = chosen(file.statements, maxWords, keep, [&](const QByteArray &bytes) {
        return standingOf(
            bytes, looker,
            [](const CoseSign1 &word, const Certificate &leaf) {
                return word.contentType == contenttype::statement && !leaf.packSerial.isEmpty();
            },
            true);
    });
    if (keep == Keep::WhoLeads)
        kept.attachments = namedAttachments(file);
    return kept;
}

bool isReadable(const DocumentFile &file)
{
    return file.encode().size() <= DocumentFile::maxBytes;
}

} // namespace

QMultiHash<QString, QByteArray> evidenceOf(const QByteArray &payload)
{
    QMultiHash<QString, QByteArray> named;
    const auto decoded = cbor::decode(payload);
    for (const QCborValue &item :
        decoded.ok() ? decoded->toMap().value(QLatin1String("evidence")).toArray() : QCborArray())
        named.insert(item.toMap().value(QLatin1String("name")).toString(),
            item.toMap().value(QLatin1String("sha256")).toByteArray());
    return named;
}

bool isBounded(const DocumentFile &file)
{
    const QList<CoseSignature> &signatures = file.document.signatures;
    for (qsizetype i = 0; i < signatures.size(); ++i) {
        const auto isTwin = [&](const CoseSignature &other) {
            return areTwins(other, signatures.at(i));
        };
        if (std::any_of(signatures.begin() + i + 1, signatures.end(), isTwin))
            return false;
    }
    return fit(signatures, file.document) && file.crls.size() <= maxLists && file.withdrawals.size() <= maxVoices
        && file.rejections.size() <= maxVoices && file.receipts.size() <= maxWords && file.statements.size() <= maxWords
        && (sizeOf(file) <= DocumentFile::maxBytes || isReadable(file));
}

DocumentFile bounded(const DocumentFile &file, const QList<Certificate> &pinned)
{
    if (isBounded(file))
        return file;
    const QList<Certificate> roots = withThoseOf(file.document, pinned);
    DocumentFile kept = keptOf(file, roots, Keep::WhoFits);
    // Without roots nobody leads to one: then the file is too large, and says so when it is written.
    if (!roots.isEmpty() && sizeOf(kept) > DocumentFile::maxBytes && !isReadable(kept))
        kept = keptOf(kept, roots, Keep::WhoLeads);
    return kept;
}

Result<DocumentFile> merge(const DocumentFile &a, const DocumentFile &b, const QList<Certificate> &roots)
{
    // Each by itself first: what one of them is full of takes no time from the other.
    const auto both = DocumentFile::united(bounded(a, roots), bounded(b, roots));
    if (!both.ok())
        return both.error();
    DocumentFile merged = bounded(*both, roots);
    if (withThoseOf(merged.document, roots).isEmpty()) {
        const auto verified = [&](const QList<CoseSignature> &signatures) {
            return std::count_if(signatures.begin(), signatures.end(),
                [&](const CoseSignature &one) { return merged.document.verifies(one); });
        };
        const QList<Certificate> none;
        Looker looker(none);
        if (verified(withoutTwins(both->document.signatures, looker)) > verified(merged.document.signatures))
            return {Code::TooLarge, QStringLiteral("signatures")};
    }
    return merged;
}

} // namespace packwarden::filebounds
