// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/jobreport.h"

#include "models/core/base/wholefile.h"
#include "models/core/cose/cose.h"
#include "models/core/pki/certificate.h"
#include "models/support/lookalike.h"
#include "widgets/fleet/fleetwords.h"
#include "widgets/kit/papertable.h"
#include "widgets/words/faultwords.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QImage>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

#include <algorithm>

namespace packwarden::jobreport {

namespace {

constexpr int resolution = 300; // dots per inch

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::JobReport)
};

using Row = QStringList;

/// A text cursor that writes plain text only: what packs and people wrote is never read as markup.
class Page final
{
public:
    explicit Page(QTextDocument &document)
        : m_cursor(&document)
    {
    }

    void text(const QString &words, int points = 9, bool bold = false, int above = 0)
    {
        QTextCharFormat face;
        face.setFontPointSize(points);
        face.setFontWeight(bold ? QFont::DemiBold : QFont::Normal);
        QTextBlockFormat block;
        block.setTopMargin(above);
        if (m_begun)
            m_cursor.insertBlock(block, face);
        m_cursor.setBlockFormat(block);
        m_cursor.insertText(words, face);
        m_begun = true;
    }

    void heading(const QString &words) { text(words, 12, true, 14); }

    /// As high as it may be, and no wider than a third of the page.
    void picture(const QImage &image)
    {
        constexpr int height = 48;
        constexpr int widest = 160;
        const QSize size = image.size().scaled(widest, height, Qt::KeepAspectRatio);
        const QString name = QStringLiteral("picture");
        m_cursor.document()->addResource(QTextDocument::ImageResource, QUrl(name), image);
        QTextImageFormat format;
        format.setName(name);
        format.setWidth(size.width());
        format.setHeight(size.height());
        m_cursor.insertImage(format);
        m_begun = true;
    }

    void table(const QList<Row> &rows, bool head, int points = 9)
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(3);
        format.setTopMargin(4);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        QTextTable *table = m_cursor.insertTable(int(rows.size()), int(rows.constFirst().size()), format);
        for (int row = 0; row < rows.size(); ++row) {
            for (int column = 0; column < rows.at(row).size(); ++column) {
                QTextCharFormat face;
                face.setFontPointSize(points);
                face.setFontWeight(head && row == 0 ? QFont::DemiBold : QFont::Normal);
                table->cellAt(row, column).firstCursorPosition().insertText(rows.at(row).at(column), face);
            }
        }
        m_cursor.movePosition(QTextCursor::End);
    }

private:
    QTextCursor m_cursor;
    bool m_begun = false;
};

QString decimal(qint64 milli, int digits, const QString &unit)
{
    return QStringLiteral("%1\u00A0%2").arg(QLocale().toString(double(milli) / 1000, 'f', digits), unit);
}

QString value(const StoredValue &stored, const ParameterId &id, const QList<ParameterDefinition> &units, qint64 at)
{
    const auto known = std::find_if(
        units.begin(), units.end(), [&](const ParameterDefinition &definition) { return definition.id == id; });
    return Sentences::quantity(stored.inForce(at), known == units.end() ? QString() : known->unit);
}

QString temperatures(const PackTelemetry &heard)
{
    const auto &all = heard.temperaturesMilliCelsius;
    if (all.isEmpty())
        return QStringLiteral("\u2013");
    const auto [low, high] = std::minmax_element(all.begin(), all.end());
    return Words::tr("%1 to %2")
        .arg(decimal(*low, 1, QStringLiteral("\u00B0C")), decimal(*high, 1, QStringLiteral("\u00B0C")));
}

QString resistances(const PackTelemetry &heard)
{
    qint64 sum = 0;
    int known = 0;
    int worst = 0;
    for (int cell = 1; cell <= heard.cells.size(); ++cell) {
        const int ohms = heard.cells.at(cell - 1).microohms;
        if (ohms <= 0)
            continue;
        sum += ohms;
        ++known;
        if (worst == 0 || ohms > heard.cells.at(worst - 1).microohms)
            worst = cell;
    }
    if (known == 0)
        return QStringLiteral("\u2013");
    const QString unit = QStringLiteral("m\u03A9");
    return Words::tr("mean %1; most %2, cell %3")
        .arg(decimal(sum / known, 2, unit), decimal(heard.cells.at(worst - 1).microohms, 2, unit))
        .arg(worst);
}

/// Each that was told; the number alone where the pack told no more.
QString faults(const PackTelemetry &heard)
{
    QStringList names;
    for (const FaultReading &fault : heard.faults)
        names << FaultWords::name(fault.id);
    return names.isEmpty() ? QString::number(heard.activeFaults) : names.join(QStringLiteral("; "));
}

QString parts(const Statement &statement)
{
    QStringList all;
    for (auto it = statement.components.begin(); it != statement.components.end(); ++it)
        all << QStringLiteral("%1 %2").arg(it.key(), it->id);
    return all.isEmpty() ? QStringLiteral("\u2013") : all.join(QStringLiteral(", "));
}

QList<Row> signedRows(const JobCard &card, const QList<ParameterDefinition> &units)
{
    const Statement &a = card.before.statement;
    const Statement &b = card.after.statement;
    const auto both = [](const QString &name, const QString &before, const QString &after) {
        return Row{before == after ? name : name + QStringLiteral(" *"), before, after};
    };
    QList<Row> rows{{Words::tr("Signed by the pack"), Words::tr("Before"), Words::tr("After")},
        {Words::tr("at"), format::dateTime(a.at), format::dateTime(b.at)},
        both(Words::tr("life cycle"), Names::lifeCycle(lifeCycleName(a.lifeCycle.state)),
            Names::lifeCycle(lifeCycleName(b.lifeCycle.state))),
        both(Words::tr("charter"), QString::number(a.charter.version), QString::number(b.charter.version)),
        both(Words::tr("policy"), QString::number(a.policy.version), QString::number(b.policy.version)),
        both(Words::tr("theft-lock"), a.lock.locked ? Words::tr("locked") : Words::tr("not locked"),
            b.lock.locked ? Words::tr("locked") : Words::tr("not locked")),
        both(Words::tr("paired parts"), parts(a), parts(b)),
        {Words::tr("records in its log"), QString::number(a.logCount), QString::number(b.logCount)}};
    for (const ParameterId &id : card.changedValues())
        rows.append(both(Names::parameter(id), value(a.values.value(id), id, units, a.at),
            value(b.values.value(id), id, units, b.at)));
    return rows;
}

QList<Row> heardRows(const JobCard &card)
{
    QList<Row> rows{{Words::tr("Heard on the bus, not signed"), Words::tr("Before"), Words::tr("After")}};
    const auto add = [&](const QString &name, PackFigures figures, auto &&words) {
        QStringList both;
        for (const PackTelemetry *heard : {&card.before.heard, &card.after.heard})
            both << (heard->heardAt == 0 || !heard->knows(figures) ? QStringLiteral("\u2013") : words(*heard));
        rows.append({name, both.constFirst(), both.constLast()});
    };
    using T = const PackTelemetry &;
    add(Words::tr("state"), PackFigure::State, [](T heard) { return Names::packState(heard.state); });
    add(Words::tr("charge"), PackFigure::Charge,
        [](T heard) { return decimal(heard.socMilliPercent, 1, QStringLiteral("%")); });
    add(Words::tr("health"), PackFigure::Health,
        [](T heard) { return decimal(heard.sohMilliPercent, 1, QStringLiteral("%")); });
    add(Words::tr("voltage"), PackFigure::Voltage,
        [](T heard) { return decimal(heard.packMillivolts, 1, QStringLiteral("V")); });
    add(Words::tr("lowest cell"), PackFigure::LowestCell, [](T heard) {
        return Words::tr("%1, cell %2")
            .arg(decimal(heard.minCellMillivolts, 3, QStringLiteral("V")))
            .arg(heard.minCell);
    });
    add(Words::tr("highest cell"), PackFigure::HighestCell, [](T heard) {
        return Words::tr("%1, cell %2")
            .arg(decimal(heard.maxCellMillivolts, 3, QStringLiteral("V")))
            .arg(heard.maxCell);
    });
    add(Words::tr("temperatures"), {}, temperatures);
    add(Words::tr("resistance of the cells"), {}, resistances);
    add(Words::tr("faults that last"), PackFigure::FaultCount, faults);
    return rows;
}

void writeHead(Page &on, const ShopHead &shop)
{
    const auto bytes = shop.logo.isEmpty() ? Result<QByteArray>(Code::FileUnreadable, {})
                                           : wholefile::read(shop.logo, ShopHead::longestLogo);
    if (const QImage logo = bytes.ok() ? QImage::fromData(*bytes) : QImage(); !logo.isNull())
        on.picture(logo);
    if (!shop.name.trimmed().isEmpty())
        on.text(lookalike::visible(shop.name.trimmed()), 12, true);
    for (const QString &line : shop.address.split(u'\n', Qt::SkipEmptyParts))
        on.text(lookalike::visible(line.trimmed()));
}

/// Twelve in a row, as the map of the inspector; no reading is a dash.
QList<Row> cellRows(const PackTelemetry &heard)
{
    constexpr int columns = 12;
    qint64 sum = 0;
    int known = 0;
    for (const CellReading &cell : heard.cells) {
        sum += cell.valid ? cell.millivolts : 0;
        known += cell.valid ? 1 : 0;
    }
    if (known == 0)
        return {};
    QList<Row> rows{{Words::tr("from")}};
    for (int column = 1; column <= columns; ++column)
        rows.first() << QStringLiteral("+%1").arg(column - 1);
    for (qsizetype i = 0; i < heard.cells.size(); ++i) {
        if (i % columns == 0)
            rows << Row{QString::number(i + 1)};
        const CellReading &cell = heard.cells.at(i);
        const auto deviation = qRound(cell.millivolts - double(sum) / known);
        rows.last() << (cell.valid ? QLocale().toString(deviation) : QStringLiteral("\u2013"));
    }
    while (rows.constLast().size() < columns + 1)
        rows.last() << QString();
    return rows;
}

} // namespace

void fill(QTextDocument &page, const JobCard &card, const QList<ParameterDefinition> &units)
{
    Page on(page);
    writeHead(on, card.shop);
    const Statement &before = card.before.statement;
    on.text(Words::tr("Job card: %1").arg(before.serial.text()), 18, true, card.shop == ShopHead() ? 0 : 14);
    on.text(Words::tr("%1, from %2 to %3")
                .arg(before.hardware, format::dateTime(before.at), format::dateTime(card.after.statement.at)));
    if (!card.opener.isEmpty() && (card.opener != card.person || card.openerParty != card.party))
        on.text(
            Words::tr("Opened by %1 of %2").arg(lookalike::visible(card.opener), lookalike::visible(card.openerParty)));
    if (!card.person.isEmpty())
        on.text(Words::tr("By %1 of %2").arg(lookalike::visible(card.person), lookalike::visible(card.party)));
    for (const auto &[name, text] : {std::pair(Words::tr("Customer"), card.order.customer),
             {Words::tr("Vehicle"), card.order.vehicle}, {Words::tr("Order"), card.order.number}}) {
        if (!text.trimmed().isEmpty())
            on.text(QStringLiteral("%1: %2").arg(name, lookalike::visible(text.trimmed())), 10);
    }
    on.heading(Words::tr("What was done"));
    for (const QString &line : card.words.split(u'\n'))
        on.text(lookalike::visible(line), 10);
    on.heading(Words::tr("How it was found, and how it was left"));
    on.table(signedRows(card, units), true);
    on.text(Words::tr("* differs"), 8);
    on.table(heardRows(card), true);
    for (const auto &[title, end] : {std::pair(Words::tr("Cells as they were found, mV from the mean"), &card.before),
             {Words::tr("Cells as they were left, mV from the mean"), &card.after}}) {
        if (const QList<Row> cells = cellRows(end->heard); !cells.isEmpty()) {
            on.heading(title);
            on.table(cells, true, 7);
        }
    }
    on.heading(Words::tr("Proof"));
    on.text(
        Words::tr("Both signed states carry a number that this console made a moment before, and the signature of the "
                  "pack's own key, whose certificate ends in the manufacturer's root of the charter. They lie "
                  "beside this report; what was heard on the bus is not signed."));
    on.text(Words::tr("Before: %1").arg(fingerprintText(sha256(card.before.signedBytes))));
    on.text(Words::tr("After: %1").arg(fingerprintText(sha256(card.after.signedBytes))));
    for (const QString &recording : card.recordings)
        on.text(Words::tr("Recording of the bus: %1").arg(recording));
    on.text(papertable::maker(), 8);
}

Result<> write(const JobCard &card, const QList<ParameterDefinition> &units, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {Code::FileUnwritable, path};
    {
        QPdfWriter paper(&file);
        paper.setTitle(Words::tr("Job card: %1").arg(card.before.statement.serial.text()));
        paper.setCreator(papertable::maker());
        paper.setPageSize(QPageSize(QPageSize::A4));
        paper.setPageMargins(QMarginsF()); // the document leaves 2 cm at each side by itself when it is printed
        paper.setResolution(resolution);
        QTextDocument page;
        page.setDefaultFont(QFont(QStringLiteral("DejaVu Sans"), 9));
        fill(page, card, units);
        page.print(&paper);
    }
    return file.commit() ? Result<>::success() : Result<>{Code::FileUnwritable, path};
}

} // namespace packwarden::jobreport
