// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/trustdesk.h"

#include "app/tasks/statementdesk.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustlack.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden {

namespace {
constexpr int mostJudged = 5;
} // namespace

TrustDesk::TrustDesk(Workspace &workspace, StatementDesk &statements, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_statements(statements)
{
    m_worker.setMaxThreadCount(1);
    // An answer in a pack's name that nobody signed: its word decides.
    connect(&workspace.trust(), &TrustBook::doubted, this,
        [this](const PackSerial &serial) { (void)m_statements.ask(serial.text()); });
}

TrustDesk::~TrustDesk()
{
    m_worker.waitForDone();
}

void TrustDesk::take(const PackRules &rules)
{
    TrustBook &trust = m_workspace.trust();
    if (trust.isEmpty())
        return judgeFirst(rules);
    // Older rules are known from before; newer ones are followed where they follow and the pack proves that it holds
    // them. The window tells of contradictions and doubts by itself, and once.
    const auto learnt = trust.learn(rules);
    if (learnt.ok() || learnt.code() == Code::TrustContradicted)
        Q_EMIT taken(rules.serial.text(), learnt);
    else
        askFor({rules, {}, Compared::No});
}

void TrustDesk::judgeFirst(const PackRules &rules)
{
    const QString serial = rules.serial.text();
    // One at a time is offered, as only one can be compared.
    if (m_first.isEmpty() || m_first == serial) {
        m_first = serial;
        m_worker.start([this, rules] {
            const auto agreed = checkAgreed(rules);
            QMetaObject::invokeMethod(
                this,
                [this, rules, agreed] {
                    if (!m_workspace.trust().isEmpty())
                        return;
                    if (!agreed.ok() && agreed.code() != Code::FingerprintNeeded) {
                        m_first.clear(); // no person's comparison makes them good: another pack may offer its own
                        Q_EMIT refused(agreed.error());
                        return;
                    }
                    m_agreed = {rules, agreed};
                    if (!m_expected.isEmpty() && rulebytes::payloadHash(rules.charterDocument) == m_expected)
                        return accept(rules);
                    Q_EMIT firstOffered(rules, agreed);
                },
                Qt::QueuedConnection);
        });
    }
    Q_EMIT taken(serial, nothingPinned());
}

void TrustDesk::expect(const QString &charterFile)
{
    const auto file = DocumentFile::read(charterFile);
    m_expected = file.ok() ? file->payloadSha256() : QByteArray();
}

void TrustDesk::accept(const PackRules &rules)
{
    TrustBook &trust = m_workspace.trust();
    if (!trust.isEmpty())
        return askFor({rules, {}, Compared::Yes});
    const auto actor = m_workspace.session().actor();
    const bool isJudged = m_agreed && m_agreed->first == rules;
    const auto pinned = isJudged ? trust.pin(rules, actor, Compared::Yes, m_agreed->second)
                                 : trust.pin(rules, actor, Compared::Yes, checkAgreed(rules));
    if (!pinned.ok()) {
        Q_EMIT refused(pinned.error());
        return;
    }
    m_agreed.reset();
    m_first.clear();
    take(rules);
}

void TrustDesk::askFor(const Newer &newer)
{
    const QString serial = newer.rules.serial.text();
    whenDone(this, m_statements.ask(serial), [this, newer, serial](const Result<SignedStatement> &word) {
        if (word.ok()) {
            Newer worded = newer;
            worded.word = {word->bytes, word->statement.nonce};
            return judge(worded);
        }
        if (word.code() != Code::TrustContradicted)
            Q_EMIT refused(word.error());
        Q_EMIT taken(serial, word.error());
    });
}

void TrustDesk::judge(Newer newer)
{
    ++newer.judged;
    m_worker.start([this, newer, trust = m_workspace.trust().snapshot(), now = m_workspace.clock().now()] {
        const FollowVerdict verdict = FollowVerdict::of(trust, newer.rules, newer.word, newer.compared, now);
        QMetaObject::invokeMethod(
            this, [this, newer, verdict] { apply(newer, verdict); }, Qt::QueuedConnection);
    });
}

void TrustDesk::apply(const Newer &newer, const FollowVerdict &verdict)
{
    TrustBook &trust = m_workspace.trust();
    // Somebody else was followed, or a list was learnt, while this was judged. Who changes what is known without end
    // gains nothing: at last it is judged here.
    if (!verdict.isCurrent(trust.snapshot(), newer.rules.serial) && newer.judged < mostJudged)
        return judge(newer);
    const auto took = trust.take(newer.rules, newer.word, m_workspace.session().actor(), newer.compared, &verdict);
    if (!took.ok()) {
        if (took.code() == Code::FingerprintNeeded)
            Q_EMIT followingOffered(newer.rules, took.error());
        else if (took.code() != Code::TrustContradicted)
            Q_EMIT refused(took.error());
    }
    Q_EMIT taken(newer.rules.serial.text(), took);
}

} // namespace packwarden
