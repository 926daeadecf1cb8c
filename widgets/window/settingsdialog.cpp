// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/settingsdialog.h"

#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/pathfield.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>

#include <utility>

namespace packwarden {

namespace {
const QString themeKey = QStringLiteral("settings/theme");
const QString languageKey = QStringLiteral("settings/language");
const QString busKey = QStringLiteral("settings/bus");
const QString noticesKey = QStringLiteral("settings/notices");
const QString lockKey = QStringLiteral("settings/lockMinutes");
constexpr int longestLock = 240;
/// Those of translations/, each by its own name.
constexpr std::pair<const char *, const char *> languages[]
    = {{"en", "English"}, {"de", "Deutsch"}, {"es", "Espa\u00F1ol"}, {"fr", "Fran\u00E7ais"}};
} // namespace

QString themeWord(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::System:
        return QStringLiteral("system");
    case ThemeMode::Light:
        return QStringLiteral("light");
    case ThemeMode::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

std::optional<ThemeMode> themeOf(const QString &word)
{
    for (const ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark}) {
        if (word == themeWord(mode))
            return mode;
    }
    return std::nullopt;
}

ConsoleSettings ConsoleSettings::load(const QSettings &settings)
{
    ConsoleSettings read;
    read.theme = themeOf(settings.value(themeKey).toString()).value_or(ThemeMode::System);
    read.language = settings.value(languageKey).toString();
    // One bus is kept as a text, as it always was; several are a list.
    read.buses = settings.value(busKey).toStringList();
    read.buses.removeAll(QString());
    read.buses.removeDuplicates();
    // A damaged file must not switch the lock off.
    bool number = false;
    const int minutes = settings.value(lockKey, read.lockMinutes).toInt(&number);
    if (number && minutes >= 0 && minutes <= longestLock)
        read.lockMinutes = minutes;
    read.notices = settings.value(noticesKey, read.notices).toBool();
    read.shop = ShopHead::load(settings);
    return read;
}

void ConsoleSettings::save(QSettings &settings) const
{
    settings.setValue(themeKey, themeWord(theme));
    settings.setValue(languageKey, language);
    settings.setValue(busKey, buses.size() == 1 ? QVariant(buses.constFirst()) : QVariant(buses));
    settings.setValue(lockKey, lockMinutes);
    settings.setValue(noticesKey, notices);
    shop.save(settings);
}

SettingsDialog::SettingsDialog(const ConsoleSettings &settings, FileChooser &files, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_theme(new Chooser(this))
    , m_language(new Chooser(this))
    , m_lock(new Chooser(this))
    , m_notices(new QCheckBox(tr("Desktop notices of documents to sign"), this))
    , m_shop(new QLineEdit(settings.shop.name, this))
    , m_address(new QPlainTextEdit(settings.shop.address, this))
    , m_logo(new PathField(QStringLiteral("settingsLogo"), tr("Logo"),
          {tr("Pictures (*.png *.jpg *.jpeg)"), tr("All files (*)")}, files, this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setMinimumWidth(60 * grid);
    m_theme->setObjectName(QStringLiteral("settingsTheme"));
    m_theme->setAccessibleName(tr("Theme"));
    m_theme->addItem(tr("As the desktop"), int(ThemeMode::System));
    m_theme->addItem(tr("Light"), int(ThemeMode::Light));
    m_theme->addItem(tr("Dark"), int(ThemeMode::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(settings.theme)));
    m_language->setObjectName(QStringLiteral("settingsLanguage"));
    m_language->setAccessibleName(tr("Language"));
    m_language->addItem(tr("As the desktop"), QString());
    for (const auto &[code, name] : languages)
        m_language->addItem(QString::fromUtf8(name), QString::fromLatin1(code));
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
    m_lock->setObjectName(QStringLiteral("settingsLock"));
    m_lock->setAccessibleName(tr("Lock after"));
    for (const int minutes : {1, 5, 10, 15, 30, 60})
        m_lock->addItem(tr("%n minute(s)", nullptr, minutes), minutes);
    m_lock->addItem(tr("Never"), 0);
    if (m_lock->findData(settings.lockMinutes) < 0)
        m_lock->addItem(tr("%n minute(s)", nullptr, settings.lockMinutes), settings.lockMinutes);
    m_lock->setCurrentIndex(m_lock->findData(settings.lockMinutes));

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    form->addRow(makeLabel(tr("Theme"), "muted"), m_theme);
    form->addRow(makeLabel(tr("Language"), "muted"), m_language);
    form->addRow(makeLabel(tr("Lock after"), "muted"), m_lock);
    m_notices->setObjectName(QStringLiteral("settingsNotices"));
    m_notices->setChecked(settings.notices);
    m_notices->setToolTip(tr("While you are signed in and look at another program."));
    m_shop->setObjectName(QStringLiteral("settingsShop"));
    m_shop->setAccessibleName(tr("Name of the shop"));
    m_shop->setMaxLength(ShopHead::longest);
    m_address->setObjectName(QStringLiteral("settingsAddress"));
    m_address->setAccessibleName(tr("Address of the shop"));
    m_address->setTabChangesFocus(true);
    m_address->setFixedHeight(9 * grid);
    m_logo->setPath(settings.shop.logo);
    auto *head = new QFormLayout;
    head->setHorizontalSpacing(2 * grid);
    head->setVerticalSpacing(grid);
    head->addRow(makeLabel(tr("Shop"), "muted"), m_shop);
    head->addRow(makeLabel(tr("Address"), "muted"), m_address);
    head->addRow(makeLabel(tr("Logo"), "muted"), m_logo);
    // One line for the fields of both.
    int widest = 0;
    for (const QFormLayout *fields : {form, head}) {
        for (int row = 0; row < fields->rowCount(); ++row)
            widest = std::max(widest, fields->itemAt(row, QFormLayout::LabelRole)->sizeHint().width());
    }
    for (const QFormLayout *fields : {form, head})
        fields->itemAt(0, QFormLayout::LabelRole)->widget()->setMinimumWidth(widest);
    auto *hint = makeLabel(tr("Without a touch for so long the key is dropped; the live view goes on. The language "
                              "changes at the next start."),
        "muted");
    hint->setWordWrap(true);
    auto *save = makeButton(tr("Save"), "save", "primary", this);
    save->setObjectName(QStringLiteral("settingsSave"));
    save->setDefault(true);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Settings"), "heading"));
    column->addLayout(form);
    column->addWidget(hint);
    column->addWidget(m_notices);
    column->addWidget(makeLabel(tr("Head of a job card's report"), "section"));
    column->addLayout(head);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
}

ConsoleSettings SettingsDialog::settings() const
{
    ConsoleSettings chosen = m_settings;
    chosen.theme = ThemeMode(m_theme->currentData().toInt());
    chosen.language = m_language->currentData().toString();
    chosen.lockMinutes = m_lock->currentData().toInt();
    chosen.notices = m_notices->isChecked();
    chosen.shop
        = {m_shop->text().trimmed(), m_address->toPlainText().trimmed().left(ShopHead::longest), m_logo->path()};
    return chosen;
}

} // namespace packwarden
