// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/impostor.h"

#include "hw/can/qtcanport.h"
#include "hw/isotp/isotpsocket.h"

#include <QElapsedTimer>
#include <QQueue>
#include <QTimer>

namespace packwarden::test {

namespace {

class TwistedNode final : public QObject
{
public:
    TwistedNode(const QString &bus, TestPack &pack, Impostor::Twist twist, QObject *parent)
        : QObject(parent)
        , m_pack(pack)
        , m_twist(std::move(twist))
        , m_port(bus)
        , m_socket(m_port, IsoTpSocket::pack(quint8(pack.pack->node())))
    {
        m_since.start();
        connect(&m_socket, &IsoTpSocket::received, this, &TwistedNode::receive);
        connect(&m_socket, &IsoTpSocket::sendFinished, this, &TwistedNode::sendNext);
        connect(&m_tick, &QTimer::timeout, this, [this] {
            for (const QCanBusFrame &frame : m_pack.pack->advance(m_since.elapsed()))
                m_port.send(frame);
        });
        m_tick.start(100);
        m_port.open();
    }

private:
    void receive(const QByteArray &request)
    {
        if (m_socket.isSending() || !m_answers.isEmpty())
            return;
        sim::UdsServer &uds = m_pack.pack->uds();
        QList<QByteArray> answers = uds.receive(request, false, m_since.elapsed());
        while (uds.hasWork())
            answers += uds.work(m_since.elapsed());
        m_answers.append(m_twist ? m_twist(request, answers) : answers);
        sendNext();
    }
    void sendNext()
    {
        if (!m_answers.isEmpty() && !m_socket.isSending())
            m_socket.send(m_answers.dequeue());
    }

    TestPack &m_pack;
    Impostor::Twist m_twist;
    QtCanPort m_port;
    IsoTpSocket m_socket;
    QElapsedTimer m_since;
    QTimer m_tick;
    QQueue<QByteArray> m_answers;
};

} // namespace

Impostor::Impostor(const QString &bus, std::unique_ptr<TestPack> pack, Twist twist)
    : m_pack(std::move(pack))
    , m_home(new QObject)
{
    m_home->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_home, [&] { new TwistedNode(bus, *m_pack, std::move(twist), m_home); }, Qt::BlockingQueuedConnection);
}

Impostor::~Impostor()
{
    QMetaObject::invokeMethod(
        m_home, [this] { delete m_home; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace packwarden::test
