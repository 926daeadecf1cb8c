// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/udsexpectation.h"

#include <algorithm>

namespace packwarden::conform {

namespace {

constexpr int all = 0b1110;
constexpr int opened = 0b1100;
constexpr int programming = 0b0100;

struct Service
{
    quint8 number;
    int sessions; ///< bits
    int minimum; ///< length
    QList<quint8> subFunctions; ///< none: it has no sub-functions
    bool isSigned = false;
};

const QList<Service> &services()
{
    static const QList<Service> list{{0x10, all, 2, {1, 2, 3}}, {0x11, all, 2, {1, 3}, true}, {0x14, all, 4, {}, true},
        {0x19, all, 2, {0x01, 0x02, 0x04, 0x06, 0x0A}}, {0x22, all, 3, {}}, {0x29, all, 2, {0x00, 0x02, 0x03, 0x08}},
        {0x2E, opened, 4, {}, true}, {0x31, opened, 4, {1, 3}}, {0x34, programming, 5, {}}, {0x35, programming, 5, {}},
        {0x36, programming, 2, {}}, {0x37, programming, 1, {}}, {0x3E, all, 2, {0x00}}};
    return list;
}

const Service *serviceOf(quint8 number)
{
    const auto it = std::find_if(
        services().begin(), services().end(), [&](const Service &service) { return service.number == number; });
    return it == services().end() ? nullptr : &*it;
}

int byteOf(const QByteArray &request, qsizetype at)
{
    return quint8(request.at(at));
}

int wordOf(const QByteArray &request, qsizetype at)
{
    return byteOf(request, at) << 8 | byteOf(request, at + 1);
}

/// Fields of two bytes of length each; their lengths, if they make up the rest exactly.
std::optional<QList<int>> fieldsFrom(const QByteArray &request, qsizetype offset)
{
    QList<int> lengths;
    while (offset < request.size()) {
        if (request.size() - offset < 2)
            return std::nullopt;
        lengths.append(wordOf(request, offset));
        offset += 2 + lengths.constLast();
    }
    return offset == request.size() ? std::optional(lengths) : std::nullopt;
}

bool readsInDetail(const QByteArray &request)
{
    for (qsizetype i = 1; i + 1 < request.size(); i += 2) {
        if (wordOf(request, i) == 0x0111 || wordOf(request, i) == 0x0112)
            return true;
    }
    return false;
}

UdsExpectation routine(const QByteArray &request, int session, bool hasRights)
{
    const bool start = (byteOf(request, 1) & 0x7F) == 1;
    const auto length = request.size();
    switch (wordOf(request, 2)) {
    case 0x0200:
        return {start ? quint8(0x12) : length != 4 ? quint8(0x13) : quint8(0x31)};
    case 0x0201:
        if (session != 2)
            return {0x31};
        return {length != (start ? 37 : 4) ? quint8(0x13) : quint8(0x24)};
    case 0x0202:
    case 0x0203:
    case 0x0220:
    case 0x0230:
    case 0x0231: // a tail does not fit so few bytes
        return {!start ? quint8(0x12) : !hasRights ? quint8(0x34) : quint8(0x13)};
    case 0x0210:
    case 0x0211:
        if (session != 2)
            return {0x31};
        if (!start)
            return {0x12};
        if (wordOf(request, 2) == 0x0211)
            return length != 4 ? UdsExpectation{0x13} : UdsExpectation{0, true, {}};
        return length == 4 ? UdsExpectation{0x13} : UdsExpectation{0, false, {0x31, 0x22}};
    case 0x0240:
        return !start ? UdsExpectation{0x12} : length != 36 ? UdsExpectation{0x13} : UdsExpectation{0, true, {}};
    default:
        return {0x31};
    }
}

UdsExpectation authentication(const QByteArray &request)
{
    switch (byteOf(request, 1) & 0x7F) {
    case 0x02: {
        const auto fields = request.size() < 3 ? std::nullopt : fieldsFrom(request, 3);
        if (!fields || fields->size() != 2 || fields->constLast() != 32)
            return {0x13};
        return byteOf(request, 2) != 0 ? UdsExpectation{0x31} : UdsExpectation{0, false, {0x21, 0x54}};
    }
    case 0x03: {
        const auto fields = fieldsFrom(request, 2);
        const bool good = fields && fields->size() == 2 && fields->constFirst() > 0 && fields->constLast() == 0;
        return {good ? quint8(0x24) : quint8(0x13)};
    }
    default:
        return request.size() == 2 ? UdsExpectation{0, true, {}} : UdsExpectation{0x13};
    }
}

UdsExpectation faults(const QByteArray &request, bool hasRights)
{
    const int report = byteOf(request, 1) & 0x7F;
    const bool detailed = report == 0x04 || report == 0x06;
    if (detailed && !hasRights)
        return {0x34};
    if (request.size() != (detailed ? 6 : report == 0x0A ? 2 : 3))
        return {0x13};
    return detailed ? UdsExpectation{0, true, {0x31}} : UdsExpectation{0, true, {}};
}

UdsExpectation reading(const QByteArray &request, bool hasRights)
{
    if (readsInDetail(request) && !hasRights)
        return {0x34};
    if (request.size() % 2 == 0 || request.size() > 1 + 2 * 16)
        return {0x13};
    return {0, true, {0x31, 0x14}};
}

} // namespace

bool hasSubFunction(quint8 service)
{
    const Service *known = serviceOf(service);
    return known && !known->subFunctions.isEmpty();
}

bool silentWhenFunctional(quint8 negative)
{
    return QByteArray::fromHex("1112317E7F").contains(char(negative));
}

UdsExpectation expectedOf(const QByteArray &request, int session, bool hasRights)
{
    const Service *service = serviceOf(quint8(request.at(0)));
    if (!service)
        return {0x11};
    if ((service->sessions >> session & 1) == 0)
        return {0x7F};
    if (request.size() < service->minimum)
        return {0x13};
    if (hasSubFunction(service->number) && !service->subFunctions.contains(quint8(byteOf(request, 1) & 0x7F)))
        return {0x12};
    if (service->isSigned) // a tail does not fit so few bytes
        return {hasRights ? quint8(0x13) : quint8(0x34)};
    switch (service->number) {
    case 0x10:
    case 0x3E:
        return request.size() == 2 ? UdsExpectation{0, true, {}} : UdsExpectation{0x13};
    case 0x19:
        return faults(request, hasRights);
    case 0x22:
        return reading(request, hasRights);
    case 0x29:
        return authentication(request);
    case 0x31:
        return routine(request, session, hasRights);
    case 0x34:
    case 0x35: {
        const int widths = (byteOf(request, 2) >> 4) + (byteOf(request, 2) & 0x0F);
        return request.size() != 3 + widths ? UdsExpectation{0x13} : UdsExpectation{0, true, {0x31, 0x22}};
    }
    case 0x36:
        return {0x24};
    default:
        return {request.size() == 1 ? quint8(0x24) : quint8(0x13)};
    }
}

} // namespace packwarden::conform
