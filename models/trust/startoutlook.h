// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustbook.h"

namespace packwarden {

/// Will somebody be able to start a pack then? Judged by the pack's own rules on what is known of it here. Nobody here
/// knows every key, and a pack may have heard more since: what cannot be said is said to be unknown.
struct StartOutlook
{
    enum class Answer {
        Able,
        Unable,
        Unknown,
        Faulted, ///< the pack stands in fault as it is heard now, whoever may start it
    };
    PackSerial serial;
    Answer answer = Answer::Unknown;
    Error reason; ///< why not, or why unknown
    int people = 0; ///< keys that were judged
    QString key = {}; ///< of the pack (PacksModel); set by FleetModel alone
    qint64 readAt = 0; ///< when the pack was read; Unix seconds
    bool operator==(const StartOutlook &) const = default;
};

struct StartQuestion
{
    TrustSnapshot trust;
    QList<Certificate> known; ///< people and issuers
    QList<PackSerial> packs; ///< empty: all that are known
    std::optional<Policy> policy; ///< as if they had it
    qint64 at = 0;
};

/// Pure; for a worker thread.
QList<StartOutlook> startOutlook(const StartQuestion &question);

/// The same for a fleet: packs in the same situation share one answer.
struct StartOutlooks
{
    QList<StartOutlook> judged;
    struct Pack
    {
        PackLine line;
        int answer = 0; ///< place in judged
    };
    QList<Pack> packs; ///< by serial
    /// Said of this pack.
    static StartOutlook of(const StartOutlook &judged, const PackSerial &serial, qint64 readAt);
};
/// Of all packs that are known. Pure; for a worker thread.
StartOutlooks startOutlooks(const StartQuestion &question);

/// What can start now and could not without these keys.
struct LostStarts
{
    QList<PackSerial> packs; ///< that nobody else known here could start
    int people = 0; ///< who could start some pack and could not any more
    QStringList still; ///< common names of those who lose a certificate and can start a pack by another one
    bool operator==(const LostStarts &) const = default;
};
/// gone: out of question.known. Pure; for a worker thread.
LostStarts lostStarts(const StartQuestion &question, const QList<Certificate> &gone);

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::StartOutlook)
