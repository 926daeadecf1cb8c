// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/forge.h"

#include "app/conform/kit/bsp.h"
#include "models/core/base/ids.h"

namespace packwarden::conform {

namespace {

constexpr qint64 day = 24 * 3600;

LogHead someHead()
{
    constexpr int idSize = 16;
    constexpr int hashSize = 32;
    return {QByteArray(idSize, 'c'), 1, QByteArray(hashSize, 'c')};
}

} // namespace

PackFacts PackFacts::read(Bsp &bsp)
{
    PackFacts facts;
    const auto serial = PackSerial::parse(QString::fromLatin1(bsp.ask(bytes("22F18C")).mid(3)));
    const auto life = LifeCycleInfo::decode(bsp.ask(bytes("220101")).mid(3));
    const auto table = ParameterInfo::decodeTable(bsp.ask(bytes("220109")).mid(3));
    facts.hardware = QString::fromLatin1(bsp.ask(bytes("22F191")).mid(3));
    facts.valid = serial.ok() && life.ok() && table.ok();
    if (!facts.valid)
        return facts;
    facts.serial = *serial;
    facts.now = life->now;
    facts.parameters = *table;
    return facts;
}

const ParameterInfo *PackFacts::parameter(const QString &id) const
{
    for (const ParameterInfo &row : parameters) {
        if (row.definition.id.text() == id)
            return &row;
    }
    return nullptr;
}

std::shared_ptr<SigningKey> Forge::key(const QString &name)
{
    auto opened = m_kit.person(name);
    if (!opened && !m_missing.contains(name))
        m_missing.append(name);
    return opened;
}

DocumentHead Forge::head(const Signers &signers, const QString &title)
{
    constexpr int idSize = 16;
    DocumentHead head;
    head.id = randomBytes(idSize);
    head.created = m_facts.now - 60;
    head.expires = m_facts.now + 7 * day;
    if (const auto author = key(signers.author))
        head.author = author->leaf().sha256;
    head.title = title;
    head.reason = QStringLiteral("Conformance test");
    return head;
}

ChangeRequest Forge::request(const QString &parameter, Milli to, const Signers &signers)
{
    ChangeRequest request;
    request.head = head(signers, parameter);
    const ParameterInfo *row = m_facts.parameter(parameter);
    if (row)
        request.packs.append({m_facts.serial, m_facts.hardware,
            {{row->definition.id, row->definition.unit, row->stored.base, row->stored.revision, to}}});
    return request;
}

CoseSign Forge::sign(const QByteArray &contentType, const QByteArray &payload, const Signers &signers)
{
    CoseSign document{contentType, payload, {}};
    m_signedAt = m_facts.now - 30;
    const auto author = signers.author.isEmpty() ? nullptr : key(signers.author);
    if (author && !document.addSignature(*author, Meaning::Author, m_signedAt, someHead()).ok())
        m_missing.append(signers.author);
    for (const QString &name : signers.approvers) {
        if (const auto approver = key(name))
            approve(document, approver);
    }
    return document;
}

CoseSign Forge::sign(const ChangeRequest &request, const Signers &signers)
{
    return sign(QByteArray(contenttype::request), request.encode(), signers);
}

void Forge::approve(CoseSign &document, const std::shared_ptr<SigningKey> &key)
{
    if (!key || !document.addSignature(*key, Meaning::Approve, ++m_signedAt, someHead()).ok())
        m_missing.append(QStringLiteral("a key to approve with"));
}

Milli Forge::goodSocMax() const
{
    constexpr qint64 little = 500;
    const ParameterInfo *row = m_facts.parameter(QStringLiteral("soc.max"));
    if (!row)
        return {};
    const qint64 base = row->stored.base.value;
    return Milli{base - little >= row->soft.min.value ? base - little : base + little};
}

} // namespace packwarden::conform
