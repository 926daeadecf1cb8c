// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/fleet/fleetmodel.h"

#include <QAbstractListModel>

namespace packwarden {

/// Packs chosen out of the fleet while one types what to look for: first those that were chosen when the search began,
/// then what it finds, at most mostFound of them. A tick chooses a pack; it stays in its place until the next search.
/// The rows of the fleet are asked slice by slice: what is shown at once costs no more with ten thousand packs than
/// with a few hundred. The fleet must outlive it.
class PackChoice final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        SerialRole = Qt::UserRole, ///< QString
        LockedRole, ///< bool: theft-locked, as far as is known
    };
    static constexpr int mostFound = 100;
    static constexpr int slice = 512; ///< rows asked before the event loop has its turn

    explicit PackChoice(FleetModel &fleet, QObject *parent = nullptr);

    /// text: a PackQuery; what matches is shown at once, as far as one slice goes. says: as FleetModel::ask. The errors
    /// of PackQuery; then what was found stays.
    Result<> search(const QString &text, const FleetModel::Says &says = {});
    bool isSearching() const { return m_isSearching; }
    /// More packs fit than are shown.
    bool hasMore() const { return m_hasMore; }
    int found() const { return m_found; } ///< as far as they were asked
    /// Fleets of so few packs need no search.
    bool isShort(int atMost) const;

    /// These, in order of their serials; what is not known here is left out.
    void choose(const QList<PackSerial> &packs);
    /// Beside those chosen, all that fit, shown or not; slice by slice.
    void chooseFound();
    const QList<PackSerial> &chosen() const { return m_chosen; }
    int rowOf(const PackSerial &serial) const; ///< -1: it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();
    void searched(); ///< more was found, or the search ended

private:
    void begin();
    void look();
    void ask(int row, QList<PackSerial> &found);
    void onRowsInserted(int first, int last);
    bool isChosen(const PackSerial &serial) const;

    FleetModel &m_fleet;
    PackQuery m_query;
    FleetModel::Says m_says;
    QList<PackSerial> m_rows;
    QSet<PackSerial> m_shown; ///< the same
    QList<PackSerial> m_chosen; ///< ascending
    QString m_last; ///< key of the row of the fleet that was asked last
    QStringList m_late; ///< keys of rows that came before it since
    QList<PackSerial> m_all; ///< that fit, while all of them are to be chosen
    QTimer m_next;
    int m_found = 0;
    bool m_isSearching = false;
    bool m_hasMore = false;
    bool m_choosesAll = false;
};

} // namespace packwarden
