// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demorunner.h"

#include "hw/can/localbus.h"
#include "models/core/base/filename.h"
#include "models/core/base/ids.h"
#include "models/core/pki/certificate.h"
#include "models/core/pki/pkifile.h"
#include "widgets/words/names.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStorageInfo>

#include <algorithm>

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
    connect(&m_provision, &QProcess::readyRead, this, &DemoRunner::readProgress);
    connect(&m_provision, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        readProgress();
        if (m_cancelled)
            Q_EMIT cancelled();
        else if (status == QProcess::NormalExit && code == 0)
            startPacks();
        else
            fail(tr(
                "The demo world could not be made in %1, where %2 MB are free: it wants some of them and the right to "
                "write there. %3")
                     .arg(QDir::toNativeSeparators(m_folder))
                     .arg(QStorageInfo(m_folder).bytesAvailable() / 1000000)
                     .arg(m_lastWords));
    });
    connect(&m_packs, &QProcess::readyRead, this, [this] {
        while (m_packs.canReadLine()) {
            const QByteArray line = m_packs.readLine().trimmed();
            m_lastWords = line.isEmpty() ? m_lastWords : QString::fromLocal8Bit(line);
            if (line.startsWith("ready") && !std::exchange(m_ready, true))
                Q_EMIT ready(m_bus);
        }
    });
    connect(&m_packs, &QProcess::finished, this, [this] {
        m_ready = false;
        if (m_cancelled)
            return Q_EMIT cancelled();
        fail(tr("The simulator ended. %1").arg(m_lastWords));
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
    for (QProcess *process : {&m_provision, &m_packs})
        process->disconnect(this);
    end();
}

void DemoRunner::end()
{
    for (QProcess *process : {&m_provision, &m_packs}) {
        if (process->state() == QProcess::NotRunning)
            continue;
        if (process == &m_provision)
            process->kill();
        process->terminate();
        if (!process->waitForFinished(endMilliseconds))
            process->kill();
        process->waitForFinished(endMilliseconds);
    }
}

void DemoRunner::stop()
{
    m_cancelled = true;
    const QSignalBlocker quiet(this);
    end();
    m_ready = false;
}

bool DemoRunner::isRunning() const
{
    return m_provision.state() != QProcess::NotRunning || m_packs.state() != QProcess::NotRunning;
}

void DemoRunner::cancel()
{
    if (!isRunning() || m_ready)
        return;
    m_cancelled = true;
    // While it makes keys it listens to nothing gentler; every file is written whole or not at all.
    m_provision.kill();
    m_packs.terminate();
}

/// The simulator says what it begins, a line each.
void DemoRunner::readProgress()
{
    const std::pair<const char *, QString> known[]
        = {{"generating", tr("Making the keys of all companies and people")}, {"writing", tr("Writing the key files")},
            {"signing", tr("Signing charter and policy")}, {"making", tr("Making four packs, from blank to sealed")},
            {"renewing", tr("Renewing certificates and lists that are due")}};
    while (m_provision.canReadLine()) {
        const QString line = QString::fromLocal8Bit(m_provision.readLine()).trimmed();
        m_lastWords = line.isEmpty() ? m_lastWords : line;
        int step = 0;
        for (const auto &[word, what] : known) {
            ++step;
            if (line.startsWith(QLatin1String(word)))
                Q_EMIT progress(step, what);
        }
    }
}

DemoPerson DemoRunner::person(const QString &folder, const QString &name)
{
    const auto certificate = pki::readCertificateFile(QStringLiteral("%1/certificates/%2.pem").arg(folder, name));
    const auto role = certificate.ok() ? RoleId::parse(certificate->role) : Error{};
    if (!role.ok() || certificate->organisation.isEmpty())
        return {name, name};
    static const QRegularExpression number(QStringLiteral("-([0-9]+)$"));
    const QString words = tr("%1, %2", "company, role").arg(certificate->organisation, Names::role(*role));
    const QString further = number.match(name).captured(1);
    return {name, further.isEmpty() ? words : tr("%1 (%2)", "person, number").arg(words, further)};
}

DemoPeople DemoRunner::people(const QString &folder)
{
    DemoPeople all;
    const QDir keys(folder + QStringLiteral("/keys"));
    for (const QFileInfo &file : keys.entryInfoList({QStringLiteral("*.p12")}, QDir::Files, QDir::Name)) {
        const QString name = file.completeBaseName();
        if (isFileName(name) && !name.endsWith(QLatin1String("-root")) && !name.endsWith(QLatin1String("-issuer")))
            all.append(person(folder, name));
    }
    std::sort(all.begin(), all.end(),
        [](const DemoPerson &a, const DemoPerson &b) { return a.words.localeAwareCompare(b.words) < 0; });
    return all;
}

void DemoRunner::start()
{
    if (isRunning())
        return;
    m_cancelled = false;
    m_lastWords.clear();
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
    Q_EMIT progress(steps, tr("Starting the packs"));
    m_packs.start(m_simulator,
        {QStringLiteral("--bus"), m_bus, QStringLiteral("--packs"), QStringLiteral("4"), QStringLiteral("--state"),
            m_folder + QStringLiteral("/packs")});
}

void DemoRunner::fail(const QString &why)
{
    Q_EMIT failed(why);
}

} // namespace packwarden
