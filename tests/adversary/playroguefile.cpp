// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/documentkind.h"
#include "models/audit/auditstore.h"
#include "models/rights/rightoffice.h"
#include "models/signoffs/documentfolder.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "tests/adversary/attackers.h"
#include "tests/adversary/oracle.h"
#include "tests/adversary/roguefile.h"
#include "tests/hw/sim/support/testpack.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QTest>

namespace packwarden::test {

namespace {

constexpr int steps = 20;
/// What one look at a file may add to the audit, which never shrinks: beside the genuine signatures' own bytes.
constexpr qint64 maxRecorded = 64 * 1024;
constexpr qint64 maxRecords = 64;

QString text(const char *literal)
{
    return QString::fromLatin1(literal);
}

/// One console with honest files in its folder, one simulated pack, and files that come from outside.
class Office final
{
public:
    Office(const Genuine &genuine, Rounds &rounds)
        : m_genuine(genuine)
        , m_rounds(rounds)
        , m_dice(rounds.seed())
        , m_rogue(genuine, m_dice)
        , m_oracle(genuine.world(), nullptr)
        , m_desk(genuine.world(), genuine.pack())
        , m_pack(std::make_unique<TestPack>(genuine.world(), genuine.pack()))
    {
        put(path("applied.pwreq"), m_genuine.paper("applied").file.encode());
        if (!importDocument(m_desk.workspace(), path("applied.pwreq")).ok())
            qFatal("a genuine file is refused");
        if (!m_desk.workspace().trust().learnStatement(m_genuine.statement()).ok())
            qFatal("a genuine statement is refused");
        m_before = m_desk.workspace().trust().snapshot();
        m_packsBefore = packsOf(m_before);
    }
    void play();

private:
    QString path(const QString &name) const { return m_desk.path("") + u'/' + name; }
    QString path(const char *name) const { return m_desk.path(name); }
    static void put(const QString &path, const QByteArray &bytes);
    void step();
    void judged(const SignoffDocument &document);
    void trustIsAsBefore();
    void auditGrewBy(qint64 from, qint64 allowed);
    void intoThePack(const DocumentFile &file);
    void othersGoOn();
    void need(bool holds, const QString &what)
    {
        if (!holds)
            m_rounds.violated(text("a stranger's file: ") + what);
    }

    const Genuine &m_genuine;
    Rounds &m_rounds;
    Mutator m_dice;
    RogueFile m_rogue;
    Oracle m_oracle;
    Desk m_desk;
    std::unique_ptr<TestPack> m_pack;
    static QMap<PackSerial, KnownPack> packsOf(const TrustSnapshot &trust)
    {
        QMap<PackSerial, KnownPack> all;
        for (const PackSerial &serial : trust.packs.serials())
            all.insert(serial, trust.packs.value(serial));
        return all;
    }

    TrustSnapshot m_before;
    QMap<PackSerial, KnownPack> m_packsBefore;
    QString m_what; ///< is done with the file now
};

void Office::put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Whatever is shown of a document was said by somebody honest.
void Office::judged(const SignoffDocument &document)
{
    const SignoffJudgement &judgement = document.judgement();
    const DocumentFile &file = document.file();
    const auto needs = [&](bool holds, const char *what) {
        need(holds, m_what + text(": ") + text(what));
    };
    switch (judgement.state) {
    case SignoffState::Applied:
    case SignoffState::PartlyApplied:
        needs(m_genuine.isPaper("applied", file), "shown as applied");
        break;
    case SignoffState::Withdrawn:
        needs(m_genuine.isPaper("withdrawn", file), "shown as withdrawn");
        break;
    case SignoffState::Rejected:
        needs(m_genuine.isPaper("rejected", file), "shown as rejected");
        break;
    case SignoffState::Ready:
        needs(m_genuine.isPaper("withdrawn", file), "shown as ready"); // where the withdrawal was taken out
        break;
    default:
        break;
    }
    const QList<CoseSignature> &signatures = file.document.signatures;
    for (qsizetype i = 0; i < std::min(signatures.size(), judgement.signatures.size()); ++i) {
        const SignatureFinding &finding = judgement.signatures.at(i);
        if (!finding.problem || finding.counted)
            needs(m_genuine.saidBy(file.document.payload, signatures.at(i)), "a signature is believed");
    }
    for (const VoiceFinding &voice : judgement.voices)
        needs(!voice.heard() || m_genuine.isVoice(voice.bytes), "a voice is heard");
    for (const PackJudgement &pack : judgement.packs)
        needs(!pack.receipt || m_genuine.isPaper("applied", file), "a receipt is believed");
}

void Office::trustIsAsBefore()
{
    const TrustSnapshot &now = m_desk.workspace().trust().snapshot();
    need(now.pinned == m_before.pinned && now.former == m_before.former, m_what + text(": pinned rules changed"));
    need(packsOf(now) == m_packsBefore, m_what + text(": what is known of a pack changed"));
    for (const CrlEntry &entry : now.lists)
        need(m_genuine.pack().crls.contains(entry), m_what + text(": a list was kept"));
}

void Office::auditGrewBy(qint64 from, qint64 allowed)
{
    AuditStore &audit = m_desk.workspace().audit();
    need(!audit.isReadOnly(), m_what + text(": the audit cannot be written any more"));
    const qint64 records = audit.head().count - from;
    need(records <= maxRecords, m_what + text(": too many records"));
    qint64 bytes = 0;
    for (const AuditRecord &record : audit.page({}, 0, int(std::min(records, maxRecords))))
        bytes += record.detail.size();
    need(bytes <= allowed, m_what + text(": too much is recorded"));
}

void Office::intoThePack(const DocumentFile &file)
{
    const int kind = documentkind::ofContentType(file.document.contentType);
    if (kind == 0)
        return;
    const auto held = [&]() -> Oracle::Held {
        return {m_pack->state(), m_pack->contents(), m_pack->clock.now(), m_pack->clock.now()};
    };
    const Oracle::Held before = held();
    const QStringList answers = m_pack->deliver(deliveredBytes(file), kind);
    const bool taken = answers.value(answers.size() - 1).startsWith(text("71"));
    m_rounds.count(taken ? text("taken by the pack") : text("refused by the pack"));
    if (taken && m_genuine.isPaper("withdrawn", file)) {
        // Complete, and nobody told the pack of the withdrawal: whoever has the file may deliver it.
        m_pack = std::make_unique<TestPack>(m_genuine.world(), m_genuine.pack());
        m_rounds.count(text("genuine and complete"));
        return;
    }
    const QString fault = m_oracle.fault(before, held());
    need(fault.isEmpty(), m_what + text(": the pack: ") + fault);
    for (const QByteArray &list : file.crls.mid(0, 8))
        m_pack->deliver(list, documentkind::crl);
    for (const QByteArray &withdrawal : file.withdrawals.mid(0, 8)) {
        if (!m_genuine.isVoice(withdrawal))
            m_pack->deliver(withdrawal, documentkind::withdrawal);
    }
    const QString later = m_oracle.fault(before, held());
    need(later.isEmpty(), m_what + text(": the pack, lists and voices: ") + later);
}

void Office::step()
{
    Workspace &workspace = m_desk.workspace();
    const qint64 records = workspace.audit().head().count;
    if (m_dice.below(8) == 0) {
        const RogueFile::Made made = m_rogue.right();
        m_what = text("right");
        put(path("incoming.") + made.suffix, made.bytes);
        RightOffice office(workspace);
        const auto question = office.readRequest(path("incoming.") + made.suffix);
        // Only certificates that nobody signs for may come or go around it.
        const auto asked = CoseSign1::decode(m_genuine.question());
        const auto heard = CoseSign1::decode(made.bytes);
        need(!question.ok()
                || (heard.ok() && heard->payload == asked->payload && heard->protectedHeader == asked->protectedHeader
                    && heard->signature == asked->signature),
            text("a request for a right is believed"));
        need(!office.hearAnswer(path("incoming.") + made.suffix).ok(), text("an answer is heard"));
        auditGrewBy(records, maxRecorded);
        return;
    }
    const RogueFile::Made made = m_rogue.document();
    const QString incoming = path("incoming.") + made.suffix;
    put(incoming, made.bytes);
    const auto file = DocumentFile::decode(made.bytes);
    m_rounds.count(file.ok() ? text("files read") : text("no files"));
    const qint64 allowed
        = maxRecorded + (file.ok() ? m_genuine.signaturesFor(*file) * (file->document.payload.size() + 4096) : 0);
    m_what = made.from;
    SignoffDocument document(workspace);
    switch (m_dice.below(5)) {
    case 0: {
        m_what += text(", imported");
        const auto imported = importDocument(workspace, incoming);
        if (imported.ok() && document.open(*imported).ok())
            judged(document);
        break;
    }
    case 1:
        m_what += text(", opened");
        if (document.open(incoming).ok())
            judged(document);
        break;
    case 2: {
        // Into a copy of the honest one.
        m_what += text(", merged");
        for (const Genuine::Paper &paper : m_genuine.papers()) {
            if (paper.name != made.from)
                continue;
            put(path("mine.") + paper.suffix, paper.file.encode());
            need(document.open(path("mine.") + paper.suffix).ok(), text("a genuine file is refused"));
            if (document.mergeFile(incoming).ok())
                judged(document);
            need(m_genuine.signaturesFor(document.file()) >= m_genuine.signaturesFor(paper.file),
                text("merging loses genuine signatures"));
        }
        break;
    }
    case 3: {
        m_what += text(", in the place of mine");
        const Genuine::Paper &mine = m_genuine.paper("waiting");
        put(path("mine.pwreq"), mine.file.encode());
        need(document.open(path("mine.pwreq")).ok(), text("a genuine file is refused"));
        put(path("mine.pwreq"), made.bytes);
        static_cast<void>(m_dice.below(2) == 0 ? document.follow() : document.reread());
        judged(document);
        need(document.file().document.payload == mine.file.document.payload, text("another document took its place"));
        break;
    }
    default:
        m_what += text(", delivered");
        if (file.ok())
            intoThePack(*file);
        break;
    }
    if (file.ok() && m_dice.below(3) == 0) {
        for (const QByteArray &bytes : file->crls.mid(0, 8)) {
            if (const auto entry = decodeCrlEntry(bytes); entry.ok())
                static_cast<void>(workspace.trust().learn(*entry));
        }
    }
    trustIsAsBefore();
    auditGrewBy(records, allowed);
}

/// The document that waits can still be merged with its complete copy, be signed here, and be applied.
void Office::othersGoOn()
{
    m_what = text("afterwards");
    Workspace &workspace = m_desk.workspace();
    put(path("waiting.pwreq"), m_genuine.paper("waiting").file.encode());
    const auto mine = importDocument(workspace, path("waiting.pwreq"));
    need(mine.ok(), text("the genuine file finds no place afterwards"));
    if (!mine.ok())
        return;
    {
        SignoffDocument document(workspace);
        need(document.open(*mine).ok(), text("the genuine file cannot be opened afterwards"));
        if (m_dice.below(2) == 0 || !Rounds::isLong()) {
            put(path("complete.pwreq"), m_genuine.complete().encode());
            need(
                document.mergeFile(path("complete.pwreq")).ok(), text("the complete copy cannot be merged afterwards"));
        } else if (m_desk.signIn(partyAt("cell-data").person)) {
            std::optional<bool> isSigned;
            QObject::connect(&document, &SignoffDocument::signFinished, &document,
                [&isSigned](const Result<> &result) { isSigned = result.ok(); });
            document.sign(Meaning::Approve);
            const bool ended = waitFor([&] { return isSigned.has_value(); }, 20'000);
            need(ended && *isSigned, text("it cannot be signed any more afterwards"));
        }
        need(document.state() == SignoffState::Ready, text("what everybody signed is not ready afterwards"));
        const QStringList answers = m_pack->deliver(deliveredBytes(document.file()));
        need(answers.value(answers.size() - 1).startsWith(text("71")), text("the pack does not take it afterwards"));
    }
}

void Office::play()
{
    for (int i = 0; i < steps && !m_rounds.isViolated(); ++i) {
        m_rounds.step();
        step();
    }
    if (!m_rounds.isViolated()) {
        m_rounds.step();
        othersGoOn();
    }
}

} // namespace

void playRogueFileWriter(TestWorld &world, Rounds &rounds)
{
    const Genuine genuine(world);
    while (rounds.next())
        Office(genuine, rounds).play();
}

} // namespace packwarden::test
