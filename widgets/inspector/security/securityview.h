// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "widgets/style/theme.h"

#include <QHash>
#include <QMap>
#include <QScrollArea>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace packwarden {

class Chip;
class LifeCycleSteps;
class ListFreshness;
class MessageBar;
class RepositoryMap;
struct Certificate;

/// What the security processor of a pack says of itself: identity, life cycle, its key repository by the four kinds of
/// memory, lock, parts, counters, and what it knows. Each card says in a chip how it stands, then why. Asks by signal;
/// each answer fills its own card.
class SecurityView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit SecurityView(QWidget *parent = nullptr);

    void setFacts(const PackFacts &facts);
    /// The pack's own certificate as its last signed word carried it; issuer: by name. now: Unix seconds.
    void setDevice(const Certificate &device, const QString &issuer, qint64 now);
    /// What the pack itself proved: when it gave a fresh word since it was connected, 0: it did not; and what
    /// contradicts itself, in words. Without proof nothing that it says is told as good. Comes before setDevice.
    void setProof(qint64 provedAt, const QString &contradictions, const QString &doubt = {});
    /// For how long each layer counts on lists past their next update, by the charter.
    void setGrace(const QMap<int, qint64> &seconds) { m_grace = seconds; }
    /// now: Unix seconds of this console, for what is out of date.
    void take(const PackAnswer &answer, qint64 now);
    /// lists: newest number known here, by SHA-256 of the issuer's key.
    void setListsKnownHere(const QHash<QByteArray, qint64> &lists) { m_lists = lists; }
    void setReading(bool reading);
    void setReadAt(qint64 at);
    /// Not all of it could be read: what stands here is older.
    void setNotRead();
    void showStatement(Status status, const QString &text);
    /// Of another pack nothing is known yet.
    void clear();

Q_SIGNALS:
    void readWanted();
    void statementWanted();
    /// To lock the pack against theft, or to end the lock that it has.
    void lockWanted(bool lock);

private:
    struct Card
    {
        QVBoxLayout *column = nullptr;
        Chip *chip = nullptr;
    };
    Card addCard(int row, int column, const QString &title, int columnSpan = 1);
    QLabel *addText(const Card &card, const QString &name, const char *objectName);
    void makeBar(QVBoxLayout &column);
    void makeIdentity();
    void makeLock();
    void makeRepository();
    void makeKnowledge();
    void makeCounters();
    void takeLock(const LockInfo &lock);
    void takeParts(const QMap<QString, Component> &parts);
    void takeCounters(const PackCounters &counters);
    void takeKnowledge(const PackKnowledge &known, qint64 now);
    void takeHeads(const QList<WitnessedHead> &heads);

    /// Of an unsigned answer nothing is good.
    Status good() const;

    qint64 m_provedAt = 0;
    bool m_contradicted = false;
    bool m_doubtful = false;
    std::optional<PackFacts> m_facts;
    QMap<int, PackAnswer> m_answers; ///< by question, for when what is proved changes
    qint64 m_answeredAt = 0;
    QHash<QByteArray, qint64> m_lists;
    QMap<int, qint64> m_grace;
    MessageBar *m_message;
    QLabel *m_age;
    QPushButton *m_read;
    QGridLayout *m_cards;
    Card m_identityCard;
    QLabel *m_identity;
    QLabel *m_hardware;
    QLabel *m_software;
    QLabel *m_clock;
    QLabel *m_rules;
    QLabel *m_device;
    LifeCycleSteps *m_steps;
    Card m_lockCard;
    QLabel *m_lock;
    QPushButton *m_lockButton;
    bool m_locked = false;
    Card m_repositoryCard;
    RepositoryMap *m_repository;
    QLabel *m_slot;
    Card m_knowledgeCard;
    ListFreshness *m_freshness;
    QLabel *m_knowledge;
    Card m_countersCard;
    QLabel *m_counters;
    QGridLayout *m_counts;
    Card m_partsCard;
    QLabel *m_parts;
    Card m_headsCard;
    QLabel *m_heads;
    Card m_withdrawnCard;
    QLabel *m_withdrawn;
};

} // namespace packwarden
