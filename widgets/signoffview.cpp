// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signoffview.h"

#include "icons.h"
#include "limitscale.h"
#include "names.h"
#include "parts.h"
#include "rulewords.h"
#include "seatcards.h"
#include "sentences.h"
#include "signoffcontents.h"
#include "signoffpacks.h"
#include "signoffwords.h"

#include <QApplication>
#include <QClipboard>
#include <QFormLayout>
#include <QProgressBar>
#include <QScrollArea>
#include <QStyle>

namespace packwarden {

namespace {

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

QLabel *makeWrapped(const char *name)
{
    auto *label = makeLabel({});
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *topLabel(const QString &text)
{
    auto *label = makeLabel(text, "muted");
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

QWidget *makeScroll(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("signoffScroll"));
    scroll->setAccessibleName(SignoffView::tr("Document"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    return scroll;
}

constexpr int rulesShown = 12;

} // namespace

SignoffView::SignoffView(QWidget *parent)
    : QFrame(parent)
    , m_empty(new QWidget(this))
    , m_body(new QWidget(this))
{
    setProperty("surface", QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty);
    column->addWidget(m_body);
    auto *empty = new QVBoxLayout(m_empty);
    empty->setSpacing(2 * grid);
    empty->addStretch();
    auto *head = makeLabel(tr("No document is open"), "heading");
    head->setAlignment(Qt::AlignCenter);
    auto *hint = makeLabel(
        tr("Draft a new one, or open or drop a file that somebody sent you.\nSignatures in it are added to your copy."),
        "muted");
    hint->setAlignment(Qt::AlignCenter);
    empty->addWidget(head);
    empty->addWidget(hint);
    auto *row = new QHBoxLayout;
    auto *fresh = makeButton(tr("New request\u2026"), "add", "primary");
    auto *open = makeButton(tr("Open file\u2026"), "open");
    row->addStretch();
    row->addWidget(fresh);
    row->addWidget(open);
    row->addStretch();
    empty->addLayout(row);
    empty->addStretch();
    connect(fresh, &QPushButton::clicked, this, &SignoffView::newRequestClicked);
    connect(open, &QPushButton::clicked, this, &SignoffView::openClicked);
    makeBody();
    showNothing();
}

void SignoffView::makeBody()
{
    m_title = makeLabel({}, "heading");
    m_title->setObjectName(QStringLiteral("signoffTitle"));
    m_title->setWordWrap(true);
    m_layer = new Chip;
    m_state = new Chip;
    m_state->setObjectName(QStringLiteral("signoffState"));
    m_fingerprint = makeLabel({}, "muted");
    m_fingerprint->setObjectName(QStringLiteral("fingerprint"));
    m_fingerprint->setFont(QFont(QStringLiteral("DejaVu Sans Mono")));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fingerprint->setToolTip(
        tr("Fingerprint: compare it by voice. It is the same on every screen that shows this document."));
    m_fingerprint->setAccessibleName(tr("Fingerprint"));
    auto *copy = makeButton(tr("Copy"), nullptr, "link");
    copy->setObjectName(QStringLiteral("copyFingerprint"));
    copy->setAccessibleName(tr("Copy fingerprint"));
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_fingerprint->text()); });
    m_subtitle = makeLabel({}, "muted");
    m_subtitle->setWordWrap(true);
    m_scaleCard = makeCard();
    m_scaleCard->setProperty("surface", QStringLiteral("raised"));
    m_scales = new QVBoxLayout(m_scaleCard);
    m_scales->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    m_values = makeWrapped("signoffChanges");
    m_reason = makeWrapped("signoffReasonText");
    m_consequence = makeWrapped("consequence");
    m_period = makeWrapped("period");
    m_history = makeWrapped("history");
    m_withdrawal = makeWrapped("withdrawal");
    m_evidenceFold = makeButton({}, nullptr, "link");
    m_evidenceFold->setObjectName(QStringLiteral("evidenceFold"));
    m_evidenceFold->setAccessibleName(tr("Evidence"));
    m_evidenceFold->setProperty("flush", true); // its words begin where the other answers do
    m_evidenceFold->setCheckable(true);
    m_evidence = makeWrapped("evidence");
    m_evidence->hide();
    connect(m_evidenceFold, &QPushButton::toggled, m_evidence, &QWidget::setVisible);
    auto *evidence = new QWidget;
    auto *evidenceBox = new QVBoxLayout(evidence);
    evidenceBox->setContentsMargins(0, 0, 0, 0);
    evidenceBox->setSpacing(2);
    evidenceBox->addWidget(m_evidenceFold, 0, Qt::AlignLeft);
    evidenceBox->addWidget(m_evidence);
    m_packsHead = makeLabel(tr("Packs"), "section");
    m_packs = new SignoffPacks;
    m_seats = new SeatCards;
    m_verdictShape = makeLabel({});
    m_verdict = makeWrapped("rehearsal");
    m_receiptCard = makeCard();
    m_receiptCard->setProperty("surface", QStringLiteral("raised"));
    m_receipt = makeWrapped("receipt");
    auto *receiptBox = new QVBoxLayout(m_receiptCard);
    receiptBox->setContentsMargins(2 * grid, 10, 2 * grid, 10);
    receiptBox->addWidget(makeLabel(shapeOf(Status::Good) + u' ' + tr("Receipt of the pack"), "section"));
    receiptBox->addWidget(m_receipt);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    column->setSpacing(10);
    column->addWidget(m_title);
    auto *badges = new QHBoxLayout;
    badges->setSpacing(grid);
    badges->addWidget(m_layer);
    badges->addWidget(m_state);
    badges->addStretch();
    badges->addWidget(m_fingerprint);
    badges->addWidget(copy);
    column->addLayout(badges);
    column->addWidget(m_subtitle);
    column->addWidget(m_scaleCard);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(2 * grid);
    m_form->setVerticalSpacing(6);
    m_form->addRow(topLabel(tr("Changes")), m_values);
    m_form->addRow(topLabel(tr("Reason")), m_reason);
    m_form->addRow(topLabel(tr("Consequence")), m_consequence);
    m_form->addRow(topLabel(tr("Period")), m_period);
    m_form->addRow(topLabel(tr("History")), m_history);
    m_form->addRow(topLabel(tr("Withdrawal")), m_withdrawal);
    m_form->addRow(topLabel(tr("Evidence")), evidence);
    column->addLayout(m_form);
    column->addWidget(makeLabel(tr("Signatures"), "section"));
    column->addWidget(m_seats);
    auto *verdict = new QHBoxLayout;
    verdict->addWidget(m_verdictShape, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    m_ask = makeButton(tr("Ask the pack\u2026"), "deliver", "link");
    m_ask->setObjectName(QStringLiteral("askPack"));
    m_ask->setToolTip(
        tr("The rehearsal here refuses it. Bring it to the pack all the same, to hear the pack's reason."));
    connect(m_ask, &QPushButton::clicked, this, &SignoffView::askPackClicked);
    verdict->addWidget(m_ask, 0, Qt::AlignTop);
    column->addLayout(verdict);
    column->addWidget(m_packsHead);
    column->addWidget(m_packs);
    column->addWidget(m_receiptCard);
    column->addStretch();
    auto *whole = new QVBoxLayout(m_body);
    whole->setContentsMargins(1, 1, 1, 1);
    whole->setSpacing(0);
    whole->addWidget(makeScroll(content), 1);
    whole->addWidget(makeBottom());
}

QWidget *SignoffView::makeBottom()
{
    m_next = makeLabel({}, "section");
    m_next->setObjectName(QStringLiteral("nextStep"));
    m_next->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Delivery"));
    m_progress->hide();
    const auto button = [](const QString &text, const char *iconName, const char *name) {
        auto *made = makeButton(text, iconName);
        made->setObjectName(QString::fromLatin1(name));
        return made;
    };
    m_save = button(tr("Save a copy\u2026"), "save", "saveCopy");
    m_reject = button(tr("Reject\u2026"), nullptr, "reject");
    m_withdraw = button(tr("Withdraw\u2026"), nullptr, "withdraw");
    m_sign = button(tr("Sign\u2026"), "sign", "sign");
    m_deliver = button(tr("Deliver"), "deliver", "deliver");
    m_cancelRest = button(tr("Cancel the rest"), nullptr, "cancelRest");
    auto *bottom = new QWidget;
    auto *column = new QVBoxLayout(bottom);
    column->setContentsMargins(3 * grid, 0, 3 * grid, 12);
    column->setSpacing(10);
    auto *rule = new QFrame;
    rule->setProperty("surface", QStringLiteral("rule"));
    column->addWidget(m_progress);
    column->addWidget(rule);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid);
    row->addWidget(m_next, 1);
    for (QPushButton *each : {m_save, m_withdraw, m_reject, m_sign, m_cancelRest, m_deliver})
        row->addWidget(each);
    column->addLayout(row);
    connect(m_sign, &QPushButton::clicked, this, &SignoffView::signClicked);
    connect(m_deliver, &QPushButton::clicked, this, &SignoffView::deliverClicked);
    connect(m_cancelRest, &QPushButton::clicked, this, &SignoffView::cancelRestClicked);
    connect(m_reject, &QPushButton::clicked, this, &SignoffView::rejectClicked);
    connect(m_withdraw, &QPushButton::clicked, this, &SignoffView::withdrawClicked);
    connect(m_save, &QPushButton::clicked, this, &SignoffView::saveCopyClicked);
    return bottom;
}

void SignoffView::showNothing()
{
    m_body->hide();
    m_empty->show();
}

QList<PackSerial> SignoffView::chosenPacks() const
{
    return m_all.size() > 1 ? m_packs->chosen() : m_all;
}

void SignoffView::showDocument(const Shown &shown, const Can &can)
{
    m_empty->hide();
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
        subtitle = tr("%1 \u00B7 drafted %2 \u00B7 may be delivered until %3")
                       .arg(author.isEmpty() ? tr("Not yet signed by its author") : tr("Asked for by %1").arg(author),
                           Sentences::dateTime(head.created), Sentences::dateTime(head.expires));
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
    const QList<RuleDifference> differences = signoffcontents::ruleDifferences(judgement, trust);
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
    m_seats->set(judgement, shown.trust.pinned.charter);
    Status status = Status::Neutral;
    m_verdict->setText(signoffwords::rehearsal(judgement, status));
    m_verdictShape->setText(shapeOf(status));
    setTone(m_verdictShape,
        status == Status::Good          ? "good"
            : status == Status::Alarm   ? "alarm"
            : status == Status::Waiting ? "muted"
                                        : "warning");
    const bool many = judgement.packs.size() > 1;
    m_packsHead->setVisible(many);
    m_packs->setVisible(many || !shown.context.odd.isEmpty());
    m_packs->fill(judgement, shown.context, shown.progress, !can.delivering && many);
    const QString receipt = signoffwords::receipt(judgement);
    m_receiptCard->setVisible(!receipt.isEmpty());
    m_receipt->setText(receipt);

    const QString next = signoffwords::next(judgement, shown.trust.pinned.charter);
    m_next->setText(can.why.isEmpty() ? next : next + u' ' + can.why);
    qint64 done = 0;
    qint64 total = 0;
    for (const SignoffDelivery::Progress &one : shown.progress) {
        const bool over = one.state != SignoffDelivery::Progress::State::Waiting
            && one.state != SignoffDelivery::Progress::State::Sending;
        done += over ? 100 : one.total > 0 ? one.done * 100 / one.total : 0;
        total += 100;
    }
    m_progress->setVisible(can.delivering);
    m_progress->setRange(0, int(std::max<qint64>(total, 1)));
    m_progress->setValue(int(done));
    m_sign->setEnabled(can.sign);
    m_sign->setToolTip(can.why);
    m_reject->setVisible(can.reject);
    m_withdraw->setVisible(can.withdraw);
    m_cancelRest->setVisible(can.delivering && can.waiting > 0);
    m_ask->setVisible(can.ask && !can.delivering);
    m_deliver->setEnabled(can.deliver && !can.delivering);
    setPrimary(m_sign, "sign", can.sign && !can.deliver);
    setPrimary(m_deliver, "deliver", can.deliver && !can.delivering);
}

} // namespace packwarden
