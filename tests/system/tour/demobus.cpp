// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/tour/demobus.h"

#include "tests/support/patience.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

namespace packwarden::tour {

namespace {
constexpr int provisionMilliseconds = 240000;
constexpr int readyMilliseconds = 30000;
} // namespace

DemoBus::DemoBus(const QString &simulator, const QString &demo, const QString &work)
    : m_simulator(simulator)
    , m_demo(demo)
    , m_work(work)
{
}

DemoBus::~DemoBus()
{
    stopSimulator();
}

void DemoBus::stopSimulator()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

bool DemoBus::start()
{
    if (!provision())
        return false;
    m_work.removeRecursively();
    if (!copyPacks(m_demo.filePath(QStringLiteral("packs")), QStringLiteral("packs")))
        return false;
    m_why.clear();
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost)) {
        m_why = QStringLiteral("no free port");
        return false;
    }
    m_port = probe.serverPort();
    probe.close();
    return startSimulator(4);
}

bool DemoBus::keepMemory()
{
    return copyPacks(m_work.filePath(QStringLiteral("packs")), QStringLiteral("kept"));
}

bool DemoBus::putMemoryBack(int packs)
{
    stopSimulator();
    QDir(m_work.filePath(QStringLiteral("packs"))).removeRecursively();
    return copyPacks(m_work.filePath(QStringLiteral("kept")), QStringLiteral("packs")) && startSimulator(packs);
}

bool DemoBus::startSimulator(int packs)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(m_simulator,
        {QStringLiteral("--bus"), bus(), QStringLiteral("--packs"), QString::number(packs), QStringLiteral("--state"),
            m_work.filePath(QStringLiteral("packs"))});
    const bool ready = test::waitFor(
        [this] {
            while (m_process.canReadLine()) {
                if (m_process.readLine().startsWith("ready"))
                    return true;
            }
            return m_process.state() == QProcess::NotRunning;
        },
        readyMilliseconds);
    if (!ready || m_process.state() == QProcess::NotRunning)
        m_why = QStringLiteral("the simulator did not start: ") + QString::fromLocal8Bit(m_process.readAll())
            + m_process.errorString();
    return m_why.isEmpty();
}

bool DemoBus::provision()
{
    // Makes what is missing and renews what is due. A world of an older form is made again.
    for (int attempt = 0; attempt < 2; ++attempt) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(m_simulator, {QStringLiteral("provision"), QStringLiteral("--demo"), m_demo.absolutePath()});
        if (process.waitForFinished(provisionMilliseconds) && process.exitCode() == 0)
            return true;
        m_why = QStringLiteral("the demo world could not be made: ") + QString::fromLocal8Bit(process.readAll())
            + process.errorString();
        m_demo.removeRecursively();
    }
    return false;
}

bool DemoBus::copyPacks(const QDir &from, const QString &to)
{
    QDirIterator files(from.absolutePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    bool any = false;
    while (files.hasNext()) {
        const QString path = files.next();
        const QString target = m_work.filePath(to + u'/' + from.relativeFilePath(path));
        QDir().mkpath(QFileInfo(target).absolutePath());
        if (!QFile::copy(path, target)) {
            m_why = QStringLiteral("cannot copy ") + path;
            return false;
        }
        any = true;
    }
    if (!any)
        m_why = QStringLiteral("no packs in ") + from.absolutePath();
    return any;
}

QJsonObject DemoBus::ctl(const QString &store, const QStringList &arguments, const QString &person) const
{
    constexpr int commandMilliseconds = 60000;
    QStringList all{QStringLiteral("--json"), QStringLiteral("--store"), store, QStringLiteral("--bus"), bus()};
    if (!person.isEmpty()) {
        all << QStringLiteral("--key") << keyFile(person) << QStringLiteral("--passphrase-file")
            << m_demo.filePath(QStringLiteral("keys/passphrase"));
    }
    QProcess process;
    process.start(QFileInfo(m_simulator).dir().filePath(QStringLiteral("packwardenctl")), all + arguments);
    if (!process.waitForFinished(commandMilliseconds)) {
        process.kill();
        process.waitForFinished(5000);
    }
    const QByteArray last = process.readAllStandardOutput().trimmed().split('\n').constLast();
    const QJsonObject said = QJsonDocument::fromJson(last).object();
    return said.isEmpty() ? QJsonObject{{QStringLiteral("reason"), QStringLiteral("no answer")}} : said;
}

QString DemoBus::bus() const
{
    return QStringLiteral("virtualcan:tcp://127.0.0.1:%1/can0").arg(m_port);
}

QString DemoBus::keyFile(const QString &person) const
{
    return m_demo.filePath(QStringLiteral("keys/%1.p12").arg(person));
}

QString DemoBus::passphrase() const
{
    QFile file(m_demo.filePath(QStringLiteral("keys/passphrase")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace packwarden::tour
