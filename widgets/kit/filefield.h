// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace packwarden {

class FileChooser;

/// One file, chosen or dropped. It reads nothing: whoever owns it does, and says what was found.
class FileField final : public QWidget
{
    Q_OBJECT
public:
    /// id: the object name; its button is id + "Choose".
    FileField(const QString &id, const QString &title, const QStringList &filters, FileChooser &files,
        QWidget *parent = nullptr);

    /// What is in the file, or why it was not taken.
    void say(const QString &text, const char *tone = nullptr);

Q_SIGNALS:
    void chosen(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_choose;
};

/// A list in a frame of its own, as the fields beside it have one.
QWidget *framed(QWidget *list);

} // namespace packwarden
