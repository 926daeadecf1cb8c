// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffreading.h"

#include "models/core/base/clock.h"
#include "models/core/documents/filebounds.h"
#include "models/signoffs/receiptbook.h"
#include "models/signoffs/signoffownvalue.h"
#include "models/trust/trustbook.h"
#include "models/workspace/requestindex.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

namespace packwarden {

SignoffGround SignoffGround::of(Workspace &workspace)
{
    return of(workspace, ReceiptBook::of(workspace));
}

SignoffGround SignoffGround::of(Workspace &workspace, std::shared_ptr<const ReceiptBook> receipts)
{
    const Session &session = workspace.session();
    SignoffGround ground;
    ground.trust = workspace.trust().snapshot();
    ground.refused = refusedDeliveries(workspace.audit());
    if (session.isSignedIn())
        ground.me = session.identity();
    ground.chain = session.chain();
    ground.requests = workspace.requests();
    ground.now = workspace.clock().now();
    ground.receipts = std::move(receipts);
    return ground;
}

namespace signoffreading {

Result<DocumentFile> bounded(const Result<DocumentFile> &file, const QList<Certificate> &roots)
{
    if (file.ok() && !filebounds::isBounded(*file))
        return filebounds::bounded(*file, roots);
    return file;
}

SignoffJudgement judge(const DocumentFile &file, const SignoffGround &ground)
{
    SignoffJudgement judgement
        = judgeSignoff(file, ground.trust, ground.refused, ground.now, {}, ground.receipts.get());
    judgement.hidden = ownvalue::hidden(judgement, ground.trust, ground.me);
    judgement.own = ownPart(judgement, ground.chain, ground.trust, ground.now);
    return judgement;
}

QList<SeenHead> heads(const DocumentFile &file, const SignoffGround &ground)
{
    const HeadJudge judge = ground.trust.headJudge(ground.now, file.crls);
    QList<SeenHead> heads = judge.in(file.document);
    for (const QByteArray &bytes : file.receipts + file.statements) {
        if (const auto head = judge.inCarrier(bytes); head.ok() && head->proved())
            heads.append(*head);
    }
    return heads;
}

Result<SignoffReading> read(const Result<DocumentFile> &file, const SignoffGround &ground)
{
    const auto good = bounded(file, ground.roots());
    if (!good.ok())
        return good.error();
    return SignoffReading{{}, *good, heads(*good, ground), judge(*good, ground), false};
}

Result<SignoffReading> read(const QString &path, const SignoffGround &ground)
{
    auto reading = read(DocumentFile::read(path), ground);
    if (reading.ok())
        reading->path = path;
    return reading;
}

namespace {

/// from: the file it is from; empty: none.
Result<SignoffReading> readTheirs(const Result<DocumentFile> &theirs, const QString &from, const SignoffGround &ground)
{
    if (!theirs.ok())
        return theirs.error();
    const QString mine = ground.requests->find(theirs->document);
    if (mine.isEmpty())
        return read(theirs, ground);
    if (!from.isEmpty() && QFileInfo(mine) == QFileInfo(from))
        return read(mine, ground);
    const auto here = bounded(DocumentFile::read(mine), ground.roots());
    if (!here.ok())
        return here.error();
    const auto merged = filebounds::merge(*here, *theirs, ground.roots());
    if (!merged.ok())
        return merged.error();
    auto reading = read(merged, ground);
    if (reading.ok()) {
        reading->path = mine;
        reading->isMore = reading->file.encode() != here->encode();
    }
    return reading;
}

} // namespace

Result<SignoffReading> readImport(const QString &path, const SignoffGround &ground)
{
    return readTheirs(DocumentFile::read(path), path, ground);
}

Result<SignoffReading> readImport(const QByteArray &bytes, const SignoffGround &ground)
{
    if (bytes.size() > DocumentFile::maxBytes)
        return {Code::TooLarge, QStringLiteral("%1 bytes").arg(bytes.size())};
    return readTheirs(DocumentFile::decode(bytes), {}, ground);
}

} // namespace signoffreading

} // namespace packwarden
