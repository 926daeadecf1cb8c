// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/option.h"

namespace packwarden::ctl::option {

const QList<const Option *> &all()
{
    static const QList<const Option *> list{&store, &json, &bus, &key, &keyName, &token, &passphraseFile, &record,
        &output, &force, &reason, &seconds, &pack, &set, &evidence, &until, &meaning, &ownValue, &crl, &slot,
        &component, &csv, &interval, &purpose, &keep, &forget, &trigger, &fingerprint, &position, &party,
        &rootCertificate, &signatory, &datasheet, &hardware, &partNumber, &node, &action, &outcome, &since, &root,
        &authority, &unpinned, &person, &role, &name, &organisation, &certificate, &charter, &previous, &days, &number,
        &exchange, &member, &to, &metrics, &where, &group, &view, &rule, &inside, &remove, &stages, &soak, &resume};
    return list;
}

} // namespace packwarden::ctl::option
