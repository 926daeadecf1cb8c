// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/inspection.h"

#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/signoffs/courierplan.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/inspector/faultsview.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/parameterdetail.h"
#include "widgets/inspector/security/securityview.h"
#include "widgets/words/format.h"
#include "widgets/words/sentences.h"

namespace packwarden {

Inspection::Inspection(Workspace &workspace, PackRequests &requests, SignedActions &actions, StatementDesk &statements,
    InspectorPage &page, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_requests(requests)
    , m_actions(actions)
    , m_statements(statements)
    , m_page(page)
{
    connect(&page, &InspectorPage::faultsWanted, this, &Inspection::readFaults);
    connect(&page, &InspectorPage::securityWanted, this, &Inspection::readSecurity);
    connect(&page.faults(), &FaultsView::readWanted, this, [this] { readFaults(m_page.serial()); });
    connect(&page.faults(), &FaultsView::detailWanted, this, &Inspection::readDetail);
    connect(&page.faults(), &FaultsView::clearWanted, this, &Inspection::clearFaults);
    connect(&page.faults(), &FaultsView::signInWanted, this, &Inspection::signInWanted);
    connect(&page.parameterDetail(), &ParameterDetail::setWanted, this, &Inspection::set);
    connect(&page.security(), &SecurityView::readWanted, this, [this] { readSecurity(m_page.serial()); });
    connect(&page.security(), &SecurityView::statementWanted, this, &Inspection::askForStatement);
    connect(&workspace.session(), &Session::stateChanged, this, [this] {
        showPermit();
        wantDetails();
    });
    connect(&workspace.trust(), &TrustBook::changed, this, &Inspection::showPermit);
    showPermit();
}

bool Inspection::isLookedAt(const QString &serial) const
{
    return serial == m_page.serial();
}

void Inspection::showPermit()
{
    const Session &session = m_workspace.session();
    const CapabilityId clear = CapabilityId::fromTrusted(QStringLiteral("clear-faults"));
    QList<RoleId> holders;
    for (const Grant &grant : m_workspace.trust().snapshot().pinned.policy.grants) {
        if (grant.capability == clear && !holders.contains(grant.role))
            holders.append(grant.role);
    }
    const bool signedIn = session.isSignedIn();
    // The pack judges; this only says beforehand what it would.
    m_page.faults().setPermit(signedIn, signedIn && holders.contains(session.identity().role), holders);
}

void Inspection::readFaults(const QString &serial)
{
    if (serial.isEmpty())
        return;
    m_page.faults().setReading(true);
    m_wanted.clear();
    m_faults.cancel();
    m_faults = m_requests.ask(serial, PackQuestion::Faults);
    whenDone(this, m_faults, [this](const PackAnswer &answer) {
        m_page.faults().setReading(false);
        if (!isLookedAt(answer.serial.text()))
            return;
        if (const auto *faults = answer.as<QList<PackFault>>()) {
            m_page.faultsModel().setFaults(*faults);
            m_page.faults().setReadAt(m_workspace.clock().now());
            wantDetails();
        } else {
            m_page.faults().showError(answer.error);
        }
    });
}

/// How often each came, and the moment: for whoever is signed in, without a click on every row.
void Inspection::wantDetails()
{
    m_wanted.clear();
    if (!m_workspace.session().isSignedIn())
        return;
    const FaultsModel &model = m_page.faultsModel();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (index.data(FaultsModel::DetailRole).value<FaultDetail>().code == 0)
            m_wanted.append(index.data(FaultsModel::FaultRole).value<PackFault>().code);
    }
    if (!m_detail.isRunning())
        readNextDetail();
}

/// This one is looked at: before the others.
void Inspection::readDetail(quint32 code)
{
    m_wanted.removeAll(code);
    m_wanted.prepend(code);
    m_lookedAt = code;
    if (!m_detail.isRunning())
        readNextDetail();
}

void Inspection::readNextDetail()
{
    if (m_wanted.isEmpty())
        return;
    const quint32 code = m_wanted.takeFirst();
    const QString serial = m_page.serial();
    m_detail = m_actions.readFault(serial, code);
    whenDone(this, m_detail, [this, serial, code](const Result<FaultDetail> &detail) {
        if (isLookedAt(serial) && detail.ok()) {
            m_page.faultsModel().setDetail(*detail);
        } else if (isLookedAt(serial)) {
            m_wanted.clear(); // what it refuses for one it refuses for all
            if (m_lookedAt == code)
                m_page.faults().showError(detail.error());
        }
        readNextDetail();
    });
}

void Inspection::clearFaults()
{
    const QString serial = m_page.serial();
    whenDone(
        this, m_actions.act(serial, PackAct::clearFaults()), [this, serial](const Result<PackActOutcome> &outcome) {
            if (!isLookedAt(serial))
                return;
            if (!outcome.ok())
                return m_page.faults().showError(outcome.error());
            readFaults(serial);
            m_page.faults().showCleared(serial);
        });
}

void Inspection::set(const ParameterInfo &info, Milli to)
{
    const QString serial = m_page.serial();
    whenDone(this, m_actions.act(serial, PackAct::set(info, to)),
        [this, serial, info, to](const Result<PackActOutcome> &outcome) { showSetting(serial, info, to, outcome); });
}

void Inspection::showSetting(
    const QString &serial, const ParameterInfo &info, Milli to, const Result<PackActOutcome> &outcome)
{
    ParameterDetail &detail = m_page.parameterDetail();
    // Another parameter may be looked at by now: what became of this one is in its history.
    if (!isLookedAt(serial) || detail.parameter() != info.definition.id)
        return;
    if (!outcome.ok())
        return detail.showOutcome(Status::Alarm, Sentences::of(outcome.error()).text());
    const Result<Milli> &held = *outcome->held;
    if (!held.ok())
        return detail.showOutcome(Status::Warning,
            tr("The pack took the value, but it could not be read back: %1").arg(Sentences::of(held.error()).text()));
    const QString value = Sentences::quantity(*held, info.definition.unit);
    if (*held == to)
        detail.showOutcome(Status::Good, tr("Done. Read back from the pack: %1.").arg(value));
    else
        detail.showOutcome(Status::Alarm,
            tr("The pack said yes, but holds %1. Another person may have set it meanwhile; look at the pack's own "
               "log.")
                .arg(value));
}

void Inspection::readSecurity(const QString &serial)
{
    if (serial.isEmpty())
        return;
    m_page.security().setListsKnownHere(newestListNumbers(m_workspace.trust().snapshot(), m_workspace.clock().now()));
    m_page.security().setReading(true);
    m_securitySerial = serial;
    m_securityRead = true;
    m_questions = {};
    for (const PackQuestion question : {PackQuestion::Repository, PackQuestion::Lock, PackQuestion::Components,
             PackQuestion::Counters, PackQuestion::Knowledge, PackQuestion::Heads})
        m_questions.enqueue(question);
    m_security.cancel();
    askNext();
}

void Inspection::askNext()
{
    if (m_questions.isEmpty()) {
        m_page.security().setReading(false);
        if (m_securityRead)
            m_page.security().setReadAt(m_workspace.clock().now());
        else
            m_page.security().setNotRead();
        return;
    }
    m_security = m_requests.ask(m_securitySerial, m_questions.dequeue());
    whenDone(this, m_security, [this](const PackAnswer &answer) { onSecurity(answer); });
}

void Inspection::onSecurity(const PackAnswer &answer)
{
    const bool isCurrent = isLookedAt(answer.serial.text());
    if (isCurrent)
        m_page.security().take(answer, m_workspace.clock().now());
    m_securityRead = m_securityRead && answer.ok() && isCurrent;
    // A pack that is silent is not asked five times more.
    if (!answer.ok() && answer.error.code == Code::PackUnreachable)
        m_questions = {};
    askNext();
}

void Inspection::askForStatement()
{
    const QString serial = m_page.serial();
    whenDone(this, m_statements.ask(serial), [this, serial](const Result<SignedStatement> &statement) {
        if (isLookedAt(serial))
            showStatement(statement);
    });
}

void Inspection::showStatement(const Result<SignedStatement> &signedOne)
{
    SecurityView &view = m_page.security();
    if (!signedOne.ok()) {
        // What no pack of this name would say is an alarm; that it says nothing is none.
        const Error &error = signedOne.error();
        return view.showStatement(
            error.is(StatementTrouble::NotSaid) ? Status::Warning : Status::Alarm, Sentences::of(error).text());
    }
    const Statement &statement = signedOne->statement;
    view.showStatement(Status::Good,
        tr("%1 signed: %2, charter %3, policy %4, %5 records in its own log. The signature is by its device key, whose "
           "certificate ends in the manufacturer's root of the charter; the number it signed was made a moment ago.")
            .arg(statement.serial.text(), format::dateTime(statement.at))
            .arg(statement.charter.version)
            .arg(statement.policy.version)
            .arg(statement.logCount));
}

} // namespace packwarden
