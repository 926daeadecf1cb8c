// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statementdesk.h"

#include <jobcard.h>
#include <recordingstate.h>

namespace packwarden {

class JobCardBar;
class LinkRecorder;
class PacksModel;

/// Opens and closes the job card of the inspector: signed state, recording, signed state again, report. All of it lies
/// in the folder of the recordings under one name.
class JobDesk final : public QObject
{
    Q_OBJECT
public:
    JobDesk(Workspace &workspace, StatementDesk &statements, LinkRecorder &recorder, const PacksModel &packs,
        JobCardBar &bar, const QString &folder, QObject *parent = nullptr);

    void open(const QString &serial);
    void close(const QString &words);

Q_SIGNALS:
    /// report: its path.
    void reported(const QString &report);
    void failed(const packwarden::Error &error);

private:
    void onTaken(const Statement &statement, const QByteArray &bytes, quint64 id);
    void onFailed(const Error &error, quint64 id);
    void finish();
    void stopRecording();
    PackTelemetry heard() const;
    Result<> keep(const char *which, const QByteArray &bytes) const;

    Workspace &m_workspace;
    StatementDesk &m_statements;
    LinkRecorder &m_recorder;
    const PacksModel &m_packs;
    JobCardBar &m_bar;
    QString m_folder;
    QString m_serial;
    QString m_base; ///< path of all files of the card, without their ends
    RecordingState m_recording;
    bool m_own = false; ///< the recording began with the card, and ends with it
    quint64 m_asked = 0;
    JobCard m_card;
};

} // namespace packwarden
