// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drafts/requestdraft.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;

namespace packwarden {

class Chip;
class DateField;
class FileChooser;
class LimitScale;
class NumberEdit;

/// Drafts a change of one value on one pack, or on all of a kind: the number is judged while it is typed, by the pack's
/// own rules, and the dialog says who must sign. It may be for a time only, and carry evidence. Accepted only with a
/// request that can be built.
class NewRequestDialog final : public QDialog
{
    Q_OBJECT
public:
    NewRequestDialog(const TrustBook &trust, const Clock &clock, const QByteArray &authorLeafSha256, FileChooser &files,
        QWidget *parent = nullptr);
    void choose(const QString &serial, const ParameterId &parameter);

Q_SIGNALS:
    /// evidence: the files that the request names.
    void drafted(const packwarden::ChangeRequest &request, const QMap<QString, QByteArray> &evidence);

private:
    QLayout *makePeriod();
    void fillPacks(const QList<PackSerial> &packs);
    void fillParameters();
    void parameterChosen();
    void refresh();
    void submit();
    /// What was probably meant, said after why it was refused; the field keeps what was typed.
    QString slipHint(Milli typed) const;

    RequestDraft m_draft;
    const TrustBook &m_trust;
    const Clock &m_clock;
    QByteArray m_author;
    QComboBox *m_pack;
    QComboBox *m_parameter;
    NumberEdit *m_value;
    QLineEdit *m_reason;
    QComboBox *m_period;
    DateField *m_until;
    LimitScale *m_scale;
    Chip *m_layer;
    QLabel *m_seats;
    QLabel *m_hint;
    QPushButton *m_next;
};

} // namespace packwarden
