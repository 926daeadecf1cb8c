// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/courier.h"

#include <algorithm>

namespace packwarden {

Courier::Courier(Workspace &workspace, PackRequests &requests, StatementDesk &statements, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_requests(requests)
    , m_statements(statements)
{
}

Courier::~Courier() = default;

void Courier::visit(const QString &serial, const HeardBefore &heard)
{
    m_waiting.append({serial, heard});
    next();
}

void Courier::next()
{
    while (int(m_visits.size()) < mostAtOnce) {
        const auto free = std::find_if(m_waiting.begin(), m_waiting.end(),
            [this](const auto &waiting) { return m_visits.count(waiting.first) == 0; });
        if (free == m_waiting.end())
            return;
        const auto [serial, heard] = *free;
        m_waiting.erase(free);
        begin(serial, heard);
    }
}

void Courier::begin(const QString &serial, const HeardBefore &heard)
{
    auto made = std::make_unique<PackVisit>(m_workspace, m_requests, m_statements, serial);
    PackVisit *visit = made.get();
    m_visits.emplace(serial, std::move(made));
    connect(visit, &PackVisit::knowledgeHeard, this,
        [this, serial](const PackKnowledge &knowledge) { Q_EMIT knowledgeHeard(serial, knowledge); });
    connect(visit, &PackVisit::carried, this,
        [this, serial](CourierLoad::Kind kind, const Result<> &result) { Q_EMIT carried(serial, kind, result); });
    connect(visit, &PackVisit::ended, this, [this, serial](const Result<> &result) {
        // It tells this itself: it may not be gone before it returns.
        m_visits.extract(serial).mapped().release()->deleteLater();
        Q_EMIT visited(serial, result);
        next();
    });
    visit->start(heard);
}

} // namespace packwarden
