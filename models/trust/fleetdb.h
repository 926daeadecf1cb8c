// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/knownpack.h"

#include <QCache>
#include <QHash>
#include <QMutex>

#include <functional>

namespace packwarden {

class SqliteFile;

/// <store>/fleet.db: what is known of each pack, one row a pack; what packs share is kept once, by its hash. Repeats
/// what packs and files said; the truth is in the signed documents inside. A pack is read when it is asked for, and
/// what packs share is decoded once for all of them. Any thread; each call is one step for the others.
class FleetDb final
{
public:
    ~FleetDb();
    FleetDb(const FleetDb &) = delete;
    FleetDb &operator=(const FleetDb &) = delete;

    /// Makes the file if it is missing. FileUnreadable: of a newer version, held by another program, no regular file.
    /// FileUnwritable: it cannot be made there. Malformed: damaged, or not a file of ours.
    static Result<std::shared_ptr<FleetDb>> open(const QString &path);
    /// In memory, for a store that cannot be written.
    static std::shared_ptr<FleetDb> temporary();
    bool isTemporary() const { return m_path.isEmpty(); }
    bool isReadOnly() const;

    /// All of them or none. Called under the lock before anything is written: before. FileUnwritable; TooLarge: more
    /// than is kept of one pack; Malformed: it could not be read back.
    Result<> keep(const QList<KnownPack> &packs, const std::function<void()> &before = {});
    Result<> remove(const PackSerial &serial, const std::function<void()> &before = {});
    Result<> clear(const std::function<void()> &before = {});

    /// Null: not known, or the row is damaged, which the next answer mends. FileUnreadable: the file cannot be read
    /// now.
    Result<std::shared_ptr<const PackEntry>> look(const PackSerial &serial) const;
    /// Null: not known, or it cannot be read.
    std::shared_ptr<const PackEntry> find(const PackSerial &serial) const;
    std::shared_ptr<const HeldRules> held(qint64 holding) const;
    bool contains(const PackSerial &serial) const;
    qsizetype count() const;
    QList<PackSerial> serials() const; ///< in order

    /// Which packs lines() is to tell of.
    struct Which
    {
        std::optional<PackSerial> only; ///< this one
        std::optional<PackSerial> after; ///< those that come later in the order of serials
        int atMost = -1; ///< -1: all
        std::optional<qint64> holding; ///< those that hold this
        std::optional<int> policyBelow; ///< of a known version that is older
        bool isContradicted = false; ///< only those
    };
    QList<PackLine> lines(const Which &which) const; ///< by serial
    /// The first pack of each situation, in order.
    QList<PackSerial> examples() const;
    /// Packs that were asked for their rules, by what they hold.
    QHash<qint64, int> holdings() const;
    /// Revocation lists that any pack holds, encoded, each once. Where the file cannot be read now, those that it had:
    /// a revocation that was known once must not be forgotten for that.
    QList<QByteArray> lists() const;
    /// Did any pack sign that it has these limits and this foundation, and contradicts nothing?
    bool isProved(const QByteArray &siliconSha256, const QByteArray &foundationSha256) const;
    /// Silicon limits that packs have, and whether one that contradicts nothing signed so.
    struct Silicon
    {
        QByteArray sha256;
        QByteArray bytes; ///< empty: pinned, but not read yet
        bool isProved = false;
    };
    QList<Silicon> silicons() const;
    /// What any pack holds by this hash, of its bytes, or of what it says as a document; empty: none.
    QByteArray bytesOf(const QByteArray &sha256) const;
    QByteArray documentOf(const QByteArray &payloadSha256) const;
    /// Packs that never signed anything here.
    struct Shown
    {
        int count = 0;
        PackSerial oldest;
        qint64 oldestReadAt = 0;
    };
    Shown shown() const;

private:
    FleetDb(std::unique_ptr<SqliteFile> file, const QString &path);
    Result<> prepare();
    Result<qint64> keepBlob(const QByteArray &bytes, bool isDocument);
    Result<qint64> keepHolding(const PackRules &rules);
    Result<> keepOne(const KnownPack &pack);
    Result<> removeOne(const PackSerial &serial);
    Result<> dropHolding(qint64 holding);
    Result<> dropBlob(qint64 blob);
    Result<> write(const std::function<Result<>()> &steps, const std::function<void()> &before);
    void noticeOthers() const;
    QByteArray blob(qint64 id) const;
    std::shared_ptr<const HeldRules> heldUnlocked(qint64 holding) const;
    std::shared_ptr<const PackEntry> read(const PackSerial &serial) const;

    const std::unique_ptr<SqliteFile> m_file;
    const QString m_path;
    mutable QMutex m_lock;
    mutable qint64 m_version = 0; ///< of the file, as other connections change it
    mutable QList<QByteArray> m_lists; ///< as read last
    mutable bool m_areListsCurrent = false;
    mutable QCache<PackSerial, std::shared_ptr<const PackEntry>> m_packs;
    mutable QCache<qint64, std::shared_ptr<const HeldRules>> m_held; ///< by number of the holding
    mutable QCache<qint64, QList<ParameterInfo>> m_tables; ///< by number of the blob
};

} // namespace packwarden
