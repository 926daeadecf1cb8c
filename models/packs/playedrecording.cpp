// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/playedrecording.h"

#include "models/core/base/filename.h"
#include "models/core/base/ids.h"
#include "models/core/base/wholefile.h"
#include "models/core/pack/recordingstate.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace packwarden {

bool isRecording(const QString &path)
{
    static const QRegularExpression name(
        QStringLiteral("\\.(log(\\.\\d+)?|trc|asc|blf|crtd|mf4|candump)$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression line(
        QStringLiteral("^\\s*\\(\\d+\\.\\d+\\)\\s+\\S+\\s+([0-9A-F]{3,8}#|.*\\[\\d+\\])"),
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    if (name.match(path).hasMatch())
        return true;
    constexpr qint64 enough = 64LL * 1024;
    QFile file;
    if (!wholefile::open(file, path, RecordingState::maxBytes).ok())
        return false;
    return line.match(QString::fromLatin1(file.read(enough).replace('\r', '\n'))).hasMatch();
}

QString playedStore(const QString &folder, const QString &path)
{
    const QFileInfo file(path);
    const QString canonical = file.canonicalFilePath();
    const QByteArray whole = (canonical.isEmpty() ? file.absoluteFilePath() : canonical).toUtf8();
    constexpr int digits = 8;
    return QStringLiteral("%1/played/%2-%3")
        .arg(folder, toFileName(file.completeBaseName(), QStringLiteral("recording")),
            QString::fromLatin1(sha256(whole).toHex().left(digits)));
}

} // namespace packwarden
