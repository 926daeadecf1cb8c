// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
    SignoffReason(Kind kind, const QString &sentence, QWidget *parent = nullptr);

Q_SIGNALS:
    void said(const QString &reason);

private:
    QLineEdit *m_reason;
};

} // namespace packwarden
