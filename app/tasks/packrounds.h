// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/core/pack/linkvalues.h"
#include "models/core/pack/packanswers.h"
#include "models/core/pack/statement.h"
#include "models/fleet/packtrouble.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace packwarden {

class Courier;
class PackRequests;
class StatementDesk;
class TrustDesk;
class Workspace;

/// Keeps packs and console up to date with each other. A round of a pack: where its rules may be others than before it
/// signs its state, and what it holds by that word and is not known here is read; what is new is taken, and the courier
/// brings what it lacks. A pack is due when it appears,
/// when it tells of other rules or newer lists than it had in its last round, and when this console learnt rules,
/// lists, locks or withdrawals since. Several packs side by side, each asked one thing at a time; what two of them hold
/// by the same hash is read from one. A pack that does not answer or refuses is left alone for longer and longer. Lives
/// on the thread of its owner; all must outlive it.
class PackRounds final : public QObject
{
    Q_OBJECT
public:
    /// Milliseconds.
    struct Timings
    {
        int settle = 1000; ///< what is learnt in quick succession is brought in one round
        int rest = 3000; ///< between two rounds of a pack
        int retry = 5000; ///< after the first failure; twice as long after each further one
        int longest = 600'000;
        int patience = 120'000; ///< for a round to end
        int gone = 3000; ///< not heard for so long: not on the bus, and another pack where one is heard again
    };

    PackRounds(Workspace &workspace, PackRequests &requests, StatementDesk &statements, TrustDesk &trust,
        Courier &courier, const Timings &timings, QObject *parent = nullptr);

    bool isPresent(const QString &serial) const { return m_packs.contains(serial); }
    /// Why packs on the bus do not know everything yet, as far as that is known.
    const QMap<QString, PackTrouble> &troubles() const { return m_troubles; }
    /// Names the locks and withdrawals that a courier would bring; others than before make all packs due.
    void setDocuments(const QByteArray &digest);
    /// Every pack on the bus is due now, also one that refused.
    void bringNow();
    /// The bus is another one, or gone.
    void forget();

Q_SIGNALS:
    void troublesChanged();
    /// A pack refused or did not answer; told once until it succeeds again.
    void failed(const QString &serial, const packwarden::Error &error);

private:
    struct Pack
    {
        bool due = true;
        bool toRead = true; ///< its rules may be others than are known
        qint64 heardAt = 0; ///< monotonic milliseconds
        qint64 from = 0; ///< not before; monotonic milliseconds
        int failures = 0; ///< in a row
        int idle = 0; ///< rounds in a row that it asked for itself and that brought nothing new
        QByteArray known; ///< what this console had to bring in its last round that succeeded
        int policyVersion = 0; ///< told by telemetry at its last round
        RulesVersion policy; ///< told by its facts, likewise
        RulesVersion charter;
        std::optional<Error> error;
    };
    struct Round
    {
        enum class Stage {
            Facts, ///< alone, while a person compares the rules of another pack
            Word, ///< its signed state, and which lists it knows
            Turn, ///< what it holds is being read from another pack
            Rules,
            Visit,
        };
        Stage stage = Stage::Rules;
        QByteArray bringing;
        QByteArray before; ///< what was known of the pack's rules
        quint64 number = 0; ///< by which a late answer of another round is told
        std::optional<Statement> said; ///< its word
        std::optional<PackKnowledge> knowledge; ///< said right after it
        PackRules held; ///< by its word, and known here
        QSet<QByteArray> reading; ///< by its word, and being read from it: SHA-256
        bool isWhole = false; ///< nothing of its rules is to be read
        bool isOwnNews = false; ///< the pack is due for what it tells of itself alone
        std::optional<Error> error; ///< of a load that the pack refused
        qint64 since = 0;
    };

    void hear(const QList<PackTelemetry> &packs);
    void hearFacts(const PackFacts &facts);
    void comeBack(const QString &serial, Pack &pack);
    void setDue(Pack &pack);
    void learnt();
    void step();
    void begin(const QString &serial, Pack &pack);
    /// The round of a pack while it is at this stage; null otherwise.
    Round *roundAt(const QString &serial, Round::Stage stage);
    /// As long as it is the one with this number, and waits for the pack's word.
    Round *waitingForWord(const QString &serial, quint64 number);
    void askForItsWord(const QString &serial, quint64 number);
    void onWord(const QString &serial, const Statement &statement);
    void useWord(const QString &serial);
    void takeTurns();
    void read(const QString &serial, bool listsToo);
    void onReadFailed(const QString &serial, const Error &error);
    void onTaken(const QString &serial, const Result<> &result);
    void hearKnowledge(const QString &serial, const PackKnowledge &knowledge);
    void visit(const QString &serial);
    void end(const QString &serial, const std::optional<Error> &error);
    void offerOthers();
    void tellTroubles();
    QByteArray bringing();
    QByteArray rulesOf(const QString &serial) const;
    qint64 now() const;

    Workspace &m_workspace;
    PackRequests &m_requests;
    StatementDesk &m_statements;
    TrustDesk &m_trust;
    Courier &m_courier;
    const Timings m_timings;
    QHash<QString, Pack> m_packs; ///< on the bus; a bus has at most 253 nodes
    QHash<QString, int> m_told; ///< policy version in the newest telemetry
    QHash<QString, Round> m_rounds; ///< under way
    QSet<QString> m_offered; ///< whose rules were read while nothing was pinned
    QMap<QString, PackTrouble> m_troubles;
    QByteArray m_documents;
    QByteArray m_seen; ///< all lists and the pinned rules, when m_bringing was worked out
    QByteArray m_bringing;
    quint64 m_number = 0; ///< of the last round
    bool m_wasEmpty = true; ///< nothing was pinned
    QTimer m_settle;
    QTimer m_tick;
};

} // namespace packwarden
