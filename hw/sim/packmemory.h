// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packcontents.h"

#include <QString>

namespace packwarden::sim {

class FileLayer;

/// What the factory writes into a pack's memory. deviceKeyPem is of the kind "write once, read never": it leaves this
/// class only as the key that signs receipts.
struct PackParts
{
    PackIdentity identity;
    SiliconLimits silicon;
    Foundation foundation;
    QByteArray deviceKeyPem;
    QList<QByteArray> deviceChain; ///< DER, leaf first
    PackContents contents;
};

/// The key repository of a simulated pack in one folder. Slots of the kinds "write once" and "write until protected"
/// (identity, silicon, foundation, device-key, device-chain) are files that no code of the running pack writes; the
/// rewritable slots are the file "state", replaced whole. Every file names its slot and carries its SHA-256; "state"
/// also a generation and the hashes of the others, so that exchanged files are found.
/// Owned by one thread. The file layer must outlive it.
class PackMemory final
{
public:
    /// Writes a new memory into an existing empty folder. FileUnwritable.
    static Result<> create(FileLayer &files, const QString &folder, const PackParts &parts);
    /// Verifies everything. FileUnreadable or Malformed with the damaged file named.
    static Result<PackMemory> load(FileLayer &files, const QString &folder);

    const PackIdentity &identity() const { return m_parts.identity; }
    const SiliconLimits &silicon() const { return m_parts.silicon; }
    const Foundation &foundation() const { return m_parts.foundation; }
    const QByteArray &deviceKeyPem() const { return m_parts.deviceKeyPem; }
    const QList<QByteArray> &deviceChain() const { return m_parts.deviceChain; }
    const PackContents &contents() const { return m_parts.contents; }
    const Charter &charter() const { return m_charter; }
    const Policy &policy() const { return m_policy; }
    qint64 generation() const { return m_generation; }

    /// Stores new contents and reads them back. On failure the memory is what the disk now says: the old contents, or
    /// the new ones if only the last step failed. FileUnwritable, FileUnreadable, Malformed.
    Result<> commit(const PackContents &next);

    /// What the verifier judges by.
    PackState state(qint64 now) const;

private:
    Result<> reload();
    Result<> adopt(const QByteArray &stateFile);

    FileLayer *m_files = nullptr;
    QString m_folder;
    PackParts m_parts;
    QByteArray m_slotHashes; ///< over all files but "state"
    qint64 m_generation = 0;
    Charter m_charter;
    Policy m_policy;
    QList<CrlEntry> m_crls;
};

} // namespace packwarden::sim
