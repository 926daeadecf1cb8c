// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/permissions/policyproposal.h"

#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/rulechange.h"
#include "models/permissions/policydraft.h"
#include "models/rules/rulebytes.h"
#include "models/rules/rulesjson.h"
#include "models/signoffs/signoffdocument.h"
#include "models/support/jsontext.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden {

namespace {
constexpr qint64 lifetime = 30LL * 24 * 3600;

PolicyChange policyChange(const PolicyDraft &draft, const TrustBook &trust, const DocumentHead &head)
{
    PolicyChange change;
    change.head = head;
    change.previous = {rulebytes::payloadHash(trust.pinned().policyDocument)};
    change.policy = draft.policy();
    change.policy.version = trust.policy().version + 1;
    change.policy.charterSha256 = trust.charter().bodySha256();
    return change;
}

CharterChange charterChange(const PolicyDraft &draft, const TrustBook &trust, const DocumentHead &head)
{
    CharterChange change;
    change.head = head;
    change.amendment = Amendment::Amend;
    change.previous = {rulebytes::payloadHash(trust.pinned().charterDocument)};
    change.charter = draft.charter();
    change.charter.version = trust.charter().version + 1;
    change.policy = policyChange(draft, trust, head);
    change.policy.head.id = randomBytes(16);
    change.policy.policy.charterSha256 = change.charter.bodySha256();
    return change;
}

} // namespace

Result<QString> proposePolicy(const PolicyDraft &draft, Workspace &workspace, const QString &title,
    const QString &reason, const QMap<QString, QByteArray> &texts)
{
    if (!workspace.session().isSignedIn())
        return {Code::NotSignedIn, {}};
    DocumentHead head;
    head.id = randomBytes(16);
    head.created = workspace.clock().now();
    head.expires = head.created + lifetime;
    head.author = workspace.session().identity().leaf.sha256;
    head.title = title.left(200);
    head.reason = reason.trimmed();
    if (head.reason.isEmpty())
        return {Code::Malformed, QStringLiteral("reason")};
    for (auto it = texts.begin(); it != texts.end(); ++it)
        head.evidence.append({it.key(), sha256(it.value())});
    const bool isCharter = draft.needsCharter();
    SignoffDocument document(workspace);
    if (const auto made = document.create(isCharter ? contenttype::charter : contenttype::policy,
            isCharter ? charterChange(draft, workspace.trust(), head).encode()
                      : policyChange(draft, workspace.trust(), head).encode(),
            workspace.requestsFolder());
        !made.ok())
        return made.error();
    if (const auto saved = texts.isEmpty() ? document.save() : document.attach(texts); !saved.ok())
        return saved.error();
    return document.path();
}

namespace {

/// Roles of positions that the charter does not have, and all that names them.
void dropVacant(Policy &policy, const Charter &charter)
{
    const auto vacant = [&](const PositionId &position) {
        return !charter.positions.contains(position);
    };
    QSet<RoleId> gone;
    for (const Role &role : std::as_const(policy.roles)) {
        if (vacant(role.position))
            gone.insert(role.id);
    }
    const auto isGone = [&](const Seat &seat) {
        return gone.contains(seat.role);
    };
    policy.roles.removeIf([&](const Role &role) { return gone.contains(role.id); });
    policy.grants.removeIf([&](const Grant &grant) { return gone.contains(grant.role); });
    for (const RoleId &role : std::as_const(gone))
        policy.issuers.remove(role);
    for (QSet<PositionId> &issuers : policy.issuers)
        issuers.removeIf([&](const PositionId &position) { return vacant(position); });
    for (SeatRule &rule : policy.seats) {
        rule.all.removeIf(isGone);
        for (SeatGroup &group : rule.groups)
            group.of.removeIf(isGone);
        rule.groups.removeIf([](const SeatGroup &group) { return group.of.isEmpty(); });
        for (std::optional<Seat> *extra : {&rule.beyondSoftLimit, &rule.beyondStep}) {
            if (*extra && isGone(**extra))
                extra->reset();
        }
    }
    policy.seats.removeIf([](const auto &each) { return each.value() == SeatRule(); });
}

} // namespace

Result<Policy> policyFromTemplate(const QByteArray &json, const PolicyDraft &draft)
{
    auto policy = rulesjson::policyFromJson(json, draft.base().version, draft.base().charterSha256);
    if (!policy.ok())
        return policy;
    Policy made = *policy;
    made.contracts = draft.policy().contracts;
    made.groups = draft.policy().groups;
    dropVacant(made, draft.frame().charter);
    return made;
}

Result<Policy> readPolicy(const QString &path, const PolicyDraft &draft)
{
    const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
    if (!bytes.ok())
        return bytes.error();
    if (JsonText::isMeant(*bytes))
        return rulesjson::policyFromJson(*bytes, draft.base().version, draft.base().charterSha256);
    const auto file = DocumentFile::decode(*bytes);
    if (!file.ok())
        return file.error();
    const auto change = policyIn(file->document);
    if (!change.ok())
        return change.error();
    return change->policy;
}

} // namespace packwarden
