// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/asof/asof.h"
#include "models/permissions/policycells.h"
#include "models/support/latestjob.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QLineEdit;
class QSlider;
class QTabWidget;
class QTableWidget;

namespace packwarden {

class Chooser;
class DateField;
class Workspace;

/// What was in force on a day that is past: the matrix, the values and the keys of that day, who could have done
/// something, and what happened to the pack until then; each with what proves it. A slider goes through the days of
/// which anything is known. What this store cannot prove is shown as unknown. The workspace must outlive it.
class AsOfDialog final : public QDialog
{
    Q_OBJECT
public:
    /// pack: to begin with; empty: the first that is known.
    AsOfDialog(Workspace &workspace, const QString &pack, QWidget *parent = nullptr);
    ~AsOfDialog() override;

private:
    enum Tab { Matrix, Values, Keys, Who, Timeline };
    /// What a worker found for one pack and one moment.
    struct Found
    {
        RulesAsOf rules;
        QList<ValueAsOf> values;
        QList<KeyAsOf> keys;
        WhoAsOf who;
    };

    QTableWidget *addTable(const QString &title, const char *name, const QStringList &heads);
    void choosePack();
    void takeEvidence(const std::shared_ptr<const PackEvidence> &evidence);
    void moveTo(const QDate &day);
    void ask();
    void tell(const Found &found);
    void showMatrix(const RulesAsOf &rules);
    void showWho(const WhoAsOf &who);
    void showTimeline();
    void showProof();
    /// Rows with what proves each of them.
    void setRow(QTableWidget *table, int row, const QStringList &cells, const QList<Proof> &proof);
    QDate firstDay() const;
    qint64 moment() const;

    Workspace &m_workspace;
    PackSerial m_serial;
    std::shared_ptr<const AsOfGround> m_ground;
    std::shared_ptr<const PackEvidence> m_evidence;
    LatestJob m_reading;
    LatestJob m_asking;
    QTimer m_soon; ///< while the slider moves
    QLineEdit *m_pack;
    DateField *m_day;
    QSlider *m_slider;
    QLabel *m_verdict;
    QTabWidget *m_tabs;
    Chooser *m_capability;
    QList<QTableWidget *> m_tables; ///< by Tab
    QTableWidget *m_proof;
};

} // namespace packwarden
