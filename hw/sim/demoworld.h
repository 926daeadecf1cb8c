// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packcontents.h"
#include "provisioning.h"

#include <QJsonObject>

namespace packwarden::sim {

/// The demo's cast and packs as data (resources/demo/*.json): who takes part, and how each kind of pack is built.
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
};

/// What a kind of pack is, with its silicon limits.
struct DataSheet
{
    PackConfiguration configuration; ///< without node
    QString partNumber;
    SiliconLimits silicon;

    /// What the cells' maker says of them: as much as chemistry bounds.
    CellDataSheet cellData() const;
    /// By hardware name ("nmc-96s2p"). Malformed.
    static Result<DataSheet> load(const QString &hardware);
};

/// A JSON object of the program's own resources. Malformed with the name.
Result<QJsonObject> demoResource(const QString &name);

} // namespace packwarden::sim
