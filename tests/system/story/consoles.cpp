// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/story/consoles.h"

#include <QJsonDocument>

namespace packwarden::story {

Outcome Consoles::run(const char *store, const QStringList &arguments, const char *person, bool bus) const
{
    constexpr int commandMs = 60000;
    QStringList all{QStringLiteral("--json"), QStringLiteral("--store"), m_run.filePath(QLatin1String(store))};
    if (person) {
        all << QStringLiteral("--key") << m_demo.filePath(QStringLiteral("keys/%1.p12").arg(QLatin1String(person)))
            << QStringLiteral("--passphrase-file") << m_demo.filePath(QStringLiteral("keys/passphrase"));
    }
    if (bus)
        all << QStringLiteral("--bus") << m_simulator.bus() + QLatin1String(m_frames == Frames::Fd ? "?fd" : "");
    QProcess process;
    process.start(QStringLiteral(PACKWARDEN_CTL), all + arguments);
    Outcome outcome;
    if (!process.waitForFinished(commandMs) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished(5000);
        qWarning("%s: %s", qPrintable(arguments.join(u' ')), qPrintable(process.errorString()));
        return outcome;
    }
    outcome.exitCode = process.exitCode();
    outcome.everything = process.readAllStandardOutput();
    const QByteArray lastLine = outcome.everything.trimmed().split('\n').constLast();
    outcome.last = QJsonDocument::fromJson(lastLine).object();
    qInfo("%s %s -> %d %s", store, qPrintable(arguments.mid(0, 2).join(u' ')), outcome.exitCode,
        qPrintable(outcome.reason()));
    return outcome;
}

Outcome Consoles::pull(const char *store, const QString &serial, const QStringList &more)
{
    const QStringList pull = QStringList{QStringLiteral("policy"), QStringLiteral("pull"), serial} + more;
    const Outcome first = run(store, pull, nullptr, true);
    if (first.reason() != QLatin1String("fingerprint-needed"))
        return first;
    m_fingerprints[serial] = {
        QStringLiteral("--fingerprint"), first.text("charter"), QStringLiteral("--fingerprint"), first.text("policy")};
    return run(store, pull + m_fingerprints.value(serial), nullptr, true);
}

} // namespace packwarden::story
