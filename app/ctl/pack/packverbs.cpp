// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/pack/packverbs.h"

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/base/quantity.h"
#include "app/ctl/base/survey.h"
#include "hw/uds/actions.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

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
            if (workspace()->trust().isEmpty()) {
                fail({Code::UnknownIssuer, QStringLiteral("nothing is pinned to know the pack by; use policy pull")});
                return;
            }
            withPacks({m_serial}, [this, set] {
                if (set)
                    findParameter();
                else
                    authenticate(request());
            });
        });
    }

private:
    QByteArray request() const
    {
        if (options().verb == QLatin1String("activate"))
            return actions::activate(options().purpose);
        if (options().verb == QLatin1String("deactivate"))
            return actions::deactivate();
        return actions::clearFaults();
    }

    void findParameter()
    {
        const auto parameter = ParameterId::parse(m_setting.section(u'=', 0, 0));
        const auto value = readQuantity(m_setting.section(u'=', 1));
        if (!parameter.ok() || !value.ok()) {
            fail(parameter.ok() ? value.error() : parameter.error());
            return;
        }
        auto *survey = new Survey(*bus(), this);
        connect(survey, &Survey::failed, this, [this](const Error &error) { fail(error); });
        connect(survey, &Survey::factsRead, this, [this, id = *parameter, to = *value](const PackFacts &facts) {
            for (const ParameterInfo &info : facts.parameters) {
                if (info.definition.id == id) {
                    authenticate(actions::setParameter(info.definition.number, to));
                    return;
                }
            }
            fail({Code::UnknownParameter, id.text()});
        });
        survey->start({m_serial}, false);
    }

    void authenticate(const QByteArray &request)
    {
        const TrustSnapshot &trust = workspace()->trust().snapshot();
        const auto root = Certificate::fromDer(
            trust.pinned.charter.positions.value(PositionId::fromTrusted(QStringLiteral("manufacturer"))).rootDer);
        if (!root.ok()) {
            fail(root.error());
            return;
        }
        Credential credential;
        for (const Certificate &certificate : workspace()->session().chain())
            credential.chain.append(certificate.der);
        credential.sign = workspace()->session().signer();
        credential.trust = {*root, trust.newestLists(clock().now())};
        PackLink *link = bus()->link();
        connect(link, &PackLink::authenticated, this, [this, request] { act(request); });
        connect(link, &PackLink::authenticationFailed, this, [this](const QString &, const Error &error) {
            record(QString(codeName(error.code)), error.detail);
            fail(error);
        });
        connect(link, &PackLink::acted, this, &PackAction::onActed);
        if (!record(QLatin1String(auditoutcome::begun), {}))
            return;
        QMetaObject::invokeMethod(
            link, [link, serial = m_serial, credential] { link->authenticate(serial, credential); });
    }

    void act(const QByteArray &request)
    {
        PackLink *link = bus()->link();
        QMetaObject::invokeMethod(link, [link, serial = m_serial, request] { link->act(serial, request, 0); });
    }

    void onActed(const ActionResult &result)
    {
        PackLink *link = bus()->link();
        QMetaObject::invokeMethod(link, [link, serial = m_serial] { link->deauthenticate(serial); });
        const QString outcome = result.done ? QString(QLatin1String(auditoutcome::done)) : codeName(result.error.code);
        if (!record(outcome, result.error.detail))
            return;
        if (!result.done) {
            fail(result.error, {{QStringLiteral("serial"), m_serial}});
            return;
        }
        m_answer = result.data;
        if (options().verb == QLatin1String("clear-faults"))
            QTimer::singleShot(faultsReturnMs, this, &PackAction::askWhatCameBack);
        else
            finish({});
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
        PackLink *link = bus()->link();
        connect(link, &PackLink::answered, this, [this](const PackAnswer &answer) {
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
        QMetaObject::invokeMethod(link, [link, serial = m_serial] { link->ask(serial, PackQuestion::Faults, 0); });
    }

    /// False after fail().
    bool record(const QString &outcome, const QString &detail)
    {
        QCborMap more{{QLatin1String("id"), m_id}, {QLatin1String("action"), options().verb}};
        if (!m_setting.isEmpty())
            more.insert(QLatin1String("setting"), m_setting);
        if (!detail.isEmpty())
            more.insert(QLatin1String("detail"), detail);
        const auto recorded = workspace()->audit().append(
            workspace()->session().actor(), {QLatin1String(auditaction::actOnPack), m_serial, outcome, more});
        if (!recorded.ok())
            fail(recorded.error());
        return recorded.ok();
    }

    QString m_serial;
    QString m_setting;
    QByteArray m_answer;
    QByteArray m_id = randomBytes(8); ///< joins begun and outcome
};

} // namespace

std::unique_ptr<Command> makePackAction(const Options &options, const Clock &clock)
{
    return std::make_unique<PackAction>(options, clock);
}

} // namespace packwarden::ctl
