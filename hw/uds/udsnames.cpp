// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/udsnames.h"

#include <algorithm>
#include <iterator>

namespace packwarden {

namespace {

struct Name
{
    quint8 number;
    const char *word;
};

constexpr Name services[] = {{0x10, "DiagnosticSessionControl"}, {0x11, "ECUReset"},
    {0x14, "ClearDiagnosticInformation"}, {0x19, "ReadDTCInformation"}, {0x22, "ReadDataByIdentifier"},
    {0x23, "ReadMemoryByAddress"}, {0x24, "ReadScalingDataByIdentifier"}, {0x27, "SecurityAccess"},
    {0x28, "CommunicationControl"}, {0x29, "Authentication"}, {0x2A, "ReadDataByPeriodicIdentifier"},
    {0x2C, "DynamicallyDefineDataIdentifier"}, {0x2E, "WriteDataByIdentifier"},
    {0x2F, "InputOutputControlByIdentifier"}, {0x31, "RoutineControl"}, {0x34, "RequestDownload"},
    {0x35, "RequestUpload"}, {0x36, "TransferData"}, {0x37, "RequestTransferExit"}, {0x38, "RequestFileTransfer"},
    {0x3D, "WriteMemoryByAddress"}, {0x3E, "TesterPresent"}, {0x84, "SecuredDataTransmission"},
    {0x85, "ControlDTCSetting"}, {0x86, "ResponseOnEvent"}, {0x87, "LinkControl"}};

constexpr Name negatives[] = {{0x10, "generalReject"}, {0x11, "serviceNotSupported"}, {0x12, "subFunctionNotSupported"},
    {0x13, "incorrectMessageLengthOrInvalidFormat"}, {0x14, "responseTooLong"}, {0x21, "busyRepeatRequest"},
    {0x22, "conditionsNotCorrect"}, {0x24, "requestSequenceError"}, {0x25, "noResponseFromSubnetComponent"},
    {0x26, "failurePreventsExecutionOfRequestedAction"}, {0x31, "requestOutOfRange"}, {0x33, "securityAccessDenied"},
    {0x34, "authenticationRequired"}, {0x50, "certificateVerificationFailedInvalidTimePeriod"},
    {0x51, "certificateVerificationFailedInvalidSignature"}, {0x52, "certificateVerificationFailedInvalidChainOfTrust"},
    {0x53, "certificateVerificationFailedInvalidType"}, {0x54, "certificateVerificationFailedInvalidFormat"},
    {0x55, "certificateVerificationFailedInvalidContent"}, {0x56, "certificateVerificationFailedInvalidScope"},
    {0x57, "certificateVerificationFailedInvalidCertificate"}, {0x58, "ownershipVerificationFailed"},
    {0x59, "challengeCalculationFailed"}, {0x70, "uploadDownloadNotAccepted"}, {0x71, "transferDataSuspended"},
    {0x72, "generalProgrammingFailure"}, {0x73, "wrongBlockSequenceCounter"},
    {0x78, "requestCorrectlyReceivedResponsePending"}, {0x7E, "subFunctionNotSupportedInActiveSession"},
    {0x7F, "serviceNotSupportedInActiveSession"}};

template <std::size_t Count> QString nameOf(quint8 number, const Name (&names)[Count])
{
    const auto it
        = std::find_if(std::begin(names), std::end(names), [&](const Name &name) { return name.number == number; });
    return it == std::end(names) ? QString() : QString::fromLatin1(it->word);
}

constexpr quint8 negative = 0x7F;
constexpr quint8 positiveBit = 0x40;
constexpr quint8 responsePending = 0x78; // the answer comes later: no refusal

} // namespace

QString udsServiceName(quint8 service)
{
    return nameOf(service, services);
}

QString udsNegativeName(quint8 code)
{
    return nameOf(code, negatives);
}

bool isUdsPending(const QByteArray &message)
{
    return message.size() == 3 && quint8(message.at(0)) == negative && quint8(message.at(2)) == responsePending;
}

bool isUdsRefusal(const QByteArray &message)
{
    return message.size() == 3 && quint8(message.at(0)) == negative && !isUdsPending(message);
}

QString describeUds(const QByteArray &message)
{
    constexpr qsizetype most = 24;
    if (message.isEmpty())
        return {};
    const quint8 first = quint8(message.at(0));
    const bool refused = first == negative && message.size() == 3;
    // A positive answer has the service's number with this bit: those of requests never have it.
    const quint8 service = refused ? quint8(message.at(1)) : first & ~positiveBit;
    QString text = udsServiceName(service);
    if (text.isEmpty())
        text = QStringLiteral("service %1").arg(service, 2, 16, QLatin1Char('0'));
    if (isUdsPending(message)) {
        text += QStringLiteral(" pending");
    } else if (refused) {
        const quint8 code = quint8(message.at(2));
        const QString why = udsNegativeName(code);
        text += QStringLiteral(" refused: ")
            + (why.isEmpty() ? QStringLiteral("%1").arg(code, 2, 16, QLatin1Char('0')) : why);
    }
    text += QStringLiteral("  ") + QString::fromLatin1(message.left(most).toHex(' ').toUpper());
    if (message.size() > most)
        text += QStringLiteral(" ... %1 bytes").arg(message.size());
    return text;
}

} // namespace packwarden
