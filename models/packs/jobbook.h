// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/packs/jobcard.h"

#include <QStringList>

namespace packwarden {

/// A job that was opened and is neither closed nor dropped.
struct OpenJob
{
    PackSerial serial;
    qint64 openedAt = 0; ///< Unix seconds of this console
    QString base; ///< of the names of all its files in the folder of the recordings
    QByteArray before; ///< COSE_Sign1: how the pack signed that it was found
    PackTelemetry heard; ///< then; of it what the report says
    QStringList recordings; ///< file names
    QString words; ///< typed so far
    JobOrder order; ///< too; absent in jobs of earlier consoles
    QString opener; ///< who was signed in; may be empty
    QString openerParty;
    bool operator==(const OpenJob &) const = default;

    static constexpr int longestWords = 4000; ///< characters
    QByteArray encode() const;
    static Result<OpenJob> decode(const QByteArray &bytes);
};

/// The jobs that are open, one for each pack at most: <store>/jobs/<serial>.job, written whole whenever something of
/// them changed, so that closing or killing the console loses nothing. What the pack signed must be verified again
/// by who takes it from here.
class JobBook final
{
public:
    static constexpr qint64 maxBytes = 1 << 20;

    explicit JobBook(const QString &storeFolder);

    /// FileUnwritable.
    Result<> keep(const OpenJob &job) const;
    bool has(const PackSerial &serial) const;
    /// FileUnreadable, TooLarge, Malformed, WrongPack.
    Result<OpenJob> find(const PackSerial &serial) const;
    QList<PackSerial> packs() const; ///< with a job, in order
    /// The job is closed or dropped.
    void remove(const PackSerial &serial) const;
    /// Moves what cannot be read out of the way, for those who want to look at it. As damagedfile::setAside.
    Result<QString> setAside(const PackSerial &serial) const;
    /// Held by the console that works on the job.
    QString lockOf(const PackSerial &serial) const;

private:
    QString fileOf(const PackSerial &serial) const;

    QString m_folder;
};

} // namespace packwarden
