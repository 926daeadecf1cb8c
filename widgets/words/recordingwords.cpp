// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/recordingwords.h"

namespace packwarden {

QString RecordingWords::kind(LogKind kind)
{
    const LogKindWords &words = wordsOf(kind);
    const QString what = tr(words.what);
    if (!*words.advice)
        return what;
    const QString advice = tr(words.advice);
    return tr("%1; %2", "what a file is, how to get a recording of it")
        .arg(what, *words.ending ? advice.arg(QLatin1String(words.ending)) : advice);
}

QString RecordingWords::detail(const BusState &state)
{
    if (!state.replay)
        return state.detail;
    const ReplayState &replay = *state.replay;
    if (replay.hasEnded)
        return tr("It was played to its end.");
    if (replay.notALog)
        return tr("There is no frame of a CAN bus in it: %1").arg(kind(*replay.notALog));
    if (state.condition == BusCondition::Failed)
        return state.detail;
    QStringList words;
    if (!replay.leftOut.isEmpty())
        words.append(tr("Several interfaces are in it. Played: %1. Left out: %2.")
                         .arg(replay.played, replay.leftOut.join(QStringLiteral(", "))));
    if (replay.pauseShortened > 0)
        words.append(tr("A pause was shortened by %1 s.").arg(replay.pauseShortened));
    if (replay.clockSetBack > 0)
        words.append(tr("The clock was set back by %1 s in it.").arg(replay.clockSetBack));
    return words.join(u' ');
}

} // namespace packwarden
