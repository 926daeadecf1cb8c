// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/tour/manualpictures.h"

#include "tests/system/tour/person.h"
#include "widgets/window/mainwindow.h"

#include <QFile>
#include <QPixmap>
#include <QRegularExpression>

#include <cstdlib>

namespace packwarden::tour {

namespace {

constexpr QSize size{1040, 650}; ///< of a window in the manual
constexpr QSize coarse{52, 32}; ///< in which pictures are compared: figures that move do not count
constexpr int restingTurns = 8;

QString fileOf(const QString &name)
{
    return name + QStringLiteral(".png");
}

double difference(const QImage &left, const QImage &right)
{
    const auto seen = [](const QImage &image) {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    };
    const QImage a = seen(left);
    const QImage b = seen(right);
    double sum = 0;
    for (int y = 0; y < coarse.height(); ++y) {
        for (int x = 0; x < coarse.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    return sum / (coarse.width() * coarse.height());
}

} // namespace

ManualPictures::ManualPictures(const QDir &pages, const QDir &taken)
    : m_pages(pages)
    , m_taken(taken)
{
    static const QRegularExpression shown(QStringLiteral("\\]\\(pictures/([a-z-]+)\\.png\\)"));
    for (const QString &page : pages.entryList({QStringLiteral("*.md")}, QDir::Files)) {
        QFile file(pages.filePath(page));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto found = shown.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext())
            m_names.insert(found.next().captured(1));
    }
    m_taken.mkpath(QStringLiteral("."));
}

QStringList ManualPictures::missing() const
{
    return (m_names - m_seen).values();
}

double ManualPictures::take(QWidget &widget, const QString &name)
{
    const QSize before = widget.size();
    const auto rest = [] {
        int turns = 0;
        until([&turns] { return ++turns > restingTurns; });
    };
    if (qobject_cast<MainWindow *>(&widget)) {
        widget.resize(size);
        rest();
    }
    const QImage now = widget.grab().toImage();
    if (widget.size() != before) {
        widget.resize(before);
        rest();
    }
    m_seen.insert(name);
    now.save(m_taken.filePath(fileOf(name)));
    const QImage shown(m_pages.filePath(QStringLiteral("pictures/") + fileOf(name)));
    return shown.isNull() ? 255 : difference(now, shown);
}

} // namespace packwarden::tour
