// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/rollout.h"
#include "models/signoffs/signoffcontext.h"

#include <QTableWidget>

namespace packwarden {

/// The packs of a document, a row each: what is odd about it, what it would say or said, how far its delivery is. The
/// ticked ones are delivered to.
class SignoffPacks final : public QTableWidget
{
    Q_OBJECT
public:
    enum Column { PackColumn, OddColumn, ResultColumn, ColumnCount };

    explicit SignoffPacks(QWidget *parent = nullptr);
    /// canChoose: ticks may be changed now. The choice stays while the same document is shown.
    void fill(const SignoffJudgement &judgement, const SignoffContext &context,
        const QMap<PackSerial, Rollout::Entry> &progress, bool canChoose);
    QList<PackSerial> chosen() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

Q_SIGNALS:
    void choiceChanged();

private:
    QByteArray m_payload;
    QMap<PackSerial, bool> m_choice;
    bool m_filling = false;
};

} // namespace packwarden
