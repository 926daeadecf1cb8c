// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/vcan/kernelpeer.h"

#include <linux/can.h>
#include <linux/can/isotp.h>
#include <net/if.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace packwarden::vcan {

KernelIsoTp::KernelIsoTp(const char *interface, const Ends &ends, bool fd, quint32 nanoseconds)
{
    m_socket = ::socket(PF_CAN, SOCK_DGRAM | SOCK_CLOEXEC, CAN_ISOTP);
    can_isotp_options options{};
    options.flags = CAN_ISOTP_TX_PADDING | CAN_ISOTP_WAIT_TX_DONE;
    options.txpad_content = 0xCC;
    options.frame_txtime = nanoseconds;
    can_isotp_ll_options link{};
    link.mtu = fd ? CANFD_MTU : CAN_MTU;
    link.tx_dl = fd ? CANFD_MAX_DLEN : CAN_MAX_DLEN;
    sockaddr_can address{};
    address.can_family = AF_CAN;
    address.can_ifindex = int(if_nametoindex(interface));
    address.can_addr.tp.tx_id = ends.transmitId | CAN_EFF_FLAG;
    address.can_addr.tp.rx_id = ends.receiveId | CAN_EFF_FLAG;
    const bool good = m_socket >= 0 && address.can_ifindex > 0
        && ::setsockopt(m_socket, SOL_CAN_ISOTP, CAN_ISOTP_OPTS, &options, sizeof options) == 0
        && ::setsockopt(m_socket, SOL_CAN_ISOTP, CAN_ISOTP_LL_OPTS, &link, sizeof link) == 0
        && ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    if (good)
        return;
    m_why = QStringLiteral("ISO-TP of the kernel: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

KernelIsoTp::~KernelIsoTp()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

bool KernelIsoTp::send(const QByteArray &message) const
{
    return ::write(m_socket, message.constData(), size_t(message.size())) == message.size();
}

QByteArray KernelIsoTp::receive(int milliseconds) const
{
    pollfd ready{m_socket, POLLIN, 0};
    if (::poll(&ready, 1, milliseconds) != 1)
        return {};
    QByteArray buffer(8300, Qt::Uninitialized);
    const auto size = ::read(m_socket, buffer.data(), size_t(buffer.size()));
    return size > 0 ? buffer.left(size) : QByteArray();
}

KernelResponder::KernelResponder(const char *interface, const Ends &ends, bool fd, Answer answer, quint32 nanoseconds)
    : m_socket(interface, ends, fd, nanoseconds)
    , m_answer(std::move(answer))
{
    if (!m_socket.isOpen())
        return;
    m_thread = std::thread([this] {
        constexpr int pollMilliseconds = 50;
        while (!m_stop) {
            const QByteArray request = m_socket.receive(pollMilliseconds);
            if (!request.isEmpty())
                m_socket.send(m_answer(request));
        }
    });
}

KernelResponder::~KernelResponder()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace packwarden::vcan
