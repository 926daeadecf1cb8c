// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signoffspage.h"

#include "models/audit/auditexport.h"
#include "models/audit/auditinclusion.h"
#include "models/core/pki/pkifile.h"
#include "models/keys/listintake.h"
#include "models/rights/rightoffice.h"
#include "models/signoffs/signoffdocument.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/support/lookalike.h"
#include "models/trust/invitation.h"
#include "models/workspace/stateproof.h"
#include "models/workspace/workspace.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/filewords.h"
#include "widgets/words/sentences.h"

#include <QFileInfo>

namespace packwarden {

namespace {

/// What a list that was taken in changes.
QString listTaken(const listintake::Taken &list)
{
    if (list.number == list.before)
        return SignoffsPage::tr("List %1 of %2 is known here already.").arg(list.number).arg(list.issuer);
    const QString what = list.before > 0
        ? SignoffsPage::tr("List %1 of %2 was taken in, in place of list %3.")
              .arg(list.number)
              .arg(list.issuer)
              .arg(list.before)
        : SignoffsPage::tr("List %1 of %2 was taken in, the first one here.").arg(list.number).arg(list.issuer);
    const QString whom = list.revoked.isEmpty()
        ? SignoffsPage::tr("It revokes no other key.")
        : SignoffsPage::tr("It also revokes: %1.").arg(lookalike::visible(list.revoked.join(QStringLiteral(", "))));
    return QStringLiteral("%1 %2 %3").arg(what, whom, SignoffsPage::tr("Packs on the bus get it now."));
}

} // namespace

void SignoffsPage::chooseFile()
{
    m_files.open(this, tr("Open a document"),
        {tr("Documents (*.pwreq *.pwpol *.pwchr *.pwcmd *.pwask *.pwans *.pwinv *.crl *.csr *.cose)"),
            tr("All files (*)")},
        [this](const QString &path) { openFile(path); });
}

void SignoffsPage::openFile(const QString &path)
{
    openFiles({path});
}

void SignoffsPage::openFiles(const QStringList &paths)
{
    Opened opened;
    QStringList documents;
    m_message->hide();
    for (const QString &path : paths) {
        // Whoever hears it says what came of it, here.
        if (RightOffice::isRequest(path) || RightOffice::isAnswer(path))
            Q_EMIT rightFileOpened(path);
        else if (Invitation::isFile(path))
            Q_EMIT invitationOpened(path);
        else if (auditexport::isExport(path) || AuditInclusion::isProof(path))
            Q_EMIT auditOpened(path);
        else if (StateProof::isFile(path))
            Q_EMIT stateOpened(path);
        else if (!openPkiFile(path, opened.lists, opened.foreign))
            documents << path;
    }
    if (documents.isEmpty()) {
        m_model.refresh();
        return tell(opened);
    }
    opened.documents = opened.left = int(documents.size());
    m_importing << opened;
    m_reader.forget();
    m_reader.import(documents);
    refresh();
}

void SignoffsPage::onImported(const QString &path, const Result<SignoffReading> &reading)
{
    Opened &opened = m_importing.first();
    const QString name = QFileInfo(path).fileName();
    auto document = std::make_shared<SignoffDocument>(m_workspace);
    const auto kept = reading.ok() ? document->keep(*reading) : Result<>(reading.error());
    if (kept.ok()) {
        const auto &signatures = reading->judgement.signatures;
        const auto edited = std::find_if(signatures.begin(), signatures.end(),
            [](const SignatureFinding &signature) { return signature.problem == Code::SignatureInvalid; });
        if (edited != signatures.end())
            opened.edited
                << tr("%1 was edited after %2 signed it; that signature is void.").arg(name, edited->leaf.commonName);
        // Another one may have been chosen meanwhile.
        if (!m_reader.isOpening())
            adopt(std::move(document));
    } else {
        const Sentence sentence = Sentences::of(kept.error());
        opened.foreign << QStringLiteral("%1: %2").arg(name, opened.documents == 1 ? sentence.text() : sentence.cause);
    }
    if (--opened.left > 0)
        return;
    m_model.refresh();
    refresh();
    tell(m_importing.takeFirst());
}

void SignoffsPage::tell(const Opened &opened)
{
    const QStringList odd = opened.foreign + opened.edited;
    if (!odd.isEmpty())
        m_message->say(opened.foreign.isEmpty() ? Status::Warning : Status::Alarm, (odd + opened.lists).join(u'\n'));
    else if (!opened.lists.isEmpty())
        m_message->say(Status::Good, opened.lists.join(u'\n'));
    else if (opened.documents > 1)
        m_message->say(Status::Good, tr("%n file(s) taken in.", nullptr, opened.documents));
}

/// Certificates, requests, lists and keys, told by their bytes. False for what may be a document.
bool SignoffsPage::openPkiFile(const QString &path, QStringList &lists, QStringList &foreign)
{
    const auto read = pki::PkiFile::read(path);
    if (!read.ok())
        return false;
    const pki::PkiFile &file = *read;
    const auto refuse = [&](const Error &error) {
        // A note names the file itself.
        const QString cause = Sentences::of(error).cause;
        foreign << (FileWords::of(error) ? Sentences::of(error).text()
                                         : QStringLiteral("%1: %2").arg(QFileInfo(path).fileName(), cause));
        return true;
    };
    const bool named = path.endsWith(QLatin1String(".crl"), Qt::CaseInsensitive);
    if (!file.lists.isEmpty() || (named && (file.odd || file.kind == pki::FileKind::Unknown))) {
        const auto taken = listintake::take(m_workspace, path);
        if (!taken.ok())
            return refuse(taken.error());
        for (const listintake::Taken &list : *taken)
            lists << listTaken(list);
        return true;
    }
    if (file.odd)
        return refuse(file.odd->error(Code::Malformed, path));
    switch (file.kind) {
    case pki::FileKind::PackwardenFile:
    case pki::FileKind::Unknown:
        return false;
    case pki::FileKind::Request:
        Q_EMIT requestFileOpened(path);
        return true;
    case pki::FileKind::KeyStore:
    case pki::FileKind::EncryptedKey:
        Q_EMIT keyFileOpened(path);
        return true;
    default:
        return refuse(pki::FileNote{pki::FileNote::What::NotWanted, {}, file.kind, pki::FileKind::PackwardenFile}.error(
            Code::Malformed, path));
    }
}

} // namespace packwarden
