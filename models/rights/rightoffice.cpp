// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rights/rightoffice.h"

#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/support/modelslog.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QFuture>

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 longestFile = 64 * 1024;

QString shortId(const QByteArray &hash)
{
    constexpr int bytes = 4;
    return QString::fromLatin1(hash.left(bytes).toHex()).toUpper();
}

} // namespace

bool RightOffice::isRequest(const QString &path)
{
    return QFileInfo(path).suffix() == QLatin1String(requestSuffix);
}

bool RightOffice::isAnswer(const QString &path)
{
    return QFileInfo(path).suffix() == QLatin1String(answerSuffix);
}

RightOffice::RightOffice(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

RightOutlook RightOffice::outlook(const CapabilityId &capability, const QString &serial) const
{
    const TrustBook &trust = m_workspace.trust();
    const auto pack = PackSerial::parse(serial);
    const auto state
        = pack.ok() ? trust.snapshot().stateOf(*pack, m_workspace.clock().now()) : Result<PackState>(pack.error());
    const RoleId role = m_workspace.session().isSignedIn() ? m_workspace.session().identity().role : RoleId();
    return rightOutlook(trust.policy(), trust.charter(), state.ok() ? &state->silicon : nullptr, role, capability);
}

void RightOffice::ask(const CapabilityId &capability, const QString &serial, const QString &reason)
{
    constexpr int idSize = 16;
    if (!m_workspace.session().isSignedIn())
        return Q_EMIT failed({Code::NotSignedIn, {}});
    const RightRequest request{randomBytes(idSize), capability, m_workspace.session().identity().role,
        reason.trimmed().left(RightRequest::longestReason), serial};
    const QByteArray payload = request.encode();
    if (const auto good = RightRequest::decode(payload); !good.ok())
        return Q_EMIT failed(good.error());
    sign(contenttype::rightRequest, payload, auditaction::askRight, capability.text(),
        QStringLiteral("RIGHT-%1_%2.%3")
            .arg(shortId(sha256(payload)), capability.text(), QLatin1String(requestSuffix)));
}

void RightOffice::answer(const RightQuestion &question, bool granted, const QString &reason)
{
    if (!m_workspace.session().isSignedIn())
        return Q_EMIT failed({Code::NotSignedIn, {}});
    const QByteArray payload
        = RightAnswer{question.sha256, granted, reason.trimmed().left(RightRequest::longestReason)}.encode();
    sign(contenttype::rightAnswer, payload, auditaction::answerRight, question.request.capability.text(),
        QStringLiteral("RIGHT-%1_%2.%3")
            .arg(shortId(question.sha256), question.request.capability.text(), QLatin1String(answerSuffix)));
}

void RightOffice::sign(const char *contentType, const QByteArray &payload, const char *action, const QString &subject,
    const QString &fileName)
{
    if (m_busy)
        return;
    m_busy = true;
    m_workspace.session()
        .sign(QByteArray(contentType), payload)
        .then(this, [this, action, subject, fileName](const Result<CoseSign1> &made) {
            onSigned(made, action, subject, fileName);
        });
}

void RightOffice::onSigned(
    const Result<CoseSign1> &made, const char *action, const QString &subject, const QString &fileName)
{
    m_busy = false;
    AuditedAction act(m_workspace, action, subject);
    if (!made.ok()) {
        if (!act.finish(made.error()).ok())
            qCWarning(auditLog, "a failed signature could not be recorded");
        return Q_EMIT failed(made.error());
    }
    // The record comes first: what nobody recorded nobody said.
    QString detail = QString::fromLatin1(sha256(made->payload).toHex());
    if (const auto said = RightAnswer::decode(made->payload); said.ok())
        detail.prepend(said->granted ? QStringLiteral("granted, ") : QStringLiteral("refused, "));
    auto kept = act.finish(Result<>::success(), {{QLatin1String("detail"), detail}});
    const QString path = m_workspace.requestsFolder() + u'/' + fileName;
    if (kept.ok())
        kept = wholefile::write(path, made->encode(), wholefile::Readers::OwnerOnly);
    if (!kept.ok())
        return Q_EMIT failed(kept.error());
    Q_EMIT written(path);
}

Result<CoseSign1> RightOffice::proven(const QString &path, const char *contentType, RightSpeaker &by) const
{
    const auto bytes = wholefile::read(path, longestFile);
    if (!bytes.ok())
        return bytes.error();
    auto said = CoseSign1::decode(*bytes);
    if (!said.ok())
        return said;
    if (said->contentType != contentType)
        return {Code::UnknownType, QString::fromLatin1(said->contentType.left(100))};
    QList<Certificate> chain;
    for (const QByteArray &der : said->chain) {
        const auto certificate = Certificate::fromDer(der);
        if (!certificate.ok())
            return certificate.error();
        chain.append(*certificate);
    }
    if (chain.isEmpty())
        return {Code::Malformed, QStringLiteral("chain")};
    const Certificate &leaf = chain.constFirst();
    if (!said->verifies())
        return {Code::SignatureInvalid, leaf.commonName};
    const TrustSnapshot &trust = m_workspace.trust().snapshot();
    const Charter &charter = trust.pinned.charter;
    const qint64 now = m_workspace.clock().now();
    const auto root = validateChain(leaf, chain.mid(1), {charter.roots(), trust.newestLists(now)}, ChainPurpose::Person,
        now, charter.crlGrace.value(1));
    if (!root.ok())
        return root.error();
    const auto role = RoleId::parse(leaf.role);
    const QList<PositionId> positions = charter.positionsOfRoot(root->sha256);
    const bool issuable = role.ok() && std::any_of(positions.begin(), positions.end(), [&](const PositionId &position) {
        return charter.mayIssue.value(*role).contains(position);
    });
    if (!issuable)
        return {Code::RoleNotIssuable, QStringLiteral("%1: %2").arg(leaf.commonName, leaf.role)};
    by = {leaf.commonName, *role, positions, charter.positions.value(positions.constFirst()).partyName, said->at};
    return said;
}

Result<RightQuestion> RightOffice::readRequest(const QString &path) const
{
    RightQuestion question;
    const auto said = proven(path, contenttype::rightRequest, question.by);
    if (!said.ok())
        return said.error();
    const auto request = RightRequest::decode(said->payload);
    if (!request.ok())
        return request.error();
    // Nobody asks in another's role.
    if (request->role != question.by.role)
        return {Code::SignerNotAuthorised, question.by.name};
    question.request = *request;
    question.sha256 = packwarden::sha256(said->payload);
    const TrustBook &trust = m_workspace.trust();
    const auto pack = PackSerial::parse(request->serial);
    const auto state
        = pack.ok() ? trust.snapshot().stateOf(*pack, m_workspace.clock().now()) : Result<PackState>(pack.error());
    question.outlook = rightOutlook(
        trust.policy(), trust.charter(), state.ok() ? &state->silicon : nullptr, request->role, request->capability);
    return question;
}

Result<RightReply> RightOffice::hearAnswer(const QString &path)
{
    RightReply reply;
    const auto said = proven(path, contenttype::rightAnswer, reply.by);
    if (!said.ok())
        return said.error();
    const auto answer = RightAnswer::decode(said->payload);
    if (!answer.ok())
        return answer.error();
    reply.answer = *answer;
    const QDir folder(m_workspace.requestsFolder());
    std::optional<RightQuestion> own;
    for (const QString &name : folder.entryList({QStringLiteral("*.") + QLatin1String(requestSuffix)}, QDir::Files)) {
        const auto question = readRequest(folder.filePath(name));
        if (question.ok() && question->sha256 == answer->request)
            own = *question;
    }
    if (!own)
        return {Code::DifferentDocument, QFileInfo(path).fileName()};
    reply.request = own->request;
    reply.mayAnswer = std::any_of(reply.by.positions.begin(), reply.by.positions.end(),
        [&](const PositionId &position) { return own->outlook.askable.contains(position); });
    const QString words = answer->granted ? QStringLiteral("granted: %1") : QStringLiteral("refused: %1");
    AuditedAction action(m_workspace, auditaction::hearRight, own->request.capability.text(),
        {{QLatin1String("detail"), words.arg(reply.by.name)}});
    const auto heard = action.finish(Result<>::success());
    if (!heard.ok())
        return heard.error();
    return reply;
}

} // namespace packwarden
