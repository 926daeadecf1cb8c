// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/documentcopy.h"

#include "models/core/base/wholefile.h"
#include "models/core/documents/filebounds.h"
#include "models/signoffs/signoffjudgement.h"
#include "models/signoffs/signoffreading.h"

#include <QFileInfo>

namespace packwarden {

namespace {

/// Is there a file that is not of this document?
bool isAnother(const QString &path, const QByteArray &payloadSha256)
{
    if (!QFileInfo::exists(path))
        return false;
    const auto there = DocumentFile::read(path);
    return !there.ok() || there->payloadSha256() != payloadSha256;
}

} // namespace

QString resolvedPath(const QString &path, const SignoffJudgement &judgement)
{
    if (!QFileInfo(path).isDir())
        return path;
    const QString name = suggestedFileName(judgement);
    QString target = path + u'/' + name;
    for (int number = 2; isAnother(target, judgement.payloadSha256); ++number) {
        const qsizetype dot = name.lastIndexOf(u'.');
        target = QStringLiteral("%1/%2-%3%4").arg(path, name.left(dot)).arg(number).arg(name.mid(dot));
    }
    return target;
}

Result<QString> writeCopy(const DocumentFile &file, const SignoffJudgement &judgement, const QString &path,
    const QString &ownFolder, const QList<Certificate> &roots)
{
    const QString target = resolvedPath(path, judgement);
    DocumentFile copy = file;
    if (isAnother(target, file.payloadSha256()))
        return {Code::FileUnwritable, QFileInfo(target).fileName()};
    if (QFileInfo::exists(target)) {
        const auto there = DocumentFile::read(target);
        const auto merged = there.ok() ? filebounds::merge(copy, *there, roots) : there;
        if (!merged.ok())
            return merged.error();
        copy = *merged;
    }
    const auto bytes = copy.readableBytes();
    if (!bytes.ok())
        return bytes.error();
    const bool isOwn = QFileInfo(target).absolutePath() == ownFolder;
    const auto readers = isOwn ? wholefile::Readers::OwnerOnly : wholefile::Readers::Default;
    if (auto written = wholefile::write(target, *bytes, readers); !written.ok())
        return written.error();
    return target;
}

} // namespace packwarden
