// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditrow.h"

namespace packwarden {

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

void putBytes(QByteArray &out, int major, QByteArrayView bytes)
{
    putHead(out, major, quint64(bytes.size()));
    out.append(bytes);
}

} // namespace

AuditHasher::AuditHasher(const QByteArray &logId)
    : m_logId(logId)
{
    m_bytes.reserve(1024);
}

QByteArrayView AuditHasher::hash(const AuditRowView &row)
{
    // By hand: through QCborValue a million rows take ten times as long.
    // A zero in front tells records from whatever else is hashed.
    m_bytes.fill('\0', 1);
    putHead(m_bytes, 4, 11);
    putBytes(m_bytes, 2, m_logId);
    putInteger(m_bytes, row.seq);
    putInteger(m_bytes, row.timeUs);
    for (const QByteArrayView text : row.texts)
        putBytes(m_bytes, 3, text);
    putBytes(m_bytes, 2, row.detail);
    putBytes(m_bytes, 2, row.prev);
    return m_digest.sha256(m_bytes);
}

} // namespace packwarden
