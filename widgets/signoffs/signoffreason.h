// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/signoffs/partsbox.h"

#include <QDialog>

class QLineEdit;

namespace packwarden {

/// Asks before something is said about a document in the signer's name: for a rejection with a reason, for a withdrawal
/// without. The safe button is the default.
class SignoffReason final : public QDialog
{
    Q_OBJECT
public:
    enum class Kind { Reject, Withdraw };
    /// others: of a part of a request.
    SignoffReason(Kind kind, const QString &sentence, const OtherParts &others, QWidget *parent = nullptr);
    /// With which the same is to be done.
    QList<OtherParts::Part> chosenParts() const { return m_parts->chosen(); }

Q_SIGNALS:
    void said(const QString &reason);

private:
    QLineEdit *m_reason;
    PartsBox *m_parts;
};

} // namespace packwarden
