// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/documenttrial.h"
#include "app/conform/kit/transfer.h"
#include "models/core/documents/command.h"
#include "models/core/pack/packanswers.h"

/// Commands: what owner and platform order together (FORMATS.md).
namespace packwarden::conform {

namespace {

using namespace person;

void theftLock(Site &site, Finding &finding)
{
    auto forge = forgeFor(site, finding);
    if (!forge)
        return;
    const auto lock = [&] {
        return LockInfo::decode(site.bsp.ask(bytes("220107")).mid(3));
    };
    const auto command
        = [&](CommandKind kind, const QByteArray &lockedBy, qint64 revision, const QStringList &approvers) {
              const Signers signers{fleet, approvers};
              Command made;
              made.head = forge->head(signers, s("lock"));
              made.packs = {{forge->facts().serial, revision}};
              made.kind = kind;
              made.lock = lockedBy;
              return forge->sign(QByteArray(contenttype::command), made.encode(), signers);
          };
    const auto before = lock();
    if (!finding.holds(before.ok() && before->state != s("theft-locked"), s("0107 cannot be read, or it is locked")))
        return;
    const auto wrong = [&](const char *what, const CoseSign &document, const char *reasons) {
        refused(site, finding, s(what), document.encode(), reasons, documentkind::command);
    };
    wrong("a lock without the owner", command(CommandKind::TheftLock, {}, before->revision, {}), "below-quorum");
    wrong("a lock by the platform", command(CommandKind::TheftLock, {}, before->revision, {platform}),
        "signer-not-authorised|below-quorum");
    wrong("a lock of another revision", command(CommandKind::TheftLock, {}, before->revision + 1, {leasing}),
        "stale-base");
    const CoseSign locking = command(CommandKind::TheftLock, {}, before->revision, {leasing});
    finding.answered("a lock by the owner", deliver(site.bsp, documentkind::command, locking.encode()), "7101020100**");
    const auto locked = lock();
    if (!finding.holds(locked.ok() && locked->state == s("theft-locked") && locked->document == sha256(locking.payload),
            s("0107 does not say that the pack is locked, and by what")))
        return;
    wrong("an unlock by the owner alone",
        command(CommandKind::TheftUnlock, locked->document, locked->revision, {leasing}), "below-quorum");
    wrong("an unlock of another lock",
        command(CommandKind::TheftUnlock, QByteArray(32, 'l'), locked->revision, {leasing, platform}), "");
    finding.answered("an unlock by owner and platform",
        deliver(site.bsp, documentkind::command,
            command(CommandKind::TheftUnlock, locked->document, locked->revision, {leasing, platform}).encode()),
        "7101020100**");
    const auto unlocked = lock();
    finding.holds(unlocked.ok() && unlocked->state != s("theft-locked"), s("0107 says that the pack is still locked"));
}

} // namespace

const QList<Rule> &commandRules()
{
    static const QList<Rule> rules{{"documents.theft-lock",
        "The owner locks; owner and platform unlock, and only this lock.", "FORMATS.md", true, theftLock}};
    return rules;
}

} // namespace packwarden::conform
