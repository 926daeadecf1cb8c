// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/noticedesk.h"

#include "models/signoffs/signoffsmodel.h"
#include "models/support/lookalike.h"
#include "models/workspace/session.h"

#include <utility>

namespace packwarden {

NoticeDesk::NoticeDesk(
    const SignoffsModel &signoffs, const Session &session, Asked isLookedAt, Asked areWanted, QObject *parent)
    : QObject(parent)
    , m_signoffs(signoffs)
    , m_session(session)
    , m_isLookedAt(std::move(isLookedAt))
    , m_areWanted(std::move(areWanted))
{
    connect(&m_signoffs, &SignoffsModel::refreshed, this, &NoticeDesk::look);
    connect(&m_session, &Session::stateChanged, this, [this] { m_hasLooked = false; });
}

void NoticeDesk::look()
{
    if (!m_session.isSignedIn())
        return;
    QStringList titles;
    QSet<QByteArray> wanted;
    const QList<SignoffJudgement> judgements = m_signoffs.judgements();
    for (const SignoffJudgement &judgement : judgements) {
        if (!judgement.content || !judgement.isWanted())
            continue;
        wanted.insert(judgement.payloadSha256);
        if (!m_told.contains(judgement.payloadSha256))
            titles.append(lookalike::visible(judgement.content->head().title));
    }
    const bool isFirst = !std::exchange(m_hasLooked, true);
    m_told = wanted;
    if (isFirst || titles.isEmpty() || m_isLookedAt() || !m_areWanted())
        return;
    constexpr qsizetype most = 3;
    QString body = QStringList(titles.mid(0, most)).join(u'\n');
    if (titles.size() > most)
        body += u'\n' + tr("and %n more", nullptr, int(titles.size() - most));
    Q_EMIT notice(tr("%n document(s) want your signature", nullptr, int(titles.size())), body);
}

} // namespace packwarden
