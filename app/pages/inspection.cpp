// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/inspection.h"

#include "hw/uds/actions.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/pack/statement.h"
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

#include <utility>

namespace packwarden {

template <typename Call> void Inspection::tell(Call call)
{
    QMetaObject::invokeMethod(&m_link, call, Qt::QueuedConnection);
}

Inspection::Inspection(Workspace &workspace, PackLink &link, InspectorPage &page, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_link(link)
    , m_page(page)
{
    connect(&page, &InspectorPage::faultsWanted, this, &Inspection::readFaults);
    connect(&page, &InspectorPage::securityWanted, this, &Inspection::readSecurity);
    connect(&page.faults(), &FaultsView::readWanted, this, [this] { readFaults(m_page.serial()); });
    connect(&page.faults(), &FaultsView::detailWanted, this, [this](quint32 code) {
        run({Wish::Detail, m_page.serial(), code, {}, {}});
    });
    connect(&page.faults(), &FaultsView::clearWanted, this, [this] {
        run({Wish::Clear, m_page.serial(), 0, actions::clearFaults(), {}});
    });
    connect(&page.faults(), &FaultsView::signInWanted, this, &Inspection::signInWanted);
    connect(&page.parameterDetail(), &ParameterDetail::setWanted, this, &Inspection::set);
    connect(&page.security(), &SecurityView::readWanted, this, [this] { readSecurity(m_page.serial()); });
    connect(&page.security(), &SecurityView::statementWanted, this, &Inspection::askForStatement);
    connect(&link, &PackLink::answered, this, &Inspection::onAnswer);
    connect(&link, &PackLink::faultRead, this, &Inspection::onFaultRead);
    connect(&link, &PackLink::acted, this, &Inspection::onActed);
    connect(&link, &PackLink::factsRead, this, &Inspection::onFacts);
    connect(&link, &PackLink::readFailed, this, &Inspection::notReadBack);
    connect(&link, &PackLink::authenticated, this, &Inspection::onAuthenticated);
    connect(&link, &PackLink::authenticationFailed, this, [this](const QString &serial, const Error &error) {
        if (m_errand.what != Wish::None && serial == m_errand.serial)
            end(error);
    });
    connect(&workspace.session(), &Session::stateChanged, this, &Inspection::showPermit);
    connect(&workspace.trust(), &TrustBook::changed, this, &Inspection::showPermit);
    showPermit();
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
    m_faultsId = ++m_id;
    tell([link = &m_link, serial, id = m_faultsId] { link->ask(serial, PackQuestion::Faults, id); });
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
    m_securityId = ++m_id;
    tell([link = &m_link, serial = m_securitySerial, question = m_questions.dequeue(), id = m_securityId] {
        link->ask(serial, question, id);
    });
}

void Inspection::onAnswer(const PackAnswer &answer, quint64 id)
{
    const bool current = answer.serial.text() == m_page.serial();
    if (id == m_faultsId && m_faultsId != 0) {
        m_page.faults().setReading(false);
        if (!current)
            return;
        if (const auto *faults = answer.as<QList<PackFault>>()) {
            m_page.faultsModel().setFaults(*faults);
            m_page.faults().setReadAt(m_workspace.clock().now());
        } else {
            m_page.faults().showError(answer.error);
        }
    } else if (id == m_securityId && m_securityId != 0) {
        if (current)
            m_page.security().take(answer, m_workspace.clock().now());
        m_securityRead = m_securityRead && answer.ok() && current;
        // A pack that is silent is not asked five times more.
        if (!answer.ok() && answer.error.code == Code::PackUnreachable)
            m_questions = {};
        askNext();
    }
}

std::optional<Credential> Inspection::credential() const
{
    const TrustSnapshot &trust = m_workspace.trust().snapshot();
    const auto root = Certificate::fromDer(
        trust.pinned.charter.positions.value(PositionId::fromTrusted(QStringLiteral("manufacturer"))).rootDer);
    if (!root.ok() || !m_workspace.session().isSignedIn())
        return std::nullopt;
    Credential credential;
    for (const Certificate &certificate : m_workspace.session().chain())
        credential.chain.append(certificate.der);
    credential.sign = m_workspace.session().signer();
    credential.trust = {*root, trust.newestLists(m_workspace.clock().now())};
    return credential;
}

void Inspection::set(const ParameterInfo &info, Milli to)
{
    const QByteArray request = actions::setParameter(info.definition.number, to);
    const Errand errand{Wish::Set, m_page.serial(), 0, request, info.definition.id.text() + u'=' + formatQuantity(to),
        formatQuantity(info.stored.base), to};
    if (request.isEmpty())
        return complain(errand, {Code::Malformed, info.definition.id.text()});
    run(errand);
}

void Inspection::run(const Errand &errand)
{
    if (m_errand.what != Wish::None) {
        // One after the other. Of details only the last one asked for is still looked at.
        m_next.removeIf([&](const Errand &waiting) { return waiting.what == errand.what; });
        m_next.append(errand);
        return;
    }
    const auto key = credential();
    if (!key) {
        // Signed out meanwhile: nothing of what waits can be done, and no rights stay behind.
        for (const Errand &waiting : std::exchange(m_next, {}))
            complain(waiting, {Code::NotSignedIn, {}});
        complain(errand, {Code::NotSignedIn, {}});
        return;
    }
    m_errand = errand;
    m_recordId = randomBytes(8);
    if (!errand.request.isEmpty()) {
        if (const auto begun = record(QLatin1String(auditoutcome::begun), {}); !begun.ok())
            return end(begun.error());
    }
    tell([link = &m_link, serial = errand.serial, key = *key] { link->authenticate(serial, key); });
}

void Inspection::onAuthenticated(const QString &serial)
{
    if (m_errand.what == Wish::None || serial != m_errand.serial)
        return;
    m_wishId = ++m_id;
    if (m_errand.request.isEmpty())
        tell([link = &m_link, serial, code = m_errand.code, id = m_wishId] { link->readFault(serial, code, id); });
    else
        tell([link = &m_link, serial, request = m_errand.request, id = m_wishId] { link->act(serial, request, id); });
}

void Inspection::onFaultRead(const FaultDetail &detail, quint64 id)
{
    if (id != m_wishId || m_errand.what != Wish::Detail)
        return;
    if (detail.serial.text() == m_page.serial())
        m_page.faultsModel().setDetail(detail);
    end(std::nullopt);
}

void Inspection::onActed(const ActionResult &result, quint64 id)
{
    if (id == m_statementId && m_statementId != 0)
        return onStatement(result);
    if (id != m_wishId || m_errand.request.isEmpty())
        return;
    const QString outcome = result.done ? QString(QLatin1String(auditoutcome::done)) : codeName(result.error.code);
    const auto recorded = record(outcome, result.error.detail);
    const Errand done = m_errand;
    end(!recorded.ok() ? std::optional(recorded.error()) : result.done ? std::nullopt : std::optional(result.error));
    if (!result.done || done.serial != m_page.serial())
        return;
    if (done.what == Wish::Set) {
        m_readBack = done;
        tell([link = &m_link, serial = done.serial] { link->readFacts(serial); });
    } else {
        readFaults(done.serial);
        m_page.faults().showCleared(done.serial);
    }
}

/// What counts is what the pack holds, not that it said yes.
void Inspection::onFacts(const PackFacts &facts)
{
    if (!m_readBack || facts.serial.text() != m_readBack->serial)
        return;
    const Errand done = *std::exchange(m_readBack, std::nullopt);
    if (!isShown(done) || done.serial != m_page.serial())
        return;
    for (const ParameterInfo &info : facts.parameters) {
        if (info.definition.id != m_page.parameterDetail().parameter())
            continue;
        const QString held = Sentences::quantity(info.stored.base, info.definition.unit);
        if (info.stored.base == done.to)
            m_page.parameterDetail().showOutcome(Status::Good, tr("Done. Read back from the pack: %1.").arg(held));
        else
            m_page.parameterDetail().showOutcome(Status::Alarm,
                tr("The pack said yes, but holds %1. Somebody else may have set it meanwhile; look at the pack's own "
                   "log.")
                    .arg(held));
    }
}

void Inspection::notReadBack(const QString &serial, const Error &error)
{
    if (!m_readBack || serial != m_readBack->serial)
        return;
    const Errand done = *std::exchange(m_readBack, std::nullopt);
    if (isShown(done) && done.serial == m_page.serial())
        m_page.parameterDetail().showOutcome(Status::Warning,
            tr("The pack took the value, but it could not be read back: %1").arg(Sentences::of(error).text()));
}

/// The rights are given back at once: nobody stays signed in at a pack for a look.
void Inspection::end(const std::optional<Error> &error)
{
    const Errand ended = std::exchange(m_errand, {});
    if (error && !ended.request.isEmpty() && m_wishId == 0) {
        m_errand = ended; // what the record is of
        (void)record(codeName(error->code), error->detail);
        m_errand = {};
    }
    if (error)
        complain(ended, *error);
    m_wishId = 0;
    tell([link = &m_link, serial = ended.serial] { link->deauthenticate(serial); });
    if (!m_next.isEmpty())
        run(m_next.takeFirst());
}

/// What went wrong with a pack that is not looked at any more is in the audit, not on another one's page.
void Inspection::complain(const Errand &errand, const Error &error)
{
    if (errand.serial != m_page.serial())
        return;
    if (errand.what == Wish::Set && !isShown(errand))
        return;
    if (errand.what == Wish::Set)
        m_page.parameterDetail().showOutcome(Status::Alarm, Sentences::of(error).text());
    else
        m_page.faults().showError(error);
}

/// Somebody may look at another parameter by now: what became of this one is in the audit and in its history.
bool Inspection::isShown(const Errand &errand) const
{
    return m_page.parameterDetail().parameter().text() == errand.setting.section(u'=', 0, 0);
}

Result<> Inspection::record(const QString &outcome, const QString &detail)
{
    const bool set = m_errand.what == Wish::Set;
    QCborMap more{{QLatin1String("id"), m_recordId},
        {QLatin1String("action"), set ? QStringLiteral("set") : QStringLiteral("clear-faults")}};
    if (set)
        more.insert(QLatin1String("setting"), m_errand.setting);
    if (set && !m_errand.from.isEmpty())
        more.insert(QLatin1String("from"), m_errand.from);
    if (!detail.isEmpty())
        more.insert(QLatin1String("detail"), detail);
    const auto done = m_workspace.audit().append(
        m_workspace.session().actor(), {QLatin1String(auditaction::actOnPack), m_errand.serial, outcome, more});
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

void Inspection::askForStatement()
{
    m_nonce = randomBytes(32);
    m_statementId = ++m_id;
    m_statementSerial = m_page.serial();
    tell([link = &m_link, serial = m_statementSerial, nonce = m_nonce, id = m_statementId] {
        link->statement(serial, nonce, id);
    });
}

void Inspection::onStatement(const ActionResult &result)
{
    if (m_statementSerial != m_page.serial())
        return; // another pack is looked at by now
    SecurityView &view = m_page.security();
    if (!result.done)
        return view.showStatement(Status::Warning, Sentences::of(result.error).text());
    TrustBook &trust = m_workspace.trust();
    const auto statement
        = verifyStatement(result.data, m_nonce, trust.charter(), trust.snapshot().crlsOf(result.serial));
    if (!statement.ok())
        return view.showStatement(Status::Alarm, Sentences::of(statement.error()).text());
    if (statement->serial.text() != m_statementSerial)
        return view.showStatement(Status::Alarm, Sentences::of({Code::WrongPack, statement->serial.text()}).text());
    if (const auto learnt = trust.learnStatement(result.data, m_nonce); !learnt.ok())
        return view.showStatement(Status::Alarm, Sentences::of(learnt.error()).text());
    view.showStatement(Status::Good,
        tr("%1 signed: %2, charter %3, policy %4, %5 records in its own log. The signature is by its device key, whose "
           "certificate ends in the manufacturer's root of the charter; the number it signed was made a moment ago.")
            .arg(statement->serial.text(), format::dateTime(statement->at))
            .arg(statement->charter.version)
            .arg(statement->policy.version)
            .arg(statement->logCount));
}

} // namespace packwarden
