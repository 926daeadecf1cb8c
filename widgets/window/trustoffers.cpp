// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/trustoffers.h"

#include "models/fleet/todaymodel.h"
#include "models/trust/invitation.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/kit/parts.h"
#include "widgets/window/shell.h"
#include "widgets/window/titlebar.h"
#include "widgets/words/trustwords.h"

#include <QMessageBox>
#include <QPushButton>

namespace packwarden {

TrustOffers::TrustOffers(MessageBar &bar, TitleBar &title, Shell &shell, Workspace &workspace, QWidget &window)
    : QObject(&window)
    , m_bar(bar)
    , m_title(title)
    , m_shell(shell)
    , m_workspace(workspace)
    , m_window(window)
{
    connect(&m_bar, &MessageBar::actionClicked, this, &TrustOffers::act);
    // An invitation, or another pack's rules, answer it as well.
    connect(&m_workspace.trust(), &TrustBook::changed, this, [this] {
        if (m_offer && m_workspace.trust().compare(m_offered).ok())
            end();
    });
    connect(&m_workspace.trust(), &TrustBook::contradicted, this, &TrustOffers::tellContradiction);
    tellContradiction();
}

void TrustOffers::offerFirst(const PackRules &rules, const Result<> &agreed)
{
    const auto pinned = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    if (!pinned.ok())
        return Q_EMIT failed(pinned.error());
    const auto invited = m_shell.isInvited(*pinned);
    show(rules,
        {TrustWords::offerStatus(agreed, invited), TrustWords::offer(rules, *pinned, agreed, invited),
            tr("Trust these rules")});
}

void TrustOffers::offerFollowing(const PackRules &rules, const Error &why)
{
    const auto shown = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    if (!shown.ok())
        return Q_EMIT failed(shown.error());
    show(rules,
        {Status::Warning, TrustWords::following(rules, *shown, m_workspace.trust().pinned(), why),
            tr("They are the same: follow")});
}

void TrustOffers::show(const PackRules &rules, const Offer &offer)
{
    m_offered = rules;
    m_offer = offer;
    m_shell.today().setOffered(rules.serial.text());
    (void)showAgain();
}

bool TrustOffers::showAgain()
{
    if (!m_offer)
        return false;
    if (!m_contradictory)
        m_bar.say(m_offer->status, m_offer->text, m_offer->action);
    return true;
}

void TrustOffers::end()
{
    m_offer.reset();
    m_shell.today().setOffered({});
    if (!m_contradictory)
        m_bar.hide();
}

void TrustOffers::act()
{
    if (m_contradictory)
        return decide(*m_contradictory);
    m_bar.hide();
    Q_EMIT accepted(m_offered);
}

void TrustOffers::tellContradiction()
{
    const TrustBook &trust = m_workspace.trust();
    const QList<PackSerial> packs = trust.contradictory();
    const bool told = m_contradictory.has_value();
    m_title.setContradictions(int(packs.size()));
    m_contradictory = packs.isEmpty() ? std::nullopt : std::optional(packs.constFirst());
    if (m_contradictory)
        m_bar.say(Status::Alarm, TrustWords::contradictions(*trust.pack(*m_contradictory)), tr("Decide\u2026"));
    else if (told)
        m_bar.hide();
}

void TrustOffers::decide(const PackSerial &serial)
{
    const auto pack = m_workspace.trust().pack(serial);
    if (!pack)
        return tellContradiction();
    auto *question = new QMessageBox(
        QMessageBox::Warning, tr("Contradiction"), TrustWords::contradictions(*pack), QMessageBox::Cancel, &m_window);
    question->setObjectName(QStringLiteral("contradictionDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Keep what is known: if the pack goes on to show something else, you are told again. Forget the pack: it is "
           "learnt anew from what it shows; do that only after its manufacturer and its owner said what happened."));
    QPushButton *keep = question->addButton(tr("Keep what is known"), QMessageBox::AcceptRole);
    keep->setObjectName(QStringLiteral("contradictionKeep"));
    QPushButton *forget = question->addButton(tr("Forget the pack"), QMessageBox::DestructiveRole);
    forget->setObjectName(QStringLiteral("contradictionForget"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this, [this, serial, keep, forget](QAbstractButton *button) {
        if (button != keep && button != forget)
            return;
        const auto settled = m_workspace.trust().settle(
            serial, button == forget ? Settlement::Forget : Settlement::Keep, m_workspace.session().actor());
        if (!settled.ok())
            Q_EMIT failed(settled.error());
        tellContradiction();
    });
    question->open();
}

} // namespace packwarden
