// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"

#include <QHash>
#include <QScrollArea>

class QGridLayout;
class QLabel;
class QPushButton;

namespace packwarden {

class LimitScale;
class ParametersModel;

/// The parameters of a pack: each value in force between all its limits, and the way to ask for another one.
class ParameterView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ParameterView(const ParametersModel &model, QWidget *parent = nullptr);

    /// Chosen by its name, by mouse or keyboard; empty before that.
    ParameterId chosen() const { return m_chosen; }
    void choose(const ParameterId &parameter);

Q_SIGNALS:
    void changeWanted(const packwarden::ParameterId &parameter);
    void chosenChanged(const packwarden::ParameterId &parameter);

private:
    struct Row
    {
        QPushButton *name = nullptr;
        QLabel *value = nullptr;
        LimitScale *scale = nullptr;
    };
    void fill();
    void addRow(const ParameterInfo &info);

    const ParametersModel &m_model;
    QWidget *m_body = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<ParameterId> m_shown;
    ParameterId m_chosen;
    QHash<ParameterId, Row> m_rows;
};

} // namespace packwarden
