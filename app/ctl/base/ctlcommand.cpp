// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/ctlcommand.h"

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/fleet/fleetmodel.h"
#include "models/packs/packsmodel.h"
#include "models/signoffs/signoffacts.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/fleettakeover.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden::ctl {

Command::Command(const Options &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_out(options.json, options.output == QLatin1String("-") ? Output::Lines::Error : Output::Lines::Standard)
    , m_clock(clock)
{
}

Command::~Command() = default;

int exitCodeOf(Code code)
{
    switch (code) {
    case Code::BusUnavailable:
    case Code::PackUnreachable:
    case Code::TransferFailed:
    case Code::NegativeResponse:
    case Code::UnexpectedAnswer:
    case Code::ExchangeUnavailable:
        return OutOfReach;
    default:
        return RefusedOrInvalid;
    }
}

void Command::done(const QJsonObject &result, int exitCode)
{
    m_out.done(result);
    Q_EMIT finished(exitCode);
}

void Command::fail(const Error &error, const QJsonObject &result)
{
    fail(error, result, exitCodeOf(error.code));
}

void Command::fail(const Error &error, const QJsonObject &result, int exitCode)
{
    m_out.failed(error, result);
    Q_EMIT finished(exitCode);
}

void Command::usage(const QString &sentence)
{
    fail({Code::Malformed, sentence}, {}, Usage);
}

void Command::sayNext(const SignoffDocument &document)
{
    if (!m_workspace)
        return;
    const QString next = describe::nextStep(actsOf(document, m_workspace->session()), document.path());
    if (!next.isEmpty())
        out().text(next);
}

Workspace *Command::workspace()
{
    if (!m_workspace) {
        constexpr int worthTelling = 64;
        if (const int packs = olderPacks(m_options.store); packs > worthTelling)
            m_out.warning(QStringLiteral("what is known of %1 packs is moved into fleet.db, once").arg(packs));
        constexpr qint64 manyRecords = 5000;
        if (const qint64 records = AuditStore::olderRecords(m_options.store + QStringLiteral("/audit.db"));
            records > manyRecords)
            m_out.warning(
                QStringLiteral("the audit of %1 records is taken over from an earlier version, once").arg(records));
        auto opened = Workspace::open(m_options.store, m_clock);
        if (!opened.ok()) {
            fail(opened.error());
            return nullptr;
        }
        m_workspace = std::move(opened).value();
        for (const QString &path : m_workspace->exposed())
            m_out.warning(QStringLiteral("others may read or change %1; its rights could not be set").arg(path));
        // Told first, whatever is asked: nothing that rests on such a pack counts.
        for (const PackSerial &serial : m_workspace->trust().contradictory()) {
            const Contradiction first = m_workspace->trust().pack(serial)->contradictions.constFirst();
            m_out.warning(
                QStringLiteral("%1 contradicts what is pinned of it (%2: known %3, shown %4); see pack settle")
                    .arg(serial.text(), contradictionName(first.kind), first.known, first.shown));
        }
    }
    return m_workspace.get();
}

Workspace *Command::pinnedWorkspace(const char *next)
{
    Workspace *opened = workspace();
    if (!opened || !opened->trust().isEmpty())
        return opened;
    fail(nothingPinned(next));
    return nullptr;
}

void Command::withIdentity(const std::function<void()> &next)
{
    Workspace *opened = workspace();
    if (!opened)
        return;
    if (m_options.keyLocator().isEmpty()) {
        usage(QStringLiteral("--key or --token is needed"));
        return;
    }
    const auto passphrase = readPassphrase(m_options);
    if (!passphrase.ok()) {
        fail(passphrase.error());
        return;
    }
    Session &session = opened->session();
    connect(&session, &Session::signedIn, this, next);
    connect(&session, &Session::signInFailed, this, [this](const Error &error) { fail(error); });
    session.signIn(m_options.keyLocator(), *passphrase, m_options.keyName);
}

BusClient *Command::bus()
{
    if (!m_bus) {
        if (m_options.bus().isEmpty()) {
            usage(QStringLiteral("--bus is needed"));
            return nullptr;
        }
        std::shared_ptr<CanRecorder> recorder;
        if (!m_options.record.isEmpty()) {
            recorder = std::make_shared<CanRecorder>(m_clock);
            if (const auto started = recorder->start(m_options.record); !started.ok()) {
                fail(started.error());
                return nullptr;
            }
            connect(recorder.get(), &CanRecorder::failed, this, [this](const Error &error) {
                m_out.warning(QStringLiteral("the recording ended: %1").arg(error.detail));
            });
        }
        m_bus = std::make_unique<BusClient>(m_options.bus(), m_clock, recorder);
        connect(m_bus.get(), &BusClient::told, this,
            [this](const QString &detail) { m_out.warning(QStringLiteral("the recording: %1").arg(detail)); });
    }
    return m_bus.get();
}

void Command::withPacks(const QStringList &serials, const std::function<void()> &next)
{
    BusClient *client = bus();
    if (!client)
        return;
    connect(client, &BusClient::found, this, next, Qt::SingleShotConnection);
    connect(client, &BusClient::notFound, this, [this](const Error &error) { fail(error); });
    client->find(serials);
}

void Command::withFleet(
    const QList<PackTelemetry> &heard, bool tomorrow, const std::function<void(FleetModel &fleet)> &next)
{
    if (!workspace())
        return;
    if (!m_fleet) {
        m_packs = std::make_unique<PacksModel>();
        m_packs->setNow(m_clock.monotonicMilliseconds());
        for (const PackTelemetry &pack : heard)
            m_packs->setTelemetry(pack);
        m_fleet = std::make_unique<FleetModel>(*m_workspace, *m_packs);
        while (m_fleet->canFetchMore())
            m_fleet->fetchMore();
    }
    if (!tomorrow) {
        next(*m_fleet);
        return;
    }
    connect(
        m_fleet.get(), &FleetModel::outlookChanged, this, [this, next] { next(*m_fleet); }, Qt::SingleShotConnection);
    m_fleet->refreshOutlook();
}

void Command::withGroup(
    const QList<PackTelemetry> &heard, const std::function<void(const QList<PackSerial> &packs)> &next)
{
    if (m_options.group.isEmpty()) {
        next({});
        return;
    }
    if (!workspace())
        return;
    const auto query = PackQuery::ofGroup(m_options.group, FleetBook(m_workspace->folder()).groups());
    if (!query.ok()) {
        fail(query.error());
        return;
    }
    withFleet(heard, query->uses(PackQuery::Column::Tomorrow), [this, query = *query, next](FleetModel &fleet) {
        const QList<PackSerial> packs = fleet.matching(query);
        if (packs.isEmpty())
            fail({Code::WrongState, QStringLiteral("no pack that is known belongs to %1").arg(m_options.group)});
        else
            next(packs);
    });
}

void Command::withNode(int node, const std::function<void()> &next)
{
    BusClient *client = bus();
    if (!client)
        return;
    connect(client, &BusClient::found, this, next, Qt::SingleShotConnection);
    connect(client, &BusClient::notFound, this, [this](const Error &error) { fail(error); });
    client->findNode(node);
}

} // namespace packwarden::ctl
