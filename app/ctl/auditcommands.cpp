// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditstore.h"
#include "auditverifier.h"
#include "command.h"
#include "describe.h"
#include "documentfile.h"
#include "trustfiles.h"
#include "workspace.h"

#include <QFile>

namespace packwarden::ctl {

namespace {

constexpr int pageSize = 500;

class AuditList final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const AuditStore &audit = workspace()->audit();
        const qint64 count = audit.count({});
        // Oldest first, as one reads a log; the store pages from the newest.
        for (qint64 end = count; end > 0; end -= pageSize) {
            const qint64 offset = std::max<qint64>(0, end - pageSize);
            const auto page = audit.page({}, offset, int(end - offset));
            for (auto it = page.rbegin(); it != page.rend(); ++it) {
                out().text(describe::recordLine(*it));
                out().line(describe::record(*it));
            }
        }
        done({{QStringLiteral("records"), count}});
    }
};

/// Verifies every link. Files given are searched for heads of this log that signatures carry.
class AuditVerify final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!QFile::exists(options().store + QStringLiteral("/audit.db"))) {
            fail({Code::FileUnreadable, options().store + QStringLiteral("/audit.db")});
            return;
        }
        if (!workspace())
            return;
        QList<LogHead> anchors = workspace()->ownHeadsInRequests();
        for (const QString &path : options().arguments) {
            const auto bytes = trustfiles::read(path, DocumentFile::maxBytes);
            const auto file = bytes.ok() ? DocumentFile::decode(*bytes) : Result<DocumentFile>(bytes.error());
            if (!file.ok()) {
                fail(file.error());
                return;
            }
            anchors += workspace()->ownHeadsIn(file->document);
        }
        m_verifier = std::make_unique<AuditVerifier>(workspace()->audit());
        connect(m_verifier.get(), &AuditVerifier::finished, this, &AuditVerify::report);
        m_verifier->start(anchors);
    }

private:
    void report(const AuditVerdict &verdict)
    {
        QJsonObject result{{QStringLiteral("checked"), verdict.checked},
            {QStringLiteral("witnessed"), verdict.witnessed},
            {QStringLiteral("notWitnessed"), verdict.checked - verdict.witnessed}};
        if (verdict.problem) {
            result.insert(QStringLiteral("record"), verdict.badRecord);
            out().text(QStringLiteral("DAMAGED at record %1; %2 records before it verify")
                           .arg(verdict.badRecord)
                           .arg(verdict.checked));
            fail(*verdict.problem, result);
            return;
        }
        out().text(QStringLiteral("intact: %1 records; anchored up to %2 by signed documents, %3 not yet witnessed")
                       .arg(verdict.checked)
                       .arg(verdict.witnessed)
                       .arg(verdict.checked - verdict.witnessed));
        done(result);
    }

    std::unique_ptr<AuditVerifier> m_verifier;
};

} // namespace

std::unique_ptr<Command> makeAuditCommand(const Options &options, const Clock &clock)
{
    if (options.verb == QLatin1String("list"))
        return std::make_unique<AuditList>(options, clock);
    if (options.verb == QLatin1String("verify"))
        return std::make_unique<AuditVerify>(options, clock);
    return nullptr;
}

} // namespace packwarden::ctl
