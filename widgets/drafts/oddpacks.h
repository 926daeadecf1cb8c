// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drafts/requestparts.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace packwarden {

/// Tells the packs of a request apart that do not start alike, by value or by hardware, and leaves out all but the most
/// frequent in one step. Hidden while all are alike.
class OddPacks final : public QWidget
{
    Q_OBJECT
public:
    explicit OddPacks(QWidget *parent = nullptr);

    /// As requestparts::kindsOf has them.
    void setKinds(const QList<requestparts::Kind> &kinds);

Q_SIGNALS:
    /// These are to stay.
    void keepOnly(const QList<packwarden::PackSerial> &packs);

private:
    QList<PackSerial> m_most;
    QLabel *m_words;
    QPushButton *m_leaveOut;
};

} // namespace packwarden
