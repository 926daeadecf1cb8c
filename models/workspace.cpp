// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace.h"

#include "auditstore.h"
#include "clock.h"
#include "session.h"
#include "signoffdocument.h"
#include "trustbook.h"
#include "trustfiles.h"

#include <QDir>

namespace packwarden {

Workspace::Workspace(const QString &folder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_clock(clock)
{
}

Workspace::~Workspace()
{
    // The session records its end, so it goes before the store.
    m_session.reset();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &folder, const Clock &clock, QObject *parent)
{
    auto workspace = std::unique_ptr<Workspace>(new Workspace(QDir(folder).absolutePath(), clock, parent));
    const bool isNew = !QDir(folder).exists();
    if (!QDir().mkpath(workspace->requestsFolder()))
        return {Code::FileUnwritable, folder};
    if (isNew)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto audit = AuditStore::open(workspace->m_folder + QStringLiteral("/audit.db"), clock);
    if (!audit.ok())
        return audit.error();
    workspace->m_audit = std::move(audit).value();
    workspace->m_trust
        = std::make_unique<TrustBook>(workspace->m_folder + QStringLiteral("/trust"), *workspace->m_audit, clock);
    workspace->m_session = std::make_unique<Session>(*workspace->m_audit, *workspace->m_trust, clock);
    return workspace;
}

QString Workspace::requestsFolder() const
{
    return m_folder + QStringLiteral("/requests");
}

QStringList Workspace::requestFiles() const
{
    QStringList paths;
    const QDir folder(requestsFolder());
    for (const QString &name : folder.entryList({QStringLiteral("*.pwreq")}, QDir::Files, QDir::Time))
        paths.append(folder.filePath(name));
    return paths;
}

Result<QString> Workspace::import(const QString &path)
{
    const auto bytes = trustfiles::read(path, DocumentFile::maxBytes);
    if (!bytes.ok())
        return bytes.error();
    const auto theirs = DocumentFile::decode(*bytes);
    if (!theirs.ok())
        return theirs.error();
    SignoffDocument document(*this);
    const QString mine = pathOf(theirs->payloadSha256());
    if (!mine.isEmpty()) {
        if (QFileInfo(mine) == QFileInfo(path))
            return mine;
        if (auto opened = document.open(mine); !opened.ok())
            return opened.error();
        if (auto merged = document.mergeFile(path); !merged.ok())
            return merged.error();
        return mine;
    }
    if (auto opened = document.open(path); !opened.ok())
        return opened.error();
    return document.saveCopy(requestsFolder());
}

QString Workspace::pathOf(const QByteArray &payloadSha256) const
{
    for (const QString &path : requestFiles()) {
        const auto bytes = trustfiles::read(path, DocumentFile::maxBytes);
        const auto file = bytes.ok() ? DocumentFile::decode(*bytes) : Result<DocumentFile>(bytes.error());
        if (file.ok() && file->payloadSha256() == payloadSha256)
            return path;
    }
    return {};
}

QList<LogHead> Workspace::ownHeadsInRequests() const
{
    QList<LogHead> heads;
    for (const QString &path : requestFiles()) {
        const auto bytes = trustfiles::read(path, DocumentFile::maxBytes);
        const auto file = bytes.ok() ? DocumentFile::decode(*bytes) : Result<DocumentFile>(bytes.error());
        if (file.ok())
            heads += ownHeadsIn(file->document);
    }
    return heads;
}

QList<LogHead> Workspace::ownHeadsIn(const CoseSign &document) const
{
    QList<LogHead> heads;
    for (const CoseSignature &signature : document.signatures) {
        if (signature.log.logId == m_audit->head().logId && document.verifies(signature))
            heads.append(signature.log);
    }
    return heads;
}

} // namespace packwarden
