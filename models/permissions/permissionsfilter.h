// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"

#include <QHash>
#include <QSet>
#include <QSortFilterProxyModel>

namespace packwarden {

/// Rows by text, layer, company, changes and problems; a band shows while a row of it does.
/// Its source is a PermissionsModel.
class PermissionsFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit PermissionsFilter(QObject *parent = nullptr);
    /// words: what a person sees of each capability, by its id; lowercase is not needed.
    void setText(const QString &text, const QHash<QString, QString> &words);
    void setLayers(const QSet<int> &layers); ///< empty: all
    void setPosition(const PositionId &position); ///< rows that a role of it takes part in; empty: all
    void setOnlyChanged(bool only);
    void setOnlyProblems(bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool takesPart(const QModelIndex &index) const;
    bool accepts(const QModelIndex &index) const;

    QString m_text;
    QHash<QString, QString> m_words;
    QSet<int> m_layers;
    PositionId m_position;
    bool m_onlyChanged = false;
    bool m_onlyProblems = false;
};

} // namespace packwarden
