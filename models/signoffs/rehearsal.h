// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/documentfile.h"
#include "models/signoffs/documentcontent.h"
#include "models/signoffs/packjudgement.h"
#include "models/trust/trustsnapshot.h"

namespace packwarden {

class ReceiptBook;

/// Runs the packs' verifier over one document, pack by pack, as it would be delivered. Pure; all that it is given must
/// outlive it.
class Rehearsal final
{
public:
    /// file: within the bounds of filebounds.h. lists: those that a pack gets with it. withdrawals: that count. book:
    /// receipts that are in no file; null: none.
    Rehearsal(const DocumentFile &file, const DocumentContent &content, const QList<QByteArray> &lists,
        const TrustSnapshot &trust, const QList<KeptWithdrawal> &withdrawals, qint64 now, const MemoHandle &memo,
        const ReceiptBook *book);

    PackJudgement of(const PackSerial &serial);

private:
    /// Rules are asked of every pack that is known. Packs of a fleet differ in their names, and in little else that is
    /// judged: they share a verdict, unless it names the pack.
    class RulesVerdicts
    {
    public:
        explicit RulesVerdicts(const DocumentContent &content);
        Verdict of(const CoseSign &document, const QList<QByteArray> &lists, const PackState &state);

    private:
        static constexpr qsizetype most = 64; ///< kinds of packs that are told apart
        struct Asked
        {
            PackState state;
            QStringList groups; ///< of the rules held and the rules asked for, that name the pack
            bool operator==(const Asked &) const = default;
        };
        QStringList groupsOf(const PackState &state) const;

        const decltype(Policy::groups) m_groups;
        QList<std::pair<Asked, Verdict>> m_known;
    };

    std::optional<Receipt> receiptOf(const PackSerial &serial) const;

    const DocumentFile &m_file;
    const DocumentContent &m_content;
    const QList<QByteArray> m_lists;
    const TrustSnapshot &m_trust;
    const QList<KeptWithdrawal> m_withdrawals;
    const qint64 m_now;
    const MemoHandle m_memo;
    const QHash<PackSerial, QList<QByteArray>> m_receipts; ///< of the file, not verified yet
    const ReceiptBook *const m_book; ///< null also where it has none for this document
    RulesVerdicts m_verdicts;
};

} // namespace packwarden
