// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtEndian>

/// Numbers of services, sessions and routines (hw/PROTOCOL.md). Private to the UDS server.
namespace packwarden::sim::uds {

enum Service : quint8 {
    DiagnosticSessionControl = 0x10,
    EcuReset = 0x11,
    ClearDiagnosticInformation = 0x14,
    ReadDtcInformation = 0x19,
    ReadDataByIdentifier = 0x22,
    Authentication = 0x29,
    WriteDataByIdentifier = 0x2E,
    RoutineControl = 0x31,
    RequestDownload = 0x34,
    RequestUpload = 0x35,
    TransferData = 0x36,
    RequestTransferExit = 0x37,
    TesterPresent = 0x3E,
};

enum Session : int { DefaultSession = 1, ProgrammingSession = 2, ExtendedSession = 3 };

constexpr quint8 suppressBit = 0x80;
constexpr quint16 lastAction = 0x0200;
constexpr quint16 applyDocument = 0x0201;
constexpr quint16 identify = 0x0210;
constexpr quint16 signingRequest = 0x0211;
constexpr quint16 makeStatement = 0x0240;
constexpr quint16 sessionIdentifier = 0x0110;
constexpr quint8 startRoutine = 0x01;
constexpr quint8 requestResults = 0x03;
constexpr quint8 hardReset = 0x01;
constexpr quint8 softReset = 0x03;
constexpr int nonceSize = 32;
constexpr int maxIdentifiers = 16;
constexpr int maxMessage = 65535;

inline quint8 at(const QByteArray &bytes, int index)
{
    return quint8(bytes.at(index));
}

inline quint16 routineOf(const QByteArray &request)
{
    return qFromBigEndian<quint16>(request.constData() + 2);
}

} // namespace packwarden::sim::uds
