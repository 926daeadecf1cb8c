// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

/// Negative response codes of ISO 14229-1:2020, Annex A.1, as the pack gives them.
namespace packwarden::sim::nrc {

inline constexpr quint8 none = 0x00;
inline constexpr quint8 serviceNotSupported = 0x11;
inline constexpr quint8 subFunctionNotSupported = 0x12;
inline constexpr quint8 incorrectLength = 0x13;
inline constexpr quint8 responseTooLong = 0x14;
inline constexpr quint8 busyRepeatRequest = 0x21;
inline constexpr quint8 conditionsNotCorrect = 0x22;
inline constexpr quint8 requestSequenceError = 0x24;
inline constexpr quint8 requestOutOfRange = 0x31;
inline constexpr quint8 accessDenied = 0x33;
inline constexpr quint8 authenticationRequired = 0x34;
inline constexpr quint8 invalidValidity = 0x50; ///< 50 to 57: of a certificate, one per cause
inline constexpr quint8 invalidSignature = 0x51;
inline constexpr quint8 invalidChain = 0x52;
inline constexpr quint8 invalidType = 0x53;
inline constexpr quint8 invalidFormat = 0x54;
inline constexpr quint8 invalidContent = 0x55;
inline constexpr quint8 invalidScope = 0x56;
inline constexpr quint8 certificateRevoked = 0x57;
inline constexpr quint8 ownershipFailed = 0x58;
inline constexpr quint8 challengeFailed = 0x59;
inline constexpr quint8 generalProgrammingFailure = 0x72;
inline constexpr quint8 wrongBlockSequenceCounter = 0x73;
inline constexpr quint8 responsePending = 0x78;
inline constexpr quint8 subFunctionNotInSession = 0x7E;
inline constexpr quint8 serviceNotInSession = 0x7F;

} // namespace packwarden::sim::nrc
