// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/csr.h"
#include "tests/hw/sim/support/factoryworld.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::sim;
using namespace packwarden::test;

/// The four kinds of memory below everything that a pack does: written once and read, written once and never read,
/// written until it is protected, rewritable.
class TestRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void theDeviceKeyIsUsedAndNeverRead();
    void aRefusedWriteTakesNothingAlong();
    void anEmptySlotCannotBeRead();
    void oneFolderOneRepository();
    void exchangedAndForgedFilesAreFound();
    void theMapTellsWhatMayBeTold();
    void banksSwitch();
    void whatCannotBeReadAgainIsNotWritten();

private:
    static QString folder() { return QStringLiteral("pack"); }
    static KeyRepository::Change writing(Slot slot, const QByteArray &bytes, const QByteArray &state = "state")
    {
        KeyRepository::Change change;
        change.writes.insert(slot, bytes);
        change.state = state;
        return change;
    }
    static KeyRepository make(MemoryFiles &files)
    {
        KeyRepository::Change first;
        first.state = "first";
        if (!KeyRepository::create(files, folder(), first).ok())
            qFatal("no repository");
        return std::move(KeyRepository::load(files, folder())).value();
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestRepository::kinds_data()
{
    QTest::addColumn<int>("slot");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<bool>("again"); ///< may be written again before it is protected
    const auto row = [](Slot slot, const char *kind, bool readable, bool again) {
        QTest::newRow(qPrintable(slotName(slot))) << int(slot) << QString::fromLatin1(kind) << readable << again;
    };
    row(Slot::Board, "write-once-read-many", true, false);
    row(Slot::Identity, "write-once-read-many", true, false);
    row(Slot::ManufacturerRoot, "write-once-read-many", true, false);
    row(Slot::DeviceKey, "write-once-read-never", false, false);
    row(Slot::Silicon, "write-once-read-many", true, false);
    row(Slot::DataSheet, "write-once-read-many", true, false);
    row(Slot::Foundation, "write-until-protected", true, true);
    row(Slot::DeviceChain, "write-until-protected", true, true);
}

void TestRepository::kinds()
{
    QFETCH(int, slot);
    QFETCH(QString, kind);
    QFETCH(bool, readable);
    QFETCH(bool, again);
    const Slot which = Slot(slot);
    MemoryFiles files;
    KeyRepository repository = make(files);
    const auto row = [&] {
        return repository.map().at(slot);
    };
    QCOMPARE(row().name, slotName(which));
    QCOMPARE(row().kind, kind);
    QCOMPARE(row().state, QStringLiteral("empty"));
    QVERIFY(repository.commit(writing(which, "one")).ok());
    QCOMPARE(row().state, QStringLiteral("written"));
    QCOMPARE(row().size, qint64(3));
    QCOMPARE(row().sha256, readable ? sha256("one") : QByteArray());
    if (readable)
        QCOMPARE(*repository.read(which), QByteArray("one"));
    else
        QCOMPARE(repository.read(which).code(), Code::Prohibited);

    // The same content again is a write, too; nobody needs to know what it would have been.
    for (const QByteArray &next : {QByteArray("two"), QByteArray("one")}) {
        const auto written = repository.commit(writing(which, next, "second"));
        QCOMPARE(written.ok(), again);
        if (!again) {
            QCOMPARE(written.code(), Code::Prohibited);
            QCOMPARE(written.error().detail, slotName(which));
        }
    }
    QCOMPARE(repository.state(), again ? QByteArray("second") : QByteArray("state"));

    KeyRepository::Change protect;
    protect.protect = true;
    protect.state = "protected";
    QVERIFY(repository.commit(protect).ok());
    QCOMPARE(repository.isProtected(which), again);
    QCOMPARE(repository.commit(writing(which, "three")).code(), Code::Prohibited);
    QCOMPARE(repository.state(), QByteArray("protected"));

    // All of it holds after a start, too, and the rewritable slot is still that.
    repository = *KeyRepository::load(files, folder());
    QCOMPARE(row().state, again ? QStringLiteral("protected") : QStringLiteral("written"));
    QCOMPARE(repository.commit(writing(which, "four")).code(), Code::Prohibited);
    QCOMPARE(repository.read(which).ok(), readable);
    KeyRepository::Change rewrite;
    rewrite.state = "rewritten";
    QVERIFY(repository.commit(rewrite).ok());
    QCOMPARE(KeyRepository::load(files, folder())->state(), QByteArray("rewritten"));
    QCOMPARE(KeyRepository::load(files, folder())->map(), repository.map());
}

void TestRepository::theDeviceKeyIsUsedAndNeverRead()
{
    MemoryFiles files;
    KeyRepository repository = make(files);
    const Certificate leaf = m_world.deviceKey()->leaf();
    QCOMPARE(repository.signer({leaf}).code(), Code::WrongState);
    const QByteArray pem = m_world.privateKey(QStringLiteral("device")).toPem();
    QVERIFY(repository.commit(writing(Slot::DeviceKey, pem)).ok());
    QCOMPARE(repository.read(Slot::DeviceKey).code(), Code::Prohibited);
    const auto signer = repository.signer({leaf});
    QVERIFY(signer.ok());
    const auto signature = (*signer)->sign("bytes");
    QVERIFY(signature.ok());
    QVERIFY(verifyRs256(leaf, "bytes", *signature));
    const auto der = repository.signingRequest(
        {QStringLiteral("SDB-TEST-0001"), {}}, {{}, {}, QStringLiteral("SDB-TEST-0001"), false});
    QVERIFY(der.ok());
    const auto request = pki::readSigningRequest(*der);
    QVERIFY(request.ok());
    QCOMPARE(request->spkiSha256, leaf.spkiSha256);
    // Under somebody else's certificate it signs nothing.
    QCOMPARE(
        repository.signer({m_world.key(QStringLiteral("leasing.asset-manager"))->leaf()}).code(), Code::KeyUnusable);
    // What leaves the repository has no part of the key in it.
    const QByteArray secret = pem.mid(60, 40);
    for (const RepositorySlot &slot : repository.map())
        QVERIFY(!slot.sha256.contains(secret));
    QVERIFY(!repository.state().contains(secret));
    QVERIFY(!der->contains(secret));
}

void TestRepository::aRefusedWriteTakesNothingAlong()
{
    MemoryFiles files;
    KeyRepository repository = make(files);
    QVERIFY(repository.commit(writing(Slot::Silicon, "limits")).ok());
    const QStringList before = files.paths();
    KeyRepository::Change mixed = writing(Slot::Foundation, "foundation", "after");
    mixed.writes.insert(Slot::Silicon, "wider limits");
    QCOMPARE(repository.commit(mixed).code(), Code::Prohibited);
    QVERIFY(!repository.isWritten(Slot::Foundation));
    QCOMPARE(repository.state(), QByteArray("state"));
    QCOMPARE(files.paths(), before);
    QCOMPARE(*KeyRepository::load(files, folder())->read(Slot::Silicon), QByteArray("limits"));
}

void TestRepository::anEmptySlotCannotBeRead()
{
    MemoryFiles files;
    const KeyRepository repository = make(files);
    for (int i = 0; i < slotCount; ++i) {
        QVERIFY(!repository.isWritten(Slot(i)));
        QCOMPARE(repository.read(Slot(i)).code(), Slot(i) == Slot::DeviceKey ? Code::Prohibited : Code::WrongState);
    }
}

void TestRepository::oneFolderOneRepository()
{
    MemoryFiles files;
    KeyRepository repository = make(files);
    QVERIFY(repository.commit(writing(Slot::Identity, "somebody")).ok());
    // Making it anew would be the easiest way around "write once".
    KeyRepository::Change other = writing(Slot::Identity, "somebody else");
    QCOMPARE(KeyRepository::create(files, folder(), other).code(), Code::Prohibited);
    QCOMPARE(*KeyRepository::load(files, folder())->read(Slot::Identity), QByteArray("somebody"));
}

void TestRepository::exchangedAndForgedFilesAreFound()
{
    MemoryFiles files;
    KeyRepository repository = make(files);
    QVERIFY(repository.commit(writing(Slot::Silicon, "limits")).ok());
    MemoryFiles forger;
    KeyRepository forged = make(forger);
    QVERIFY(forged.commit(writing(Slot::Silicon, "wider limits")).ok());
    const QString path = folder() + QStringLiteral("/silicon");
    // Well-formed, with a hash that fits: only the table of the state tells.
    files.setContent(path, forger.content(path));
    const auto loaded = KeyRepository::load(files, folder());
    QCOMPARE(loaded.code(), Code::Malformed);
    QVERIFY(loaded.error().detail.contains(QStringLiteral("silicon")));
    files.remove(path);
    QCOMPARE(KeyRepository::load(files, folder()).code(), Code::FileUnreadable);
}

void TestRepository::theMapTellsWhatMayBeTold()
{
    MemoryFiles files;
    KeyRepository repository = make(files);
    QVERIFY(repository.commit(writing(Slot::DeviceKey, "secret")).ok());
    const auto decoded = RepositorySlot::decodeMap(RepositorySlot::encodeMap(repository.map()));
    QVERIFY(decoded.ok());
    QCOMPARE(*decoded, repository.map());
    QCOMPARE(decoded->size(), slotCount + 1);
    QCOMPARE(decoded->constLast().name, QStringLiteral("state"));
    QCOMPARE(decoded->constLast().kind, QStringLiteral("rewritable"));
    QVERIFY(!RepositorySlot::encodeMap(repository.map()).contains(sha256("secret")));
}

void TestRepository::banksSwitch()
{
    MemoryFiles files;
    KeyRepository repository = make(files);
    for (int i = 0; i < 5; ++i) {
        const QByteArray content = "foundation " + QByteArray::number(i);
        QVERIFY(repository.commit(writing(Slot::Foundation, content)).ok());
        QCOMPARE(*KeyRepository::load(files, folder())->read(Slot::Foundation), content);
    }
    QCOMPARE(repository.generation(), qint64(6));
}

void TestRepository::whatCannotBeReadAgainIsNotWritten()
{
    // A slot that is written once must not be spoiled by something that no start could read.
    MemoryFiles files;
    PackParts parts;
    parts.board.hardware = QStringLiteral("nmc-96s2p");
    parts.board.configuration = {QStringLiteral("NMC"), 96, 2, 8, 120'000, 0x10};
    QVERIFY(PackMemory::create(files, folder(), parts).ok());
    auto memory = PackMemory::load(files, folder());
    QVERIFY(memory.ok());
    const QStringList before = files.paths();
    PackParts next;
    next.contents = memory->contents();
    next.silicon = m_world.pack().silicon;
    next.silicon.hardware = QStringLiteral("of-another-pack");
    QCOMPARE(memory.value().commit(next).code(), Code::Malformed);
    next.silicon = {};
    next.foundation.layers = {{1, {1, 1}}}; // three layers would need nobody
    QCOMPARE(memory.value().commit(next).code(), Code::Malformed);
    next.foundation = {};
    next.deviceChain = {"no certificate"};
    QCOMPARE(memory.value().commit(next).code(), Code::Malformed);
    next.deviceChain = {};
    next.contents.charterDocument = "no charter";
    QCOMPARE(memory.value().commit(next).code(), Code::Malformed);
    QCOMPARE(files.paths(), before);
    QVERIFY(PackMemory::load(files, folder()).ok());
    QCOMPARE(memory->generation(), qint64(1));
}

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
