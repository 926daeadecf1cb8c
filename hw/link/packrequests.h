// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/packlink.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <list>
#include <map>

namespace packwarden {

/// What is asked of packs, as futures: the one place that tells the answers of a link apart. Lives on the thread of its
/// owner, where its futures are finished (act on them with whenDone); the link lives on its own, and must outlive it.
/// Each future gets one result, an error of the pack or of the bus included. One that is cancelled gets none; what was
/// asked for is done all the same. With the broker all are cancelled. Several brokers may ask one link.
class PackRequests final : public QObject
{
    Q_OBJECT
public:
    /// On which link a pack is asked; one of those that are added.
    using LinkOf = std::function<PackLink &(const QString &serial)>;

    explicit PackRequests(PackLink &link, QObject *parent = nullptr);
    /// Of several buses. Asks nothing before the first addLink().
    explicit PackRequests(LinkOf linkOf, QObject *parent = nullptr);
    ~PackRequests() override;

    void addLink(PackLink &link);

    /// kind: documentkind.h.
    QFuture<DeliveryResult> deliver(const QString &serial, int kind, const QByteArray &document);
    QFuture<PackDocuments> readDocuments(const QString &serial, int kind);
    QFuture<PackAnswer> ask(const QString &serial, PackQuestion question);
    /// Needs authenticate(), like act().
    QFuture<FaultDetail> readFault(const QString &serial, quint32 code);
    QFuture<ActionResult> act(const QString &serial, const QByteArray &request);
    /// nonce: 32 random bytes of the asker. data: the COSE_Sign1, to be verified.
    QFuture<ActionResult> statement(const QString &serial, const QByteArray &nonce);
    QFuture<ActionResult> identify(int node, const QString &serial, const QByteArray &record);
    QFuture<ActionResult> readCertificateRequest(const QString &serial);
    QFuture<Result<SessionInfo>> authenticate(const QString &serial, const Credential &credential);
    void deauthenticate(const QString &serial);
    /// Whatever is read of this pack first, also for another, is the answer.
    QFuture<Result<PackFacts>> readFacts(const QString &serial);

    PackLink &link() const { return *m_links.constFirst(); } ///< for what it broadcasts; of several: the first

private:
    template <typename T> using Numbered = std::map<quint64, QPromise<T>>;
    template <typename T> using Named = std::list<std::pair<QString, QPromise<T>>>;
    template <typename T, typename Call> QFuture<T> send(Numbered<T> &waiting, const QString &serial, Call call);
    template <typename T> static void finish(Numbered<T> &waiting, quint64 id, const T &answer);
    template <typename T, typename Call> QFuture<T> send(Named<T> &waiting, const QString &serial, Call call);
    template <typename T> static void finish(Named<T> &waiting, const QString &serial, const T &answer);

    QList<PackLink *> m_links;
    LinkOf m_linkOf;
    Numbered<DeliveryResult> m_deliveries;
    Numbered<PackDocuments> m_documents;
    Numbered<PackAnswer> m_answers;
    Numbered<FaultDetail> m_faults;
    Numbered<ActionResult> m_actions;
    Named<Result<SessionInfo>> m_sessions;
    Named<Result<PackFacts>> m_facts;
};

} // namespace packwarden
