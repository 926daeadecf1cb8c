// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/onewindow.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

using namespace packwarden;

/// A second start on a store hands its files to the window that is open.
class OneWindowTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;
    std::unique_ptr<QTemporaryDir> m_store;

    /// As another process would: it waits while this one goes on.
    bool handOver(const QString &store, const QStringList &files)
    {
        bool taken = false;
        std::unique_ptr<QThread> other(QThread::create([&] { taken = OneWindow(store).handOver(files); }));
        other->start();
        while (!other->isFinished())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        return taken;
    }
    QString socketFile() const
    {
        const QStringList names = QDir(m_runtime.path()).entryList({QStringLiteral("packwarden-*")}, QDir::System);
        return names.size() == 1 ? m_runtime.filePath(names.first()) : QString();
    }
    /// What the window answers to these bytes; and that nothing was opened by them.
    QByteArray answerTo(const QByteArray &bytes)
    {
        QLocalSocket socket;
        socket.connectToServer(socketFile());
        socket.write(bytes);
        QSignalSpy gone(&socket, &QLocalSocket::disconnected);
        while (gone.isEmpty() && !socket.canReadLine())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        return socket.readAll();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toLocal8Bit());
    }
    void init() { m_store = std::make_unique<QTemporaryDir>(); }

    void filesAreHandedOver()
    {
        QVERIFY(!handOver(m_store->path(), {QStringLiteral("a.pwreq")})); // no window is open
        OneWindow window(m_store->path());
        QVERIFY(window.listen());
        QSignalSpy wanted(&window, &OneWindow::filesWanted);
        QVERIFY(handOver(m_store->path(), {QStringLiteral("a.pwreq"), QStringLiteral("/tmp/b ü.pwpol")}));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toStringList(),
            (QStringList{
                QDir::current().absoluteFilePath(QStringLiteral("a.pwreq")), QStringLiteral("/tmp/b ü.pwpol")}));
        // Without a file the window only comes to the front.
        QVERIFY(handOver(m_store->path() + QStringLiteral("/../") + QDir(m_store->path()).dirName(), {}));
        QCOMPARE(wanted.size(), 2);
        QVERIFY(wanted.last().first().toStringList().isEmpty());
        QVERIFY(window.listen()); // it does already
        QVERIFY(!OneWindow(m_store->path()).listen()); // and is the only one
        // Nobody else may speak to it, and another store has a window of its own.
        QCOMPARE(QFile::permissions(socketFile()) & (QFile::ReadOther | QFile::WriteOther | QFile::WriteGroup),
            QFile::Permissions());
        const QTemporaryDir other;
        QVERIFY(!handOver(other.path(), {}));
        QCOMPARE(wanted.size(), 2);
    }

    void whatIsNoListOfPathsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("good") << QByteArray("[\"/a\"]\n") << QByteArray("taken\n");
        QTest::newRow("no JSON") << QByteArray("/a\n") << QByteArray();
        QTest::newRow("an object") << QByteArray("{\"open\":\"/a\"}\n") << QByteArray();
        QTest::newRow("a number") << QByteArray("[1]\n") << QByteArray();
        QTest::newRow("a relative path") << QByteArray("[\"a\"]\n") << QByteArray();
        QTest::newRow("without an end") << QByteArray(2 * OneWindow::maxBytes, '[') << QByteArray();
        QTest::newRow("too long") << "[\"/" + QByteArray(2 * OneWindow::maxBytes, 'a') + "\"]\n" << QByteArray();
    }
    void whatIsNoListOfPathsIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, answer);
        OneWindow window(m_store->path());
        QVERIFY(window.listen());
        QSignalSpy wanted(&window, &OneWindow::filesWanted);
        QCOMPARE(answerTo(bytes), answer);
        QCOMPARE(wanted.size(), answer.isEmpty() ? 0 : 1);
        // It still hears the next one.
        QVERIFY(handOver(m_store->path(), {}));
    }

    void aSocketThatWasLeftBehindIsNoWindow()
    {
        QString name;
        {
            OneWindow window(m_store->path());
            QVERIFY(window.listen());
            name = socketFile();
        }
        QVERIFY(!QFile::exists(name));
        // As a process leaves it that was killed.
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(name);
        QVERIFY(path.size() < qsizetype(sizeof address.sun_path));
        std::copy(path.begin(), path.end(), address.sun_path);
        const int left = socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(bind(left, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        close(left);
        QVERIFY(!handOver(m_store->path(), {}));
        OneWindow window(m_store->path());
        QVERIFY(window.listen());
        QVERIFY(handOver(m_store->path(), {}));
    }
};

QTEST_GUILESS_MAIN(OneWindowTest)
#include "tst_onewindow.moc"
