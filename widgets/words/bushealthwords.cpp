// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/bushealthwords.h"

#include <QLocale>

#include <algorithm>

namespace packwarden {

namespace {

QString percent(qint64 permille)
{
    return QLocale().toString(double(permille) / 10, 'f', permille < 100 ? 1 : 0);
}

QString hex(quint32 number, int digits)
{
    return QStringLiteral("%1").arg(number, digits, 16, QLatin1Char('0')).toUpper();
}

QString identifier(quint32 id)
{
    return hex(id, id > 0x7FF ? 8 : 3);
}

} // namespace

BusFigures BusHealthWords::told(BusFigures figures, const BusState &bus)
{
    if (bus.interfaceName.startsWith(QLatin1String("replay:"))) {
        figures.troubles.removeIf([](const BusTrouble &trouble) {
            return trouble.kind == BusTrouble::Kind::NeverOpened || trouble.kind == BusTrouble::Kind::InterfaceGone
                || trouble.kind == BusTrouble::Kind::NothingHeard;
        });
    }
    return figures;
}

Status BusHealthWords::status(const BusTrouble &trouble)
{
    switch (trouble.level()) {
    case BusTrouble::Level::Alarm:
        return Status::Alarm;
    case BusTrouble::Level::Warning:
        return Status::Warning;
    case BusTrouble::Level::Note:
        return Status::Information;
    }
    return Status::Neutral;
}

Status BusHealthWords::status(const BusNow &bus)
{
    const BusTrouble *worst = bus.figures.worst();
    return worst ? status(*worst) : Sentences::busStatus(bus.state);
}

QString BusHealthWords::brief(const BusNow &bus)
{
    const BusTrouble *worst = bus.figures.worst();
    return worst ? brief(*worst) : Sentences::bus(bus.state);
}

int BusHealthWords::foremost(const QList<BusNow> &buses)
{
    const auto weight = [](const BusNow &bus) {
        switch (status(bus)) {
        case Status::Alarm:
            return 3;
        case Status::Warning:
            return 2;
        case Status::Waiting:
            return 1;
        default:
            return 0;
        }
    };
    const auto found = std::max_element(buses.begin(), buses.end(),
        [&weight](const BusNow &one, const BusNow &other) { return weight(one) < weight(other); });
    return int(found - buses.begin());
}

QString BusHealthWords::name(const BusState &bus)
{
    return bus.interfaceName.section(u'/', -1);
}

QString BusHealthWords::pack(const BusTrouble &trouble)
{
    return trouble.serial.isEmpty() ? tr("node %1").arg(hex(trouble.who, 2)) : trouble.serial;
}

QString BusHealthWords::brief(const BusTrouble &trouble)
{
    switch (trouble.kind) {
    case BusTrouble::Kind::NeverOpened:
        return tr("Bus does not open");
    case BusTrouble::Kind::InterfaceGone:
        return tr("Interface gone");
    case BusTrouble::Kind::HubGone:
        return tr("Simulated bus gone");
    case BusTrouble::Kind::BusOff:
        return tr("Controller is bus-off");
    case BusTrouble::Kind::Babbling:
        return tr("Id %1 babbles, %2 % load").arg(identifier(trouble.who), percent(trouble.count));
    case BusTrouble::Kind::Overloaded:
        return tr("Bus overloaded, %1 %").arg(percent(trouble.count));
    case BusTrouble::Kind::NothingHeard:
        return tr("Bus is silent");
    case BusTrouble::Kind::ErrorPassive:
        return tr("Controller is error passive");
    case BusTrouble::Kind::NodeSilent:
        return tr("No word from %1").arg(pack(trouble));
    case BusTrouble::Kind::ErrorFrames:
        return tr("%n error frame(s)", nullptr, int(trouble.count));
    case BusTrouble::Kind::FramesLost:
        return tr("%n frame(s) lost", nullptr, int(trouble.count));
    case BusTrouble::Kind::FramesInvalid:
        return tr("%n malformed frame(s)", nullptr, int(trouble.count));
    case BusTrouble::Kind::WritesRefused:
        return tr("Interface sends nothing");
    case BusTrouble::Kind::FramesLate:
        return tr("%n frame(s) late", nullptr, int(trouble.count));
    case BusTrouble::Kind::SameTester:
        return tr("Another console is here");
    case BusTrouble::Kind::ForeignTester:
        return tr("Another tester is here");
    }
    return {};
}

Sentence BusHealthWords::sentence(const BusTrouble &trouble)
{
    switch (trouble.kind) {
    case BusTrouble::Kind::NeverOpened:
        return {trouble.detail.isEmpty() ? tr("The bus could not be opened.")
                                         : tr("The bus could not be opened: %1.").arg(trouble.detail),
            tr("Choose another one, or mend this; it is tried again every second.")};
    case BusTrouble::Kind::InterfaceGone:
        return {tr("The CAN interface went down or was unplugged."),
            tr("Plug it in or bring it up; the bus is opened again by itself, every second.")};
    case BusTrouble::Kind::HubGone:
        return {tr("The program that hosts the simulated bus has ended."),
            tr("Start the simulator again; this console comes back by itself.")};
    case BusTrouble::Kind::BusOff:
        return {tr("The CAN controller has left the bus after too many errors."),
            tr("Check wiring, termination and bit rate, then restart the interface.")};
    case BusTrouble::Kind::Babbling:
        return {tr("Frames of identifier %1 take most of the bus, which is %2 % full. Others hardly get through.")
                    .arg(identifier(trouble.who), percent(trouble.count)),
            tr("Find the node that sends them and take it off the bus.")};
    case BusTrouble::Kind::Overloaded:
        return {tr("The bus is %1 % full. Frames come late, and transfers may break off.").arg(percent(trouble.count)),
            tr("Take nodes off the bus before you deliver anything.")};
    case BusTrouble::Kind::NothingHeard:
        return {tr("The interface is open, but nothing arrives."),
            tr("Check cable, termination and bit rate, and whether a pack is powered.")};
    case BusTrouble::Kind::ErrorPassive:
        return {tr("The CAN controller counts many errors; a few more, and it leaves the bus."),
            tr("Check wiring, termination and bit rate.")};
    case BusTrouble::Kind::NodeSilent:
        return {tr("%1 was here and is not heard any more. What is shown of it is old.").arg(pack(trouble)),
            tr("Check its plug and supply, if it was not taken away.")};
    case BusTrouble::Kind::ErrorFrames:
        return {tr("%n error frame(s) in the last ten seconds.", nullptr, int(trouble.count)),
            tr("Check wiring and termination.")};
    case BusTrouble::Kind::FramesLost:
        return {tr("%n frame(s) of the packs did not arrive in the last ten seconds.", nullptr, int(trouble.count)),
            tr("Some values may be older than they look.")};
    case BusTrouble::Kind::FramesInvalid:
        return {tr("%n frame(s) in the last ten seconds are not what a pack sends. They were not used.", nullptr,
                    int(trouble.count)),
            tr("Another node may use identifiers of the packs.")};
    case BusTrouble::Kind::WritesRefused:
        return {tr("The interface takes no frame to send. Perhaps no other node is on the bus to acknowledge one."),
            tr("Check cable and termination, and whether a pack is powered.")};
    case BusTrouble::Kind::FramesLate:
        return {tr("%n frame(s) came later than after twice their cycle in the last ten seconds.", nullptr,
                    int(trouble.count)),
            tr("The bus or this computer is busy.")};
    case BusTrouble::Kind::SameTester:
        return {tr("Another console asks packs on this bus, under this console's address (F1)."),
            tr("Each waits for the other; one after the other is quicker.")};
    case BusTrouble::Kind::ForeignTester:
        return {tr("A tester with the address %1 talks with packs on this bus.").arg(hex(trouble.who, 2)),
            tr("Ask who it is, if you do not know.")};
    }
    return {};
}

QString BusHealthWords::counted(qint64 total, const BusFigures &figures, BusTrouble::Kind kind)
{
    if (total == 0)
        return tr("none");
    qint64 recent = 0;
    for (const BusTrouble &trouble : figures.troubles)
        recent = trouble.kind == kind ? trouble.count : recent;
    const QString number = QLocale().toString(total);
    return recent > 0 ? tr("%1, of them %2 in the last ten seconds").arg(number, QLocale().toString(recent)) : number;
}

QList<std::pair<QString, QString>> BusHealthWords::figures(const BusFigures &figures)
{
    using Kind = BusTrouble::Kind;
    const QLocale locale;
    QStringList testers;
    for (const BusTrouble &trouble : figures.troubles) {
        if (trouble.kind == Kind::SameTester)
            testers.append(tr("a console (%1)").arg(hex(trouble.who, 2)));
        else if (trouble.kind == Kind::ForeignTester)
            testers.append(hex(trouble.who, 2));
    }
    QString controller;
    switch (figures.controller) {
    case BusFigures::Controller::Active:
        break;
    case BusFigures::Controller::Warning:
        controller = tr("; the controller warns of many");
        break;
    case BusFigures::Controller::Passive:
        controller = tr("; the controller is error passive");
        break;
    case BusFigures::Controller::BusOff:
        controller = tr("; the controller is bus-off");
        break;
    }
    const QString outages = figures.outages == 0 ? tr("none")
        : figures.lastOutage > 0
        ? tr("%1; the last one that is over took %2 s")
              .arg(locale.toString(figures.outages), locale.toString(double(figures.lastOutage) / 1000, 'f', 1))
        : locale.toString(figures.outages);
    const QString load = figures.rateIsKnown
        ? tr("%1 % of %2 kbit/s; %3 % at most")
        : tr("%1 % of the %2 kbit/s that are assumed, as the interface tells no rate; %3 % at most");
    return {{tr("Load"),
                load.arg(percent(figures.loadPermille), locale.toString(figures.bitRate / 1000),
                    percent(figures.peakPermille))},
        {tr("Frames"),
            tr("%1 a second; %2 heard, %3 sent")
                .arg(locale.toString(figures.framesPerSecond), locale.toString(figures.heard),
                    locale.toString(figures.sent))},
        {tr("Lost"), counted(figures.lost, figures, Kind::FramesLost)},
        {tr("Late"), counted(figures.late, figures, Kind::FramesLate)},
        {tr("Malformed"), counted(figures.invalid, figures, Kind::FramesInvalid)},
        {tr("Error frames"), counted(figures.errorFrames, figures, Kind::ErrorFrames) + controller},
        {tr("Held back"), counted(figures.refused, figures, Kind::WritesRefused)},
        {tr("Other testers"), testers.isEmpty() ? tr("none") : testers.join(QStringLiteral(", "))},
        {tr("Interruptions"), outages}};
}

} // namespace packwarden
