// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/papertable.h"

#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <memory>

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

void fill(QTextDocument &page, const Paper &paper)
{
    // Wide tables are set smaller, so that no word is broken.
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(paper.heads.size() > 2 * manyColumns ? points - 2 : points);
    page.setDefaultFont(font);
    QTextCursor cursor(&page);
    QTextCharFormat plain;
    plain.setFont(font);
    QTextCharFormat bold = plain;
    bold.setFontWeight(QFont::Bold);
    QTextCharFormat large = bold;
    large.setFontPointSize(14);
    cursor.insertText(paper.title, large);
    cursor.insertBlock();
    cursor.insertText(paper.note, plain);
    QTextTableFormat format;
    format.setHeaderRowCount(1);
    format.setBorder(0.5);
    format.setBorderBrush(QColor(lineColor));
    format.setBorderCollapse(true);
    format.setCellPadding(2);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QTextTable *table = cursor.insertTable(int(paper.rows.size()) + 1, int(paper.heads.size()), format);
    const auto set = [&](int row, int column, const QString &text, const QTextCharFormat &as) {
        QTextTableCell cell = table->cellAt(row, column);
        cell.firstCursorPosition().insertText(text, as);
        if (row == 0) {
            QTextCharFormat shade = cell.format();
            shade.setBackground(QColor(headColor));
            cell.setFormat(shade);
        }
    };
    for (int column = 0; column < paper.heads.size(); ++column)
        set(0, column, paper.heads.at(column), bold);
    for (int row = 0; row < paper.rows.size(); ++row) {
        for (int column = 0; column < paper.rows.at(row).size(); ++column)
            set(row + 1, column, paper.rows.at(row).at(column), plain);
    }
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(maker(), plain);
}

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
        QTextDocument page;
        fill(page, paper);
        page.print(&writer);
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
    QObject::connect(dialog, &QDialog::accepted, parent, [printer, paper] {
        QTextDocument page;
        fill(page, paper);
        page.print(printer.get());
    });
    QObject::connect(dialog, &QObject::destroyed, [printer] {}); // the dialog uses it until it is gone
    dialog->open();
}

} // namespace packwarden::papertable
