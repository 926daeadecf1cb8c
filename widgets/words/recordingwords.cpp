// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/recordingwords.h"

#include <QRegularExpression>

namespace packwarden {

namespace {

/// One of the tellings of a recording that plays; as it is where it is another.
QString inWords(const QString &telling)
{
    static const QRegularExpression form(QStringLiteral("^(interfaces|pause skipped|clock set back): (.*?)( s)?$"));
    const auto match = form.match(telling);
    const QString value = match.captured(2);
    if (match.captured(1) == QLatin1String("interfaces")) {
        return RecordingWords::tr("Several interfaces are in it. Played: %1. Left out: %2.")
            .arg(value.section(u' ', 0, 0), value.section(u' ', 1).replace(u' ', QStringLiteral(", ")));
    }
    if (match.captured(1) == QLatin1String("pause skipped"))
        return RecordingWords::tr("A pause was shortened by %1 s.").arg(value);
    if (match.captured(1) == QLatin1String("clock set back"))
        return RecordingWords::tr("The clock was set back by %1 s in it.").arg(value);
    return telling;
}

} // namespace

QString RecordingWords::detail(const BusState &state)
{
    if (!state.interfaceName.startsWith(QLatin1String("replay:")))
        return state.detail;
    if (state.detail == QLatin1String("the recording has ended"))
        return tr("It was played to its end.");
    if (const qsizetype at = state.detail.indexOf(QLatin1String(": no frame of a CAN bus in it: ")); at > 0)
        return tr("There is no frame of a CAN bus in it: %1").arg(state.detail.mid(at).section(QLatin1String(": "), 2));
    QStringList words;
    for (const QString &telling : state.detail.split(QStringLiteral("; "), Qt::SkipEmptyParts))
        words.append(inWords(telling));
    return words.join(u' ');
}

} // namespace packwarden
