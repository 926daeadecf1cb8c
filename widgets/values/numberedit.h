// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/milli.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;

namespace packwarden {

/// A field for one quantity, by core's strict grammar. Whatever is typed stays as typed; a wrong entry is refused as a
/// whole with the reason under the field. No wheel, no arrows, no clamping, no guessing: a plain line edit.
class NumberEdit final : public QWidget
{
    Q_OBJECT
public:
    /// Says why a well-formed value is refused, in words; nothing: it may pass.
    using Judge = std::function<std::optional<QString>(Milli)>;

    explicit NumberEdit(QWidget *parent = nullptr);

    void setUnit(const QString &unit);
    void setAllowNegative(bool allow);
    void setJudge(Judge judge);
    void setFieldName(const QString &name);
    /// No room is kept for the reason while there is none.
    void setCompact();
    QString text() const;
    void setText(const QString &text);
    void clear();
    /// Empty unless the text is a quantity and the judge lets it pass.
    std::optional<Milli> value() const { return m_value; }
    /// Why the text is refused; empty when it is not, and while nothing was typed.
    QString reason() const;

Q_SIGNALS:
    void changed();

private:
    void check();

    QLineEdit *m_field;
    QLabel *m_unit;
    QLabel *m_reason;
    Judge m_judge;
    bool m_allowNegative = false;
    bool m_isCompact = false;
    std::optional<Milli> m_value;
};

} // namespace packwarden
