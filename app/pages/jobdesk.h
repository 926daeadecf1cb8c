// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/statementdesk.h"
#include "models/core/pack/recordingstate.h"
#include "models/packs/jobbook.h"
#include "models/packs/jobcard.h"

#include <QTimer>

#include <memory>

class QLockFile;

namespace packwarden {

class BusDesk;
class JobCardBar;
class PacksModel;

/// Opens and closes the job card of the inspector: signed state, recording, signed state again, report. All of it lies
/// in the folder of the recordings under one name. What is known of an open job is kept in the store as it goes; a job
/// that an earlier console left open is offered again when its pack is looked at.
class JobDesk final : public QObject
{
    Q_OBJECT
public:
    JobDesk(Workspace &workspace, StatementDesk &statements, BusDesk &buses, const PacksModel &packs, JobCardBar &bar,
        const QString &folder, QObject *parent = nullptr);
    ~JobDesk() override;

    void open(const QString &serial);
    void close(const QString &words);
    /// This pack is looked at: a job of it that is still open is offered.
    void look(const QString &serial);

Q_SIGNALS:
    /// report: its path.
    void reported(const QString &report);
    void dropped(const QString &serial);
    void failed(const packwarden::Error &error);
    /// Another console of this store works on a job of this pack.
    void elsewhere(const QString &serial);

private:
    /// Takes up the job that is offered. record: goes on recording.
    bool takeUp(bool record);
    void goOn();
    void drop();
    void onWords(const QString &words);
    void askForItsState();
    void onTaken(const SignedStatement &state);
    void onFailed(const Error &error);
    void onRecording(const RecordingState &state);
    void finish();
    void leave();
    bool lock(const PackSerial &serial);
    void startRecording(const QString &name);
    void stopRecording();
    void keepJob();
    PackTelemetry heard() const;
    QString base() const;
    Result<> keep(const char *which, const QByteArray &bytes) const;

    Workspace &m_workspace;
    StatementDesk &m_statements;
    BusDesk &m_buses;
    const PacksModel &m_packs;
    JobCardBar &m_bar;
    QString m_folder;
    JobBook m_book;
    OpenJob m_job; ///< under way, or offered
    std::unique_ptr<QLockFile> m_lock;
    QString m_shown; ///< serial of the pack that is looked at
    QTimer m_keep;
    RecordingState m_recording;
    bool m_own = false; ///< the recording began with the card, and ends with it
    QFuture<Result<SignedStatement>> m_asked;
    JobCard m_card;
};

} // namespace packwarden
