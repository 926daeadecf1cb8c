// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/survey.h"
#include "app/ctl/keys/keyverbs.h"
#include "app/tasks/carrier.h"
#include "models/core/base/clock.h"
#include "models/core/documents/documentfile.h"
#include "models/keys/revocation.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>
#include <QSet>

namespace packwarden::ctl {

namespace {

QString issuerName(const CrlEntry &entry, const Charter &charter)
{
    if (const auto authority = Certificate::fromDer(entry.authorityDer); authority.ok())
        return authority->commonName;
    for (const Certificate &root : charter.roots()) {
        if (root.subjectDer == entry.crl.issuerDer)
            return root.commonName;
    }
    return QStringLiteral("unknown issuer");
}

/// Brings packs the lists that they do not hold in this or a newer number.
class KeysPush final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!pinnedWorkspace())
            return;
        if (options().arguments.isEmpty() == options().group.isEmpty()) {
            usage(QStringLiteral("packs or --group are needed, and not both"));
            return;
        }
        if (options().group.isEmpty()) {
            withPacks(options().arguments, [this] { read(options().arguments); });
            return;
        }
        withPacks(
            {}, [this] { withGroup(bus()->packs(), [this](const QList<PackSerial> &members) { choose(members); }); });
    }

private:
    /// Those of the group that are here; of the others it is said that they are not.
    void choose(const QList<PackSerial> &members)
    {
        QSet<QString> present;
        for (const PackTelemetry &pack : bus()->packs())
            present.insert(pack.serial);
        QStringList here;
        for (const PackSerial &serial : members) {
            if (present.contains(serial.text())) {
                here.append(serial.text());
                continue;
            }
            const Error away{Code::PackUnreachable, serial.text()};
            tell(serial, {{QStringLiteral("result"), codeName(away.code)}}, away);
        }
        if (here.isEmpty())
            fail({Code::PackUnreachable, QStringLiteral("none of the group is on this bus")},
                {{QStringLiteral("lists"), m_lists}});
        else
            read(here);
    }

    void read(const QStringList &serials)
    {
        auto *survey = new Survey(*bus(), this);
        connect(survey, &Survey::rulesRead, this, &KeysPush::plan);
        connect(survey, &Survey::failed, this, [this](const Error &error) { fail(error); });
        connect(survey, &Survey::finished, this, &KeysPush::push);
        survey->start(serials, true);
    }

    void plan(const PackRules &rules)
    {
        if (auto learnt = workspace()->trust().learn(rules); !learnt.ok()) {
            tell(rules.serial, {{QStringLiteral("result"), codeName(learnt.code())}}, learnt);
            // A revocation goes out all the same: a pack that contradicts itself judges what it is brought by itself.
            if (learnt.code() != Code::TrustContradicted)
                return;
        }
        const TrustSnapshot &trust = workspace()->trust().snapshot();
        QList<CrlEntry> theirs;
        for (const QByteArray &bytes : rules.crls) {
            if (auto entry = decodeCrlEntry(bytes); entry.ok())
                theirs.append(*entry);
        }
        for (const CrlEntry &mine : trust.newestLists(clock().now())) {
            const bool held = std::any_of(theirs.begin(), theirs.end(), [&](const CrlEntry &their) {
                return isSameIssuer(their, mine) && their.crl.number >= mine.crl.number;
            });
            if (held)
                tell(rules.serial, describe(mine, QStringLiteral("held")), Result<>::success());
            else
                m_loads.append({rules.serial, documentkind::crl, encodeCrlEntry(mine)});
        }
    }

    void push()
    {
        auto *carrier = new Carrier(*workspace(), bus()->requests(), this);
        connect(carrier, &Carrier::carried, this, &KeysPush::onCarried);
        connect(carrier, &Carrier::finished, this, [this] {
            const QJsonObject all{{QStringLiteral("lists"), m_lists}};
            if (m_failure)
                fail(*m_failure, all);
            else
                done(all);
        });
        carrier->start(m_loads);
    }

    void onCarried(int index, const Result<> &result)
    {
        const Load &load = m_loads.at(index);
        const auto entry = decodeCrlEntry(load.bytes);
        Result<> outcome = result;
        if (outcome.ok())
            outcome = rememberList(*workspace(), load.serial, load.bytes);
        if (!outcome.ok() && outcome.code() == Code::TrustContradicted)
            outcome = Result<>::success(); // taken by the pack; only not learnt here
        QJsonObject line = describe(*entry, outcome.ok() ? QStringLiteral("taken") : QString(codeName(outcome.code())));
        if (!outcome.ok())
            line.insert(QStringLiteral("detail"), outcome.error().detail);
        tell(load.serial, line, outcome);
    }

    QJsonObject describe(const CrlEntry &entry, const QString &result)
    {
        return {{QStringLiteral("issuer"), issuerName(entry, workspace()->trust().charter())},
            {QStringLiteral("number"), entry.crl.number}, {QStringLiteral("result"), result}};
    }

    void tell(const PackSerial &serial, QJsonObject line, const Result<> &result)
    {
        line.insert(QStringLiteral("serial"), serial.text());
        out().text(QStringLiteral("%1: %2 %3: %4")
                       .arg(serial.text(), line.value(QLatin1String("issuer")).toString())
                       .arg(line.value(QLatin1String("number")).toInteger())
                       .arg(line.value(QLatin1String("result")).toString()));
        m_lists.append(line);
        if (!result.ok() && !m_failure)
            m_failure = result.error();
    }

    QList<Load> m_loads;
    QJsonArray m_lists;
    std::optional<Error> m_failure;
};

} // namespace

std::unique_ptr<Command> makeKeysPush(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysPush>(options, clock);
}

} // namespace packwarden::ctl
