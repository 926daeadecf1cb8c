// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/rolloutkeeper.h"
#include "models/support/latestjob.h"
#include "models/trust/startoutlook.h"

#include <QFrame>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace packwarden {

class Chooser;
class FleetModel;
class PacksModel;
class SignoffsModel;
class Workspace;

/// Chooses a document that is ready and brings it to the chosen packs, stage after stage: what tomorrow will be like,
/// one result per pack, stop at any time. Every delivery is recorded and its receipt checked by SignoffDocument; what
/// comes of it is kept by RolloutKeeper, and goes on after a restart where it was.
class RolloutPanel final : public QFrame
{
    Q_OBJECT
public:
    RolloutPanel(Workspace &workspace, FleetModel &fleet, SignoffsModel &documents, PacksModel &packs,
        QWidget *parent = nullptr);

    /// Does nothing while a roll-out is under way. group: that they were chosen from; empty: none.
    void setPacks(const QList<PackSerial> &packs, const QString &group = {});
    bool isRunning() const { return m_delivery.isRunning(); }
    void setDeliveryProgress(const QString &serial, qint64 done, qint64 total);
    void finishDelivery(const DeliveryResult &result);

Q_SIGNALS:
    void deliveryWanted(
        const packwarden::PackSerial &serial, const QByteArray &document, const QByteArray &contentType);
    void closed();

private:
    void fillDocuments();
    void updatePreview();
    void judgeTomorrow();
    void start();
    void watch();
    void refresh();
    void showResults();
    void resume();
    void begun(const Result<> &begun);
    void fillStages();
    /// In the order of the stages, which end at the numbers of watchAfter.
    Rollout::Plan plan() const;
    QSet<PackSerial> absent(const QList<PackSerial> &packs) const;
    bool canResume() const;
    QList<PackSerial> targets() const;
    QList<PackTelemetry> heard(const QList<PackSerial> &packs) const;

    Workspace &m_workspace;
    FleetModel &m_fleet;
    SignoffsModel &m_documents;
    PacksModel &m_packs;
    DocumentDelivery m_delivery;
    RolloutKeeper m_keeper;
    std::optional<KeptRollout> m_kept; ///< the newest that was begun here
    QList<PackSerial> m_chosen;
    QString m_group;
    LatestJob m_tomorrowJob;
    Chooser *m_which;
    Chooser *m_stages;
    QSpinBox *m_soak;
    QLabel *m_tomorrow;
    QLabel *m_stage;
    QTableWidget *m_results;
    QProgressBar *m_progress;
    QPushButton *m_start;
    QPushButton *m_goOn;
    QPushButton *m_cancel;
    QPushButton *m_close;
    QPushButton *m_resume;
    QPushButton *m_last; ///< "Last roll-out: ..., 4 of 4 applied"; opens its results
};

} // namespace packwarden
