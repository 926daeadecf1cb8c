// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/tokenlist.h"

#include "models/core/base/wholefile.h"

#include <libp11.h>

#include <openssl/err.h>

#include <QDir>
#include <QFile>
#include <QUrl>

#include <memory>

namespace packwarden::pki {

namespace {

QString text(const char *from)
{
    return QString::fromUtf8(from ? from : "").trimmed();
}

QString uriOf(const TokenInfo &token, const QString &module)
{
    const auto escaped = [](const QString &value, const char *keep) {
        return QString::fromLatin1(QUrl::toPercentEncoding(value, keep));
    };
    QString uri = QStringLiteral("pkcs11:token=") + escaped(token.label, "");
    if (!token.serial.isEmpty())
        uri += QStringLiteral(";serial=") + escaped(token.serial, "");
    return module.isEmpty() ? uri : uri + QStringLiteral("?module-path=") + escaped(module, "/");
}

struct Unload
{
    void operator()(PKCS11_CTX *context) const
    {
        PKCS11_CTX_unload(context);
        PKCS11_CTX_free(context);
        ERR_clear_error();
    }
};

} // namespace

Result<QList<TokenInfo>> listTokens(const QString &modulePath)
{
    if (!modulePath.isEmpty() && !QDir::isAbsolutePath(modulePath))
        return {Code::Malformed, modulePath};
    const QString module = modulePath.isEmpty() ? QStringLiteral("libp11-kit.so.0") : modulePath;
    if (auto good = wholefile::check(module); !good.ok())
        return good.error();
    PKCS11_CTX *made = PKCS11_CTX_new();
    if (!made || PKCS11_CTX_load(made, QFile::encodeName(module).constData()) != 0) {
        if (made)
            PKCS11_CTX_free(made);
        ERR_clear_error();
        return {Code::KeyUnusable, module};
    }
    const std::unique_ptr<PKCS11_CTX, Unload> context(made);
    PKCS11_SLOT *all = nullptr;
    unsigned count = 0;
    if (PKCS11_enumerate_slots(made, &all, &count) != 0)
        return {Code::KeyUnusable, module};
    QList<TokenInfo> tokens;
    for (unsigned i = 0; i < count; ++i) {
        const PKCS11_TOKEN *token = all[i].token;
        if (!token || !token->initialized)
            continue;
        TokenInfo info{text(token->label), text(token->serialnr), text(token->manufacturer), text(token->model),
            token->userPinLocked != 0, token->userPinCountLow != 0 || token->userPinFinalTry != 0,
            token->secureLogin != 0, {}};
        info.uri = uriOf(info, modulePath);
        tokens.append(info);
    }
    PKCS11_release_all_slots(made, all, count);
    return tokens;
}

} // namespace packwarden::pki
