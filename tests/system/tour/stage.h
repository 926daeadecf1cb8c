// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffdocument.h"
#include "tests/system/tour/demobus.h"
#include "tests/system/tour/manualpictures.h"
#include "tests/system/tour/person.h"

#include <QElapsedTimer>

namespace packwarden::tour {

/// Where the tour plays: one person after the other at an own console, each step said, each screen kept in both themes.
class Stage
{
public:
    /// `manual` keeps its pictures, too; where `compared`, it must show the screens as they are.
    Stage(DemoBus &demo, const QDir &pictures, const QDir &work, ManualPictures &manual, bool compared);
    virtual ~Stage();

    DemoBus &demo() { return m_demo; }
    QString file(const QString &name) const { return m_work.filePath(name); }
    /// Says whether it held; keeps the screen where it did not.
    bool step(const QString &what, bool held);
    /// In both themes, at one and at two pixels a point.
    void picture(QWidget &widget, const QString &name);
    /// Whether the manual shows the screens as they are, and none that was not come by.
    bool manualHolds();
    /// Opens somebody's console and closes the one before: in life they stand in different places. Later visits find
    /// the store as it was left. Null where a step of it did not hold.
    Person *enter(const QString &name, const QString &store, const QString &key);
    /// Nobody stands at a console: the bus is free for a command.
    void leave() { m_person.reset(); }
    /// The console without a key and without a bus.
    Person &look(const QString &store);
    void openTab(Person &person, const QString &title);
    bool saveCopy(Person &person, const QString &path);
    /// Opens a file in the sign-offs.
    bool openFile(Person &person, const QString &path);
    static const SignoffDocument *documentOf(Person &person);
    static SignoffState stateOf(Person &person);

private:
    DemoBus &m_demo;
    QDir m_pictures;
    QDir m_work;
    ManualPictures &m_manual;
    bool m_compared;
    bool m_manualHolds = true;
    QElapsedTimer m_time;
    std::unique_ptr<Person> m_person;
    int m_picture = 1;
};

} // namespace packwarden::tour
