// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobdesk.h"

#include <auditstore.h>
#include <clock.h>
#include <jobcardbar.h>
#include <jobreport.h>
#include <linkrecorder.h>
#include <packsmodel.h>
#include <session.h>
#include <trustbook.h>
#include <trustfiles.h>
#include <workspace.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace packwarden {

JobDesk::JobDesk(Workspace &workspace, StatementDesk &statements, LinkRecorder &recorder, const PacksModel &packs,
    JobCardBar &bar, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_statements(statements)
    , m_recorder(recorder)
    , m_packs(packs)
    , m_bar(bar)
    , m_folder(folder)
{
    connect(&bar, &JobCardBar::closeWanted, this, &JobDesk::close);
    connect(&recorder, &LinkRecorder::changed, this, [this](const RecordingState &state) { m_recording = state; });
    connect(&statements, &StatementDesk::taken, this, &JobDesk::onTaken);
    connect(&statements, &StatementDesk::failed, this,
        [this](const QString &, const Error &error, quint64 id) { onFailed(error, id); });
}

void JobDesk::open(const QString &serial)
{
    if (serial.isEmpty() || m_bar.state() != JobCardBar::State::None)
        return;
    // Without a charter no signature of a pack proves anything.
    if (m_workspace.trust().isEmpty()) {
        Q_EMIT failed({Code::UnknownIssuer, serial});
        return;
    }
    m_serial = serial;
    m_card = {};
    const QString time
        = QDateTime::fromSecsSinceEpoch(m_workspace.clock().now(), Qt::UTC).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    m_base = QStringLiteral("%1/%2-job-%3").arg(m_folder, time, serial);
    // What is recorded already goes on; its file is named in the report.
    m_own = !m_recording.recording;
    if (m_own)
        QMetaObject::invokeMethod(
            &m_recorder, [recorder = &m_recorder, path = m_base + QStringLiteral(".log")] { recorder->start(path); },
            Qt::QueuedConnection);
    m_bar.setState(JobCardBar::State::Opening, serial);
    m_asked = m_statements.ask(serial);
}

void JobDesk::close(const QString &words)
{
    m_card.words = words;
    m_bar.setState(JobCardBar::State::Closing, m_serial);
    m_asked = m_statements.ask(m_serial);
}

PackTelemetry JobDesk::heard() const
{
    const int row = m_packs.rowOfSerial(m_serial);
    return row < 0 ? PackTelemetry() : m_packs.telemetry(row);
}

void JobDesk::onTaken(const Statement &statement, const QByteArray &bytes, quint64 id)
{
    if (id != m_asked)
        return;
    const bool opening = m_bar.state() == JobCardBar::State::Opening;
    (opening ? m_card.before : m_card.after) = {statement, bytes, heard()};
    if (const auto kept = keep(opening ? "before" : "after", bytes); !kept.ok())
        return onFailed(kept.error(), id);
    if (opening)
        m_bar.setState(JobCardBar::State::Open, m_serial);
    else
        finish();
}

void JobDesk::onFailed(const Error &error, quint64 id)
{
    if (id != m_asked)
        return;
    // Without the first state there is no card; without the last one the job stays open, and can be closed again.
    const bool opening = m_bar.state() == JobCardBar::State::Opening;
    if (opening)
        stopRecording();
    m_bar.setState(opening ? JobCardBar::State::None : JobCardBar::State::Open, m_serial);
    Q_EMIT failed(error);
}

Result<> JobDesk::keep(const char *which, const QByteArray &bytes) const
{
    QDir().mkpath(m_folder);
    return trustfiles::write(QStringLiteral("%1-%2.cose").arg(m_base, QLatin1String(which)), bytes);
}

void JobDesk::stopRecording()
{
    if (m_own)
        QMetaObject::invokeMethod(
            &m_recorder, [recorder = &m_recorder] { recorder->stop(); }, Qt::QueuedConnection);
}

void JobDesk::finish()
{
    const Session &session = m_workspace.session();
    if (session.isSignedIn()) {
        m_card.person = session.identity().leaf.commonName;
        m_card.party = m_workspace.trust().partyName(session.identity().position);
    }
    m_card.recording = m_recording.recording ? QFileInfo(m_recording.file).fileName() : QString();
    const QString report = m_base + QStringLiteral(".pdf");
    const int row = m_packs.rowOfSerial(m_serial);
    QList<ParameterDefinition> units;
    for (const ParameterInfo &info : row < 0 ? QList<ParameterInfo>() : m_packs.facts(row).parameters)
        units.append(info.definition);
    if (const auto written = jobreport::write(m_card, units, report); !written.ok())
        return onFailed(written.error(), m_asked);
    QFile file(report);
    const QByteArray hash = file.open(QIODevice::ReadOnly) ? sha256(file.readAll()) : QByteArray();
    const QCborMap detail{{QStringLiteral("action"), QStringLiteral("job-card")},
        {QStringLiteral("before"), sha256(m_card.before.signedBytes)},
        {QStringLiteral("after"), sha256(m_card.after.signedBytes)}, {QStringLiteral("report"), hash}};
    const auto recorded = m_workspace.audit().append(
        session.actor(), {QLatin1String(auditaction::actOnPack), m_serial, QLatin1String(auditoutcome::done), detail});
    if (!recorded.ok())
        return onFailed(recorded.error(), m_asked);
    stopRecording();
    m_bar.setState(JobCardBar::State::None);
    Q_EMIT reported(report);
}

} // namespace packwarden
