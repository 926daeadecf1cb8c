// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/files.h"
#include "app/ctl/rules/rulecommands.h"
#include "app/ctl/rules/ruleprints.h"
#include "models/core/base/fingerprint.h"
#include "models/trust/invitation.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

#include <algorithm>

namespace packwarden::ctl {

namespace {

QJsonArray serialsOf(const QList<KnownPack> &packs)
{
    QJsonArray serials;
    for (const KnownPack &pack : packs)
        serials.append(pack.facts.serial.text());
    return serials;
}

class TrustShow final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const TrustBook &trust = workspace()->trust();
        if (trust.isEmpty()) {
            out().text(QStringLiteral("nothing is pinned; use trust join, or policy pull"));
            done({{QStringLiteral("pinned"), false}});
            return;
        }
        tellRules(out(), trust.pinned());
        out().text(QStringLiteral("%1 packs are known").arg(trust.packs().size()));
        QJsonObject result = rulesJson(trust.pinned());
        result.insert(QStringLiteral("pinned"), true);
        result.insert(QStringLiteral("packs"), trust.packs().size());
        done(result);
    }
};

/// Writes what a partner needs to take part, without a key: nothing in it is secret, and nothing in it is believed
/// before its fingerprint was compared.
class TrustInvite final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const auto made = Invitation::of(workspace()->trust());
        if (!made.ok()) {
            fail(made.error());
            return;
        }
        if (auto written = files::write(options().output, made->encode()); !written.ok()) {
            fail(written.error());
            return;
        }
        tellRules(out(), made->rules);
        out().text(QStringLiteral("fingerprint  %1").arg(made->fingerprint()));
        out().text(QStringLiteral("written to %1. Send it, and tell the fingerprint by voice or on paper.")
                       .arg(files::outputName(options().output)));
        QJsonObject result = rulesJson(made->rules);
        result.insert(QStringLiteral("fingerprint"), made->fingerprint());
        result.insert(QStringLiteral("packs"), serialsOf(made->packs));
        result.insert(QStringLiteral("file"), options().output);
        done(result);
    }
};

/// Pins the rules of an invitation whose fingerprint a person compared with a partner.
class TrustJoin final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const QString &path = options().arguments.constFirst();
        const auto bytes = files::read(path, Invitation::maxBytes);
        const auto read = bytes.ok() ? Invitation::decode(*bytes) : Result<Invitation>(bytes.error());
        if (!read.ok()) {
            fail(read.error(), {{QStringLiteral("file"), path}});
            return;
        }
        QJsonObject result = rulesJson(read->rules);
        result.insert(QStringLiteral("fingerprint"), read->fingerprint());
        result.insert(QStringLiteral("packs"), serialsOf(read->packs));
        tellRules(out(), read->rules);
        out().text(QStringLiteral("fingerprint  %1").arg(read->fingerprint()));
        // Whose signatures cannot be proved here is what the comparison is for.
        if (const auto agreed = read->check(); !agreed.ok() && agreed.code() != Code::FingerprintNeeded) {
            fail(agreed.error(), result);
            return;
        }
        if (!isFingerprintAmong(read->fingerprint(), options().fingerprints)) {
            out().text(
                QStringLiteral("Compare the fingerprint with a partner, by voice or on paper. If it is the same, "
                               "repeat with --fingerprint '%1'")
                    .arg(read->fingerprint()));
            fail({Code::FingerprintNeeded,
                     options().fingerprints.isEmpty()
                         ? QStringLiteral("nothing is pinned before its fingerprint was compared")
                         : QStringLiteral("--fingerprint names another invitation")},
                result);
            return;
        }
        const bool known = !workspace()->trust().isEmpty();
        if (auto taken = read->accept(workspace()->trust(), workspace()->session().actor()); !taken.ok()) {
            fail(taken.error(), result);
            return;
        }
        out().text(known ? QStringLiteral("these rules are pinned already")
                         : QStringLiteral("pinned; no pack has proved anything here yet"));
        result.insert(QStringLiteral("pinned"), !known);
        done(result);
    }
};

/// Trusts nobody any more. --fingerprint names the charter that is meant, so that a wrong --store loses nothing.
class TrustForget final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        TrustBook &trust = workspace()->trust();
        if (trust.isEmpty()) {
            fail({Code::WrongState, QStringLiteral("nothing is pinned here")});
            return;
        }
        const QString charter = trust.pinned().charterFingerprint();
        QJsonObject result = rulesJson(trust.pinned());
        if (!isFingerprintAmong(charter, options().fingerprints)) {
            tellRules(out(), trust.pinned());
            out().text(QStringLiteral("Without them no document can be judged and nothing delivered, until rules are "
                                      "pinned again; what is known of %1 packs goes too. If you mean it, repeat with "
                                      "--fingerprint '%2'")
                           .arg(trust.packs().size())
                           .arg(charter));
            fail({Code::FingerprintNeeded, QStringLiteral("--fingerprint must name the charter that is pinned")},
                result);
            return;
        }
        if (auto forgotten = trust.forget(workspace()->session().actor()); !forgotten.ok()) {
            fail(forgotten.error(), result);
            return;
        }
        out().text(QStringLiteral("forgotten; documents, keys and the audit stay"));
        done(result);
    }
};

} // namespace

std::unique_ptr<Command> makeTrustShow(const Options &options, const Clock &clock)
{
    return std::make_unique<TrustShow>(options, clock);
}

std::unique_ptr<Command> makeTrustInvite(const Options &options, const Clock &clock)
{
    return std::make_unique<TrustInvite>(options, clock);
}

std::unique_ptr<Command> makeTrustJoin(const Options &options, const Clock &clock)
{
    return std::make_unique<TrustJoin>(options, clock);
}

std::unique_ptr<Command> makeTrustForget(const Options &options, const Clock &clock)
{
    return std::make_unique<TrustForget>(options, clock);
}

} // namespace packwarden::ctl
