// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/sentences.h"

#include "models/core/base/fileproblem.h"
#include "models/core/base/quantityproblem.h"
#include "models/core/judge/refusaldetail.h"
#include "models/core/pack/busreason.h"
#include "models/core/pki/contentfault.h"
#include "models/drafts/draftproblem.h"
#include "models/signoffs/signoffownvalue.h"
#include "models/support/database.h"
#include "models/support/jsontext.h"
#include "widgets/words/causewords.h"
#include "widgets/words/faultwords.h"
#include "widgets/words/filewords.h"
#include "widgets/words/names.h"
#include "widgets/words/reasonwords.h"
#include "widgets/words/rulewords.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace packwarden {

namespace {

const QLatin1String recordingPrefix("replay:");

QString inWords(const OpenSeats &open)
{
    QStringList words;
    for (const QList<Seat> &candidates : open.seats) {
        QStringList choices;
        for (const Seat &candidate : candidates)
            choices << Names::seat(candidate);
        words << choices.join(Sentences::tr(" or "));
    }
    return words.join(QStringLiteral("; "));
}

/// What a refusal tells of a value beyond a limit; as it is where it tells something else.
QString limitInWords(const QString &detail)
{
    const auto fault = LimitFault::in(detail);
    if (!fault)
        return detail;
    const auto local = [](Milli value) {
        return formatQuantity(value, QLocale().decimalPoint().at(0));
    };
    return Sentences::tr("%1 %2, allowed %3 to %4")
        .arg(Names::parameter(fault->parameter), local(fault->value), local(fault->allowed.min),
            local(fault->allowed.max));
}

/// Of what is wrong with a file; the detail of such an error begins with the path. Nothing for another error.
std::optional<QString> fileInWords(const Error &error)
{
    const auto *problem = error.as<FileProblem>();
    if (!problem)
        return std::nullopt;
    const QString path = error.detail.left(error.detail.lastIndexOf(QLatin1String(": ")));
    switch (*problem) {
    case FileProblem::Folder:
        return Sentences::tr("%1 is a folder, not a file").arg(path);
    case FileProblem::Pipe:
        return Sentences::tr("%1 is a pipe, not a file").arg(path);
    case FileProblem::Socket:
        return Sentences::tr("%1 is a socket, not a file").arg(path);
    case FileProblem::Device:
        return Sentences::tr("%1 is a device, not a file").arg(path);
    case FileProblem::TooLarge:
    case FileProblem::Exposed:
        return path;
    }
    return std::nullopt;
}

/// Of a text of rules, a revocation list or a name the detail says what is wrong with it. Nothing for another one.
std::optional<Sentence> causeInWords(const Error &error)
{
    if (error.is(TextReason::Unreadable))
        return Sentence{Sentences::tr("The rules in this file cannot be read: %1.").arg(CauseWords::of(error.detail)),
            Sentences::tr("Correct it in an editor that saves UTF-8, and open it again.")};
    const auto fault = ContentFault::in(error.detail);
    if (!fault)
        return std::nullopt;
    if (fault->what == ContentFault::What::Name)
        return Sentence{Sentences::tr("This name cannot be certified: %1.").arg(CauseWords::of(fault->cause)),
            Sentences::tr("Ask for a request with a name that people can read.")};
    return Sentence{Sentences::tr("This revocation list cannot be used: %1.").arg(CauseWords::of(fault->cause)),
        error.code == Code::Algorithm
            ? Sentences::tr("Ask its issuer to sign it with RSA and SHA-256.")
            : Sentences::tr("Ask its issuer for a complete list in the usual form (RFC 5280).")};
}

QString numberReason(const Error &error)
{
    const auto *problem = error.as<QuantityProblem>();
    switch (problem ? *problem : QuantityProblem::Character) {
    case QuantityProblem::Empty:
        return Sentences::tr("Nothing was typed.");
    case QuantityProblem::Decimals:
        return Sentences::tr("At most three digits may follow the decimal sign, and at least one must.");
    case QuantityProblem::Digits:
        return Sentences::tr("One to six digits must stand before the decimal sign.");
    case QuantityProblem::Sign:
        return Sentences::tr("This value cannot be negative.");
    case QuantityProblem::Grouping: {
        const QString &detail = error.detail;
        const QString point = detail.section(u' ', 2, 2);
        return Sentences::tr("\u201C%1\u201D can mean %2 or %3. Enter %2 with a point, or %3.")
            .arg(QString(point).replace(u'.', u','), point, detail.section(u' ', 1, 1));
    }
    case QuantityProblem::Character:
        break;
    }
    return Sentences::tr("Only digits and one decimal sign are allowed; the unit stands beside the field.");
}

/// Of what a draft lacks that is told in any place; empty for the others, which draftwords says.
QString draftReason(DraftProblem problem)
{
    if (problem == DraftProblem::Unchanged)
        return Sentences::tr("The pack already holds this value.");
    if (problem == DraftProblem::UnchangedEverywhere)
        return Sentences::tr("These packs already hold this value.");
    return problem == DraftProblem::NoReason ? Sentences::tr("A reason is missing.") : QString();
}

} // namespace

Sentence Sentences::of(const Error &error)
{
    Sentence sentence = ofCode(error);
    // Of an error without a detail nothing stands in parentheses.
    sentence.cause.remove(QStringLiteral(" ()"));
    return sentence;
}

Sentence Sentences::ofCode(const Error &error)
{
    const QString &detail = error.detail;
    const QString why = CauseWords::of(detail);
    if (const auto words = FileWords::of(error))
        return *words;
    if (const auto words = ReasonWords::of(error))
        return *words;
    switch (error.code) {
    case Code::Malformed:
        if (const auto *own = error.as<ownvalue::Problem>())
            return {*own == ownvalue::Problem::Missing
                    ? tr("The technical seat of layer 4 enters its own value before it signs.")
                    : tr("The own value and the proposed one differ; neither is kept."),
                tr("Check your sources.")};
        if (const auto *problem = error.as<DraftProblem>(); problem && !draftReason(*problem).isEmpty())
            return {draftReason(*problem), {}};
        if (const QString unsound = RuleWords::unsound(detail); !unsound.isEmpty())
            return {tr("These rules cannot hold. %1").arg(unsound), tr("Ask their author to mend them.")};
        if (const auto words = causeInWords(error))
            return *words;
        return {tr("The document is damaged or was not made by Packwarden (%1).").arg(why),
            tr("Ask its author for the file again.")};
    case Code::NotCanonical:
        return {tr("The document is not in the one permitted form (%1), so what is shown could differ from what was "
                   "signed.")
                    .arg(why),
            tr("Ask its author for the file again.")};
    case Code::TooLarge:
        if (detail == QLatin1String("signatures"))
            return {tr("Others have all the places that this document has for signatures."),
                tr("Ask its author for a new one, and let only those sign it who are needed.")};
        if (detail == QLatin1String("x5chain"))
            return {tr("A signature carries more certificates than a pack takes."),
                tr("Its signer signs again; a key brings its own certificate and its issuer's, and no others.")};
        if (const auto path = fileInWords(error))
            return {tr("The file is larger than what is read here: %1.").arg(*path), tr("Choose another file.")};
        return {tr("The document is larger than a pack accepts."), tr("Split it into several requests.")};
    case Code::UnknownType:
        return {tr("This kind of document is not known here (%1).").arg(why), tr("Update Packwarden.")};
    case Code::Algorithm:
        if (const auto words = causeInWords(error))
            return *words;
        return {tr("A signature or certificate uses an algorithm that is not allowed (%1).").arg(why),
            tr("Its holder needs a new key.")};
    case Code::SignatureInvalid:
        return {tr("A signature does not fit this document (%1).").arg(why),
            tr("The file was changed after signing: ask the signer for the original.")};
    case Code::UnknownIssuer:
        return {tr("A signer's certificate has an issuer that this pack does not trust (%1).").arg(why),
            tr("The signer needs a key from a party of the charter.")};
    case Code::CertificateNotYetValid:
        return {
            tr("A signer's certificate is not valid yet (%1).").arg(why), tr("Check the clock, or wait until it is.")};
    case Code::CertificateExpired:
        return {
            tr("A signer's certificate has expired (%1).").arg(why), tr("The signer renews the key and signs again.")};
    case Code::CertificateRevoked:
        return {tr("A signer's key was revoked (%1).").arg(why), tr("Another person of that party must sign.")};
    case Code::CrlStale:
        return {tr("The list of revoked keys is too old to trust a signature (%1).").arg(why),
            tr("Bring the pack a fresh list of that party.")};
    case Code::RoleNotIssuable:
        return {tr("A signer's role was issued by a party that may not issue it (%1).").arg(why),
            tr("The signer needs a key from the right party.")};
    case Code::TimeUncertain:
        return {tr("The pack lost its clock and cannot judge dates."), tr("Give it a signed time first.")};
    case Code::Withdrawn:
        return {tr("The request was withdrawn."), tr("Make a new one if it is still wanted.")};
    case Code::NotYetValid:
        return {tr("The document lies in the future for this pack."), tr("Check the clocks, or wait.")};
    case Code::Expired:
        return {tr("The request has expired."), tr("Draft it again; everyone signs the new one.")};
    case Code::WrongPack:
        return {tr("The request does not name this pack (%1).").arg(why), tr("Deliver it to the pack that it names.")};
    case Code::WrongHardware:
        return {tr("The request names another kind of pack (%1).").arg(why), tr("Draft it for this kind.")};
    case Code::WrongState:
        return {tr("The pack cannot do this in its present state (%1).").arg(Names::lifeCycle(why)),
            tr("Bring it into the state needed, then deliver again.")};
    case Code::TheftLocked:
        return {tr("The pack is theft-locked by its owner."), tr("The owner and the platform must unlock it.")};
    case Code::WrongCharter:
        return {tr("The document was made for another charter."), tr("Draft it again with the charter in force.")};
    case Code::VersionRollback:
        return {tr("The pack holds this version or a newer one already (%1).").arg(why),
            tr("Read the rules from the pack and start from them.")};
    case Code::VersionJump:
        return {tr("The version is too far ahead of what the pack holds (%1).").arg(why),
            tr("Deliver the versions between first.")};
    case Code::StaleBase:
        return {tr("The value changed on the pack since this was drafted (%1).").arg(why),
            tr("Draft it again from the present value.")};
    case Code::AboveSiliconLimit:
        return {tr("The value passes the silicon limit (%1). No signatures can allow it.").arg(limitInWords(detail)),
            tr("Choose a value inside the limit.")};
    case Code::Prohibited:
        return {tr("This is prohibited on every pack (%1).").arg(why), {}};
    case Code::OutsideCharter:
        return {tr("The value lies outside what the charter's contracts allow (%1).").arg(limitInWords(detail)),
            tr("Choose a value inside, or have the parties amend the charter.")};
    case Code::LaxerThanCharter:
        return {tr("The policy would allow more than the charter does (%1).").arg(why),
            tr("Tighten it, or have the charter amended.")};
    case Code::OutsidePolicy:
        return {tr("The policy does not allow this (%1).").arg(why), tr("Ask someone whose role holds this right.")};
    case Code::StepTooLarge:
        return {tr("The step is larger than the policy allows at once (%1).").arg(why),
            tr("Take a smaller step, or ask for the extra signature.")};
    case Code::CrossRule:
        return {tr("The value contradicts another value of the pack (%1).").arg(why),
            tr("Change the other value first, or choose one that fits.")};
    case Code::TooComplex:
        return {tr("To judge this document would take more work than a pack may spend on one (%1).").arg(why),
            tr("Ask its author to split it, and leave out signatures that share a person or a key.")};
    case Code::SignerNotAuthorised:
        return {
            tr("A signer's role fills no seat of this request (%1).").arg(why), tr("See the seats for who must sign.")};
    case Code::AuthorIsApprover:
        if (detail.isEmpty())
            return {tr("The approval of its author alone is not enough for a document."),
                tr("Another person who can fill the seat must sign.")};
        if (const auto open = OpenSeats::in(detail))
            return {tr("The author's own approval is not enough. Another person must sign as %1.").arg(inWords(*open)),
                tr("Send the file to one who can.")};
        return {tr("%1 wrote this document, so that approval of it does not count.").arg(detail),
            tr("Another person who can fill the seat must sign.")};
    case Code::SignerRepeated:
        return {tr("One person or key signed for two seats (%1).").arg(why), tr("Each seat needs its own person.")};
    case Code::BelowQuorum: {
        const auto open = OpenSeats::in(detail);
        return {tr("Signatures are missing: %1.").arg(open ? inWords(*open) : detail),
            tr("Send the file to them; nothing changes until they have signed.")};
    }
    case Code::WouldLockOut:
        return {tr("After this it could never be changed again (%1).").arg(why), tr("Leave at least one way in.")};
    case Code::NotAnIdentifier:
        return {tr("\u201C%1\u201D is not a valid name.").arg(detail), {}};
    case Code::NotAQuantity:
        return {numberReason(error), {}};
    case Code::UnknownParameter:
        return {tr("The pack has no parameter \u201C%1\u201D.").arg(detail), {}};
    case Code::FileUnreadable:
        if (error.is(Database::Reason::InUse))
            return {tr("Another program has the file open."), tr("Close it there, and try again.")};
        if (const auto words = fileInWords(error))
            return {tr("The file cannot be read: %1.").arg(*words), tr("Choose another file.")};
        return {tr("The file cannot be read: %1.").arg(why), tr("Check that it exists and that you may read it.")};
    case Code::FileUnwritable:
        if (error.is(FileProblem::Exposed))
            return {tr("Others who use this computer may read or change %1: its rights could not be set.")
                        .arg(fileInWords(error).value_or(detail)),
                tr("Keep this console's data in a folder of your own.")};
        return {tr("The file cannot be written: %1.").arg(why), tr("Choose another folder.")};
    case Code::WrongPassphrase:
        return {tr("The passphrase does not open this key file."), tr("Type it again.")};
    case Code::KeyUnusable:
        return {tr("The key cannot be used (%1).").arg(why), tr("Choose another key file.")};
    case Code::NotSignedIn:
        return {tr("You are not signed in."), tr("Sign in with your key file first.")};
    case Code::DifferentDocument:
        return {tr("The file is another document than the one open here."), tr("Open it on its own.")};
    case Code::BusUnavailable:
        if (error.is(BusReason::Disturbed))
            return {tr("The bus is disturbed: another device sends in the name of this console, and the pack answers "
                       "both (%1).")
                        .arg(detail.mid(detail.indexOf(u' ') + 1)),
                tr("Find out which other console or device is on this bus, unplug it, and try again.")};
        if (error.is(BusReason::Listening))
            return {tr("This bus is only listened to, so nothing is asked or sent."),
                tr("Allow sending in the bus dialog, then try again.")};
        return {tr("The bus is not available (%1).").arg(why), tr("Check the interface and its cable.")};
    case Code::PackUnreachable:
        return {tr("Pack %1 does not answer.").arg(detail), tr("Check that it is powered and on this bus.")};
    case Code::TransferFailed:
        // The last answer may be what was lost, after the pack had applied all of it.
        return {tr("The transfer to the pack was interrupted (%1). The pack may or may not have applied it.").arg(why),
            tr("Read the pack before delivering again.")};
    case Code::NegativeResponse:
        return {tr("The pack declined the diagnostic request (%1).").arg(why), tr("Try again in a moment.")};
    case Code::UnexpectedAnswer:
        return {
            tr("The pack gave an answer that makes no sense (%1).").arg(why), tr("Read the pack before trying again.")};
    case Code::ReceiptInvalid:
        return {tr("The pack's receipt does not prove the change (%1).").arg(why),
            tr("Read the pack's values and tell its owner.")};
    case Code::TrustContradicted:
        return {tr("What the pack shows contradicts what is pinned of it (%1).").arg(why),
            tr("Do not rely on this pack. Ask its manufacturer and its owner, then decide.")};
    case Code::ExchangeUnavailable:
        return {tr("The exchange is out of reach (%1).").arg(why),
            tr("Work goes on without it. It is tried again by itself; documents can also go as files.")};
    case Code::ExchangeRefused:
        return {tr("The exchange refuses this (%1).").arg(why),
            tr("Ask its owner whether your login is a member, and whether the database is an exchange of this "
               "version.")};
    case Code::FingerprintNeeded:
        return {tr("This cannot be proved from here (%1).").arg(why),
            tr("Compare the fingerprints with the other parties first.")};
    case Code::AuditDamaged:
        return {
            tr("The audit is damaged: %1.").arg(why), tr("Keep the file as evidence; nothing more is written to it.")};
    case Code::AuditUnwritable:
        if (error.is(Database::Reason::InUse))
            return {tr("Another program has the audit open, so the action was not carried out."),
                tr("Close it there, and try again.")};
        return {tr("The audit cannot be written (%1), so the action was not carried out.").arg(why),
            tr("Free some space or repair the folder.")};
    case Code::Cancelled:
        return {tr("Cancelled."), {}};
    case Code::Internal:
        break;
    }
    return {tr("Something went wrong inside the program (%1).").arg(why), tr("Please report it.")};
}

QString Sentences::quantity(Milli value, const QString &unit)
{
    // Voltages are compared digit by digit: "4.20 V".
    const int decimals = unit == QLatin1String("V") ? 2 : 0;
    return formatQuantity(value, QLocale().decimalPoint().at(0), decimals) + QChar(QChar::Nbsp) + unit;
}

QString Sentences::fromTo(const ParameterChange &change)
{
    return tr("%1 to %2", "from value to value")
        .arg(quantity(change.from, change.unit), quantity(change.to, change.unit));
}

QString Sentences::change(const ParameterChange &change)
{
    const QString pattern
        = change.to > change.from ? tr("Raise %1 %2", "parameter, from-to") : tr("Lower %1 %2", "parameter, from-to");
    return pattern.arg(Names::parameter(change.parameter), fromTo(change));
}

QString Sentences::request(const ChangeRequest &request)
{
    if (request.packs.isEmpty() || request.packs.constFirst().changes.isEmpty())
        return tr("A request without changes");
    const PackChanges &first = request.packs.constFirst();
    QString text = change(first.changes.constFirst());
    if (first.changes.size() > 1)
        text += u' ' + tr("and %n more", nullptr, int(first.changes.size()) - 1);
    if (request.packs.size() == 1)
        return tr("%1 on %2", "change, serial").arg(text, first.serial.text());
    return tr("%1 on %n packs", nullptr, int(request.packs.size())).arg(text);
}

QString Sentences::consequence(const ParameterChange &change)
{
    const QString id = change.parameter.text();
    const bool up = change.to > change.from;
    if (id == QLatin1String("soc.max"))
        return up ? tr("More range for each charge; the cells rest at a higher voltage and age faster.")
                  : tr("Less range for each charge; the cells age more slowly.");
    if (id == QLatin1String("soc.min"))
        return up ? tr("Less range for each charge; more reserve against deep discharge.")
                  : tr("More range for each charge; less reserve against deep discharge.");
    if (id == QLatin1String("cell.voltage.max"))
        return up ? tr("Cells are charged closer to the voltage at which they can be damaged or catch fire.")
                  : tr("Cells keep more distance from overcharging; the pack holds less energy.");
    if (id == QLatin1String("cell.voltage.min"))
        return up ? tr("Cells keep more distance from deep discharge; the pack gives less energy.")
                  : tr("Cells are emptied closer to the voltage at which they can be damaged.");
    if (id.startsWith(QLatin1String("charge.current")) || id.startsWith(QLatin1String("discharge.current")))
        return up ? tr("More power; more heat and faster ageing.") : tr("Less power; less heat and slower ageing.");
    return up ? tr("The value in force becomes larger.") : tr("The value in force becomes smaller.");
}

QString Sentences::bus(const BusState &state)
{
    if (state.interfaceName.startsWith(recordingPrefix) && state.condition == BusCondition::Connected)
        return tr("Recording of %n pack(s)", nullptr, state.packs);
    if (state.interfaceName.startsWith(recordingPrefix) && state.condition == BusCondition::Failed)
        return state.replay && state.replay->hasEnded ? tr("The recording is over")
                                                      : tr("The recording cannot be read");
    switch (state.condition) {
    case BusCondition::NotConnected:
        return tr("No bus");
    case BusCondition::Connecting:
        return tr("Connecting to %1").arg(state.interfaceName);
    case BusCondition::Connected:
        return tr("%n pack(s)", nullptr, state.packs);
    case BusCondition::Silent:
        return tr("Bus is silent");
    case BusCondition::Failed:
        return tr("Bus out of reach");
    }
    return {};
}

Status Sentences::busStatus(const BusState &state)
{
    // What is played is not what is.
    if (state.interfaceName.startsWith(recordingPrefix) && state.condition != BusCondition::Silent)
        return Status::Information;
    switch (state.condition) {
    case BusCondition::Connected:
        return Status::Good;
    case BusCondition::Connecting:
    case BusCondition::NotConnected:
        return Status::Waiting;
    case BusCondition::Silent:
        return Status::Warning;
    case BusCondition::Failed:
        return Status::Alarm;
    }
    return Status::Neutral;
}

QString Sentences::age(qint64 milliseconds)
{
    if (milliseconds < 60000)
        return tr("%1 s ago").arg(QLocale().toString(double(std::max<qint64>(0, milliseconds)) / 1000, 'f', 1));
    return tr("%n min ago", nullptr, int(milliseconds / 60000));
}

Sentences::PackSentence Sentences::pack(const PackTelemetry &telemetry, qint64 ageMilliseconds)
{
    if (telemetry.heardAt == 0)
        return {Status::Waiting, tr("Not heard yet."), tr("The pack must be powered and on this bus.")};
    if (ageMilliseconds > 3000)
        return {
            Status::Warning, tr("Out of touch."), tr("Last heard %1; the figures are old.").arg(age(ageMilliseconds))};
    const QString held = FaultWords::held(telemetry);
    if (!telemetry.faults.isEmpty()) {
        const FaultReading &worst = *std::max_element(telemetry.faults.begin(), telemetry.faults.end(),
            [](const FaultReading &a, const FaultReading &b) { return a.severity < b.severity; });
        const QString measured = FaultWords::measured(worst.id.code, worst.quantity, worst.value, worst.threshold);
        QString rest
            = FaultWords::name(worst.id) + (measured.isEmpty() ? QString() : QStringLiteral(": ") + measured) + u'.';
        if (const auto more = telemetry.faults.size() - 1; more > 0)
            rest += u' ' + tr("%n more fault(s).", nullptr, int(more));
        return {FaultWords::status(worst.severity), Names::packState(telemetry.state) + u'.',
            held.isEmpty() ? rest : rest + u' ' + held};
    }
    if (telemetry.state == QLatin1String("fault") || telemetry.activeFaults > 0)
        return {Status::Alarm, Names::packState(telemetry.state) + u'.',
            tr("%n active fault(s).", nullptr, telemetry.activeFaults)};
    if (!held.isEmpty())
        return {Status::Information, Names::packState(telemetry.state) + u'.', held};
    QString rest;
    const int spread = telemetry.maxCellMillivolts - telemetry.minCellMillivolts;
    const bool knowsCells = telemetry.knows(PackFigure::LowestCell | PackFigure::HighestCell);
    if (knowsCells && spread >= 25)
        rest = tr("Cell %1 is %2 mV below cell %3.").arg(telemetry.minCell).arg(spread).arg(telemetry.maxCell);
    else if (knowsCells)
        rest = tr("Cells are within %1 mV.").arg(spread);
    if (telemetry.knows(PackFigure::ChargeLimit) && telemetry.chargeLimitMilliamps > 0)
        rest += u' ' + tr("Takes up to %1 A.").arg(telemetry.chargeLimitMilliamps / 1000);
    // Good is what was told, not what has not come.
    const Status status = knowsCells && spread >= 25                                ? Status::Warning
        : knowsCells && telemetry.knows(PackFigure::State | PackFigure::FaultCount) ? Status::Good
                                                                                    : Status::Waiting;
    return {status, Names::packState(telemetry.state) + u'.', rest};
}

} // namespace packwarden
