// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/tour/stage.h"

#include "widgets/signoffs/signoffspage.h"
#include "widgets/style/theme.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QPixmap>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTextStream>

namespace packwarden::tour {

namespace {

constexpr int restingTurns = 5;

} // namespace

Stage::Stage(DemoBus &demo, const QDir &pictures, const QDir &work, ManualPictures &manual, bool compared)
    : m_demo(demo)
    , m_pictures(pictures)
    , m_work(work)
    , m_manual(manual)
    , m_compared(compared)
{
    m_time.start();
}

Stage::~Stage() = default;

bool Stage::step(const QString &what, bool held)
{
    QTextStream(stdout) << (held ? "ok    " : "FAILED ") << QString::number(double(m_time.elapsed()) / 1000, 'f', 1)
                        << " s  " << what << Qt::endl;
    if (!held && m_person && m_person->console())
        m_person->window().grab().save(m_pictures.filePath(QStringLiteral("failed.png")));
    return held;
}

void Stage::picture(QWidget &widget, const QString &name)
{
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        applyTheme(*qApp, mode, QPalette());
        // Fonts, then hints, then layouts come to rest, each a turn of the loop after the other.
        int turns = 0;
        until([&turns] { return ++turns > restingTurns; });
        const QString theme = mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        const QString file
            = m_pictures.filePath(QStringLiteral("%1-%2-%3").arg(m_picture, 2, 10, QLatin1Char('0')).arg(name, theme));
        widget.grab().save(file + QStringLiteral(".png"));
        // As a screen of twice the density shows it.
        QPixmap twice(widget.size() * 2);
        twice.setDevicePixelRatio(2);
        widget.render(&twice);
        twice.save(file + QStringLiteral("@2x.png"));
    }
    ++m_picture;
    if (!m_manual.shows(name))
        return;
    const double difference = m_manual.take(widget, name);
    if (m_compared)
        m_manualHolds
            = step(QStringLiteral("The manual's picture %1 looks like the screen (difference %2 of at most %3; "
                                  "ninja -C build manual_pictures takes new ones)")
                       .arg(name)
                       .arg(difference, 0, 'f', 1)
                       .arg(ManualPictures::mostDifference),
                  difference <= ManualPictures::mostDifference)
            && m_manualHolds;
}

bool Stage::manualHolds()
{
    const QStringList missing = m_manual.missing();
    return step(QStringLiteral("The manual shows only screens that the tour comes by ") + missing.join(u' '),
               missing.isEmpty())
        && m_manualHolds;
}

Person *Stage::enter(const QString &name, const QString &store, const QString &key)
{
    const QString folder = m_work.filePath(QStringLiteral("stores/") + store);
    const bool first = !QFileInfo::exists(folder);
    m_person.reset();
    m_person = std::make_unique<Person>(name, m_demo.bus(), folder);
    if (!step(name
                + (first ? QStringLiteral(": the console opens with an own, empty store")
                         : QStringLiteral(": the console opens again")),
            m_person->console() != nullptr))
        return nullptr;
    if (first && m_picture == 1) {
        until([this] { return m_person->find<QWidget>("trustBar") != nullptr; });
        picture(m_person->window(), QStringLiteral("trust"));
    }
    if (first
        && !step(name + QStringLiteral(": the rules of the pack are trusted once, after their fingerprints were shown"),
            m_person->trustPack()))
        return nullptr;
    if (!step(name + QStringLiteral(": signs in with the key file ") + key,
            m_person->signIn(m_demo.keyFile(key), m_demo.passphrase())))
        return nullptr;
    return m_person.get();
}

Person &Stage::look(const QString &store)
{
    m_person.reset();
    m_person = std::make_unique<Person>(store, QString(), m_work.filePath(QStringLiteral("stores/") + store));
    return *m_person;
}

void Stage::openTab(Person &person, const QString &title)
{
    auto *tabs = person.find<QTabWidget>("inspectorTabs");
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).startsWith(title))
            return QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(i).center());
    }
}

bool Stage::saveCopy(Person &person, const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    person.nextFile(path);
    person.click("saveCopy");
    return until([&] { return QFileInfo::exists(path); });
}

bool Stage::openFile(Person &person, const QString &path)
{
    person.click("railSignoffs");
    const SignoffDocument *before = documentOf(person);
    person.nextFile(path);
    person.click("openFile");
    return until([&] { return documentOf(person) && documentOf(person) != before; });
}

const SignoffDocument *Stage::documentOf(Person &person)
{
    return person.window().signoffs().document();
}

SignoffState Stage::stateOf(Person &person)
{
    const SignoffDocument *document = documentOf(person);
    return document ? document->state() : SignoffState::Unreadable;
}

} // namespace packwarden::tour
