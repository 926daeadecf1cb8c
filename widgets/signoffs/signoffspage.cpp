// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signoffspage.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/drafts/charterdraft.h"
#include "models/drafts/commanddraft.h"
#include "models/signoffs/signoffacts.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/flowrow.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/signdialog.h"
#include "widgets/signoffs/signoffdelegate.h"
#include "widgets/signoffs/signoffview.h"
#include "widgets/signoffs/signoffwords.h"
#include "widgets/words/sentences.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QMimeData>

namespace packwarden {

SignoffsPage::SignoffsPage(
    Workspace &workspace, SignoffsModel &model, FleetModel &fleet, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(model)
    , m_fleet(fleet)
    , m_files(files)
    , m_message(new MessageBar(this))
    , m_list(new QListView(this))
    , m_view(new SignoffView(this))
    , m_reader(workspace)
    , m_delivery(workspace.clock())
{
    setAcceptDrops(true);
    setObjectName(QStringLiteral("signoffsPage"));
    m_message->setObjectName(QStringLiteral("signoffMessage"));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(makeList());
    row->addWidget(m_view, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_message);
    column->addLayout(row, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        const QString path = current.data(SignoffsModel::PathRole).toString();
        if (current.isValid() && (!m_document || m_document->path() != path))
            showPath(path);
    });
    connect(&m_reader, &SignoffReader::opened, this,
        [this](const QString &, const Result<SignoffReading> &reading) { onOpened(reading); });
    connect(&m_reader, &SignoffReader::imported, this, &SignoffsPage::onImported);
    connect(&model, &SignoffsModel::refreshed, this, &SignoffsPage::follow);
    connect(&workspace.session(), &Session::stateChanged, this, &SignoffsPage::refresh);
    connect(&workspace.trust(), &TrustBook::changed, this, &SignoffsPage::refresh);
    connect(&m_delivery, &DocumentDelivery::wanted, this, &SignoffsPage::deliveryWanted);
    connect(&m_delivery, &DocumentDelivery::changed, this, &SignoffsPage::refresh);
    connect(&m_delivery, &DocumentDelivery::ended, this, &SignoffsPage::onDelivered);
    connect(m_message, &MessageBar::actionClicked, this, &SignoffsPage::signInWanted);
    connectView();
}

void SignoffsPage::connectView()
{
    connect(m_view, &SignoffView::signClicked, this, &SignoffsPage::sign);
    connect(m_view, &SignoffView::deliverClicked, this, &SignoffsPage::deliver);
    connect(m_view, &SignoffView::askPackClicked, this, &SignoffsPage::askPack);
    connect(m_view, &SignoffView::cancelRestClicked, &m_delivery, &DocumentDelivery::cancel);
    connect(m_view, &SignoffView::acceptRulesClicked, this, &SignoffsPage::acceptRules);
    connect(m_view, &SignoffView::rejectClicked, this, &SignoffsPage::reject);
    connect(m_view, &SignoffView::withdrawClicked, this, &SignoffsPage::withdraw);
    connect(m_view, &SignoffView::saveCopyClicked, this, &SignoffsPage::saveCopy);
    connect(m_view, &SignoffView::publishClicked, this, [this] { Q_EMIT publishWanted(m_document->path()); });
    connect(m_view, &SignoffView::newRequestClicked, this, [this] { newRequest(); });
    connect(m_view, &SignoffView::openClicked, this, &SignoffsPage::chooseFile);
}

QWidget *SignoffsPage::makeList()
{
    auto *card = makeCard(this);
    card->setFixedWidth(42 * grid);
    auto *fresh = makeButton(tr("New request\u2026"), "add", "link", card);
    fresh->setObjectName(QStringLiteral("newRequest"));
    auto *other = makeButton(tr("Something else\u2026"), "more", "link", card);
    other->setObjectName(QStringLiteral("newOther"));
    other->setToolTip(tr("Draft something else: a theft-lock, a limit made stricter, a replaced part, a party that "
                         "comes or goes"));
    giveMenu(other, makeNewMenu());
    auto *open = makeButton(tr("Open file\u2026"), "open", "link", card);
    open->setObjectName(QStringLiteral("openFile"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 6, 0);
    head->addWidget(makeLabel(tr("Inbox"), "section"));
    head->addStretch();
    head->addWidget(open);
    auto *draft = new FlowRow(2);
    draft->setContentsMargins(0, 0, 6, 6);
    draft->addWidget(fresh);
    draft->addWidget(other);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SignoffDelegate(m_workspace.trust(), m_list));
    m_list->setObjectName(QStringLiteral("signoffList"));
    m_list->setAccessibleName(tr("Inbox"));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *rule = new QFrame(card);
    rule->setProperty("surface", QStringLiteral("rule"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 8);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(draft);
    column->addWidget(rule);
    column->addWidget(m_list, 1);
    connect(fresh, &QPushButton::clicked, this, [this] { newRequest(); });
    connect(open, &QPushButton::clicked, this, &SignoffsPage::chooseFile);
    return card;
}

QMenu *SignoffsPage::makeNewMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("newMenu"));
    for (const CommandKind kind : CommandDraft::kinds())
        menu->addAction(draftwords::command(kind) + QChar(0x2026), this, [this, kind] { newCommand(kind); });
    menu->addSeparator();
    for (const Amendment kind : CharterDraft::kinds())
        menu->addAction(draftwords::amendment(kind) + QChar(0x2026), this, [this, kind] { newAmendment(kind); });
    return menu;
}

void SignoffsPage::say(Status status, const QString &text)
{
    m_message->say(status, text);
}

void SignoffsPage::showPath(const QString &path)
{
    // One that is being delivered is the one to show: two copies of it would save over each other.
    if (m_delivery.document() && m_delivery.document()->path() == path) {
        m_reader.forget();
        return adopt(m_delivery.shared());
    }
    // What is signed must be what is chosen: the former one goes at once.
    close();
    m_reader.open(path);
    refresh();
}

void SignoffsPage::onOpened(const Result<SignoffReading> &reading)
{
    auto document = std::make_shared<SignoffDocument>(m_workspace);
    const auto shown = reading.ok() ? document->show(*reading) : Result<>(reading.error());
    if (shown.ok())
        return adopt(std::move(document));
    refresh();
    complain(shown.error());
}

void SignoffsPage::close()
{
    if (m_document)
        disconnect(m_document.get(), nullptr, this, nullptr);
    m_document.reset();
}

void SignoffsPage::adopt(std::shared_ptr<SignoffDocument> document)
{
    close();
    const bool carried = m_delivery.document() && m_delivery.document()->path() == document->path();
    m_document = carried ? m_delivery.shared() : std::move(document);
    connect(m_document.get(), &SignoffDocument::changed, this, &SignoffsPage::refresh);
    connect(m_document.get(), &SignoffDocument::signFinished, this, [this](const Result<> &result) {
        if (!result.ok())
            complain(result.error());
        else
            m_message->say(
                Status::Good, tr("Signed and recorded. The file is saved; send a copy to those who sign next."));
        m_model.refresh();
        refresh();
    });
    connect(m_document.get(), &SignoffDocument::voiceFinished, this, &SignoffsPage::onVoice);
    select(m_document->path());
    refresh();
}

void SignoffsPage::follow()
{
    if (m_document) {
        select(m_document->path());
        // Who is about to sign decides when the file is read again.
        if (!findChild<SignDialog *>()) {
            if (const auto followed = m_document->follow(); !followed.ok())
                complain(followed.error());
        }
    }
    // What became of other documents is this one's history.
    refresh();
}

void SignoffsPage::onVoice(const Result<> &result)
{
    if (!result.ok())
        complain(result.error());
    else if (m_document->state() == SignoffState::Withdrawn)
        m_message->say(Status::Warning,
            tr("Withdrawn here and recorded. Packs know it only once it is brought to them; see below."));
    else
        m_message->say(Status::Good, tr("Rejected and recorded. Send the file back, so that others read why."));
    m_model.refresh();
    refresh();
}

void SignoffsPage::select(const QString &path)
{
    const int row = m_model.rowOfPath(path);
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model.index(row, 0));
}

QString SignoffsPage::whyNotMine() const
{
    if (!m_workspace.session().isSignedIn())
        return tr("Sign in to see whether it is you.");
    if (const auto &why = m_document->judgement().own.offer.whyNot)
        return signoffwords::whyNotYou(*why);
    if (m_document->hasSigned(Meaning::Approve) || m_document->hasSigned(Meaning::Author))
        return tr("You have signed.");
    return tr("Your key fills none of its open seats.");
}

void SignoffsPage::refresh()
{
    if (const QStringList reading = m_reader.reading(); !reading.isEmpty())
        return m_view->showReading(reading);
    if (!m_document)
        return m_view->showNothing();
    const SignoffJudgement &judgement = m_document->judgement();
    const SignoffActs acts = actsOf(*m_document, m_workspace.session());
    SignoffView::Can can;
    can.sign = acts.sign.has_value();
    can.deliver = acts.deliver;
    can.reject = acts.reject;
    can.withdraw = acts.withdraw;
    can.delivering = m_delivery.document() == m_document.get();
    can.waiting = can.delivering ? m_delivery.rollout().count(Rollout::Entry::State::Waiting) : 0;
    can.ask = acts.ask;
    can.acceptRules = judgement.content && m_workspace.trust().isEmpty();
    if (acts.isOpen && !can.sign && !can.acceptRules && !m_document->isBusy()
        && (judgement.state != SignoffState::RefusedByPack || judgement.isSeatMissing()))
        can.why = whyNotMine();
    const TrustSnapshot &trust = m_workspace.trust().snapshot();
    const SignoffContext context = contextOf(judgement, m_model.judgements(), trust, m_document->file().withdrawals,
        m_workspace.audit(), m_workspace.clock().now());
    m_view->showDocument(
        {judgement, m_document->file(), context, trust, m_delivery.entriesOf(judgement.payloadSha256)}, can);
}

void SignoffsPage::complain(const Error &error)
{
    m_message->say(Status::Alarm, Sentences::of(error).text());
}

void SignoffsPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.cbegin(), urls.cend(), [](const QUrl &url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void SignoffsPage::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    QStringList paths;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    openFiles(paths);
    event->acceptProposedAction();
}

} // namespace packwarden
