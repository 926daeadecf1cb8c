// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffjudgement.h"

#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/filebounds.h"
#include "models/rules/rulebytes.h"
#include "models/signoffs/receiptbook.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int deliveriesLookedAt = 1000;

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

/// The receipts of a file by the pack that they speak of; of this document alone. Nothing is verified yet.
struct Receipts
{
    QHash<PackSerial, QList<QByteArray>> ofFile;
    QByteArray payload; ///< SHA-256
    const ReceiptBook *book = nullptr; ///< what is in no file
};

Receipts receiptsOf(const DocumentFile &file, const ReceiptBook *book)
{
    Receipts receipts;
    const QByteArray payload = file.payloadSha256();
    receipts.payload = payload;
    receipts.book = book && book->count(payload) > 0 ? book : nullptr;
    for (const QByteArray &bytes : file.receipts) {
        const auto word = CoseSign1::decode(bytes);
        const auto receipt = word.ok() ? Receipt::decode(word->payload) : Result<Receipt>(word.error());
        if (receipt.ok() && receipt->document == payload)
            receipts.ofFile[receipt->serial].append(bytes);
    }
    return receipts;
}

std::optional<Receipt> findReceipt(
    const Receipts &receipts, const DocumentFile &file, const PackSerial &serial, const TrustSnapshot &trust)
{
    QList<QByteArray> ofPack = receipts.ofFile.value(serial);
    if (receipts.book)
        ofPack.append(receipts.book->find(receipts.payload, serial));
    for (const QByteArray &bytes : std::as_const(ofPack)) {
        const auto receipt = verifyReceipt(bytes, file.document, serial, trust.pinned.charter, trust.crlsOf(serial));
        // One that names other limits than are pinned is of a pack that a person must decide about.
        if (receipt.ok() && contradictions::in(*receipt, trust.packs.value(serial)).isEmpty())
            return *receipt;
    }
    return std::nullopt;
}

SignoffState stateOf(const SignoffJudgement &judgement, qint64 now)
{
    const auto &packs = judgement.packs;
    const int receipts = judgement.receipts();
    if (!packs.isEmpty() && receipts == packs.size())
        return SignoffState::Applied;
    if (judgement.heard(VoiceFinding::Kind::Withdrawal))
        return SignoffState::Withdrawn;
    if (receipts > 0)
        return SignoffState::PartlyApplied;
    if (now >= judgement.content->head().expires)
        return SignoffState::Expired;
    if (judgement.heard(VoiceFinding::Kind::Rejection))
        return SignoffState::Rejected;
    const auto refusedFor = [](Code code) {
        return [code](const PackJudgement &pack) {
            return !pack.unknown && pack.verdict.refusal && pack.verdict.refusal->code == code;
        };
    };
    if (std::any_of(packs.begin(), packs.end(), refusedFor(Code::StaleBase)))
        return SignoffState::Stale;
    if (std::any_of(packs.begin(), packs.end(), [](const PackJudgement &pack) { return pack.lastRefusal.has_value(); }))
        return SignoffState::RefusedByPack;
    if (std::all_of(packs.begin(), packs.end(), [](const PackJudgement &pack) { return pack.unknown.has_value(); }))
        return SignoffState::Unjudged;
    if (std::all_of(packs.begin(), packs.end(),
            [](const PackJudgement &pack) { return !pack.unknown && pack.verdict.accepted(); }))
        return SignoffState::Ready;
    if (judgement.signatures.isEmpty() || judgement.isAuthorMissing)
        return SignoffState::Draft;
    if (judgement.isSeatMissing())
        return SignoffState::Collecting;
    if (std::any_of(packs.begin(), packs.end(),
            [](const PackJudgement &pack) { return !pack.unknown && pack.verdict.refusal.has_value(); }))
        return SignoffState::Refused;
    return SignoffState::Unjudged;
}

/// What packs would know of the file's withdrawals, once they are carried there.
QList<KeptWithdrawal> keptBy(const SignoffJudgement &judgement)
{
    QList<KeptWithdrawal> kept;
    for (const VoiceFinding &voice : judgement.voices) {
        if (voice.kind == VoiceFinding::Kind::Withdrawal && voice.heard())
            kept.append(
                {judgement.payloadSha256, judgement.content->head().expires, voice.rootSha256, voice.leaf.person});
    }
    return kept;
}

/// Rules name no packs: whoever is known to hold rules that these may follow.
QList<PackSerial> packsOf(const DocumentContent &content, const TrustSnapshot &trust)
{
    if (!content.areRules())
        return content.packs();
    return trust.packs.serials();
}

/// Of a charter those lists that the pack would take: the newest of each issuer under the new charter, as many as an
/// upload holds. None for any other document.
QList<QByteArray> deliveredLists(const DocumentFile &file)
{
    const auto change = file.document.contentType == contenttype::charter ? CharterChange::decode(file.document.payload)
                                                                          : Result<CharterChange>(Code::UnknownType);
    if (!change.ok())
        return {};
    constexpr qsizetype maxUpload = qsizetype(512) * 1024;
    constexpr qsizetype heads = 1024;
    qsizetype room = maxUpload - heads - file.document.encode().size();
    QList<QByteArray> lists;
    for (const CrlEntry &entry : filebounds::newestLists(file.crls, change->charter.roots())) {
        const QByteArray bytes = encodeCrlEntry(entry);
        if (bytes.size() > room)
            continue;
        room -= bytes.size();
        lists.append(bytes);
    }
    std::sort(lists.begin(), lists.end());
    return lists;
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

/// Rules are asked of every pack that is known. Packs of a fleet differ in their names, and in little else that is
/// judged: they share a verdict, unless it names the pack.
class RulesVerdicts final
{
public:
    explicit RulesVerdicts(const DocumentContent &content)
        : m_groups(content.policy ? content.policy->policy.groups
                : content.charter ? content.charter->policy.policy.groups
                                  : decltype(Policy::groups)())
    {
    }

    Verdict of(const CoseSign &document, const QList<QByteArray> &lists, const PackState &state)
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

private:
    static constexpr qsizetype most = 64; ///< kinds of packs that are told apart
    struct Asked
    {
        PackState state;
        QStringList groups; ///< of the rules held and the rules asked for, that name the pack
        bool operator==(const Asked &) const = default;
    };

    QStringList groupsOf(const PackState &state) const
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

    const decltype(Policy::groups) m_groups;
    QList<std::pair<Asked, Verdict>> m_known;
};

PackJudgement rehearse(const DocumentFile &file, const QList<QByteArray> &lists, const Receipts &receipts,
    const DocumentContent &content, const PackSerial &serial, const TrustSnapshot &trust,
    const QList<KeptWithdrawal> &withdrawals, qint64 now, const MemoHandle &memo, RulesVerdicts &shared)
{
    PackJudgement pack;
    pack.serial = serial;
    pack.receipt = findReceipt(receipts, file, serial, trust);
    const auto known = trust.packs.find(serial);
    pack.knownAt = known ? known->readAt : 0;
    auto state = trust.stateOf(serial, now);
    if (!state.ok()) {
        pack.unknown = state.error();
        return pack;
    }
    const auto earlier = !pack.receipt ? std::nullopt
        : content.command              ? before(*state, *content.command, *pack.receipt)
        : content.areRules()           ? before(*state, content, trust, *pack.receipt)
                                       : std::nullopt;
    if (!pack.receipt)
        state->withdrawals = withdrawals;
    else if (content.request)
        state = before(*state, *content.request->forPack(serial), *pack.receipt);
    else if (earlier)
        state = *earlier;
    else
        state->receipts.insert(file.payloadSha256(), {});
    state->memo = memo;
    pack.verdict = content.areRules() && !pack.receipt ? shared.of(file.document, lists, *state)
                                                       : verifyDocument(file.document, lists, *state);
    if (pack.receipt && pack.verdict.seats.isEmpty())
        pack.verdict.signatures = countedBy(*pack.receipt, file.document, content.head());
    return pack;
}

QString wordOf(const DocumentContent &content)
{
    if (content.command)
        return commandName(content.command->kind);
    if (content.charter)
        return amendmentName(content.charter->amendment);
    if (content.policy)
        return QStringLiteral("v%1").arg(content.policy->policy.version);
    QSet<ParameterId> parameters;
    for (const PackChanges &pack : content.request->packs) {
        for (const ParameterChange &change : pack.changes)
            parameters.insert(change.parameter);
    }
    return parameters.size() == 1 ? parameters.begin()->text() : QStringLiteral("%1-values").arg(parameters.size());
}

} // namespace

int SignoffJudgement::receipts() const
{
    return int(
        std::count_if(packs.begin(), packs.end(), [](const PackJudgement &pack) { return pack.receipt.has_value(); }));
}

const VoiceFinding *SignoffJudgement::heard(VoiceFinding::Kind kind) const
{
    const auto voice = std::find_if(
        voices.begin(), voices.end(), [&](const VoiceFinding &one) { return one.kind == kind && one.heard(); });
    return voice == voices.end() ? nullptr : &*voice;
}

RefusedDeliveries refusedDeliveries(const AuditStore &audit)
{
    RefusedDeliveries refused;
    QSet<std::pair<QByteArray, PackSerial>> seen;
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::deliverRequest);
    for (const AuditRecord &record : audit.page(filter, 0, deliveriesLookedAt)) {
        if (record.outcome == QLatin1String(auditoutcome::begun))
            continue;
        const auto decoded = cbor::decode(record.detail);
        const QCborMap detail = decoded.ok() ? decoded->toMap() : QCborMap();
        const QByteArray document = detail.value(QLatin1String("document")).toByteArray();
        const auto serial = PackSerial::parse(detail.value(QLatin1String("pack")).toString());
        if (!serial.ok() || document.isEmpty() || seen.contains({document, *serial}))
            continue;
        seen.insert({document, *serial});
        const auto code = codeFromName(record.outcome);
        // Only a pack's own reasons are its refusals; a bus that failed says nothing about the document.
        if (code && int(*code) < refusalReasonCount)
            refused[document].insert(*serial, {*code, detail.value(QLatin1String("detail")).toString()});
    }
    return refused;
}

SignoffJudgement judgeSignoff(const DocumentFile &whole, const TrustSnapshot &trust, const RefusedDeliveries &refused,
    qint64 now, const MemoHandle &memo, const ReceiptBook *book)
{
    SignoffJudgement judgement;
    const DocumentFile file
        = filebounds::isBounded(whole) ? whole : filebounds::bounded(whole, trust.pinned.charter.roots(memo.get()));
    judgement.payloadSha256 = file.payloadSha256();
    judgement.fingerprint = file.fingerprint();
    const auto content = DocumentContent::read(file.document);
    if (!content.ok()) {
        judgement.problem = content.error();
        return judgement;
    }
    judgement.content = *content;
    judgement.isAuthorMissing = std::none_of(
        file.document.signatures.begin(), file.document.signatures.end(), [&](const CoseSignature &signature) {
            return signature.meaning == Meaning::Author && signature.leafSha256 == content->head().author;
        });
    judgement.request = content->request;
    const Receipts receipts = receiptsOf(file, book);
    // Judged with what a pack would get: what strangers put into the file changes no verdict.
    const QList<QByteArray> lists = deliveredLists(file);
    // What one pack's rules said of a chain holds for the next pack.
    const MemoHandle shared = memo.get() ? memo : MemoHandle{std::make_shared<ChainMemo>()};
    RulesVerdicts verdicts(*content);
    for (const PackSerial &serial : packsOf(*content, trust))
        judgement.packs.append(rehearse(file, lists, receipts, *content, serial, trust, {}, now, shared, verdicts));
    for (const PackJudgement &pack : std::as_const(judgement.packs)) {
        for (const SeatFinding &seat : pack.verdict.seats) {
            for (const Seat &candidate : seat.candidates) {
                if (!judgement.seatCandidates.contains(candidate))
                    judgement.seatCandidates.append(candidate);
            }
        }
    }
    judgement.voices = judgeVoices(file, judgement.seatCandidates, trust, now);
    const QList<KeptWithdrawal> withdrawals = keptBy(judgement);
    const auto refusals = refused.value(sha256(deliveredBytes(file)));
    bool pictured = false;
    RulesVerdicts withdrawn(*content);
    for (PackJudgement &pack : judgement.packs) {
        if (!withdrawals.isEmpty())
            pack = rehearse(file, lists, receipts, *content, pack.serial, trust, withdrawals, now, shared, withdrawn);
        if (const auto refusal = refusals.constFind(pack.serial); refusal != refusals.constEnd() && !pack.receipt)
            pack.lastRefusal = *refusal;
        if (!pack.unknown && !pictured) {
            judgement.seats = pack.verdict.seats;
            judgement.signatures = pack.verdict.signatures;
            pictured = true;
        }
        if (!judgement.problem)
            judgement.problem = pack.unknown ? pack.unknown : pack.verdict.refusal;
    }
    if (const VoiceFinding *withdrawal = judgement.heard(VoiceFinding::Kind::Withdrawal))
        judgement.problem = Error{Code::Withdrawn, withdrawal->leaf.commonName};
    judgement.state = stateOf(judgement, now);
    return judgement;
}

QString suggestedFileName(const SignoffJudgement &judgement)
{
    if (!judgement.content)
        return QStringLiteral("REQ-unreadable.pwreq");
    const DocumentContent &content = *judgement.content;
    const auto [prefix, ending] = content.command ? std::pair("CMD", "pwcmd")
        : content.charter                         ? std::pair("CHR", "pwchr")
        : content.policy                          ? std::pair("POL", "pwpol")
                                                  : std::pair("REQ", "pwreq");
    const QList<PackSerial> packs = content.packs();
    const QString where = packs.isEmpty() ? QStringLiteral("rules")
        : packs.size() == 1               ? packs.constFirst().text()
                                          : QStringLiteral("%1-packs").arg(packs.size());
    return QStringLiteral("%1-%2_%3_%4_%5of%6.%7")
        .arg(QLatin1String(prefix), QString::fromLatin1(content.head().id.left(4).toHex()), where, wordOf(content))
        .arg(judgement.placesFilled())
        .arg(judgement.places().size())
        .arg(QLatin1String(ending));
}

QByteArray deliveredBytes(const DocumentFile &file)
{
    const QByteArray document = file.document.encode();
    if (file.document.contentType != contenttype::charter || !CharterChange::decode(file.document.payload).ok())
        return document;
    return CharterUpload{document, deliveredLists(file)}.encode();
}

} // namespace packwarden
