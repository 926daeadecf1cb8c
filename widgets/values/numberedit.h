// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace packwarden {

/// A field for one quantity. Whatever is typed stays as typed: no wheel, no arrows, no clamping, no guessing. It reads
/// nothing itself: who owns it hears of each change, reads and judges the text once, and says why it is refused.
class NumberEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit NumberEdit(QWidget *parent = nullptr);

    void setUnit(const QString &unit);
    void setFieldName(const QString &name);
    /// No room is kept for the reason while there is none.
    void setCompact();
    QString text() const;
    void setText(const QString &text);
    void clear();
    /// Why the text is refused, in words; empty: it is not. Stays until it is set anew.
    void setReason(const QString &reason);
    QString reason() const; ///< as it is shown

Q_SIGNALS:
    void textChanged(const QString &text);

private:
    QLineEdit *m_field;
    QLabel *m_unit;
    QLabel *m_reason;
    bool m_isCompact = false;
};

} // namespace packwarden
