// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drafts/requestdraft.h"
#include "models/workspace/keptdrafts.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QComboBox;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;

namespace packwarden {

class Chip;
class DateField;
class EvidenceField;
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
    ~NewRequestDialog() override;
    void choose(const QString &serial, const ParameterId &parameter);
    /// To be called last: fills in what was begun for the chosen parameter, or last of all where none was chosen, and
    /// keeps from now on what is filled in, until it is taken.
    void keepIn(const KeptDrafts &drafts);
    /// Makes a document of the request; evidence: the files that it names. Where that fails, the dialog says why and
    /// stays as it is.
    using Taker = std::function<Result<>(const ChangeRequest &request, const QMap<QString, QByteArray> &evidence)>;
    void setTaker(Taker taker) { m_taker = std::move(taker); }

private:
    QLayout *makePeriod();
    void fillPacks();
    void fillParameters();
    void parameterChosen();
    void refresh();
    void submit();
    QLayout *makeKeptLine();
    QJsonObject content() const;
    bool isBlank() const;
    /// False where a pack or the parameter is not known here.
    bool fill(const QJsonObject &content);
    void keep();
    void startOver();
    /// What was probably meant, said after why it was refused; the field keeps what was typed.
    QString slipHint(Milli typed) const;

    RequestDraft m_draft;
    const TrustBook &m_trust;
    const Clock &m_clock;
    QByteArray m_author;
    Taker m_taker;
    std::optional<KeptDrafts> m_drafts;
    QString m_keptAs; ///< in m_drafts; empty: nothing is kept
    QJsonObject m_keptContent;
    QJsonObject m_before; ///< what was there before starting over
    bool m_isChosen = false;
    QTimer m_soon;
    QLabel *m_kept;
    QPushButton *m_startOver;
    QComboBox *m_pack;
    QComboBox *m_parameter;
    NumberEdit *m_value;
    QLineEdit *m_reason;
    EvidenceField *m_evidence;
    QComboBox *m_period;
    DateField *m_until;
    LimitScale *m_scale;
    Chip *m_layer;
    QLabel *m_seats;
    QLabel *m_hint;
    QPushButton *m_next;
};

} // namespace packwarden
