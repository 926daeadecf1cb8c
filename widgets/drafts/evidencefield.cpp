// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/evidencefield.h"

#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/drafts/requestdraft.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>

namespace packwarden {

EvidenceField::EvidenceField(RequestDraft &draft, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_rows(new QVBoxLayout)
    , m_message(new MessageBar(this))
{
    setAcceptDrops(true);
    auto *attach = makeButton(tr("Attach a file\u2026"), "add", "link", this);
    attach->setObjectName(QStringLiteral("evidenceAttach"));
    attach->setToolTip(tr("A report, a data sheet, a photo: every signer sees its name and gets it with the request. "
                          "You can drop files here, too."));
    m_rows->setSpacing(0);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(m_rows);
    column->addWidget(attach, 0, Qt::AlignLeft);
    column->addWidget(m_message);
    connect(attach, &QPushButton::clicked, this, [this, &files] {
        files.open(window(), tr("Attach evidence"), {tr("All files (*)")}, [this](const QString &path) { add(path); });
    });
}

void EvidenceField::add(const QString &path)
{
    m_message->hide();
    const QFileInfo info(path);
    const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
    const auto taken = bytes.ok() ? m_draft.addEvidence(info.fileName(), *bytes) : Result<>(bytes.error());
    if (!taken.ok()) {
        QString why = Sentences::of(taken.error()).text();
        if (taken.error().code == Code::TooLarge)
            why = tr("%1 was not attached: a request carries at most %2 of evidence.")
                      .arg(info.fileName(), QLocale().formattedDataSize(DocumentFile::maxBytes / 2));
        else if (taken.error().code == Code::Malformed)
            why = tr("%1 was not attached: another file of this name is.").arg(info.fileName());
        m_message->say(Status::Warning, why);
    }
    list();
}

void EvidenceField::list()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (auto it = m_draft.evidence().begin(); it != m_draft.evidence().end(); ++it) {
        const QString name = it.key();
        auto *row = new QWidget(this);
        auto *box = new QHBoxLayout(row);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(makeLabel(name), 0);
        box->addWidget(makeLabel(QLocale().formattedDataSize(it.value().size()), "muted"), 1);
        auto *remove = makeButton(tr("Remove"), nullptr, "link");
        remove->setObjectName(QStringLiteral("evidenceRemove"));
        remove->setAccessibleName(tr("Remove %1").arg(name));
        connect(remove, &QPushButton::clicked, this, [this, name] {
            m_draft.removeEvidence(name);
            list();
        });
        box->addWidget(remove);
        m_rows->addWidget(row);
    }
}

void EvidenceField::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void EvidenceField::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            add(url.toLocalFile());
    }
    event->acceptProposedAction();
}

} // namespace packwarden
