// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/kit/menutext.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/rulecontents.h"
#include "widgets/signoffs/signdialog.h"
#include "widgets/signoffs/signoffcontents.h"
#include "widgets/values/limitscale.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/rulewords.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QScrollArea>

namespace packwarden {

namespace {

/// The consequence is what a financial seat vouches for, in words; others vouch for what they checked.
QString vow(const SignoffJudgement &judgement, const TrustSnapshot &trust, const Identity &signer, bool technical)
{
    const QStringList consequences = signoffcontents::consequences(judgement, trust);
    if (signoffcontents::layer(judgement, trust) >= 3 && !technical && !consequences.isEmpty())
        return SignDialog::tr("For %1 I accept what follows: %2").arg(signer.partyName, consequences.constFirst());
    return SignDialog::tr("I have checked what is shown here and what follows from it.");
}

} // namespace

QWidget *SignDialog::makeContent()
{
    SignoffJudgement judgement = m_document.judgement();
    judgement.hidden = m_wanted;
    const TrustSnapshot &trust = m_workspace.trust().snapshot();
    const Identity signer = m_workspace.session().identity();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(3 * grid, grid, 3 * grid, grid);
    column->setSpacing(12);
    const auto wrapped = [](const QString &text, const char *tone = nullptr) {
        auto *label = makeLabel(text, tone);
        label->setWordWrap(true);
        return label;
    };
    auto *title = wrapped(signoffcontents::sentence(judgement, trust), "heading");
    title->setObjectName(QStringLiteral("signTitle"));
    column->addWidget(title);
    column->addWidget(makeLabel(tr("You sign as %1, %2.").arg(Names::role(signer.role), signer.partyName), "muted"));
    if (!m_wanted.isEmpty())
        column->addWidget(makeOwnValues());
    if (judgement.request) {
        const bool same = signoffcontents::sameForAll(*judgement.request);
        for (const PackChanges &pack : judgement.request->packs.mid(0, same ? 1 : -1))
            column->addWidget(makeChange(judgement, pack, same));
    }
    const QList<RuleDifference> rules = rulecontents::differences(judgement, trust);
    if (!rules.isEmpty()) {
        auto *card = makeCard();
        card->setProperty("surface", QStringLiteral("raised"));
        auto *box = new QVBoxLayout(card);
        box->setContentsMargins(2 * grid, grid, 2 * grid, grid);
        for (const RuleDifference &rule : rules)
            box->addWidget(wrapped(RuleWords::difference(rule)));
        column->addWidget(card);
    }
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    const auto topLabel = [](const QString &name) {
        auto *label = makeLabel(name, "muted");
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        return label;
    };
    const auto row = [&](const QString &name, const QString &text) {
        if (!text.isEmpty())
            form->addRow(topLabel(name), wrapped(text));
    };
    row(tr("Consequence"), signoffcontents::consequences(judgement, trust).join(u'\n'));
    row(tr("Reason"), signoffcontents::reason(judgement));
    if (judgement.content) {
        row(tr("Period"), judgement.content->areRules() ? QString() : signoffcontents::period(judgement));
        row(tr("Expires"), format::dateTime(judgement.content->head().expires));
    }
    auto *fingerprint = makeLabel(judgement.fingerprint);
    fingerprint->setFont(QFont(QStringLiteral("DejaVu Sans Mono")));
    fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fingerprint->setObjectName(QStringLiteral("signFingerprint"));
    fingerprint->setAccessibleName(tr("Fingerprint"));
    form->addRow(makeLabel(tr("Fingerprint"), "muted"), fingerprint);
    column->addLayout(form);
    column->addStretch();
    const bool technical = !m_document.ownValuesWanted(m_meaning).isEmpty();
    const QString text = vow(judgement, trust, signer, technical);
    // A check box does not wrap; the words that it stands for do.
    const bool isShort = technical || text.size() < 70;
    m_checked->setText(menuText(isShort ? text : tr("I accept this for %1.").arg(signer.partyName)));
    m_checked->setAccessibleName(text);
    if (!isShort) {
        auto *line = wrapped(text, "section");
        line->setObjectName(QStringLiteral("signVow"));
        column->insertWidget(column->count() - 1, line);
    }
    return content;
}

/// The first pack of the request of which no signed word of its limits is known; empty if there is none.
QString SignDialog::firstUnproved() const
{
    const TrustSnapshot &trust = m_workspace.trust().snapshot();
    for (const PackChanges &pack : m_document.judgement().request->packs) {
        const KnownPack known = trust.packs.value(pack.serial);
        if (!known.contradictions.isEmpty() || !known.areLimitsProved())
            return pack.serial.text();
    }
    return {};
}

QWidget *SignDialog::makeOwnValues()
{
    auto *card = makeCard();
    card->setObjectName(QStringLiteral("ownValues"));
    card->setProperty("surface", QStringLiteral("raised"));
    auto *box = new QVBoxLayout(card);
    box->setContentsMargins(2 * grid, 12, 2 * grid, 12);
    const QString unproved = firstUnproved();
    auto *hint = makeLabel(unproved.isEmpty()
            ? tr("Yours is the technical seat of layer 4. Find the value yourself, from data sheet and tests. The "
                 "proposed one shows when yours agrees with it; you have two attempts.")
            : tr("%1 has not signed yet which limits it was made with. Until this console has its word, your seat "
                 "counts "
                 "as a technical one: find the value yourself, from data sheet and tests. The proposed one shows when "
                 "yours agrees with it; you have two attempts.")
                  .arg(unproved));
    hint->setWordWrap(true);
    box->addWidget(hint);
    QHBoxLayout *row = nullptr;
    for (const PackChanges &pack : m_document.judgement().request->packs) {
        for (const ParameterChange &change : pack.changes) {
            if (!m_wanted.contains(change.parameter) || m_fields.contains(change.parameter))
                continue;
            auto *field = new NumberEdit(card);
            field->setObjectName(QStringLiteral("ownValue.") + change.parameter.text());
            field->setUnit(change.unit);
            field->setFieldName(tr("Own value of %1").arg(Names::parameter(change.parameter)));
            connect(field, &NumberEdit::textChanged, this,
                [this, parameter = change.parameter](const QString &text) { typed(parameter, text); });
            const QString name = Names::parameter(change.parameter);
            box->addWidget(makeLabel(name.left(1).toUpper() + name.mid(1), "section"));
            row = new QHBoxLayout;
            row->addWidget(field);
            box->addLayout(row);
            m_fields.insert(change.parameter, field);
        }
    }
    m_compare = makeButton(tr("Compare"), "verify", nullptr, card);
    m_compare->setObjectName(QStringLiteral("ownCompare"));
    if (row)
        row->addWidget(m_compare, 0, Qt::AlignTop);
    connect(m_compare, &QPushButton::clicked, this, &SignDialog::compare);
    return card;
}

QWidget *SignDialog::makeChange(const SignoffJudgement &judgement, const PackChanges &pack, bool nameAll)
{
    auto *card = makeCard();
    card->setProperty("surface", QStringLiteral("raised"));
    auto *box = new QVBoxLayout(card);
    box->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    QStringList serials{pack.serial.text()};
    if (nameAll) {
        serials.clear();
        for (const PackChanges &each : judgement.request->packs)
            serials << each.serial.text();
    }
    auto *packs = makeLabel(serials.join(QStringLiteral(", ")), "muted");
    packs->setObjectName(QStringLiteral("signPacks"));
    packs->setWordWrap(true);
    box->addWidget(packs);
    for (const ParameterChange &change : pack.changes) {
        auto *what = makeLabel(signoffcontents::change(judgement, change), "section");
        what->setObjectName(QStringLiteral("signChange"));
        box->addWidget(what);
        const auto values = signoffcontents::scale(judgement, pack, change, m_workspace.trust().snapshot());
        if (!values)
            continue;
        auto *scale = new LimitScale(LimitScale::Extent::Zoomed);
        scale->setValues(*values);
        box->addWidget(scale);
        auto *distances = makeLabel(signoffcontents::distances(*values).join(QStringLiteral("   \u00B7   ")));
        distances->setWordWrap(true);
        box->addWidget(distances);
    }
    return card;
}

void SignDialog::typed(const ParameterId &parameter, const QString &text)
{
    const TypedNumber number = TypedNumber::read(text, true);
    m_typed.insert(parameter, number);
    m_fields.value(parameter)->setReason(number.problem ? Sentences::of(*number.problem).text() : QString());
    refresh();
}

void SignDialog::compare()
{
    check();
    if (m_stale)
        return;
    ownvalue::Values values;
    for (auto it = m_typed.begin(); it != m_typed.end(); ++it) {
        if (it->value)
            values.insert(it.key(), *it->value);
    }
    const auto agreed = m_document.checkOwnValues(values);
    if (agreed.ok()) {
        m_agreed = values;
        m_wanted.clear();
        m_fields.clear();
        m_typed.clear();
        m_compare = nullptr;
        showContent();
        guard();
        m_message->say(Status::Good, tr("Your value agrees with the proposed one."));
        return refresh();
    }
    for (NumberEdit *field : std::as_const(m_fields))
        field->clear();
    if (agreed.error().is(ownvalue::Problem::Differs)) {
        m_message->say(Status::Warning,
            tr("The two values differ. Neither is kept, and the attempt is recorded. Check your sources; one attempt "
               "is "
               "left."));
    } else if (agreed.error().is(ownvalue::Problem::Spent)) {
        m_stale = true;
        m_message->say(Status::Alarm,
            tr("The two values differ again. This is recorded as your rejection. Talk to the author; a new request is "
               "needed."));
    } else {
        m_message->say(Status::Alarm, Sentences::of(agreed.error()).text());
    }
    refresh();
}

} // namespace packwarden
