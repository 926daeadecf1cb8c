// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/request.h"
#include "models/core/rules/rules.h"

namespace packwarden {

enum class ProvisionStep { Pair, Limits, Foundation, DeviceCertificate, Protect, Seal };
QLatin1String provisionStepName(ProvisionStep step); ///< "device-certificate"
std::optional<ProvisionStep> provisionStepFromName(const QString &name);

/// A step of making a pack, signed by people of the manufacturer (content type provision, COSE_Sign). Before the seal.
struct ProvisionDocument
{
    DocumentHead head;
    PackSerial serial;
    ProvisionStep step = ProvisionStep::Pair;
    QMap<QString, QString> components; ///< pair: slot -> id
    QByteArray datasheet; ///< limits: the COSE_Sign1 of the cell data sheet
    SiliconLimits silicon; ///< limits
    Foundation foundation; ///< foundation
    QList<QByteArray> deviceChain; ///< device-certificate: DER, leaf first
    bool operator==(const ProvisionDocument &) const = default;

    QByteArray encode() const; ///< the payload; protect and seal have an empty body
    static Result<ProvisionDocument> decode(const QByteArray &payload);
    /// How many people must approve: two where numbers are typed (limits, foundation), else one.
    static int approvalsNeeded(ProvisionStep step);
};

/// What the maker of the cells says of them (content type datasheet, COSE_Sign1 by somebody under the manufacturer's
/// root, who answers for it).
struct CellDataSheet
{
    QString chemistry;
    QString maker;
    QString batch;
    QMap<ParameterId, Range> bounds;
    bool operator==(const CellDataSheet &) const = default;

    QByteArray encode() const;
    static Result<CellDataSheet> decode(const QByteArray &payload);
};

/// Bounds that no cell of a chemistry ("NMC", "LFP") may pass, per parameter of a single cell, from textbooks. Empty
/// for a chemistry that is not known: such limits are refused.
QMap<ParameterId, Range> chemistryBounds(const QString &chemistry);

} // namespace packwarden
