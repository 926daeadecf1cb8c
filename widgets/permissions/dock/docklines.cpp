// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/dock/docklines.h"

#include "widgets/kit/parts.h"

#include <QGridLayout>

namespace packwarden {

namespace {

const char *toneOf(Status status)
{
    switch (status) {
    case Status::Good:
        return "good";
    case Status::Warning:
        return "warning";
    case Status::Alarm:
        return "alarm";
    case Status::Information:
        return "information";
    case Status::Waiting:
    case Status::Neutral:
        break;
    }
    return "muted";
}

} // namespace

DockLines::DockLines(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(name);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void DockLines::setLines(const QList<DockLine> &lines)
{
    QStringList texts;
    for (const DockLine &line : lines) {
        const QString mark = line.isHeading ? QString() : shapeOf(line.status);
        texts << (mark.isEmpty() ? line.text : mark + u' ' + line.text);
    }
    const QString text = texts.join(u'\n');
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleDescription(text);
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const DockLine &line : lines) {
        const QString mark = line.isHeading ? QString() : shapeOf(line.status);
        // What is refused is said in its colour too; the rest stays quiet.
        const bool isLoud = line.status == Status::Alarm || line.status == Status::Warning;
        auto *words = makeLabel(line.text, line.isHeading ? "muted" : isLoud ? toneOf(line.status) : nullptr, this);
        words->setWordWrap(true);
        if (mark.isEmpty()) {
            m_grid->addWidget(words, row++, 0, 1, 2);
            continue;
        }
        auto *sign = makeLabel(mark, toneOf(line.status), this);
        sign->setFixedWidth(12);
        m_grid->addWidget(sign, row, 0, Qt::AlignTop);
        m_grid->addWidget(words, row++, 1);
    }
}

} // namespace packwarden
