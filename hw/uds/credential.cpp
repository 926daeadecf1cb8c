// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/credential.h"

#include <limits>

namespace packwarden {

namespace {

/// Length of the DER value at the start of the bytes with its header; 0 if it is no SEQUENCE or runs past the end.
qsizetype sequenceLength(const QByteArray &bytes)
{
    constexpr quint8 sequence = 0x30;
    constexpr int longForm = 0x80;
    if (bytes.size() < 2 || quint8(bytes.at(0)) != sequence)
        return 0;
    const int first = quint8(bytes.at(1));
    if (first < longForm)
        return bytes.size() >= 2 + first ? 2 + first : 0;
    const int width = first - longForm;
    if (width < 1 || width > 3 || bytes.size() < 2 + width)
        return 0;
    qsizetype length = 0;
    for (int i = 0; i < width; ++i)
        length = length << 8 | quint8(bytes.at(2 + i));
    return bytes.size() >= 2 + width + length ? 2 + width + length : 0;
}

} // namespace

Result<Certificate> judgeDevice(
    const QList<QByteArray> &chain, const PackSerial &serial, const DeviceTrust &trust, qint64 at)
{
    QList<Certificate> certificates;
    for (const QByteArray &der : chain) {
        const auto certificate = Certificate::fromDer(der);
        if (!certificate.ok())
            return certificate.error();
        certificates.append(*certificate);
    }
    if (certificates.isEmpty())
        return {Code::Malformed, QStringLiteral("no certificate")};
    const Certificate leaf = certificates.takeFirst();
    if (leaf.packSerial != serial.text())
        return {Code::WrongPack, leaf.packSerial};
    const auto root = validateChain(
        leaf, certificates, {{trust.root}, trust.crls}, ChainPurpose::Device, at, std::numeric_limits<qint32>::max());
    if (!root.ok())
        return root.error();
    return leaf;
}

QByteArray joinCertificates(const QList<QByteArray> &chain)
{
    return chain.join();
}

Result<QList<QByteArray>> splitCertificates(const QByteArray &bytes)
{
    QList<QByteArray> chain;
    for (qsizetype offset = 0; offset < bytes.size();) {
        const qsizetype length = sequenceLength(bytes.mid(offset));
        if (length == 0 || chain.size() == maxCertificates)
            return {Code::Malformed, QStringLiteral("certificates")};
        chain.append(bytes.mid(offset, length));
        offset += length;
    }
    if (chain.isEmpty())
        return {Code::Malformed, QStringLiteral("certificates")};
    return chain;
}

} // namespace packwarden
