// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keys/keyoffice.h"
#include "models/keys/keysmodel.h"
#include "models/trust/reach.h"
#include "models/trust/startoutlook.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>

namespace packwarden {

/// States, warnings and outcomes of keys in words. Names of people are shown literally, with what cannot be seen
/// written out.
class KeysWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::KeysWords)
public:
    static QString state(KeyState state, bool revoked);
    /// Of a certificate; one that is unknown literally.
    static QString role(const QString &word);
    /// The state in the words of NIST SP 800-57.
    static QString nistState(KeyState state, bool revoked);
    static Status status(KeyState state);
    /// "Can be mistaken for: ..."; empty if there is nothing to say.
    static QString warning(lookalike::Flags flags, const QStringList &twins);
    /// "31 of 38 packs know; this key still opens 7."
    static QString reach(const QList<PackReach> &packs, bool revoked);
    /// "Tomorrow: 2 packs and 1 driver could not start."
    /// One line each: name, role, end, and the beginning of the serial number.
    static QString listed(const QList<Certificate> &certificates);
    static QString lostStarts(const LostStarts &lost);
    static QString outcome(const KeyOffice::Outcome &outcome);
    static QString names(const QList<Certificate> &certificates);
};

} // namespace packwarden
