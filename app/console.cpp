// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"

#include "app/demodesk.h"
#include "app/pages/desktopnotices.h"
#include "app/pages/inspection.h"
#include "app/pages/jobdesk.h"
#include "app/pages/noticedesk.h"
#include "app/pages/parameterdesk.h"
#include "app/pages/rightdesk.h"
#include "app/tasks/exchangedesk.h"
#include "app/tasks/signedactions.h"
#include "hw/link/linkthread.h"
#include "hw/uds/documenttransfer.h"
#include "models/audit/auditmodel.h"
#include "models/core/base/clock.h"
#include "models/core/base/fileproblem.h"
#include "models/core/base/whendone.h"
#include "models/core/cose/cose.h"
#include "models/core/pki/certificate.h"
#include "models/fleet/fleetmodel.h"
#include "models/fleet/todaymodel.h"
#include "models/keys/keyoffice.h"
#include "models/keys/keysmodel.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "models/packs/playedrecording.h"
#include "models/packs/recordingsmodel.h"
#include "models/rules/rulebytes.h"
#include "models/signoffs/courierplan.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/packproof.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditverifier.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/fleet/fleetpage.h"
#include "widgets/fleet/rolloutpanel.h"
#include "widgets/inspector/faultsview.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/jobcardbar.h"
#include "widgets/inspector/parameterdetail.h"
#include "widgets/inspector/recordingsview.h"
#include "widgets/inspector/security/securityview.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/style/theme.h"
#include "widgets/window/busstatus.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/shell.h"
#include "widgets/window/trustoffers.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>

#include <algorithm>

namespace packwarden {

namespace {
/// Others may deliver to the chosen pack at any time.
constexpr int pollMilliseconds = 5000;

BusDesk::Link makeLink(const Clock &clock)
{
    const auto thread = std::make_shared<LinkThread>(clock);
    return {thread->link(), thread->recorder(), thread};
}
} // namespace

Result<std::unique_ptr<Console>> Console::open(const ConsoleOptions &options, const Clock &clock, FileChooser &files)
{
    auto workspace = Workspace::open(options.store, clock);
    if (!workspace.ok())
        return workspace.error();
    const StyleSheetPause quick;
    return std::unique_ptr<Console>(new Console(options, std::move(workspace).value(), clock, files));
}

Console::Console(
    const ConsoleOptions &options, std::unique_ptr<Workspace> workspace, const Clock &clock, FileChooser &files)
    : m_options(options)
    , m_workspace(std::move(workspace))
    , m_buses(std::make_unique<BusDesk>(
          *m_workspace, [&clock] { return makeLink(clock); }, PackRounds::Timings()))
    , m_actions(std::make_unique<SignedActions>(*m_workspace, m_buses->requests()))
    , m_packs(std::make_unique<PacksModel>())
    , m_parameters(std::make_unique<ParametersModel>())
    , m_signoffs(std::make_unique<SignoffsModel>(*m_workspace))
    , m_audit(std::make_unique<AuditModel>(m_workspace->audit()))
    , m_verifier(std::make_unique<AuditVerifier>(*m_workspace))
    , m_fleet(std::make_unique<FleetModel>(*m_workspace, *m_packs))
    , m_keys(std::make_unique<KeysModel>(*m_workspace))
    , m_office(std::make_unique<KeyOffice>(*m_workspace))
    , m_recordings(std::make_unique<RecordingsModel>(m_workspace->folder() + QStringLiteral("/recordings")))
    , m_window(std::make_unique<MainWindow>(MainWindowParts{*m_workspace, *m_packs, *m_parameters, *m_signoffs,
          *m_audit, *m_verifier, files, *m_fleet, m_keys.get(), m_office.get()}))
    , m_rights(std::make_unique<RightDesk>(*m_workspace, *m_window))
    , m_demo(std::make_unique<DemoDesk>(m_options, *m_workspace, *m_window))
{
    connectLink();
    connectWindow();
    connectTrust();
    connectExchange();
    connectNotices();
    m_window->whenMade(MainWindow::Inspector, [this, &files] { connectInspector(files); });
    m_window->whenMade(MainWindow::Fleet, [this] { connectFleet(); });
    m_window->whenMade(MainWindow::Signoffs, [this] { connectSignoffs(); });
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_buses->isPresent(m_chosen))
            readFacts(m_chosen);
    });
}

Console::~Console()
{
    // No answer of a bus may arrive at what is already gone.
    disconnect(m_buses.get(), nullptr, this, nullptr);
}

void Console::connectLink()
{
    BusDesk *buses = m_buses.get();
    connect(buses, &BusDesk::busesChanged, this, [this] { m_window->buses().setCount(m_buses->count()); });
    connect(
        buses, &BusDesk::stateChanged, this, [this](int bus) { m_window->buses().set(m_buses->bus(bus).state, bus); });
    connect(buses, &BusDesk::figuresChanged, this,
        [this](int bus) { m_window->buses().setFigures(m_buses->bus(bus).figures, bus); });
    connect(buses, &BusDesk::heard, this, &Console::takeTelemetry);
    connect(buses, &BusDesk::factsRead, this, &Console::takeFacts);
    connect(buses, &BusDesk::warned, m_window.get(), &MainWindow::say);
}

void Console::connectTrust()
{
    TrustOffers *offers = &m_window->trustOffers();
    connect(&m_buses->trust(), &TrustDesk::firstOffered, offers, &TrustOffers::offerFirst);
    connect(&m_buses->trust(), &TrustDesk::followingOffered, offers, &TrustOffers::offerFollowing);
    connect(offers, &TrustOffers::accepted, &m_buses->trust(), &TrustDesk::accept);
    connect(&m_buses->trust(), &TrustDesk::refused, m_window.get(), &MainWindow::say);
    connect(m_buses.get(), &BusDesk::failed, this, [this](const QString &serial, const Error &error) {
        // What is gone from the bus says so by its age.
        if (error.code != Code::PackUnreachable)
            m_window->inform(Status::Warning,
                tr("%1 was not brought up to date: %2 It is tried again, less and less often.")
                    .arg(serial, Sentences::of(error).cause));
    });
    connect(m_buses.get(), &BusDesk::troublesChanged, this,
        [this] { m_window->shell().today().setTroubles(m_buses->troubles()); });
    connect(&m_window->shell(), &Shell::bringWanted, this, [this] {
        nameDocuments();
        m_buses->bringNow();
        m_window->inform(Status::Information, tr("Every pack on the bus is visited now."));
    });
    connect(m_signoffs.get(), &SignoffsModel::refreshed, this, &Console::nameDocuments);
}

/// What a courier would bring beside lists: locks that are complete, and withdrawals that count.
void Console::nameDocuments()
{
    m_buses->setDocuments(nameOfLoads(m_signoffs->judgements()));
}

void Console::connectWindow()
{
    connect(m_window.get(), &MainWindow::packChosen, this, &Console::choosePack);
    connectShell();
}

void Console::connectSignoffs()
{
    SignoffsPage &page = m_window->signoffs();
    connect(&page, &SignoffsPage::deliveryWanted, this,
        [this](const PackSerial &serial, const QByteArray &document, const QByteArray &contentType) {
            deliver(serial, document, contentType,
                [this](const DeliveryResult &result) { m_window->signoffs().finishDelivery(result); });
        });
    connect(m_buses.get(), &BusDesk::deliveryProgress, &page, &SignoffsPage::setDeliveryProgress);
    // A draft is not held up by a pack that does not answer: it rests on what is known.
    connect(&page, &SignoffsPage::statementsWanted, this, [this](const QList<PackSerial> &packs) {
        for (const PackSerial &serial : packs) {
            if (m_packs->rowOfSerial(serial.text()) >= 0)
                (void)m_buses->statements().ask(serial.text());
        }
    });
    connect(&page, &SignoffsPage::rightFileOpened, m_rights.get(), &RightDesk::openFile);
    connect(&page, &SignoffsPage::publishWanted, m_exchange.get(),
        [this](const QString &path) { m_exchange->publish({path}); });
    const auto showExchange = [this, &page] {
        page.setExchange(m_exchange->state().reach != ExchangeState::Reach::Off);
    };
    connect(m_exchange.get(), &ExchangeDesk::changed, &page, showExchange);
    showExchange();
}

void Console::connectExchange()
{
    Shell &shell = m_window->shell();
    m_exchange = std::make_unique<ExchangeDesk>(*m_workspace);
    ExchangeDesk *exchange = m_exchange.get();
    connect(&shell, &Shell::exchangeChosen, exchange, [this](const QString &address) {
        if (const auto used = m_exchange->use(address); !used.ok())
            m_window->say(used.error());
    });
    connect(&shell, &Shell::exchangeFetchWanted, exchange, &ExchangeDesk::fetchNow);
    connect(exchange, &ExchangeDesk::changed, &shell, [this, &shell] { shell.setExchange(m_exchange->state()); });
    m_fleet->setElsewhere([exchange = QPointer(exchange)](const PackSerial &serial) {
        const auto line = exchange ? exchange->heard(serial) : std::nullopt;
        return line ? FleetModel::Elsewhere{line->by, line->seen} : FleetModel::Elsewhere();
    });
    connect(exchange, &ExchangeDesk::packHeard, m_fleet.get(), &FleetModel::refreshElsewhere);
    connect(exchange, &ExchangeDesk::published, this, [this](const QString &path) {
        m_window->inform(Status::Good, tr("%1 is in the exchange now.").arg(QFileInfo(path).fileName()));
    });
    connect(exchange, &ExchangeDesk::refused, this, [this](const QString &path, const Error &why) {
        m_window->inform(Status::Warning,
            tr("%1 did not go to the exchange: %2").arg(QFileInfo(path).fileName(), Sentences::of(why).text()));
    });
    connect(exchange, &ExchangeDesk::fetched, this, [this](const ExchangeIntake::Fetched &fetched) {
        m_signoffs->refresh();
        const int came = int(fetched.documents.size() + fetched.lists.size());
        if (came > 0)
            m_window->inform(
                Status::Information, tr("%n document(s) or list(s) came from the exchange.", nullptr, came));
        if (!fetched.refused.isEmpty())
            m_window->inform(Status::Warning,
                tr("%n document(s) of the exchange were refused. %1", nullptr, int(fetched.refused.size()))
                    .arg(Sentences::of(fetched.refused.constFirst().why).text()));
    });
    // Signatures that people add here to what is there go there; several changes in a moment, once.
    m_exchangeSoon.setSingleShot(true);
    m_exchangeSoon.setInterval(500);
    connect(&m_exchangeSoon, &QTimer::timeout, exchange, &ExchangeDesk::publishChanges);
    connect(m_signoffs.get(), &SignoffsModel::refreshed, &m_exchangeSoon, qOverload<>(&QTimer::start));
}

void Console::connectFleet()
{
    RolloutPanel &rollout = m_window->fleet()->rollout();
    connect(&rollout, &RolloutPanel::deliveryWanted, this,
        [this](const PackSerial &serial, const QByteArray &document, const QByteArray &contentType) {
            deliver(serial, document, contentType,
                [this](const DeliveryResult &result) { m_window->fleet()->rollout().finishDelivery(result); });
        });
    connect(m_buses.get(), &BusDesk::deliveryProgress, &rollout, &RolloutPanel::setDeliveryProgress);
}

void Console::connectInspector(FileChooser &files)
{
    InspectorPage &page = m_window->inspector();
    m_inspection
        = std::make_unique<Inspection>(*m_workspace, m_buses->requests(), *m_actions, m_buses->statements(), page);
    connect(m_inspection.get(), &Inspection::signInWanted, this, [this] { m_window->signIn({}); });
    m_parameterDesk = std::make_unique<ParameterDesk>(*m_workspace, *m_signoffs, page);
    connect(m_parameterDesk.get(), &ParameterDesk::signInWanted, this, [this] { m_window->signIn({}); });
    connect(m_parameterDesk.get(), &ParameterDesk::documentWanted, m_window.get(), &MainWindow::openFile);
    connect(&page.parameterDetail(), &ParameterDetail::rightWanted, m_rights.get(), &RightDesk::ask);
    connect(&page.faults(), &FaultsView::rightWanted, this,
        [this] { m_rights->ask(CapabilityId::fromTrusted(QStringLiteral("clear-faults")), m_window->chosenPack()); });
    connect(&page, &InspectorPage::securityWanted, this, &Console::showDevice);
    connect(&page, &InspectorPage::packChosen, this, &Console::showDevice);
    connect(&m_workspace->trust(), &TrustBook::changed, this, [this] { showDevice(m_window->chosenPack()); });
    connectRecordings(files);
    connectJobs();
}

void Console::deliver(const PackSerial &serial, const QByteArray &document, const QByteArray &contentType,
    const std::function<void(const DeliveryResult &)> &finish)
{
    // A person does not wait for a courier; the courier waits for the person.
    const QByteArray payload = rulebytes::payloadHash(document);
    (void)m_exchange->lease(serial, payload);
    whenDone(this, m_buses->requests().deliver(serial.text(), documentkind::ofContentType(contentType), document),
        [this, finish, serial, payload](const DeliveryResult &result) {
            m_exchange->giveBack(serial, payload);
            finish(result);
            readFacts(result.serial.text());
        });
}

void Console::start()
{
    m_window->show();
    for (const QString &path : m_workspace->exposed())
        m_window->say(Error{Code::FileUnwritable, path + QStringLiteral(": mode"), FileProblem::Exposed});
    m_signoffs->refresh();
    if (!m_options.buses.isEmpty())
        openBuses(m_options.buses, {});
    // A demo world was made on this computer for this console to play in: no other company could vouch for it.
    if (!m_options.demo.isEmpty())
        m_buses->trust().expect(m_options.demo + QStringLiteral("/charter.pwchr"));
    m_demo->showPeople();
    m_exchange->useAgain();
    for (const QString &file : m_options.files)
        m_window->openFile(file);
    if (!m_options.identity.isEmpty() && !m_demo->signIn())
        m_window->signIn(m_options.identity);
}

void Console::takeFiles(const QStringList &files)
{
    for (const QString &file : files)
        m_window->openFile(file);
    comeToFront();
}

void Console::connectNotices()
{
    m_notices = std::make_unique<DesktopNotices>();
    m_noticeDesk = std::make_unique<NoticeDesk>(
        *m_signoffs, m_workspace->session(),
        [] { return QGuiApplication::applicationState() == Qt::ApplicationActive; },
        [this] { return m_window->shell().settings().notices; });
    connect(m_noticeDesk.get(), &NoticeDesk::notice, m_notices.get(), &DesktopNotices::tell);
    connect(m_notices.get(), &DesktopNotices::chosen, this, [this] {
        comeToFront();
        m_window->openPage(MainWindow::Signoffs);
    });
}

void Console::comeToFront()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Console::connectShell()
{
    Shell &shell = m_window->shell();
    connect(&shell, &Shell::themeChosen, this, &Console::themeChosen);
    connect(&shell, &Shell::busesWanted, this, &Console::openBuses);
    connect(&shell, &Shell::interfacesWanted, m_buses.get(), &BusDesk::findInterfaces);
    connect(m_buses.get(), &BusDesk::interfacesFound, &shell, &Shell::setInterfaces);
}

void Console::openBuses(const QStringList &buses, const QString &again)
{
    m_options.buses = buses;
    m_buses->use(buses, again);
    m_poll.start();
}

void Console::connectRecordings(FileChooser &files)
{
    auto *view = new RecordingsView(*m_recordings, files);
    m_window->inspector().addView(view, RecordingsView::title());
    connect(m_buses.get(), &BusDesk::recordingChanged, view, &RecordingsView::setState);
    connect(m_buses.get(), &BusDesk::recordingFailed, m_window.get(), &MainWindow::say);
    connect(view, &RecordingsView::stopWanted, m_buses.get(), &BusDesk::stopRecording);
    connect(view, &RecordingsView::playWanted, this, &Console::playRecording);
    connect(view, &RecordingsView::recordWanted, this, [this] {
        const QString name = QDateTime::fromSecsSinceEpoch(m_workspace->clock().now())
                                 .toUTC()
                                 .toString(QStringLiteral("yyyyMMdd-HHmmss"));
        m_buses->record(m_window->chosenPack(), QStringLiteral("%1/%2.log").arg(m_recordings->folder(), name));
    });
}

void Console::connectJobs()
{
    auto *bar = new JobCardBar;
    m_window->inspector().addCorner(bar);
    m_jobs = std::make_unique<JobDesk>(
        *m_workspace, m_buses->statements(), *m_buses, *m_packs, *bar, m_recordings->folder());
    connect(bar, &JobCardBar::openWanted, this, [this] {
        if (m_window->chosenPack().isEmpty())
            m_window->inform(Status::Warning,
                tr("A job card begins with a statement that the pack signs. Choose a pack that has told its serial "
                   "number."));
        else
            m_jobs->open(m_window->chosenPack());
    });
    connect(m_window.get(), &MainWindow::packChosen, m_jobs.get(), &JobDesk::look);
    connect(m_jobs.get(), &JobDesk::elsewhere, this, [this](const QString &serial) {
        m_window->inform(Status::Warning,
            tr("Another window of this console works on a job at %1. Close or drop the job there.").arg(serial));
    });
    connect(m_jobs.get(), &JobDesk::dropped, this, [this](const QString &serial) {
        m_window->inform(Status::Information,
            tr("The job at %1 was dropped. What was signed and recorded stays in %2.")
                .arg(serial, QDir::toNativeSeparators(m_recordings->folder())));
    });
    connect(m_jobs.get(), &JobDesk::failed, this, [this](const Error &error) {
        // Nobody is trusted yet: the words of the drafts say what to do about that.
        if (m_workspace->trust().isEmpty())
            m_window->inform(Status::Warning, draftwords::refusal(Amendment::Amend, error));
        else
            m_window->say(error);
    });
    connect(m_jobs.get(), &JobDesk::reported, this, [this](const QString &report) {
        m_window->informOfFile(
            tr("The job is closed. The report is %1; both signed states and the recording lie beside it.")
                .arg(QDir::toNativeSeparators(report)),
            report);
    });
}

/// What the trust book knows of the pack, beside what it is asked.
void Console::showDevice(const QString &serial)
{
    SecurityView &view = m_window->inspector().security();
    view.setGrace(m_workspace->trust().charter().crlGrace);
    const auto parsed = PackSerial::parse(serial);
    const auto known = parsed.ok() ? m_workspace->trust().pack(*parsed) : nullptr;
    const auto word = known ? CoseSign1::decode(known->statement) : Result<CoseSign1>(Code::PackUnreachable);
    const auto device = word.ok() ? Certificate::fromDer(word->chain.value(0)) : Result<Certificate>(Code::Malformed);
    const Doubt *doubt = parsed.ok() ? m_workspace->trust().doubt(*parsed) : nullptr;
    const qint64 provedAt = parsed.ok() ? m_workspace->trust().snapshot().proved.value(*parsed) : 0;
    QSet<QString> proved;
    for (int row = 0; row < m_packs->rowCount(); ++row) {
        if (const QString heard = m_packs->telemetry(row).serial; isProvedNow(m_workspace->trust(), heard))
            proved.insert(heard);
    }
    m_window->inspector().setProved(proved);
    view.setProof(provedAt, known && !known->contradictions.isEmpty() ? TrustWords::contradictions(*known) : QString(),
        doubt ? TrustWords::doubt(*parsed, *doubt) : QString());
    if (!device.ok())
        return;
    // Under an issuing authority, or right under the root of the charter.
    const auto manufacturer
        = m_workspace->trust().charter().positions.value(PositionId::fromTrusted(QStringLiteral("manufacturer")));
    const auto issuer = Certificate::fromDer(word->chain.value(1, manufacturer.rootDer));
    view.setDevice(*device, issuer.ok() ? issuer->commonName : manufacturer.partyName, m_workspace->clock().now());
}

void Console::playRecording(const QString &path)
{
    // A console of its own: nothing that was recorded may pass for what is now, or be kept beside it.
    const QString store = playedStore(m_recordings->folder(), path);
    const bool started = QProcess::startDetached(m_options.program("packwarden"),
        {QStringLiteral("--bus"), QStringLiteral("replay:") + path, QStringLiteral("--store"), store});
    if (!started)
        m_window->inform(Status::Warning, tr("The console for the recording could not be started."));
}

void Console::readFacts(const QString &serial)
{
    (void)m_buses->requests().readFacts(serial);
}

void Console::takeTelemetry(const QString &bus, const QList<PackTelemetry> &packs)
{
    for (const PackTelemetry &telemetry : packs)
        m_packs->setTelemetry(telemetry, bus);
    m_window->telemetryArrived();
}

void Console::takeFacts(const QString &bus, const PackFacts &facts)
{
    m_packs->setFacts(facts, bus);
    if (facts.serial.text() == m_chosen)
        m_parameters->setParameters(facts.parameters, facts.lifeCycle.now);
    // The window tells of a contradiction by itself, and once.
    if (const auto learnt = m_workspace->trust().learnNews(facts);
        !learnt.ok() && learnt.code() != Code::TrustContradicted)
        m_window->say(learnt.error());
}

void Console::choosePack(const QString &serial)
{
    m_chosen = serial;
    const int row = m_packs->rowOfSerial(serial);
    const PackFacts facts = row >= 0 ? m_packs->facts(row) : PackFacts();
    m_parameters->setParameters(facts.parameters, facts.lifeCycle.now);
}

} // namespace packwarden
