// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/manualwindow.h"

#include "widgets/kit/parts.h"

#include <QBoxLayout>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextTable>

#include <algorithm>

namespace packwarden {

namespace {

constexpr char contents[] = "index";
constexpr int pictureWidth = 78 * grid; ///< the column of text, in a list as well

/// Pages whose pictures are as wide as the column. They are scaled here, as a text view does it without smoothing.
class Pages final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int type, const QUrl &name) override
    {
        const QVariant loaded = QTextBrowser::loadResource(type, name);
        QImage picture;
        if (type != QTextDocument::ImageResource || !picture.loadFromData(loaded.toByteArray()))
            return loaded;
        const int width = qRound(pictureWidth * devicePixelRatioF());
        if (picture.width() > width)
            picture = picture.scaledToWidth(width, Qt::SmoothTransformation);
        picture.setDevicePixelRatio(std::max(1.0, double(picture.width()) / pictureWidth));
        return picture;
    }
};

/// What Markdown says nothing of: room around headings and in the cells of tables, and lines between them.
void layOut(QTextDocument &document, const QColor &line)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setTopMargin(level > 0 ? (level == 1 ? 0 : 2 * grid) : format.topMargin());
        format.setBottomMargin(level > 0 ? grid : grid * 0.75);
        format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setCellPadding(grid * 0.75);
            format.setCellSpacing(0);
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setBorderBrush(line);
            format.setBottomMargin(grid);
            table->setFormat(format);
        }
    }
}

} // namespace

QString ManualWindow::folderOf(const QString &language)
{
    const QString folder = QStringLiteral(":/manual/%1").arg(language);
    return QStringLiteral("qrc") + (QFile::exists(folder) ? folder : QStringLiteral(":/manual/en"));
}

ManualWindow::ManualWindow(QWidget *parent)
    : QDialog(parent)
    , m_text(new Pages(this))
    , m_search(new QLineEdit(this))
{
    setObjectName(QStringLiteral("manualWindow"));
    setWindowTitle(tr("Manual"));
    setModal(false);
    m_contents = makeButton(tr("Contents"), nullptr, nullptr, this);
    m_contents->setObjectName(QStringLiteral("manualContents"));
    m_back = makeButton(tr("Back"), nullptr, nullptr, this);
    m_back->setObjectName(QStringLiteral("manualBack"));
    for (QPushButton *button : {m_contents, m_back})
        button->setAutoDefault(false);
    m_search->setObjectName(QStringLiteral("manualSearch"));
    m_search->setPlaceholderText(tr("Find on this page"));
    m_search->setAccessibleName(tr("Find on this page"));
    m_search->setClearButtonEnabled(true);
    m_text->setObjectName(QStringLiteral("manualText"));
    m_text->setAccessibleName(tr("Page of the manual"));
    m_text->setOpenExternalLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(3 * grid);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, grid, 0, 0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(2 * grid, 0, 2 * grid, 0);
    row->addWidget(m_contents);
    row->addWidget(m_back);
    row->addStretch();
    row->addWidget(m_search);
    column->addLayout(row);
    column->addWidget(m_text, 1);

    connect(m_contents, &QPushButton::clicked, this, [this] { openPage(QLatin1String(contents)); });
    connect(m_back, &QPushButton::clicked, m_text, &QTextBrowser::backward);
    connect(m_text, &QTextBrowser::backwardAvailable, m_back, &QPushButton::setEnabled);
    connect(m_text, &QTextBrowser::sourceChanged, this, &ManualWindow::showPlace);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(false); });
    connect(m_search, &QLineEdit::textEdited, this, [this] {
        m_text->moveCursor(QTextCursor::Start);
        find(false);
    });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, [this] { m_search->setFocus(); });
    connect(new QShortcut(QKeySequence::FindNext, this), &QShortcut::activated, this, [this] { find(false); });
    connect(new QShortcut(QKeySequence::FindPrevious, this), &QShortcut::activated, this, [this] { find(true); });
    m_back->setEnabled(false);
    m_text->setFocus();
    resize(92 * grid, 88 * grid);
}

void ManualWindow::openPage(const QString &page)
{
    const QString language = QLocale().name().section(u'_', 0, 0);
    m_text->setSource(QUrl(QStringLiteral("%1/%2.md").arg(folderOf(language), page)), QTextDocument::MarkdownResource);
}

void ManualWindow::showPlace()
{
    layOut(*m_text->document(), palette().color(QPalette::Mid));
    m_text->moveCursor(QTextCursor::Start);
    m_contents->setEnabled(m_text->source().fileName() != QLatin1String("index.md"));
}

void ManualWindow::find(bool backwards)
{
    if (m_search->text().isEmpty())
        return;
    const QTextDocument::FindFlags flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_text->find(m_search->text(), flags))
        return;
    // From the other end, once.
    m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    m_text->find(m_search->text(), flags);
}

} // namespace packwarden
