// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console.h"
#include "models/core/base/clock.h"
#include "tests/widgets/support/stubfilechooser.h"

class QComboBox;
class QPushButton;

namespace packwarden::tour {

/// One person at one console with a store of its own. Does things only as a person can: clicks, keys, drops.
class Person final
{
public:
    /// Null console() if the store could not be opened.
    Person(const QString &name, const QString &bus, const QString &store);
    ~Person();

    Console *console() { return m_console.get(); }
    MainWindow &window();
    QString name() const { return m_name; }

    void click(const char *objectName, QWidget *in = nullptr);
    void type(QWidget *field, const QString &text);
    void choose(QComboBox *box, const QString &text);
    /// The entry with this value behind it, whatever it is called in this language.
    void chooseValue(QComboBox *box, const QString &value);
    void drop(const QString &path);
    void nextFile(const QString &path) { m_files.path = path; }
    /// A visible widget of the window or of a dialog over it; null if there is none.
    template <typename W> W *find(const char *objectName)
    {
        return qobject_cast<W *>(findWidget(QString::fromLatin1(objectName)));
    }
    QString textOf(const char *label);

    bool trustPack();
    bool signIn(const QString &keyFile, const QString &passphrase);
    /// Ticks and confirms the sign dialog that is open.
    bool confirmSigning();

private:
    QWidget *findWidget(const QString &objectName);
    void chooseEntry(QComboBox *box, int role, const QString &entry);

    QString m_name;
    SystemClock m_clock;
    test::StubFileChooser m_files{test::StubFileChooser::Pace::AsDialog};
    std::unique_ptr<Console> m_console;
};

/// The window's own words in the language of this run.
QString said(const char *context, const char *source, int count = -1);
/// Whether a text is this sentence of the window, whatever fills its places.
bool tells(const QString &text, const char *context, const char *source);

/// Waits, with the event loop running, until the condition holds; at most this long.
constexpr int patience = 60000;
bool until(const std::function<bool()> &condition, int milliseconds = patience);

} // namespace packwarden::tour
