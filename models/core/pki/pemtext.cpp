// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/pemtext.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace packwarden::pki::pem {

namespace {

/// Text without a mark shows its encoding by where the zeros are, as nearly all of it is ASCII.
std::optional<QStringConverter::Encoding> encodingOf(const QByteArray &bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes); marked)
        return marked;
    constexpr qsizetype looked = 512;
    const qsizetype size = std::min(looked, bytes.size()) / 2 * 2;
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < size; ++i)
        zeros[i % 2] += bytes.at(i) == '\0' ? 1 : 0;
    const qsizetype most = size / 2;
    if (size < 4)
        return std::nullopt;
    if (zeros[0] * 10 < most && zeros[1] * 10 > most * 9)
        return QStringConverter::Utf16LE;
    if (zeros[1] * 10 < most && zeros[0] * 10 > most * 9)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

bool isBase64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
        || c == '=';
}

/// Empty where something else than base64 and blanks is in it.
QByteArray decoded(QByteArray text)
{
    // One line of a configuration file has its line ends written out.
    text.replace("\\r", "").replace("\\n", "\n");
    // Of mail: quoted-printable (RFC 2045, 6.7), and lines that were quoted in an answer.
    text.replace("=3D", "=");
    text.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\0' || c == '>'; });
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isBase64))
        return {};
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? *bytes : QByteArray();
}

/// Headers of RFC 1421 end with an empty line; those that other programs write in front of the base64 do not always.
QByteArray withoutHeaders(const QByteArray &body, bool &encrypted)
{
    const QList<QByteArray> lines = body.split('\n');
    QByteArray rest;
    bool continued = false;
    for (const QByteArray &line : lines) {
        const bool header = rest.isEmpty() && (line.contains(':') || (continued && line.startsWith(' ')));
        encrypted = encrypted || (header && line.contains("ENCRYPTED"));
        continued = header;
        if (!header && !(rest.isEmpty() && line.trimmed().isEmpty()))
            rest += line + '\n';
    }
    return rest;
}

} // namespace

QByteArray plainText(const QByteArray &bytes)
{
    QByteArray text = bytes;
    if (const auto encoding = encodingOf(bytes); encoding) {
        QStringDecoder decode(*encoding);
        text = QString(decode(bytes)).toUtf8();
    }
    text.replace("\r\n", "\n").replace('\r', '\n');
    return text;
}

QList<Block> blocks(const QByteArray &plainText, int most)
{
    static constexpr char begin[] = "-----BEGIN ";
    static constexpr char dashes[] = "-----";
    QList<Block> all;
    for (qsizetype at = plainText.indexOf(begin); at >= 0 && all.size() < most; at = plainText.indexOf(begin, at + 1)) {
        const qsizetype named = at + qsizetype(qstrlen(begin));
        const qsizetype closed = plainText.indexOf(dashes, named);
        Block block;
        block.label = plainText.mid(named, closed < 0 ? 0 : closed - named);
        // A label is a few words in one line.
        if (closed < 0 || block.label.size() > 64 || block.label.contains('\n'))
            continue;
        const qsizetype from = closed + qsizetype(qstrlen(dashes));
        const QByteArray end = "-----END " + block.label + dashes;
        const qsizetype until = plainText.indexOf(end, from);
        const qsizetype next = plainText.indexOf(begin, from);
        if (until >= 0 && (next < 0 || until < next)) {
            for (const QByteArray &line : plainText.mid(at, until + end.size() - at).split('\n'))
                block.text += line.trimmed() + '\n';
            block.der = decoded(withoutHeaders(plainText.mid(from, until - from), block.encrypted));
        }
        all.append(block);
    }
    return all;
}

QByteArray bareBase64(const QByteArray &plainText)
{
    // "MI": SEQUENCE with a length of two octets or more, as all that is looked for here begins.
    const QByteArray text = plainText.trimmed();
    return text.startsWith("MI") ? decoded(text) : QByteArray();
}

QByteArray base64OfPem(const QByteArray &plainText)
{
    // "-----BEGIN"
    const QByteArray text = plainText.trimmed();
    return text.startsWith("LS0tLS1CRUdJT") ? decoded(text) : QByteArray();
}

} // namespace packwarden::pki::pem
