// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/draftcommand.h"
#include "app/ctl/base/rulesource.h"
#include "app/ctl/rules/rulecommands.h"
#include "models/core/base/clock.h"
#include "models/core/documents/rulechange.h"
#include "models/core/pki/pkifile.h"
#include "models/drafts/partychange.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

#include <QDateTime>

namespace packwarden::ctl {

namespace {

/// `policy import JSON -o FILE`: the next version of the pinned policy, with the rules of the JSON.
class PolicyImport final : public DraftCommand
{
public:
    using DraftCommand::DraftCommand;
    void start() override
    {
        prepare({}, [this] {
            const TrustBook &trust = workspace()->trust();
            const auto source = RuleSource::read(options().arguments.constFirst(), trust);
            if (!source.ok() || !source->policy) {
                fail(source.ok() ? Error{Code::UnknownType, options().arguments.constFirst()} : source.error());
                return;
            }
            const auto common = head(QStringLiteral("Policy, version %1").arg(source->policy->version));
            if (!common.ok()) {
                fail(common.error());
                return;
            }
            const PolicyChange change{
                *common, {rulebytes::payloadHash(trust.pinned().policyDocument)}, *source->policy};
            write(contenttype::policy, change.encode());
        });
    }
};

/// amend, admit-party, remove-party, rotate-root, handover, transfer-ownership.
class CharterAmend final : public DraftCommand
{
public:
    CharterAmend(Amendment amendment, const Options &options, const Clock &clock)
        : DraftCommand(options, clock)
        , m_amendment(amendment)
    {
    }

    void start() override
    {
        prepare({}, [this] {
            const TrustBook &trust = workspace()->trust();
            m_charter = trust.charter();
            m_policy = trust.policy();
            ++m_charter.version;
            ++m_policy.version;
            const Result<> changed = m_amendment == Amendment::Amend ? readRules() : changePosition();
            if (!changed.ok()) {
                fail(changed.error());
                return;
            }
            m_policy.charterSha256 = m_charter.bodySha256();
            const auto common = head(
                QStringLiteral("Charter, version %1: %2").arg(m_charter.version).arg(amendmentName(m_amendment)));
            if (!common.ok()) {
                fail(common.error());
                return;
            }
            CharterChange change;
            change.head = *common;
            change.amendment = m_amendment;
            change.previous = {rulebytes::payloadHash(trust.pinned().charterDocument)};
            change.charter = m_charter;
            change.policy = {*common, {rulebytes::payloadHash(trust.pinned().policyDocument)}, m_policy};
            change.policy.head.id = randomBytes(16);
            write(contenttype::charter, change.encode());
        });
    }

private:
    Result<> readRules()
    {
        for (const QString &argument : options().arguments) {
            const auto source = RuleSource::read(argument, workspace()->trust());
            if (!source.ok())
                return source.error();
            if (source->charter)
                m_charter = *source->charter;
            if (source->policy)
                m_policy = *source->policy;
        }
        m_charter.version = workspace()->trust().charter().version + 1;
        m_policy.version = workspace()->trust().policy().version + 1;
        return Result<>::success();
    }

    Result<> changePosition()
    {
        // Who comes or goes may bring or take roles along: the policy that goes with it.
        if (auto read = readRules(); !read.ok())
            return read;
        PartyChange change;
        change.kind = m_amendment;
        // Named, or the one that the kind of change is about.
        change.position = positionOf(m_amendment);
        if (!options().position.isEmpty()) {
            const auto id = PositionId::parse(options().position);
            change.position = id.ok() ? *id : PositionId();
        }
        if (m_amendment != Amendment::RemoveParty) {
            const auto root = pki::readRootFile(options().rootCertificate);
            if (!root.ok())
                return root.error();
            change.root = *root;
            change.party = options().party;
            change.partyName = options().name.isEmpty() ? root->organisation : options().name;
            const auto signatory = RoleId::parse(options().signatory);
            change.signatory = signatory.ok() ? *signatory : RoleId();
        }
        return applyPartyChange(change, m_charter, clock().now());
    }

    Amendment m_amendment;
    Charter m_charter;
    Policy m_policy;
};

} // namespace

std::unique_ptr<Command> makePolicyImport(const Options &options, const Clock &clock)
{
    return std::make_unique<PolicyImport>(options, clock);
}

std::unique_ptr<Command> makeCharterAmend(const Options &options, const Clock &clock)
{
    return std::make_unique<CharterAmend>(*amendmentFromName(options.verb), options, clock);
}

} // namespace packwarden::ctl
