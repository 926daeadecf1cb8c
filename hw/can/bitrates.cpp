// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/bitrates.h"

#include <linux/can/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <limits>

namespace packwarden {

namespace {

constexpr int longestAnswer = 32 * 1024;

/// The content of the first attribute of this type; empty where there is none, or none that is whole.
QByteArrayView attribute(QByteArrayView attributes, int type)
{
    while (attributes.size() >= qsizetype(sizeof(rtattr))) {
        rtattr head{};
        std::memcpy(&head, attributes.data(), sizeof head);
        if (head.rta_len < sizeof head || head.rta_len > attributes.size())
            return {};
        if ((head.rta_type & NLA_TYPE_MASK) == type)
            return attributes.sliced(sizeof head, qsizetype(head.rta_len - sizeof head));
        attributes = attributes.sliced(std::min<qsizetype>(RTA_ALIGN(head.rta_len), attributes.size()));
    }
    return {};
}

/// 0 where the system says nothing, or nothing that can be a rate.
int rateIn(QByteArrayView timing)
{
    can_bittiming content{};
    if (timing.size() < qsizetype(sizeof content))
        return 0;
    std::memcpy(&content, timing.data(), sizeof content);
    return content.bitrate <= quint32(std::numeric_limits<int>::max()) ? int(content.bitrate) : 0;
}

class Socket final
{
public:
    Socket()
        : m_number(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE))
    {
        // The kernel answers at once; a question must not hang all the same.
        const timeval patience{0, 200'000};
        if (m_number >= 0)
            setsockopt(m_number, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~Socket()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Socket)

    QByteArray ask(const void *question, size_t size) const
    {
        if (m_number < 0 || ::send(m_number, question, size, 0) != ssize_t(size))
            return {};
        QByteArray answer(longestAnswer, Qt::Uninitialized);
        const ssize_t heard = ::recv(m_number, answer.data(), size_t(answer.size()), 0);
        return heard > 0 ? answer.first(heard) : QByteArray();
    }

private:
    int m_number;
};

} // namespace

std::optional<BitRates> bitRatesIn(const QByteArray &answer)
{
    nlmsghdr head{};
    constexpr qsizetype before = NLMSG_LENGTH(sizeof(ifinfomsg));
    if (answer.size() < before)
        return std::nullopt;
    std::memcpy(&head, answer.constData(), sizeof head);
    if (head.nlmsg_type != RTM_NEWLINK || head.nlmsg_len < before || head.nlmsg_len > answer.size())
        return std::nullopt;
    const QByteArrayView attributes = QByteArrayView(answer).first(qsizetype(head.nlmsg_len)).sliced(before);
    const QByteArrayView link = attribute(attributes, IFLA_LINKINFO);
    if (attribute(link, IFLA_INFO_KIND) != QByteArrayView("can\0", 4))
        return std::nullopt;
    const QByteArrayView data = attribute(link, IFLA_INFO_DATA);
    const BitRates rates{rateIn(attribute(data, IFLA_CAN_BITTIMING)), rateIn(attribute(data, IFLA_CAN_DATA_BITTIMING))};
    return rates.nominal > 0 ? std::optional(rates) : std::nullopt;
}

std::optional<BitRates> bitRatesOf(const QString &interface)
{
    const QByteArray name = interface.toLocal8Bit();
    if (name.isEmpty() || name.size() >= IFNAMSIZ)
        return std::nullopt;
    struct
    {
        nlmsghdr head;
        ifinfomsg link;
        rtattr attribute;
        char name[IFNAMSIZ];
    } question{};
    question.head.nlmsg_len = sizeof question;
    question.head.nlmsg_type = RTM_GETLINK;
    question.head.nlmsg_flags = NLM_F_REQUEST;
    question.link.ifi_family = AF_UNSPEC;
    question.attribute.rta_type = IFLA_IFNAME;
    question.attribute.rta_len = sizeof question.attribute + sizeof question.name;
    std::memcpy(question.name, name.constData(), size_t(name.size()));
    return bitRatesIn(Socket().ask(&question, sizeof question));
}

} // namespace packwarden
