// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/documentdelivery.h"
#include "models/support/latestjob.h"
#include "models/trust/startoutlook.h"

#include <QFrame>

#include <memory>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace packwarden {

class Chooser;
class MessageBar;
class PacksModel;
class SignoffsModel;
class Workspace;

/// Chooses a document that is ready and brings it to the chosen packs: what tomorrow will be like, one result per
/// pack, stop at any time. Every delivery is recorded and its receipt checked by SignoffDocument.
class RolloutPanel final : public QFrame
{
    Q_OBJECT
public:
    RolloutPanel(Workspace &workspace, SignoffsModel &documents, PacksModel &packs, QWidget *parent = nullptr);

    /// Does nothing while a roll-out is under way.
    void setPacks(const QList<PackSerial> &packs);
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
    QList<PackSerial> targets() const;
    QList<PackTelemetry> heard(const QList<PackSerial> &packs) const;

    Workspace &m_workspace;
    SignoffsModel &m_documents;
    PacksModel &m_packs;
    DocumentDelivery m_delivery;
    QList<PackSerial> m_chosen;
    LatestJob m_tomorrowJob;
    Chooser *m_which;
    QCheckBox *m_staged;
    QSpinBox *m_soak;
    QLabel *m_tomorrow;
    QLabel *m_stage;
    QTableWidget *m_results;
    QProgressBar *m_progress;
    QPushButton *m_start;
    QPushButton *m_goOn;
    QPushButton *m_cancel;
    QPushButton *m_close;
    QPushButton *m_last; ///< "Last roll-out: ..., 4 of 4 applied"; opens its results
    QString m_title; ///< of the document that was rolled out last
};

} // namespace packwarden
