// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/revokedlist.h"

#include <openssl/err.h>

#include <QSet>

namespace packwarden::ssl {

namespace {

using IntegerPtr = std::unique_ptr<ASN1_INTEGER, Deleter<ASN1_INTEGER_free>>;
using DistributionPtr = std::unique_ptr<ISSUING_DIST_POINT, Deleter<ISSUING_DIST_POINT_free>>;

constexpr int readOctets = 8; ///< of a list's number

/// Null where there is none; critical then tells "absent" (-1) from "twice" (-2) and from "of another type".
IntegerPtr integerOf(const X509_CRL *crl, int nid, int &critical)
{
    IntegerPtr number(static_cast<ASN1_INTEGER *>(X509_CRL_get_ext_d2i(crl, nid, &critical, nullptr)));
    ERR_clear_error();
    return number;
}

QString numberFault(const X509_CRL *crl)
{
    int critical = 0;
    const auto number = integerOf(crl, NID_crl_number, critical);
    if (!number) {
        return critical == -1 ? QStringLiteral("no number")
            : critical == -2  ? QStringLiteral("two numbers")
                              : QStringLiteral("the number is no INTEGER");
    }
    if (ASN1_STRING_type(number.get()) == V_ASN1_NEG_INTEGER)
        return QStringLiteral("the number is negative");
    const qsizetype octets = integerBytes(number.get()).size();
    int64_t value = 0;
    if (ASN1_INTEGER_get_int64(&value, number.get()) != 1) {
        ERR_clear_error();
        return QStringLiteral("the number has %1 octets, more than %2 are not read").arg(octets).arg(readOctets);
    }
    return {};
}

QString scopeFault(const X509_CRL *crl)
{
    // A delta or partitioned list would leave out what it does not say.
    if (X509_CRL_get_ext_by_NID(crl, NID_delta_crl, -1) >= 0) {
        int critical = 0;
        const auto base = integerOf(crl, NID_delta_crl, critical);
        return base ? QStringLiteral("a delta to list 0x%1, not a complete list")
                          .arg(QString::fromLatin1(integerBytes(base.get()).toHex()))
                    : QStringLiteral("a delta, not a complete list");
    }
    if (X509_CRL_get_ext_by_NID(crl, NID_issuing_distribution_point, -1) < 0)
        return {};
    const DistributionPtr point(
        static_cast<ISSUING_DIST_POINT *>(X509_CRL_get_ext_d2i(crl, NID_issuing_distribution_point, nullptr, nullptr)));
    ERR_clear_error();
    const QString what = QStringLiteral("issuing distribution point: ");
    if (!point)
        return what + QStringLiteral("unreadable");
    if (point->indirectCRL > 0)
        return what + QStringLiteral("an indirect list, which speaks for other issuers");
    if (point->onlyuser > 0)
        return what + QStringLiteral("only user certificates, not a complete list");
    if (point->onlyCA > 0)
        return what + QStringLiteral("only authorities, not a complete list");
    if (point->onlyattr > 0)
        return what + QStringLiteral("only attribute certificates");
    if (point->onlysomereasons)
        return what + QStringLiteral("only some reasons, not a complete list");
    return what + QStringLiteral("of one distribution point, perhaps not a complete list");
}

QString entryFault(X509_CRL *crl)
{
    const STACK_OF(X509_REVOKED) *entries = X509_CRL_get_REVOKED(crl);
    for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
        const X509_REVOKED *entry = sk_X509_REVOKED_value(entries, i);
        const QString serial = QString::fromLatin1(integerBytes(X509_REVOKED_get0_serialNumber(entry)).toHex());
        if (X509_REVOKED_get_ext_by_NID(entry, NID_certificate_issuer, -1) >= 0)
            return QStringLiteral("entry %1 speaks for another issuer: an indirect list").arg(serial);
        if (X509_REVOKED_get_ext_by_critical(entry, 1, -1) >= 0)
            return QStringLiteral("entry %1 has a critical extension that is not known").arg(serial);
    }
    return {};
}

QString criticalFault(const X509_CRL *crl)
{
    for (int i = 0; i < X509_CRL_get_ext_count(crl); ++i) {
        X509_EXTENSION *extension = X509_CRL_get_ext(crl, i);
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (X509_EXTENSION_get_critical(extension) == 0 || nid == NID_authority_key_identifier || nid == NID_crl_number)
            continue;
        char name[128] = "";
        OBJ_obj2txt(name, sizeof name, X509_EXTENSION_get_object(extension), 1);
        return QStringLiteral("a critical extension that is not known: %1").arg(QLatin1String(name));
    }
    return {};
}

bool isTakenBack(const X509_REVOKED *entry)
{
    constexpr long removeFromCrl = 8; // RFC 5280, 5.3.1
    auto *reason = static_cast<ASN1_ENUMERATED *>(X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nullptr, nullptr));
    const bool takenBack = reason && ASN1_ENUMERATED_get(reason) == removeFromCrl;
    ASN1_ENUMERATED_free(reason);
    ERR_clear_error();
    return takenBack;
}

} // namespace

QString listFault(const X509_CRL *crl)
{
    if (X509_CRL_get_version(crl) != X509_CRL_VERSION_2)
        return QStringLiteral("version %1, without a number").arg(X509_CRL_get_version(crl) + 1);
    if (!X509_CRL_get0_nextUpdate(crl))
        return QStringLiteral("no nextUpdate");
    for (const QString &fault : {scopeFault(crl), numberFault(crl), criticalFault(crl)}) {
        if (!fault.isEmpty())
            return fault;
    }
    if (unixTime(X509_CRL_get0_nextUpdate(crl)) == 0)
        return QStringLiteral("nextUpdate is no time");
    return entryFault(const_cast<X509_CRL *>(crl));
}

qint64 listNumber(const X509_CRL *crl)
{
    int critical = 0;
    const auto number = integerOf(crl, NID_crl_number, critical);
    int64_t value = -1;
    ASN1_INTEGER_get_int64(&value, number.get());
    return value;
}

QList<QByteArray> revokedSerials(X509_CRL *crl)
{
    QList<QByteArray> serials;
    QSet<QByteArray> seen;
    const STACK_OF(X509_REVOKED) *entries = X509_CRL_get_REVOKED(crl);
    for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
        const X509_REVOKED *entry = sk_X509_REVOKED_value(entries, i);
        const QByteArray serial = integerBytes(X509_REVOKED_get0_serialNumber(entry));
        if (seen.contains(serial) || isTakenBack(entry))
            continue;
        seen.insert(serial);
        serials.append(serial);
    }
    return serials;
}

} // namespace packwarden::ssl
