// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Our ISO-TP beside the kernel's on one machine and bus: one JSON line per figure (guest.sh).

#include "hw/can/qtcanport.h"
#include "hw/isotp/isotpsocket.h"
#include "tests/bench/figure.h"
#include "tests/vcan/kernelpeer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace packwarden;
using namespace packwarden::vcan;

namespace {

constexpr Ends console{0x18DA55F1, 0x18DAF155};
constexpr Ends pack{0x18DAF155, 0x18DA55F1};
constexpr int rounds = 15;

void must(bool good, const char *what)
{
    if (!good)
        qFatal("%s", what);
}

struct Row
{
    const char *name;
    bool fd;
    int there;
    int back;
    quint32 pace; ///< of the answering end: nanoseconds from frame to frame; 0: as fast as its kernel likes
};

/// A frame of 8 bytes on a wire of 500 kbit/s, and one of 64 at 500 kbit/s and 2 Mbit/s.
constexpr quint32 classicPace = 270'000;
constexpr quint32 fdPace = 370'000;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// A request of so many bytes, answered by a request of so many: milliseconds, of the kernel's ISO-TP at both ends.
double kernelRound(const Row &row)
{
    KernelResponder responder(
        "vcan0", pack, row.fd, [&](const QByteArray &) { return QByteArray(row.back, 'b'); }, row.pace);
    const KernelIsoTp asker("vcan0", console, row.fd);
    must(responder.isOpen() && asker.isOpen(), "kernel ISO-TP");
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        must(asker.send(QByteArray(row.there, 'a')), "kernel send");
        must(asker.receive(10'000).size() == row.back, "kernel receive");
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return median(times);
}

/// The same with our ISO-TP at the asking end.
double ourRound(const Row &row)
{
    KernelResponder responder(
        "vcan0", pack, row.fd, [&](const QByteArray &) { return QByteArray(row.back, 'b'); }, row.pace);
    must(responder.isOpen(), "kernel ISO-TP");
    QtCanPort port(row.fd ? QStringLiteral("socketcan:vcan0?fd") : QStringLiteral("socketcan:vcan0"));
    QEventLoop loop;
    QTimer::singleShot(60'000, &loop, [] { qFatal("no answer"); });
    QObject::connect(&port, &CanPort::stateChanged, &loop, [&] {
        must(port.state() != CanPort::State::Failed, "port");
        if (port.state() == CanPort::State::Open)
            loop.quit();
    });
    port.open();
    loop.exec();
    IsoTpSocket asker(port, IsoTpSocket::console(0x55));
    std::vector<double> times;
    QElapsedTimer timer;
    const auto ask = [&] {
        timer.start();
        must(asker.send(QByteArray(row.there, 'a')), "send");
    };
    QObject::connect(&asker, &IsoTpSocket::sendFinished, &loop,
        [](isotp::NResult result) { must(result == isotp::NResult::Ok, "sent"); });
    QObject::connect(&asker, &IsoTpSocket::receiveFailed, &loop,
        [](isotp::NResult result) { qFatal("received: %s", isotp::resultName(result).data()); });
    QObject::connect(&asker, &IsoTpSocket::received, &loop, [&](const QByteArray &message) {
        must(message.size() == row.back, "received");
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (times.size() == rounds)
            loop.quit();
        else
            QTimer::singleShot(0, &loop, ask);
    });
    ask();
    loop.exec();
    return median(times);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("qt.canbus*=false"));
    for (const Row &row :
        {Row{"ISO-TP, 3 bytes answered by 4", false, 3, 4, 0}, Row{"ISO-TP, 4095 bytes sent", false, 4095, 4, 0},
            Row{"ISO-TP, 4095 bytes received at the pace of 500 kbit/s", false, 3, 4095, classicPace},
            Row{"ISO-TP, 4095 bytes received at once", false, 3, 4095, 0},
            Row{"ISO-TP, CAN FD, 4095 bytes sent", true, 4095, 4, 0},
            Row{"ISO-TP, CAN FD, 4095 bytes received at the pace of 500 kbit/s and 2 Mbit/s", true, 3, 4095, fdPace},
            Row{"ISO-TP, CAN FD, 4095 bytes received at once", true, 3, 4095, 0}}) {
        const double theirs = kernelRound(row);
        const double ours = ourRound(row);
        bench::print(row.name, ours, "ms", "ISO-TP of the kernel", ours / theirs, 1);
    }
    return 0;
}
