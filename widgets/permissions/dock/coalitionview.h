// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/answers/coalitions.h"
#include "models/permissions/policydraft.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QTableWidget;

namespace packwarden {

/// All that can harm, row by row: how few it takes, and what one key or one company opens alone.
class CoalitionView final : public QDialog
{
    Q_OBJECT
public:
    explicit CoalitionView(bool hasUnsaved, QWidget *parent = nullptr);

    bool isUnsaved() const;
    void tell(const QList<Coalition> &table, const PolicyFrame &frame);

Q_SIGNALS:
    void wanted(); ///< the table, by isUnsaved
    void chosen(const packwarden::CapabilityId &capability);

private:
    QLabel *m_summary;
    QCheckBox *m_unsaved;
    QTableWidget *m_table;
};

} // namespace packwarden
