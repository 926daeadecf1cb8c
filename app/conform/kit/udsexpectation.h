// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace packwarden::conform {

/// What a tester expects of a pack that holds nothing of his: no upload, no refused action, no exchange begun. Written
/// from the page on the wire, not from the server: the order of the checks and the answers that may come.
struct UdsExpectation
{
    quint8 refusal = 0; ///< this and no other; 0: what allowed() says, or a positive answer
    bool mayBePositive = false;
    QList<quint8> allowed = {}; ///< negative responses besides
};
UdsExpectation expectedOf(const QByteArray &request, int session, bool hasRights);

bool hasSubFunction(quint8 service);
/// Not told to who asked everybody.
bool silentWhenFunctional(quint8 negative);

} // namespace packwarden::conform
