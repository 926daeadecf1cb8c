// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/exchangeimport.h"

#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden {

ExchangeImport::ExchangeImport(Workspace &workspace, QObject *parent)
    : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
    connect(&workspace.trust(), &TrustBook::changed, this, &ExchangeImport::askAgain);
    connect(&workspace.session(), &Session::stateChanged, this, &ExchangeImport::askAgain);
}

ExchangeImport::~ExchangeImport()
{
    forget();
    m_worker.waitForDone();
}

void ExchangeImport::forget()
{
    m_reading.forget();
    m_ask = nullptr;
}

/// makeWork: the question with what it is judged by, as that is now.
template <typename MakeWork, typename Tell> void ExchangeImport::ask(MakeWork makeWork, Tell tell)
{
    m_ask = [this, makeWork, tell] {
        m_reading.ask(m_worker, this, makeWork(), [this, tell](const auto &answer) {
            m_ask = nullptr;
            tell(answer);
        });
    };
    m_ask();
}

void ExchangeImport::askAgain()
{
    if (m_ask)
        m_ask();
}

void ExchangeImport::takeDocument(
    ExchangeIntake &intake, const ExchangeIntake::Arrival &arrival, ExchangeIntake::Fetched &fetched, const Done &done)
{
    takeNextFile(intake, std::make_shared<ExchangeIntake::Arrival>(arrival), fetched, done);
}

void ExchangeImport::takeNextFile(ExchangeIntake &intake, const std::shared_ptr<ExchangeIntake::Arrival> &arrival,
    ExchangeIntake::Fetched &fetched, const Done &done)
{
    if (arrival->files.isEmpty()) {
        done(intake.finish(*arrival, fetched));
        return;
    }
    ask(
        [&intake, arrival] {
            return [ground = intake.ground(), arrival = *arrival] {
                return arrival.read(ground);
            };
        },
        [this, &intake, arrival, &fetched, done](const Result<SignoffReading> &reading) {
            if (const auto kept = intake.keepNext(*arrival, reading); !kept.ok())
                done(kept);
            else
                takeNextFile(intake, arrival, fetched, done);
        });
}

void ExchangeImport::takeReceipts(ExchangeIntake &intake, const QByteArray &id, const QList<PackReceipt> &given,
    ExchangeIntake::Fetched &fetched, const Done &done)
{
    ask(
        [&intake, id, given] {
            return [ground = intake.receiptGround(id), given] {
                return ExchangeIntake::judge(given, ground);
            };
        },
        [&intake, id, &fetched, done](
            const ExchangeIntake::JudgedReceipts &judged) { done(intake.keepReceipts(id, judged, fetched)); });
}

void ExchangeImport::noteShared(ExchangeIntake &intake, const QList<SharedFile> &taken, const Done &done)
{
    ask(
        [taken] {
            return [taken] {
                return ExchangeIntake::asHeld(taken);
            };
        },
        [&intake, done](const QList<SharedFile> &held) {
            intake.noteShared(held);
            done(Result<>::success());
        });
}

} // namespace packwarden
