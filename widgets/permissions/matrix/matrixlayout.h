// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"

#include <QObject>

class QHeaderView;
class QSettings;

namespace packwarden {

class PermissionsModel;

/// How a person laid out the columns of the matrix: their order, widths, which are hidden and which stay in sight at
/// the left. Kept by role, so that it outlives roles that come and go. Model and head must outlive it.
class MatrixLayout final : public QObject
{
    Q_OBJECT
public:
    MatrixLayout(const PermissionsModel &model, QHeaderView &head, QObject *parent = nullptr);

    bool isHidden(const RoleId &role) const { return m_hidden.contains(role); }
    void setHidden(const RoleId &role, bool hidden);
    bool isFrozen(const RoleId &role) const { return m_frozen.contains(role); }
    void setFrozen(const RoleId &role, bool frozen);
    /// Of the roles that are there, how many are hidden.
    int hiddenCount() const;
    void showAll();
    /// Chosen by the person; 0: as wide as the words need.
    int width(const RoleId &role) const { return m_widths.value(role); }
    /// Order, widths, hidden and frozen columns as at first.
    void reset();

    /// The sections in their order, frozen ones first. What moves or resizes them between these is a person.
    void arrange();
    /// Changes of widths are the program's while this is on.
    void setSpreading(bool on) { m_isSpreading = on; }

    void remember(QSettings &settings) const;
    void recall(const QSettings &settings);

Q_SIGNALS:
    void changed();

private:
    QList<RoleId> order() const;
    void takeOrder();
    void takeWidth(int section, int width);

    const PermissionsModel &m_model;
    QHeaderView &m_head;
    QList<RoleId> m_order;
    QHash<RoleId, int> m_widths;
    QSet<RoleId> m_hidden;
    QSet<RoleId> m_frozen;
    bool m_isArranging = false;
    bool m_isSpreading = false;
};

} // namespace packwarden
