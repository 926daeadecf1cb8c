// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace packwarden {

class FileChooser;
class MessageBar;
class RequestDraft;

/// The files that go along with a request: chosen or dropped, each with its size and a button that takes it off again.
class EvidenceField final : public QWidget
{
    Q_OBJECT
public:
    EvidenceField(RequestDraft &draft, FileChooser &files, QWidget *parent = nullptr);

    /// Reads the file whole; says why one was not taken.
    void add(const QString &path);
    /// Shows what the draft has, if that changed elsewhere.
    void list();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    RequestDraft &m_draft;
    QVBoxLayout *m_rows;
    MessageBar *m_message;
};

} // namespace packwarden
