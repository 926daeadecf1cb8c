// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffjudgement.h"

namespace packwarden {

class AuditStore;

/// What surrounds a document, for whoever decides about it: what became of its value before, which of its packs are
/// odd, and which packs know that it was taken back. All of it derived from receipts, packs and the audit; nothing here
/// is part of what is signed.
struct SignoffContext
{
    /// One earlier change of the same value that a pack's receipt proves.
    struct Earlier
    {
        ParameterId parameter;
        QString unit;
        Milli from;
        Milli to;
        qint64 at = 0;
        int packs = 1;
        QStringList signers; ///< common names whose signatures filled seats
        bool operator==(const Earlier &) const = default;
    };
    QList<Earlier> history; ///< newest first

    /// A pack that is not as the document or the others take it to be.
    struct Odd
    {
        enum class Kind { Unknown, OtherValue, OtherRevision, Old, Locked };
        PackSerial serial;
        Kind kind = Kind::Unknown;
        ParameterId parameter;
        QString unit;
        Milli now; ///< OtherValue
        qint64 readAt = 0; ///< Old
        bool operator==(const Odd &) const = default;
    };
    QList<Odd> odd;
    QSet<PackSerial> withdrawnOn; ///< packs that were brought the withdrawal and took it

    static constexpr qint64 oldAfter = 7LL * 24 * 3600; ///< seconds after which what is known of a pack is old
};

/// others: the documents of the same store, judged.
SignoffContext contextOf(const SignoffJudgement &judgement, const QList<SignoffJudgement> &others,
    const TrustSnapshot &trust, const QList<QByteArray> &withdrawals, const AuditStore &audit, qint64 now);

} // namespace packwarden
