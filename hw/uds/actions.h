// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/base/milli.h"

#include <QByteArray>

#include <optional>

/// The requests that change something by one key, as PackLink::act takes them: without their tail (hw/PROTOCOL.md).
namespace packwarden::actions {

/// number: of the parameter, as in its definition. A value that 32 bits do not hold: empty.
QByteArray setParameter(int number, Milli to);
QByteArray clearFaults();
enum class Reset : quint8 { Hard = 0x01, Soft = 0x03 };
QByteArray reset(Reset kind);
/// purpose: "drive", "charge", "feed-back"; empty bytes for another.
QByteArray activate(const QString &purpose);
QByteArray deactivate();
QByteArray selfTest();
QByteArray balance();
QByteArray isolateModule(quint8 module); ///< from 1

/// The byte of a purpose in routine 0202, and back.
std::optional<quint8> purposeByte(const QString &purpose);
QString purposeOfByte(quint8 byte); ///< empty for none

} // namespace packwarden::actions
