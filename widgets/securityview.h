// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme.h"

#include <linkvalues.h>

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace packwarden {

class MessageBar;

/// What the security processor of a pack says of itself: identity, life cycle, its key repository by the four kinds of
/// memory, lock, parts, counters, and what it knows. Asks by signal; each answer fills its own card.
class SecurityView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit SecurityView(QWidget *parent = nullptr);

    void setFacts(const PackFacts &facts);
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
    QLabel *addCard(QGridLayout &grid, int row, int column, const QString &title, const char *name);
    QWidget *makeRepository();
    void showRepository(const QList<RepositorySlot> &slotList);

    QHash<QByteArray, qint64> m_lists;
    MessageBar *m_message;
    QLabel *m_age;
    QPushButton *m_read;
    QLabel *m_identity;
    QLabel *m_lock;
    QPushButton *m_lockButton;
    bool m_locked = false;
    QLabel *m_parts;
    QLabel *m_counters;
    QLabel *m_knowledge;
    QLabel *m_heads;
    QTableWidget *m_repository;
};

} // namespace packwarden
