// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rules/rulesdiff.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPlainTextEdit;

namespace packwarden {

/// Shows what a proposal would change and asks for its reason; without one it cannot be accepted.
class ProposalDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit /// isCharter: roles come or go, so the document is of the charter.
        ProposalDialog(const QList<RuleDifference> &changes, bool isCharter, QWidget *parent = nullptr);
    QString reason() const;
    /// Makes the document. Where that fails, the dialog says why and stays as it is.
    void setTaker(std::function<Result<>()> taker) { m_taker = std::move(taker); }

private:
    void take();

    std::function<Result<>()> m_taker;
    QLabel *m_next;
    QPlainTextEdit *m_reason;
};

} // namespace packwarden
