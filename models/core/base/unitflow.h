// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/effort.h"

#include <QList>

/// Private to core: units on their way through a graph (the method of Ford and Fulkerson).
namespace packwarden {

class UnitFlow final
{
public:
    /// The number of the new node, of the new edge: from 0.
    int addNode();
    int addEdge(int from, int to, int capacity);
    /// Not below what flows through it.
    void setCapacity(int edge, int capacity);
    int flow(int edge) const { return m_links.at(edge * 2 + 1).left; }
    /// Takes one unit back that flows through this edge.
    void takeBack(int edge);
    /// Takes everything back; capacities stay.
    void clear();
    /// One unit more from one node to another. What flows through edges that leave `from` never becomes less by it.
    /// False: there is no way, or the effort is spent.
    bool push(int from, int to, Effort &effort);

private:
    /// One direction of an edge: link 2n goes forward, 2n + 1 back.
    struct Link
    {
        int to = 0;
        int left = 0;
    };

    QList<Link> m_links;
    QList<QList<int>> m_at; ///< by node: the links that leave it
};

} // namespace packwarden
