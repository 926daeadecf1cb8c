// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packanswers.h"
#include "models/core/pki/signingkey.h"

#include <QMap>

#include <memory>

namespace packwarden::pki {
struct Subject;
struct LeafName;
} // namespace packwarden::pki

namespace packwarden::sim {

class FileLayer;

/// The slots of a key repository, in the order of DID 0102.
enum class Slot {
    Board,
    Identity,
    ManufacturerRoot,
    DeviceKey,
    Silicon,
    DataSheet,
    Foundation,
    DeviceChain,
};
constexpr int slotCount = int(Slot::DeviceChain) + 1;

enum class SlotKind { WriteOnceReadMany, WriteOnceReadNever, WriteUntilProtected, Rewritable };

QString slotName(Slot slot); ///< "device-key": also its file
SlotKind slotKind(Slot slot);
QLatin1String slotKindName(SlotKind kind); ///< "write-once-read-never"

/// The memory that a pack's security rests on: slots of four kinds, in one folder. The kinds are enforced here and
/// nowhere else, whoever asks: a slot that is written once stays as it is, a device key is used and never read, a
/// protected slot is never written again. The rewritable slot is the file "state"; it also holds the table that says
/// which other slots are written and what they hold, so replacing it is the one step that makes a change real. A
/// change of several slots is therefore old or new whenever the power goes.
/// Owned by one thread. The file layer must outlive it.
class KeyRepository final
{
public:
    struct Change
    {
        QMap<Slot, QByteArray> writes;
        bool protect = false; ///< foundation and device chain, for good
        QByteArray state; ///< the rewritable slot, whole
    };

    /// Makes a repository in an existing folder. Prohibited if it holds one; FileUnwritable.
    static Result<> create(FileLayer &files, const QString &folder, const Change &first);
    /// Verifies everything. FileUnreadable or Malformed with the damaged file named.
    static Result<KeyRepository> load(FileLayer &files, const QString &folder);

    bool isWritten(Slot slot) const { return m_table.value(slot).written; }
    bool isProtected(Slot slot) const { return m_table.value(slot).locked; }
    /// WrongState: empty; Prohibited: of the kind "read never".
    Result<QByteArray> read(Slot slot) const;
    const QByteArray &state() const { return m_state; }
    qint64 generation() const { return m_generation; }
    QList<RepositorySlot> map() const;

    /// What it would be after a change, without touching the disk. Prohibited with the slot's name for a write that its
    /// kind forbids.
    Result<KeyRepository> after(const Change &change) const;
    /// Stores all of it, or nothing. Prohibited as above. FileUnwritable, FileUnreadable, Malformed if the disk fails:
    /// then this object is what the disk now says.
    Result<> commit(const Change &change);

    /// The device key as a tool: it signs under this chain. WrongState: there is none; KeyUnusable: it is not the
    /// chain's.
    Result<std::shared_ptr<SigningKey>> signer(const QList<Certificate> &chain) const;
    /// A PKCS#10 request by the device key, as DER.
    Result<QByteArray> signingRequest(const pki::Subject &subject, const pki::LeafName &name) const;

private:
    struct Entry
    {
        bool written = false;
        bool locked = false;
        int bank = 0; ///< of the two files of a slot: a write goes to the other one
        QByteArray sha256;
    };

    Result<> reload();
    Result<QByteArray> content(Slot slot) const;

    FileLayer *m_files = nullptr;
    QString m_folder;
    QMap<Slot, Entry> m_table;
    QMap<Slot, QByteArray> m_contents;
    QByteArray m_state;
    qint64 m_generation = 0;
};

} // namespace packwarden::sim
