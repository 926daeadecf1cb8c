// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampletelemetry.h"

#include <modelworld.h>

#include <auditmodel.h>
#include <auditverifier.h>
#include <filechooser.h>
#include <fleetmodel.h>
#include <keyoffice.h>
#include <keysmodel.h>
#include <mainwindow.h>
#include <packsmodel.h>
#include <parametersmodel.h>
#include <signoffsmodel.h>
#include <trustbook.h>

namespace packwarden::test {

/// Answers with a path that the test set.
class GivenFile final : public FileChooser
{
public:
    QString path;
    void open(QWidget *, const QString &, const QStringList &, Answer answer) override { answer(path); }
    void save(QWidget *, const QString &, const QString &, Answer answer) override { answer(path); }
};

/// The whole window with all its pages over a store, fed with values instead of a bus.
struct WindowWorld
{
    explicit WindowWorld(Workspace &store)
        : workspace(store)
        , signoffs(store)
        , audit(store.audit())
        , verifier(store.audit())
        , fleet(store, packs)
        , keys(store)
        , office(store)
        , window(MainWindowParts{store, packs, parameters, signoffs, audit, verifier, files, &fleet, &keys, &office})
    {
    }

    /// As the bus would tell of it.
    void hear(const PackState &pack, qint64 now)
    {
        packs.setTelemetry(sampleTelemetry(now));
        PackFacts facts = factsOf(pack);
        facts.node = 0x10;
        packs.setFacts(facts);
        parameters.setParameters(facts.parameters, facts.lifeCycle.now);
        BusState bus;
        bus.condition = BusCondition::Connected;
        bus.interfaceName = QStringLiteral("virtualcan:can0");
        bus.simulated = true;
        bus.packs = 1;
        window.setBus(bus);
        window.telemetryArrived();
    }

    Workspace &workspace;
    GivenFile files;
    PacksModel packs;
    ParametersModel parameters;
    SignoffsModel signoffs;
    AuditModel audit;
    AuditVerifier verifier;
    FleetModel fleet;
    KeysModel keys;
    KeyOffice office;
    MainWindow window;
};

} // namespace packwarden::test
