// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rights/rightoffice.h"

#include <QCoreApplication>
#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace packwarden {

/// Asks for a right that one lacks: what it is, who holds it by which clause, whom to ask, and why.
class AskRightDialog final : public QDialog
{
    Q_OBJECT
public:
    AskRightDialog(const RightOutlook &outlook, const CapabilityId &capability, const Charter &charter,
        const Policy &policy, QWidget *parent = nullptr);

    QString reason() const;

private:
    QPlainTextEdit *m_reason;
};

/// A request that somebody sent: who asks for what, and why; answered yes or no, with a reason. Nothing is granted
/// here: a yes leads to the certificate or the policy that gives the right.
class AnswerRightDialog final : public QDialog
{
    Q_OBJECT
public:
    /// whyNot: why the one who is here cannot answer; empty: can.
    AnswerRightDialog(const RightQuestion &question, const Charter &charter, const Policy &policy,
        const QString &whyNot, QWidget *parent = nullptr);

    bool isGranted() const { return m_granted; }
    QString reason() const;

private:
    QPlainTextEdit *m_reason;
    bool m_granted = false;
};

/// The words that both share, and those for an answer that came.
class RightWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::RightWords)

public:
    /// Who holds it and by which clause; whom to ask, or why nobody can give it.
    static QString outlook(const RightOutlook &outlook, const Charter &charter, const Policy &policy);
    static QString reply(const RightReply &reply);
};

} // namespace packwarden
