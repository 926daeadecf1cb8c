// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/support/lookalike.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/rulecontents.h"
#include "widgets/signoffs/seatcards.h"
#include "widgets/signoffs/signoffcontents.h"
#include "widgets/signoffs/signoffpacks.h"
#include "widgets/signoffs/signoffview.h"
#include "widgets/signoffs/signoffwords.h"
#include "widgets/style/icons.h"
#include "widgets/values/limitscale.h"
#include "widgets/words/format.h"
#include "widgets/words/rulewords.h"
#include "widgets/words/sentences.h"

#include <QFormLayout>
#include <QProgressBar>
#include <QStyle>

namespace packwarden {

namespace {

constexpr int rulesShown = 12;

void setPrimary(QPushButton *button, const char *iconName, bool primary)
{
    button->setIcon(icon(QString::fromLatin1(iconName), primary && button->isEnabled()));
    const QString kind = primary ? QStringLiteral("primary") : QString();
    if (button->property("kind").toString() == kind)
        return;
    button->setProperty("kind", kind);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

} // namespace

/// Where nobody could judge the signature of the author yet.
QString SignoffView::authorWords(const SignoffJudgement &judgement, const DocumentFile &file)
{
    if (judgement.isAuthorMissing)
        return tr("Not yet signed by its author");
    for (const CoseSignature &signature : file.document.signatures) {
        const auto leaf = Certificate::fromDer(signature.chain.value(0));
        if (signature.meaning == Meaning::Author && leaf.ok() && leaf->sha256 == judgement.content->head().author)
            return tr("Asked for by %1, by a key that is not judged here yet").arg(leaf->commonName);
    }
    return tr("Signed by its author, whose key cannot be read here");
}

void SignoffView::showNothing()
{
    m_body->hide();
    m_reading->hide();
    m_empty->show();
}

void SignoffView::showReading(const QStringList &names)
{
    m_body->hide();
    m_empty->hide();
    m_reading->setText(names.size() == 1 ? tr("Reading %1\u2026").arg(lookalike::visible(names.constFirst()))
                                         : tr("Reading %n file(s)\u2026", nullptr, int(names.size())));
    m_reading->show();
}

QList<PackSerial> SignoffView::chosenPacks() const
{
    return m_all.size() > 1 ? m_packs->chosen() : m_all;
}

void SignoffView::showDocument(const Shown &shown, const Can &can)
{
    m_empty->hide();
    m_reading->hide();
    m_body->show();
    m_all.clear();
    for (const PackJudgement &pack : shown.judgement.packs)
        m_all.append(pack.serial);
    showContent(shown);
    showState(shown, can);
}

void SignoffView::setRow(QLabel *value, const QString &text)
{
    value->setText(text);
    value->setVisible(!text.isEmpty());
    if (QWidget *name = m_form->labelForField(value))
        name->setVisible(!text.isEmpty());
}

void SignoffView::showContent(const Shown &shown)
{
    const SignoffJudgement &judgement = shown.judgement;
    m_title->setText(signoffcontents::sentence(judgement, shown.trust));
    m_fingerprint->setText(judgement.fingerprint);
    const int layer = signoffcontents::layer(judgement, shown.trust);
    m_layer->setVisible(layer > 0);
    if (layer > 0)
        m_layer->setLayer(layer);
    QString author;
    QString subtitle = judgement.problem ? Sentences::of(*judgement.problem).text() : QString();
    if (judgement.content) {
        const DocumentHead &head = judgement.content->head();
        for (const SignatureFinding &signature : judgement.signatures) {
            if (signature.meaning == Meaning::Author && signature.leaf.sha256 == head.author)
                author = signature.leaf.commonName;
        }
        const QString created = format::dateTime(head.created);
        const QString expires = format::dateTime(head.expires);
        // What was applied had its signatures, also where they can no longer be judged here.
        if (author.isEmpty() && judgement.receipts() > 0)
            subtitle = tr("Drafted %1 \u00B7 could be delivered until %2").arg(created, expires);
        else
            subtitle
                = tr("%1 \u00B7 drafted %2 \u00B7 may be delivered until %3")
                      .arg(author.isEmpty() ? authorWords(judgement, shown.file) : tr("Asked for by %1").arg(author),
                          created, expires);
    }
    m_subtitle->setText(subtitle);
    while (QLayoutItem *item = m_scales->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setRow(m_values, {});
    if (judgement.request)
        showScales(judgement, shown.trust);
    else
        showRules(judgement, shown.trust);
    // A layout shows what it is given only later; what somebody signs must never be an empty frame meanwhile.
    for (int i = 0; i < m_scales->count(); ++i) {
        QWidget *widget = m_scales->itemAt(i)->widget();
        if (widget && !widget->testAttribute(Qt::WA_WState_ExplicitShowHide))
            widget->show();
    }
    m_scaleCard->setVisible(m_scales->count() > 0);
    setRow(m_reason, signoffcontents::reason(judgement));
    setRow(m_consequence, signoffcontents::consequences(judgement, shown.trust).join(u'\n'));
    setRow(m_period,
        judgement.request || (judgement.content && judgement.content->command) ? signoffcontents::period(judgement)
                                                                               : QString());
    setRow(m_history, judgement.request ? signoffcontents::history(shown.context) : QString());
    setRow(m_withdrawal, signoffcontents::withdrawal(judgement, shown.context));
    const QStringList evidence = signoffcontents::evidence(judgement, shown.file);
    m_evidenceFold->setEnabled(!evidence.isEmpty());
    m_evidenceFold->setText(
        evidence.isEmpty() ? tr("none attached") : tr("%n item(s), show", nullptr, int(evidence.size())));
    if (evidence.isEmpty())
        m_evidenceFold->setChecked(false);
    m_evidence->setText(evidence.join(u'\n'));
}

void SignoffView::showScales(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    const ChangeRequest &request = *judgement.request;
    const bool same = signoffcontents::sameForAll(request);
    QStringList others;
    for (const PackChanges &pack : request.packs) {
        for (const ParameterChange &change : pack.changes) {
            // One scale for each value is enough where all packs get the same; else each pack has its own.
            if (m_scales->count() < 6 && (!same || &pack == &request.packs.constFirst()))
                addScale(judgement, pack, change, trust, pack.changes.size() > 1 || !same);
            if (!same || (&pack == &request.packs.constFirst() && pack.changes.size() > 1))
                others << (same ? QString() : pack.serial.text() + QStringLiteral(": "))
                        + signoffcontents::change(judgement, change);
        }
    }
    setRow(m_values, others.join(u'\n'));
}

void SignoffView::addScale(const SignoffJudgement &judgement, const PackChanges &pack, const ParameterChange &change,
    const TrustSnapshot &trust, bool named)
{
    const auto values = signoffcontents::scale(judgement, pack, change, trust);
    if (!values)
        return;
    if (named)
        m_scales->addWidget(makeLabel(signoffcontents::change(judgement, change), "section"));
    auto *scale = new LimitScale(LimitScale::Extent::Zoomed);
    scale->setValues(*values);
    m_scales->addWidget(scale);
    bool beyond = false;
    QString text = signoffcontents::distances(*values, &beyond).join(QStringLiteral("   \u00B7   "));
    if (beyond)
        text = shapeOf(Status::Warning) + u' ' + text + QStringLiteral(": ") + tr("one more signature");
    auto *line = makeLabel(text, beyond ? "warning" : nullptr);
    line->setObjectName(QStringLiteral("distances"));
    line->setWordWrap(true);
    m_scales->addWidget(line);
}

void SignoffView::showRules(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    const QList<RuleDifference> differences = rulecontents::differences(judgement, trust);
    for (const RuleDifference &difference : differences.mid(0, rulesShown)) {
        auto *line = makeWrapped("ruleDifference");
        line->setText(RuleWords::difference(difference));
        m_scales->addWidget(line);
    }
    if (differences.size() > rulesShown) {
        auto *all = makeWrapped("ruleDifferencesRest");
        QStringList rest;
        for (const RuleDifference &difference : differences.mid(rulesShown))
            rest << RuleWords::difference(difference);
        all->setText(rest.join(u'\n'));
        all->hide();
        auto *more = makeButton(tr("Show %n more", nullptr, int(rest.size())), nullptr, "link");
        more->setObjectName(QStringLiteral("showAllRules"));
        connect(more, &QPushButton::clicked, all, &QWidget::show);
        connect(more, &QPushButton::clicked, more, &QWidget::hide);
        m_scales->addWidget(more, 0, Qt::AlignLeft);
        m_scales->addWidget(all);
    }
}

void SignoffView::showState(const Shown &shown, const Can &can)
{
    const SignoffJudgement &judgement = shown.judgement;
    m_state->set(signoffwords::status(judgement.state), signoffwords::chip(judgement));
    m_seats->set(judgement, shown.trust.pinned.charter, shown.file.document);
    Status status = Status::Neutral;
    m_verdict->setText(signoffwords::rehearsal(judgement, shown.trust.pinned.charter, status));
    m_verdictShape->setText(shapeOf(status));
    setTone(m_verdictShape,
        status == Status::Good          ? "good"
            : status == Status::Alarm   ? "alarm"
            : status == Status::Waiting ? "muted"
                                        : "warning");
    const bool many = judgement.packs.size() > 1;
    m_packsHead->setVisible(many && !can.acceptRules);
    m_packs->setVisible((many || !shown.context.odd.isEmpty()) && !can.acceptRules);
    m_packs->fill(judgement, shown.context, shown.progress, !can.delivering && many);
    const QString receipt = signoffwords::receipt(judgement);
    m_receiptCard->setVisible(!receipt.isEmpty());
    m_receipt->setText(receipt);

    const QString next = signoffwords::next(judgement, shown.trust.pinned.charter);
    m_next->setText(can.why.isEmpty() ? next : next + u' ' + can.why);
    qint64 done = 0;
    qint64 total = 0;
    for (const Rollout::Entry &one : shown.progress) {
        const bool over = one.state != Rollout::Entry::State::Waiting && one.state != Rollout::Entry::State::Sending;
        done += over ? 100 : one.total > 0 ? one.done * 100 / one.total : 0;
        total += 100;
    }
    m_progress->setVisible(can.delivering);
    m_progress->setRange(0, int(std::max<qint64>(total, 1)));
    m_progress->setValue(int(done));
    const QList<QWidget *> judged{m_seatsHead, m_seats, m_verdictShape, m_verdict};
    for (QWidget *each : judged)
        each->setVisible(!can.acceptRules);
    m_accept->setVisible(can.acceptRules);
    m_sign->setVisible(!can.acceptRules);
    m_deliver->setVisible(!can.acceptRules);
    setPrimary(m_accept, "verify", can.acceptRules);
    m_sign->setEnabled(can.sign);
    m_sign->setToolTip(can.why);
    m_reject->setVisible(can.reject);
    m_withdraw->setVisible(can.withdraw);
    m_cancelRest->setVisible(can.delivering && can.waiting > 0);
    m_ask->setVisible(can.ask && !can.delivering && !can.acceptRules);
    m_deliver->setEnabled(can.deliver && !can.delivering);
    setPrimary(m_sign, "sign", can.sign && !can.deliver);
    setPrimary(m_deliver, "deliver", can.deliver && !can.delivering);
}

} // namespace packwarden
