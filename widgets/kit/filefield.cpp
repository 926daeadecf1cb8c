// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/filefield.h"

#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPointer>

namespace packwarden {

QWidget *framed(QWidget *list)
{
    auto *card = makeCard(list->parentWidget());
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(grid, 2, 2, 2);
    column->addWidget(list);
    return card;
}

FileField::FileField(
    const QString &id, const QString &title, const QStringList &filters, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel(tr("Drop a file here, or choose one."), "muted", this))
    , m_choose(makeButton(tr("Choose\u2026"), "open", nullptr, this))
{
    setObjectName(id);
    setAccessibleName(title);
    setAcceptDrops(true);
    m_text->setObjectName(id + QStringLiteral("Text"));
    m_text->setAccessibleName(title);
    m_text->setWordWrap(true);
    m_choose->setObjectName(id + QStringLiteral("Choose"));
    m_choose->setAccessibleName(tr("Choose: %1").arg(title));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_choose, 0, Qt::AlignTop);
    connect(m_choose, &QPushButton::clicked, this, [this, title, filters, &files] {
        files.open(window(), title, filters, [field = QPointer<FileField>(this)](const QString &path) {
            if (field)
                Q_EMIT field->chosen(path);
        });
    });
}

void FileField::say(const QString &text, const char *tone)
{
    m_text->setText(text);
    setTone(m_text, tone ? tone : "");
}

void FileField::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void FileField::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    Q_EMIT chosen(event->mimeData()->urls().constFirst().toLocalFile());
}

} // namespace packwarden
