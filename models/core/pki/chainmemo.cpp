// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/chainmemo.h"

#include "models/core/base/ids.h"

#include <limits>

namespace packwarden {

const Certificate *ChainMemo::find(const QByteArray &der)
{
    const auto known = m_certificates.constFind(Der{der});
    if (known != m_certificates.constEnd())
        return &*known;
    const auto certificate = Certificate::fromDer(der);
    if (!certificate.ok())
        return nullptr;
    if (m_certificates.size() >= maxCertificates)
        m_certificates.clear();
    return &*m_certificates.insert(Der{der}, *certificate);
}

Result<Certificate> ChainMemo::certificate(const QByteArray &der)
{
    if (const Certificate *known = find(der))
        return *known;
    return Certificate::fromDer(der); // for its error
}

QList<Certificate> ChainMemo::distinct(const QList<QByteArray> &ders)
{
    if (m_asked.isEmpty() || m_asked != ders) {
        m_asked = ders;
        m_distinct.clear();
        for (const QByteArray &der : ders) {
            const Certificate *certificate = find(der);
            if (certificate && !m_distinct.contains(*certificate))
                m_distinct.append(*certificate);
        }
    }
    return m_distinct;
}

bool ChainMemo::isListOf(const Crl &crl, const Certificate &issuer)
{
    if (!issuer.isAuthority || crl.issuerDer != issuer.subjectDer)
        return false;
    const QByteArray key = sha256(crl.der) + issuer.sha256;
    if (m_lists.contains(key))
        return true;
    if (m_foreignLists.contains(key))
        return false;
    const bool good = packwarden::isListOf(crl, issuer);
    QSet<QByteArray> &known = good ? m_lists : m_foreignLists;
    if (known.size() >= (good ? maxLists : maxForeignLists))
        known.clear();
    known.insert(key);
    return good;
}

QByteArray ChainMemo::keyOf(const Certificate &leaf, const QList<Certificate> &intermediates,
    const TrustAnchors &anchors, ChainPurpose purpose, qint64 crlGrace)
{
    bool same = m_roots == anchors.roots.size() && m_anchors.size() == anchors.roots.size() + anchors.crls.size();
    for (qsizetype i = 0; same && i < m_anchors.size(); ++i)
        same = m_anchors.at(i) == (i < m_roots ? anchors.roots.at(i).der : anchors.crls.at(i - m_roots).crl.der);
    if (!same) {
        m_paths.clear();
        m_anchors.clear();
        m_roots = anchors.roots.size();
        for (const Certificate &root : anchors.roots)
            m_anchors.append(root.der);
        for (const CrlEntry &entry : anchors.crls)
            m_anchors.append(entry.crl.der);
    }
    QByteArray key = leaf.sha256;
    for (const Certificate &certificate : intermediates)
        key += certificate.sha256;
    key += purpose == ChainPurpose::Person ? 'p' : 'd';
    return key + QByteArray::number(crlGrace);
}

std::optional<Certificate> ChainMemo::rootOf(const Certificate &leaf, const QList<Certificate> &intermediates,
    const TrustAnchors &anchors, ChainPurpose purpose, qint64 at, qint64 crlGrace)
{
    const auto path = m_paths.constFind(keyOf(leaf, intermediates, anchors, purpose, crlGrace));
    if (path == m_paths.constEnd() || at <= path->after || at >= path->before)
        return std::nullopt;
    return path->root;
}

void ChainMemo::keep(const Certificate &leaf, const QList<Certificate> &intermediates, const TrustAnchors &anchors,
    ChainPurpose purpose, qint64 at, qint64 crlGrace, const Certificate &root)
{
    Path path{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), root};
    bool onEdge = false;
    const auto bound = [&](qint64 date) {
        onEdge = onEdge || date == at;
        if (date < at)
            path.after = std::max(path.after, date);
        else
            path.before = std::min(path.before, date);
    };
    for (const Certificate &certificate : QList<Certificate>{leaf} + intermediates + anchors.roots) {
        bound(certificate.notBefore);
        bound(certificate.notAfter);
    }
    for (const CrlEntry &entry : anchors.crls) {
        bound(entry.crl.thisUpdate);
        bound(entry.crl.nextUpdate);
        bound(entry.crl.nextUpdate + crlGrace);
    }
    if (onEdge)
        return;
    const QByteArray key = keyOf(leaf, intermediates, anchors, purpose, crlGrace);
    if (m_paths.size() >= maxPaths)
        m_paths.clear();
    m_paths.insert(key, path);
}

} // namespace packwarden
