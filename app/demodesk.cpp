// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demodesk.h"

#include "app/consoleoptions.h"
#include "app/demorunner.h"
#include "models/core/base/wholefile.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/shell.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QProgressBar>
#include <QProgressDialog>

namespace packwarden {

namespace {

constexpr int endMilliseconds = 3000; ///< for the processes of other consoles to end
/// Whose console the demo opens by itself.
const QLatin1String demoPerson("courier-fleet-manager");

} // namespace

DemoDesk::DemoDesk(const ConsoleOptions &options, Workspace &workspace, MainWindow &window)
    : m_options(options)
    , m_workspace(workspace)
    , m_window(window)
    , m_world(options.demo)
{
    Shell &shell = window.shell();
    connect(&shell, &Shell::demoWanted, this, &DemoDesk::start);
    connect(&shell, &Shell::openAsWanted, this, &DemoDesk::openAs);
    connect(&shell, &Shell::demoLeft, this, &DemoDesk::leave);
    connect(&shell, &Shell::demoDiscarded, this, &DemoDesk::discard);
    shell.setDemo(QFileInfo::exists(folder()), false);
}

DemoDesk::~DemoDesk()
{
    for (const auto &[name, process] : m_opened) {
        process->disconnect(this);
        process->terminate();
    }
    for (const auto &[name, process] : m_opened) {
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(endMilliseconds))
            process->kill();
        process->waitForFinished(endMilliseconds);
    }
}

void DemoDesk::showPeople()
{
    if (!m_options.part.isEmpty())
        m_window.setPart(DemoRunner::person(m_options.demo, m_options.part));
    if (!m_world.isEmpty())
        m_window.shell().setDemoPeople(DemoRunner::people(m_world));
}

void DemoDesk::start()
{
    if (!m_options.part.isEmpty())
        return m_window.inform(Status::Information, tr("This console is a part of the demo already."));
    if (!m_demo) {
        m_demo = std::make_unique<DemoRunner>(m_options.program("packwarden-sim"), folder());
        connect(m_demo.get(), &DemoRunner::progress, this, &DemoDesk::showProgress);
        connect(m_demo.get(), &DemoRunner::cancelled, this, [this] {
            endProgress();
            m_window.inform(Status::Information, tr("The demo was cancelled. What was made so far is kept."));
        });
        connect(m_demo.get(), &DemoRunner::ready, this, [this](const QString &bus) {
            endProgress();
            m_world = m_demo->folder();
            m_bus = bus;
            const DemoPeople people = DemoRunner::people(m_world);
            m_window.shell().setDemoPeople(people);
            m_window.shell().setDemo(true, true);
            m_window.inform(Status::Information,
                tr("The demo runs: four simulated packs, and a window in which you are signed in as the fleet manager. "
                   "The menu at the top right opens the console of each other person, leaves the demo, or throws it "
                   "away. This console is not part of it."));
            if (!people.isEmpty())
                openAs(std::any_of(
                           people.begin(), people.end(), [](const DemoPerson &each) { return each.name == demoPerson; })
                        ? demoPerson
                        : people.constFirst().name);
        });
        connect(m_demo.get(), &DemoRunner::failed, this, [this](const QString &why) {
            endProgress();
            m_window.inform(Status::Warning, tr("The demo did not start. %1").arg(why));
        });
    }
    if (!m_bus.isEmpty() && m_demo->isRunning())
        return openAs(demoPerson);
    if (m_demo->isRunning())
        return;
    showProgress(0, tr("Looking at the demo world"));
    m_demo->start();
}

void DemoDesk::leave()
{
    for (const auto &[name, process] : m_opened) {
        process->disconnect(this);
        process->terminate();
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(endMilliseconds))
            process->kill();
    }
    m_opened.clear();
    if (m_demo)
        m_demo->stop();
    m_bus.clear();
    m_window.shell().setDemoPeople({});
    m_window.shell().setDemo(QFileInfo::exists(folder()), false);
    m_window.inform(Status::Information, tr("The demo has ended. It goes on from there when you try it again."));
}

void DemoDesk::discard()
{
    leave();
    QDir world(folder());
    const bool gone = world.removeRecursively();
    m_window.shell().setDemo(!gone, false);
    m_window.inform(gone ? Status::Good : Status::Warning,
        gone ? tr("The demo is deleted.")
             : tr("Not all of the demo could be deleted: %1").arg(QDir::toNativeSeparators(world.path())));
}

bool DemoDesk::signIn()
{
    const QString keys = QDir(m_world + QStringLiteral("/keys")).canonicalPath();
    if (m_world.isEmpty() || QFileInfo(m_options.identity).dir().canonicalPath() != keys)
        return false;
    constexpr qint64 longest = 1024;
    const auto passphrase = wholefile::read(keys + QStringLiteral("/passphrase"), longest);
    if (!passphrase.ok())
        return false;
    m_workspace.session().signIn(m_options.identity, QString::fromUtf8(*passphrase).trimmed());
    return true;
}

QString DemoDesk::folder() const
{
    return m_workspace.folder() + QStringLiteral("/demo");
}

void DemoDesk::showProgress(int step, const QString &what)
{
    if (!m_progress) {
        m_progress = new QProgressDialog(&m_window);
        m_progress->setObjectName(QStringLiteral("demoProgress"));
        m_progress->setAttribute(Qt::WA_DeleteOnClose);
        m_progress->setWindowTitle(tr("The demo is being made"));
        m_progress->setCancelButtonText(tr("Cancel"));
        m_progress->setAutoClose(false);
        m_progress->setAutoReset(false);
        m_progress->setMinimumDuration(0);
        m_progress->setMinimumWidth(420);
        auto *bar = new QProgressBar(m_progress);
        bar->setTextVisible(false); // the step says more
        bar->setAccessibleName(tr("Progress of the demo"));
        m_progress->setBar(bar);
        m_progress->setRange(0, DemoRunner::steps + 1);
        connect(m_progress, &QProgressDialog::canceled, m_demo.get(), &DemoRunner::cancel);
    }
    m_progress->setLabelText(tr("%1\u2026\nThe first time takes about a minute.").arg(what));
    m_progress->setValue(step);
    m_progress->show();
}

void DemoDesk::endProgress()
{
    if (!m_progress)
        return;
    m_progress->disconnect(m_demo.get());
    delete m_progress.data();
}

void DemoDesk::openAs(const QString &name)
{
    auto &process = m_opened[name];
    if (process && process->state() != QProcess::NotRunning)
        return m_window.inform(Status::Information, tr("The console of %1 is open already.").arg(name));
    process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedOutputChannel);
    connect(process.get(), &QProcess::errorOccurred, this, [this, name](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            m_window.inform(Status::Warning, tr("The console of %1 could not be started.").arg(name));
    });
    connect(process.get(), &QProcess::finished, this, [this, name, one = process.get()](int code) {
        if (code != 0)
            m_window.inform(Status::Warning,
                tr("The console of %1 ended. %2")
                    .arg(name, QString::fromLocal8Bit(one->readAllStandardError()).trimmed().section(u'\n', -1)));
    });
    const QString store = QStringLiteral("%1/consoles/%2").arg(m_world, name);
    QStringList arguments{QStringLiteral("--store"), store, QStringLiteral("--identity"),
        QStringLiteral("%1/keys/%2.p12").arg(m_world, name), QStringLiteral("--demo"), m_world,
        QStringLiteral("--part"), name};
    for (const QString &bus : m_bus.isEmpty() ? m_options.buses : QStringList{m_bus})
        arguments << QStringLiteral("--bus") << bus;
    process->start(m_options.program("packwarden"), arguments);
}

} // namespace packwarden
