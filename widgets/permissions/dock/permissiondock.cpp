// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/dock/permissiondock.h"

#include "models/core/base/clock.h"
#include "models/keys/issuedbook.h"
#include "models/workspace/workspace.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/dock/coalitionview.h"
#include "widgets/permissions/dock/docklines.h"
#include "widgets/permissions/dock/votewords.h"
#include "widgets/permissions/dock/whatifview.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QTabWidget>

namespace packwarden {

namespace {

/// Scrolls up and down alone: its lines wrap.
QScrollArea *scrolled(QWidget *content, const char *name, const QString &spoken, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setObjectName(QLatin1String(name));
    area->setAccessibleName(spoken);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

PermissionDock::PermissionDock(Workspace &workspace, PolicyDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_draft(draft)
    , m_tabs(new QTabWidget(this))
    , m_whatIf(new WhatIfView(this))
    , m_cell(makeLabel({}, "title", this))
    , m_cellRole(makeLabel({}, "muted", this))
    , m_cellLayer(new Chip(this))
    , m_was(makeLabel({}, nullptr, this))
    , m_gainsTitle(makeLabel(tr("Who gains and loses"), "section", this))
    , m_gains(new DockLines(tr("Who gains and loses"), this))
    , m_heldTitle(makeLabel({}, "section", this))
    , m_held(new DockLines(tr("Against what the pack holds"), this))
    , m_votesTitle(makeLabel(tr("Why?"), "section", this))
    , m_votes(new DockLines(tr("Why?"), this))
    , m_when(makeLabel({}, "muted", this))
    , m_conditions(makeButton(tr("Conditions…"), nullptr, nullptr, this))
    , m_ableTitle(makeLabel(tr("Able today"), "section", this))
    , m_able(new DockLines(tr("Able today"), this))
    , m_judgedOn(makeLabel({}, "muted", this))
    , m_fewestTitle(makeLabel(tr("Fewest who can do it"), "section", this))
    , m_fewest(new DockLines(tr("Fewest who can do it"), this))
    , m_openTable(makeButton(tr("What one company opens…"), nullptr, "link", this))
{
    auto *card = makeCard(this);
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(card);
    m_tabs->setObjectName(QStringLiteral("dockTabs"));
    m_tabs->setAccessibleName(tr("About the chosen cell"));
    m_tabs->addTab(scrolled(makeCell(), "dockCell", tr("Selected"), this), tr("Selected"));
    m_tabs->addTab(scrolled(m_whatIf, "dockWhatIf", tr("What if"), this), tr("What if"));
    auto *legend = makeLabel(tr("● alone   ◆ must sign   – no part\n◇ one of several   ⊘ prohibited\n"
                                "+ only beyond a soft limit\n× the charter bars it   … conditions\n"
                                "Keys: Space, A, M, O, E, 0, F, Return"),
        "muted", card);
    legend->setWordWrap(true);
    legend->setToolTip(tr("Space: the next state. A: alone. M: must sign. O: one of several. E: beyond a soft limit. "
                          "0: no part. Return: conditions. F: fold the roles of a company. Insert: a new role. "
                          "Shift and Ctrl select several cells; a click on a name or a head selects its row or "
                          "column."));
    auto *column = new QVBoxLayout(card);
    constexpr int margin = 12;
    column->setContentsMargins(margin, 4, margin, margin);
    column->setSpacing(grid);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_openTable, 0, Qt::AlignLeft);
    column->addWidget(legend);
    m_openTable->ensurePolished();
    setFixedWidth(std::max(30 * grid, m_openTable->sizeHint().width() + 2 * margin + 2));

    connect(m_conditions, &QPushButton::clicked, this, &PermissionDock::conditionsWanted);
    connect(m_openTable, &QPushButton::clicked, this, &PermissionDock::openTable);
    connect(
        m_whatIf, &WhatIfView::asked, this, [this](const WhatIfAsked &asked) { m_answers.askWhatIf(ground(), asked); });
    connect(m_whatIf, &WhatIfView::packChosen, this, &PermissionDock::ask);
    connect(&m_answers, &PermissionAnswers::whatIfAnswered, m_whatIf, &WhatIfView::tell);
    connect(&m_answers, &PermissionAnswers::cellAnswered, this, &PermissionDock::say);
    connect(&m_answers, &PermissionAnswers::tableAnswered, this, [this](const QList<Coalition> &table) {
        if (m_table)
            m_table->tell(table, m_draft.frame());
    });
    connect(&m_workspace.trust(), &TrustBook::changed, this, [this] {
        // Packs say something all the time; files are read again only where others may have signed.
        if (isVisible() && m_workspace.trust().pinned().policyDocument != m_knownRules)
            readKnown();
        else
            ask();
    });
    sayCell();
}

PermissionDock::~PermissionDock() = default;

QWidget *PermissionDock::makeCell()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, grid, 4, 0);
    column->setSpacing(6);
    for (QLabel *label : {m_cell, m_cellRole, m_was, m_when, m_votesTitle, m_heldTitle, m_judgedOn})
        label->setWordWrap(true);
    for (QLabel *label : {m_cell, m_cellRole, m_was})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cell->setObjectName(QStringLiteral("selectedCapability"));
    m_was->setObjectName(QStringLiteral("selectedState"));
    m_votes->setObjectName(QStringLiteral("selectedVotes"));
    m_conditions->setObjectName(QStringLiteral("editConditions"));
    m_gains->setObjectName(QStringLiteral("gainsAndLosses"));
    m_held->setObjectName(QStringLiteral("againstHeld"));
    m_able->setObjectName(QStringLiteral("ableToday"));
    m_fewest->setObjectName(QStringLiteral("fewestPeople"));
    m_openTable->setObjectName(QStringLiteral("openCoalitions"));
    m_openTable->setToolTip(
        tr("All rights of layers 3 and 4: how few it takes, and what one key or one company opens"));
    const auto section = [column](QLabel *title, QWidget *lines) {
        // A margin of its own: where the section is hidden, so is the space.
        title->setContentsMargins(0, grid, 0, 0);
        column->addWidget(title);
        column->addWidget(lines);
    };
    column->addWidget(m_cell);
    column->addWidget(m_cellRole);
    column->addWidget(m_cellLayer, 0, Qt::AlignLeft);
    column->addWidget(m_was);
    section(m_gainsTitle, m_gains);
    section(m_heldTitle, m_held);
    section(m_ableTitle, m_able);
    section(m_fewestTitle, m_fewest);
    section(m_votesTitle, m_votes);
    column->addWidget(m_when);
    column->addWidget(m_conditions, 0, Qt::AlignLeft);
    column->addWidget(m_judgedOn);
    column->addStretch();
    return content;
}

PermissionGround PermissionDock::ground() const
{
    return {m_workspace.trust().snapshot(), m_known, m_draft.frame(), m_draft.base(), m_draft.policy(),
        m_whatIf->pack(), m_workspace.clock().now()};
}

void PermissionDock::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readKnown();
}

void PermissionDock::readKnown()
{
    m_known = knownCertificates(m_workspace);
    m_knownRules = m_workspace.trust().pinned().policyDocument;
    Q_EMIT knownRead(m_known);
    ask();
}

void PermissionDock::setCell(const CapabilityId &capability, const RoleId &role)
{
    const bool isOther = capability != m_capability || role != m_role;
    m_capability = capability;
    m_role = role;
    if (isOther)
        m_whatIf->setCell(capability, role);
    sayCell();
    ask();
}

void PermissionDock::ask()
{
    // Before anybody looks there is nothing to answer.
    if (!isVisible() || m_draft.isEmpty())
        return;
    m_whatIf->setGround(ground());
    if (!m_capability.isEmpty())
        m_answers.askCell(ground(), m_capability, m_role);
    if (m_table)
        m_answers.askTable(ground(), m_table->isUnsaved());
}

/// What needs no judgement stands there at once.
void PermissionDock::sayCell()
{
    const Role *known = m_draft.policy().role(m_role);
    const bool isCell = !m_capability.isEmpty() && known;
    const bool isRow = !m_capability.isEmpty();
    m_conditions->setEnabled(isCell && !m_draft.grants(m_capability, m_role).isEmpty());
    m_conditions->setVisible(isCell);
    if (!isCell) {
        for (QWidget *part : std::initializer_list<QWidget *>{m_votesTitle, m_votes, m_when})
            part->hide();
    }
    m_cellLayer->setVisible(isRow);
    m_was->setVisible(isRow);
    if (!isRow) {
        for (QWidget *part : std::initializer_list<QWidget *>{
                 m_gainsTitle, m_gains, m_heldTitle, m_held, m_ableTitle, m_able, m_fewestTitle, m_fewest, m_judgedOn})
            part->hide();
        m_cell->setText(tr("Choose a cell"));
        m_cellRole->setText(tr("It says here what it takes, who can do it, and which rule says so."));
        return;
    }
    const PolicyFrame &frame = m_draft.frame();
    m_cell->setText(PermissionWords::capability(m_capability));
    m_cellRole->setText(isCell
            ? tr("for %1, %2")
                  .arg(PermissionWords::role(m_draft.policy(), m_role), Names::party(known->position, &frame.charter))
            : tr("for everybody"));
    m_cellLayer->setLayer(std::max(1, frame.layer(m_capability)));
    QStringList lines;
    if (isCell) {
        const CellState before = m_draft.baseState(m_capability, m_role);
        const CellState now = m_draft.state(m_capability, m_role);
        if (before != now)
            lines << tr("Was: %1 %2").arg(PermissionWords::symbol(before), PermissionWords::state(before));
        lines << (before != now ? tr("Becomes: %1 %2") : tr("Is: %1 %2"))
                     .arg(PermissionWords::symbol(now), PermissionWords::state(now));
        QStringList when;
        for (const Grant &grant : m_draft.grants(m_capability, m_role))
            when << PermissionWords::conditions(grant);
        when.removeAll(QString());
        m_when->setText(tr("Conditions: %1").arg(when.join(tr("; "))));
        m_when->setVisible(!when.isEmpty());
    }
    lines << tr("It takes: %1").arg(PermissionWords::takes(m_draft.policy(), frame, m_capability));
    const QString takes = PermissionWords::takes(m_draft.base(), frame, m_capability);
    if (takes != PermissionWords::takes(m_draft.policy(), frame, m_capability))
        lines << tr("It took: %1").arg(takes);
    m_was->setText(lines.join(u'\n'));
}

void PermissionDock::say(const CellAnswer &answer)
{
    // An answer about another cell has been overtaken.
    if (answer.capability != m_capability || answer.role != m_role)
        return;
    const PolicyFrame &frame = m_draft.frame();
    const Policy &policy = m_draft.policy();
    const bool isEdited = policy != m_draft.base();
    m_judgedOn->setVisible(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_ableTitle, m_able, m_fewestTitle, m_fewest})
        part->setVisible(!answer.unknown);
    m_gainsTitle->setVisible(isEdited && !answer.unknown);
    m_gains->setVisible(isEdited && !answer.unknown);
    m_heldTitle->setVisible(answer.isHeldOther && !answer.unknown);
    m_held->setVisible(answer.isHeldOther && !answer.unknown);
    if (answer.unknown) {
        m_judgedOn->setText(Sentences::of(*answer.unknown).text());
        return;
    }
    const QList<DockLine> nobody{{Status::Neutral, tr("No role, in this row.")}};
    const auto linesOf = [&](const QList<RoleChange> &changes) {
        return changes.isEmpty() ? nobody : DockWords::changes(changes, policy, frame);
    };
    m_gains->setLines(linesOf(answer.changes));
    m_heldTitle->setText(tr("Against %1, which holds policy %2").arg(answer.pack.text()).arg(answer.heldVersion));
    m_held->setLines(linesOf(answer.heldChanges));
    m_votesTitle->setVisible(answer.why.has_value());
    m_votes->setVisible(answer.why.has_value());
    if (answer.why) {
        const auto &leaf = answer.why->asked.question.leaf;
        m_votesTitle->setText(leaf ? tr("Why? Asked for %1").arg(DockWords::person(*leaf)) : tr("Why?"));
        m_votes->setLines(VoteWords::votes(*answer.why, frame));
    }
    m_able->setLines(DockWords::able(answer, policy, frame));
    m_fewest->setLines(DockWords::fewest(answer.fewest, answer.fewestSaved, frame));
    m_judgedOn->setText(DockWords::judgedOn(answer.pack, answer.readAt));
}

void PermissionDock::openTable()
{
    if (m_draft.isEmpty())
        return;
    m_table = new CoalitionView(m_draft.policy() != m_draft.base(), this);
    m_table->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_table, &CoalitionView::wanted, this,
        [this] { m_answers.askTable(ground(), m_table && m_table->isUnsaved()); });
    connect(m_table, &CoalitionView::chosen, this, [this](const CapabilityId &capability) {
        if (m_table)
            m_table->close();
        Q_EMIT capabilityWanted(capability);
    });
    m_table->open();
    m_answers.askTable(ground(), m_table->isUnsaved());
}

} // namespace packwarden
