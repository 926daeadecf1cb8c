// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/pack/packverbs.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

/// `pack settle`: which packs contradict what is pinned of them, and what a person decides about one of them.
class PackSettle final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const bool decides = options().keep || options().forget;
        if ((options().keep && options().forget) || (decides && options().arguments.isEmpty())) {
            usage(QStringLiteral("a serial and --keep or --forget are needed, or none of them"));
            return;
        }
        if (!workspace())
            return;
        if (!decides) {
            tell();
            return;
        }
        const QString text = options().arguments.constFirst();
        const auto serial = PackSerial::parse(text);
        if (!serial.ok()) {
            fail({Code::NotAnIdentifier, text});
            return;
        }
        const auto settled = workspace()->trust().settle(
            *serial, options().forget ? Settlement::Forget : Settlement::Keep, workspace()->session().actor());
        if (!settled.ok()) {
            fail(settled.error());
            return;
        }
        out().text(options().forget ? QStringLiteral("%1 is forgotten; it is learnt anew by policy pull").arg(text)
                                    : QStringLiteral("what is pinned of %1 stays").arg(text));
        done({{QStringLiteral("serial"), text},
            {QStringLiteral("decision"), options().forget ? QStringLiteral("forget") : QStringLiteral("keep")}});
    }

private:
    void tell()
    {
        QJsonArray list;
        std::optional<Error> first;
        for (const PackSerial &serial : workspace()->trust().contradictory()) {
            if (!options().arguments.isEmpty() && options().arguments.constFirst() != serial.text())
                continue;
            const auto pack = workspace()->trust().pack(serial);
            for (const Contradiction &each : pack->contradictions) {
                const QString what = contradictionName(each.kind);
                if (!first)
                    first = Error{Code::TrustContradicted, QStringLiteral("%1: %2").arg(serial.text(), what)};
                out().text(
                    QStringLiteral("%1  %2  known %3  shown %4").arg(serial.text(), what, each.known, each.shown));
                list.append(QJsonObject{{QStringLiteral("serial"), serial.text()}, {QStringLiteral("what"), what},
                    {QStringLiteral("known"), each.known}, {QStringLiteral("shown"), each.shown}});
            }
        }
        const QJsonObject result{{QStringLiteral("contradictions"), list}};
        if (first)
            fail(*first, result);
        else
            done(result);
    }
};

} // namespace

std::unique_ptr<Command> makePackSettle(const Options &options, const Clock &clock)
{
    return std::make_unique<PackSettle>(options, clock);
}

} // namespace packwarden::ctl
