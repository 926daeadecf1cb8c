// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"
#include "models/drafts/typednumber.h"
#include "models/signoffs/valuestory.h"
#include "widgets/style/theme.h"

#include <QFrame>

#include <functional>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace packwarden {

class Chip;
class NestedLimits;
class NumberEdit;

/// All that is known of one value of a pack: what holds now and why, between which limits, what is proposed, how it
/// came. What one key may set is set here, asked twice; for the rest a change is proposed.
class ParameterDetail final : public QFrame
{
    Q_OBJECT
public:
    /// Why the pack would refuse the value, in words; nothing: it would take it.
    using Judge = std::function<std::optional<QString>(const ParameterId &, Milli)>;

    explicit ParameterDetail(QWidget *parent = nullptr);

    void setJudge(Judge judge);
    /// now: of the pack's clock. A field that somebody types in stays as it is.
    void show(const QString &serial, const ParameterInfo &info, qint64 now);
    void clear();
    /// charter names the companies whose signatures are missing.
    void setStory(const ValueStory &story, const Charter &charter);
    /// permit: why this person may not set it; empty: may.
    /// Goes to where the value is set by one key, or where one signs in for that. False if that is no way for this
    /// parameter or this person.
    bool beginChange();
    void setPermit(bool signedIn, const QString &permit);
    /// While the pack is asked.
    void setBusy();
    void showOutcome(Status status, const QString &text);
    ParameterId parameter() const { return m_info.definition.id; }

Q_SIGNALS:
    void changeWanted(const packwarden::ParameterId &parameter);
    void setWanted(const packwarden::ParameterInfo &info, packwarden::Milli to);
    void documentWanted(const QString &path);
    void signInWanted();
    void rightWanted(const packwarden::CapabilityId &capability, const QString &serial);

private:
    void makeEditor(QVBoxLayout *column);
    void fillFacts();
    void addFact(const QString &name, const QString &value);
    void refreshEditor();
    void typed(const QString &text);
    QString refusal() const;
    void ask();
    bool isForOneKey() const;
    /// A temporary value is in force.
    bool isOverlaid() const;

    QString m_serial;
    ParameterInfo m_info;
    qint64 m_now = 0;
    ValueStory m_story;
    Judge m_judge;
    bool m_signedIn = false;
    bool m_busy = false;
    QString m_refusal; ///< why this person may not
    TypedNumber m_typed;
    bool m_isGood = false; ///< what is typed may be set
    std::optional<Milli> m_asked; ///< to be confirmed

    QLabel *m_name;
    Chip *m_layer;
    NestedLimits *m_scale;
    QWidget *m_facts;
    QGridLayout *m_grid;
    QLabel *m_proposedTitle;
    QWidget *m_proposed;
    QVBoxLayout *m_proposedList;
    QLabel *m_historyTitle;
    QLabel *m_history;
    QLabel *m_why;
    NumberEdit *m_value;
    QPushButton *m_set;
    QLabel *m_question;
    QPushButton *m_yes;
    QPushButton *m_no;
    QPushButton *m_propose;
    QPushButton *m_signIn;
    QPushButton *m_askRight;
    QLabel *m_outcome;
};

} // namespace packwarden
