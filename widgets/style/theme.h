// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

#include <array>

class QApplication;

namespace packwarden {

enum class ThemeMode { System, Light, Dark };

/// What something means, never by colour alone: shapeOf() gives the mark that goes with it.
enum class Status { Neutral, Good, Warning, Alarm, Information, Waiting };

/// The colours beyond QPalette's roles, for one of the two palettes.
struct Tones
{
    bool dark = false;
    QColor window;
    QColor panel;
    QColor raised;
    QColor line;
    QColor text;
    QColor muted;
    QColor accent;
    QColor accentText;
    QColor accentSoft;
    QColor good;
    QColor goodSoft;
    QColor warning;
    QColor warningSoft;
    QColor alarm;
    QColor alarmSoft;
    QColor information;
    QColor informationSoft;
    std::array<QColor, 4> layer; ///< index 0 is layer 1: one violet ramp, light to dark
    std::array<QColor, 4> layerText;
};

/// All distances are multiples of this.
constexpr int grid = 8;

/// The tones that belong to a palette, chosen by its lightness; painted widgets ask with their own palette().
const Tones &tonesOf(const QPalette &palette);
QColor statusColour(const Tones &tones, Status status);
QColor statusSoft(const Tones &tones, Status status);
/// One character of DejaVu Sans that stands for the status.
QString shapeOf(Status status);
bool isDark(const QPalette &palette);

/// Fusion, the palette, the font and the style sheet. system: the palette the desktop gave before the first call.
void applyTheme(QApplication &app, ThemeMode mode, const QPalette &system);

/// No style sheet is in force while one lives. Under a style sheet each widget that gets a parent is styled anew with
/// all its children, which is half of the time that a whole window takes to be made.
class StyleSheetPause final
{
public:
    StyleSheetPause();
    ~StyleSheetPause();
    StyleSheetPause(const StyleSheetPause &) = delete;
    StyleSheetPause &operator=(const StyleSheetPause &) = delete;

private:
    QString m_sheet;
};

} // namespace packwarden
