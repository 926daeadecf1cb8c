// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drafts/commanddraft.h"
#include "widgets/drafts/draftform.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace packwarden {

class Chip;
class FleetModel;
class LimitScale;
class NumberEdit;
class PackChooser;

/// Drafts something that is to happen to packs: theft-lock and its end, a limit made stricter, a replaced part, the end
/// of a pack. Says what follows and who must sign before anything is made. Accepted only with a command that the packs
/// would take once it is signed.
class NewCommandDialog final : public DraftForm
{
    Q_OBJECT
public:
    /// trust and fleet are of one workspace; all must outlive it.
    NewCommandDialog(const TrustBook &trust, FleetModel &fleet, const Clock &clock, const QByteArray &authorLeafSha256,
        QWidget *parent = nullptr);
    void choose(CommandKind kind, const QList<PackSerial> &packs);

    /// Makes a document of the command. Where that fails, the dialog says why and stays as it is.
    using Taker = std::function<Result<>(const Command &command)>;
    void setTaker(Taker taker) { m_taker = std::move(taker); }

Q_SIGNALS:
    /// The newest word of these packs on lock, parts and life cycle would help.
    void statementsWanted(const QList<packwarden::PackSerial> &packs);

private:
    void nameParts();
    QWidget *makeConsequence();
    void fillSlots();
    void fillParameters();
    void tellLimit();
    void tellPart();
    void showKind();
    void showDraft();
    void showLimit();

    void reasonTyped(const QString &text) override;
    QString missing() const override;
    Result<> take() override;
    QString refusal(const Error &error) const override;

    CommandDraft m_draft;
    const TrustBook &m_trust;
    const Clock &m_clock;
    QByteArray m_author;
    Taker m_taker;
    QComboBox *m_kind;
    QLabel *m_purpose;
    PackChooser *m_packs;
    QComboBox *m_slot;
    QLineEdit *m_part;
    QComboBox *m_parameter;
    NumberEdit *m_value;
    QCheckBox *m_final = nullptr;
    QLabel *m_consequence;
    LimitScale *m_scale;
    Chip *m_layer;
    QLabel *m_seats;
};

} // namespace packwarden
