// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace packwarden {

class FileChooser;

/// The path of a file, typed, chosen or dropped. It reads nothing: whoever owns it does.
class PathField final : public QWidget
{
    Q_OBJECT
public:
    enum class For { Opening, Saving };
    /// id: the object name of its line; its button is id + "Choose". title: its name, and that of the file dialog where
    /// question is empty.
    PathField(const QString &id, const QString &title, const QStringList &filters, FileChooser &files,
        QWidget *parent = nullptr, For what = For::Opening, const QString &question = {});

    QString path() const;
    void setPath(const QString &path);
    QLineEdit &line() const { return *m_line; }

Q_SIGNALS:
    void changed(); ///< whoever did it
    void typed(); ///< by a person, letter by letter
    void chosen(); ///< by a person, whole: in the file dialog, or dropped

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void take(const QString &path);

    QLineEdit *m_line;
};

} // namespace packwarden
