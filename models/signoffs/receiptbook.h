// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/base/result.h"

#include <QHash>
#include <QMutex>

#include <memory>

namespace packwarden {

class SqliteFile;
class Workspace;

/// Receipts of this store by document and pack, however many packs there are; a document file carries some of them
/// along. Who keeps one verified it; who shows it verifies it again, because lists may be newer by then. A file that is
/// damaged is put aside, and another one begins. For any thread; several for one file do not disturb each other.
class ReceiptBook final
{
public:
    /// path: of the file, made if it is missing; empty: in memory.
    explicit ReceiptBook(const QString &path);
    explicit ReceiptBook(const Workspace &workspace);
    /// To read; null where this store has none.
    static std::shared_ptr<const ReceiptBook> of(const Workspace &workspace);
    ~ReceiptBook();
    ReceiptBook(const ReceiptBook &) = delete;
    ReceiptBook &operator=(const ReceiptBook &) = delete;

    struct Line
    {
        PackSerial serial;
        QByteArray receipt; ///< COSE_Sign1
    };
    /// Several in one step. isTold: an exchange has them. What is there stays, and is then told if these are.
    /// FileUnwritable.
    Result<> keep(const QByteArray &payloadSha256, const QList<Line> &lines, bool isTold);
    /// Empty: none.
    QByteArray find(const QByteArray &payloadSha256, const PackSerial &serial) const;
    /// Of several packs in one step; those that have none are left out.
    QHash<PackSerial, QByteArray> find(const QByteArray &payloadSha256, const QStringList &serials) const;
    qint64 count(const QByteArray &payloadSha256) const;
    /// A page of the packs, in order.
    QStringList packs(const QByteArray &payloadSha256, const QString &after, int most) const;
    /// Those that are to be told an exchange, at most so many.
    QList<Line> untold(const QByteArray &payloadSha256, int most) const;
    /// Is there one of any document?
    bool hasUntold() const;
    /// Another exchange than before has been told nothing yet.
    void belongTo(const QString &exchange);

private:
    bool prepare(const QString &path);

    mutable QMutex m_mutex;
    std::unique_ptr<SqliteFile> m_file;
};

} // namespace packwarden
