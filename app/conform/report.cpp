// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/report.h"

#include "models/core/base/printable.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

#include <algorithm>

namespace packwarden::conform {

namespace {

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return QStringLiteral("holds");
    case Verdict::Deviates:
        return QStringLiteral("DEVIATES");
    case Verdict::ExpectedDeviation:
        return QStringLiteral("deviates, as expected");
    case Verdict::NotExpected:
        return QStringLiteral("HOLDS, though a deviation was expected");
    default:
        return QStringLiteral("not run");
    }
}

} // namespace

Result<Expected> readExpected(const QString &text, const QList<Rule> &rules)
{
    Expected expected;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QString name = line.section(u'#', 0, 0).trimmed();
        if (name.isEmpty())
            continue;
        const bool known = std::any_of(
            rules.begin(), rules.end(), [&](const Rule &rule) { return name == QLatin1String(rule.name); });
        if (!known)
            return {Code::Malformed, QStringLiteral("line %1: there is no rule %2").arg(number).arg(name)};
        expected.insert(name, line.section(u'#', 1).trimmed());
    }
    return expected;
}

const Outcome &Report::add(const Rule &rule, const Finding &finding, qint64 milliseconds)
{
    Outcome outcome{QLatin1String(rule.name), QString::fromUtf8(rule.demand), QString::fromUtf8(rule.source),
        Verdict::Holds, finding.deviations(), milliseconds};
    const bool isExpected = m_expected.contains(outcome.rule);
    if (!outcome.deviations.isEmpty()) {
        outcome.verdict = isExpected ? Verdict::ExpectedDeviation : Verdict::Deviates;
        const QString why = m_expected.value(outcome.rule);
        if (isExpected && !why.isEmpty())
            outcome.deviations.prepend(QStringLiteral("expected: %1").arg(why));
    } else if (!finding.whyNotRun().isEmpty()) {
        outcome.verdict = Verdict::NotRun;
        outcome.deviations = {finding.whyNotRun()};
    } else if (isExpected) {
        outcome.verdict = Verdict::NotExpected;
    }
    m_outcomes.append(outcome);
    return m_outcomes.constLast();
}

int Report::count(Verdict verdict) const
{
    return int(std::count_if(
        m_outcomes.begin(), m_outcomes.end(), [&](const Outcome &outcome) { return outcome.verdict == verdict; }));
}

bool Report::isAsExpected() const
{
    return count(Verdict::Deviates) == 0 && count(Verdict::NotExpected) == 0;
}

QString Report::line(const Outcome &outcome)
{
    QString text = QStringLiteral("%1  %2").arg(outcome.rule, -30).arg(word(outcome.verdict));
    for (const QString &deviation : outcome.deviations)
        text += QStringLiteral("\n    %1").arg(printable(deviation));
    if (outcome.verdict == Verdict::Deviates)
        text += QStringLiteral("\n    asked for: %1 (%2)").arg(outcome.demand, outcome.source);
    return text;
}

QString Report::summary() const
{
    QString text = QStringLiteral("%1 rules hold, %2 deviate").arg(count(Verdict::Holds)).arg(count(Verdict::Deviates));
    if (const int expected = count(Verdict::ExpectedDeviation); expected > 0)
        text += QStringLiteral(", %1 deviate as expected").arg(expected);
    if (const int better = count(Verdict::NotExpected); better > 0)
        text += QStringLiteral(", %1 hold though a deviation was expected").arg(better);
    if (const int left = count(Verdict::NotRun); left > 0)
        text += QStringLiteral(", %1 were not run").arg(left);
    return text + u'.';
}

QByteArray Report::junit(const QString &suite) const
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), printable(suite));
    xml.writeAttribute(QStringLiteral("tests"), QString::number(m_outcomes.size()));
    xml.writeAttribute(
        QStringLiteral("failures"), QString::number(count(Verdict::Deviates) + count(Verdict::NotExpected)));
    xml.writeAttribute(
        QStringLiteral("skipped"), QString::number(count(Verdict::NotRun) + count(Verdict::ExpectedDeviation)));
    // Which kit found this.
    xml.writeStartElement(QStringLiteral("properties"));
    xml.writeEmptyElement(QStringLiteral("property"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("packwarden-conform"));
    xml.writeAttribute(QStringLiteral("value"), QCoreApplication::applicationVersion());
    xml.writeEndElement();
    for (const Outcome &outcome : m_outcomes) {
        xml.writeStartElement(QStringLiteral("testcase"));
        xml.writeAttribute(QStringLiteral("classname"), outcome.rule.section(u'.', 0, 0));
        xml.writeAttribute(QStringLiteral("name"), outcome.rule.section(u'.', 1));
        xml.writeAttribute(QStringLiteral("time"), QString::number(double(outcome.milliseconds) / 1000, 'f', 3));
        const bool failed = outcome.verdict == Verdict::Deviates || outcome.verdict == Verdict::NotExpected;
        if (outcome.verdict != Verdict::Holds) {
            xml.writeStartElement(failed ? QStringLiteral("failure") : QStringLiteral("skipped"));
            xml.writeAttribute(QStringLiteral("message"),
                failed ? QStringLiteral("%1 (%2)").arg(outcome.demand, outcome.source) : word(outcome.verdict));
            QStringList lines;
            for (const QString &deviation : outcome.deviations)
                lines.append(printable(deviation));
            xml.writeCharacters(lines.join(u'\n'));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace packwarden::conform
