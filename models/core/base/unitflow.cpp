// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/unitflow.h"

namespace packwarden {

int UnitFlow::addNode()
{
    m_at.append(QList<int>());
    return int(m_at.size()) - 1;
}

int UnitFlow::addEdge(int from, int to, int capacity)
{
    const auto link = int(m_links.size());
    m_links.append({to, capacity});
    m_links.append({from, 0});
    m_at[from].append(link);
    m_at[to].append(link + 1);
    return link / 2;
}

void UnitFlow::setCapacity(int edge, int capacity)
{
    m_links[edge * 2].left = capacity - flow(edge);
}

void UnitFlow::takeBack(int edge)
{
    ++m_links[edge * 2].left;
    --m_links[edge * 2 + 1].left;
}

void UnitFlow::clear()
{
    for (qsizetype i = 0; i < m_links.size(); i += 2) {
        m_links[i].left += m_links.at(i + 1).left;
        m_links[i + 1].left = 0;
    }
}

bool UnitFlow::push(int from, int to, Effort &effort)
{
    QList<int> cameBy(m_at.size(), -1);
    QList<int> queue{from};
    for (qsizetype next = 0; next < queue.size() && cameBy.at(to) < 0; ++next) {
        const QList<int> &links = m_at.at(queue.at(next));
        if (!effort.spend(links.size()))
            return false;
        for (int link : links) {
            const Link &way = m_links.at(link);
            if (way.left == 0 || way.to == from || cameBy.at(way.to) >= 0)
                continue;
            cameBy[way.to] = link;
            queue.append(way.to);
        }
    }
    if (cameBy.at(to) < 0)
        return false;
    for (int node = to; node != from;) {
        const int link = cameBy.at(node);
        const int back = link ^ 1;
        --m_links[link].left;
        ++m_links[back].left;
        node = m_links.at(back).to;
    }
    return true;
}

} // namespace packwarden
