// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/support/tablemodel.h"

#include <QHash>

#include <functional>

namespace packwarden {

/// The packs that were heard or are known, by bus and node. Fed by the link's values; never asks anything itself. A
/// pack has a key: its serial, or "node:11@socketcan:can0" (the node in two hexadecimal digits) while it has told none.
/// Where there is one bus it need not be named: "node:11". A serial that comes from another place is the same pack: its
/// row moves there.
class PacksModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column {
        SerialColumn,
        NodeColumn,
        StateColumn,
        SocColumn,
        SohColumn,
        VoltageColumn,
        CurrentColumn,
        MinCellColumn,
        MaxCellColumn,
        TemperatureColumn,
        FaultsColumn,
        PolicyColumn,
        LockColumn,
        AgeColumn,
        ColumnCount
    };
    enum Role {
        TelemetryRole = Qt::UserRole, ///< PackTelemetry
        FactsRole, ///< PackFacts
        SerialRole, ///< QString, empty until known
        NodeRole, ///< int
        BusRole, ///< QString, "plugin:device"; empty: there is one bus
        KeyRole, ///< QString
        ValueRole, ///< the column's value: milli-units as qint64, words as QString, age in milliseconds (-1: never)
    };

    explicit PacksModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// bus: on which they were heard; see BusRole.
    void setTelemetry(const PackTelemetry &telemetry, const QString &bus = {});
    void setFacts(const PackFacts &facts, const QString &bus = {});
    /// Monotonic milliseconds of the clock that heardAt counts in; moves the ages on.
    void setNow(qint64 milliseconds);
    void clear();

    int rowOfNode(int node, const QString &bus = {}) const;
    int rowOfSerial(const QString &serial) const;
    int rowOfKey(const QString &key) const;
    static QString keyOfNode(int node, const QString &bus = {});
    /// The node of a pack that has told no serial; 0 for any other key.
    static int nodeOfKey(const QString &key);
    /// Likewise its bus; empty for any other key, and where it is not named.
    static QString busOfKey(const QString &key);
    QString bus(int row) const { return m_rows.value(row).bus; }
    PackTelemetry telemetry(int row) const;
    PackFacts facts(int row) const;

private:
    struct Row
    {
        QString bus;
        int node = 0;
        PackTelemetry telemetry;
        PackFacts facts;
    };
    static QString serialOf(const Row &row);
    int ensureRow(const QString &bus, int node);
    /// Takes the row of this serial away from any other place; what is known of the pack by asking it.
    PackFacts takeFromElsewhere(const QString &serial, const QString &bus, int node);
    void setRow(int row, const std::function<void(Row &)> &change);
    QVariant value(const Row &row, int column) const;
    QVariant display(const Row &row, int column) const;

    QList<Row> m_rows; ///< ascending by bus and node
    mutable QHash<QString, int> m_bySerial; ///< the first row of each; empty: to be made anew
    qint64 m_now = 0;
};

} // namespace packwarden
