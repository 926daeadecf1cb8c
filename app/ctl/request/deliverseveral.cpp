// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/request/deliverseveral.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

class DeliverSeveral final : public Command
{
public:
    DeliverSeveral(
        const Options &options, const Clock &clock, const QStringList &files, const QStringList &serials, Maker make)
        : Command(options, clock)
        , m_files(files)
        , m_serials(serials)
        , m_make(make)
    {
    }
    void start() override { next(); }

private:
    void next()
    {
        Options one = options();
        one.arguments = QStringList{m_files.at(m_results.size())} + m_serials;
        m_one = m_make(one, clock());
        // Not from inside its own signal: the next one takes its place.
        connect(m_one.get(), &Command::finished, this, &DeliverSeveral::took, Qt::QueuedConnection);
        m_one->start();
    }

    void took(int exitCode)
    {
        m_results.append(QJsonObject{
            {QStringLiteral("file"), m_files.at(m_results.size())}, {QStringLiteral("exitCode"), exitCode}});
        m_failed += exitCode != Done;
        if (m_exitCode == Done)
            m_exitCode = exitCode;
        const bool isStaged = !options().stages.isEmpty();
        if (m_results.size() < m_files.size() && (exitCode == Done || !isStaged)) {
            next();
            return;
        }
        const QJsonObject all{{QStringLiteral("documents"), m_results}};
        const qsizetype left = m_files.size() - m_results.size();
        if (m_exitCode == Done)
            done(all);
        else
            fail({Code::WrongState,
                     QStringLiteral("%1 of %2 documents did not reach all packs, %3 were not begun")
                         .arg(m_failed)
                         .arg(m_files.size())
                         .arg(left)},
                all, m_exitCode);
    }

    const QStringList m_files;
    const QStringList m_serials;
    const Maker m_make;
    std::unique_ptr<Command> m_one;
    QJsonArray m_results;
    int m_failed = 0;
    int m_exitCode = Done;
};

} // namespace

std::unique_ptr<Command> deliverSeveral(
    const Options &options, const Clock &clock, const QStringList &files, const QStringList &serials, Maker make)
{
    return std::make_unique<DeliverSeveral>(options, clock, files, serials, make);
}

} // namespace packwarden::ctl
