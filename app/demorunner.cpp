// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demorunner.h"

#include <localbus.h>

#include <QDir>
#include <QFileInfo>

namespace packwarden {

namespace {
constexpr int endMilliseconds = 3000;
} // namespace

DemoRunner::DemoRunner(const QString &simulator, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_simulator(simulator)
    , m_folder(folder)
{
    for (QProcess *process : {&m_provision, &m_packs})
        process->setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_provision, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (status == QProcess::NormalExit && code == 0)
            startPacks();
        else
            fail(QString::fromLocal8Bit(m_provision.readAll()).trimmed().section(u'\n', -1));
    });
    connect(&m_packs, &QProcess::readyRead, this, [this] {
        while (m_packs.canReadLine()) {
            if (m_packs.readLine().startsWith("ready") && !std::exchange(m_ready, true))
                Q_EMIT ready(m_bus);
        }
    });
    connect(&m_packs, &QProcess::finished, this, [this] {
        m_ready = false;
        fail(tr("The simulator ended. %1").arg(QString::fromLocal8Bit(m_packs.readAll()).trimmed().section(u'\n', -1)));
    });
    for (QProcess *process : {&m_provision, &m_packs}) {
        connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                fail(process->errorString());
        });
    }
}

DemoRunner::~DemoRunner()
{
    for (QProcess *process : {&m_provision, &m_packs}) {
        process->disconnect(this);
        if (process->state() == QProcess::NotRunning)
            continue;
        process->terminate();
        if (!process->waitForFinished(endMilliseconds))
            process->kill();
        process->waitForFinished(endMilliseconds);
    }
}

QStringList DemoRunner::people(const QString &folder)
{
    QStringList names;
    const QDir keys(folder + QStringLiteral("/keys"));
    for (const QFileInfo &file : keys.entryInfoList({QStringLiteral("*.p12")}, QDir::Files, QDir::Name)) {
        const QString name = file.completeBaseName();
        if (!name.endsWith(QLatin1String("-root")) && !name.endsWith(QLatin1String("-issuer")))
            names.append(name);
    }
    return names;
}

void DemoRunner::start()
{
    if (m_provision.state() != QProcess::NotRunning || m_packs.state() != QProcess::NotRunning)
        return;
    if (!QFileInfo(m_simulator).isExecutable())
        return fail(tr("The program packwarden-sim is not at %1. Install the simulator, or start the demo with ./run.")
                        .arg(QDir::toNativeSeparators(m_simulator)));
    if (!QDir().mkpath(m_folder))
        return fail(tr("The folder %1 cannot be made.").arg(m_folder));
    m_provision.start(m_simulator, {QStringLiteral("provision"), QStringLiteral("--demo"), m_folder});
}

void DemoRunner::startPacks()
{
    m_bus = freeLocalBus();
    if (m_bus.isEmpty())
        return fail(tr("No port of this machine is free for a simulated bus."));
    m_packs.start(m_simulator,
        {QStringLiteral("--bus"), m_bus, QStringLiteral("--packs"), QStringLiteral("4"), QStringLiteral("--state"),
            m_folder + QStringLiteral("/packs")});
}

void DemoRunner::fail(const QString &why)
{
    Q_EMIT failed(why);
}

} // namespace packwarden
