// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/markfinder.h"

#include "tests/support/patience.h"
#include "widgets/style/theme.h"
#include "widgets/window/mainwindow.h"

#include <QPaintEngine>
#include <QTabBar>

namespace packwarden::test {

namespace {

/// Notes what is drawn, and draws nothing.
class MarkEngine final : public QPaintEngine
{
public:
    MarkEngine()
        : QPaintEngine(AllFeatures)
    {
    }
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &changed) override
    {
        if (changed.state() & DirtyBrush)
            m_brush = changed.brush();
    }
    void drawTextItem(const QPointF &, const QTextItem &item) override
    {
        // The sign may come out of another font than what follows it, and then stands alone.
        const QString text = item.text();
        if (m_waits && !text.trimmed().isEmpty()) {
            marks.last() += text.trimmed();
            m_waits = false;
        }
        if (!text.contains(shapeOf(Status::Good)))
            return;
        QString rest = text;
        rest.remove(shapeOf(Status::Good));
        marks << QStringLiteral("tick ") + rest.trimmed();
        m_waits = rest.trimmed().isEmpty();
    }
    void drawPath(const QPainterPath &) override { noteGround(); }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { noteGround(); }
    void drawRects(const QRectF *, int) override { noteGround(); }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }

    QStringList marks;
    QColor ground; ///< of good news

private:
    void noteGround()
    {
        if (m_brush.style() == Qt::SolidPattern && m_brush.color() == ground)
            marks << QStringLiteral("ground");
    }

    QBrush m_brush;
    bool m_waits = false;
};

class MarkDevice final : public QPaintDevice
{
public:
    explicit MarkDevice(const QSize &size)
        : m_size(size)
    {
    }
    QPaintEngine *paintEngine() const override { return &m_engine; }
    MarkEngine &engine() { return m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr int dotsPerInch = 96;
        constexpr int colours = 32;
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dotsPerInch;
        case PdmDepth:
            return colours;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    mutable MarkEngine m_engine;
};

QStringList painted(QWidget &widget, const QString &place)
{
    MarkDevice device(widget.size());
    device.engine().ground = tonesOf(widget.palette()).goodSoft;
    widget.render(&device);
    QStringList marks;
    for (const QString &mark : std::as_const(device.engine().marks))
        marks << place + QStringLiteral(": ") + mark;
    return marks;
}

} // namespace

QStringList marksOf(MainWindow &window)
{
    QStringList marks;
    const QMap<int, QString> pages = window.pageTitles();
    for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
        window.openPage(MainWindow::Page(page.key()));
        finishEvents();
        QTabBar *tabs = nullptr;
        for (QTabBar *bar : window.findChildren<QTabBar *>())
            tabs = bar->isVisible() ? bar : tabs;
        for (int tab = 0; tab < (tabs ? tabs->count() : 1); ++tab) {
            if (tabs)
                tabs->setCurrentIndex(tab);
            finishEvents();
            marks += painted(window, tabs ? page.value() + u'/' + tabs->tabText(tab) : page.value());
        }
    }
    return marks;
}

QStringList moreThan(QStringList marks, const QStringList &before)
{
    for (const QString &mark : before)
        marks.removeOne(mark);
    return marks;
}

} // namespace packwarden::test
