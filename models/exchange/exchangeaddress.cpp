// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchangeaddress.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace packwarden {

namespace {

constexpr char scheme[] = "postgresql";

Error odd(const QString &sentence)
{
    return {Code::Malformed, sentence};
}

} // namespace

Result<ExchangeAddress> ExchangeAddress::parse(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String(scheme) && url.scheme() != QLatin1String("postgres")))
        return odd(QStringLiteral("an exchange is named like postgresql://LOGIN@HOST/DATABASE"));
    if (!url.password().isEmpty() || url.userInfo().contains(u':'))
        return odd(QStringLiteral("a password must not stand in the address; put it into ~/.pgpass"));
    ExchangeAddress address{
        url.host(), url.port(0), url.path(QUrl::FullyDecoded).mid(1), url.userName(QUrl::FullyDecoded), {}};
    const QUrlQuery query(url);
    QStringList seen;
    for (const auto &[word, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (seen.contains(word))
            return odd(QStringLiteral("%1 stands twice in the address").arg(word));
        seen.append(word);
        if (word == QLatin1String("host") && address.host.isEmpty())
            address.host = value;
        else if (word == QLatin1String("user") && address.login.isEmpty())
            address.login = value;
        else if (word == QLatin1String("sslrootcert"))
            address.rootCertificate = value;
        else if (word == QLatin1String("password"))
            return odd(QStringLiteral("a password must not stand in the address; put it into ~/.pgpass"));
        else if (word == QLatin1String("sslmode") && value == QLatin1String("verify-full"))
            continue; // that is what is done anyway
        else if (word == QLatin1String("sslmode"))
            return odd(QStringLiteral("only sslmode=verify-full is used: the server must prove who it is"));
        else
            return odd(QStringLiteral("there is no option %1 for an exchange").arg(word));
    }
    if (address.database.isEmpty() || address.database.contains(u'/'))
        return odd(QStringLiteral("the address names no database: postgresql://LOGIN@HOST/DATABASE"));
    return address;
}

QString ExchangeAddress::text() const
{
    QUrl url;
    url.setScheme(QLatin1String(scheme));
    QUrlQuery query;
    const bool socket = host.isEmpty() || host.startsWith(u'/') || hasSeveral();
    url.setHost(socket ? QStringLiteral("") : host);
    if (port != 0 && !socket)
        url.setPort(port);
    if (socket && !host.isEmpty())
        query.addQueryItem(QStringLiteral("host"), host);
    if (socket && !login.isEmpty())
        query.addQueryItem(QStringLiteral("user"), login);
    else if (!login.isEmpty())
        url.setUserName(login);
    if (!rootCertificate.isEmpty())
        query.addQueryItem(QStringLiteral("sslrootcert"), rootCertificate);
    url.setPath(u'/' + database);
    if (!query.isEmpty())
        url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

bool ExchangeAddress::isLocal() const
{
    const QStringList hosts = host.split(u',');
    return std::all_of(hosts.begin(), hosts.end(), [](const QString &one) {
        return one.isEmpty() || one.startsWith(u'/') || one == QLatin1String("localhost")
            || one == QLatin1String("127.0.0.1") || one == QLatin1String("::1");
    });
}

} // namespace packwarden
