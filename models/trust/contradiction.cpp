// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/contradiction.h"

#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustbook.h"

#include <algorithm>
#include <array>

namespace packwarden {

namespace {

using Kind = Contradiction::Kind;

// In the order of Kind.
constexpr std::array names = {"silicon", "foundation", "hardware", "rules", "log", "place"};
static_assert(names.size() == static_cast<size_t>(Kind::Place) + 1);

void compareHash(QList<Contradiction> &found, Kind kind, const QByteArray &pinned, const QByteArray &shown)
{
    if (!pinned.isEmpty() && pinned != shown)
        found.append({kind, fingerprintText(pinned), shown.isEmpty() ? QString() : fingerprintText(shown), 0});
}

void compareVersion(
    QList<Contradiction> &found, const QString &what, const RulesVersion &proved, const RulesVersion &shown)
{
    const bool older = shown.version < proved.version;
    const bool other = shown.version == proved.version && shown.sha256 != proved.sha256;
    const auto text = [&](const RulesVersion &version) {
        return other ? QStringLiteral("%1 %2").arg(what, fingerprintText(version.sha256))
                     : QStringLiteral("%1 %2").arg(what).arg(version.version);
    };
    if ((older || other)
        && std::none_of(found.begin(), found.end(), [](const Contradiction &c) { return c.kind == Kind::Rules; }))
        found.append({Kind::Rules, text(proved), text(shown), 0});
}

/// The parameter table repeats the silicon limits: a row that says something else is another set of limits.
bool tableAgrees(const QList<ParameterInfo> &table, const SiliconLimits &silicon)
{
    return std::all_of(table.begin(), table.end(), [&](const ParameterInfo &info) {
        const ParameterDefinition *pinned = silicon.parameter(info.definition.id);
        return pinned && *pinned == info.definition;
    });
}

QByteArray tableFingerprint(const QList<ParameterInfo> &table)
{
    return sha256(ParameterInfo::encodeTable(table));
}

} // namespace

QLatin1String contradictionName(Kind kind)
{
    return QLatin1String(names.at(static_cast<size_t>(kind)));
}

QCborArray Contradiction::toCbor() const
{
    return {QString(contradictionName(kind)), known, shown, at};
}

std::optional<Contradiction> Contradiction::fromCbor(const QCborValue &value)
{
    const QCborArray parts = value.toArray();
    if (parts.size() != 4 || !parts.at(1).isString() || !parts.at(2).isString() || !parts.at(3).isInteger())
        return std::nullopt;
    for (size_t i = 0; i < names.size(); ++i) {
        if (parts.at(0).toString() == QLatin1String(names[i]))
            return Contradiction{Kind(i), parts.at(1).toString(), parts.at(2).toString(), parts.at(3).toInteger()};
    }
    return std::nullopt;
}

namespace contradictions {

QList<Contradiction> in(const PackFacts &facts, const KnownPack &known)
{
    QList<Contradiction> found;
    if (const auto silicon = rulebytes::decode<SiliconLimits>(known.rules.silicon); silicon.ok()) {
        if (facts.hardware != silicon->hardware)
            found.append({Kind::Hardware, silicon->hardware, facts.hardware, 0});
        if (!tableAgrees(facts.parameters, *silicon))
            compareHash(found, Kind::Silicon, known.siliconSha256, tableFingerprint(facts.parameters));
    }
    if (const auto proved = known.lastWord()) {
        compareVersion(found, QStringLiteral("charter"), proved->charter, facts.charter);
        compareVersion(found, QStringLiteral("policy"), proved->policy, facts.policy);
    }
    return found;
}

QList<Contradiction> in(const PackRules &rules, const KnownPack &known)
{
    QList<Contradiction> found;
    const auto proved = known.lastWord();
    // Limits are pinned when they are read; what the pack signed before that binds it all the same.
    const auto pinned = [&](const QByteArray &hash, QByteArray Statement::*said) {
        return hash.isEmpty() && proved ? (*proved).*said : hash;
    };
    compareHash(found, Kind::Silicon, pinned(known.siliconSha256, &Statement::siliconSha256), sha256(rules.silicon));
    compareHash(found, Kind::Foundation, pinned(known.foundationSha256, &Statement::foundationSha256),
        sha256(rules.foundation));
    const auto shown = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    if (proved && shown.ok()) {
        // The payload is what was signed for, whatever signatures stand around it. The same policy in another document
        // is another one: what follows must name it.
        compareVersion(found, QStringLiteral("charter"), proved->charter,
            {shown->charter.version, rulebytes::payloadHash(rules.charterDocument), 0});
        compareVersion(found, QStringLiteral("policy"), proved->policy,
            {shown->policy.version, rulebytes::payloadHash(rules.policyDocument), 0});
    }
    return found;
}

QList<Contradiction> in(const Statement &statement, const KnownPack &known)
{
    QList<Contradiction> found;
    if (statement.version >= 2) {
        compareHash(found, Kind::Silicon, known.siliconSha256, statement.siliconSha256);
        compareHash(found, Kind::Foundation, known.foundationSha256, statement.foundationSha256);
    }
    if (const auto proved = known.lastWord()) {
        if (statement.hardware != proved->hardware)
            found.append({Kind::Hardware, proved->hardware, statement.hardware, 0});
        compareVersion(found, QStringLiteral("charter"), proved->charter, statement.charter);
        compareVersion(found, QStringLiteral("policy"), proved->policy, statement.policy);
        const bool other = statement.logCount == proved->logCount && statement.logHash != proved->logHash;
        if (statement.logCount < proved->logCount || other)
            found.append({Kind::Log, QString::number(proved->logCount), QString::number(statement.logCount), 0});
    }
    return found;
}

QList<Contradiction> in(const Receipt &receipt, const KnownPack &known)
{
    QList<Contradiction> found;
    if (receipt.version >= 2) {
        compareHash(found, Kind::Silicon, known.siliconSha256, receipt.siliconSha256);
        compareHash(found, Kind::Foundation, known.foundationSha256, receipt.foundationSha256);
    }
    return found;
}

} // namespace contradictions

} // namespace packwarden
