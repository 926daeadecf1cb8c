// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/signedactions.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <utility>

namespace packwarden {

namespace {

QCborMap detailOf(const PackAct &act)
{
    QCborMap detail{{QLatin1String("action"), act.name}};
    if (act.setting) {
        detail.insert(QLatin1String("setting"), act.setting->parameter.text() + u'=' + formatQuantity(act.setting->to));
        detail.insert(QLatin1String("from"), formatQuantity(act.setting->from));
    }
    return detail;
}

template <typename T> void tell(QPromise<T> &promise, const T &result)
{
    promise.addResult(result);
    promise.finish();
}

template <typename T> std::shared_ptr<QPromise<T>> newPromise()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

} // namespace

PackAct PackAct::set(const ParameterInfo &info, Milli to)
{
    return {QStringLiteral("set"), actions::setParameter(info.definition.number, to),
        Setting{info.definition.id, info.stored.base, to}};
}

PackAct PackAct::clearFaults()
{
    return {QStringLiteral("clear-faults"), actions::clearFaults()};
}

PackAct PackAct::activate(const QString &purpose)
{
    return {QStringLiteral("activate"), actions::activate(purpose)};
}

PackAct PackAct::deactivate()
{
    return {QStringLiteral("deactivate"), actions::deactivate()};
}

Result<Credential> credentialOf(Workspace &workspace)
{
    Session &session = workspace.session();
    if (workspace.trust().isEmpty())
        return nothingPinned(" to know the pack by; use policy pull");
    if (!session.isSignedIn())
        return Code::NotSignedIn;
    const TrustSnapshot &trust = workspace.trust().snapshot();
    const auto root = Certificate::fromDer(
        trust.pinned.charter.positions.value(PositionId::fromTrusted(QStringLiteral("manufacturer"))).rootDer);
    if (!root.ok())
        return root.error();
    Credential credential;
    for (const Certificate &certificate : session.chain())
        credential.chain.append(certificate.der);
    credential.sign = session.signer();
    credential.trust = {*root, trust.newestLists(workspace.clock().now())};
    return credential;
}

SignedActions::SignedActions(Workspace &workspace, PackRequests &requests, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_requests(requests)
{
}

QFuture<Result<PackActOutcome>> SignedActions::act(const QString &serial, const PackAct &act)
{
    const auto promise = newPromise<Result<PackActOutcome>>();
    const auto record = std::make_shared<std::optional<AuditedAction>>();
    Job job;
    job.serial = serial;
    job.isCancelled = [promise] {
        return promise->isCanceled();
    };
    job.begin = [this, serial, act, record]() -> Result<> {
        if (act.request.isEmpty())
            return {Code::Malformed, act.setting ? act.setting->parameter.text() : act.name};
        record->emplace(m_workspace, auditaction::actOnPack, serial, detailOf(act));
        return (*record)->begin();
    };
    job.fail = [promise, record](const Error &error) {
        // Of one that was begun the record says how it ended.
        const auto recorded = *record ? (*record)->finish(error) : Result<>::success();
        tell(*promise, Result<PackActOutcome>(recorded.ok() ? error : recorded.error()));
    };
    job.work = [this, serial, act, promise, record, fail = job.fail] {
        whenDone(this, m_requests.act(serial, act.request),
            [this, serial, act, promise, record, fail](const ActionResult &result) {
                m_requests.deauthenticate(serial);
                const auto recorded = result.done ? (*record)->finish(Result<>::success()) : Result<>::success();
                if (!result.done)
                    fail(result.error);
                else if (!recorded.ok())
                    tell(*promise, Result<PackActOutcome>(recorded.error()));
                else if (act.setting)
                    return readBack(serial, *act.setting, promise, {result.data, {}});
                else
                    tell(*promise, Result<PackActOutcome>(PackActOutcome{result.data, {}}));
                next();
            });
    };
    enqueue(job);
    return promise->future();
}

/// What counts is what the pack holds, not that it said yes.
void SignedActions::readBack(const QString &serial, const PackAct::Setting &setting,
    const std::shared_ptr<QPromise<Result<PackActOutcome>>> &promise, PackActOutcome outcome)
{
    whenDone(
        this, m_requests.readFacts(serial), [this, setting, promise, outcome](const Result<PackFacts> &facts) mutable {
            outcome.held = facts.ok() ? Result<Milli>(Code::UnknownParameter, setting.parameter.text())
                                      : Result<Milli>(facts.error());
            for (const ParameterInfo &info : facts.ok() ? facts->parameters : QList<ParameterInfo>()) {
                if (info.definition.id == setting.parameter)
                    outcome.held = info.stored.base;
            }
            tell(*promise, Result<PackActOutcome>(outcome));
            next();
        });
}

QFuture<Result<FaultDetail>> SignedActions::readFault(const QString &serial, quint32 code)
{
    const auto promise = newPromise<Result<FaultDetail>>();
    Job job;
    job.serial = serial;
    job.isCancelled = [promise] {
        return promise->isCanceled();
    };
    job.begin = [] {
        return Result<>::success();
    };
    job.fail = [promise](const Error &error) {
        tell(*promise, Result<FaultDetail>(error));
    };
    job.work = [this, serial, code, promise] {
        whenDone(this, m_requests.readFault(serial, code), [this, serial, promise](const FaultDetail &detail) {
            m_requests.deauthenticate(serial);
            tell(*promise, Result<FaultDetail>(detail));
            next();
        });
    };
    enqueue(job);
    return promise->future();
}

void SignedActions::enqueue(const Job &job)
{
    m_waiting.push_back(job);
    if (!m_isBusy)
        next();
}

void SignedActions::next()
{
    m_isBusy = false;
    while (!m_waiting.empty()) {
        const Job job = m_waiting.front();
        m_waiting.pop_front();
        if (job.isCancelled())
            continue;
        m_isBusy = true;
        return work(job);
    }
}

void SignedActions::work(const Job &job)
{
    const auto stop = [this, job](const Error &error) {
        job.fail(error);
        next();
    };
    const auto key = credentialOf(m_workspace);
    if (!key.ok())
        return stop(key.error());
    if (const auto begun = job.begin(); !begun.ok())
        return stop(begun.error());
    whenDone(this, m_requests.authenticate(job.serial, *key), [this, job, stop](const Result<SessionInfo> &session) {
        if (session.ok())
            return job.work();
        m_requests.deauthenticate(job.serial);
        stop(session.error());
    });
}

} // namespace packwarden
