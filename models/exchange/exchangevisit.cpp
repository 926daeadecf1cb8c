// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchangevisit.h"

#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/pkifile.h"
#include "models/keys/listintake.h"
#include "models/signoffs/documentfolder.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QSettings>
#include <QTemporaryDir>

namespace packwarden {

namespace {

constexpr char cursorFile[] = "/exchange.ini";

/// Neither a place that others may read, nor one where a half written file stays.
Result<QString> asFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    if (auto written = wholefile::write(path, bytes, wholefile::Readers::OwnerOnly); !written.ok())
        return written.error();
    return path;
}

/// Is the exchange itself to blame, so that the rest is not asked for either?
bool endsVisit(Code code)
{
    return code == Code::BusUnavailable || code == Code::NotSignedIn || code == Code::WrongState
        || code == Code::AuditUnwritable || code == Code::FileUnwritable;
}

} // namespace

ExchangeVisit::ExchangeVisit(Exchange &exchange, const ExchangeAddress &address, Workspace &workspace)
    : m_exchange(exchange)
    , m_address(address.text())
    , m_workspace(workspace)
{
}

Result<> ExchangeVisit::record(const char *action, const QString &subject, const QString &outcome) const
{
    const auto done = m_workspace.audit().append(m_workspace.session().actor(),
        {QLatin1String(action), subject, outcome, {{QLatin1String("exchange"), m_address}}});
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

Result<ExchangeVisit::Published> ExchangeVisit::publish(const QString &path, const QStringList &audience)
{
    Published published{path, false, 0};
    QString subject;
    const auto outcome = [&]() -> Result<> {
        const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
        if (!bytes.ok())
            return bytes.error();
        if (const auto file = DocumentFile::decode(*bytes); file.ok()) {
            subject = file->fingerprint();
            const auto done = m_exchange.publish(*file, audience);
            if (!done.ok())
                return done.error();
            published.isNew = done->isNew;
            published.parts = done->parts;
            return Result<>::success();
        } else if (const auto lists = pki::readListFile(path); lists.ok()) {
            for (const CrlEntry &entry : *lists) {
                subject = QString::number(entry.crl.number);
                const auto done = m_exchange.publishList(encodeCrlEntry(entry));
                if (!done.ok())
                    return done.error();
                published.isNew = published.isNew || *done;
            }
            return Result<>::success();
        } else {
            return file.error();
        }
    }();
    if (auto recorded = record(
            auditaction::publish, subject, outcome.ok() ? QLatin1String(auditoutcome::done) : codeName(outcome.code()));
        !recorded.ok())
        return recorded.error();
    if (!outcome.ok())
        return outcome.error();
    return published;
}

ExchangeCursor ExchangeVisit::lastTime() const
{
    const QSettings settings(m_workspace.folder() + QLatin1String(cursorFile), QSettings::IniFormat);
    return ExchangeCursor::parse(settings.value(QString::fromLatin1(sha256(m_address.toUtf8()).toHex())).toString());
}

Result<> ExchangeVisit::remember(const ExchangeCursor &cursor) const
{
    QSettings settings(m_workspace.folder() + QLatin1String(cursorFile), QSettings::IniFormat);
    settings.setValue(QString::fromLatin1(sha256(m_address.toUtf8()).toHex()), cursor.text());
    settings.sync();
    return settings.status() == QSettings::NoError ? Result<>::success()
                                                   : Result<>(Code::FileUnwritable, settings.fileName());
}

Result<> ExchangeVisit::takeDocument(const QByteArray &id, Fetched &fetched)
{
    const QString name = QString::fromLatin1(id.toHex());
    int leftOut = 0;
    const auto files = m_exchange.document(id, &leftOut);
    fetched.leftOut += leftOut;
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
    return record(auditaction::fetch, files.ok() ? files->constFirst().fingerprint() : name,
        taken.ok() ? QLatin1String(auditoutcome::done) : codeName(taken.code()));
}

Result<> ExchangeVisit::takeList(const QByteArray &id, Fetched &fetched)
{
    const auto entry = m_exchange.list(id);
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

Result<ExchangeVisit::Fetched> ExchangeVisit::fetch()
{
    Fetched fetched;
    for (bool isAll = false; !isAll;) {
        const ExchangeCursor before = lastTime();
        const auto news = m_exchange.news(before);
        if (!news.ok())
            return news.error();
        isAll = news->isAll;
        if (!isAll && news->cursor == before)
            return Result<Fetched>(Code::UnexpectedAnswer, QStringLiteral("the exchange goes round in circles"));
        for (const QByteArray &list : news->lists) {
            if (auto taken = takeList(list, fetched); !taken.ok())
                return taken.error();
        }
        for (const QByteArray &id : news->documents) {
            if (auto taken = takeDocument(id, fetched); !taken.ok())
                return taken.error();
        }
        // Only now: what a stop left undone is asked for again, and is known here already where it was done.
        if (auto kept = remember(news->cursor); !kept.ok())
            return kept.error();
    }
    return fetched;
}

} // namespace packwarden
