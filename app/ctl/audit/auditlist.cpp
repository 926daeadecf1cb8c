// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/auditverbs.h"
#include "app/ctl/audit/recordwriter.h"
#include "models/audit/auditreader.h"
#include "models/audit/auditstore.h"
#include "models/support/database.h"
#include "models/workspace/workspace.h"

#include <QDateTime>

namespace packwarden::ctl {

namespace {

constexpr qsizetype writtenAtOnce = qsizetype(64) * 1024; ///< bytes

/// Oldest first, as one reads a log. Ends as soon as nothing reads it any more.
class AuditList final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const auto filter = filterOf(options());
        if (!filter.ok()) {
            fail(filter.error());
            return;
        }
        if (!workspace())
            return;
        const auto database = Database::openToRead(workspace()->audit().path());
        auto reader = database.ok() ? AuditReader::open(**database, *filter) : Result<AuditReader>(database.error());
        if (!reader.ok()) {
            fail(reader.error());
            return;
        }
        RecordWriter writer(out().isJson());
        qint64 count = 0;
        while (!out().isBroken() && reader.value().next()) {
            writer.add(reader.value().row());
            ++count;
            if (writer.size() >= writtenAtOnce)
                out().lines(writer.take());
        }
        out().lines(writer.take());
        if (!out().isBroken() && !reader.value().ended())
            fail({Code::AuditDamaged, QStringLiteral("unreadable")});
        else
            done({{QStringLiteral("records"), count}});
    }

private:
    static Result<AuditFilter> filterOf(const Options &options)
    {
        AuditFilter filter;
        filter.action = options.action;
        filter.outcome = options.outcome;
        filter.person = options.person;
        if (options.packs.size() > 1)
            return {Code::Malformed, QStringLiteral("--pack: one at a time")};
        filter.pack = options.packs.value(0);
        for (const auto &[word, text, into] : {std::tuple("since", &options.since, &filter.fromUs),
                 std::tuple("until", &options.until, &filter.untilUs)}) {
            if (text->isEmpty())
                continue;
            const QDateTime time = QDateTime::fromString(*text, Qt::ISODate);
            if (!time.isValid() || time.toMSecsSinceEpoch() <= 0)
                return {Code::Malformed, QStringLiteral("--%1 %2").arg(QLatin1String(word), *text)};
            *into = time.toMSecsSinceEpoch() * 1000;
        }
        return filter;
    }
};

} // namespace

std::unique_ptr<Command> makeAuditList(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditList>(options, clock);
}

} // namespace packwarden::ctl
