// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/rulesource.h"

#include "app/ctl/base/files.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pki/pkifile.h"
#include "models/rules/rulesjson.h"
#include "models/signoffs/documentcontent.h"
#include "models/support/jsontext.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"

#include <QFileInfo>

namespace packwarden::ctl {

namespace {

Result<RuleSource> fromJson(const QByteArray &json, const TrustBook &trust)
{
    RuleSource source;
    const PinnedRules &held = trust.pinned();
    auto policy = rulesjson::policyFromJson(json, held.policy.version + 1, held.charter.bodySha256());
    if (policy.ok()) {
        source.policy = *policy;
        return source;
    }
    auto charter = rulesjson::charterFromJson(json, held.charter.version + 1);
    if (charter.ok()) {
        source.charter = *charter;
        return source;
    }
    // A charter begins with its positions, a policy has roles: the complaint is that of what was meant.
    return json.contains("\"positions\"") ? charter.error() : policy.error();
}

} // namespace

Result<RuleSource> RuleSource::read(const QString &argument, const TrustBook &trust)
{
    if (argument == QLatin1String("held")) {
        if (trust.isEmpty())
            return nothingPinned("; use policy pull");
        return RuleSource{trust.policy(), trust.charter()};
    }
    const auto bytes = files::read(argument, DocumentFile::maxBytes);
    if (!bytes.ok())
        return bytes.error();
    if (JsonText::isMeant(*bytes))
        return fromJson(*bytes, trust);
    const auto file = DocumentFile::decode(*bytes);
    if (!file.ok())
        return file.error();
    const auto content = DocumentContent::read(file->document);
    if (!content.ok())
        return content.error();
    if (content->policy)
        return RuleSource{content->policy->policy, {}};
    if (content->charter)
        return RuleSource{content->charter->policy.policy, content->charter->charter};
    return {Code::UnknownType, QString::fromLatin1(file->document.contentType)};
}

namespace {

/// "LIST" or "LIST,AUTHORITY". A comma may be part of a name: what there is on this machine decides.
std::pair<QString, QString> listAndAuthority(const QString &argument)
{
    if (!QFileInfo::exists(argument)) {
        for (qsizetype at = argument.indexOf(u','); at >= 0; at = argument.indexOf(u',', at + 1)) {
            std::pair parts(argument.left(at), argument.mid(at + 1));
            if (QFileInfo::exists(parts.first) && QFileInfo::exists(parts.second))
                return parts;
        }
    }
    if (QFileInfo::exists(argument) || !argument.contains(u','))
        return {argument, {}};
    // Neither: what is missing is named.
    return {argument.section(u',', 0, 0), argument.section(u',', 1)};
}

} // namespace

Result<QList<CrlEntry>> readLists(const QStringList &arguments)
{
    QList<CrlEntry> all;
    for (const QString &argument : arguments) {
        const auto [path, authorityPath] = listAndAuthority(argument);
        auto lists = pki::readListFile(path);
        if (!lists.ok())
            return lists.error();
        if (!authorityPath.isEmpty()) {
            const auto authority = pki::readCertificateFile(authorityPath);
            if (!authority.ok())
                return authority.error();
            if (!authority->isAuthority)
                return {Code::Malformed, QStringLiteral("%1: not an authority").arg(authorityPath)};
            for (CrlEntry &entry : lists.value())
                entry.authorityDer = authority->der;
        }
        all += *lists;
    }
    return all;
}

} // namespace packwarden::ctl
