// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/conform/kit/rule.h"
#include "models/core/base/result.h"

#include <QMap>

namespace packwarden::conform {

/// Deviations that are known of and borne: rule -> why. A file has one rule on a line, and why behind a '#'.
using Expected = QMap<QString, QString>;
/// Malformed with the line for a rule that there is not.
Result<Expected> readExpected(const QString &text, const QList<Rule> &rules);

enum class Verdict {
    Holds,
    Deviates,
    ExpectedDeviation,
    NotExpected, ///< holds, although the list of expected deviations names it: the list is no longer true
    NotRun,
};

struct Outcome
{
    QString rule;
    QString demand;
    QString source;
    Verdict verdict = Verdict::NotRun;
    QStringList deviations; ///< or why it was not run
    qint64 milliseconds = 0;
};

/// What became of the rules, as people and as machines read it.
class Report final
{
public:
    explicit Report(Expected expected)
        : m_expected(std::move(expected))
    {
    }

    /// Judges what the rule found.
    const Outcome &add(const Rule &rule, const Finding &finding, qint64 milliseconds);
    const QList<Outcome> &outcomes() const { return m_outcomes; }
    /// Nothing deviates that was not expected, and nothing holds that was expected to deviate.
    bool isAsExpected() const;
    int count(Verdict verdict) const;

    static QString line(const Outcome &outcome);
    QString summary() const;
    /// JUnit XML, as build servers read it.
    QByteArray junit(const QString &suite) const;

private:
    Expected m_expected;
    QList<Outcome> m_outcomes;
};

} // namespace packwarden::conform
