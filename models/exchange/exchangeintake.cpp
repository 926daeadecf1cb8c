// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchangeintake.h"

#include "models/audit/auditstore.h"
#include "models/core/base/digest.h"
#include "models/core/base/wholefile.h"
#include "models/keys/listintake.h"
#include "models/signoffs/documentfolder.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QSettings>
#include <QTemporaryDir>

namespace packwarden {

namespace {

/// Neither a place that others may read, nor one where a half written file stays.
Result<QString> asFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    if (auto written = wholefile::write(path, bytes, wholefile::Readers::OwnerOnly); !written.ok())
        return written.error();
    return path;
}

/// Id of the document in a file, and the hash of all of the file; both in hex, empty for what is none.
std::pair<QString, QString> hashesOf(const QString &path)
{
    const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
    const auto file = bytes.ok() ? DocumentFile::decode(*bytes) : Result<DocumentFile>(bytes.error());
    if (!file.ok())
        return {};
    return {QString::fromLatin1(ExchangeRows::of(*file).id().toHex()), QString::fromLatin1(sha256(*bytes).toHex())};
}

} // namespace

bool endsVisit(Code code)
{
    return code == Code::ExchangeUnavailable || code == Code::ExchangeRefused || code == Code::AuditUnwritable
        || code == Code::FileUnwritable;
}

ExchangeIntake::ExchangeIntake(const ExchangeAddress &address, Workspace &workspace)
    : m_address(address.text())
    , m_group(QString::fromLatin1(sha256(m_address.toUtf8()).toHex().left(16)))
    , m_workspace(workspace)
{
}

QString ExchangeIntake::fileName() const
{
    return m_workspace.folder() + QStringLiteral("/exchange.ini");
}

Result<> ExchangeIntake::record(const char *action, const QString &subject, const QString &outcome) const
{
    const auto done = m_workspace.audit().append(m_workspace.session().actor(),
        {QLatin1String(action), subject, outcome, {{QLatin1String("exchange"), m_address}}});
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

ExchangeCursor ExchangeIntake::lastTime() const
{
    const QSettings settings(fileName(), QSettings::IniFormat);
    return ExchangeCursor::parse(settings.value(m_group + QStringLiteral("/read")).toString());
}

Result<> ExchangeIntake::remember(const ExchangeCursor &cursor)
{
    QSettings settings(fileName(), QSettings::IniFormat);
    settings.setValue(m_group + QStringLiteral("/read"), cursor.text());
    settings.sync();
    return settings.status() == QSettings::NoError ? Result<>::success()
                                                   : Result<>(Code::FileUnwritable, settings.fileName());
}

Result<> ExchangeIntake::takeDocument(
    const QByteArray &id, const Result<QList<DocumentFile>> &files, int leftOut, Fetched &fetched)
{
    const QString name = QString::fromLatin1(id.toHex());
    fetched.leftOut += leftOut;
    if (!files.ok() && endsVisit(files.code()))
        return files.error();
    Result<> taken = files.ok() ? Result<>::success() : Result<>(files.error());
    const QTemporaryDir folder;
    QString path;
    if (files.ok()) {
        for (const DocumentFile &file : *files) {
            const auto written = asFile(folder, name, file.encode());
            if (!written.ok())
                return written.error();
            const auto imported = importDocument(m_workspace, *written);
            if (imported.ok())
                path = *imported;
            else
                taken = imported.error();
        }
    }
    if (!taken.ok() && endsVisit(taken.code()))
        return taken;
    if (!taken.ok())
        fetched.refused.append({name, taken.error()});
    else if (!fetched.documents.contains(path))
        fetched.documents.append(path);
    if (taken.ok()) {
        QSettings settings(fileName(), QSettings::IniFormat);
        const auto whole = wholefile::read(path, DocumentFile::maxBytes);
        const bool isAll = whole.ok() && files->size() == 1 && files->constFirst().encode() == *whole;
        // What was here already and is not there goes there: changed() says so by another hash.
        settings.setValue(QStringLiteral("%1/shared/%2").arg(m_group, name),
            isAll ? QString::fromLatin1(sha256(*whole).toHex()) : QString());
    }
    return record(auditaction::fetch, files.ok() ? files->constFirst().fingerprint() : name,
        taken.ok() ? QLatin1String(auditoutcome::done) : codeName(taken.code()));
}

Result<> ExchangeIntake::takeList(const Result<QByteArray> &entry, Fetched &fetched)
{
    if (!entry.ok() && endsVisit(entry.code()))
        return entry.error();
    const auto list = entry.ok() ? decodeCrlEntry(*entry) : Result<CrlEntry>(entry.error());
    if (!list.ok()) {
        ++fetched.leftOut;
        return Result<>::success();
    }
    const QTemporaryDir folder;
    const auto written = asFile(folder, QStringLiteral("list.crl"), list->crl.der);
    if (!written.ok())
        return written.error();
    // Each is recorded there.
    const auto taken = listintake::take(m_workspace, *written);
    if (!taken.ok() && endsVisit(taken.code()))
        return taken.error();
    if (!taken.ok() && taken.code() != Code::VersionRollback)
        fetched.refused.append({QStringLiteral("list %1").arg(list->crl.number), taken.error()});
    if (taken.ok()) {
        for (const listintake::Taken &each : *taken)
            fetched.lists.append(each.issuer);
    }
    return Result<>::success();
}

Result<> ExchangeIntake::recordPublished(const QString &subject, const Result<> &outcome)
{
    return record(
        auditaction::publish, subject, outcome.ok() ? QLatin1String(auditoutcome::done) : codeName(outcome.code()));
}

void ExchangeIntake::noteShared(const QString &path)
{
    if (const auto [id, whole] = hashesOf(path); !id.isEmpty())
        QSettings(fileName(), QSettings::IniFormat).setValue(QStringLiteral("%1/shared/%2").arg(m_group, id), whole);
}

QStringList ExchangeIntake::changed(const QStringList &paths) const
{
    QSettings settings(fileName(), QSettings::IniFormat);
    settings.beginGroup(m_group + QStringLiteral("/shared"));
    if (settings.childKeys().isEmpty())
        return {}; // no file need be read
    QStringList found;
    for (const QString &path : paths) {
        const auto [id, whole] = hashesOf(path);
        if (!id.isEmpty() && settings.contains(id) && settings.value(id).toString() != whole)
            found.append(path);
    }
    return found;
}

} // namespace packwarden
