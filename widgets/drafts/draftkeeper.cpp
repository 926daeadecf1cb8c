// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/draftkeeper.h"

#include "widgets/kit/parts.h"
#include "widgets/words/format.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>

namespace packwarden {

namespace {

constexpr int soonMilliseconds = 300; ///< a file is written when the person pauses

} // namespace

DraftKeeper::DraftKeeper(Form &form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_kept(makeLabel({}, "muted", this))
    , m_startOver(makeButton(tr("Start over"), nullptr, "link", this))
{
    m_kept->setObjectName(QStringLiteral("draftKept"));
    m_startOver->setObjectName(QStringLiteral("draftStartOver"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kept);
    row->addWidget(m_startOver);
    row->addStretch();
    hide();
    connect(m_startOver, &QPushButton::clicked, this, &DraftKeeper::startOver);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::keep);
}

void DraftKeeper::begin(const KeptDrafts &drafts, const QString &prefix)
{
    for (const QString &name : drafts.names(prefix)) {
        const auto kept = drafts.find(name);
        if (!kept || !m_form.fill(kept->content))
            continue;
        m_keptAs = name;
        m_keptContent = m_form.content();
        m_kept->setText(tr("You began this on %1; it was kept.").arg(format::dateTime(kept->at)));
        show();
        break;
    }
    m_drafts.emplace(drafts);
}

void DraftKeeper::noteChange()
{
    if (m_drafts)
        m_soon.start();
}

void DraftKeeper::keep()
{
    if (!m_drafts)
        return;
    m_soon.stop();
    const QJsonObject now = m_form.content();
    if (now == m_keptContent)
        return;
    const QString name = now.isEmpty() ? QString() : m_form.keptName();
    if (!m_keptAs.isEmpty() && m_keptAs != name)
        m_drafts->drop(m_keptAs);
    m_keptAs = name;
    m_keptContent = now;
    const auto kept = name.isEmpty() ? Result<>::success() : m_drafts->keep(name, now);
    if (kept.ok())
        return;
    m_kept->setText(tr("This would be lost if the program ended. %1").arg(Sentences::of(kept.error()).text()));
    m_kept->setWordWrap(true);
    m_startOver->setVisible(!isHidden());
    show();
}

void DraftKeeper::end()
{
    m_soon.stop();
    if (m_drafts && !m_keptAs.isEmpty())
        m_drafts->drop(m_keptAs);
    m_drafts.reset();
}

void DraftKeeper::startOver()
{
    const bool isBack = !m_before.isEmpty();
    const QJsonObject content = isBack ? std::exchange(m_before, {}) : m_form.blank();
    if (!isBack)
        m_before = m_form.content();
    m_form.fill(content);
    m_startOver->setText(isBack ? tr("Start over") : tr("Bring it back"));
}

} // namespace packwarden
