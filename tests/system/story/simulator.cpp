// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/story/simulator.h"

#include <QDirIterator>
#include <QTcpServer>

namespace packwarden::story {

namespace {

constexpr int provisionMs = 240000;
constexpr int readyMs = 30000;

} // namespace

Simulator::Simulator(const QDir &demo, const QDir &run)
    : m_demo(demo)
    , m_run(run)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

Simulator::~Simulator()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        kill();
}

bool Simulator::prepare()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        QStringLiteral(PACKWARDEN_SIM), {QStringLiteral("provision"), QStringLiteral("--demo"), m_demo.absolutePath()});
    if (!process.waitForFinished(provisionMs) || process.exitCode() != 0) {
        m_why = QString::fromLocal8Bit(process.readAll()) + process.errorString();
        return false;
    }
    const QDir from(m_demo.filePath(QStringLiteral("packs")));
    QDirIterator files(from.absolutePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString target = m_run.filePath(QStringLiteral("packs/") + from.relativeFilePath(path));
        if (!QDir().mkpath(QFileInfo(target).absolutePath()) || !QFile::copy(path, target)) {
            m_why = target;
            return false;
        }
    }
    return true;
}

bool Simulator::start(int packs, const QStringList &options)
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost)) {
        m_why = probe.errorString();
        return false;
    }
    m_bus = QStringLiteral("virtualcan:tcp://127.0.0.1:%1/can0").arg(probe.serverPort());
    probe.close();
    m_process.start(QStringLiteral(PACKWARDEN_SIM),
        QStringList{QStringLiteral("--bus"), m_bus, QStringLiteral("--packs"), QString::number(packs),
            QStringLiteral("--state"), m_run.filePath(QStringLiteral("packs"))}
            + options);
    QByteArray said;
    while (m_process.waitForReadyRead(readyMs)) {
        said += m_process.readAll();
        if (said.contains("ready"))
            return true;
    }
    m_why = QString::fromLocal8Bit(said) + m_process.errorString();
    return false;
}

void Simulator::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

} // namespace packwarden::story
