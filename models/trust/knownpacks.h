// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/fleetdb.h"

namespace packwarden {

/// What is known of packs, as of the moment at which this value was copied from the trust book: find() and value() go
/// on saying the same, whatever is learnt since (but nothing, once all is forgotten). Cheap to copy; packs are read
/// when they are asked for. Questions about many packs (lines() and what follows it) are answered by what is known now.
/// A value may be read by any thread, as any value.
class KnownPacks final
{
public:
    /// None are known.
    KnownPacks() = default;
    explicit KnownPacks(std::shared_ptr<FleetDb> database);

    std::shared_ptr<const PackEntry> entry(const PackSerial &serial) const; ///< null: not known
    std::shared_ptr<const KnownPack> find(const PackSerial &serial) const; ///< null: not known
    KnownPack value(const PackSerial &serial) const; ///< of nothing if it is not known
    /// What is known now, for whoever goes on from it: of nothing but the serial if that is not known. FileUnreadable.
    Result<KnownPack> read(const PackSerial &serial) const;
    bool contains(const PackSerial &serial) const { return find(serial) != nullptr; }

    qsizetype size() const;
    QList<PackSerial> serials() const; ///< in order
    /// By serial.
    QList<PackLine> lines(const FleetDb::Which &which = {}) const;
    /// The first pack of each situation, in order: what is asked of the rules alone is asked of these.
    QList<PackSerial> examples() const;
    /// As PackLine::holding names it; null: none.
    std::shared_ptr<const HeldRules> held(qint64 holding) const;
    /// Packs that were asked for their rules, by what they hold.
    QHash<qint64, int> holdings() const;
    QList<QByteArray> lists() const;
    bool isProved(const QByteArray &siliconSha256, const QByteArray &foundationSha256) const;
    QList<FleetDb::Silicon> silicons() const;
    QByteArray bytesOf(const QByteArray &sha256) const;
    QByteArray documentOf(const QByteArray &payloadSha256) const;

    /// In this value alone: as if this were known of the pack.
    void suppose(const KnownPack &pack);

    /// Writes what is known from now on; values that were copied before keep what they had. For the trust book, in its
    /// thread. The errors of FleetDb.
    Result<> keep(const KnownPack &pack);
    Result<> remove(const PackSerial &serial);
    Result<> clear();
    FleetDb *database() const { return m_database.get(); }

private:
    /// What packs were when they were written over. Who holds an earlier moment looks through all that follow.
    struct Moment
    {
        ~Moment();
        QMutex lock;
        QHash<PackSerial, std::shared_ptr<const PackEntry>> before; ///< null: it was not known
        std::shared_ptr<Moment> next;
    };
    /// Notes what a pack was for the values that were copied before.
    void remember(const PackSerial &serial, const std::shared_ptr<const PackEntry> &was);
    bool isWatched() const;

    std::shared_ptr<FleetDb> m_database;
    std::shared_ptr<Moment> m_moment;
    std::weak_ptr<Moment> m_previous; ///< the last one that a copy holds
    QHash<PackSerial, std::shared_ptr<const PackEntry>> m_supposed;
};

} // namespace packwarden
