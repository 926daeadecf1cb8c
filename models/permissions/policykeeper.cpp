// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/permissions/policykeeper.h"

#include "models/rules/rulesjson.h"
#include "models/workspace/workspace.h"

namespace packwarden {

namespace {

const QString name = QLatin1String(KeptDrafts::policy);
const QLatin1String policyKey("policy");
const QLatin1String textsKey("texts");

} // namespace

PolicyKeeper::PolicyKeeper(
    PolicyDraft &draft, const Workspace &workspace, std::function<Texts()> texts, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_drafts(workspace.folder(), workspace.clock())
    , m_texts(std::move(texts))
{
    connect(&draft, &PolicyDraft::changed, this, &PolicyKeeper::keep);
}

std::optional<PolicyKeeper::Restored> PolicyKeeper::restore(const QString &what)
{
    m_restored = true;
    const auto kept = m_drafts.find(name);
    if (!kept)
        return std::nullopt;
    const QByteArray json = rulesjson::toText(kept->content.value(policyKey).toObject());
    const auto policy = rulesjson::policyFromJson(
        json, m_draft.policy().version, m_draft.policy().charterSha256, rulesjson::Twins::Kept);
    if (!policy.ok() || *policy == m_draft.policy())
        return std::nullopt;
    Restored restored{kept->at, {}};
    const QJsonObject texts = kept->content.value(textsKey).toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        restored.texts.insert(it.key(), QByteArray::fromBase64(it->toString().toLatin1()));
    m_restored = false; // what is brought back is kept already, with its time
    m_draft.replace(*policy, what);
    m_restored = true;
    return restored;
}

void PolicyKeeper::finish()
{
    m_drafts.drop(name);
}

void PolicyKeeper::keep()
{
    if (!m_restored || m_draft.isEmpty())
        return;
    if (m_draft.policy() == m_draft.base())
        return m_drafts.drop(name);
    QJsonObject texts;
    const Texts held = m_texts();
    for (auto it = held.begin(); it != held.end(); ++it)
        texts.insert(it.key(), QString::fromLatin1(it->toBase64()));
    const auto kept = m_drafts.keep(name, {{policyKey, rulesjson::toJson(m_draft.policy())}, {textsKey, texts}});
    if (!kept.ok() && !m_failed)
        Q_EMIT failed(kept.error());
    m_failed = !kept.ok();
}

} // namespace packwarden
