// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/theme.h"

#include <QApplication>
#include <QFont>
#include <QStyleFactory>

namespace packwarden {

namespace {

QColor rgb(const char *hex)
{
    return QColor(QLatin1String(hex));
}

Tones makeLight()
{
    Tones t;
    t.window = rgb("#f1f3f5");
    t.panel = rgb("#ffffff");
    t.raised = rgb("#f7f8fa");
    t.line = rgb("#d5d9df");
    t.text = rgb("#1a1d21");
    t.muted = rgb("#575f6a");
    t.accent = rgb("#0b6a89");
    t.accentText = rgb("#ffffff");
    t.accentSoft = rgb("#dceef4");
    t.good = rgb("#0a7350");
    t.goodSoft = rgb("#dcefe8");
    t.warning = rgb("#855400");
    t.warningSoft = rgb("#fdf0d3");
    t.alarm = rgb("#b0360a");
    t.alarmSoft = rgb("#fce5dc");
    t.information = rgb("#1f5cb8");
    t.informationSoft = rgb("#e2ecfa");
    t.layer = {rgb("#e6e1f9"), rgb("#b9abea"), rgb("#6a4fc3"), rgb("#38217c")};
    t.layerText = {rgb("#38217c"), rgb("#231353"), rgb("#ffffff"), rgb("#ffffff")};
    return t;
}

Tones makeDark()
{
    Tones t;
    t.dark = true;
    t.window = rgb("#14171a");
    t.panel = rgb("#1c1f23");
    t.raised = rgb("#23272c");
    t.line = rgb("#373d44");
    t.text = rgb("#e7e9ec");
    t.muted = rgb("#a3abb5");
    t.accent = rgb("#5cc3e0");
    t.accentText = rgb("#08242d");
    t.accentSoft = rgb("#173844");
    t.good = rgb("#3fcf97");
    t.goodSoft = rgb("#17372d");
    t.warning = rgb("#ffc857");
    t.warningSoft = rgb("#3b301a");
    t.alarm = rgb("#ff8f63");
    t.alarmSoft = rgb("#42261b");
    t.information = rgb("#86b8ff");
    t.informationSoft = rgb("#1c2e47");
    t.layer = {rgb("#ddd6fb"), rgb("#b5a5f0"), rgb("#7a5dd9"), rgb("#5334b0")};
    t.layerText = {rgb("#2a1a63"), rgb("#1d1048"), rgb("#ffffff"), rgb("#ffffff")};
    return t;
}

/// For people who need the highest contrast: black and white, and colours that stand at least 7 to 1 on them (WCAG 2.1,
/// 1.4.6).
Tones makeStark(bool dark)
{
    Tones t = dark ? makeDark() : makeLight();
    const QColor ground = dark ? QColor(Qt::black) : QColor(Qt::white);
    for (QColor *surface :
        {&t.window, &t.panel, &t.raised, &t.goodSoft, &t.warningSoft, &t.alarmSoft, &t.informationSoft})
        *surface = ground;
    t.text = dark ? QColor(Qt::white) : QColor(Qt::black);
    t.line = t.text;
    t.muted = dark ? rgb("#d0d0d0") : rgb("#4a4a4a");
    t.accent = dark ? rgb("#7fdcff") : rgb("#00317a");
    t.accentText = ground;
    t.accentSoft = dark ? rgb("#00283d") : rgb("#dbe9ff");
    t.good = dark ? rgb("#6dffb4") : rgb("#00461f");
    t.warning = dark ? rgb("#ffd75e") : rgb("#5c3a00");
    t.alarm = dark ? rgb("#ffab8f") : rgb("#8a0000");
    t.information = dark ? rgb("#b3d4ff") : rgb("#00317a");
    t.layer = {rgb("#ffffff"), rgb("#d9ccff"), rgb("#4a2c9a"), rgb("#1f0f52")};
    t.layerText = {rgb("#000000"), rgb("#000000"), rgb("#ffffff"), rgb("#ffffff")};
    return t;
}

/// Whether the desktop shows black on white or white on black: its themes of high contrast do, others are softer.
bool isStark(const QPalette &palette)
{
    const QRgb window = palette.color(QPalette::Window).rgb();
    const QRgb text = palette.color(QPalette::WindowText).rgb();
    constexpr QRgb black = 0xff000000;
    constexpr QRgb white = 0xffffffff;
    return (window == white && text == black) || (window == black && text == white);
}

const Tones &tonesFor(bool dark, bool stark)
{
    static const Tones tones[] = {makeLight(), makeDark(), makeStark(false), makeStark(true)};
    return tones[(stark ? 2 : 0) + (dark ? 1 : 0)];
}

QPalette paletteOf(const Tones &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Button, t.panel);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.alarm);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.raised);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line);
    p.setColor(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.line);
    p.setColor(QPalette::Highlight, t.accentSoft);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    const QColor off = t.dark ? t.muted.darker(140) : t.muted.lighter(150);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, off);
    return p;
}

/// The only style sheet of the program. %names are replaced by tones.
const char sheet[] = R"(
QWidget[surface="card"] { background: %panel; border: 1px solid %line; border-radius: 8px; }
QWidget[surface="bar"] { background: %panel; border: 0; border-bottom: 1px solid %line; }
QWidget[surface="rail"] { background: %panel; border: 0; border-right: 1px solid %line; }
QWidget[surface="raised"] { background: %raised; border: 1px solid %line; border-radius: 8px; }
QFrame[surface="rule"] { background: %line; border: 0; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: %muted; }
QLabel[tone="good"] { color: %goodText; }
QLabel[tone="warning"] { color: %warningText; }
QLabel[tone="alarm"] { color: %alarmText; }
QLabel[tone="information"] { color: %informationText; }
QLabel[tone="heading"] { font-size: 17px; font-weight: 600; }
QLabel[tone="title"] { font-size: 16px; font-weight: 600; }
QLabel[tone="section"] { font-weight: 600; }
QLabel[tone="figure"] { font-size: 22px; font-weight: 600; }
QPushButton { background: %panel; color: %text; border: 1px solid %line; border-radius: 6px; padding: 6px 14px; min-height: 18px; }
QPushButton:hover { background: %raised; }
QPushButton:pressed { background: %accentSoft; }
QPushButton:focus { border: 2px solid %accent; padding: 5px 13px; }
QPushButton[menu="true"]:focus { padding-right: 25px; }
QPushButton:disabled { color: %off; background: %window; }
QPushButton[kind="primary"] { background: %accent; color: %accentText; border-color: %accent; font-weight: 600; }
QPushButton[kind="primary"]:focus { border: 2px solid %text; }
QPushButton[kind="primary"]:disabled { background: %window; color: %off; border-color: %line; font-weight: 400; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: %accent; padding: 4px 6px; }
QPushButton[kind="row"] { background: transparent; border: 1px solid transparent; padding: 3px 6px; text-align: left; }
QPushButton[kind="row"]:hover { border-color: %line; }
QPushButton[kind="row"]:checked { background: %accentSoft; border-color: %accentSoft; font-weight: 600; }
QPushButton[kind="row"]:focus { border: 1px solid %accent; }
QPushButton[kind="link"]:hover { background: %accentSoft; }
QPushButton[kind="link"]:focus { border: 1px solid %accent; }
QPushButton[kind="link"]:disabled { color: %off; }
QPushButton[flush="true"] { padding: 0; }
QPushButton[menu="true"] { padding-right: 26px; }
QPushButton[menu="true"][kind="link"] { padding-right: 22px; }
QPushButton::menu-indicator { image: url(:/icons/chevron.svg); width: 12px; height: 12px; subcontrol-origin: border; subcontrol-position: center right; right: 8px; }
QToolButton::menu-indicator { image: none; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 8px; color: %muted; font-size: 11px; padding: 6px 2px; }
QToolButton:hover { background: %raised; }
QToolButton:checked { background: %accentSoft; color: %accent; font-weight: 600; }
QToolButton:focus { border: 1px solid %accent; }
QLineEdit, QPlainTextEdit { background: %panel; color: %text; border: 1px solid %line; border-radius: 6px; padding: 6px 8px; selection-background-color: %accent; selection-color: %accentText; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid %accent; padding: 5px 7px; }
QLineEdit[wrong="true"] { border: 2px solid %alarm; padding: 5px 7px; }
QLineEdit:disabled { color: %off; background: %window; }
QComboBox { background: %panel; color: %text; border: 1px solid %line; border-radius: 6px; padding: 5px 10px; min-height: 18px; }
QComboBox:focus { border: 2px solid %accent; padding: 4px 9px; }
QDateEdit { background: %panel; color: %text; border: 1px solid %line; border-radius: 6px; padding: 5px 8px; min-height: 18px; }
QDateEdit:focus { border: 2px solid %accent; padding: 4px 7px; }
QDateEdit:disabled { color: %off; background: %window; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: %panel; color: %text; border: 1px solid %line; selection-background-color: %accentSoft; selection-color: %text; outline: 0; }
QCheckBox { background: transparent; spacing: 8px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid %muted; border-radius: 4px; background: %panel; }
QAbstractItemView::indicator { width: 12px; height: 12px; border: 1px solid %muted; border-radius: 3px; background: %panel; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border: 2px solid %accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: %accent; border: 1px solid %accent; image: url(:/icons/%check); }
QCheckBox::indicator:indeterminate { background: %accent; border: 1px solid %accent; image: url(:/icons/%partly); }
QTabWidget::pane { border: 0; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: %muted; padding: 6px 2px; margin-right: 20px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: %accent; font-weight: 600; border-bottom: 2px solid %accent; }
QTabBar::tab:focus { color: %accent; border-bottom: 2px solid %text; }
QWidget#parameterBody { background: %panel; }
QListView, QTableView, QScrollArea { background: %panel; border: 0; outline: 0; color: %text; }
QScrollArea[bare="true"] { background: transparent; }
QTableView { gridline-color: %line; alternate-background-color: %raised; selection-background-color: %accentSoft; selection-color: %text; }
QHeaderView { background: %panel; border: 0; }
QHeaderView::section { background: %panel; color: %muted; border: 0; border-bottom: 1px solid %line; padding: 6px 3px; text-align: left; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: %line; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: %muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: %raised; border: 1px solid %line; border-radius: 4px; height: 6px; text-align: center; }
QProgressBar::chunk { background: %accent; border-radius: 3px; }
QToolTip { background: %raised; color: %text; border: 1px solid %line; padding: 4px 6px; }
QSplitter::handle { background: transparent; }
QDialog { background: %panel; }
)";

QString styleSheetOf(const Tones &t)
{
    QString css = QString::fromLatin1(sheet);
    // Longer names first, so that "%accent" does not eat the head of "%accentSoft".
    const std::pair<const char *, QString> names[] = {
        {"%accentSoft", t.accentSoft.name()},
        {"%accentText", t.accentText.name()},
        {"%accent", t.accent.name()},
        {"%goodText", t.good.name()},
        {"%warningText", t.warning.name()},
        {"%alarmText", t.alarm.name()},
        {"%informationText", t.information.name()},
        {"%alarm", t.alarm.name()},
        {"%panel", t.panel.name()},
        {"%window", t.window.name()},
        {"%raised", t.raised.name()},
        {"%line", t.line.name()},
        {"%text", t.text.name()},
        {"%muted", t.muted.name()},
        {"%partly", QLatin1String(t.dark ? "partly-dark.svg" : "partly.svg")},
        {"%check", QLatin1String(t.dark ? "check-dark.svg" : "check.svg")},
        {"%off", (t.dark ? t.muted.darker(150) : t.muted.lighter(160)).name()},
    };
    for (const auto &[name, value] : names)
        css.replace(QLatin1String(name), value);
    return css;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

const Tones &tonesOf(const QPalette &palette)
{
    return tonesFor(isDark(palette), isStark(palette));
}

QColor statusColour(const Tones &tones, Status status)
{
    switch (status) {
    case Status::Good:
        return tones.good;
    case Status::Warning:
        return tones.warning;
    case Status::Alarm:
        return tones.alarm;
    case Status::Information:
        return tones.information;
    case Status::Waiting:
    case Status::Neutral:
        break;
    }
    return tones.muted;
}

QColor statusSoft(const Tones &tones, Status status)
{
    switch (status) {
    case Status::Good:
        return tones.goodSoft;
    case Status::Warning:
        return tones.warningSoft;
    case Status::Alarm:
        return tones.alarmSoft;
    case Status::Information:
        return tones.informationSoft;
    case Status::Waiting:
    case Status::Neutral:
        break;
    }
    return tones.raised;
}

QString shapeOf(Status status)
{
    switch (status) {
    case Status::Good:
        return QStringLiteral("\u2714");
    case Status::Warning:
        return QStringLiteral("\u25B2");
    case Status::Alarm:
        return QStringLiteral("\u2716");
    case Status::Information:
        return QStringLiteral("\u25CF");
    case Status::Waiting:
        return QStringLiteral("\u25CB");
    case Status::Neutral:
        break;
    }
    return QStringLiteral("\u2013");
}

void applyTheme(QApplication &app, ThemeMode mode, const QPalette &system)
{
    const bool dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && isDark(system));
    const Tones &tones = tonesFor(dark, mode == ThemeMode::System && isStark(system));
    app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont font(QStringList{QStringLiteral("DejaVu Sans"), app.font().family()});
    font.setPixelSize(12);
    app.setFont(font);
    app.setPalette(paletteOf(tones));
    app.setStyleSheet(styleSheetOf(tones));
}

StyleSheetPause::StyleSheetPause()
    : m_sheet(qApp->styleSheet())
{
    qApp->setStyleSheet({});
}

StyleSheetPause::~StyleSheetPause()
{
    qApp->setStyleSheet(m_sheet);
}

} // namespace packwarden
