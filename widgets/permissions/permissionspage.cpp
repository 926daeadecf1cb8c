// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/permissionspage.h"

#include "models/answers/peopleable.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/permissions/policyproposal.h"
#include "models/rules/rulesjson.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/flowrow.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/conditionsdialog.h"
#include "widgets/permissions/contracts/contractsview.h"
#include "widgets/permissions/dock/permissiondock.h"
#include "widgets/permissions/matrix/matrixlayout.h"
#include "widgets/permissions/matrix/matrixview.h"
#include "widgets/permissions/matrix/onionfilter.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/permissions/matrix/problemlist.h"
#include "widgets/permissions/proposaldialog.h"
#include "widgets/permissions/roleacts.h"
#include "widgets/permissions/schooltutorial.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/rulewords.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace packwarden {

PermissionsPage::PermissionsPage(Workspace &workspace, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_files(files)
    , m_keeper(m_draft, workspace, [this] { return m_contracts->texts(); })
    , m_model(m_draft)
    , m_stack(new QStackedWidget(this))
    , m_view(new MatrixView(m_draft, m_model, m_filter, this))
    , m_message(new MessageBar(this))
    , m_title(makeLabel({}, "heading", this))
    , m_subtitle(makeLabel({}, "muted", this))
    , m_errors(new Chip(this))
    , m_warnings(new Chip(this))
    , m_undo(makeButton(tr("Undo"), nullptr, nullptr, this))
    , m_redo(makeButton(tr("Redo"), nullptr, nullptr, this))
    , m_propose(makeButton(tr("Propose…"), "sign", "primary", this))
    , m_onion(new OnionFilter(this))
    , m_party(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_onlyChanged(new QCheckBox(tr("Only differences"), this))
    , m_onlyProblems(new QCheckBox(tr("Only problems"), this))
    , m_folded(new QCheckBox(tr("Roles folded"), this))
    , m_compare(new QComboBox(this))
    , m_changes(new QListWidget(this))
    , m_dock(new PermissionDock(workspace, m_draft, this))
    , m_problems(new ProblemList(m_draft, m_model, this))
    , m_roles(new RoleActs(m_draft, *m_view, files, this))
    , m_middle(new QStackedWidget(this))
    , m_contracts(new ContractsView(m_draft, files, this))
    , m_showMatrix(makeButton(tr("Matrix"), nullptr, "row", this))
    , m_showContracts(makeButton(tr("Contracts"), nullptr, "row", this))
{
    m_filter.setSourceModel(&m_model);
    setAcceptDrops(true);
    m_message->setObjectName(QStringLiteral("permissionsMessage"));
    m_view->setObjectName(QStringLiteral("permissionsMatrix"));

    auto *empty
        = makeLabel(tr("No rules are pinned here yet.\nConnect a pack, compare the fingerprints that it offers, and "
                       "trust its rules; then its policy stands here as a matrix."),
            "muted", this);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setObjectName(QStringLiteral("permissionsEmpty"));
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(makeFilters());
    row->addWidget(makeMatrix(), 1);
    row->addWidget(m_dock);
    auto *nothing = new QWidget(this);
    auto *learn = makeButton(tr("Learn it on a school building"), nullptr, nullptr, nothing);
    learn->setObjectName(QStringLiteral("learnMatrix"));
    connect(learn, &QPushButton::clicked, this, &PermissionsPage::openTutorial);
    auto *compare = makeButton(tr("Compare and trust rules\u2026"), "verify", "primary", nothing);
    compare->setObjectName(QStringLiteral("permissionsCompare"));
    connect(compare, &QPushButton::clicked, this, &PermissionsPage::rulesWanted);
    auto *words = new QVBoxLayout(nothing);
    words->setSpacing(12);
    words->addStretch();
    words->addWidget(empty);
    words->addWidget(compare, 0, Qt::AlignHCenter);
    words->addWidget(learn, 0, Qt::AlignHCenter);
    words->addStretch();
    m_stack->addWidget(nothing);
    m_stack->addWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    column->addWidget(m_stack, 1);
    column->addWidget(m_message); // below: it moves nothing that somebody points at
    connectAll();
    follow();
}

PermissionsPage::~PermissionsPage()
{
    // The stack's own clearing must not speak to widgets that are gone, nor widgets ask models that are gone.
    m_draft.disconnect(this);
    m_draft.undoStack().disconnect(this);
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

QWidget *PermissionsPage::makeFilters()
{
    auto *card = makeCard(this);
    constexpr int margin = 12;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(grid);
    m_showMatrix->setObjectName(QStringLiteral("showMatrix"));
    m_showContracts->setObjectName(QStringLiteral("showContracts"));
    for (QPushButton *button : {m_showMatrix, m_showContracts}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        column->addWidget(button);
    }
    m_showMatrix->setChecked(true);
    column->addWidget(makeLabel(tr("Layers"), "section", card));
    column->addWidget(m_onion);
    column->addSpacing(grid);
    column->addWidget(makeLabel(tr("Show"), "section", card));
    m_text->setObjectName(QStringLiteral("permissionsFilter"));
    m_text->setPlaceholderText(tr("Filter…"));
    m_text->setAccessibleName(tr("Filter capabilities"));
    m_text->setClearButtonEnabled(true);
    column->addWidget(m_text);
    m_party->setObjectName(QStringLiteral("permissionsParty"));
    m_party->setAccessibleName(tr("Company"));
    m_party->setToolTip(tr("Show what a company takes part in"));
    column->addWidget(m_party);
    m_onlyChanged->setObjectName(QStringLiteral("onlyChanged"));
    m_onlyProblems->setObjectName(QStringLiteral("onlyProblems"));
    m_folded->setObjectName(QStringLiteral("rolesFolded"));
    for (QCheckBox *box : {m_onlyChanged, m_onlyProblems, m_folded})
        column->addWidget(box);
    column->addSpacing(grid);
    column->addWidget(makeLabel(tr("Compare with"), "section", card));
    m_compare->setObjectName(QStringLiteral("compareWith"));
    m_compare->setAccessibleName(tr("Compare with"));
    m_compare->addItem(tr("the packs"));
    m_compare->addItem(tr("a file…"));
    column->addWidget(m_compare);
    m_changes->setObjectName(QStringLiteral("policyChanges"));
    m_changes->setAccessibleName(tr("Differences"));
    m_changes->setWordWrap(true);
    m_changes->setSelectionMode(QAbstractItemView::NoSelection);
    m_changes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_changes->setMinimumHeight(2 * grid);
    column->addWidget(m_changes, 1);
    // As narrow as its words allow: the matrix is what people come for.
    int width = 20 * grid;
    for (QCheckBox *box : {m_onlyChanged, m_onlyProblems, m_folded}) {
        box->ensurePolished();
        width = std::max(width, box->sizeHint().width() + 2 * margin + 2);
    }
    card->setFixedWidth(width);
    return card;
}

QWidget *PermissionsPage::makeMatrix()
{
    auto *part = new QWidget(this);
    auto *head = new FlowRow(grid, true);
    auto *named = new QWidget(part);
    named->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *titles = new QVBoxLayout(named);
    titles->setContentsMargins(0, 0, 0, 0);
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    head->addWidget(named);
    head->addWidget(m_errors);
    head->addWidget(m_warnings);
    auto *rules = makeButton(tr("Rules"), nullptr, nullptr, part);
    rules->setObjectName(QStringLiteral("openRules"));
    rules->setToolTip(tr("Take rules from a file or a template into the draft, or save it"));
    auto *menu = new QMenu(rules);
    menu->addAction(tr("Open a file…"), this, [this] {
        m_files.open(
            this, tr("Open rules"), {tr("Rules (*.json *.pwpol)")}, [this](const QString &path) { openFile(path); });
    });
    menu->addAction(tr("Template: courier fleet"), this, [this] { openTemplate(QStringLiteral("courier-fleet")); })
        ->setObjectName(QStringLiteral("templateCourierFleet"));
    menu->addAction(tr("Tutorial: the school building"), this, &PermissionsPage::openTutorial)
        ->setObjectName(QStringLiteral("openTutorial"));
    menu->addSeparator();
    menu->addAction(tr("Export as JSON…"), this, &PermissionsPage::exportJson)
        ->setObjectName(QStringLiteral("exportRules"));
    addSheets(*menu);
    giveMenu(rules, menu);
    auto *roles = makeButton(tr("Roles"), nullptr, nullptr, part);
    roles->setObjectName(QStringLiteral("openRoles"));
    roles->setToolTip(tr("Add, copy, edit or remove a role; lay out the columns"));
    auto *roleMenu = new QMenu(roles);
    roleMenu->setObjectName(QStringLiteral("roleMenu"));
    connect(roleMenu, &QMenu::aboutToShow, this, [this, roleMenu] { m_roles->fill(*roleMenu); });
    giveMenu(roles, roleMenu);
    m_undo->setObjectName(QStringLiteral("undoEdit"));
    m_redo->setObjectName(QStringLiteral("redoEdit"));
    m_propose->setObjectName(QStringLiteral("proposePolicy"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence::Redo);
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    for (QPushButton *button : {rules, roles, m_undo, m_redo, m_propose})
        head->addWidget(button);

    auto *card = makeCard(part);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    m_middle->addWidget(m_view);
    m_middle->addWidget(m_contracts);
    inside->addWidget(m_middle);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(card, 1);
    column->addWidget(m_problems);
    return part;
}

void PermissionsPage::connectAll()
{
    connect(&m_workspace.trust(), &TrustBook::changed, this, &PermissionsPage::follow);
    connect(&m_draft, &PolicyDraft::changed, this, &PermissionsPage::update);
    connect(&m_keeper, &PolicyKeeper::failed, this, [this](const Error &error) {
        m_message->say(
            Status::Warning, tr("This draft would be lost if the program ended. %1").arg(Sentences::of(error).text()));
    });
    connect(m_message, &MessageBar::actionClicked, this, [this] {
        m_draft.replace(m_draft.base(), tr("Draft discarded"));
        m_message->say(Status::Information, tr("The draft is discarded. Undo brings it back."));
    });
    connect(m_view, &MatrixView::currentChanged, this, &PermissionsPage::updateDock);
    connect(m_view, &MatrixView::conditionsWanted, this, &PermissionsPage::editConditions);
    connect(m_view, &MatrixView::refused, this,
        [this](CellState state) { m_message->say(Status::Information, PermissionWords::refused(state)); });
    connect(m_view, &MatrixView::blockEdited, this, [this](const PolicyDraft::BlockEdit &edit, CellState state) {
        const QString left = PermissionWords::left(edit, state);
        if (!left.isEmpty())
            m_message->say(Status::Information, left);
    });
    connect(m_view, &MatrixView::newRoleWanted, m_roles, &RoleActs::add);
    connect(m_view, &MatrixView::rightsWanted, m_roles, &RoleActs::showRights);
    connect(m_view, &MatrixView::holdersWanted, m_roles, &RoleActs::showHolders);
    connect(m_view, &MatrixView::roleMenuWanted, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_roles->fill(*menu);
        menu->popup(at);
    });
    connect(m_roles, &RoleActs::message, this,
        [this](Status status, const QString &text) { m_message->say(status, text); });
    connect(m_view, &MatrixView::foldedEdit, this, [this] {
        m_message->say(
            Status::Information, tr("A column stands for all roles of a company now. Unfold the roles to edit one."));
    });
    connect(m_dock, &PermissionDock::capabilityWanted, this, [this](const CapabilityId &capability) {
        if (const QModelIndex row = m_model.indexOf(capability, {}); row.isValid())
            m_view->setCurrent(row.siblingAtColumn(1));
    });
    connect(m_dock, &PermissionDock::conditionsWanted, this, &PermissionsPage::editConditions);
    connect(m_undo, &QPushButton::clicked, &m_draft.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QPushButton::clicked, &m_draft.undoStack(), &QUndoStack::redo);
    // The stack moves on after the edit was made.
    connect(&m_draft.undoStack(), &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(&m_draft.undoStack(), &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    connect(m_propose, &QPushButton::clicked, this, &PermissionsPage::propose);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        QHash<QString, QString> words;
        for (const CapabilityId &id : m_draft.frame().capabilities())
            words.insert(id.text(),
                PermissionWords::capability(id) + u' ' + PermissionWords::takes(m_draft.policy(), m_draft.frame(), id));
        m_filter.setText(text, words);
    });
    connect(m_onlyChanged, &QCheckBox::toggled, &m_filter, &PermissionsFilter::setOnlyChanged);
    connect(m_onlyProblems, &QCheckBox::toggled, &m_filter, &PermissionsFilter::setOnlyProblems);
    connect(m_folded, &QCheckBox::toggled, m_view, &MatrixView::setAllFolded);
    connect(m_view, &MatrixView::foldingChanged, this, [this] {
        const QSignalBlocker quiet(m_folded);
        m_folded->setChecked(m_view->isAllFolded());
    });
    connect(m_onion, &OnionFilter::chosenChanged, &m_filter, &PermissionsFilter::setLayers);
    connect(m_party, &QComboBox::currentIndexChanged, this,
        [this] { m_filter.setPosition(m_party->currentData().value<PositionId>()); });
    connect(m_compare, &QComboBox::activated, this, &PermissionsPage::compareWith);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filter, signal, this, &PermissionsPage::updateFilters);
    connect(m_dock, &PermissionDock::knownRead, this, [this](const QList<Certificate> &known) {
        m_view->setHolders(keyHolders(m_draft.policy(), m_draft.frame().charter, known, m_workspace.clock().now()));
    });
    connect(m_problems, &ProblemList::chosen, this, &PermissionsPage::jump);
    connect(m_showContracts, &QPushButton::toggled, this, [this](bool on) { m_middle->setCurrentIndex(on ? 1 : 0); });
    connect(m_contracts, &ContractsView::message, this,
        [this](Status status, const QString &text) { m_message->say(status, text); });
    connect(m_contracts, &ContractsView::grantWanted, this,
        [this](const CapabilityId &capability, const RoleId &role) { showCell(capability, role); });
}

void PermissionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setNow(m_workspace.clock().now());
    update();
}

void PermissionsPage::openTutorial()
{
    auto *tutorial = new SchoolTutorial(this);
    tutorial->setAttribute(Qt::WA_DeleteOnClose);
    tutorial->open();
}

/// The packs' rules may have gone on; a draft that was begun stays, and is told apart from them.
void PermissionsPage::follow()
{
    const TrustBook &trust = m_workspace.trust();
    m_stack->setCurrentIndex(trust.isEmpty() ? 0 : 1);
    const qint64 now = m_workspace.clock().now();
    const PolicyFrame frame = PolicyFrame::of(trust, now);
    if (trust.isEmpty() || (frame == m_shown && trust.policy() == m_draft.base()))
        return;
    m_shown = frame;
    const Policy edited = m_draft.policy();
    const bool begun = m_draft.undoStack().index() > 0;
    m_model.setNow(now);
    m_draft.load(trust.policy(), frame);
    if (begun)
        m_draft.replace(edited, tr("Draft taken along"));
    if (!m_keeper.isRestored())
        restore();
    update();
}

/// What was begun before the program ended, however it did.
void PermissionsPage::restore()
{
    const auto restored = m_keeper.restore(tr("Draft brought back"));
    if (!restored)
        return;
    m_contracts->addTexts(restored->texts);
    m_message->say(Status::Information,
        tr("Your draft of %1 is here again, with %n change(s). It was not proposed yet.", nullptr,
            int(m_draft.changes().size()))
            .arg(format::dateTime(restored->at)),
        tr("Discard"));
}

void PermissionsPage::update()
{
    if (m_draft.isEmpty())
        return;
    const QList<RuleDifference> changes = m_draft.changes();
    const bool isDraft = !changes.isEmpty();
    m_title->setText(
        isDraft ? tr("Policy %1, draft").arg(m_draft.base().version + 1) : tr("Policy %1").arg(m_draft.base().version));
    m_subtitle->setText(m_draft.needsCharter()
            ? tr("charter %1, draft · %n change(s)", nullptr, int(changes.size()))
                  .arg(m_draft.frame().charter.version + 1)
            : tr("charter %1 · %n change(s)", nullptr, int(changes.size())).arg(m_draft.frame().charter.version));
    m_changes->clear();
    for (const RuleDifference &one : m_compared ? differences(*m_compared, m_draft.policy()) : changes)
        m_changes->addItem(RuleWords::difference(one));
    if (m_changes->count() == 0)
        m_changes->addItem(m_compared ? tr("The same as in the file.") : tr("The same as on the packs."));
    updateFilters();
    updateProblems();
    updateDock();
    m_contracts->refresh(m_workspace.clock().now());
}

void PermissionsPage::updateFilters()
{
    QHash<int, int> shown;
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const QModelIndex index = m_filter.index(row, 0);
        if (index.data(PermissionsModel::BandRole).toInt() == 0)
            ++shown[index.data(PermissionsModel::LayerRole).toInt()];
    }
    for (int layer = 1; layer <= OnionFilter::layers; ++layer)
        m_onion->setCount(layer, shown.value(layer), m_model.count(layer));
    QList<PositionId> positions;
    for (int column = 1; column < m_model.takesColumn(); ++column) {
        if (!positions.contains(m_model.positionAt(column)))
            positions.append(m_model.positionAt(column));
    }
    if (positions == m_positions)
        return;
    m_positions = positions;
    m_party->clear();
    m_party->addItem(tr("All companies"), QVariant::fromValue(PositionId()));
    for (const PositionId &position : std::as_const(m_positions))
        m_party->addItem(Names::party(position, &m_draft.frame().charter), QVariant::fromValue(position));
}

void PermissionsPage::updateProblems()
{
    m_problems->refresh();
    const int errors = m_problems->errors();
    const int warnings = m_problems->warnings();
    m_errors->setVisible(errors > 0);
    m_warnings->setVisible(warnings > 0);
    // Short, as the buttons beside them need the room.
    const auto set = [](Chip *chip, Status status, int count, const QString &words) {
        chip->set(status, QString::number(count));
        chip->setToolTip(words);
        chip->setAccessibleName(words);
    };
    set(m_errors, Status::Alarm, errors, tr("%n error(s)", nullptr, errors));
    set(m_warnings, Status::Warning, warnings, tr("%n warning(s)", nullptr, warnings));
    m_propose->setEnabled(errors == 0 && m_draft.policy() != m_draft.base());
    m_propose->setToolTip(errors > 0 ? tr("Errors must be mended first: a pack would refuse this.")
            : m_propose->isEnabled() ? tr("Make a document that the parties sign")
                                     : tr("Nothing was changed yet."));
}

void PermissionsPage::updateDock()
{
    const QModelIndex index = m_view->current();
    m_dock->setCell(index.isValid() ? m_model.capabilityAt(index.row()) : CapabilityId(),
        index.isValid() ? m_model.roleAt(index.column()) : RoleId());
}

void PermissionsPage::jump(const PolicyProblem &problem)
{
    showCell(problem.capability, problem.role);
}

void PermissionsPage::showCell(const CapabilityId &capability, const RoleId &role)
{
    m_showMatrix->setChecked(true);
    const QModelIndex index = m_model.indexOf(capability, role);
    if (index.isValid())
        m_view->setCurrent(index.column() == 0 ? index.siblingAtColumn(1) : index);
}

void PermissionsPage::editConditions()
{
    const QList<PolicyCell> cells = m_view->chosen();
    QList<Grant> grants;
    for (const PolicyCell &cell : cells)
        grants += m_draft.grants(cell.capability, cell.role);
    if (grants.isEmpty())
        return;
    const QString what = cells.size() == 1 ? tr("%1 for %2")
                                                 .arg(PermissionWords::capability(cells.constFirst().capability),
                                                     PermissionWords::role(m_draft.policy(), cells.constFirst().role))
                                           : tr("%n right(s)", nullptr, int(grants.size()));
    // A cell of several grants keeps all but its first as they are: it was made so in a file.
    if (cells.size() == 1)
        grants = {grants.constFirst()};
    auto *dialog = new ConditionsDialog(grants, m_draft.policy(), what, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, cells] {
        if (cells.size() > 1) {
            m_draft.editGrants(cells, [dialog](const Grant &grant) { return dialog->edited(grant); });
            return;
        }
        QList<Grant> now = m_draft.grants(cells.constFirst().capability, cells.constFirst().role);
        if (now.isEmpty())
            return;
        now.first() = dialog->edited(now.constFirst());
        m_draft.setGrants(cells.constFirst().capability, cells.constFirst().role, now);
    });
    dialog->open();
}

void PermissionsPage::propose()
{
    if (!m_workspace.session().isSignedIn()) {
        m_message->say(Status::Information, tr("Sign in first: a proposal says whose it is."));
        Q_EMIT signInWanted();
        return;
    }
    auto *dialog = new ProposalDialog(m_draft.changes(), m_draft.needsCharter(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTaker([this, dialog]() -> Result<> {
        const auto path = proposePolicy(m_draft, m_workspace, tr("Policy %1").arg(m_draft.base().version + 1),
            dialog->reason(), m_contracts->texts());
        if (!path.ok())
            return path.error();
        m_keeper.finish();
        Q_EMIT proposed(*path);
        return Result<>::success();
    });
    dialog->open();
}

void PermissionsPage::openFile(const QString &path)
{
    const auto policy = readPolicy(path, m_draft);
    if (!policy.ok())
        return say(policy.error());
    m_draft.replace(*policy, tr("Rules of a file"));
}

/// Nobody signed a template: its contracts are the draft's, and what has no basis there is named as a problem.
void PermissionsPage::openTemplate(const QString &name)
{
    QFile file(QStringLiteral(":/templates/%1.json").arg(name));
    const auto policy = file.open(QIODevice::ReadOnly) ? policyFromTemplate(file.readAll(), m_draft)
                                                       : Result<Policy>(Code::FileUnreadable, name);
    if (!policy.ok())
        return say(policy.error());
    m_draft.replace(*policy, tr("Template"));
    m_message->say(Status::Information,
        tr("The template is in the draft. The list of problems names what the contracts of your charter do not cover "
           "yet; Undo takes all of it back."));
}

void PermissionsPage::compareWith(int what)
{
    if (what == 0) {
        m_compared.reset();
        m_compare->setItemText(1, tr("a file…"));
        return update();
    }
    // Until a file is chosen the comparison stays what it was.
    m_compare->setCurrentIndex(m_compared ? 1 : 0);
    m_files.open(this, tr("Compare with rules"), {tr("Rules (*.json *.pwpol)")}, [this](const QString &path) {
        const auto policy = readPolicy(path, m_draft);
        if (!policy.ok())
            return say(policy.error());
        m_compared = *policy;
        m_compare->setItemText(1, QFileInfo(path).fileName());
        m_compare->setCurrentIndex(1);
        update();
    });
}

void PermissionsPage::exportJson()
{
    m_files.save(this, tr("Export rules"), QStringLiteral("policy-%1.json").arg(m_draft.base().version),
        [this](const QString &path) {
            if (const auto written = wholefile::write(path, rulesjson::toText(rulesjson::toJson(m_draft.policy())));
                !written.ok())
                say(written.error());
        });
}

void PermissionsPage::say(const Error &error)
{
    m_message->say(Status::Alarm, Sentences::of(error).text());
}

void PermissionsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_draft.isEmpty())
        event->acceptProposedAction();
}

void PermissionsPage::dropEvent(QDropEvent *event)
{
    if (!event->mimeData()->urls().isEmpty())
        openFile(event->mimeData()->urls().constFirst().toLocalFile());
}

} // namespace packwarden
