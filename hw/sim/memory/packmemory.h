// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/keyrepository.h"
#include "hw/sim/memory/packcontents.h"

#include <QString>

namespace packwarden::sim {

class FileLayer;

/// What is to be written into a pack's memory: the rewritable contents, and slots of the key repository. What is left
/// empty is not written.
struct PackParts
{
    PackBoard board;
    PackIdentity identity;
    QByteArray manufacturerRoot; ///< DER
    QByteArray deviceKeyPem; ///< goes in and never comes out
    SiliconLimits silicon;
    QByteArray dataSheet; ///< COSE_Sign1 that the silicon limits come from
    Foundation foundation;
    QList<QByteArray> deviceChain; ///< DER, leaf first
    bool protect = false; ///< foundation and device chain, for good
    PackContents contents;
};

/// What a pack finds when it starts.
struct BootFacts
{
    bool clockLost = false; ///< the clock had no power: nobody knows the time
    bool clockSet = false; ///< the quartz was set from outside (--now): the former offset is void
    std::optional<QMap<QString, QString>> parts; ///< fitted now, by slot; none: as the board was made
};

/// A simulated pack's memory: its key repository as values. Packs that are not provisioned yet have empty ones.
/// Owned by one thread. The file layer must outlive it.
class PackMemory final
{
public:
    /// Writes a new memory into an existing empty folder. Prohibited if there is one; FileUnwritable.
    static Result<> create(FileLayer &files, const QString &folder, const PackParts &parts);
    /// Verifies everything. FileUnreadable or Malformed with the damaged file named.
    static Result<PackMemory> load(FileLayer &files, const QString &folder);

    const PackBoard &board() const { return m_parts.board; }
    const PackIdentity &identity() const { return m_parts.identity; } ///< no serial before 0210
    const QByteArray &manufacturerRoot() const { return m_parts.manufacturerRoot; }
    const SiliconLimits &silicon() const { return m_parts.silicon; }
    const QByteArray &dataSheet() const { return m_parts.dataSheet; }
    const Foundation &foundation() const { return m_parts.foundation; }
    const QList<QByteArray> &deviceChain() const { return m_parts.deviceChain; }
    const PackContents &contents() const { return m_parts.contents; }
    const Charter &charter() const { return m_rules.charter; }
    const Policy &policy() const { return m_rules.policy; }
    const QByteArray &charterSha256() const { return m_rules.charterSha256; } ///< of the payload (DID 0104)
    const QByteArray &policySha256() const
    {
        return m_rules.policySha256;
    } ///< of the payload that brought it (DID 0103)
    const KeyRepository &repository() const { return m_repository; }
    qint64 generation() const { return m_repository.generation(); }

    /// The device key under its chain; null before there is one.
    const std::shared_ptr<SigningKey> &signer() const { return m_signer; }
    /// What the manufacturer certifies: the device key and the serial, as DER. WrongState before 0210.
    Result<QByteArray> signingRequest() const;

    /// Counts the boot, measures the components, renews the nonce for time documents where the clock is uncertain, and
    /// gives up what depends on a clock that was lost. The errors of commit.
    Result<> boot(const BootFacts &facts);
    /// Stores new contents, and slots with them, and reads them back; all of it or nothing. On failure the memory is
    /// what the disk now says: the old contents, or the new ones if only the last step failed. Prohibited,
    /// FileUnwritable, FileUnreadable, Malformed.
    Result<> commit(const PackContents &next);
    Result<> commit(const PackParts &next);

    /// What the verifier judges by. condition: the pack's state as broadcast. All states share one memo, which knows
    /// chains only under the roots and lists that they were judged by.
    PackState state(qint64 now, const QString &condition = {}) const;
    /// The way back: what is to be stored of what a verdict made of that state. Documents and receipts are the
    /// caller's.
    PackParts partsAfter(const PackState &after) const;

private:
    struct Rules
    {
        Charter charter;
        Policy policy;
        QByteArray charterSha256;
        QByteArray policySha256;
    };

    static Result<Rules> readRules(const PackContents &contents);
    Result<> adopt();
    Result<> adoptSlots(PackParts &parts) const;

    KeyRepository m_repository;
    PackParts m_parts; ///< without the device key
    Rules m_rules;
    QList<CrlEntry> m_crls;
    std::shared_ptr<SigningKey> m_signer;
    MemoHandle m_memo;
};

} // namespace packwarden::sim
