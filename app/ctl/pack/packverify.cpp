// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"
#include "app/ctl/pack/packverbs.h"
#include "models/core/base/ids.h"
#include "models/trust/trustbook.h"
#include "models/workspace/stateproof.h"
#include "models/workspace/workspace.h"

namespace packwarden::ctl {

namespace {

QString cardLine(const StateProof::JobCard &card)
{
    const QString end = card.end == StateProof::JobCard::End::Before ? QStringLiteral("how it was found")
                                                                     : QStringLiteral("how it was left");
    const QString who = card.person.isEmpty() ? QStringLiteral("somebody who was not signed in") : card.person;
    return QStringLiteral("  %1 in a job card: record %2 of this audit, at %3, closed by %4")
        .arg(end)
        .arg(card.record)
        .arg(describe::time(card.timeUs / 1'000'000), who);
}

const char *nameOf(StateProof::JobCard::Report report)
{
    switch (report) {
    case StateProof::JobCard::Report::Absent:
        return "absent";
    case StateProof::JobCard::Report::AsRecorded:
        return "as-recorded";
    case StateProof::JobCard::Report::Other:
        return "other";
    }
    Q_UNREACHABLE();
}

/// `pack verify FILE...`: what packs signed of their state, by the rules that are trusted here.
class PackVerify final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!pinnedWorkspace(" to check it by; use policy pull or trust join"))
            return;
        for (const QString &path : options().arguments) {
            const auto proof = StateProof::read(path, *workspace());
            if (!proof.ok()) {
                fail({proof.code(), QStringLiteral("%1: %2").arg(path, proof.error().detail)},
                    {{QStringLiteral("file"), path}});
                return;
            }
            const QJsonObject line = tell(*proof);
            // A report that was changed since is no report of this job, whatever the pack signed.
            if (proof->card && proof->card->report == StateProof::JobCard::Report::Other) {
                fail({Code::DifferentDocument, QStringLiteral("%1: the report beside it").arg(path)}, line);
                return;
            }
            out().line(line);
        }
        done({{QStringLiteral("statements"), options().arguments.size()}});
    }

private:
    QJsonObject tell(const StateProof &proof)
    {
        for (const QString &line : describe::statementLines(proof.statement))
            out().text(line);
        out().text(QStringLiteral("  signed by the key of %1, certified by %2").arg(proof.device, proof.issuer));
        out().text(QStringLiteral("  SHA-256 %1").arg(fingerprintText(proof.sha256)));
        QJsonObject line = describe::statement(proof.statement);
        line.insert(QStringLiteral("file"), proof.path);
        line.insert(QStringLiteral("sha256"), QString::fromLatin1(proof.sha256.toHex()));
        line.insert(QStringLiteral("device"), proof.device);
        line.insert(QStringLiteral("issuer"), proof.issuer);
        if (!proof.card)
            return line;
        const StateProof::JobCard &card = *proof.card;
        out().text(cardLine(card));
        if (card.report == StateProof::JobCard::Report::AsRecorded)
            out().text(QStringLiteral("  the report beside it is the one that was recorded"));
        line.insert(QStringLiteral("jobCard"),
            QJsonObject{{QStringLiteral("record"), card.record},
                {QStringLiteral("end"),
                    card.end == StateProof::JobCard::End::Before ? QStringLiteral("before") : QStringLiteral("after")},
                {QStringLiteral("person"), card.person},
                {QStringLiteral("report"), QLatin1String(nameOf(card.report))}});
        return line;
    }
};

} // namespace

std::unique_ptr<Command> makePackVerify(const Options &options, const Clock &clock)
{
    return std::make_unique<PackVerify>(options, clock);
}

} // namespace packwarden::ctl
