// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storedoor.h"
#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pki/signingkey.h"
#include "models/fleet/todaymodel.h"
#include "models/support/database.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustfiles.h"
#include "models/workspace/workspace.h"
#include "tests/models/support/auditvandal.h"
#include "tests/support/fixedclock.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/start/storedialog.h"
#include "widgets/style/theme.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/shell.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QProgressDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace packwarden;
using namespace packwarden::test;

/// A store that cannot be used says so in a window, with a way on. PACKWARDEN_PICTURES=FOLDER keeps pictures.
class TestStoreDoor final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    FixedClock m_clock{1'780'000'000};
    test::StubFileChooser m_files;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString store() const { return m_folder->filePath(QStringLiteral("store")); }
    QString audit() const { return store() + QStringLiteral("/audit.db"); }

    void makeStore(int records) const
    {
        auto opened = Workspace::open(store(), m_clock);
        QVERIFY(opened.ok());
        for (int i = 0; i < records; ++i)
            QVERIFY(
                (*opened)
                    ->audit()
                    .append({QStringLiteral("ann"), QStringLiteral("a"), QStringLiteral("r")},
                        {QLatin1String(auditaction::actOnPack), QString::number(i), QLatin1String(auditoutcome::done),
                            {{QLatin1String("filling"), QByteArray(900, char(i))}}})
                    .ok());
    }

    /// Opens a store of an earlier version, which is taken over in the background; given up, it is opened again.
    void takeOver(int steps, bool cancelled, const std::function<void()> &afterGivingUp,
        const std::function<void(Console &)> &afterwards)
    {
        const auto gate = door();
        QSignalSpy opened(gate.get(), &StoreDoor::opened);
        QSignalSpy left(gate.get(), &StoreDoor::left);
        gate->open();
        // The window is there at once, and counts.
        QCOMPARE(opened.count(), 0);
        QProgressDialog *progress = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == QLatin1String("storeTakeover"))
                progress = qobject_cast<QProgressDialog *>(widget);
        }
        QVERIFY(progress && progress->isVisible());
        QCOMPARE(progress->maximum(), steps);
        if (cancelled) {
            progress->cancel();
            QTRY_COMPARE(opened.count() + left.count(), 1);
            // It may have come to its end before.
            if (left.count() == 1) {
                QCOMPARE(left.constFirst().constFirst().value<Error>().code, Code::Cancelled);
                if (afterGivingUp)
                    afterGivingUp();
                gate->open();
            }
        }
        QTRY_COMPARE(opened.count(), 1);
        afterwards(*opened.first().first().value<Console *>());
    }

    /// Overwrites bytes of a file in place.
    static void spoil(const QString &path, qint64 from, qint64 bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(from));
        QVERIFY(file.write(QByteArray(int(bytes), '\xA5')) == bytes);
    }

    static StoreDialog *dialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<StoreDialog *>(widget); found && found->isVisible())
                return found;
        }
        return nullptr;
    }
    static QPushButton *button(const char *name) { return dialog()->findChild<QPushButton *>(QLatin1String(name)); }
    static void picture(const char *name) { picture(name, *dialog()); }
    static void picture(const char *name, QWidget &of)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(of.grab().save(QStringLiteral("%1/store-%2.png").arg(folder, QLatin1String(name))));
    }

    std::unique_ptr<StoreDoor> door()
    {
        ConsoleOptions options;
        options.store = store();
        return std::make_unique<StoreDoor>(options, m_clock, m_files);
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light, QPalette()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aGoodStoreAsksNothing()
    {
        makeStore(3);
        const auto gate = door();
        QSignalSpy opened(gate.get(), &StoreDoor::opened);
        gate->open();
        QCOMPARE(opened.count(), 1);
        QVERIFY(!dialog());
    }

    void whatCannotBeOpenedIsToldAndTriedAgain()
    {
        QFile file(store());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto gate = door();
        QSignalSpy opened(gate.get(), &StoreDoor::opened);
        QSignalSpy left(gate.get(), &StoreDoor::left);
        gate->open();
        QCOMPARE(opened.count(), 0);
        QVERIFY(dialog());
        QVERIFY(dialog()->findChild<QLabel *>(QStringLiteral("storeWhat"))->text().size() > 20);
        QVERIFY(!button("storeAnew")->isVisible()); // nothing is damaged
        QVERIFY(!button("storeRead")->isVisible());
        picture("file");
        QTest::mouseClick(button("storeRetry"), Qt::LeftButton);
        QCOMPARE(opened.count(), 0);
        QVERIFY(dialog());
        QTest::mouseClick(button("storeQuit"), Qt::LeftButton);
        QCOMPARE(left.count(), 1);
        QVERIFY(!dialog());
        // What was in the way is gone.
        gate->open();
        QVERIFY(QFile::remove(store()));
        QTest::mouseClick(button("storeRetry"), Qt::LeftButton);
        QCOMPARE(opened.count(), 1);
        QVERIFY(!dialog());
    }

    void anotherFolderServes()
    {
        QFile file(store());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto gate = door();
        QSignalSpy opened(gate.get(), &StoreDoor::opened);
        gate->open();
        m_files.path = m_folder->filePath(QStringLiteral("elsewhere"));
        QTest::mouseClick(button("storeOther"), Qt::LeftButton);
        QCOMPARE(opened.count(), 1);
        QVERIFY(QFile::exists(m_files.path + QStringLiteral("/audit.db")));
    }

    void anOlderStoreIsMovedOverInTheBackground_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::newRow("to its end") << false;
        QTest::newRow("given up, and gone on with") << true;
    }

    void anOlderStoreIsMovedOverInTheBackground()
    {
        QFETCH(const bool, cancelled);
        makeStore(1);
        const int packs = 300;
        QVERIFY(QDir(store()).mkpath(QStringLiteral("trust")));
        for (int i = 0; i < packs; ++i) {
            KnownPack pack;
            pack.facts.serial = PackSerial::fromTrusted(QStringLiteral("SDB-OLD-%1").arg(i));
            QFile file(QStringLiteral("%1/trust/%2.pack").arg(store(), pack.facts.serial.text()));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(trustfiles::encode(pack)) > 0);
        }
        takeOver(packs, cancelled, {},
            [packs](Console &console) { QCOMPARE(console.workspace().trust().packs().size(), packs); });
        QCOMPARE(olderPacks(store()), 0);
    }

    void anOlderAuditIsTakenOverInTheBackground_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::newRow("to its end") << false;
        QTest::newRow("given up, and begun again") << true;
    }

    void anOlderAuditIsTakenOverInTheBackground()
    {
        QFETCH(const bool, cancelled);
        const int records = 6000;
        {
            auto opened = Workspace::open(store(), m_clock);
            QVERIFY(opened.ok());
            AuditStore::Entries entries;
            for (int i = 1; i < records; ++i)
                entries.append({{},
                    {QLatin1String(auditaction::actOnPack), QStringLiteral("SDB-T-%1").arg(i % 9),
                        QLatin1String(auditoutcome::done), {}}});
            QVERIFY((*opened)->audit().appendTogether(entries).ok());
        }
        QVERIFY(vandal::makeOlder(audit(), 2));
        takeOver(
            records, cancelled, [this, records] { QCOMPARE(AuditStore::olderRecords(audit()), records); },
            [](Console &console) { QVERIFY(!console.workspace().audit().isReadOnly()); });
        QCOMPARE(AuditStore::olderRecords(audit()), 0);
    }

    void aFleetOfANewerVersionIsRefused()
    {
        makeStore(1);
        {
            const auto database = Database::open(store() + QStringLiteral("/fleet.db"), Database::Mode::ReadWrite);
            QVERIFY(database.ok() && (*database)->run(QStringLiteral("PRAGMA user_version=99")).ok());
        }
        const auto gate = door();
        QSignalSpy opened(gate.get(), &StoreDoor::opened);
        gate->open();
        QCOMPARE(opened.count(), 0);
        QVERIFY(dialog());
        QVERIFY(!button("storeAnew")->isVisible());
        QVERIFY(dialog()
                    ->findChild<QLabel *>(QStringLiteral("storeWhat"))
                    ->text()
                    .contains(QStringLiteral("newer version")));
    }

    void aDamagedAuditIsSetAside_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char *damage : {"head", "middle", "emptied", "missing", "foreign"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }

    void aDamagedAuditIsSetAside()
    {
        QFETCH(QString, damage);
        makeStore(60);
        const qint64 size = QFileInfo(audit()).size();
        if (damage == QLatin1String("head"))
            spoil(audit(), 0, 100);
        else if (damage == QLatin1String("middle"))
            spoil(audit(), 4096, size - 3 * 4096);
        else if (damage == QLatin1String("emptied"))
            QVERIFY(QFile::resize(audit(), 0));
        else if (damage == QLatin1String("missing"))
            QVERIFY(QFile::remove(audit()));
        else {
            QFile other(audit());
            QVERIFY(other.open(QIODevice::WriteOnly | QIODevice::Truncate) && other.write("no database, a diary") > 0);
        }
        const auto gate = door();
        QSignalSpy opened(gate.get(), &StoreDoor::opened);
        gate->open();
        QCOMPARE(opened.count(), 0);
        QVERIFY(dialog());
        QVERIFY(dialog()
                    ->findChild<QLabel *>(QStringLiteral("storeWhat"))
                    ->text()
                    .contains(QStringLiteral("audit is damaged")));
        picture("damaged");
        QTest::mouseClick(button("storeAnew"), Qt::LeftButton);
        QCOMPARE(opened.count(), 1);
        QVERIFY(!dialog());
        Console &console = *opened.first().first().value<Console *>();
        QVERIFY(!console.workspace().audit().isReadOnly());
        const auto records = console.workspace().audit().page({}, 0, 9);
        QVERIFY(cbor::decode(records.constLast().detail)->toMap().contains(QLatin1String("before")));
        const bool kept = !QDir(store()).entryList({QStringLiteral("audit.db.damaged-*")}).isEmpty();
        QCOMPARE(kept, damage != QLatin1String("missing"));
    }

    void damagedKnowledgeOfPacksIsTold_data()
    {
        QTest::addColumn<bool>("isDamaged");
        QTest::newRow("damaged") << true;
        QTest::newRow("whole") << false;
    }

    /// The console goes on without it, says so, and names the copy that was set aside.
    void damagedKnowledgeOfPacksIsTold()
    {
        QFETCH(const bool, isDamaged);
        makeStore(3);
        if (isDamaged) {
            QFile fleet(store() + QStringLiteral("/fleet.db"));
            QVERIFY(fleet.open(QIODevice::WriteOnly) && fleet.write(QByteArray(5000, 'x')) == 5000);
        }
        const auto gate = door();
        Console *console = nullptr;
        connect(gate.get(), &StoreDoor::opened, this, [&](Console *one) { console = one; });
        gate->open();
        QVERIFY(console);
        const TodayModel &today = console->window().shell().today();
        QList<TodayItem> told;
        QTRY_VERIFY(!isDamaged || today.rowCount() > 0);
        for (const TodayItem &item : today.items()) {
            if (item.kind == TodayItem::Kind::StoreDamaged)
                told.append(item);
        }
        QCOMPARE(told.size(), isDamaged ? 1 : 0);
        if (!isDamaged)
            return;
        QFile aside(told.constFirst().path);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), QByteArray(5000, 'x'));
        console->window().show();
        picture("fleet-damaged", console->window());
    }

    void whoGoesOnIsToldFirstOfAll()
    {
        makeStore(3);
        // Another log's id beside it: the records can be read, and no one can say that they are those of this store.
        QFile id(audit() + QStringLiteral(".id"));
        QVERIFY(id.open(QIODevice::WriteOnly) && id.write(QByteArray(32, 'a')) == 32);
        id.close();
        const auto gate = door();
        Console *console = nullptr;
        connect(gate.get(), &StoreDoor::opened, this, [&](Console *one) { console = one; });
        gate->open();
        QVERIFY(dialog() && !console);
        picture("readable");
        QTest::mouseClick(button("storeRead"), Qt::LeftButton);
        QVERIFY(console);
        QCOMPARE(console->window().shell().today().item(0).kind, TodayItem::Kind::AuditReadOnly);
    }
};

QTEST_MAIN(TestStoreDoor)
#include "tst_storedoor.moc"
