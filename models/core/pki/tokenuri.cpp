// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/token.h"

#include "models/core/pki/tokenreason.h"

#include <p11-kit/uri.h>

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <cstring>
#include <memory>

namespace packwarden {

namespace {

struct UriDeleter
{
    void operator()(P11KitUri *uri) const { p11_kit_uri_free(uri); }
};

/// Fields of a token are padded with spaces, or with zeros where the URI does not name them.
template <std::size_t Size> QString field(const unsigned char (&bytes)[Size])
{
    const auto *text = reinterpret_cast<const char *>(bytes);
    return QString::fromUtf8(text, qsizetype(strnlen(text, Size))).trimmed();
}

QByteArray attribute(P11KitUri *uri, CK_ATTRIBUTE_TYPE type)
{
    const CK_ATTRIBUTE *found = p11_kit_uri_get_attribute(uri, type);
    return found ? QByteArray(static_cast<const char *>(found->pValue), qsizetype(found->ulValueLen)) : QByteArray();
}

} // namespace

bool isTokenUri(const QString &text)
{
    return text.startsWith(QLatin1String("pkcs11:"), Qt::CaseInsensitive);
}

bool holdsPin(const QString &locator)
{
    static const QRegularExpression pin(
        QStringLiteral("\\bpin(-[a-z]+)?\\s*="), QRegularExpression::CaseInsensitiveOption);
    // Encoded twice by mistake it is still there to be read.
    QByteArray text = locator.toUtf8();
    for (int i = 0; i < 3; ++i) {
        if (pin.match(QString::fromUtf8(text)).hasMatch())
            return true;
        text = QByteArray::fromPercentEncoding(text);
    }
    return false;
}

QString withoutSecrets(const QString &locator)
{
    if (!isTokenUri(locator))
        return holdsPin(locator) ? QStringLiteral("?") : locator;
    static const QSet<QString> known{QStringLiteral("token"), QStringLiteral("serial"), QStringLiteral("manufacturer"),
        QStringLiteral("model"), QStringLiteral("object"), QStringLiteral("type"), QStringLiteral("id"),
        QStringLiteral("library-manufacturer"), QStringLiteral("library-description"),
        QStringLiteral("library-version"), QStringLiteral("slot-id"), QStringLiteral("slot-description"),
        QStringLiteral("slot-manufacturer")};
    QStringList kept;
    static const QRegularExpression query(QStringLiteral("[?#&]"));
    const QStringList attributes = locator.section(u':', 1).section(query, 0, 0).split(u';');
    for (const QString &attribute : attributes) {
        if (known.contains(attribute.section(u'=', 0, 0)) && !holdsPin(attribute.section(u'=', 1)))
            kept.append(attribute);
    }
    return QStringLiteral("pkcs11:") + kept.join(u';');
}

Result<TokenUri> TokenUri::parse(const QString &text)
{
    // Never echo what may hold a PIN.
    if (holdsPin(text))
        return {Code::Malformed, QStringLiteral("pin in the URI"), TokenReason::PinInUri};
    const std::unique_ptr<P11KitUri, UriDeleter> uri(p11_kit_uri_new());
    const bool good = isTokenUri(text) && !text.contains(QChar())
        && p11_kit_uri_parse(text.toUtf8().constData(), P11_KIT_URI_FOR_OBJECT_ON_TOKEN_AND_MODULE, uri.get())
            == P11_KIT_URI_OK
        && p11_kit_uri_any_unrecognized(uri.get()) == 0;
    if (!good)
        return {Code::Malformed, QStringLiteral("pkcs11 URI")};
    const CK_TOKEN_INFO *info = p11_kit_uri_get_token_info(uri.get());
    TokenUri result;
    result.text = text;
    result.token = field(info->label);
    result.serial = field(info->serialNumber);
    result.manufacturer = field(info->manufacturerID);
    result.model = field(info->model);
    result.object = QString::fromUtf8(attribute(uri.get(), CKA_LABEL));
    result.id = attribute(uri.get(), CKA_ID);
    result.modulePath = QString::fromUtf8(p11_kit_uri_get_module_path(uri.get()));
    if (!result.modulePath.isEmpty() && !QFileInfo(result.modulePath).isAbsolute())
        return {Code::Malformed, result.modulePath};
    return result;
}

} // namespace packwarden
