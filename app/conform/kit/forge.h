// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/conform/kit/kit.h"
#include "models/core/cose/cose.h"
#include "models/core/documents/request.h"
#include "models/core/pack/packstate.h"

namespace packwarden::conform {

class Bsp;

/// What the documents for the pack under test are made of, as it tells itself.
struct PackFacts
{
    PackSerial serial;
    QString hardware;
    qint64 now = 0;
    QList<ParameterInfo> parameters;
    bool valid = false;

    static PackFacts read(Bsp &bsp);
    const ParameterInfo *parameter(const QString &id) const;
};

/// Who signs, by the names of the kit's keys. The author signs first, then the others approve.
struct Signers
{
    QString author = QStringLiteral("courier-fleet-manager");
    QStringList approvers{QStringLiteral("leasing-asset-manager"), QStringLiteral("celldata-specialist")};
};

/// Makes documents with the kit's keys: right ones, and forgeries of every kind.
class Forge final
{
public:
    Forge(Kit &kit, const PackFacts &facts)
        : m_kit(kit)
        , m_facts(facts)
    {
    }

    /// For one value, from what the pack holds; by the author.
    ChangeRequest request(const QString &parameter, Milli to, const Signers &signers = {});
    CoseSign sign(const QByteArray &contentType, const QByteArray &payload, const Signers &signers = {});
    CoseSign sign(const ChangeRequest &request, const Signers &signers = {});
    /// One more approval by this key.
    void approve(CoseSign &document, const std::shared_ptr<SigningKey> &key);
    /// A value that the pack would take for soc.max, within limits and step.
    Milli goodSocMax() const;
    /// Did every key that was asked for open?
    bool isWhole() const { return m_missing.isEmpty(); }
    const QStringList &missing() const { return m_missing; }
    const PackFacts &facts() const { return m_facts; }
    Kit &kit() { return m_kit; }
    DocumentHead head(const Signers &signers, const QString &title);

private:
    std::shared_ptr<SigningKey> key(const QString &name);

    Kit &m_kit;
    PackFacts m_facts;
    QStringList m_missing;
    qint64 m_signedAt = 0;
};

} // namespace packwarden::conform
