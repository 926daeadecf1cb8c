// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffjudgement.h"

namespace packwarden {

class AuditStore;

/// What became of one value of one pack, and what is proposed for it: from receipts, from the documents of this store,
/// and from what was set from here by one key.
struct ValueStory
{
    struct Change
    {
        qint64 at = 0; ///< Unix seconds
        std::optional<Milli> from; ///< where it was kept
        Milli to;
        QString title; ///< of the document; empty: none
        QStringList who; ///< whose signatures filled seats, or who set it
        bool isByOneKey = false; ///< set at the pack, without a document
        bool operator==(const Change &) const = default;
    };
    QList<Change> history; ///< newest first

    struct Proposal
    {
        QString path;
        QString title;
        Milli to;
        bool isHidden = false; ///< the one who looks may not see the value yet, see signoffownvalue.h
        SignoffState state = SignoffState::Draft;
        int filled = 0; ///< seats
        int seats = 0;
        qint64 periodEnd = 0; ///< 0: for good
        QList<QList<Seat>> missing = {}; ///< seats that nobody filled yet, each with all who could
        bool operator==(const Proposal &) const = default;
    };
    QList<Proposal> proposals; ///< that may still be applied

    bool operator==(const ValueStory &) const = default;
};

/// A document of this store and where it lies.
struct StoredDocument
{
    QString path;
    SignoffJudgement judgement;
};

ValueStory storyOf(const PackSerial &serial, const ParameterId &parameter, const QList<StoredDocument> &documents,
    const AuditStore &audit);

} // namespace packwarden
