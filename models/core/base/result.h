// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1String>
#include <QString>

#include <any>
#include <optional>
#include <utility>
#include <variant>

namespace packwarden {

/// Why something was refused or failed. The first part are the pack's refusal reasons, in the order in which they are
/// checked; console, CLI and pack use the same words for them (codeName). Sentences are made in one place in widgets.
enum class Code {
    Malformed,
    NotCanonical,
    TooLarge,
    UnknownType,
    Algorithm,
    SignatureInvalid,
    UnknownIssuer,
    CertificateNotYetValid,
    CertificateExpired,
    CertificateRevoked,
    CrlStale,
    RoleNotIssuable,
    TimeUncertain,
    Withdrawn,
    NotYetValid,
    Expired,
    WrongPack,
    WrongHardware,
    WrongState,
    TheftLocked,
    WrongCharter,
    VersionRollback,
    VersionJump,
    StaleBase,
    AboveSiliconLimit,
    Prohibited,
    OutsideCharter,
    LaxerThanCharter,
    OutsidePolicy,
    StepTooLarge,
    CrossRule,
    TooComplex,
    SignerNotAuthorised,
    AuthorIsApprover,
    SignerRepeated,
    BelowQuorum,
    WouldLockOut,
    // From here on: failures on this machine and on the way to the pack, never a pack's verdict.
    NotAnIdentifier,
    NotAQuantity,
    UnknownParameter,
    FileUnreadable,
    FileUnwritable,
    WrongPassphrase,
    KeyUnusable,
    NotSignedIn,
    DifferentDocument,
    BusUnavailable,
    PackUnreachable,
    TransferFailed,
    NegativeResponse,
    UnexpectedAnswer,
    ReceiptInvalid,
    TrustContradicted, ///< a pack shows something else than what is pinned of it; a person decides
    FingerprintNeeded, ///< cannot be proved here: a person compares fingerprints first
    ExchangeUnavailable, ///< the database that companies share is out of reach
    ExchangeRefused, ///< it is none, has another version, or does not let this login do it
    AuditDamaged,
    AuditUnwritable,
    Cancelled,
    Internal,
};

constexpr int refusalReasonCount = static_cast<int>(Code::WouldLockOut) + 1;

/// The stable word of a code ("below-quorum"), for files, logs, the wire and --json. Never translated.
QLatin1String codeName(Code code);
std::optional<Code> codeFromName(const QString &name);

/// A failure: its code, and a detail that names the thing concerned (a serial, a seat, an OpenSSL text).
/// The detail is data, not a sentence. It is shown and recorded, and never compared: what a screen tells apart beyond
/// the code is a reason, a value of a type of the layer that found it (an enum class, so that a switch over it names
/// every value). Files, the audit and the wire carry code and detail alone.
struct Error
{
    Code code = Code::Internal;
    QString detail;
    std::any reason = {};

    /// The reason, where it is of this type; else null.
    template <typename Reason> const Reason *as() const { return std::any_cast<Reason>(&reason); }
    template <typename Reason> bool is(const Reason &wanted) const
    {
        const Reason *held = as<Reason>();
        return held && *held == wanted;
    }
    /// The same failure with the place where it happened in front of the detail: "PLACE: DETAIL".
    Error at(const QString &place) const;
    /// The same failure as who called means it.
    Error withCode(Code meant) const { return {meant, detail, reason}; }
    bool operator==(const Error &other) const { return code == other.code && detail == other.detail; }
};

/// Either a value or an Error. Result<> carries no value. It is no truth value: a Result<bool> that says no is ok().
template <typename T = std::monostate> class [[nodiscard]] Result final
{
public:
    Result(T value)
        : m_content(std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::move(error))
    {
    }
    Result(Code code, QString detail = {}, std::any reason = {})
        : m_content(Error{code, std::move(detail), std::move(reason)})
    {
    }
    static Result success() requires std::is_same_v<T, std::monostate> { return Result(std::monostate{}); }

    bool ok() const { return std::holds_alternative<T>(m_content); }
    /// Only when ok().
    const T &value() const & { return std::get<T>(m_content); }
    T &value() & { return std::get<T>(m_content); }
    T &&value() && { return std::get<T>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &std::get<T>(m_content); }
    /// Only when not ok().
    const Error &error() const { return std::get<Error>(m_content); }
    Code code() const { return error().code; }

private:
    std::variant<T, Error> m_content;
};

} // namespace packwarden
