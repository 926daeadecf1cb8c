// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drafts/requestdraft.h"
#include "widgets/drafts/draftform.h"
#include "widgets/drafts/draftkeeper.h"

#include <functional>

class QComboBox;
class QLabel;

namespace packwarden {

class Chip;
class DateField;
class EvidenceField;
class FileChooser;
class FleetModel;
class LimitScale;
class NumberEdit;
class OddPacks;
class PackChooser;

/// Drafts a change of one value on one pack or many: the number is judged while it is typed, by the pack's own rules,
/// and the dialog says who must sign. It may be for a time only, and carry evidence. Accepted only with a request that
/// can be built.
class NewRequestDialog final : public DraftForm, private DraftKeeper::Form
{
    Q_OBJECT
public:
    /// trust and fleet are of one workspace; all must outlive it.
    NewRequestDialog(const TrustBook &trust, FleetModel &fleet, const Clock &clock, const QByteArray &authorLeafSha256,
        FileChooser &files, QWidget *parent = nullptr);
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
    QWidget *makeParameter();
    QWidget *makePeriod();
    QWidget *makeScale();
    void showDraft();
    void fillParameters();
    void chooseParameter(const ParameterId &parameter);
    void periodChosen();
    void showValue(const std::optional<ParameterInfo> &info);
    QString seatWords() const;
    /// What was probably meant, said after why it was refused; the field keeps what was typed.
    QString slipHint() const;

    void reasonTyped(const QString &text) override { m_draft.setReason(text); }
    QString missing() const override;
    Result<> take() override;
    QString refusal(const Error &error) const override;

    QString keptName() const override;
    QJsonObject content() const override;
    bool fill(const QJsonObject &content) override;
    QJsonObject blank() const override;

    RequestDraft m_draft;
    const TrustBook &m_trust;
    const Clock &m_clock;
    QByteArray m_author;
    Taker m_taker;
    bool m_isChosen = false;
    ParameterId m_wanted; ///< as soon as the packs are read
    DraftKeeper *m_keeper;
    PackChooser *m_packs;
    QComboBox *m_parameter;
    NumberEdit *m_value;
    QComboBox *m_period;
    DateField *m_until;
    EvidenceField *m_evidence = nullptr;
    OddPacks *m_odd;
    LimitScale *m_scale;
    Chip *m_layer;
    QLabel *m_seats;
};

} // namespace packwarden
