// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/testworld.h"

namespace packwarden::test {

/// One chain with its roots and lists, what core says, and what others say. Everything in DER, good or not.
struct ChainCase
{
    QByteArray name;
    QByteArray leaf;
    QList<QByteArray> between;
    QList<QByteArray> roots;
    QList<QByteArray> lists;
    QByteArray expected; ///< core's reason; empty: good
    ChainPurpose purpose = ChainPurpose::Person;
    qint64 grace = 0; ///< seconds past nextUpdate
    /// Where a peer cannot be asked for what core's profile asks: the reason. Its verdict must then be the other one.
    QByteArray opensslDiffers;
    QByteArray certtoolDiffers;
};

/// The corpus, made now: certtool knows no other time. Keys are the world's, and some that core would not make.
QList<ChainCase> chainCases(TestWorld &world, qint64 now);

} // namespace packwarden::test
