// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/jobbook.h"

#include "models/core/base/filename.h"
#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/support/damagedfile.h"
#include "models/support/storemodes.h"

#include <QCborArray>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <limits>

namespace packwarden {

namespace {

using L1 = QLatin1String;

const QString ending = QStringLiteral(".job");

/// Of what was heard, what the report says; the age is of a clock that has ended since.
QCborMap heardToCbor(const PackTelemetry &heard)
{
    QCborArray temperatures;
    for (const int value : heard.temperaturesMilliCelsius)
        temperatures.append(value);
    QCborArray cells;
    for (const CellReading &cell : heard.cells)
        cells.append(QCborArray{cell.valid ? QCborValue(cell.millivolts) : QCborValue(), cell.microohms});
    return {{L1("heard"), heard.heardAt != 0}, {L1("state"), heard.state}, {L1("soc"), heard.socMilliPercent},
        {L1("soh"), heard.sohMilliPercent}, {L1("voltage"), heard.packMillivolts}, {L1("minCell"), heard.minCell},
        {L1("minVoltage"), heard.minCellMillivolts}, {L1("maxCell"), heard.maxCell},
        {L1("maxVoltage"), heard.maxCellMillivolts}, {L1("temperatures"), temperatures},
        {L1("faults"), heard.activeFaults}, {L1("known"), int(heard.known)}, {L1("cells"), cells}};
}

/// Each: millivolts, null where there was no reading; microohms. Jobs of former versions have none.
QList<CellReading> cellsFromCbor(cbor::MapReader &reader)
{
    constexpr int mostCells = 255;
    constexpr qint64 most = std::numeric_limits<int>::max();
    QList<CellReading> cells;
    for (const QCborValue &value : reader.optional(L1("cells")).toArray()) {
        const QCborArray pair = value.toArray();
        const qint64 millivolts = pair.at(0).toInteger(-1);
        const qint64 microohms = pair.at(1).toInteger(-1);
        if (pair.size() != 2 || cells.size() == mostCells || millivolts > most || microohms < 0 || microohms > most) {
            reader.fail(QStringLiteral("cells"));
            return {};
        }
        CellReading cell;
        cell.valid = millivolts >= 0;
        cell.millivolts = cell.valid ? int(millivolts) : 0;
        cell.microohms = int(microohms);
        cells.append(cell);
    }
    return cells;
}

PackTelemetry heardFromCbor(cbor::MapReader &reader)
{
    const auto integer = [&reader](L1 key) {
        return int(reader.integer(key, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    };
    PackTelemetry heard;
    heard.heardAt = reader.boolean(L1("heard")) ? 1 : 0;
    heard.state = reader.text(L1("state"));
    heard.socMilliPercent = integer(L1("soc"));
    heard.sohMilliPercent = integer(L1("soh"));
    heard.packMillivolts = integer(L1("voltage"));
    heard.minCell = integer(L1("minCell"));
    heard.minCellMillivolts = integer(L1("minVoltage"));
    heard.maxCell = integer(L1("maxCell"));
    heard.maxCellMillivolts = integer(L1("maxVoltage"));
    for (const QCborValue &value : reader.array(L1("temperatures")))
        heard.temperaturesMilliCelsius.append(int(value.toInteger()));
    heard.activeFaults = integer(L1("faults"));
    // Jobs of former versions do not say what had come: all of it, as their reports say.
    constexpr PackFigures all = PackFigure::State | PackFigure::Charge | PackFigure::Health | PackFigure::Voltage
        | PackFigure::LowestCell | PackFigure::HighestCell | PackFigure::FaultCount;
    const QCborValue known = reader.optional(L1("known"));
    heard.known = known.isInteger() ? PackFigures::fromInt(PackFigures::Int(known.toInteger()))
        : heard.heardAt != 0        ? all
                                    : PackFigures();
    heard.cells = cellsFromCbor(reader);
    return heard;
}

} // namespace

QByteArray OpenJob::encode() const
{
    QCborArray files;
    for (const QString &file : recordings)
        files.append(file);
    return cbor::encode(QCborMap{{L1("serial"), serial.text()}, {L1("openedAt"), openedAt}, {L1("base"), base},
        {L1("before"), before}, {L1("heard"), heardToCbor(heard)}, {L1("recordings"), files}, {L1("words"), words},
        {L1("opener"), opener}, {L1("openerParty"), openerParty}, {L1("customer"), order.customer},
        {L1("vehicle"), order.vehicle}, {L1("order"), order.number}});
}

Result<OpenJob> OpenJob::decode(const QByteArray &bytes)
{
    const auto value = cbor::decode(bytes);
    if (!value.ok())
        return value.error();
    cbor::MapReader reader(*value);
    OpenJob job;
    job.serial = reader.id<PackSerial>(L1("serial"));
    job.openedAt = reader.integer(L1("openedAt"));
    job.base = reader.text(L1("base"));
    job.before = reader.bytes(L1("before"));
    cbor::MapReader heard(reader.map(L1("heard")));
    job.heard = heardFromCbor(heard);
    if (auto rest = heard.finish(); !rest.ok())
        reader.fail(rest.error().detail);
    for (const QCborValue &file : reader.array(L1("recordings")))
        job.recordings.append(file.toString());
    job.words = reader.text(L1("words"), longestWords);
    job.opener = reader.text(L1("opener"));
    job.openerParty = reader.text(L1("openerParty"));
    for (const auto &[key, text] : {std::pair(L1("customer"), &job.order.customer), {L1("vehicle"), &job.order.vehicle},
             {L1("order"), &job.order.number}})
        *text = reader.optional(key).toString().left(JobOrder::longest);
    if (!isFileName(job.base) || !std::all_of(job.recordings.begin(), job.recordings.end(), isFileName))
        reader.fail(QStringLiteral("file name"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return job;
}

JobBook::JobBook(const QString &storeFolder)
    : m_folder(storeFolder + QStringLiteral("/jobs"))
{
}

QString JobBook::fileOf(const PackSerial &serial) const
{
    return m_folder + u'/' + serial.text() + ending;
}

QString JobBook::lockOf(const PackSerial &serial) const
{
    storemodes::makeFolder(m_folder);
    return m_folder + u'/' + serial.text() + QStringLiteral(".lock");
}

Result<> JobBook::keep(const OpenJob &job) const
{
    storemodes::makeFolder(m_folder);
    return wholefile::write(fileOf(job.serial), job.encode(), wholefile::Readers::OwnerOnly);
}

bool JobBook::has(const PackSerial &serial) const
{
    return QFile::exists(fileOf(serial));
}

Result<OpenJob> JobBook::find(const PackSerial &serial) const
{
    const auto bytes = wholefile::read(fileOf(serial), maxBytes);
    if (!bytes.ok())
        return bytes.error();
    auto job = OpenJob::decode(*bytes);
    if (job.ok() && job->serial != serial)
        return {Code::WrongPack, job->serial.text()};
    return job;
}

QList<PackSerial> JobBook::packs() const
{
    QList<PackSerial> all;
    for (const QString &name : QDir(m_folder).entryList({u'*' + ending}, QDir::Files, QDir::Name)) {
        if (const auto serial = PackSerial::parse(name.chopped(ending.size())); serial.ok())
            all.append(*serial);
    }
    return all;
}

void JobBook::remove(const PackSerial &serial) const
{
    QFile::remove(fileOf(serial));
}

Result<QString> JobBook::setAside(const PackSerial &serial) const
{
    return damagedfile::setAside(fileOf(serial));
}

} // namespace packwarden
