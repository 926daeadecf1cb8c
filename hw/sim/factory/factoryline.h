// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/factory/factory.h"
#include "models/core/documents/provisioning.h"
#include "models/core/documents/rulechange.h"

namespace packwarden {
class Clock;
}

namespace packwarden::sim {

class DocumentGate;

/// A manufacturer's production line: it makes, in order, every document that brings an identified pack to its seal, and
/// signs it with the keys of two engineers. What it makes goes through the pack's gate like anybody's.
class FactoryLine final
{
public:
    struct Papers
    {
        std::shared_ptr<SigningKey> engineer; ///< author, and first to approve
        std::shared_ptr<SigningKey> colleague; ///< approves what two must answer for
        Certificate root; ///< the manufacturer's
        pki::PrivateKey rootKey;
        qint64 deviceLife = 0; ///< seconds
        QList<CrlEntry> lists; ///< by which the engineers' certificates are judged
        SiliconLimits silicon;
        CellDataSheet sheet;
        Foundation foundation;
        CharterUpload charter; ///< the first one, signed by all
    };

    /// A document of a pack that is made: kind as in documentkind.h.
    struct Station
    {
        QString name; ///< "clock", "limits", ...
        int kind = 0;
        /// At this time, for the pack as it stands.
        std::function<Result<QByteArray>(const PackMemory &pack, qint64 now)> make;
    };

    explicit FactoryLine(Papers papers)
        : m_papers(std::move(papers))
    {
    }

    /// In order: lists, clock, pair, limits, foundation, device-certificate, first-charter, protect, seal.
    QList<Station> stations() const;
    /// All stations through a pack's gate. The pack's reason with the station's name in front.
    Result<> run(const PackMemory &pack, DocumentGate &gate, const Clock &clock) const;

private:
    Result<QByteArray> timeDocument(const PackMemory &pack, qint64 now) const;
    Result<QByteArray> step(ProvisionStep step, const PackMemory &pack, qint64 now) const;
    Result<QByteArray> certificateFor(const PackMemory &pack, qint64 now) const;

    Papers m_papers;
};

} // namespace packwarden::sim
