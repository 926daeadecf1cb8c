// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "widgets/kit/fitteddialog.h"

#include <QHash>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

/// What every dialog that drafts a document has: rows of fields that come and go, the reason that signers read, what is
/// still missing, and the way on. A field tells the draft of what was typed, the draft judges it, and the form shows
/// what the draft says. Parts are made in the order in which the keyboard goes through them.
class DraftForm : public FittedDialog
{
    Q_OBJECT
protected:
    /// id: begins the object names of its parts.
    DraftForm(const QString &id, const QString &title, QWidget *parent);

    static void name(QWidget *widget, const QString &id, const QString &words, int longest = 0);
    void addRow(const QString &name, QWidget *field);
    void showRow(QWidget *field, bool shown);
    /// The row of the reason; reasonTyped follows each change.
    void addReason();
    QWidget *rows() const { return m_rows; }
    /// Heading, what the dialog is made of, and the way on; once, at the end.
    void assemble(const QString &heading, QLayout *content);
    QLineEdit *reason() const { return m_reason; }
    /// Shows what missing() says, and whether it can go on.
    void showMissing();
    void say(const QString &text); ///< until something changes

    virtual void reasonTyped(const QString &text) = 0;
    /// Why it cannot go on, in words; empty: it can.
    virtual QString missing() const = 0;
    /// Makes the document. Where that fails the form says why, and stays as it is.
    virtual Result<> take() = 0;
    virtual QString refusal(const Error &error) const = 0;

private:
    void submit();

    const QString m_id;
    QWidget *m_rows;
    QGridLayout *m_grid;
    QHash<QWidget *, QWidget *> m_labels; ///< by field
    QLineEdit *m_reason = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace packwarden
