// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/auditproof.h"
#include "app/ctl/audit/auditverbs.h"
#include "app/ctl/audit/describeverdict.h"
#include "models/audit/auditexport.h"
#include "models/audit/auditstore.h"
#include "models/core/documents/documentfile.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditverifier.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace packwarden::ctl {

namespace {

/// Verifies every link, and what is known outside of the store against it. FILE: a document, whose signatures may carry
/// heads of this log, or an export of any store, which is verified itself and searched for them. A proof of one record
/// is verified alone.
class AuditVerify final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString path = options().store + QStringLiteral("/audit.db");
        const QStringList &files = options().arguments;
        if (!files.isEmpty() && std::all_of(files.begin(), files.end(), AuditInclusion::isProof)) {
            verifyProofs();
            return;
        }
        if (!QFile::exists(path) && !QFile::exists(path + QStringLiteral(".id"))) {
            // Exports prove themselves: an auditor has no store.
            if (!files.isEmpty() && std::all_of(files.begin(), files.end(), auditexport::isExport))
                verifyExports();
            else
                fail({Code::FileUnreadable, path});
            return;
        }
        if (!workspace())
            return;
        QList<SeenHead> heads;
        for (const QString &file : files) {
            const auto found = auditexport::isExport(file) ? headsOfExport(file) : headsOfDocument(file);
            if (!found.ok()) {
                fail(found.error());
                return;
            }
            heads += *found;
        }
        m_verifier = std::make_unique<AuditVerifier>(*workspace());
        connect(m_verifier.get(), &AuditVerifier::finished, this, &AuditVerify::report);
        m_verifier->start(heads);
    }

private:
    Result<QList<SeenHead>> headsOfDocument(const QString &path)
    {
        const auto file = DocumentFile::read(path);
        if (!file.ok())
            return file.error();
        return workspace()->headJudge(file->crls).in(file->document);
    }

    Result<QList<SeenHead>> headsOfExport(const QString &path)
    {
        const auto reading = auditexport::read(path, {{}, workspace()->headJudge()});
        if (!reading.ok())
            return reading.error();
        // The file's own chain is told first, whatever it says of the audit of this store.
        tellExport(path, *reading);
        if (const auto &problem = reading->verdict.problem)
            return Error{problem->code, QStringLiteral("%1: %2").arg(path, problem->detail)};
        return reading->heads;
    }

    /// By the rules that are pinned here, if there are any: an auditor may have none.
    void verifyProofs()
    {
        const bool hasStore = QFile::exists(options().store + QStringLiteral("/audit.db"));
        if (hasStore && !workspace())
            return;
        const auto judge = hasStore ? workspace()->auditProof()().judge : std::nullopt;
        for (const QString &path : options().arguments) {
            const auto proof = AuditInclusion::read(path);
            const auto signer = proof.ok() ? proof->verify(judge) : Result<AuditInclusion::Signer>(proof.error());
            if (!signer.ok()) {
                fail({signer.code(), QStringLiteral("%1: %2").arg(path, signer.error().detail)});
                return;
            }
            QJsonObject line = proofObject(*proof, *signer);
            line.insert(QStringLiteral("file"), path);
            out().text(QStringLiteral("%1: %2").arg(path, proofLine(*proof, *signer)));
            if (signer->problem) {
                fail(*signer->problem, line);
                return;
            }
            out().line(line);
        }
        done({{QStringLiteral("proofs"), options().arguments.size()}});
    }

    QJsonObject tellExport(const QString &path, const auditexport::Reading &reading)
    {
        QJsonObject line = describeVerdict(reading.verdict);
        line.insert(QStringLiteral("file"), path);
        line.insert(QStringLiteral("log"), QString::fromLatin1(reading.logId.toHex()));
        for (const QString &text : verdictLines(reading.verdict))
            out().text(QStringLiteral("%1: %2").arg(path, text));
        m_exports.append(line);
        return line;
    }

    void verifyExports()
    {
        for (const QString &path : options().arguments) {
            const auto reading = auditexport::read(path, {});
            if (!reading.ok()) {
                fail(reading.error());
                return;
            }
            const QJsonObject line = tellExport(path, *reading);
            if (const auto problem = problemOf(reading->verdict)) {
                fail(*problem, line);
                return;
            }
            out().line(line);
        }
        done({{QStringLiteral("exports"), options().arguments.size()}});
    }

    void report(const AuditVerdict &verdict)
    {
        for (const QString &line : verdictLines(verdict))
            out().text(m_exports.isEmpty() ? line : QStringLiteral("the audit here: %1").arg(line));
        QJsonObject result = describeVerdict(verdict);
        if (!m_exports.isEmpty())
            result.insert(QStringLiteral("exports"), m_exports);
        if (const auto problem = problemOf(verdict))
            fail(*problem, result);
        else
            done(result);
    }

    std::unique_ptr<AuditVerifier> m_verifier;
    QJsonArray m_exports; ///< what came of each that was given
};

} // namespace

std::unique_ptr<Command> makeAuditVerify(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditVerify>(options, clock);
}

} // namespace packwarden::ctl
