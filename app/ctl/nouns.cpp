// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/nouns.h"

#include "app/ctl/asof/asofnoun.h"
#include "app/ctl/audit/auditnoun.h"
#include "app/ctl/courier/couriernoun.h"
#include "app/ctl/exchange/exchangenoun.h"
#include "app/ctl/fleet/fleetnoun.h"
#include "app/ctl/keys/keysnoun.h"
#include "app/ctl/pack/packnouns.h"
#include "app/ctl/provision/provisionnoun.h"
#include "app/ctl/request/requestnouns.h"
#include "app/ctl/rules/rulesnouns.h"

namespace packwarden::ctl {

const QList<Noun> &nouns()
{
    static const QList<Noun> all{packNoun(), fleetNoun(), requestNoun(), commandNoun(), policyNoun(), charterNoun(),
        trustNoun(), keysNoun(), timeNoun(), provisionNoun(), auditNoun(), asOfNoun(), exchangeNoun(), courierNoun(),
        recordNoun()};
    return all;
}

} // namespace packwarden::ctl
