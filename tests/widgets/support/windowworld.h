// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditmodel.h"
#include "models/fleet/fleetmodel.h"
#include "models/keys/keyoffice.h"
#include "models/keys/keysmodel.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditverifier.h"
#include "tests/models/support/modelworld.h"
#include "tests/widgets/support/sampletelemetry.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/window/busstatus.h"
#include "widgets/window/mainwindow.h"

namespace packwarden::test {

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
        , window(MainWindowParts{store, packs, parameters, signoffs, audit, verifier, files, fleet, &keys, &office})
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
        window.buses().set(bus);
        window.telemetryArrived();
    }

    Workspace &workspace;
    StubFileChooser files;
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
