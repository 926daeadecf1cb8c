// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/jobdesk.h"

#include "app/tasks/busdesk.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/core/base/wholefile.h"
#include "models/packs/packsmodel.h"
#include "models/support/storemodes.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/inspector/jobcardbar.h"
#include "widgets/inspector/jobreport.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSettings>

namespace packwarden {

namespace {
/// Words are kept when the person stops to think, not with every key.
constexpr int keepMilliseconds = 300;
} // namespace

JobDesk::JobDesk(Workspace &workspace, StatementDesk &statements, BusDesk &buses, const PacksModel &packs,
    JobCardBar &bar, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_statements(statements)
    , m_buses(buses)
    , m_packs(packs)
    , m_bar(bar)
    , m_folder(folder)
    , m_book(workspace.folder())
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepMilliseconds);
    connect(&m_keep, &QTimer::timeout, this, &JobDesk::keepJob);
    connect(&bar, &JobCardBar::closeWanted, this, &JobDesk::close);
    connect(&bar, &JobCardBar::goOnWanted, this, &JobDesk::goOn);
    connect(&bar, &JobCardBar::dropWanted, this, &JobDesk::drop);
    connect(&bar, &JobCardBar::wordsChanged, this, &JobDesk::onWords);
    connect(&bar, &JobCardBar::orderChanged, this, [this](const JobOrder &order) {
        m_job.order = order;
        m_keep.start();
    });
    connect(&buses, &BusDesk::recordingChanged, this, &JobDesk::onRecording);
}

JobDesk::~JobDesk()
{
    if (m_keep.isActive())
        (void)m_book.keep(m_job); // nobody is left to tell
}

QString JobDesk::base() const
{
    return m_folder + u'/' + m_job.base;
}

void JobDesk::look(const QString &serial)
{
    m_shown = serial;
    if (m_bar.state() != JobCardBar::State::None && m_bar.state() != JobCardBar::State::Found)
        return; // one job at a time
    if (m_keep.isActive())
        keepJob(); // words of the one that was offered so far
    m_job = {};
    m_bar.setState(JobCardBar::State::None);
    const auto parsed = PackSerial::parse(serial);
    if (!parsed.ok() || !m_book.has(*parsed))
        return;
    auto job = m_book.find(*parsed);
    if (!job.ok()) {
        Q_EMIT failed(job.error());
        if (const auto kept = m_book.setAside(*parsed); !kept.ok())
            Q_EMIT failed(kept.error());
        return;
    }
    // What another console of this store works on is not offered here.
    if (!lock(*parsed))
        return;
    m_lock.reset();
    m_job = std::move(job).value();
    m_bar.setState(JobCardBar::State::Found, serial, m_job.openedAt);
    m_bar.setWords(m_job.words);
    m_bar.setOrder(m_job.order);
}

bool JobDesk::lock(const PackSerial &serial)
{
    const QString path = m_book.lockOf(serial);
    // The lock reads who holds it.
    if (!wholefile::check(path).ok())
        return false;
    m_lock = std::make_unique<QLockFile>(path);
    m_lock->setStaleLockTime(0); // held as long as its console lives
    if (m_lock->tryLock())
        return true;
    m_lock.reset();
    return false;
}

void JobDesk::open(const QString &serial)
{
    const auto parsed = PackSerial::parse(serial);
    if (!parsed.ok() || m_bar.state() != JobCardBar::State::None)
        return;
    // Without a charter no signature of a pack proves anything.
    if (m_workspace.trust().isEmpty()) {
        Q_EMIT failed({Code::UnknownIssuer, serial});
        return;
    }
    if (!lock(*parsed)) {
        Q_EMIT elsewhere(serial);
        return;
    }
    m_card = {};
    m_job = {};
    m_job.serial = *parsed;
    m_job.openedAt = m_workspace.clock().now();
    const QString time
        = QDateTime::fromSecsSinceEpoch(m_job.openedAt).toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    m_job.base = QStringLiteral("%1-job-%2").arg(time, serial);
    if (const Session &session = m_workspace.session(); session.isSignedIn()) {
        m_job.opener = session.identity().leaf.commonName;
        m_job.openerParty = m_workspace.trust().partyName(session.identity().position);
    }
    startRecording(m_job.base + QStringLiteral(".log"));
    m_bar.setWords({});
    m_bar.setOrder({});
    m_bar.setState(JobCardBar::State::Opening, serial, m_job.openedAt);
    askForItsState();
}

void JobDesk::askForItsState()
{
    m_asked = m_statements.ask(m_job.serial.text());
    whenDone(this, m_asked, [this](const Result<SignedStatement> &state) {
        if (state.ok())
            onTaken(*state);
        else
            onFailed(state.error());
    });
}

bool JobDesk::takeUp(bool record)
{
    // The store is not believed: what the pack signed is judged again.
    const TrustBook &trust = m_workspace.trust();
    const auto statement = verifyStatement(m_job.before, {}, trust.charter(), trust.snapshot().crlsOf(m_job.serial));
    if (!statement.ok() || statement->serial != m_job.serial) {
        Q_EMIT failed(statement.ok() ? Error{Code::WrongPack, statement->serial.text()} : statement.error());
        return false;
    }
    if (!lock(m_job.serial)) {
        Q_EMIT elsewhere(m_job.serial.text());
        return false;
    }
    m_card = {};
    m_card.before = {*statement, m_job.before, m_job.heard};
    // A recording of which the store had not heard when the console ended.
    for (const QString &name :
        QDir(m_folder).entryList({m_job.base + QStringLiteral("*.log")}, QDir::Files, QDir::Name)) {
        if (!m_job.recordings.contains(name))
            m_job.recordings.append(name);
    }
    m_own = false;
    if (record)
        startRecording(QStringLiteral("%1-%2.log").arg(m_job.base).arg(m_job.recordings.size() + 1));
    keepJob();
    m_bar.setState(JobCardBar::State::Open, m_job.serial.text(), m_job.openedAt);
    return true;
}

void JobDesk::goOn()
{
    if (m_bar.state() == JobCardBar::State::Found)
        (void)takeUp(true);
}

void JobDesk::close(const QString &words)
{
    const bool ready
        = m_bar.state() == JobCardBar::State::Open || (m_bar.state() == JobCardBar::State::Found && takeUp(false));
    if (!ready)
        return;
    m_job.words = words;
    keepJob();
    m_bar.setState(JobCardBar::State::Closing, m_job.serial.text(), m_job.openedAt);
    askForItsState();
}

void JobDesk::onWords(const QString &words)
{
    m_job.words = words;
    m_keep.start();
}

void JobDesk::keepJob()
{
    m_keep.stop();
    if (const auto kept = m_book.keep(m_job); !kept.ok())
        Q_EMIT failed(kept.error());
}

PackTelemetry JobDesk::heard() const
{
    const int row = m_packs.rowOfSerial(m_job.serial.text());
    return row < 0 ? PackTelemetry() : m_packs.telemetry(row);
}

void JobDesk::onTaken(const SignedStatement &state)
{
    const bool opening = m_bar.state() == JobCardBar::State::Opening;
    (opening ? m_card.before : m_card.after) = JobCard::End{state.statement, state.bytes, heard()};
    if (const auto kept = keep(opening ? "before" : "after", state.bytes); !kept.ok())
        return onFailed(kept.error());
    if (!opening)
        return finish();
    m_job.before = state.bytes;
    m_job.heard = m_card.before.heard;
    // A job that could not be kept is none: it would be lost with the console.
    if (const auto kept = m_book.keep(m_job); !kept.ok())
        return onFailed(kept.error());
    m_bar.setState(JobCardBar::State::Open, m_job.serial.text(), m_job.openedAt);
}

void JobDesk::onFailed(const Error &error)
{
    // Without the first state there is no card; without the last one the job stays open, and can be closed again.
    if (m_bar.state() == JobCardBar::State::Opening)
        leave();
    else
        m_bar.setState(JobCardBar::State::Open, m_job.serial.text(), m_job.openedAt);
    Q_EMIT failed(error);
}

void JobDesk::onRecording(const RecordingState &state)
{
    m_recording = state;
    if (!state.recording || !m_lock)
        return;
    const QString name = QFileInfo(state.file).fileName();
    if (m_job.recordings.contains(name))
        return;
    m_job.recordings.append(name);
    if (!m_job.before.isEmpty())
        keepJob();
}

Result<> JobDesk::keep(const char *which, const QByteArray &bytes) const
{
    storemodes::makeFolder(m_folder);
    return wholefile::write(QStringLiteral("%1-%2.cose").arg(base(), QLatin1String(which)), bytes);
}

void JobDesk::startRecording(const QString &name)
{
    // What is recorded already goes on; its file is named in the report.
    m_own = !m_recording.recording;
    if (!m_own)
        return onRecording(m_recording);
    m_buses.record(m_job.serial.text(), m_folder + u'/' + name);
}

void JobDesk::stopRecording()
{
    if (std::exchange(m_own, false))
        m_buses.stopRecording();
}

void JobDesk::finish()
{
    const Session &session = m_workspace.session();
    m_card.words = m_job.words;
    m_card.order = m_job.order;
    m_card.shop = ShopHead::load(QSettings(m_workspace.folder() + QStringLiteral("/layout.ini"), QSettings::IniFormat));
    m_card.opener = m_job.opener;
    m_card.openerParty = m_job.openerParty;
    if (session.isSignedIn()) {
        m_card.person = session.identity().leaf.commonName;
        m_card.party = m_workspace.trust().partyName(session.identity().position);
    }
    m_card.recordings = m_job.recordings;
    const QString report = base() + QStringLiteral(".pdf");
    const int row = m_packs.rowOfSerial(m_job.serial.text());
    QList<ParameterDefinition> units;
    for (const ParameterInfo &info : row < 0 ? QList<ParameterInfo>() : m_packs.facts(row).parameters)
        units.append(info.definition);
    if (const auto written = jobreport::write(m_card, units, report); !written.ok())
        return onFailed(written.error());
    constexpr qint64 maxBytes = 64 * 1024 * 1024;
    const auto bytes = wholefile::read(report, maxBytes);
    const QByteArray hash = bytes.ok() ? sha256(*bytes) : QByteArray();
    const QCborMap detail{{QStringLiteral("action"), QStringLiteral("job-card")},
        {QStringLiteral("before"), sha256(m_card.before.signedBytes)},
        {QStringLiteral("after"), sha256(m_card.after.signedBytes)}, {QStringLiteral("report"), hash}};
    const auto recorded
        = AuditedAction(m_workspace, auditaction::actOnPack, m_job.serial.text(), detail).finish(Result<>::success());
    if (!recorded.ok())
        return onFailed(recorded.error());
    m_book.remove(m_job.serial);
    leave();
    Q_EMIT reported(report);
}

void JobDesk::drop()
{
    if (m_bar.state() != JobCardBar::State::Found && m_bar.state() != JobCardBar::State::Open)
        return;
    const QString serial = m_job.serial.text();
    const QCborMap detail{
        {QStringLiteral("action"), QStringLiteral("job-card")}, {QStringLiteral("before"), sha256(m_job.before)}};
    const auto recorded = AuditedAction(m_workspace, auditaction::actOnPack, serial, detail).finish(Code::Cancelled);
    if (!recorded.ok()) {
        Q_EMIT failed(recorded.error());
        return;
    }
    m_book.remove(m_job.serial);
    leave();
    Q_EMIT dropped(serial);
}

/// Nothing is under way any more.
void JobDesk::leave()
{
    m_keep.stop();
    m_asked.cancel();
    m_asked = {};
    stopRecording();
    m_lock.reset();
    m_job = {};
    m_bar.setWords({});
    m_bar.setOrder({});
    m_bar.setState(JobCardBar::State::None);
    look(m_shown);
}

} // namespace packwarden
