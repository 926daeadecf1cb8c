// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/keptdrafts.h"

#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/support/storemodes.h"

#include <QDir>
#include <QJsonDocument>

namespace packwarden {

namespace {

constexpr qint64 maxBytes = qint64(32) * 1024 * 1024; ///< evidence travels in base64
constexpr int format = 1;
const QLatin1String ending(".json");

} // namespace

KeptDrafts::KeptDrafts(const QString &store, const Clock &clock)
    : m_folder(store + QStringLiteral("/drafts"))
    , m_clock(clock)
{
}

QString KeptDrafts::pathOf(const QString &name) const
{
    return m_folder + u'/' + name + ending;
}

Result<> KeptDrafts::keep(const QString &name, const QJsonObject &content) const
{
    if (!storemodes::makeFolder(m_folder))
        return {Code::FileUnwritable, m_folder};
    const QJsonObject whole{{QStringLiteral("format"), format}, {QStringLiteral("at"), m_clock.now()},
        {QStringLiteral("content"), content}};
    return wholefile::write(
        pathOf(name), QJsonDocument(whole).toJson(QJsonDocument::Indented), wholefile::Readers::OwnerOnly);
}

std::optional<KeptDrafts::Draft> KeptDrafts::find(const QString &name) const
{
    if (!QFile::exists(pathOf(name)))
        return std::nullopt;
    const auto bytes = wholefile::read(pathOf(name), maxBytes);
    const QJsonObject whole = bytes.ok() ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    const QJsonValue content = whole.value(QLatin1String("content"));
    if (whole.value(QLatin1String("format")).toInt() != format || !content.isObject())
        return std::nullopt;
    return Draft{content.toObject(), whole.value(QLatin1String("at")).toInteger()};
}

void KeptDrafts::drop(const QString &name) const
{
    QFile::remove(pathOf(name));
}

QStringList KeptDrafts::names(const QString &prefix) const
{
    QStringList names = QDir(m_folder).entryList({prefix + u'*' + ending}, QDir::Files, QDir::Time);
    for (QString &name : names)
        name.chop(ending.size());
    return names;
}

} // namespace packwarden
