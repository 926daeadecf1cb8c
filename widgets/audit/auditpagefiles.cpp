// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/audit/auditpage.h"

#include "models/audit/auditexport.h"
#include "models/audit/auditmodel.h"
#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/support/lookalike.h"
#include "widgets/audit/auditwords.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/sentences.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPointer>
#include <QProgressBar>
#include <QTableView>
#include <QThreadPool>

namespace packwarden {

void AuditPage::judgeFilesBy(std::function<AuditProof()> proof)
{
    m_proof = std::move(proof);
}

bool AuditPage::isAuditFile(const QString &path)
{
    return auditexport::isExport(path) || AuditInclusion::isProof(path);
}

void AuditPage::chooseFile()
{
    m_files->open(this, tr("Check an export or a proof"),
        {tr("Exports and proofs (*.jsonl *.json)"), tr("All files (*)")},
        [page = QPointer<AuditPage>(this)](const QString &path) {
            if (page)
                page->openFile(path);
        });
}

void AuditPage::openFile(const QString &path)
{
    if (AuditInclusion::isProof(path))
        openProof(path);
    else if (auditexport::isExport(path))
        openExport(path);
    else
        m_verdict->say(Status::Warning,
            tr("%1 is neither an export of an audit nor the proof of a record.").arg(QFileInfo(path).fileName()));
}

void AuditPage::openProof(const QString &path)
{
    const auto proof = AuditInclusion::read(path);
    const auto signer = proof.ok() ? proof->verify(m_proof ? m_proof().judge : std::nullopt)
                                   : Result<AuditInclusion::Signer>(proof.error());
    const QString name = QFileInfo(path).fileName();
    if (!signer.ok())
        m_verdict->say(Status::Alarm, tr("%1 proves nothing. %2").arg(name, Sentences::of(signer.error()).text()));
    else
        m_verdict->say(signer->problem ? Status::Alarm
                : signer->isJudged     ? Status::Good
                                       : Status::Waiting,
            AuditWords::proof(name, *proof, *signer));
}

void AuditPage::openExport(const QString &path)
{
    if (m_checking)
        return;
    m_checking = true;
    m_check->setEnabled(false);
    m_progress->setRange(0, 0);
    m_progress->show();
    const AuditProof proof = m_proof ? m_proof() : AuditProof();
    QThreadPool::globalInstance()->start([page = QPointer<AuditPage>(this), proof, path] {
        const auto reading = auditexport::read(path, {{}, proof.judge});
        QMetaObject::invokeMethod(
            qApp,
            [page, reading, path] {
                if (!page)
                    return;
                page->m_checking = false;
                page->m_check->setEnabled(true);
                page->m_progress->hide();
                const QString name = QFileInfo(path).fileName();
                if (!reading.ok())
                    return page->m_verdict->say(Status::Alarm, Sentences::of(reading.error()).text());
                const AuditVerdict &verdict = reading->verdict;
                const bool good = verdict.intact() && !verdict.isDisputed() && !verdict.lacksCheckpoints();
                page->m_verdict->say(!good        ? Status::Alarm
                        : verdict.flags.isEmpty() ? Status::Good
                                                  : Status::Waiting,
                    AuditWords::exported(name, *reading, reading->logId == page->m_store.head().logId));
            },
            Qt::QueuedConnection);
    });
}

void AuditPage::exportTo(const QString &path)
{
    if (m_exporting)
        return;
    m_exporting = true;
    m_export->setEnabled(false);
    QThreadPool::globalInstance()->start([page = QPointer<AuditPage>(this), store = m_store.path(), path] {
        const auto written = auditexport::write(store, path);
        QMetaObject::invokeMethod(
            qApp,
            [page, written, path] {
                if (!page)
                    return;
                page->m_exporting = false;
                page->m_export->setEnabled(true);
                if (written.ok())
                    page->m_verdict->say(Status::Good,
                        tr("%n record(s) written to %1. The file can be checked without this console.", nullptr,
                            int(written->head.count))
                            .arg(path));
                else
                    page->m_verdict->say(Status::Alarm, Sentences::of(written.error()).text());
            },
            Qt::QueuedConnection);
    });
}

void AuditPage::exportProof()
{
    const qint64 seq = m_table->currentIndex().data(AuditModel::RecordRole).value<AuditRecord>().seq;
    m_files->save(this, tr("Export the proof of a record"), QStringLiteral("record-%1.proof.json").arg(seq),
        [page = QPointer<AuditPage>(this), seq](const QString &path) {
            if (page)
                page->exportProofTo(seq, path);
        });
}

void AuditPage::exportProofTo(qint64 seq, const QString &path)
{
    const auto proof = m_store.inclusion(seq);
    const auto signer = proof.ok() ? proof->verify() : Result<AuditInclusion::Signer>(proof.error());
    if (!signer.ok()) {
        if (signer.code() == Code::WrongState)
            m_verdict->say(Status::Information,
                tr("No checkpoint that has record %1 is signed yet. Sign in, or sign a document: then one is "
                   "made, and you can export the proof.")
                    .arg(seq));
        else
            m_verdict->say(Status::Alarm, Sentences::of(signer.error()).text());
        return;
    }
    if (const auto written = wholefile::write(path, proof->encode()); !written.ok()) {
        m_verdict->say(Status::Alarm, Sentences::of(written.error()).text());
        return;
    }
    m_verdict->say(Status::Good,
        tr("Record %1 was written to %2. The file proves that it is one of the %3 records that %4 "
           "signed for; of the others it tells nothing.")
            .arg(seq)
            .arg(path)
            .arg(proof->records)
            .arg(lookalike::visible(signer->name)));
}

} // namespace packwarden
