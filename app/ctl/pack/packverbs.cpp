// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/pack/packverbs.h"

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/base/quantity.h"
#include "app/tasks/signedactions.h"
#include "models/core/base/whendone.h"

#include <QTimer>

namespace packwarden::ctl {

namespace {

constexpr int faultsReturnMs = 1000; ///< a pack checks its cells more often

/// Authenticates with the key of --key, both ways, and has the pack do one thing that one key may do. Recorded before
/// and after.
class PackAction final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        m_serial = options().arguments.constFirst();
        const bool set = options().verb == QLatin1String("set");
        m_setting = options().arguments.value(1);
        if (set && !m_setting.contains(u'=')) {
            usage(QStringLiteral("%1 is not of the form PARAMETER=VALUE").arg(m_setting));
            return;
        }
        if (options().verb == QLatin1String("activate") && actions::activate(options().purpose).isEmpty()) {
            usage(QStringLiteral("--purpose is drive, charge or feed-back"));
            return;
        }
        withIdentity([this, set] {
            if (const auto key = credentialOf(*workspace()); !key.ok()) {
                fail(key.error());
                return;
            }
            withPacks({m_serial}, [this, set] {
                if (set)
                    findParameter();
                else
                    run(act());
            });
        });
    }

private:
    PackAct act() const
    {
        if (options().verb == QLatin1String("activate"))
            return PackAct::activate(options().purpose);
        if (options().verb == QLatin1String("deactivate"))
            return PackAct::deactivate();
        return PackAct::clearFaults();
    }

    void findParameter()
    {
        const auto parameter = ParameterId::parse(m_setting.section(u'=', 0, 0));
        const auto value = readQuantity(m_setting.section(u'=', 1));
        if (!parameter.ok() || !value.ok()) {
            fail(parameter.ok() ? value.error() : parameter.error());
            return;
        }
        whenDone(this, bus()->requests().readFacts(m_serial),
            [this, id = *parameter, to = *value](const Result<PackFacts> &facts) {
                if (!facts.ok()) {
                    fail(facts.error().at(m_serial));
                    return;
                }
                for (const ParameterInfo &info : facts->parameters) {
                    if (info.definition.id == id) {
                        run(PackAct::set(info, to));
                        return;
                    }
                }
                fail({Code::UnknownParameter, id.text()});
            });
    }

    void run(const PackAct &act)
    {
        m_actions = std::make_unique<SignedActions>(*workspace(), bus()->requests());
        whenDone(this, m_actions->act(m_serial, act), [this, act](const Result<PackActOutcome> &outcome) {
            if (outcome.ok())
                onDone(act, *outcome);
            else
                fail(outcome.error(), {{QStringLiteral("serial"), m_serial}});
        });
    }

    void onDone(const PackAct &act, const PackActOutcome &outcome)
    {
        m_answer = outcome.answer;
        if (options().verb == QLatin1String("clear-faults"))
            QTimer::singleShot(faultsReturnMs, this, &PackAction::askWhatCameBack);
        else if (act.setting)
            sayWhatItHolds(*act.setting, *outcome.held);
        else
            finish({});
    }

    /// What counts is what the pack holds, not that it said yes.
    void sayWhatItHolds(const PackAct::Setting &setting, const Result<Milli> &held)
    {
        if (!held.ok()) {
            out().warning(QStringLiteral("the pack took the value, but it could not be read back: %1")
                              .arg(codeName(held.code())));
            finish({});
            return;
        }
        const QString value = formatQuantity(*held);
        if (*held == setting.to) {
            out().text(QStringLiteral("%1 reads back %2").arg(setting.parameter.text(), value));
            finish({{QStringLiteral("held"), value}});
        } else {
            fail({Code::UnexpectedAnswer, QStringLiteral("the pack said yes, but holds %1").arg(value)},
                {{QStringLiteral("serial"), m_serial}, {QStringLiteral("held"), value}}, RefusedOrInvalid);
        }
    }

    void finish(const QJsonObject &more)
    {
        out().text(QStringLiteral("%1: %2 done").arg(m_serial, options().verb));
        QJsonObject result = more;
        result.insert(QStringLiteral("serial"), m_serial);
        result.insert(QStringLiteral("answer"), QString::fromLatin1(m_answer.toHex()));
        done(result);
    }

    /// A fault that lasts is kept again at once: "done" alone would read as if all were well.
    void askWhatCameBack()
    {
        whenDone(this, bus()->requests().ask(m_serial, PackQuestion::Faults), [this](const PackAnswer &answer) {
            const auto *faults = answer.as<QList<PackFault>>();
            if (!faults) {
                out().warning(
                    QStringLiteral("which faults came back is not known: %1").arg(codeName(answer.error.code)));
                finish({});
                return;
            }
            QJsonArray list;
            for (const PackFault &fault : *faults) {
                out().text(QStringLiteral("came back: %1").arg(describe::faultLine(fault, nullptr)));
                list.append(describe::fault(fault, nullptr));
            }
            finish({{QStringLiteral("cameBack"), list}});
        });
    }

    QString m_serial;
    QString m_setting;
    QByteArray m_answer;
    std::unique_ptr<SignedActions> m_actions;
};

} // namespace

std::unique_ptr<Command> makePackAction(const Options &options, const Clock &clock)
{
    return std::make_unique<PackAction>(options, clock);
}

} // namespace packwarden::ctl
