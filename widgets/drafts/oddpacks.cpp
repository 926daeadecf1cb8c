// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/oddpacks.h"

#include "widgets/drafts/draftwords.h"
#include "widgets/kit/parts.h"
#include "widgets/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace packwarden {

namespace {

constexpr qsizetype linesShown = 5;

} // namespace

OddPacks::OddPacks(QWidget *parent)
    : QWidget(parent)
    , m_words(makeLabel({}, "warning", this))
    , m_leaveOut(makeButton({}, nullptr, "link", this))
{
    m_words->setObjectName(QStringLiteral("draftOddPacks"));
    m_words->setWordWrap(true);
    m_leaveOut->setObjectName(QStringLiteral("draftLeaveOut"));
    m_leaveOut->setToolTip(tr("The packs of the first line stay."));
    m_leaveOut->setAccessibleName(tr("Leave out packs that start differently"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addWidget(m_leaveOut, 0, Qt::AlignLeft);
    hide();
    connect(m_leaveOut, &QPushButton::clicked, this, [this] { Q_EMIT keepOnly(QList<PackSerial>(m_most)); });
}

void OddPacks::setKinds(const QList<requestparts::Kind> &kinds)
{
    setVisible(kinds.size() > 1);
    if (kinds.size() < 2)
        return;
    m_most = kinds.constFirst().packs;
    QStringList lines{
        shapeOf(Status::Warning) + u' ' + tr("Not all chosen packs start from the same value on the same hardware:")};
    for (const requestparts::Kind &kind : kinds.mid(0, linesShown))
        lines.append(draftwords::kind(kind));
    if (kinds.size() > linesShown)
        lines.append(tr("and %n other value(s) or hardware", nullptr, int(kinds.size() - linesShown)));
    m_words->setText(lines.join(u'\n'));
    qsizetype odd = 0;
    for (const requestparts::Kind &kind : kinds.mid(1))
        odd += kind.packs.size();
    m_leaveOut->setText(tr("Leave out %n pack(s)", nullptr, int(odd)));
    m_leaveOut->setAccessibleName(m_leaveOut->text());
}

} // namespace packwarden
