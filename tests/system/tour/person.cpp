// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/tour/person.h"

#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "tests/support/patience.h"
#include "widgets/kit/elidedlabel.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

namespace packwarden::tour {

bool until(const std::function<bool()> &condition, int milliseconds)
{
    return test::waitFor(condition, milliseconds);
}

Person::Person(const QString &name, const QString &bus, const QString &store)
    : m_name(name)
{
    ConsoleOptions options;
    options.buses = {bus};
    options.store = store;
    auto opened = Console::open(options, m_clock, m_files);
    if (!opened.ok())
        return;
    m_console = std::move(opened).value();
    m_console->start();
    window().resize(1280, 800);
    window().setWindowTitle(QStringLiteral("Packwarden \u00B7 ") + name);
}

Person::~Person() = default;

MainWindow &Person::window()
{
    return m_console->window();
}

QWidget *Person::findWidget(const QString &objectName)
{
    // Dialogs are children of the window, so one search finds both.
    const QList<QWidget *> found = window().findChildren<QWidget *>(objectName);
    for (QWidget *widget : found) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

QString Person::textOf(const char *label)
{
    if (auto *elided = find<ElidedLabel>(label))
        return elided->text();
    auto *found = find<QLabel>(label);
    return found ? found->text() : QString();
}

void Person::click(const char *objectName, QWidget *in)
{
    QWidget *widget
        = in ? in->findChild<QWidget *>(QString::fromLatin1(objectName)) : findWidget(QString::fromLatin1(objectName));
    if (!widget)
        return;
    // A check box reacts on its box and text, not on the empty part of its row.
    const QPoint at = qobject_cast<QCheckBox *>(widget) ? QPoint(8, widget->height() / 2) : widget->rect().center();
    QTest::mouseClick(widget, Qt::LeftButton, {}, at);
}

void Person::type(QWidget *field, const QString &text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

void Person::choose(QComboBox *box, const QString &text)
{
    chooseEntry(box, Qt::DisplayRole, text);
}

void Person::chooseValue(QComboBox *box, const QString &value)
{
    chooseEntry(box, Qt::UserRole, value);
}

void Person::chooseEntry(QComboBox *box, int role, const QString &entry)
{
    // The names of packs come one after the other: a person waits for the one that is meant.
    (void)until([&] {
        if (box->findData(entry, role) < 0)
            return false;
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < box->count() && box->currentData(role) != entry; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        return box->currentData(role) == entry;
    });
}

void Person::drop(const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QWidget *page = findWidget(QStringLiteral("signoffsPage"));
    if (!page)
        return;
    const QPoint at = page->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(page, &enter);
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(page, &drop);
}

bool Person::trustPack()
{
    QWidget *bar = nullptr;
    if (!until([&] { return (bar = findWidget(QStringLiteral("trustBar"))) != nullptr; }))
        return false;
    click("messageAction", bar);
    // Each pack is read in its turn; what is drafted and judged rests on that.
    const auto areRead = [this] {
        const TrustBook &trust = m_console->workspace().trust();
        const QList<PackSerial> packs = trust.packs();
        return packs.size() >= 4 && std::all_of(packs.begin(), packs.end(), [&](const PackSerial &serial) {
            return trust.snapshot().stateOf(serial, m_clock.now()).ok();
        });
    };
    return until(areRead, 2 * patience);
}

bool Person::signIn(const QString &keyFile, const QString &passphrase)
{
    click("signInButton");
    if (!until([this] { return find<QDialog>("signInDialog") != nullptr; }))
        return false;
    nextFile(keyFile);
    click("keyFileChoose");
    auto *file = find<QLineEdit>("keyFile");
    if (!until([&] { return file->text() == keyFile; }))
        return false;
    type(find<QLineEdit>("passphrase"), passphrase);
    click("signIn");
    return until([this] { return m_console->workspace().session().isSignedIn() && !find<QDialog>("signInDialog"); });
}

bool Person::confirmSigning()
{
    if (!until([this] { return find<QDialog>("signDialog") != nullptr; }))
        return false;
    // What packs say meanwhile makes the dialog ask for another look, even between the click and what it does; a person
    // takes that look, ticks again and clicks again.
    constexpr qint64 aMoment = 1000; // longer than a double click may take
    QElapsedTimer clicked;
    return until([&] {
        auto *dialog = find<QDialog>("signDialog");
        if (!dialog)
            return true;
        auto *again = dialog->findChild<QPushButton *>(QStringLiteral("messageAction"));
        if (again && again->isVisible())
            QTest::mouseClick(again, Qt::LeftButton);
        auto *checked = find<QCheckBox>("signChecked");
        if (checked->isEnabled() && !checked->isChecked())
            click("signChecked");
        const bool waiting = clicked.isValid() && !clicked.hasExpired(aMoment);
        if (!waiting && find<QPushButton>("signConfirm")->isEnabled()) {
            click("signConfirm");
            clicked.start();
        }
        return false;
    });
}

QString said(const char *context, const char *source, int count)
{
    return QCoreApplication::translate(context, source, nullptr, count);
}

bool tells(const QString &text, const char *context, const char *source)
{
    static const QRegularExpression place(QStringLiteral("\\\\%L?\\d+"));
    const QString sentence = QRegularExpression::escape(said(context, source)).replace(place, QStringLiteral(".*"));
    return QRegularExpression(sentence).match(text).hasMatch();
}

} // namespace packwarden::tour
