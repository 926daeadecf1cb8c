// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/core/judge/mutator.h"

#include <QCborArray>
#include <QCborMap>

#include <utility>

namespace packwarden::test {

QByteArray Mutator::bytes(QByteArray bytes)
{
    for (int edits = 1 + below(3); edits > 0 && !bytes.isEmpty(); --edits) {
        const auto at = qsizetype(below(int(bytes.size())));
        switch (below(5)) {
        case 0:
            bytes[at] = char(below(256));
            break;
        case 1:
            bytes.remove(at, 1 + below(8));
            break;
        case 2:
            bytes.insert(at, char(below(256)));
            break;
        case 3: {
            const QByteArray piece = bytes.mid(below(int(bytes.size())), 16);
            bytes.replace(at, piece.size(), piece);
            break;
        }
        default:
            bytes[at] = char(bytes.at(at) ^ (1 << below(8)));
        }
    }
    return bytes;
}

QCborValue Mutator::scalar(const QCborValue &value)
{
    if (value.isInteger()) {
        constexpr qint64 steps[] = {1, -1, 1000, -1000, 24 * 3600, -24 * 3600, 90LL * 24 * 3600};
        return value.toInteger() + steps[below(int(std::size(steps)))];
    }
    if (value.isString()) {
        QString text = value.toString();
        if (text.isEmpty())
            return QStringLiteral("x");
        const int at = below(int(text.size()));
        text[at] = text.at(at) == u'a' ? u'b' : u'a';
        return text;
    }
    if (value.isByteArray()) {
        QByteArray bytes = value.toByteArray();
        if (bytes.isEmpty())
            return QByteArray(1, 'x');
        const int at = below(int(bytes.size()));
        bytes[at] = char(bytes.at(at) ^ (1 << below(8)));
        return bytes;
    }
    if (value.isBool())
        return !value.toBool();
    return value.isNull() ? QCborValue(0) : QCborValue(nullptr);
}

QCborValue Mutator::tree(const QCborValue &value)
{
    if (value.isTag())
        return QCborValue(value.tag(), tree(value.taggedValue()));
    if (value.isArray()) {
        QCborArray array = value.toArray();
        if (array.isEmpty())
            return QCborArray{1};
        const int at = below(int(array.size()));
        switch (below(8)) {
        case 0:
            array.removeAt(at);
            break;
        case 1:
            array.insert(at, array.at(at));
            break;
        case 2:
            array.insert(0, array.takeAt(at));
            break;
        default:
            array[at] = tree(array.at(at));
        }
        return array;
    }
    if (value.isMap()) {
        QCborMap map = value.toMap();
        if (map.isEmpty())
            return QCborMap{{1, 1}};
        const QCborValue key = map.keys().at(below(int(map.size())));
        switch (below(10)) {
        case 0:
            map.remove(key);
            break;
        case 1:
            map.insert(scalar(key), map.value(key));
            break;
        case 2:
            map.insert(key, map.value(map.keys().at(below(int(map.size())))));
            break;
        default:
            map.insert(key, tree(map.value(key)));
        }
        return map;
    }
    return scalar(value);
}

void Mutator::signatures(CoseSign &document, const CoseSign &other)
{
    if (document.signatures.isEmpty()) {
        document.signatures = other.signatures;
        return;
    }
    const int a = below(int(document.signatures.size()));
    const int b = below(int(document.signatures.size()));
    const CoseSignature &foreign = other.signatures.at(below(int(other.signatures.size())));
    CoseSignature &mine = document.signatures[a];
    switch (below(10)) {
    case 0:
        document.signatures.swapItemsAt(a, b);
        break;
    case 1:
        document.signatures.removeAt(a);
        break;
    case 2:
        if (document.signatures.size() < CoseSign::maxSignatures)
            document.signatures.append(document.signatures.at(a));
        break;
    case 3:
        std::swap(mine.chain, document.signatures[b].chain);
        break;
    case 4:
        std::swap(mine.signature, document.signatures[b].signature);
        break;
    case 5:
        std::swap(mine.protectedHeader, document.signatures[b].protectedHeader);
        break;
    case 6:
        mine = foreign;
        break;
    case 7:
        mine.chain = foreign.chain;
        break;
    case 8:
        mine.protectedHeader = foreign.protectedHeader;
        break;
    default:
        document.contentType = other.contentType;
    }
}

} // namespace packwarden::test
