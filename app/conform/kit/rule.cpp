// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/rule.h"

namespace packwarden::conform {

bool Finding::holds(bool holds, const QString &what)
{
    if (!holds && m_deviations.size() < most)
        m_deviations.append(what);
    return holds;
}

bool Finding::answered(const QString &to, const QByteArray &heard, const QByteArray &wanted, bool orMore)
{
    return holds(orMore ? heard.startsWith(wanted) : heard == wanted,
        QStringLiteral("%1: %2 instead of %3%4")
            .arg(to, show(heard), show(wanted), orMore ? QStringLiteral(" ...") : QString()));
}

bool Finding::answered(const char *to, const QByteArray &heard, const char *wantedHex)
{
    QByteArray wanted(wantedHex);
    const bool orMore = wanted.endsWith("**");
    if (orMore)
        wanted.chop(2);
    return answered(QString::fromUtf8(to), heard, QByteArray::fromHex(wanted), orMore);
}

void Finding::notRun(const QString &why)
{
    m_whyNotRun = why;
}

QString Finding::show(const QByteArray &bytes)
{
    constexpr qsizetype most = 24;
    if (bytes.isEmpty())
        return QStringLiteral("nothing");
    const QString hex = QString::fromLatin1(bytes.left(most).toHex(' ').toUpper());
    return bytes.size() <= most ? hex : QStringLiteral("%1 ... (%2 bytes)").arg(hex).arg(bytes.size());
}

QList<Rule> allRules()
{
    return telemetryRules() + isoTpReceiverRules() + isoTpSenderRules() + serviceRules() + dataRules() + faultRules()
        + authenticationRules() + actionRules() + transferRules() + documentRules() + listRules() + timeRules()
        + commandRules();
}

} // namespace packwarden::conform
