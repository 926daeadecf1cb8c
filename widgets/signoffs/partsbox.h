// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/otherparts.h"

#include <QWidget>

class QCheckBox;

namespace packwarden {

/// In a dialog about one part of a request: which other parts there are, and whether the same is to be done with them.
/// Nothing where the document is no part.
class PartsBox final : public QWidget
{
    Q_OBJECT
public:
    enum class Act { Sign, Reject, Withdraw };

    PartsBox(const OtherParts &others, Act act, QWidget *parent = nullptr);

    /// Those that the person chose.
    QList<OtherParts::Part> chosen() const;

private:
    const OtherParts m_others;
    QCheckBox *m_all = nullptr; ///< null: there are none to choose
};

} // namespace packwarden
