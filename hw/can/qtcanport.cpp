// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/qtcanport.h"

#include "models/core/base/filename.h"

#include <QCanBus>
#include <QCanBusDeviceInfo>
#include <QFile>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

#include <algorithm>

namespace packwarden {

namespace {

constexpr quint16 virtualCanPort = 35468; // the plugin's default

constexpr int usualDataBitRate = 2'000'000; ///< of CAN FD, for interfaces whose rates are not set by the system

const QString socketCan = QStringLiteral("socketcan");

/// What Linux says of a network interface; empty if there is none.
QByteArray systemFact(const QString &interface, const char *fact)
{
    QFile file(QStringLiteral("/sys/class/net/%1/%2").arg(interface, QLatin1String(fact)));
    return isFileName(interface) && file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// What keeps an interface of SocketCAN from carrying frames; empty if nothing.
QString interfaceTrouble(const QString &interface)
{
    constexpr uint up = 1; // IFF_UP
    const QByteArray flags = systemFact(interface, "flags");
    if (flags.isEmpty())
        return QStringLiteral("there is no interface %1").arg(interface);
    return (flags.toUInt(nullptr, 0) & up) ? QString() : QStringLiteral("the interface %1 is down").arg(interface);
}

/// An answer that takes longer to come, or to be said, is in no hurry.
constexpr int hurryMilliseconds = 1000;

/// The hub sends each frame by itself, and holds the next one back until the one before is acknowledged; the system
/// acknowledges after 40 ms where nothing else is to be said. So it is told to do it at once, which counts for once.
void acknowledge([[maybe_unused]] const QTcpSocket &socket)
{
#ifdef Q_OS_LINUX
    const int atOnce = 1;
    ::setsockopt(int(socket.socketDescriptor()), IPPROTO_TCP, TCP_QUICKACK, &atOnce, sizeof atOnce);
#endif
}

} // namespace

QtCanPort::QtCanPort(const QString &device, Hosting hosting, QObject *parent)
    : CanPort(parent)
    , m_name(device)
    , m_address(BusAddress::parse(device))
    , m_invalid(m_address.problemText())
    , m_hosting(hosting)
    , m_timeout(new QTimer(this))
    , m_watch(new QTimer(this))
{
    m_watch->setInterval(watchInterval);
    connect(m_watch, &QTimer::timeout, this, &QtCanPort::watchInterface);
    m_timeout->setSingleShot(true);
    connect(m_timeout, &QTimer::timeout, this,
        [this] { fail(m_asksForHub ? strangerListens() : QStringLiteral("no answer while connecting")); });
    if (!m_address.ok() || !m_address.isSimulated())
        return;
    const QString &place = m_address.device;
    m_server = QUrl(place.startsWith(QLatin1String("tcp://")) ? place : QStringLiteral("tcp://127.0.0.1/") + place);
    if (m_server.port() < 0)
        m_server.setPort(virtualCanPort);
    // The plugin takes numeric addresses only and would "connect" to a name for ever.
    if (m_server.host() == QLatin1String("localhost"))
        m_server.setHost(QStringLiteral("127.0.0.1"));
    const QString channel = m_server.path().mid(1);
    if (QHostAddress(m_server.host()).isNull())
        m_invalid = QStringLiteral("the server of a virtualcan must be a numeric address");
    else if (channel != QLatin1String("can0") && channel != QLatin1String("can1"))
        m_invalid = QStringLiteral("a virtualcan has the channels can0 and can1 only");
}

QtCanPort::~QtCanPort()
{
    dropDevice();
}

bool QtCanPort::isSimulated(const QString &device)
{
    return BusAddress::parse(device).isSimulated();
}

void QtCanPort::open()
{
    if (state() == State::Opening || state() == State::Open)
        return;
    setState(State::Opening);
    m_timeout->start(openTimeout);
    if (!m_invalid.isEmpty()) {
        QTimer::singleShot(0, this, [this] { fail(m_invalid); });
        return;
    }
    if (!m_address.isSimulated()) {
        QTimer::singleShot(0, this, &QtCanPort::connectDevice);
        return;
    }
    m_probe = new QTcpSocket(this);
    connect(m_probe, &QTcpSocket::connected, this, [this] {
        if (m_hosting == Hosting::Allowed) {
            connectDevice();
            return;
        }
        // A hub ends the connection of who says goodbye, and says nothing itself.
        m_asksForHub = true;
        m_probe->write("disconnect:" + m_server.path().mid(1).toLatin1() + '\n');
    });
    connect(m_probe, &QTcpSocket::readyRead, this, [this] { fail(strangerListens()); });
    connect(m_probe, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (m_hosting == Hosting::Allowed || (m_asksForHub && error == QAbstractSocket::RemoteHostClosedError))
            connectDevice();
        else
            fail(QStringLiteral("nothing listens at %1:%2").arg(m_server.host()).arg(m_server.port()));
    });
    m_probe->connectToHost(QHostAddress(m_server.host()), quint16(m_server.port()));
}

QString QtCanPort::strangerListens() const
{
    return QStringLiteral("what listens at %1:%2 is no hub of a simulated bus")
        .arg(m_server.host())
        .arg(m_server.port());
}

void QtCanPort::connectDevice()
{
    if (state() != State::Opening || m_device)
        return;
    if (m_probe) {
        m_probe->disconnect(this);
        m_probe->abort();
        m_probe->deleteLater();
        m_probe = nullptr;
        m_asksForHub = false;
    }
    if (const QString trouble = m_address.plugin == socketCan ? interfaceTrouble(m_address.device) : QString();
        !trouble.isEmpty()) {
        fail(trouble);
        return;
    }
    QString error;
    m_device = QCanBus::instance()->createDevice(
        m_address.plugin, m_address.isSimulated() ? m_server.toString() : m_address.device, &error);
    if (!m_device) {
        fail(error);
        return;
    }
    m_device->setParent(this);
    connect(m_device, &QCanBusDevice::framesReceived, this, &QtCanPort::readFrames);
    connect(m_device, &QCanBusDevice::stateChanged, this, &QtCanPort::deviceStateChanged);
    connect(m_device, &QCanBusDevice::errorOccurred, this, [this](QCanBusDevice::CanBusError code) {
        // A refused write is told by send(); what was read wrongly is lost, and the counters tell.
        if (code == QCanBusDevice::ConnectionError || code == QCanBusDevice::ConfigurationError)
            fail(m_device->errorString());
    });
    configure();
    QCanBusDevice *device = m_device;
    if (!device->connectDevice() && m_device == device)
        fail(device->errorString());
    else
        deviceStateChanged();
}

void QtCanPort::configure()
{
    const QString channel = m_address.isSimulated() ? m_server.path().mid(1) : m_address.device;
    const auto devices = QCanBus::instance()->availableDevices(m_address.plugin);
    m_hasFd = std::any_of(devices.begin(), devices.end(),
        [&](const QCanBusDeviceInfo &info) { return info.name() == channel && info.hasFlexibleDataRate(); });
    if (m_address.bitRate > 0)
        m_device->setConfigurationParameter(QCanBusDevice::BitRateKey, m_address.bitRate);
    // Without it these two do not even hear CAN FD frames, and with it nothing else changes. Other interfaces are set
    // up anew by it, which is for the user to say.
    const bool harmless = m_address.plugin == socketCan || m_address.isSimulated();
    if (!m_hasFd || !(harmless || m_address.fd))
        return;
    m_device->setConfigurationParameter(QCanBusDevice::CanFdKey, true);
    if (!harmless)
        m_device->setConfigurationParameter(
            QCanBusDevice::DataBitRateKey, m_address.dataBitRate > 0 ? m_address.dataBitRate : usualDataBitRate);
}

void QtCanPort::deviceStateChanged()
{
    if (!m_device)
        return;
    if (m_device->state() == QCanBusDevice::ConnectedState && state() == State::Opening) {
        m_timeout->stop();
        if (m_address.plugin == socketCan) {
            m_index = systemFact(m_address.device, "ifindex");
            m_watch->start();
        }
        hurry();
        setState(State::Open);
    } else if (m_device->state() == QCanBusDevice::UnconnectedState && state() == State::Open) {
        fail(QStringLiteral("disconnected"));
    }
}

/// Without it a simulated bus stands still for 40 ms at most answers. Who only listens hears frames by the dozen, which
/// wakes the program less often.
void QtCanPort::hurry()
{
    auto *socket = m_address.isSimulated() ? m_device->findChild<QTcpSocket *>() : nullptr;
    if (!socket)
        return;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        if (m_sent.isValid() && !m_sent.hasExpired(hurryMilliseconds))
            acknowledge(*socket);
    });
}

void QtCanPort::watchInterface()
{
    if (const QString trouble = interfaceTrouble(m_address.device); !trouble.isEmpty())
        fail(trouble);
    else if (systemFact(m_address.device, "ifindex") != m_index)
        fail(QStringLiteral("the interface %1 was taken away and is another one now").arg(m_address.device));
}

void QtCanPort::readFrames()
{
    if (m_device && state() == State::Open)
        deliver(m_device->readAllFrames());
}

bool QtCanPort::send(const QCanBusFrame &frame)
{
    // writeFrame() says yes to an invalid frame, and takes frames before it is connected.
    if (state() != State::Open || !m_device || !acceptable(frame) || !m_device->writeFrame(frame))
        return false;
    m_sent.start();
    return true;
}

int QtCanPort::burst() const
{
    // SocketCAN refuses at once what its queue has no room for; the others swallow it, or delay it.
    constexpr int asTheQueueTakes = 64;
    return m_address.plugin == socketCan ? asTheQueueTakes : usualBurst;
}

std::optional<BitRates> QtCanPort::bitRates() const
{
    if (state() != State::Open)
        return std::nullopt;
    if (m_address.plugin == socketCan)
        return bitRatesOf(m_address.device);
    // Other plugins are told the rate, or have one that they were made with.
    const int nominal = m_device->configurationParameter(QCanBusDevice::BitRateKey).toInt();
    const int data = m_hasFd ? m_device->configurationParameter(QCanBusDevice::DataBitRateKey).toInt() : 0;
    return nominal > 0 ? std::optional(BitRates{nominal, data}) : std::nullopt;
}

void QtCanPort::close()
{
    dropDevice();
    setState(State::Closed);
}

void QtCanPort::fail(const QString &detail)
{
    if (state() != State::Opening && state() != State::Open)
        return;
    dropDevice();
    setState(State::Failed, detail);
}

void QtCanPort::dropDevice()
{
    m_asksForHub = false;
    m_timeout->stop();
    m_watch->stop();
    if (m_probe) {
        m_probe->disconnect(this);
        m_probe->abort();
        m_probe->deleteLater();
        m_probe = nullptr;
    }
    if (m_device) {
        m_device->disconnect(this);
        m_device->disconnectDevice();
        m_device->deleteLater();
        m_device = nullptr;
    }
}

} // namespace packwarden
