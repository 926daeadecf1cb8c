// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/contentfault.h"

namespace packwarden {

namespace {

const QLatin1String ofList("CRL: ");
const QLatin1String ofName("subject: ");

} // namespace

QString ContentFault::text() const
{
    return (what == What::RevocationList ? ofList : ofName) + cause;
}

std::optional<ContentFault> ContentFault::in(const QString &detail)
{
    if (detail.startsWith(ofList))
        return ContentFault{What::RevocationList, detail.mid(ofList.size())};
    if (detail.startsWith(ofName))
        return ContentFault{What::Name, detail.mid(ofName.size())};
    return std::nullopt;
}

} // namespace packwarden
