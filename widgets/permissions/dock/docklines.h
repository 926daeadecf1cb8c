// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/permissions/dock/dockwords.h"

#include <QWidget>

class QGridLayout;

namespace packwarden {

/// Lines with a mark in front: plain text that wraps, never markup.
class DockLines final : public QWidget
{
    Q_OBJECT
public:
    /// name: what the lines are, for the ear.
    explicit DockLines(const QString &name, QWidget *parent = nullptr);

    void setLines(const QList<DockLine> &lines);
    /// All lines with their marks, as they stand there.
    QString text() const { return m_text; }

private:
    QGridLayout *m_grid;
    QString m_text;
};

} // namespace packwarden
