// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/base/result.h"

#include <QJsonObject>

namespace packwarden::sim {

/// The demo's cast and packs as data (resources/demo/world.json): who takes part, and which packs there are.
struct DemoWorld
{
    struct Party
    {
        QString id; ///< "leasing"
        QString name; ///< "Leasing"
        bool hasAuthority = false; ///< an issuing authority besides the root
    };
    struct Person
    {
        QString key; ///< name of the key file: "leasing-asset-manager"
        QString party;
        QString person; ///< "leasing.asset-manager"
        QString role;
        QString name;
    };
    struct Place
    {
        QString position;
        QString party;
        QString signatory; ///< role
        QString signedBy; ///< key that approves the charter for the party
    };
    struct Pack
    {
        PackSerial serial;
        QString hardware;
        int node = 0;
    };

    QList<Party> parties;
    QList<Person> people;
    QList<Place> places;
    QString author; ///< key that drafts charter and policy
    QList<Pack> packs;
    QJsonObject rules; ///< the rest of world.json, read by demorules

    /// Malformed with the name of the file: the program's own data are broken.
    static Result<DemoWorld> load();
    static constexpr QLatin1String serialPrefix{"SDB-DEMO-"};
    static constexpr int mostPacks = 96; ///< nodes 0x10 to 0x6F
    /// That many packs: the first ones of the demo, and after those more of a kind, with the serials and nodes that
    /// follow.
    void setPacks(int count, const QString &hardware);
};

} // namespace packwarden::sim
