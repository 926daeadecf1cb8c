// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drafts/commanddraft.h"
#include "widgets/kit/fitteddialog.h"

#include <QHash>

#include <functional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace packwarden {

class Chip;
class LimitScale;
class NumberEdit;

/// Drafts something that is to happen to packs: theft-lock and its end, a limit made stricter, a replaced part, the end
/// of a pack. Says what follows and who must sign before anything is made. Accepted only with a command that the packs
/// would take once it is signed.
class NewCommandDialog final : public FittedDialog
{
    Q_OBJECT
public:
    NewCommandDialog(
        const TrustBook &trust, const Clock &clock, const QByteArray &authorLeafSha256, QWidget *parent = nullptr);
    void choose(CommandKind kind, const QList<PackSerial> &packs);

    /// Makes a document of the command. Where that fails, the dialog says why and stays as it is.
    using Taker = std::function<Result<>(const Command &command)>;
    void setTaker(Taker taker) { m_taker = std::move(taker); }

Q_SIGNALS:
    /// The newest word of these packs on lock, parts and life cycle would help.
    void statementsWanted(const QList<packwarden::PackSerial> &packs);

private:
    QWidget *makeForm();
    QWidget *makeConsequence();
    void fillKinds();
    void fillPacks();
    void fillForKind();
    void showParameter();
    void addRow(const QString &name, QWidget *field);
    void showRow(QWidget *field, bool shown);
    void showKind();
    void refresh();
    void submit();
    QString reasonMissing() const;

    CommandDraft m_draft;
    const TrustBook &m_trust;
    const Clock &m_clock;
    QByteArray m_author;
    Taker m_taker;
    QGridLayout *m_form;
    QHash<QWidget *, QWidget *> m_labels; ///< by field
    QComboBox *m_kind;
    QListWidget *m_packs;
    QComboBox *m_slot;
    QLineEdit *m_part;
    QComboBox *m_parameter;
    NumberEdit *m_value;
    LimitScale *m_scale;
    QLineEdit *m_reason;
    QCheckBox *m_final;
    QLabel *m_purpose;
    QLabel *m_consequence;
    Chip *m_layer;
    QLabel *m_seats;
    QLabel *m_hint;
    QPushButton *m_next;
    bool m_filling = false;
};

} // namespace packwarden
