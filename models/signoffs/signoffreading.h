// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/audithead.h"
#include "models/signoffs/signoffjudgement.h"
#include "models/workspace/identity.h"

namespace packwarden {

class RequestIndex;
class Workspace;

/// What documents are read and judged by. A value, for any thread.
struct SignoffGround
{
    TrustSnapshot trust;
    RefusedDeliveries refused;
    std::optional<Identity> me; ///< who looks; none: nobody is signed in
    QList<Certificate> chain; ///< of the one who looks
    std::shared_ptr<RequestIndex> requests; ///< of this store
    qint64 now = 0;
    std::shared_ptr<const ReceiptBook> receipts; ///< null: none but those of the files

    /// As it is now; in the workspace's thread.
    static SignoffGround of(Workspace &workspace);
    /// The same with a book that is open already.
    static SignoffGround of(Workspace &workspace, std::shared_ptr<const ReceiptBook> receipts);
    QList<Certificate> roots() const { return trust.pinned.charter.roots(); }
};

/// A document as it was read. Nothing is recorded or written yet: SignoffDocument does that.
struct SignoffReading
{
    QString path; ///< of the file; of an import, where the document lies in this store, empty where it does not
    DocumentFile file; ///< within the bounds of filebounds.h
    QList<SeenHead> heads; ///< of other logs, in what it carries
    SignoffJudgement judgement;
    bool isMore = false; ///< of an import: the copy has something that the one in this store lacks
};

/// All of them are pure but for the files that they read, and verify signatures: for a worker, where a window waits.
namespace signoffreading {

/// The same file within the bounds of filebounds.h.
Result<DocumentFile> bounded(const Result<DocumentFile> &file, const QList<Certificate> &roots);

SignoffJudgement judge(const DocumentFile &file, const SignoffGround &ground);
QList<SeenHead> heads(const DocumentFile &file, const SignoffGround &ground);

/// A document that is in a file, and one that is in none. Errors of DocumentFile::read.
Result<SignoffReading> read(const QString &path, const SignoffGround &ground);
Result<SignoffReading> read(const Result<DocumentFile> &file, const SignoffGround &ground);
/// A file from elsewhere, merged with the one of the same document in this store. DifferentDocument; errors of
/// DocumentFile::read and filebounds::merge.
Result<SignoffReading> readImport(const QString &path, const SignoffGround &ground);
/// The same for bytes that are in no file.
Result<SignoffReading> readImport(const QByteArray &bytes, const SignoffGround &ground);

} // namespace signoffreading

} // namespace packwarden
