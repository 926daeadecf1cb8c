// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signoffview.h"

#include "widgets/kit/flowrow.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/seatcards.h"
#include "widgets/signoffs/signoffpacks.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QFormLayout>
#include <QProgressBar>
#include <QScrollArea>

namespace packwarden {

namespace {

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

} // namespace

/// For what stands in documents: it wraps and can be copied.
QLabel *SignoffView::makeWrapped(const char *name)
{
    auto *label = makeLabel({});
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

SignoffView::SignoffView(QWidget *parent)
    : QFrame(parent)
    , m_empty(new QWidget(this))
    , m_reading(makeLabel({}, "heading", this))
    , m_body(new QWidget(this))
{
    setProperty("surface", QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty);
    m_reading->setObjectName(QStringLiteral("signoffReading"));
    m_reading->setAlignment(Qt::AlignCenter);
    m_reading->setWordWrap(true);
    column->addWidget(m_reading, 1);
    column->addWidget(m_body);
    auto *empty = new QVBoxLayout(m_empty);
    empty->setSpacing(2 * grid);
    empty->addStretch();
    auto *head = makeLabel(tr("No document is open"), "heading");
    head->setAlignment(Qt::AlignCenter);
    auto *hint = makeLabel(
        tr("Draft a new one, or open or drop a file that was sent to you.\nSignatures in it are added to your copy."),
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
    auto *badges = new FlowRow(grid);
    badges->addWidget(m_layer);
    badges->addWidget(m_state);
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
    m_seatsHead = makeLabel(tr("Signatures"), "section");
    column->addWidget(m_seatsHead);
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
    m_publish = button(tr("Publish"), nullptr, "publish");
    m_publish->setToolTip(tr("Give it to the other members of the exchange"));
    m_reject = button(tr("Reject\u2026"), nullptr, "reject");
    m_withdraw = button(tr("Withdraw\u2026"), nullptr, "withdraw");
    m_accept = button(tr("Accept the rules\u2026"), "verify", "acceptRules");
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
    column->addWidget(m_next);
    auto *row = new FlowRow(grid, true);
    for (QPushButton *each : {m_save, m_publish, m_withdraw, m_reject, m_accept, m_sign, m_cancelRest, m_deliver})
        row->addWidget(each);
    // No room is kept for what is not always needed: a window that grew for it does not shrink again.
    for (QPushButton *each : {m_publish, m_withdraw, m_reject, m_accept, m_cancelRest})
        each->hide();
    column->addLayout(row);
    connect(m_accept, &QPushButton::clicked, this, &SignoffView::acceptRulesClicked);
    connect(m_sign, &QPushButton::clicked, this, &SignoffView::signClicked);
    connect(m_deliver, &QPushButton::clicked, this, &SignoffView::deliverClicked);
    connect(m_cancelRest, &QPushButton::clicked, this, &SignoffView::cancelRestClicked);
    connect(m_reject, &QPushButton::clicked, this, &SignoffView::rejectClicked);
    connect(m_withdraw, &QPushButton::clicked, this, &SignoffView::withdrawClicked);
    connect(m_save, &QPushButton::clicked, this, &SignoffView::saveCopyClicked);
    connect(m_publish, &QPushButton::clicked, this, &SignoffView::publishClicked);
    return bottom;
}

void SignoffView::setExchange(bool used)
{
    m_publish->setVisible(used);
}

} // namespace packwarden
