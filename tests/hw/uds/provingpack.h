// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/authentication.h"
#include "tests/hw/uds/scriptedpack.h"
#include "tests/support/testworld.h"

#include <QMap>

namespace packwarden::test {

/// A pack that speaks service 29 and checks the tail of every action, with each of its steps open to a test's lies.
class ProvingPack final : public QObject
{
    Q_OBJECT

public:
    ProvingPack(MemoryWire &wire, TestWorld &world, const QString &serial = QStringLiteral("SDB-TEST-0001"));

    ScriptedPack &node() { return m_pack; }
    const QList<QByteArray> &requests() const { return m_pack.requests(); }
    /// Requests and answers in their order, each after "> " or "< ".
    const QList<QByteArray> &talk() const { return m_talk; }
    int count(const char *prefixHex) const;
    bool isOpen() const { return m_open; }
    void endSession() { m_open = false; }
    /// The requests whose tail held, without it.
    const QList<QByteArray> &actions() const { return m_actions; }
    const QList<quint16> &sequences() const { return m_sequences; }

    // What it does; a test may change any of it.
    QList<QByteArray> chain; ///< DER
    std::shared_ptr<SigningKey> key;
    std::function<QByteArray(const authentication::Exchange &)> proofOver = authentication::serverProof;
    std::function<QByteArray()> challenge; ///< of the pack
    /// Asked first with each request; nothing: the pack answers as it does.
    std::function<std::optional<QList<QByteArray>>(const QByteArray &request)> disturb;
    QMap<QByteArray, QList<QByteArray>> instead; ///< answers by the beginning of a request; used up at the first
    std::function<QList<QByteArray>(const QByteArray &action)> perform; ///< after its tail held
    QMap<quint16, QByteArray> values; ///< public identifiers
    QMap<quint16, QByteArray> guarded; ///< those that need authentication
    /// Changes the answer 69 02 as a whole.
    std::function<QByteArray(QByteArray)> twist = [](QByteArray answer) {
        return answer;
    };

private:
    QList<QByteArray> answer(const QByteArray &request);
    QList<QByteArray> takeCertificate(const QByteArray &request);
    QList<QByteArray> takeProof(const QByteArray &request);
    QList<QByteArray> readData(const QByteArray &request) const;
    QList<QByteArray> act(const QByteArray &request);

    ScriptedPack m_pack;
    authentication::Exchange m_exchange;
    Certificate m_client;
    int m_session = 1;
    int m_challenges = 0;
    quint16 m_sequence = 0;
    bool m_waitsForProof = false;
    bool m_open = false;
    QList<QByteArray> m_talk;
    QList<QByteArray> m_actions;
    QList<quint16> m_sequences;
};

/// As the wire has them.
QByteArray withLength(const QByteArray &bytes);

} // namespace packwarden::test
