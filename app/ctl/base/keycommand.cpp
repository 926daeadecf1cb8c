// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/keycommand.h"

#include "models/core/base/clock.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/pkifile.h"
#include "models/core/pki/token.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>
#include <QTextStream>

namespace packwarden::ctl {

Result<KeyCommand::Key> KeyCommand::openKey(bool withChain)
{
    const auto secret = readPassphrase(options());
    if (!secret.ok())
        return secret.error();
    Key opened;
    auto key = pki::readKey(options().keyLocator(), *secret, withChain ? &opened.chain : nullptr, options().keyName);
    if (!key.ok())
        return key.error();
    if (options().token.isEmpty() && pki::isExposed(options().keyFile))
        warn(QStringLiteral("%1 can be read by others; chmod 600 it").arg(options().keyFile));
    opened.key = *key;
    return opened;
}

Result<std::optional<IssuingRules>> KeyCommand::issuingRules()
{
    const TrustBook &trust = workspace()->trust();
    const qint64 now = clock().now();
    if (!options().charter.isEmpty()) {
        const auto file = DocumentFile::read(options().charter);
        if (!file.ok())
            return file.error();
        const QByteArray document = file->document.encode();
        const auto rules = PinnedRules::fromDocuments(document, document);
        if (!rules.ok())
            return rules.error();
        QList<CrlEntry> lists;
        for (const QByteArray &entry : file->crls) {
            if (auto list = decodeCrlEntry(entry); list.ok())
                lists.append(*list);
        }
        return std::optional(IssuingRules{rules->charter, rules->policy, lists, now});
    }
    if (!trust.isEmpty())
        return std::optional(IssuingRules{trust.charter(), trust.policy(), trust.snapshot().newestLists(now), now});
    if (options().unpinned)
        return std::optional<IssuingRules>();
    return nothingPinned("; use policy pull, --charter or --unpinned");
}

Result<QList<Certificate>> KeyCommand::readCertificates(const QStringList &paths)
{
    QList<Certificate> all;
    for (const QString &path : paths) {
        const auto certificate = pki::readCertificateFile(path);
        if (!certificate.ok())
            return certificate.error();
        all.append(*certificate);
    }
    return all;
}

Result<> KeyCommand::append(const char *action, const Subject &subject, const Result<> &result)
{
    AuditedAction act(*workspace(), action, subject.text, subject.detail);
    return act.inNameOf({{}, subject.party, {}}).finish(result);
}

Result<> KeyCommand::record(const char *action, const Subject &subject)
{
    return append(action, subject, Result<>::success());
}

void KeyCommand::refuse(const char *action, const Subject &subject, const Error &error)
{
    const auto recorded = append(action, subject, error);
    fail(recorded.ok() ? error : recorded.error());
}

void KeyCommand::warn(const QString &sentence)
{
    out().warning(sentence);
}

QString KeyCommand::pathIn(const QString &output, const QString &name)
{
    return QFileInfo(output).isDir() ? QStringLiteral("%1/%2").arg(output, name) : output;
}

} // namespace packwarden::ctl
