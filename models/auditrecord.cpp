// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditrecord.h"

#include "ids.h"

namespace packwarden {

bool auditaction::usesKey(const QString &action)
{
    for (const char *one : {signIn, signRequest, withdrawRequest, rejectRequest}) {
        if (action == QLatin1String(one))
            return true;
    }
    return false;
}

bool auditoutcome::isRefusal(const QString &outcome)
{
    return codeFromName(outcome).has_value();
}

namespace {

/// Major type and argument of RFC 8949, 3, in the shortest form.
void putHead(QByteArray &out, int major, quint64 argument)
{
    const auto put = [&](int additional, int bytes) {
        out.append(char(major << 5 | additional));
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
            out.append(char(argument >> shift & 0xff));
    };
    if (argument < 24)
        out.append(char(major << 5 | int(argument)));
    else if (argument <= 0xff)
        put(24, 1);
    else if (argument <= 0xffff)
        put(25, 2);
    else if (argument <= 0xffffffff)
        put(26, 4);
    else
        put(27, 8);
}

void putInteger(QByteArray &out, qint64 value)
{
    putHead(out, value < 0 ? 1 : 0, value < 0 ? quint64(-(value + 1)) : quint64(value));
}

void putBytes(QByteArray &out, int major, const QByteArray &bytes)
{
    putHead(out, major, quint64(bytes.size()));
    out.append(bytes);
}

} // namespace

QByteArray AuditRecord::computeHash(const QByteArray &logId) const
{
    // By hand: a million records take seconds this way, and ten times that through QCborValue.
    QByteArray bytes(1, '\0');
    bytes.reserve(256 + detail.size());
    putHead(bytes, 4, 11);
    putBytes(bytes, 2, logId);
    putInteger(bytes, seq);
    putInteger(bytes, timeUs);
    for (const QString &text : {actor.person, actor.party, actor.role, action, subject, outcome})
        putBytes(bytes, 3, text.toUtf8());
    putBytes(bytes, 2, detail);
    putBytes(bytes, 2, prev);
    return sha256(bytes);
}

} // namespace packwarden
