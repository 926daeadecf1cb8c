// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signoffview.h"

#include "icons.h"
#include "limitscale.h"
#include "names.h"
#include "parameterview.h"
#include "parts.h"
#include "seatcards.h"
#include "sentences.h"
#include "signoffwords.h"

#include <QFormLayout>
#include <QProgressBar>
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
    auto *head = makeLabel(tr("No request is open"), "heading");
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
    m_subtitle = makeLabel({}, "muted");
    m_subtitle->setWordWrap(true);
    m_scale = new LimitScale(LimitScale::Extent::Zoomed);
    m_scaleCard = makeCard();
    m_scaleCard->setProperty("surface", QStringLiteral("raised"));
    auto *scaleBox = new QVBoxLayout(m_scaleCard);
    scaleBox->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    scaleBox->addWidget(m_scale);
    m_values = makeLabel({});
    m_values->setWordWrap(true);
    m_reason = makeLabel({});
    m_reason->setWordWrap(true);
    m_consequence = makeLabel({});
    m_consequence->setWordWrap(true);
    m_seats = new SeatCards;
    m_verdictShape = makeLabel({});
    m_verdict = makeLabel({});
    m_verdict->setObjectName(QStringLiteral("rehearsal"));
    m_verdict->setWordWrap(true);
    m_receiptCard = makeCard();
    m_receiptCard->setProperty("surface", QStringLiteral("raised"));
    m_receipt = makeLabel({});
    m_receipt->setObjectName(QStringLiteral("receipt"));
    m_receipt->setWordWrap(true);
    m_receipt->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *receiptBox = new QVBoxLayout(m_receiptCard);
    receiptBox->setContentsMargins(2 * grid, 10, 2 * grid, 10);
    receiptBox->addWidget(makeLabel(shapeOf(Status::Good) + u' ' + tr("Receipt of the pack"), "section"));
    receiptBox->addWidget(m_receipt);
    m_next = makeLabel({}, "section");
    m_next->setObjectName(QStringLiteral("nextStep"));
    m_next->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Delivery"));
    m_progress->hide();
    m_save = makeButton(tr("Save a copy\u2026"), "save");
    m_save->setObjectName(QStringLiteral("saveCopy"));
    m_sign = makeButton(tr("Sign\u2026"), "sign");
    m_sign->setObjectName(QStringLiteral("sign"));
    m_deliver = makeButton(tr("Deliver"), "deliver");
    m_deliver->setObjectName(QStringLiteral("deliver"));

    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    column->setSpacing(10);
    column->addWidget(m_title);
    auto *badges = new QHBoxLayout;
    badges->addWidget(m_layer);
    badges->addWidget(m_state);
    badges->addStretch();
    badges->addWidget(m_fingerprint);
    column->addLayout(badges);
    column->addWidget(m_subtitle);
    column->addWidget(m_scaleCard);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(6);
    form->addRow(makeLabel(tr("Changes"), "muted"), m_values);
    form->addRow(makeLabel(tr("Reason"), "muted"), m_reason);
    form->addRow(makeLabel(tr("Consequence"), "muted"), m_consequence);
    column->addLayout(form);
    column->addWidget(makeLabel(tr("Signatures"), "section"));
    column->addWidget(m_seats);
    auto *verdict = new QHBoxLayout;
    verdict->addWidget(m_verdictShape, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    column->addLayout(verdict);
    column->addWidget(m_receiptCard);
    column->addStretch();
    auto *rule = new QFrame;
    rule->setProperty("surface", QStringLiteral("rule"));
    column->addWidget(m_progress);
    column->addWidget(rule);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_next, 1);
    bottom->addWidget(m_save);
    bottom->addWidget(m_sign);
    bottom->addWidget(m_deliver);
    column->addLayout(bottom);
    connect(m_sign, &QPushButton::clicked, this, &SignoffView::signClicked);
    connect(m_deliver, &QPushButton::clicked, this, &SignoffView::deliverClicked);
    connect(m_save, &QPushButton::clicked, this, &SignoffView::saveCopyClicked);
}

void SignoffView::showNothing()
{
    m_body->hide();
    m_empty->show();
}

void SignoffView::showDocument(const SignoffJudgement &judgement, const TrustSnapshot &trust, const Can &can)
{
    m_empty->hide();
    m_body->show();
    const bool readable = judgement.request && !judgement.request->packs.isEmpty()
        && !judgement.request->packs.constFirst().changes.isEmpty();
    m_state->set(signoffwords::status(judgement.state), signoffwords::state(judgement).section(u',', 0, 0));
    m_fingerprint->setText(judgement.fingerprint);
    m_layer->setVisible(false);
    m_scaleCard->setVisible(false);
    if (readable) {
        const ChangeRequest &request = *judgement.request;
        const PackChanges &first = request.packs.constFirst();
        const ParameterChange &change = first.changes.constFirst();
        m_title->setText(Sentences::request(request));
        QString author;
        for (const SignatureFinding &signature : judgement.signatures) {
            if (signature.meaning == Meaning::Author && signature.leaf.sha256 == request.head.author)
                author = signature.leaf.commonName;
        }
        m_subtitle->setText(
            tr("%1 \u00B7 drafted %2 \u00B7 may be delivered until %3")
                .arg(author.isEmpty() ? tr("Not yet signed by its author") : tr("Asked for by %1").arg(author),
                    Sentences::dateTime(request.head.created), Sentences::dateTime(request.head.expires)));
        m_reason->setText(request.head.reason);
        QStringList lines;
        QStringList consequences;
        for (const PackChanges &pack : request.packs) {
            for (const ParameterChange &each : pack.changes)
                lines << QStringLiteral("%1: %2 %3")
                             .arg(pack.serial.text(), Names::parameter(each.parameter), Sentences::fromTo(each));
        }
        for (const ParameterChange &each : first.changes)
            consequences << Sentences::consequence(each);
        m_values->setText(lines.mid(0, 6).join(u'\n'));
        m_consequence->setText(consequences.join(u' '));
        const auto known = trust.packs.constFind(first.serial);
        if (known != trust.packs.cend()) {
            for (const ParameterInfo &info : known->facts.parameters) {
                if (info.definition.id != change.parameter)
                    continue;
                m_layer->setLayer(info.definition.layer);
                m_layer->setVisible(true);
                LimitScaleValues values = scaleOf(info, change.to);
                values.now = change.from;
                m_scale->setValues(values);
                m_scaleCard->setVisible(true);
            }
        }
    } else {
        m_title->setText(tr("This document cannot be read"));
        m_subtitle->setText(judgement.problem ? Sentences::of(*judgement.problem).text() : QString());
        m_reason->clear();
        m_values->clear();
        m_consequence->clear();
    }
    m_seats->set(judgement, trust.pinned.charter);
    Status status = Status::Neutral;
    m_verdict->setText(signoffwords::rehearsal(judgement, status));
    m_verdictShape->setText(shapeOf(status));
    setTone(m_verdictShape, status == Status::Good ? "good" : status == Status::Alarm ? "alarm" : "warning");
    const QString receipt = signoffwords::receipt(judgement);
    m_receiptCard->setVisible(!receipt.isEmpty());
    m_receipt->setText(receipt);
    const QString next = signoffwords::next(judgement, trust.pinned.charter);
    m_next->setText(can.why.isEmpty() ? next : next + u' ' + can.why);
    m_sign->setEnabled(can.sign);
    m_sign->setToolTip(can.why);
    m_deliver->setEnabled(can.deliver);
    setPrimary(m_sign, "sign", can.sign && !can.deliver);
    setPrimary(m_deliver, "deliver", can.deliver);
}

void SignoffView::setProgress(qint64 done, qint64 total)
{
    m_progress->setVisible(total > 0);
    m_progress->setRange(0, int(total));
    m_progress->setValue(int(done));
    if (total > 0)
        m_deliver->setEnabled(false);
}

} // namespace packwarden
