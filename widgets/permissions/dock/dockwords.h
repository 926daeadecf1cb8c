// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/answers/permissionanswers.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>

namespace packwarden {

/// One line of the dock: a mark, words, and what they mean.
struct DockLine
{
    Status status = Status::Neutral;
    QString text;
    bool isHeading = false; ///< names what the lines below are about
};

/// The words of the dock of permissions: who can, who gains, how few. Names of people are shown
/// literally, with what cannot be seen written out.
class DockWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::DockWords)
public:
    static QString person(const Certificate &leaf);
    /// "Leasing and one of Cell data, Platform"
    static QString seats(const QList<SeatFinding> &seats, const PolicyFrame &frame);
    static QList<DockLine> able(const CellAnswer &answer, const Policy &policy, const PolicyFrame &frame);
    static QList<DockLine> changes(const QList<RoleChange> &changes, const Policy &policy, const PolicyFrame &frame);
    static QList<DockLine> fewest(const Coalition &now, const Coalition &saved, const PolicyFrame &frame);
    /// "3 people of 2 companies", "at least 4 people"
    static QString howFew(const Coalition &coalition);
    /// Names of companies by their short ids.
    static QString companies(const QStringList &parties, const PolicyFrame &frame);
    /// "SDB-DEMO-0001, read on ..."; or that no pack was read.
    static QString judgedOn(const PackSerial &pack, qint64 readAt);
};

} // namespace packwarden
