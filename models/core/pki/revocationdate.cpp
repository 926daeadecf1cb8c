// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/revocationdate.h"

#include "models/core/pki/openssl.h"

#include <openssl/err.h>

namespace packwarden {

std::optional<qint64> revocationDate(const Crl &list, const QByteArray &serialNumber)
{
    if (!list.revokedSerials.contains(serialNumber))
        return {};
    const auto *data = reinterpret_cast<const unsigned char *>(list.der.constData());
    const ssl::X509CrlPtr crl(d2i_X509_CRL(nullptr, &data, long(list.der.size())));
    ERR_clear_error();
    if (!crl)
        return {};
    STACK_OF(X509_REVOKED) *entries = X509_CRL_get_REVOKED(crl.get());
    for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
        const X509_REVOKED *entry = sk_X509_REVOKED_value(entries, i);
        if (ssl::integerBytes(X509_REVOKED_get0_serialNumber(entry)) != serialNumber)
            continue;
        return ssl::unixTime(X509_REVOKED_get0_revocationDate(entry));
    }
    return {};
}

} // namespace packwarden
