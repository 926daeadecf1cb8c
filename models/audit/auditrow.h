// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/digest.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace packwarden {

/// One row of an audit as it lies in the file, texts as UTF-8. It owns nothing: good as long as what it was made of.
struct AuditRowView
{
    enum Text { Person, Party, Role, Action, Subject, Outcome, TextCount };
    qint64 seq = 0;
    qint64 timeUs = 0;
    std::array<QByteArrayView, TextCount> texts;
    QByteArrayView detail;
    QByteArrayView prev;
    QByteArrayView hash;
    /// Every column has the type it was written with, and every text is UTF-8: nothing hides behind a conversion.
    bool typed = true;

    QByteArrayView text(Text which) const { return texts[which]; }
};

/// Computes what the hashes of a log must be; keeps its buffer for the next. For one thread.
class AuditHasher final
{
public:
    explicit AuditHasher(const QByteArray &logId);

    /// SHA-256 of the row in deterministic CBOR; good until the next.
    QByteArrayView hash(const AuditRowView &row);

private:
    const QByteArray m_beginning;
    Digest m_digest;
    QByteArray m_bytes;
};

} // namespace packwarden
