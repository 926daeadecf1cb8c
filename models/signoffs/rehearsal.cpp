// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/rehearsal.h"

#include "models/rules/rulebytes.h"
#include "models/signoffs/receiptbook.h"

namespace packwarden {

namespace {

/// The pack as it stood when it applied the request: what its receipt is to be read against.
PackState before(PackState state, const PackChanges &changes, const Receipt &receipt)
{
    for (const ParameterChange &change : changes.changes)
        state.values.insert(change.parameter, {change.from, change.revision, std::nullopt, 0});
    state.now = receipt.at;
    return state;
}

/// The same for a command; nothing: what stood before it is not to be known.
std::optional<PackState> before(PackState state, const Command &command, const Receipt &receipt)
{
    const PackTarget *target = command.forPack(state.serial);
    if (!target)
        return std::nullopt;
    switch (command.kind) {
    case CommandKind::TheftLock:
        state.lock = {false, target->revision, {}, {}, {}, 0};
        break;
    case CommandKind::TheftUnlock:
        state.lock = {true, target->revision, command.lock, {}, {}, 0};
        break;
    case CommandKind::ReplaceComponent:
        if (!state.components.contains(command.slot))
            return std::nullopt;
        state.components[command.slot].revision = target->revision;
        break;
    case CommandKind::Tighten:
    case CommandKind::Routine:
    case CommandKind::Decommission:
        return std::nullopt;
    }
    state.now = receipt.at;
    return state;
}

/// By the pack that they speak of; of this document alone. Nothing is verified yet.
QHash<PackSerial, QList<QByteArray>> receiptsOf(const DocumentFile &file)
{
    QHash<PackSerial, QList<QByteArray>> receipts;
    const QByteArray payload = file.payloadSha256();
    for (const QByteArray &bytes : file.receipts) {
        const auto word = CoseSign1::decode(bytes);
        const auto receipt = word.ok() ? Receipt::decode(word->payload) : Result<Receipt>(word.error());
        if (receipt.ok() && receipt->document == payload)
            receipts[receipt->serial].append(bytes);
    }
    return receipts;
}

/// A pack as it stood when it applied these rules. Nothing: the rules before them are not known here.
std::optional<PackState> before(
    PackState state, const DocumentContent &content, const TrustSnapshot &trust, const Receipt &receipt)
{
    const PinnedRules *replaced
        = trust.replacedBy(content.policy ? content.policy->previous : content.charter->previous);
    if (!replaced)
        return std::nullopt;
    state.charter = replaced->charter;
    state.policy = replaced->policy;
    state.charterDocument = rulebytes::payloadHash(replaced->charterDocument);
    state.policyDocument = rulebytes::payloadHash(replaced->policyDocument);
    state.now = receipt.at;
    return state;
}

/// Whom the pack's receipt counted, where the rules that they signed under are not known here.
QList<SignatureFinding> countedBy(const Receipt &receipt, const CoseSign &document, const DocumentHead &head)
{
    QList<SignatureFinding> counted;
    for (const CoseSignature &signature : document.signatures) {
        const auto leaf = Certificate::fromDer(signature.chain.value(0));
        const bool isAuthor = signature.meaning == Meaning::Author && signature.leafSha256 == head.author;
        if (!leaf.ok() || leaf->sha256 != signature.leafSha256 || !document.verifies(signature, *leaf)
            || (!isAuthor && !receipt.counted.contains(leaf->sha256)))
            continue;
        SignatureFinding finding;
        finding.meaning = signature.meaning;
        finding.at = signature.at;
        finding.leaf = *leaf;
        finding.counted = !isAuthor;
        counted.append(finding);
    }
    return counted;
}

} // namespace

Rehearsal::Rehearsal(const DocumentFile &file, const DocumentContent &content, const QList<QByteArray> &lists,
    const TrustSnapshot &trust, const QList<KeptWithdrawal> &withdrawals, qint64 now, const MemoHandle &memo,
    const ReceiptBook *book)
    : m_file(file)
    , m_content(content)
    , m_lists(lists)
    , m_trust(trust)
    , m_withdrawals(withdrawals)
    , m_now(now)
    , m_memo(memo)
    , m_receipts(receiptsOf(file))
    , m_book(book && book->count(file.payloadSha256()) > 0 ? book : nullptr)
    , m_verdicts(content)
{
}

Rehearsal::RulesVerdicts::RulesVerdicts(const DocumentContent &content)
    : m_groups(content.policy ? content.policy->policy.groups
            : content.charter ? content.charter->policy.policy.groups
                              : decltype(Policy::groups)())
{
}

Verdict Rehearsal::RulesVerdicts::of(const CoseSign &document, const QList<QByteArray> &lists, const PackState &state)
{
    Asked asked{state, groupsOf(state)};
    asked.state.serial = {};
    // Of the pack's own certificates the judge of rules asks for the root alone.
    if (!state.deviceChain.isEmpty())
        asked.state.deviceChain = {state.deviceChain.constLast()};
    for (const auto &[known, verdict] : std::as_const(m_known)) {
        if (known == asked)
            return verdict;
    }
    const Verdict verdict = verifyDocument(document, lists, state);
    const bool namesPack = verdict.refusal && verdict.refusal->detail.contains(state.serial.text());
    if (!namesPack && m_known.size() < most)
        m_known.append({asked, verdict});
    return verdict;
}

QStringList Rehearsal::RulesVerdicts::groupsOf(const PackState &state) const
{
    QStringList names;
    for (const auto &groups : {state.policy.groups, m_groups}) {
        for (auto it = groups.begin(); it != groups.end(); ++it) {
            if (it->contains(state.serial))
                names.append(it.key());
        }
        names.append(QString());
    }
    return names;
}

std::optional<Receipt> Rehearsal::receiptOf(const PackSerial &serial) const
{
    QList<QByteArray> ofPack = m_receipts.value(serial);
    if (m_book)
        ofPack.append(m_book->find(m_file.payloadSha256(), serial));
    for (const QByteArray &bytes : std::as_const(ofPack)) {
        const auto receipt
            = verifyReceipt(bytes, m_file.document, serial, m_trust.pinned.charter, m_trust.crlsOf(serial));
        // One that names other limits than are pinned is of a pack that a person must decide about.
        if (receipt.ok() && contradictions::in(*receipt, m_trust.packs.value(serial)).isEmpty())
            return *receipt;
    }
    return std::nullopt;
}

PackJudgement Rehearsal::of(const PackSerial &serial)
{
    PackJudgement pack;
    pack.serial = serial;
    pack.receipt = receiptOf(serial);
    const auto known = m_trust.packs.find(serial);
    pack.knownAt = known ? known->readAt : 0;
    auto state = m_trust.stateOf(serial, m_now);
    if (!state.ok()) {
        pack.unknown = state.error();
        return pack;
    }
    const auto earlier = !pack.receipt ? std::nullopt
        : m_content.command            ? before(*state, *m_content.command, *pack.receipt)
        : m_content.areRules()         ? before(*state, m_content, m_trust, *pack.receipt)
                                       : std::nullopt;
    if (!pack.receipt)
        state->withdrawals = m_withdrawals;
    else if (m_content.request)
        state = before(*state, *m_content.request->forPack(serial), *pack.receipt);
    else if (earlier)
        state = *earlier;
    else
        state->receipts.insert(m_file.payloadSha256(), {});
    state->memo = m_memo;
    pack.verdict = m_content.areRules() && !pack.receipt ? m_verdicts.of(m_file.document, m_lists, *state)
                                                         : verifyDocument(m_file.document, m_lists, *state);
    if (pack.receipt && pack.verdict.seats.isEmpty())
        pack.verdict.signatures = countedBy(*pack.receipt, m_file.document, m_content.head());
    return pack;
}

} // namespace packwarden
