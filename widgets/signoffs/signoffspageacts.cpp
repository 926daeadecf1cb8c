// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/clock.h"
#include "models/drafts/requestparts.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/invitation.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/drafts/newamendmentdialog.h"
#include "widgets/drafts/newcommanddialog.h"
#include "widgets/drafts/newrequestdialog.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/askpackdialog.h"
#include "widgets/signoffs/signdialog.h"
#include "widgets/signoffs/signoffcontents.h"
#include "widgets/signoffs/signoffreason.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/signoffs/signoffview.h"
#include "widgets/words/sentences.h"

#include <QFileInfo>

namespace packwarden {

bool SignoffsPage::mayDraft()
{
    m_message->hide();
    if (!m_workspace.session().isSignedIn())
        m_message->say(Status::Information, Sentences::of({Code::NotSignedIn, {}}).text(), tr("Sign in\u2026"));
    return m_workspace.session().isSignedIn();
}

void SignoffsPage::newRequest(const QString &serial, const ParameterId &parameter)
{
    if (!mayDraft())
        return;
    auto *dialog = new NewRequestDialog(
        m_workspace.trust(), m_fleet, m_workspace.clock(), m_workspace.session().identity().leaf.sha256, m_files, this);
    dialog->setObjectName(QStringLiteral("newRequestDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!serial.isEmpty() || !parameter.isEmpty())
        dialog->choose(serial, parameter);
    dialog->keepIn(KeptDrafts(m_workspace.folder(), m_workspace.clock()));
    dialog->setTaker([this](const ChangeRequest &request, const QMap<QString, QByteArray> &evidence) {
        return startRequest(request, evidence);
    });
    dialog->open();
}

void SignoffsPage::newCommand(CommandKind kind, const QList<PackSerial> &packs)
{
    if (!mayDraft())
        return;
    auto *dialog = new NewCommandDialog(
        m_workspace.trust(), m_fleet, m_workspace.clock(), m_workspace.session().identity().leaf.sha256, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewCommandDialog::statementsWanted, this, &SignoffsPage::statementsWanted);
    dialog->setTaker([this](const Command &command) { return startDraft(contenttype::command, command.encode()); });
    dialog->choose(kind, packs);
    dialog->open();
}

void SignoffsPage::newAmendment(Amendment kind)
{
    if (!mayDraft())
        return;
    auto *dialog = new NewAmendmentDialog(
        m_workspace.trust(), m_workspace.clock(), m_workspace.session().identity().leaf.sha256, m_files, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTaker([this](const CharterChange &change, const QList<CrlEntry> &lists) {
        return startDraft(contenttype::charter, change.encode(), {}, lists);
    });
    dialog->choose(kind);
    dialog->open();
}

/// What does not fit into one document becomes parts: each is a document of its own, and signed with the others at
/// will.
Result<> SignoffsPage::startRequest(const ChangeRequest &request, const QMap<QString, QByteArray> &evidence)
{
    const auto parts = requestparts::split(request);
    if (!parts.ok())
        return parts.error();
    for (qsizetype i = parts->size() - 1; i > 0; --i) {
        SignoffDocument other(m_workspace);
        auto kept = other.create(contenttype::request, parts->at(i).encode(), m_workspace.requestsFolder());
        if (kept.ok())
            kept = other.attach(evidence);
        if (!kept.ok())
            return kept;
    }
    const auto started = startDraft(contenttype::request, parts->constFirst().encode(), evidence);
    if (started.ok() && parts->size() > 1)
        m_message->say(Status::Information,
            tr("%n pack(s) do not fit into one document.", nullptr, int(request.packs.size())) + u' '
                + tr("They are in %n part(s), which are in the list; the first one offers to sign the others, too.",
                    nullptr, int(parts->size())));
    return started;
}

Result<> SignoffsPage::startDraft(const QByteArray &contentType, const QByteArray &payload,
    const QMap<QString, QByteArray> &evidence, const QList<CrlEntry> &lists)
{
    auto document = std::make_shared<SignoffDocument>(m_workspace);
    if (auto created = document->create(contentType, payload, m_workspace.requestsFolder()); !created.ok())
        return created;
    if (auto attached = document->attach(evidence); !attached.ok())
        return attached;
    if (auto added = lists.isEmpty() ? Result<>::success() : document->addLists(lists); !added.ok())
        return added;
    adopt(std::move(document));
    m_model.refresh();
    // The dialog that it was drafted in goes first.
    QMetaObject::invokeMethod(this, &SignoffsPage::sign, Qt::QueuedConnection);
    return Result<>::success();
}

void SignoffsPage::sign()
{
    const auto meaning = m_document ? m_document->judgement().own.wanted : std::nullopt;
    if (!meaning)
        return complain({Code::NotSignedIn, {}});
    // An own value is entered for each document.
    OtherParts others = partsBeside([meaning](const SignoffJudgement &part) { return part.own.wanted == meaning; });
    if (!m_document->ownValuesWanted(*meaning).isEmpty())
        others.open.clear();
    auto *dialog = new SignDialog(*m_document, m_workspace, *meaning, others, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The page may show another document meanwhile: the signature lands on the one that the dialog showed.
    connect(dialog, &QDialog::accepted, m_document.get(), [this, dialog, document = m_document, meaning = *meaning] {
        goOnWith(document, &SignoffDocument::signFinished, dialog->chosenParts(),
            [meaning](SignoffDocument &part) { part.sign(meaning); });
        document->sign(meaning, dialog->ownValues());
    });
    dialog->open();
}

OtherParts SignoffsPage::partsBeside(const std::function<bool(const SignoffJudgement &)> &isDue) const
{
    QList<std::pair<QString, SignoffJudgement>> known;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex at = m_model.index(row, 0);
        known.append({at.data(SignoffsModel::PathRole).toString(),
            at.data(SignoffsModel::JudgementRole).value<SignoffJudgement>()});
    }
    return otherParts(m_document->judgement(), known, isDue);
}

/// The same with other parts, once it has been done with the document that was looked at.
void SignoffsPage::goOnWith(const std::shared_ptr<SignoffDocument> &document, ActEnd ended,
    const QList<OtherParts::Part> &parts, const PartsAct::Act &act)
{
    if (parts.isEmpty() || document->isBusy()) // a busy one does nothing, and tells nothing
        return;
    const auto goOn = [this, parts, act](const Result<> &result) {
        if (!result.ok())
            return;
        auto *all = new PartsAct(m_workspace, parts, act, this);
        connect(all, &PartsAct::finished, this, [this, all](int done, int failed, const Error &why) {
            all->deleteLater();
            if (failed == 0)
                m_message->say(Status::Good, tr("All %n part(s) are done and recorded.", nullptr, done + 1));
            else
                m_message->say(Status::Warning,
                    tr("%n part(s) are done. Part %1: %2 Open it to do the same there.", nullptr, done + 1)
                        .arg(failed)
                        .arg(Sentences::of(why).text()));
            m_model.refresh();
            refresh();
        });
        all->start();
    };
    connect(document.get(), ended, this, goOn, Qt::SingleShotConnection);
}

void SignoffsPage::acceptRules()
{
    const QString name = QLatin1String(Invitation::attachment);
    Q_EMIT rulesWanted(m_document->file().attachments.value(name), QFileInfo(m_document->path()).fileName());
}

OtherParts SignoffsPage::partsInTheSameState() const
{
    const SignoffState state = m_document->judgement().state;
    return partsBeside([state](const SignoffJudgement &part) { return part.state == state; });
}

void SignoffsPage::reject()
{
    auto *dialog = new SignoffReason(SignoffReason::Kind::Reject,
        signoffcontents::sentence(m_document->judgement(), m_workspace.trust().snapshot()), partsInTheSameState(),
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &SignoffReason::said, m_document.get(), [this, dialog, document = m_document](const QString &reason) {
            goOnWith(document, &SignoffDocument::voiceFinished, dialog->chosenParts(),
                [reason](SignoffDocument &part) { part.reject(reason); });
            document->reject(reason);
        });
    dialog->open();
}

void SignoffsPage::withdraw()
{
    auto *dialog = new SignoffReason(SignoffReason::Kind::Withdraw,
        signoffcontents::sentence(m_document->judgement(), m_workspace.trust().snapshot()), partsInTheSameState(),
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SignoffReason::said, m_document.get(), [this, dialog, document = m_document] {
        goOnWith(document, &SignoffDocument::voiceFinished, dialog->chosenParts(),
            [](SignoffDocument &part) { part.withdraw(); });
        document->withdraw();
    });
    dialog->open();
}

void SignoffsPage::deliver()
{
    startDelivery(m_document, m_view->chosenPacks());
}

void SignoffsPage::startDelivery(const std::shared_ptr<SignoffDocument> &document, const QList<PackSerial> &packs)
{
    if (m_delivery.isRunning())
        return m_message->say(Status::Warning, tr("Another delivery is under way. Wait until it has ended."));
    if (packs.isEmpty())
        return m_message->say(Status::Information, tr("Tick the packs to deliver to."));
    m_message->hide();
    Rollout::Plan plan;
    plan.packs = packs;
    plan.watchAfter = {};
    plan.onFailure = Rollout::OnFailure::GoOn;
    if (const auto begun = m_delivery.start(document, plan); !begun.ok())
        complain(begun.error());
}

void SignoffsPage::askPack()
{
    auto *dialog = new AskPackDialog(m_document->judgement(), m_workspace.trust().snapshot(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The page may show another document meanwhile: what goes is what the dialog spoke of.
    connect(dialog, &QDialog::accepted, this,
        [this, document = m_document, packs = m_view->chosenPacks()] { startDelivery(document, packs); });
    dialog->open();
}

void SignoffsPage::setDeliveryProgress(const QString &serial, qint64 done, qint64 total)
{
    m_delivery.setProgress(serial, done, total);
}

void SignoffsPage::finishDelivery(const DeliveryResult &result)
{
    const auto document = m_delivery.shared();
    m_delivery.finish(result);
    if (document)
        m_model.take(document->path(), document->judgement());
}

void SignoffsPage::onDelivered()
{
    const Rollout &rollout = m_delivery.rollout();
    const int applied = rollout.count(Rollout::Entry::State::Applied);
    const int failed = rollout.count(Rollout::Entry::State::Failed);
    const int cancelled = rollout.count(Rollout::Entry::State::NotBegun);
    const int all = applied + failed + cancelled;
    if (all == 1 && applied == 1)
        m_message->say(Status::Good, tr("Applied, with a receipt signed by the pack; the values were read back."));
    else if (failed == 0 && cancelled == 0)
        m_message->say(Status::Good, tr("Applied on all %n packs.", nullptr, all));
    else
        m_message->say(failed > 0 ? Status::Alarm : Status::Warning,
            tr("Applied on %1 of %n pack(s); %2 failed, %3 cancelled before they began. See the reasons below.",
                nullptr, all)
                .arg(applied)
                .arg(failed)
                .arg(cancelled));
    m_model.refresh();
    refresh();
}

void SignoffsPage::setExchange(bool used)
{
    m_view->setExchange(used);
}

void SignoffsPage::saveCopy()
{
    m_files.save(this, tr("Save a copy"), suggestedFileName(m_document->judgement()), [this](const QString &path) {
        // Whoever gets it may trust no rules yet, and have no bus to get them from.
        const auto rules = Invitation::of(m_workspace.trust());
        const auto saved = m_document->saveCopy(path,
            rules.ok() ? QMap<QString, QByteArray>{{QLatin1String(Invitation::attachment), rules->encode()}}
                       : QMap<QString, QByteArray>());
        if (!saved.ok())
            return complain(saved.error());
        m_message->sayOfFile(Status::Good,
            rules.ok() ? tr("Saved as %1. The rules go along for a partner who has none yet; their fingerprint is %2.")
                             .arg(*saved, rules->fingerprint())
                       : tr("Saved as %1.").arg(*saved),
            *saved, QFileInfo(*saved).completeBaseName(), false);
    });
}

} // namespace packwarden
