// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/rightdesk.h"

#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/permissions/rightdialogs.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/window/mainwindow.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QDir>

namespace packwarden {

RightDesk::RightDesk(Workspace &workspace, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_window(window)
    , m_office(workspace)
{
    connect(&m_office, &RightOffice::written, this, [this](const QString &path) {
        say(Status::Good, tr("Signed. Send this file: %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_office, &RightOffice::failed, this,
        [this](const Error &error) { say(Status::Alarm, Sentences::of(error).text()); });
}

void RightDesk::say(Status status, const QString &text)
{
    m_window.openPage(MainWindow::Signoffs);
    m_window.signoffs().say(status, text);
}

void RightDesk::ask(const CapabilityId &capability, const QString &serial)
{
    const TrustBook &trust = m_workspace.trust();
    auto *dialog = new AskRightDialog(
        m_office.outlook(capability, serial), capability, trust.charter(), trust.policy(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this, dialog, capability, serial] { m_office.ask(capability, serial, dialog->reason()); });
    dialog->open();
}

void RightDesk::openRequest(const QString &path)
{
    const auto question = m_office.readRequest(path);
    if (!question.ok())
        return say(Status::Alarm, Sentences::of(question.error()).text());
    const TrustBook &trust = m_workspace.trust();
    const Session &session = m_workspace.session();
    QString whyNot;
    if (!session.isSignedIn())
        whyNot = tr("Sign in to answer.");
    else if (!question->outlook.askable.contains(session.identity().position))
        whyNot = tr("Your company is not among those who can give it, so its answer would settle nothing.");
    auto *dialog = new AnswerRightDialog(*question, trust.charter(), trust.policy(), whyNot, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this, dialog, asked = *question] { m_office.answer(asked, dialog->isGranted(), dialog->reason()); });
    dialog->open();
}

void RightDesk::openFile(const QString &path)
{
    if (RightOffice::isRequest(path))
        return openRequest(path);
    const auto reply = m_office.hearAnswer(path);
    if (!reply.ok())
        return say(Status::Alarm, Sentences::of(reply.error()).text());
    say(reply->answer.granted && reply->mayAnswer ? Status::Good : Status::Information, RightWords::reply(*reply));
}

} // namespace packwarden
