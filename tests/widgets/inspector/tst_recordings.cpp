// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/recordingsmodel.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/inspector/recordingsview.h"
#include "widgets/kit/parts.h"
#include "widgets/style/theme.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
}

QByteArray lines(qint64 from, int seconds)
{
    QByteArray text;
    for (int i = 0; i <= seconds; ++i)
        text += '(' + QByteArray::number(from + i) + ".000000) can0 18FF0010#0102030405060708\n";
    return text;
}

} // namespace

/// The tab of recordings: what there is, recording, playing; by mouse and by keyboard.
class RecordingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsWhatThereIs();
    void strangeFilesAreListedToo();
    void growsWhileItIsWritten();
    void recordsAndStops();
    void playsByMouseAndKeyboard();
    void drops_data();
    void drops();
    void pictures_data();
    void pictures();

private:
    QPushButton *button(const char *name) const { return m_view->findChild<QPushButton *>(QLatin1String(name)); }
    QTableView *table() const { return m_view->findChild<QTableView *>(); }
    QString path(const char *name) const
    {
        return m_folder->filePath(QStringLiteral("recordings/")) + QLatin1String(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RecordingsModel> m_model;
    std::unique_ptr<RecordingsView> m_view;
    test::StubFileChooser m_files;
};

void RecordingsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("model|QObject|Layout")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_model = std::make_unique<RecordingsModel>(m_folder->filePath(QStringLiteral("recordings")));
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_view = std::make_unique<RecordingsView>(*m_model, m_files);
    m_view->resize(900, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void RecordingsTest::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_folder.reset();
}

void RecordingsTest::listsWhatThereIs()
{
    auto *empty = m_view->findChild<QLabel *>(QStringLiteral("noRecordings"));
    QVERIFY(empty->isVisible() && !table()->isVisible());
    write(path("a.log"), lines(1'780'000'000, 75));
    write(path("b.log"), lines(1'780'001'000, 3700) + "(1780009999.0000"); // killed while it was written
    write(path("notes.txt"), "nothing");
    m_model->refresh();
    QVERIFY(!empty->isVisible() && table()->isVisible());
    QCOMPARE(m_model->rowCount(), 2);
    const auto value = [&](int row, int column) {
        return m_model->index(row, column).data(RecordingsModel::ValueRole);
    };
    QCOMPARE(value(0, RecordingsModel::FileColumn).toString(), QStringLiteral("b.log"));
    QCOMPARE(value(0, RecordingsModel::BeganColumn).toLongLong(), 1'780'001'000);
    QCOMPARE(value(1, RecordingsModel::LengthColumn).toLongLong(), 75);
    QCOMPARE(value(1, RecordingsModel::SizeColumn).toLongLong(), lines(1'780'000'000, 75).size());
    QVERIFY(QFile::remove(path("a.log")));
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 1);
}

void RecordingsTest::strangeFilesAreListedToo()
{
    write(path("empty.log"), {});
    write(path("short.log"), "(17");
    write(path("other.log"), QByteArray(5000, 'x'));
    write(path("backwards.log"), lines(2000, 0) + lines(1000, 0));
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 4);
    for (int row = 0; row < 4; ++row)
        QCOMPARE(m_model->index(row, RecordingsModel::LengthColumn).data(RecordingsModel::ValueRole).toLongLong(), 0);
}

void RecordingsTest::growsWhileItIsWritten()
{
    write(path("a.log"), lines(1'780'000'000, 5));
    m_view->setState({true, path("a.log"), 6});
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(m_model->index(0, 0).data(RecordingsModel::GrowingRole).toBool());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    write(path("a.log"), lines(1'780'000'000, 15));
    m_view->setState({true, path("a.log"), 16});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model->index(0, RecordingsModel::LengthColumn).data(RecordingsModel::ValueRole).toLongLong(), 15);
    m_view->setState({false, path("a.log"), 16});
    QCOMPARE(changed.size(), 2);
    QVERIFY(!m_model->index(0, 0).data(RecordingsModel::GrowingRole).toBool());
    m_view->setState({false, path("a.log"), 16});
    QCOMPARE(changed.size(), 2); // no news
    QCOMPARE(reset.size(), 0);
}

void RecordingsTest::recordsAndStops()
{
    QSignalSpy record(m_view.get(), &RecordingsView::recordWanted);
    QSignalSpy stop(m_view.get(), &RecordingsView::stopWanted);
    QTest::mouseClick(button("record"), Qt::LeftButton);
    QCOMPARE(record.size(), 1);
    m_view->setState({true, path("a.log"), 1234});
    QCOMPARE(button("record")->text(), QStringLiteral("Stop"));
    const auto *chip = m_view->findChild<Chip *>();
    QTRY_VERIFY(chip->width() >= chip->sizeHint().width()); // nothing of it is cut off
    button("record")->setFocus();
    QTest::keyClick(button("record"), Qt::Key_Space);
    QCOMPARE(stop.size(), 1);
    m_view->setState({false, path("a.log"), 1234});
    QCOMPARE(button("record")->text(), QStringLiteral("Record"));
    QCOMPARE(record.size(), 1);
}

void RecordingsTest::playsByMouseAndKeyboard()
{
    write(path("a.log"), lines(1'780'000'000, 75));
    write(path("b.log"), lines(1'780'001'000, 75));
    m_model->refresh();
    QSignalSpy play(m_view.get(), &RecordingsView::playWanted);
    QVERIFY(!button("playRecording")->isEnabled());
    QTest::mouseClick(button("playRecording"), Qt::LeftButton);
    QCOMPARE(play.size(), 0);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_VERIFY(button("playRecording")->isEnabled());
    const QString chosen = table()->currentIndex().data(RecordingsModel::PathRole).toString();
    QTest::mouseClick(button("playRecording"), Qt::LeftButton);
    QCOMPARE(play.size(), 1);
    QCOMPARE(play.last().first().toString(), chosen);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(play.size(), 2);
    m_files.path = QStringLiteral("/somewhere/else.log");
    QTest::mouseClick(button("playFile"), Qt::LeftButton);
    QCOMPARE(play.size(), 3);
    QCOMPARE(play.last().first().toString(), m_files.path);
}

void RecordingsTest::drops_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<bool>("plays");
    const QString log = QStringLiteral("/somewhere/else.log");
    QTest::newRow("a recording") << QStringList{log} << true;
    QTest::newRow("two") << QStringList{log, log} << false;
    QTest::newRow("something else") << QStringList{QStringLiteral("/somewhere/else.pwreq")} << false;
}

void RecordingsTest::drops()
{
    QFETCH(QStringList, paths);
    QFETCH(bool, plays);
    QSignalSpy play(m_view.get(), &RecordingsView::playWanted);
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &one : std::as_const(paths))
        urls.append(QUrl::fromLocalFile(one));
    data.setUrls(urls);
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(m_view.get(), &enter);
    QCOMPARE(enter.isAccepted(), plays);
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_view.get(), &drop);
    QCOMPARE(play.size(), plays ? 1 : 0);
    if (plays)
        QCOMPARE(play.constFirst().constFirst().toString(), paths.constFirst());
}

void RecordingsTest::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void RecordingsTest::pictures()
{
    QFETCH(bool, dark);
    const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
    const QPalette before = QApplication::palette();
    applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light, before);
    const auto save = [&](const char *name) {
        const QPixmap picture = m_view->grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty())
            picture.save(
                QStringLiteral("%1/recordings-%2-%3.png")
                    .arg(folder, QLatin1String(name), dark ? QStringLiteral("dark") : QStringLiteral("light")));
    };
    save("empty");
    write(path("20260528-204640.log"), lines(1'780'000'000, 75));
    write(path("20260528-210320.log"), lines(1'780'001'000, 3700));
    m_view->setState({true, path("20260528-210320.log"), 123'456});
    table()->selectRow(1);
    const auto *chip = m_view->findChild<Chip *>();
    QTRY_VERIFY(chip->width() >= chip->sizeHint().width());
    save("recording");
}

QTEST_MAIN(RecordingsTest)
#include "tst_recordings.moc"
