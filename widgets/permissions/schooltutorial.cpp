// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/schooltutorial.h"

#include "widgets/kit/parts.h"
#include "widgets/permissions/matrix/matrixview.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/permissions/matrix/problemlist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QUndoStack>

#include <algorithm>

namespace packwarden {

namespace {

// Words of the data, as in any pack's: Names has what people read.
constexpr const char *board = "board";
constexpr const char *head = "head";
constexpr const char *office = "office";
constexpr const char *staff = "staff";
constexpr const char *gym = "open-gym";
constexpr const char *safe = "open-safe";
constexpr const char *fireExit = "lock-fire-exit";

template <typename Id> Id idOf(const char *name)
{
    return Id::fromTrusted(QLatin1String(name));
}

/// Where a door is in the onion: what could come of it, from a lost hour to somebody hurt.
struct Door
{
    const char *name;
    int layer;
    QList<const char *> openedBy; ///< each of them alone
    QList<const char *> together; ///< all of them
};

const QList<Door> &doors()
{
    static const QList<Door> all{{"open-front-door", 1, {"principal", "secretary", "teacher", "groundskeeper"}, {}},
        {"open-classrooms", 1, {"principal", "teacher", "groundskeeper"}, {}},
        {gym, 1, {"principal", "groundskeeper"}, {}}, {"open-records", 2, {"principal", "secretary"}, {}},
        {"open-tool-shed", 2, {"groundskeeper"}, {}}, {safe, 3, {"secretary"}, {}},
        {"change-policy", 3, {}, {"principal", "board-member"}},
        {"open-boiler-room", 4, {}, {"groundskeeper", "principal"}},
        {"change-policy-physical", 4, {}, {"principal", "board-member"}}};
    return all;
}

PolicyFrame frameOf(const QMap<PositionId, QString> &names)
{
    PolicyFrame frame;
    for (auto it = names.begin(); it != names.end(); ++it) {
        Position place;
        place.party = it.key().text();
        place.partyName = *it;
        place.rootDer = place.party.toLatin1(); // nobody signs here: it only has to be one of its own
        frame.charter.positions.insert(it.key(), place);
    }
    SiliconLimits building;
    building.hardware = QStringLiteral("school");
    for (const Door &door : doors())
        building.layers.insert(idOf<CapabilityId>(door.name), door.layer);
    building.layers.insert(idOf<CapabilityId>(fireExit), 4);
    building.prohibited.insert(idOf<CapabilityId>(fireExit));
    frame.silicon = {building};
    return frame;
}

} // namespace

SchoolTutorial::SchoolTutorial(QWidget *parent)
    : QDialog(parent)
    , m_model(m_draft)
    , m_view(new MatrixView(m_draft, m_model, m_filter, this))
    , m_problems(new ProblemList(m_draft, m_model, this))
    , m_message(new MessageBar(this))
    , m_end(makeLabel({}, nullptr, this))
    , m_undo(makeButton(tr("Undo"), nullptr, nullptr, this))
    , m_redo(makeButton(tr("Redo"), nullptr, nullptr, this))
{
    setObjectName(QStringLiteral("schoolTutorial"));
    setWindowTitle(tr("Tutorial: the school building"));
    m_filter.setSourceModel(&m_model);
    m_view->setObjectName(QStringLiteral("schoolMatrix"));
    m_message->setObjectName(QStringLiteral("schoolMessage"));
    auto *card = makeCard(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_view);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_message);
    right->addWidget(card, 1);
    right->addWidget(m_problems);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(makeLessons());
    row->addLayout(right, 1);
    resize(1160, 720);

    connect(&m_draft, &PolicyDraft::changed, this, [this] {
        m_problems->refresh();
        refresh();
    });
    connect(m_view, &MatrixView::currentChanged, this, [this] {
        m_hasLooked = true;
        refresh();
    });
    connect(m_view, &MatrixView::refused, this, &SchoolTutorial::refused);
    connect(m_problems, &ProblemList::chosen, this, [this](const PolicyProblem &problem) {
        m_view->setCurrent(m_model.indexOf(problem.capability, problem.role));
    });
    begin();
}

SchoolTutorial::~SchoolTutorial()
{
    // The stack's own clearing must not speak to widgets that are gone.
    m_draft.disconnect(this);
    m_draft.undoStack().disconnect(this);
    // A dialog hides at its end, and its views would lay themselves out for that over models that are gone.
    delete m_view;
    delete m_problems;
}

QWidget *SchoolTutorial::makeLessons()
{
    auto *card = makeCard(this);
    card->setFixedWidth(40 * grid);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Who may open what?"), "heading", card));
    auto *words
        = makeLabel(tr("A battery's rights are easier to see on a building: doors are rows, people are columns, and "
                       "the further down a row, the more harm behind its door."),
            "muted", card);
    words->setWordWrap(true);
    column->addWidget(words);
    for (int step = 0; step < steps; ++step) {
        auto *lesson = makeLabel({}, nullptr, card);
        lesson->setObjectName(QStringLiteral("lesson%1").arg(step + 1));
        lesson->setWordWrap(true);
        m_lessons.append(lesson);
        column->addWidget(lesson);
    }
    m_end->setObjectName(QStringLiteral("lessonEnd"));
    m_end->setWordWrap(true);
    m_end->setText(
        tr("That is all. On the Permissions page capabilities of packs stand in the rows and companies in the "
           "columns; there a draft takes effect once the right people have signed it."));
    column->addWidget(m_end);
    column->addStretch();
    auto *again = makeButton(tr("Start again"), nullptr, nullptr, card);
    again->setObjectName(QStringLiteral("schoolAgain"));
    auto *close = makeButton(tr("Close"), nullptr, nullptr, card);
    close->setObjectName(QStringLiteral("schoolClose"));
    m_undo->setObjectName(QStringLiteral("schoolUndo"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setObjectName(QStringLiteral("schoolRedo"));
    m_redo->setShortcut(QKeySequence::Redo);
    auto *edits = new QHBoxLayout;
    edits->addWidget(m_undo);
    edits->addWidget(m_redo);
    edits->addStretch();
    auto *ends = new QHBoxLayout;
    ends->addWidget(again);
    ends->addStretch();
    ends->addWidget(close);
    column->addLayout(edits);
    column->addLayout(ends);
    for (QPushButton *button : {m_undo, m_redo, again, close})
        button->setAutoDefault(false);
    connect(m_undo, &QPushButton::clicked, &m_draft.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QPushButton::clicked, &m_draft.undoStack(), &QUndoStack::redo);
    connect(&m_draft.undoStack(), &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(&m_draft.undoStack(), &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    connect(again, &QPushButton::clicked, this, &SchoolTutorial::begin);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return card;
}

void SchoolTutorial::begin()
{
    const PositionId boardId = idOf<PositionId>(board);
    const PositionId headId = idOf<PositionId>(head);
    PolicyFrame frame = frameOf({{boardId, tr("School board")}, {headId, tr("Head of school")},
        {idOf<PositionId>(office), tr("Office")}, {idOf<PositionId>(staff), tr("Staff")}});
    Policy policy;
    const auto add
        = [&](const char *role, const char *position, const QString &title, const QSet<PositionId> &issuers) {
              policy.roles.append({idOf<RoleId>(role), idOf<PositionId>(position), title});
              policy.issuers.insert(idOf<RoleId>(role), issuers);
              frame.charter.mayIssue.insert(idOf<RoleId>(role), issuers);
          };
    add("board-member", board, tr("Board member"), {boardId});
    add("principal", head, tr("Principal"), {headId});
    // The head of school hands out this key too, and may open the same doors: what the fourth step is about.
    add("secretary", office, tr("Secretary"), {idOf<PositionId>(office), headId});
    add("teacher", staff, tr("Teacher"), {headId});
    add("groundskeeper", staff, tr("Groundskeeper"), {idOf<PositionId>(staff)});
    const QString contract = tr("House rules");
    Contract rules;
    rules.clauses.insert(1, tr("Who opens what."));
    policy.contracts.insert(contract, rules);
    for (const Door &door : doors()) {
        const auto capability = idOf<CapabilityId>(door.name);
        SeatRule seats;
        SeatGroup anyOne{1, {}};
        for (const char *role : door.openedBy + door.together) {
            const Role *holder = policy.role(idOf<RoleId>(role));
            Grant grant;
            grant.role = holder->id;
            grant.capability = capability;
            grant.contract = contract;
            grant.clause = 1;
            policy.grants.append(grant);
            QList<Seat> &among = door.together.isEmpty() ? anyOne.of : seats.all;
            among.append(Seat{holder->position, holder->id});
        }
        if (!anyOne.of.isEmpty())
            seats.groups.append(anyOne);
        policy.seats.insert(capability, seats);
        for (const Role &role : std::as_const(policy.roles))
            frame.charter.mayHold[capability].insert(role.id);
    }
    const Seat principal{headId, idOf<RoleId>("principal")};
    const Seat member{boardId, idOf<RoleId>("board-member")};
    frame.foundation.amendments.insert(QStringLiteral("amend"), {principal, member});
    m_message->hide();
    m_draft.load(policy, frame);
    // The matrix may choose a cell of its own while it is filled.
    m_hasLooked = m_wasRefused = false;
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    refresh();
}

bool SchoolTutorial::isDone(int step) const
{
    const auto state = [&](const char *door, const char *role) {
        return m_draft.state(idOf<CapabilityId>(door), idOf<RoleId>(role));
    };
    const auto isIssuer = [](const PolicyProblem &problem) {
        return problem.kind == PolicyProblem::Kind::IssuerIsUser;
    };
    const bool two = state(safe, "secretary") == CellState::MustSign && state(safe, "principal") == CellState::MustSign;
    switch (step) {
    case 0:
        return m_hasLooked;
    case 1:
        return state(gym, "teacher") != CellState::None;
    case 2:
        return two;
    case 3:
        return two && std::none_of(m_model.problems().begin(), m_model.problems().end(), isIssuer);
    default:
        return m_wasRefused;
    }
}

void SchoolTutorial::refresh()
{
    const QStringList words{tr("Look. Choose any cell: \u25CF opens alone, \u25C6 must open together with others, "
                               "\u2013 has no key. The last "
                               "column says each row in words."),
        tr("Give a key. The teachers want into the gym: choose their cell in its row, and press the space bar "
           "or double-click until there is a sign."),
        tr("Take two keys. The safe holds the money for the school trip, and the secretary opens it alone. Make it "
           "need "
           "\u25C6 the secretary and \u25C6 the principal: the key M, or the menu of the right mouse button."),
        tr("Who hands out keys? Below stands a problem now: the principal issues the key for the safe and opens it as "
           "well. Choose it and let another issue it."),
        tr("What is prohibited. Try to let any role lock the fire exit: the building itself prohibits it, as silicon "
           "does "
           "in a battery.")};
    // What a step is called is its first sentence.
    static const QRegularExpression end(QStringLiteral("[.?!]"));
    m_step = 0;
    while (m_step < steps && isDone(m_step))
        ++m_step;
    for (int step = 0; step < steps; ++step) {
        QLabel *lesson = m_lessons.at(step);
        const bool done = step < m_step;
        const QString mark = done ? shapeOf(Status::Good) : QString::number(step + 1);
        // What comes later is not told before its turn.
        lesson->setText(mark + QStringLiteral("  ")
            + (step <= m_step ? words.at(step)
                              : words.at(step).section(end, 0, 0, QString::SectionIncludeTrailingSep)));
        setTone(lesson, step == m_step ? "section" : "muted");
    }
    m_end->setVisible(m_step == steps);
}

void SchoolTutorial::refused(CellState state)
{
    if (m_model.capabilityAt(m_view->current().row()) == idOf<CapabilityId>(fireExit)) {
        m_wasRefused = true;
        m_message->say(Status::Information, tr("No role can be given this: the building prohibits it."));
        refresh();
        return;
    }
    m_message->say(Status::Information, PermissionWords::refused(state));
}

} // namespace packwarden
