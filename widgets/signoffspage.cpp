// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signoffspage.h"

#include "filechooser.h"
#include "newrequestdialog.h"
#include "parts.h"
#include "sentences.h"
#include "signdialog.h"
#include "signofflist.h"
#include "signoffview.h"

#include <session.h>
#include <signoffsmodel.h>
#include <trustbook.h>
#include <workspace.h>

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMimeData>

namespace packwarden {

SignoffsPage::SignoffsPage(Workspace &workspace, SignoffsModel &model, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(model)
    , m_files(files)
    , m_message(new MessageBar(this))
    , m_list(new QListView(this))
    , m_view(new SignoffView(this))
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
    connect(&model, &SignoffsModel::refreshed, this, [this] {
        if (m_document)
            select(m_document->path());
    });
    connect(&workspace.session(), &Session::stateChanged, this, &SignoffsPage::refresh);
    connect(&workspace.trust(), &TrustBook::changed, this, [this] {
        if (m_document)
            m_document->judge();
        refresh();
    });
    connect(m_view, &SignoffView::signClicked, this, &SignoffsPage::sign);
    connect(m_view, &SignoffView::deliverClicked, this, &SignoffsPage::deliver);
    connect(m_view, &SignoffView::saveCopyClicked, this, &SignoffsPage::saveCopy);
    connect(m_view, &SignoffView::newRequestClicked, this, [this] { newRequest(); });
    connect(m_view, &SignoffView::openClicked, this, &SignoffsPage::chooseFile);
    connect(m_message, &MessageBar::actionClicked, this, &SignoffsPage::signInWanted);
}

QWidget *SignoffsPage::makeList()
{
    auto *card = makeCard(this);
    card->setFixedWidth(42 * grid);
    auto *fresh = makeButton(tr("New request\u2026"), "add", "link", card);
    fresh->setObjectName(QStringLiteral("newRequest"));
    auto *open = makeButton(tr("Open file\u2026"), "open", "link", card);
    open->setObjectName(QStringLiteral("openFile"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 6, 6);
    head->setSpacing(2);
    head->addWidget(makeLabel(tr("Requests"), "section"));
    head->addStretch();
    head->addWidget(fresh);
    head->addWidget(open);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SignoffDelegate(m_list));
    m_list->setObjectName(QStringLiteral("signoffList"));
    m_list->setAccessibleName(tr("Requests"));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *rule = new QFrame(card);
    rule->setProperty("surface", QStringLiteral("rule"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 8);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(rule);
    column->addWidget(m_list, 1);
    connect(fresh, &QPushButton::clicked, this, [this] { newRequest(); });
    connect(open, &QPushButton::clicked, this, &SignoffsPage::chooseFile);
    return card;
}

void SignoffsPage::chooseFile()
{
    m_files.open(this, tr("Open a request"), {tr("Requests (*.pwreq)"), tr("All files (*)")},
        [this](const QString &path) { openFile(path); });
}

void SignoffsPage::openFile(const QString &path)
{
    const auto taken = m_workspace.import(path);
    if (!taken)
        return complain(taken.error());
    m_message->hide();
    m_model.refresh();
    showPath(*taken);
}

void SignoffsPage::showPath(const QString &path)
{
    auto document = std::make_unique<SignoffDocument>(m_workspace);
    if (const auto opened = document->open(path); !opened)
        return complain(opened.error());
    adopt(std::move(document));
}

void SignoffsPage::adopt(std::unique_ptr<SignoffDocument> document)
{
    m_document = std::move(document);
    m_view->setProgress(0, 0);
    connect(m_document.get(), &SignoffDocument::changed, this, &SignoffsPage::refresh);
    connect(m_document.get(), &SignoffDocument::deliveryWanted, this, &SignoffsPage::deliveryWanted);
    connect(m_document.get(), &SignoffDocument::signFinished, this, [this](const Result<> &result) {
        if (!result)
            complain(result.error());
        else
            m_message->say(Status::Good, tr("Signed and recorded. The file is saved; send a copy to who signs next."));
        m_model.refresh();
        refresh();
    });
    connect(m_document.get(), &SignoffDocument::deliveryFinished, this,
        [this](const PackSerial &serial, const Result<> &result) {
            m_view->setProgress(0, 0);
            if (result)
                m_message->say(Status::Good,
                    tr("%1 applied it and signed a receipt; the values were read back.").arg(serial.text()));
            else
                m_message->say(
                    Status::Alarm, serial.text() + QStringLiteral(": ") + Sentences::of(result.error()).text());
            m_model.refresh();
            refresh();
        });
    select(m_document->path());
    refresh();
}

void SignoffsPage::select(const QString &path)
{
    const int row = m_model.rowOfPath(path);
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model.index(row, 0));
}

std::optional<Meaning> SignoffsPage::myMeaning() const
{
    const Session &session = m_workspace.session();
    if (!m_document || !session.isSignedIn() || !m_document->judgement().request)
        return std::nullopt;
    const SignoffJudgement &judgement = m_document->judgement();
    const QByteArray leaf = session.identity().leaf.sha256;
    const bool authorSigned = std::any_of(judgement.signatures.cbegin(), judgement.signatures.cend(),
        [](const SignatureFinding &finding) { return finding.meaning == Meaning::Author && !finding.problem; });
    if (judgement.request->head.author == leaf && !authorSigned)
        return Meaning::Author;
    if (!m_document->seatsForMe().isEmpty())
        return Meaning::Approve;
    return std::nullopt;
}

void SignoffsPage::refresh()
{
    if (!m_document)
        return m_view->showNothing();
    const SignoffState state = m_document->state();
    const bool open = state == SignoffState::Draft || state == SignoffState::Collecting;
    SignoffView::Can can;
    can.sign = !m_document->isBusy() && open && myMeaning().has_value();
    can.deliver
        = state == SignoffState::Ready || state == SignoffState::PartlyApplied || state == SignoffState::RefusedByPack;
    if (open && !m_workspace.session().isSignedIn())
        can.why = tr("Sign in to see whether it is you.");
    else if (open && !can.sign && !m_document->isBusy())
        can.why = tr("Your key fills none of its open seats.");
    m_view->showDocument(m_document->judgement(), m_workspace.trust().snapshot(), can);
}

void SignoffsPage::newRequest(const QString &serial, const ParameterId &parameter)
{
    if (!m_workspace.session().isSignedIn()) {
        m_message->say(Status::Information, Sentences::of({Code::NotSignedIn, {}}).text(), tr("Sign in\u2026"));
        return;
    }
    m_message->hide();
    auto *dialog = new NewRequestDialog(
        m_workspace.trust(), m_workspace.clock(), m_workspace.session().identity().leaf.sha256, this);
    dialog->setObjectName(QStringLiteral("newRequestDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!serial.isEmpty())
        dialog->choose(serial, parameter);
    connect(dialog, &NewRequestDialog::drafted, this, &SignoffsPage::startDraft);
    dialog->open();
}

void SignoffsPage::startDraft(const ChangeRequest &request)
{
    auto document = std::make_unique<SignoffDocument>(m_workspace);
    if (const auto created = document->create(request, m_workspace.requestsFolder()); !created)
        return complain(created.error());
    adopt(std::move(document));
    m_model.refresh();
    sign();
}

void SignoffsPage::sign()
{
    const auto meaning = myMeaning();
    if (!meaning)
        return complain({Code::NotSignedIn, {}});
    auto *dialog = new SignDialog(
        m_document->judgement(), m_workspace.trust().snapshot(), m_workspace.session().identity(), *meaning, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The document may be replaced while the dialog is open: then the signature must not land on another one.
    connect(dialog, &QDialog::accepted, m_document.get(),
        [document = m_document.get(), meaning = *meaning] { document->sign(meaning); });
    dialog->open();
}

void SignoffsPage::deliver()
{
    const auto packs = m_document->deliver();
    if (!packs)
        return complain(packs.error());
    m_message->hide();
    m_view->setProgress(0, 1);
}

void SignoffsPage::setDeliveryProgress(const QString &, qint64 done, qint64 total)
{
    m_view->setProgress(done, total);
}

void SignoffsPage::finishDelivery(const DeliveryResult &result)
{
    if (!m_document)
        return;
    // What it says to people comes by deliveryFinished.
    (void)m_document->finishDelivery(result);
}

void SignoffsPage::saveCopy()
{
    m_files.save(this, tr("Save a copy"), suggestedFileName(m_document->judgement()), [this](const QString &path) {
        const auto saved = m_document->saveCopy(path);
        if (!saved)
            return complain(saved.error());
        m_message->say(Status::Good, tr("Saved as %1.").arg(*saved));
    });
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
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            openFile(url.toLocalFile());
    }
    event->acceptProposedAction();
}

} // namespace packwarden
