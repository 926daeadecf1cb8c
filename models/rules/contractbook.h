// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/core/rules/rules.h"

namespace packwarden {

/// One clause of a contract, and what rests on it.
struct ContractClause
{
    int number = 0;
    QString sentence; ///< agreed; empty: the contract has no such clause
    QList<Grant> grants;
    bool operator==(const ContractClause &) const = default;
};

/// A contract as the policy knows it: its clauses, the positions that hold rights by it, and its dates.
struct ContractEntry
{
    QString id; ///< empty: grants that name no contract
    QByteArray sha256; ///< of the text; empty: the policy does not know the contract
    QList<ContractClause> clauses; ///< by number
    QList<PositionId> positions; ///< whose roles hold rights by it
    qint64 from = 0; ///< when the first of its rights begins; 0: from the start
    qint64 until = 0; ///< when the first of its rights lapses; 0: none does
    int grants = 0;
    bool operator==(const ContractEntry &) const = default;
};

/// The contracts of a policy, by id; what rests on none, or on one that the policy does not know, comes last.
QList<ContractEntry> contractsOf(const Policy &policy);

/// Why a contract is not edited so; reason of the errors below.
enum class ContractFault {
    Name, ///< no name, or one that a contract cannot have; or there is no contract of this name
    NameTaken,
    Text, ///< not the SHA-256 of a text
    Sentence, ///< empty or too long
    Clause, ///< not there, or no number of one
    Dates, ///< the end is not after the beginning
    RightsRest, ///< on what would be taken away: restingOn() says how many
};

/// Edits of contracts: the policy as it would be then. WrongState where rights rest on what would be taken away, else
/// Malformed.
namespace contractedit {

inline constexpr int longestSentence = 1000;

/// Adds a contract, or takes another text for one that is there.
Result<Policy> setText(const Policy &policy, const QString &id, const QByteArray &sha256);
/// Adds a clause, or says another sentence for it.
Result<Policy> setClause(const Policy &policy, const QString &id, int number, const QString &sentence);
/// How many rights rest on this clause, or on any of the contract (0).
int restingOn(const Policy &policy, const QString &id, int clause = 0);
/// The next number that a clause can have.
int nextClause(const Policy &policy, const QString &id);
Result<Policy> removeClause(const Policy &policy, const QString &id, int number);
Result<Policy> removeContract(const Policy &policy, const QString &id);
/// From and until for all rights that rest on it. 0: open.
Result<Policy> setDates(const Policy &policy, const QString &id, qint64 from, qint64 until);

} // namespace contractedit

} // namespace packwarden
