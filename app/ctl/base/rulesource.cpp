// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/rulesource.h"

#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/rules/rulesjson.h"
#include "models/signoffs/documentcontent.h"
#include "models/trust/trustbook.h"

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
            return {Code::UnknownIssuer, QStringLiteral("nothing is pinned; use policy pull")};
        return RuleSource{trust.policy(), trust.charter()};
    }
    const auto bytes = wholefile::read(argument, DocumentFile::maxBytes);
    if (!bytes.ok())
        return bytes.error();
    if (bytes->trimmed().startsWith('{'))
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

Result<Certificate> readRoot(const QString &path)
{
    constexpr qint64 maxCertificate = 64 * 1024;
    const auto bytes = wholefile::read(path, maxCertificate);
    if (!bytes.ok())
        return bytes.error();
    auto certificate = bytes->startsWith("-----") ? Certificate::fromPem(*bytes) : Certificate::fromDer(*bytes);
    if (certificate.ok() && !certificate->isAuthority)
        return {Code::Malformed, path};
    return certificate;
}

Result<QList<CrlEntry>> readLists(const QStringList &arguments)
{
    constexpr qint64 maxList = 1024 * 1024;
    QList<CrlEntry> lists;
    for (const QString &argument : arguments) {
        const auto bytes = wholefile::read(argument.section(u',', 0, 0), maxList);
        const auto crl = bytes.ok() ? Crl::fromDer(*bytes) : Result<Crl>(bytes.error());
        if (!crl.ok())
            return crl.error();
        CrlEntry entry{*crl, {}};
        if (argument.contains(u',')) {
            const auto authority = readRoot(argument.section(u',', 1));
            if (!authority.ok())
                return authority.error();
            entry.authorityDer = authority->der;
        }
        lists.append(entry);
    }
    return lists;
}

} // namespace packwarden::ctl
