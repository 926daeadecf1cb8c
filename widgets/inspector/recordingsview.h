// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/recordingstate.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace packwarden {

class Chip;
class FileChooser;
class RecordingsModel;

/// Records the bus, and has recordings played.
class RecordingsView final : public QWidget
{
    Q_OBJECT
public:
    RecordingsView(RecordingsModel &model, FileChooser &files, QWidget *parent = nullptr);

    static QString title();
    void setState(const RecordingState &state);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override; ///< a recording, to be played

Q_SIGNALS:
    void recordWanted();
    void stopWanted();
    void playWanted(const QString &path);

private:
    void makeTable();
    void update();
    QString chosen() const;

    RecordingsModel &m_model;
    RecordingState m_state;
    Chip *m_chip;
    QLabel *m_hint;
    QPushButton *m_record;
    QPushButton *m_play;
    QPushButton *m_playFile;
    QTableView *m_table;
    QLabel *m_empty;
};

} // namespace packwarden
