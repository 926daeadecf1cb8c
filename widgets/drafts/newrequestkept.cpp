// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/clock.h"
#include "widgets/drafts/evidencefield.h"
#include "widgets/drafts/newrequestdialog.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/format.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QLineEdit>

namespace packwarden {

namespace {

/// Somebody types: a file is written when they pause.
constexpr int soonMilliseconds = 300;

const QLatin1String packsKey("packs");
const QLatin1String parameterKey("parameter");
const QLatin1String valueKey("value");
const QLatin1String untilKey("until"); ///< the last day; absent: permanently
const QLatin1String reasonKey("reason");
const QLatin1String evidenceKey("evidence"); ///< base64 by name

} // namespace

NewRequestDialog::~NewRequestDialog()
{
    m_draft.disconnect(this);
    keep();
}

QLayout *NewRequestDialog::makeKeptLine()
{
    m_kept->setObjectName(QStringLiteral("draftKept"));
    m_startOver->setObjectName(QStringLiteral("draftStartOver"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_kept);
    row->addWidget(m_startOver);
    row->addStretch();
    m_kept->hide();
    m_startOver->hide();
    connect(m_startOver, &QPushButton::clicked, this, &NewRequestDialog::startOver);
    return row;
}

void NewRequestDialog::keepIn(const KeptDrafts &drafts)
{
    const QString prefix = QLatin1String(KeptDrafts::request);
    const QString chosen = prefix + m_draft.parameter().text();
    for (const QString &name : drafts.names(prefix)) {
        if (m_isChosen && name != chosen)
            continue;
        const auto kept = drafts.find(name);
        if (!kept || !fill(kept->content))
            continue;
        m_keptAs = name;
        m_keptContent = content();
        m_kept->setText(tr("You began this on %1; it was kept.").arg(format::dateTime(kept->at)));
        m_kept->show();
        m_startOver->show();
        break;
    }
    m_drafts.emplace(drafts);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &NewRequestDialog::keep);
    connect(&m_draft, &RequestDraft::changed, this, [this] { m_soon.start(); });
}

bool NewRequestDialog::isBlank() const
{
    return m_value->text().isEmpty() && m_reason->text().isEmpty() && m_draft.evidence().isEmpty();
}

QJsonObject NewRequestDialog::content() const
{
    QJsonObject content{{packsKey, QJsonArray::fromStringList(m_pack->currentData().toStringList())},
        {parameterKey, m_draft.parameter().text()}, {valueKey, m_value->text()}, {reasonKey, m_reason->text()}};
    if (m_period->currentIndex() == 1)
        content.insert(untilKey, m_until->date().toString(Qt::ISODate));
    QJsonObject files;
    for (auto it = m_draft.evidence().begin(); it != m_draft.evidence().end(); ++it)
        files.insert(it.key(), QString::fromLatin1(it->toBase64()));
    if (!files.isEmpty())
        content.insert(evidenceKey, files);
    return content;
}

bool NewRequestDialog::fill(const QJsonObject &content)
{
    QStringList packs;
    for (const QJsonValue &pack : content.value(packsKey).toArray())
        packs.append(pack.toString());
    const int pack = m_pack->findData(packs);
    if (pack < 0)
        return false;
    m_pack->setCurrentIndex(pack);
    fillParameters();
    const int parameter = m_parameter->findData(content.value(parameterKey).toString());
    if (parameter < 0)
        return false;
    m_parameter->setCurrentIndex(parameter);
    parameterChosen();
    m_value->setText(content.value(valueKey).toString());
    m_reason->setText(content.value(reasonKey).toString());
    const QDate until = QDate::fromString(content.value(untilKey).toString(), Qt::ISODate);
    if (until >= m_until->minimumDate())
        m_until->setDate(until);
    m_period->setCurrentIndex(until.isValid() ? 1 : 0);
    const QStringList held = m_draft.evidence().keys();
    for (const QString &name : held)
        m_draft.removeEvidence(name);
    const QJsonObject files = content.value(evidenceKey).toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (const auto added = m_draft.addEvidence(it.key(), QByteArray::fromBase64(it->toString().toLatin1()));
            !added.ok())
            m_hint->setText(Sentences::of(added.error()).text());
    }
    m_evidence->list();
    refresh();
    return true;
}

void NewRequestDialog::keep()
{
    if (!m_drafts)
        return;
    m_soon.stop();
    const QJsonObject now = isBlank() ? QJsonObject() : content();
    if (now == m_keptContent)
        return;
    const QString name = now.isEmpty() ? QString() : QLatin1String(KeptDrafts::request) + m_draft.parameter().text();
    if (!m_keptAs.isEmpty() && m_keptAs != name)
        m_drafts->drop(m_keptAs);
    m_keptAs = name;
    m_keptContent = now;
    const auto kept = name.isEmpty() ? Result<>::success() : m_drafts->keep(name, now);
    if (!kept.ok()) {
        m_kept->setText(tr("This would be lost if the program ended. %1").arg(Sentences::of(kept.error()).text()));
        m_kept->setWordWrap(true);
        m_kept->show();
    }
}

void NewRequestDialog::startOver()
{
    if (!m_before.isEmpty()) {
        fill(std::exchange(m_before, {}));
        m_startOver->setText(tr("Start over"));
        return;
    }
    m_before = content();
    QJsonObject blank = m_before;
    for (const QLatin1String &key : {valueKey, untilKey, reasonKey, evidenceKey})
        blank.remove(key);
    fill(blank);
    m_startOver->setText(tr("Bring it back"));
}

} // namespace packwarden
