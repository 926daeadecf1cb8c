// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/packrequests.h"

#include <atomic>

namespace packwarden {

namespace {

/// No two brokers of one link share a number, and who asks the link itself has smaller ones.
quint64 nextId()
{
    static std::atomic<quint64> last = quint64(1) << 32;
    return ++last;
}

} // namespace

template <typename T, typename Call>
QFuture<T> PackRequests::send(Numbered<T> &waiting, const QString &serial, Call call)
{
    const quint64 id = nextId();
    QPromise<T> &promise = waiting[id];
    promise.start();
    PackLink *link = &m_linkOf(serial);
    QMetaObject::invokeMethod(
        link, [call, link, id] { call(*link, id); }, Qt::QueuedConnection);
    return promise.future();
}

template <typename T> void PackRequests::finish(Numbered<T> &waiting, quint64 id, const T &answer)
{
    // What others asked the link for has no promise here.
    auto node = waiting.extract(id);
    if (node.empty())
        return;
    node.mapped().addResult(answer);
    node.mapped().finish();
}

template <typename T, typename Call> QFuture<T> PackRequests::send(Named<T> &waiting, const QString &serial, Call call)
{
    QPromise<T> &promise = waiting.emplace_back(serial, QPromise<T>()).second;
    promise.start();
    PackLink *link = &m_linkOf(serial);
    QMetaObject::invokeMethod(
        link, [call, link, serial] { call(*link, serial); }, Qt::QueuedConnection);
    return promise.future();
}

template <typename T> void PackRequests::finish(Named<T> &waiting, const QString &serial, const T &answer)
{
    Named<T> ready;
    for (auto it = waiting.begin(); it != waiting.end();) {
        const auto next = std::next(it);
        if (it->first == serial)
            ready.splice(ready.end(), waiting, it);
        it = next;
    }
    for (auto &[name, promise] : ready) {
        promise.addResult(answer);
        promise.finish();
    }
}

PackRequests::PackRequests(PackLink &link, QObject *parent)
    : PackRequests([&link](const QString &) -> PackLink & { return link; }, parent)
{
    addLink(link);
}

PackRequests::PackRequests(LinkOf linkOf, QObject *parent)
    : QObject(parent)
    , m_linkOf(std::move(linkOf))
{
}

void PackRequests::addLink(PackLink &link)
{
    m_links.append(&link);
    connect(&link, &PackLink::delivered, this,
        [this](const DeliveryResult &result, quint64 id) { finish(m_deliveries, id, result); });
    connect(&link, &PackLink::documentsRead, this,
        [this](const PackDocuments &documents, quint64 id) { finish(m_documents, id, documents); });
    connect(&link, &PackLink::answered, this,
        [this](const PackAnswer &answer, quint64 id) { finish(m_answers, id, answer); });
    connect(&link, &PackLink::faultRead, this,
        [this](const FaultDetail &detail, quint64 id) { finish(m_faults, id, detail); });
    connect(&link, &PackLink::acted, this,
        [this](const ActionResult &result, quint64 id) { finish(m_actions, id, result); });
    connect(&link, &PackLink::authenticated, this, [this](const QString &serial, const SessionInfo &session) {
        finish(m_sessions, serial, Result<SessionInfo>(session));
    });
    connect(&link, &PackLink::authenticationFailed, this,
        [this](const QString &serial, const Error &error) { finish(m_sessions, serial, Result<SessionInfo>(error)); });
    connect(&link, &PackLink::factsRead, this,
        [this](const PackFacts &facts) { finish(m_facts, facts.serial.text(), Result<PackFacts>(facts)); });
    connect(&link, &PackLink::readFailed, this,
        [this](const QString &serial, const Error &error) { finish(m_facts, serial, Result<PackFacts>(error)); });
}

PackRequests::~PackRequests() = default;

QFuture<DeliveryResult> PackRequests::deliver(const QString &serial, int kind, const QByteArray &document)
{
    return send(m_deliveries, serial, [=](PackLink &link, quint64 id) { link.deliver(serial, kind, document, id); });
}

QFuture<PackDocuments> PackRequests::readDocuments(const QString &serial, int kind)
{
    return send(m_documents, serial, [=](PackLink &link, quint64 id) { link.readDocuments(serial, kind, id); });
}

QFuture<PackAnswer> PackRequests::ask(const QString &serial, PackQuestion question)
{
    return send(m_answers, serial, [=](PackLink &link, quint64 id) { link.ask(serial, question, id); });
}

QFuture<FaultDetail> PackRequests::readFault(const QString &serial, quint32 code)
{
    return send(m_faults, serial, [=](PackLink &link, quint64 id) { link.readFault(serial, code, id); });
}

QFuture<ActionResult> PackRequests::act(const QString &serial, const QByteArray &request)
{
    return send(m_actions, serial, [=](PackLink &link, quint64 id) { link.act(serial, request, id); });
}

QFuture<ActionResult> PackRequests::statement(const QString &serial, const QByteArray &nonce)
{
    return send(m_actions, serial, [=](PackLink &link, quint64 id) { link.statement(serial, nonce, id); });
}

QFuture<ActionResult> PackRequests::identify(int node, const QString &serial, const QByteArray &record)
{
    return send(m_actions, serial, [=](PackLink &link, quint64 id) { link.identify(node, serial, record, id); });
}

QFuture<ActionResult> PackRequests::readCertificateRequest(const QString &serial)
{
    return send(m_actions, serial, [=](PackLink &link, quint64 id) { link.readCertificateRequest(serial, id); });
}

QFuture<Result<SessionInfo>> PackRequests::authenticate(const QString &serial, const Credential &credential)
{
    return send(
        m_sessions, serial, [credential](PackLink &link, const QString &pack) { link.authenticate(pack, credential); });
}

void PackRequests::deauthenticate(const QString &serial)
{
    PackLink *link = &m_linkOf(serial);
    QMetaObject::invokeMethod(
        link, [link, serial] { link->deauthenticate(serial); }, Qt::QueuedConnection);
}

QFuture<Result<PackFacts>> PackRequests::readFacts(const QString &serial)
{
    return send(m_facts, serial, [](PackLink &link, const QString &pack) { link.readFacts(pack); });
}

} // namespace packwarden
