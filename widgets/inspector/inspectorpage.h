// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QSettings;
class QTabWidget;

namespace packwarden {

class Clock;
class FaultsModel;
class FaultsView;
class Figure;
class HistoryBook;
class LiveView;
class PacksModel;
class ParameterDetail;
class ParameterView;
class ParametersModel;
class SecurityView;
class SideView;

/// What one pack is doing right now: a sentence, six figures, the cells, the trend; its parameters on their scales.
class InspectorPage final : public QWidget
{
    Q_OBJECT
public:
    InspectorPage(
        const PacksModel &packs, const ParametersModel &parameters, const Clock &clock, QWidget *parent = nullptr);

    /// Of the pack on show; empty while it has told none: it can be watched then, and asked nothing.
    QString serial() const;
    /// serials: of the packs that signed their state since they were connected, and beside which no other node answers.
    /// Good news are good of such a pack alone, and of all others it stands there that nothing is proved.
    void setProved(const QSet<QString> &serials);
    /// Are there several buses, so that it is said on which one the pack is?
    void setNamesBus(bool names) { m_namesBus = names; }
    /// By its key (PacksModel).
    void choose(const QString &key);
    /// A further tab, behind the others; it belongs to the page.
    void addView(QWidget *view, const QString &title);
    /// Beside the tabs, whichever of them is open; it belongs to the page.
    void addCorner(QWidget *widget);
    /// Brings ages and figures up to date; called at each telemetry and about once a second.
    void refresh();
    FaultsView &faults() { return *m_faults; }
    FaultsModel &faultsModel() { return *m_faultsModel; }
    SecurityView &security() { return *m_security; }
    ParameterView &parameterView() { return *m_parameterView; }
    ParameterDetail &parameterDetail() { return *m_parameterDetail; }
    /// Which tab, quantity, scale and time were chosen.
    void remember(QSettings &settings) const;
    void recall(const QSettings &settings);

Q_SIGNALS:
    /// A tab that needs an answer of the pack is looked at.
    void faultsWanted(const QString &serial);
    void securityWanted(const QString &serial);
    /// Empty: one that has told no serial.
    void packChosen(const QString &serial);
    /// The detail of a parameter is in view, or what is known of it changed.
    void parameterShown(const QString &serial, const packwarden::ParameterId &parameter);
    void changeWanted(const QString &serial, const packwarden::ParameterId &parameter);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeHead();
    QWidget *makeParameters();
    void showParameter();
    /// Reads what the shown tab shows.
    void askForTab();
    void syncChooser();
    void followName();
    bool isProved() const { return m_proved.contains(m_key); }
    void showProof();
    void showFigures(const PackTelemetry &telemetry, bool stale);
    void showSentence(qint64 now);

    const PacksModel &m_packs;
    const ParametersModel &m_parameters;
    const Clock &m_clock;
    QString m_key; ///< of the pack on show; empty: none
    int m_node = 0; ///< by which it is found again when it tells its name
    bool m_namesBus = false;
    PackTelemetry m_telemetry;
    QComboBox *m_chooser;
    QLabel *m_kind;
    QLabel *m_shape;
    QLabel *m_head;
    QLabel *m_rest;
    qint64 m_saidAt = 0; ///< when the sentence was brought up to date, monotonic
    QList<Figure *> m_figures;
    QTabWidget *m_tabs;
    HistoryBook *m_histories;
    LiveView *m_live;
    SideView *m_side;
    ParameterView *m_parameterView;
    ParameterDetail *m_parameterDetail;
    FaultsModel *m_faultsModel;
    FaultsView *m_faults;
    SecurityView *m_security;
    QSet<QString> m_proved; ///< serials
    int m_activeFaults = 0; ///< as last heard; another number has the memory read again
};

} // namespace packwarden
