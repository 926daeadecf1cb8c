// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"

#include <QWidget>

#include <optional>

namespace packwarden {

/// The life of a pack as a row of steps: behind it, where it is, and what is still to come.
class LifeCycleSteps final : public QWidget
{
    Q_OBJECT
public:
    explicit LifeCycleSteps(QWidget *parent = nullptr);
    /// Nothing: not read yet.
    void setState(std::optional<LifeCycle> state);
    /// The steps in words; also the accessible description.
    QString describe() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<LifeCycle> m_state;
};

} // namespace packwarden
