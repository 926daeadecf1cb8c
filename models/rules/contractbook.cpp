// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/contractbook.h"

#include <algorithm>

namespace packwarden {

namespace {

/// 0 counts as never.
qint64 earlier(qint64 a, qint64 b)
{
    return a == 0 ? b : b == 0 ? a : std::min(a, b);
}

ContractClause &clauseOf(ContractEntry &entry, int number)
{
    const auto it = std::find_if(entry.clauses.begin(), entry.clauses.end(),
        [&](const ContractClause &clause) { return clause.number == number; });
    if (it != entry.clauses.end())
        return *it;
    entry.clauses.append({number, {}, {}});
    return entry.clauses.last();
}

bool isId(const QString &id)
{
    constexpr int longest = 64;
    return !id.isEmpty() && id.size() <= longest && std::all_of(id.begin(), id.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
    });
}

} // namespace

QList<ContractEntry> contractsOf(const Policy &policy)
{
    QMap<QString, ContractEntry> known;
    for (auto it = policy.contracts.begin(); it != policy.contracts.end(); ++it) {
        ContractEntry &entry = known[it.key()];
        entry.id = it.key();
        entry.sha256 = it->sha256;
        for (auto clause = it->clauses.begin(); clause != it->clauses.end(); ++clause)
            entry.clauses.append({clause.key(), *clause, {}});
    }
    QMap<QString, ContractEntry> unknown;
    for (const Grant &grant : policy.grants) {
        ContractEntry &entry
            = policy.contracts.contains(grant.contract) ? known[grant.contract] : unknown[grant.contract];
        entry.id = grant.contract;
        clauseOf(entry, grant.clause).grants.append(grant);
        entry.from = entry.grants == 0 ? grant.from : std::min(entry.from, grant.from);
        entry.until = earlier(entry.until, grant.until);
        ++entry.grants;
        const Role *role = policy.role(grant.role);
        if (role && !entry.positions.contains(role->position))
            entry.positions.append(role->position);
    }
    QList<ContractEntry> all = known.values() + unknown.values();
    for (ContractEntry &entry : all) {
        std::sort(entry.clauses.begin(), entry.clauses.end(),
            [](const ContractClause &a, const ContractClause &b) { return a.number < b.number; });
        std::sort(entry.positions.begin(), entry.positions.end());
    }
    return all;
}

namespace contractedit {

Result<Policy> setText(const Policy &policy, const QString &id, const QByteArray &sha256)
{
    constexpr qsizetype hashSize = 32;
    if (!isId(id))
        return {Code::Malformed, QStringLiteral("id"), ContractFault::Name};
    if (sha256.size() != hashSize)
        return {Code::Malformed, QStringLiteral("sha256"), ContractFault::Text};
    Policy after = policy;
    after.contracts[id].sha256 = sha256;
    return after;
}

int restingOn(const Policy &policy, const QString &id, int clause)
{
    return int(std::count_if(policy.grants.begin(), policy.grants.end(),
        [&](const Grant &grant) { return grant.contract == id && (clause == 0 || grant.clause == clause); }));
}

int nextClause(const Policy &policy, const QString &id)
{
    const QMap<int, QString> clauses = policy.contracts.value(id).clauses;
    return clauses.isEmpty() ? 1 : clauses.lastKey() + 1;
}

Result<Policy> setClause(const Policy &policy, const QString &id, int number, const QString &sentence)
{
    const QString said = sentence.simplified();
    if (!policy.contracts.contains(id))
        return {Code::Malformed, QStringLiteral("id"), ContractFault::Name};
    if (number < 1)
        return {Code::Malformed, QStringLiteral("clause"), ContractFault::Clause};
    if (said.isEmpty() || said.size() > longestSentence)
        return {Code::Malformed, QStringLiteral("sentence"), ContractFault::Sentence};
    Policy after = policy;
    after.contracts[id].clauses.insert(number, said);
    return after;
}

Result<Policy> removeClause(const Policy &policy, const QString &id, int number)
{
    if (!policy.contracts.value(id).clauses.contains(number))
        return {Code::Malformed, QStringLiteral("clause"), ContractFault::Clause};
    if (const int grants = restingOn(policy, id, number); grants > 0)
        return {Code::WrongState, QString::number(grants), ContractFault::RightsRest};
    Policy after = policy;
    after.contracts[id].clauses.remove(number);
    return after;
}

Result<Policy> removeContract(const Policy &policy, const QString &id)
{
    if (!policy.contracts.contains(id))
        return {Code::Malformed, QStringLiteral("id"), ContractFault::Name};
    if (const int grants = restingOn(policy, id); grants > 0)
        return {Code::WrongState, QString::number(grants), ContractFault::RightsRest};
    Policy after = policy;
    after.contracts.remove(id);
    return after;
}

Result<Policy> setDates(const Policy &policy, const QString &id, qint64 from, qint64 until)
{
    if (from < 0 || until < 0 || (until > 0 && until <= from))
        return {Code::Malformed, QStringLiteral("dates"), ContractFault::Dates};
    if (restingOn(policy, id) == 0)
        return {Code::Malformed, QStringLiteral("id"), ContractFault::Name};
    Policy after = policy;
    for (Grant &grant : after.grants) {
        if (grant.contract != id)
            continue;
        grant.from = from;
        grant.until = until;
    }
    return after;
}

} // namespace contractedit

} // namespace packwarden
