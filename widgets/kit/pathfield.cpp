// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/pathfield.h"

#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QSignalBlocker>

namespace packwarden {

PathField::PathField(const QString &id, const QString &title, const QStringList &filters, FileChooser &files,
    QWidget *parent, For what, const QString &question)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
{
    setAcceptDrops(true);
    m_line->setObjectName(id);
    m_line->setAccessibleName(title);
    m_line->setAcceptDrops(false); // as text it would be an address
    auto *choose = makeButton(tr("Choose\u2026"), "open", nullptr, this);
    choose->setObjectName(id + QStringLiteral("Choose"));
    choose->setAccessibleName(tr("Choose: %1").arg(title));
    choose->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line, 1);
    row->addWidget(choose);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &PathField::changed);
    connect(m_line, &QLineEdit::textEdited, this, &PathField::typed);
    connect(choose, &QPushButton::clicked, this,
        [this, what, filters, asked = question.isEmpty() ? title : question, &files] {
            const auto answer = [field = QPointer<PathField>(this)](const QString &path) {
                if (field)
                    field->take(path);
            };
            if (what == For::Opening)
                files.open(window(), asked, filters, answer);
            else
                files.save(window(), asked, m_line->text(), answer);
        });
}

QString PathField::path() const
{
    return m_line->text();
}

void PathField::setPath(const QString &path)
{
    m_line->setText(path);
}

void PathField::take(const QString &path)
{
    {
        // Whoever follows changes must know first that a person chose this one.
        const QSignalBlocker quiet(m_line);
        m_line->setText(path);
    }
    Q_EMIT chosen();
    Q_EMIT changed();
}

void PathField::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void PathField::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(event->mimeData()->urls().constFirst().toLocalFile());
}

} // namespace packwarden
