// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/keyoption.h"

#include "models/core/pki/filenote.h"

#include <QRegularExpression>
#include <QUrl>

namespace packwarden::pki {

namespace {

const QRegularExpression &keyAttributes()
{
    static const QRegularExpression attributes(QStringLiteral(";(?:id|object)=[^;?&]*"));
    return attributes;
}

/// As a token's answer names them: "LABEL: 2 keys fit; add to the URI one of ;id=%01 (key, Holder), ...".
QList<KeyOption> optionsOfToken(const QString &detail)
{
    static const QRegularExpression list(QStringLiteral(": \\d+ keys fit; (?:add to the URI one of|the token has) "));
    static const QRegularExpression one(QStringLiteral("(;(?:id|object)=[^ ,]*)(?: \\(([^)]*)\\))?"));
    const auto begin = list.match(detail);
    QList<KeyOption> options;
    if (!begin.hasMatch())
        return options;
    for (auto matches = one.globalMatch(detail, begin.capturedEnd()); matches.hasNext();) {
        const auto match = matches.next();
        const QString attribute = match.captured(1);
        const QString about = match.captured(2);
        // Two keys may be called the same; of ids the digits tell them apart.
        const QString value = attribute.section(u'=', 1).remove(u'%');
        const bool named = attribute.startsWith(QLatin1String(";object=")) && !about.isEmpty();
        options.append({attribute,
            named                 ? about
                : about.isEmpty() ? value
                                  : QStringLiteral("%1 \u00B7 %2").arg(about, value)});
    }
    return options;
}

} // namespace

QList<KeyOption> keyOptions(const Error &error)
{
    QList<KeyOption> options = optionsOfToken(error.detail);
    const auto *note = error.as<FileNote>();
    if (options.isEmpty() && note) {
        for (const QString &each : choices(*note))
            options.append({each, each});
    }
    return options;
}

QString namingKey(const QString &uri, const QString &which)
{
    if (which.isEmpty())
        return uri;
    static const QRegularExpression whole(QStringLiteral("^(?:;(?:id|object)=[^;?&]*)+$"));
    const QString attribute = whole.match(which).hasMatch()
        ? which
        : QStringLiteral(";object=") + QString::fromLatin1(QUrl::toPercentEncoding(which));
    const QString token = withoutKey(uri);
    const qsizetype query = token.indexOf(u'?');
    QString named = query < 0 ? token : token.left(query);
    // "pkcs11:" alone has nothing in front that a semicolon would part from it.
    named += named.endsWith(u':') ? attribute.mid(1) : attribute;
    return named + (query < 0 ? QString() : token.mid(query));
}

QString keyNamedBy(const QString &uri)
{
    // The first attribute has no semicolon of its own.
    QString path = uri.section(u'?', 0, 0).section(u':', 1).prepend(u';');
    QString named;
    for (auto matches = keyAttributes().globalMatch(path); matches.hasNext();)
        named += matches.next().captured();
    return named;
}

QString withoutKey(const QString &uri)
{
    const qsizetype query = uri.indexOf(u'?');
    QString path = (query < 0 ? uri : uri.left(query)).section(u':', 1).prepend(u';');
    path.remove(keyAttributes());
    return uri.section(u':', 0, 0) + u':' + path.mid(1) + (query < 0 ? QString() : uri.mid(query));
}

} // namespace packwarden::pki
