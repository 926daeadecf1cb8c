// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/papertable.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>

#include <cmath>
#include <memory>
#include <numeric>
#include <utility>

namespace packwarden::papertable {

namespace {

constexpr int manyColumns = 5;
constexpr double points = 8;
constexpr double marginMillimetres = 12;
constexpr int resolution = 300;
constexpr QRgb lineColor = 0xffb8bdc6;
constexpr QRgb headColor = 0xffeceef2;

QPageLayout layoutOf(const Paper &paper)
{
    return QPageLayout(QPageSize(QPageSize::A4),
        paper.heads.size() > manyColumns ? QPageLayout::Landscape : QPageLayout::Portrait,
        QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres), QPageLayout::Millimeter);
}

/// A table on pages: its head stands on each of them, and no row is cut by the end of one, as long as a page can hold
/// it.
class Sheets final
{
public:
    Sheets(QPagedPaintDevice &device, const Paper &paper)
        : m_device(device)
        , m_paper(paper)
        , m_painter(&device)
        , m_width(device.width())
        , m_padding(device.logicalDpiX() * paddingPoints / pointsOfInch)
    {
    }

    void draw()
    {
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPointSizeF(points);
        use(font);
        chooseWidths();
        // Where the longest words are too wide together, all is set smaller.
        while (m_longest > m_width && font.pointSizeF() > fewestPoints) {
            font.setPointSizeF(font.pointSizeF() - 0.5);
            use(font);
            chooseWidths();
        }
        drawTitle();
        drawRow(m_paper.heads, true);
        for (const QStringList &row : m_paper.rows)
            addRow(row);
        drawFoot();
    }

private:
    static constexpr double paddingPoints = 2;
    static constexpr double pointsOfInch = 72;
    static constexpr double fewestPoints = 5;

    void use(const QFont &font)
    {
        m_font = font;
        m_bold = font;
        m_bold.setWeight(QFont::Bold);
        m_line = QFontMetricsF(m_font, &m_device).lineSpacing();
        m_bottom = m_device.height() - 2 * m_line;
    }

    /// As wide as the words want. Where that is too much, heads are broken first, and then what is longer than its
    /// longest word gives way.
    void chooseWidths()
    {
        QList<double> whole; // with the head on one line
        QList<double> body; // its longest word alone
        QList<double> word;
        const auto widen = [this](double &width, const QString &text, const QFont &font) {
            width = std::max(width, QFontMetricsF(font, &m_device).horizontalAdvance(text) + 2 * m_padding);
        };
        for (qsizetype column = 0; column < m_paper.heads.size(); ++column) {
            double longest = 0;
            double line = 0;
            for (const QString &each : m_paper.heads.at(column).split(u' '))
                widen(longest, each, m_bold);
            for (const QStringList &row : m_paper.rows) {
                widen(line, row.value(column), m_font);
                for (const QString &each : row.value(column).split(u' '))
                    widen(longest, each, m_font);
            }
            word.append(longest);
            body.append(std::max(line, longest));
            whole.append(body.constLast());
            widen(whole.last(), m_paper.heads.at(column), m_bold);
        }
        const auto sum = [](const QList<double> &of) {
            return std::accumulate(of.begin(), of.end(), 0.0);
        };
        m_longest = sum(word);
        const QList<double> &wish = sum(whole) <= m_width ? whole : body;
        const double wanted = sum(wish);
        m_widths.clear();
        for (qsizetype column = 0; column < wish.size(); ++column) {
            const double more = wish.at(column) - word.at(column);
            m_widths.append(wanted <= m_width ? wish.at(column) + (m_width - wanted) / double(wish.size())
                    : m_longest >= m_width    ? word.at(column) * m_width / m_longest
                                              : word.at(column) + (m_width - m_longest) * more / (wanted - m_longest));
        }
    }

    double heightOf(const QStringList &row, const QFont &font) const
    {
        double height = m_line;
        for (qsizetype column = 0; column < m_widths.size(); ++column)
            height = std::max(height,
                QFontMetricsF(font, &m_device)
                    .boundingRect(QRectF(0, 0, m_widths.at(column) - 2 * m_padding, tall), how, row.value(column))
                    .height());
        return height + 2 * m_padding;
    }

    void drawTitle()
    {
        QFont large = m_bold;
        large.setPointSizeF(14);
        for (const auto &[text, font] : {std::pair(m_paper.title, large), std::pair(m_paper.note, m_font)}) {
            m_painter.setFont(font);
            const QRectF place = m_painter.boundingRect(QRectF(0, m_top, m_width, tall), how, text);
            m_painter.drawText(place, how, text);
            m_top += place.height() + m_padding;
        }
        m_top += m_padding;
    }

    void drawRow(const QStringList &row, bool isHead, double skipped = 0)
    {
        const QFont &font = isHead ? m_bold : m_font;
        const double height = heightOf(row, font) - skipped;
        const QRectF place(0, m_top, m_width, std::min(height, m_bottom - m_top));
        if (isHead)
            m_painter.fillRect(place, QColor(headColor));
        m_painter.setFont(font);
        m_painter.setPen(Qt::black);
        m_painter.setClipRect(place);
        double left = 0;
        for (qsizetype column = 0; column < m_widths.size(); ++column) {
            m_painter.drawText(
                QRectF(left + m_padding, m_top + m_padding - skipped, m_widths.at(column) - 2 * m_padding, tall), how,
                row.value(column));
            left += m_widths.at(column);
        }
        m_painter.setClipping(false);
        m_painter.setPen(QPen(QColor(lineColor), 0));
        m_painter.drawLine(place.bottomLeft(), place.bottomRight());
        m_top += place.height();
    }

    void addRow(const QStringList &row)
    {
        const double height = heightOf(row, m_font);
        if (m_top + height > m_bottom)
            newPage();
        double skipped = 0;
        // Higher than a page: by whole lines.
        while (m_top + height - skipped > m_bottom) {
            const double room = std::max(1.0, std::floor((m_bottom - m_top - m_padding) / m_line)) * m_line + m_padding;
            const double bottom = std::exchange(m_bottom, m_top + room);
            drawRow(row, false, skipped);
            m_bottom = bottom;
            skipped += room;
            newPage();
        }
        drawRow(row, false, skipped);
    }

    void newPage()
    {
        drawFoot();
        m_device.newPage();
        ++m_page;
        m_top = 0;
        drawRow(m_paper.heads, true);
    }

    void drawFoot()
    {
        const QRectF foot(0, m_device.height() - m_line, m_width, m_line);
        m_painter.setFont(m_font);
        m_painter.setPen(Qt::black);
        m_painter.drawText(foot, Qt::AlignLeft, maker());
        m_painter.drawText(foot, Qt::AlignRight, QString::number(m_page));
    }

    static constexpr double tall = 1e6;
    static constexpr int how = int(Qt::TextWordWrap) | int(Qt::AlignLeft) | int(Qt::AlignTop);
    QPagedPaintDevice &m_device;
    const Paper &m_paper;
    QPainter m_painter;
    const double m_width;
    const double m_padding;
    QFont m_font;
    QFont m_bold;
    QList<double> m_widths;
    double m_longest = 0; ///< the longest words of the columns beside each other
    double m_line = 0;
    double m_top = 0;
    double m_bottom = 0;
    int m_page = 1;
};

} // namespace

QString maker()
{
    return QStringLiteral("Packwarden %1").arg(QCoreApplication::applicationVersion()).trimmed();
}

Result<> writePdf(const Paper &paper, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {Code::FileUnwritable, path};
    {
        QPdfWriter writer(&file);
        writer.setTitle(paper.title);
        writer.setCreator(maker());
        writer.setPageLayout(layoutOf(paper));
        writer.setResolution(resolution);
        Sheets(writer, paper).draw();
    }
    return file.commit() ? Result<>::success() : Result<>{Code::FileUnwritable, path};
}

void print(const Paper &paper, QWidget *parent)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(paper.title);
    printer->setPageLayout(layoutOf(paper));
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [printer, paper] { Sheets(*printer, paper).draw(); });
    QObject::connect(dialog, &QObject::destroyed, [printer] {}); // the dialog uses it until it is gone
    dialog->open();
}

} // namespace packwarden::papertable
