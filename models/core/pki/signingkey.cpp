// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/signingkey.h"

#include <QCoreApplication>
#include <QDir>
#include <QtCrypto>

namespace packwarden {

class CryptoRuntime::Private
{
public:
    QCA::Initializer initializer;
};

CryptoRuntime::CryptoRuntime()
{
    // A package brings the plugin along where the system has none; a build folder has no such folder beside it.
    const QDir beside(QCoreApplication::applicationDirPath() + QStringLiteral("/../" PACKWARDEN_PRIVATE_LIBRARIES));
    if (beside.exists())
        QCoreApplication::addLibraryPath(beside.canonicalPath());
    d = std::make_unique<Private>();
}

CryptoRuntime::~CryptoRuntime() = default;

Result<> CryptoRuntime::check() const
{
    for (const char *feature : {"rsa", "sha256", "pkcs12", "cert", "random"}) {
        if (!QCA::isSupported(feature))
            return {Code::KeyUnusable, QStringLiteral("QCA has no %1").arg(QLatin1String(feature))};
    }
    return Result<>::success();
}

} // namespace packwarden
