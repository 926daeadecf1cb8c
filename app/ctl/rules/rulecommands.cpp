// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/rules/rulecommands.h"

#include "app/ctl/base/describe.h"
#include "app/ctl/base/files.h"
#include "app/ctl/base/rulesource.h"
#include "models/core/base/clock.h"
#include "models/core/documents/rulechange.h"
#include "models/rules/policyproblems.h"
#include "models/rules/rulesdiff.h"
#include "models/rules/rulesjson.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"
#include "models/workspace/workspace.h"

namespace packwarden::ctl {

namespace {

using Kind = RuleDifference::Kind;

/// show, check, diff and export of policies and charters: nothing is signed.
class RuleLook final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        QStringList arguments = options().arguments;
        const qsizetype wanted = options().verb == QLatin1String("diff") ? 2 : 1;
        // What is pinned is what is meant where nothing is named, and what a single file is compared with.
        if (arguments.size() == wanted - 1)
            arguments.prepend(QStringLiteral("held"));
        for (const QString &argument : std::as_const(arguments)) {
            const auto source = RuleSource::read(argument, workspace()->trust());
            if (!source.ok()) {
                fail(source.error(), {{QStringLiteral("file"), argument}});
                return;
            }
            m_sources.append(*source);
        }
        m_charters = options().noun == QLatin1String("charter");
        for (const RuleSource &source : std::as_const(m_sources)) {
            if (m_charters ? !source.charter.has_value() : !source.policy.has_value()) {
                fail({Code::UnknownType, options().noun});
                return;
            }
        }
        if (options().verb == QLatin1String("diff"))
            diff();
        else if (options().verb == QLatin1String("check"))
            check();
        else
            write();
    }

private:
    void diff()
    {
        const QList<RuleDifference> found = m_charters ? differences(*m_sources.at(0).charter, *m_sources.at(1).charter)
                                                       : differences(*m_sources.at(0).policy, *m_sources.at(1).policy);
        QJsonArray list;
        for (const RuleDifference &one : found) {
            const QString kind = one.kind == Kind::New ? QStringLiteral("new")
                : one.kind == Kind::Removed            ? QStringLiteral("removed")
                                                       : QStringLiteral("changed");
            out().text(one.kind == Kind::New ? QStringLiteral("New      %1: %2").arg(one.place.text(), one.after)
                    : one.kind == Kind::Removed
                    ? QStringLiteral("Removed  %1 (was: %2)").arg(one.place.text(), one.before)
                    : QStringLiteral("Changed  %1: %2 (was: %3)").arg(one.place.text(), one.after, one.before));
            list.append(QJsonObject{{QStringLiteral("kind"), kind}, {QStringLiteral("place"), one.place.text()},
                {QStringLiteral("before"), one.before}, {QStringLiteral("after"), one.after}});
        }
        if (found.isEmpty())
            out().text(QStringLiteral("the same rules"));
        done({{QStringLiteral("differences"), list}});
    }

    void check()
    {
        const TrustBook &trust = workspace()->trust();
        const RuleSource &source = m_sources.constFirst();
        const Charter charter = source.charter.value_or(trust.charter());
        const Policy policy = source.policy.value_or(trust.policy());
        QList<SiliconLimits> silicon;
        Foundation foundation;
        bool known = false;
        for (const PackSerial &serial : trust.snapshot().packs.examples()) {
            const auto state = trust.snapshot().stateOf(serial, clock().now());
            if (!state.ok())
                continue;
            known = true;
            foundation = state->foundation;
            if (!silicon.contains(state->silicon))
                silicon.append(state->silicon);
        }
        if (!known) {
            fail({Code::PackUnreachable, QStringLiteral("no pack is known here, whose limits the rules must keep"),
                TrustLack::NoPackKnown});
            return;
        }
        QJsonArray list;
        std::optional<Error> refused;
        if (m_charters) {
            if (const auto checked = checkCharter(charter, policy, foundation); !checked.ok())
                refused = checked.error();
        }
        for (const PolicyProblem &problem : findProblems(policy, charter, foundation, silicon, clock().now())) {
            if (problem.blocks && !refused)
                refused = problem.error;
            const QString word
                = problem.error ? QString(codeName(problem.error->code)) : QString(problemName(problem.kind));
            QStringList about{problem.role.text(), problem.capability.text(), problem.detail};
            about.removeAll(QString());
            out().text(QStringLiteral("%1  %2: %3")
                           .arg(problem.blocks ? QStringLiteral("error  ") : QStringLiteral("warning"), word,
                               about.join(u' ')));
            list.append(QJsonObject{{QStringLiteral("problem"), word}, {QStringLiteral("blocks"), problem.blocks},
                {QStringLiteral("role"), problem.role.text()},
                {QStringLiteral("capability"), problem.capability.text()}, {QStringLiteral("detail"), problem.detail}});
        }
        const QJsonObject result{{QStringLiteral("problems"), list}};
        if (refused) {
            fail(*refused, result);
            return;
        }
        out().text(QStringLiteral("a pack could take these rules, once they are signed"));
        done(result);
    }

    void write()
    {
        const RuleSource &source = m_sources.constFirst();
        const QJsonObject json = m_charters ? rulesjson::toJson(*source.charter) : rulesjson::toJson(*source.policy);
        const QByteArray bytes = rulesjson::toText(json);
        if (options().output.isEmpty()) {
            out().raw(bytes);
            done({{QStringLiteral("rules"), json}});
            return;
        }
        if (auto written = files::write(options().output, bytes); !written.ok()) {
            fail(written.error());
            return;
        }
        out().text(QStringLiteral("written to %1").arg(files::outputName(options().output)));
        done({{QStringLiteral("file"), options().output}});
    }

    QList<RuleSource> m_sources;
    bool m_charters = false;
};

} // namespace

std::unique_ptr<Command> makeRuleLook(const Options &options, const Clock &clock)
{
    return std::make_unique<RuleLook>(options, clock);
}

} // namespace packwarden::ctl
