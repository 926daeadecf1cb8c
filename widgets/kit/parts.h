// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QBoxLayout;
class QMenu;

namespace packwarden {

/// A plain-text label. tone: a word of the style sheet ("muted", "heading", "section", ...), or none.
QLabel *makeLabel(const QString &text, const char *tone = nullptr, QWidget *parent = nullptr);
QFrame *makeCard(QWidget *parent = nullptr);
/// kind: "primary", "link" or none.
QPushButton *makeButton(
    const QString &text, const char *iconName = nullptr, const char *kind = nullptr, QWidget *parent = nullptr);
/// The button keeps the menu's arrow clear of its text.
void giveMenu(QPushButton *button, QMenu *menu);
/// Sets a property of the style sheet and polishes.
void setTone(QWidget *widget, const char *tone);

/// A pill with a shape and words: a state that is never told by colour alone.
class Chip final : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(QWidget *parent = nullptr);
    void set(Status status, const QString &text, const QString &quiet = {});
    /// A badge in the layer's violet: "3 · Financial harm".
    void setLayer(int layer);
    QString text() const { return m_text; }
    Status status() const { return m_status; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< without the quiet words

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status = Status::Neutral;
    int m_layer = 0;
    QString m_text;
    QString m_quiet;
};

/// A bar across a page that says what happened and what to do, until it is closed, replaced or, when all is well, left.
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);
    /// action: the text of a button, or none.
    void say(Status status, const QString &text, const QString &action = {});
    /// The file was just made: what a person may do with it next stands beside the text. subject: of a letter with it;
    /// opens: some program of the desktop can show it.
    void sayOfFile(Status status, const QString &text, const QString &path, const QString &subject, bool opens);
    QString text() const { return m_text->text(); }
    /// Somebody turned to something else: what only said that a thing is done is gone.
    void moveOn();

Q_SIGNALS:
    void actionClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void send();

    Status m_status = Status::Information;
    QString m_file; ///< that was made
    QString m_subject;
    QLabel *m_shape;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_open;
    QPushButton *m_folder;
    QPushButton *m_mail;
    QPushButton *m_close;
};

} // namespace packwarden
