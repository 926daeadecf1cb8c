// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/packs/shophead.h"
#include "widgets/style/theme.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSettings;

namespace packwarden {

class FileChooser;
class PathField;

/// What a person may set for this console; kept in the store's layout.ini.
struct ConsoleSettings
{
    ThemeMode theme = ThemeMode::System;
    QString language; ///< "de", "en"; empty: the desktop's
    int lockMinutes = 10; ///< 0: never
    bool notices = true; ///< on the desktop, when a document wants the signature of who is signed in
    ShopHead shop; ///< of the reports that are made here
    QStringList buses; ///< "plugin:device", that were chosen last, in the bus dialog; empty: none yet

    static ConsoleSettings load(const QSettings &settings);
    void save(QSettings &settings) const;
    bool operator==(const ConsoleSettings &) const = default;
};

/// The word of a mode in files and on the command line, and back; anything else is none.
QString themeWord(ThemeMode mode);
std::optional<ThemeMode> themeOf(const QString &word);

/// Theme, language, auto-lock, and who stands at the head of a job's report.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(const ConsoleSettings &settings, FileChooser &files, QWidget *parent = nullptr);
    ConsoleSettings settings() const;

private:
    ConsoleSettings m_settings; ///< what is not shown stays
    QComboBox *m_theme;
    QComboBox *m_language;
    QComboBox *m_lock;
    QCheckBox *m_notices;
    QLineEdit *m_shop;
    QPlainTextEdit *m_address;
    PathField *m_logo;
};

} // namespace packwarden
