// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of keys with ten thousand certificates beside the same with a hundred and fifty: how long each action holds
// the window's thread, and what reading and judging all of them takes beside it.

#include "models/keys/keyoffice.h"
#include "models/keys/keysmodel.h"
#include "models/trust/trustbook.h"
#include "tests/bench/figure.h"
#include "tests/models/support/bigstore.h"
#include "tests/models/support/modelworld.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/keys/keyspage.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace packwarden;
using test::Desk;
using test::TestWorld;

namespace {

constexpr double atOnce = 0.1; ///< seconds: an answer that seems to come at once
constexpr int few = 150;

double spentOn(const std::function<void()> &work)
{
    const double start = bench::processorSeconds();
    work();
    return bench::processorSeconds() - start;
}

/// A desk with so many certificates, and its page.
class Keys final
{
public:
    Keys(TestWorld &world, int certificates)
        : m_desk(world, world.pack())
    {
        m_made = spentOn([&] { test::bigstore::addCertificates(m_desk.workspace().folder(), world, certificates); });
        m_office = std::make_unique<KeyOffice>(m_desk.workspace());
        const double before = bench::processSeconds();
        m_opened = spentOn([this] {
            m_model = std::make_unique<KeysModel>(m_desk.workspace());
            m_page = std::make_unique<KeysPage>(m_desk.workspace(), *m_model, *m_office, m_files);
            m_page->resize(1280, 800);
            m_page->show();
        });
        m_opened = std::max(m_opened, settled());
        m_read = bench::processSeconds() - before;
        m_tree = m_page->findChild<QTreeView *>(QStringLiteral("keysTree"));
    }

    double made() const { return m_made; }
    double opened() const { return m_opened; }
    double read() const { return m_read; }
    int rows() const { return int(m_model->known().size()); }

    /// The longest that the window is held until all is done and painted.
    double settled()
    {
        double worst = 0;
        do {
            worst = std::max(worst, spentOn([] { QCoreApplication::processEvents(); }));
            if (m_model->isReading())
                QThread::msleep(5);
        } while (m_model->isReading());
        return std::max(worst, spentOn([] { QTest::qWait(20); }));
    }
    /// The same of what this begins.
    double held(const std::function<void()> &action)
    {
        const double here = spentOn(action);
        return std::max(here, settled());
    }
    double search(const QString &text)
    {
        auto *field = m_page->findChild<QLineEdit *>(QStringLiteral("keysSearch"));
        return held([&] { field->setText(text); });
    }
    double toTheEnd()
    {
        QScrollBar *bar = m_tree->verticalScrollBar();
        return held([bar] { bar->setValue(bar->maximum()); });
    }
    double choose()
    {
        const QModelIndex party = m_tree->model()->index(0, 0);
        const QModelIndex key = m_tree->model()->index(m_tree->model()->rowCount(party) / 2, 0, party);
        return held([&] { m_tree->setCurrentIndex(key); });
    }
    /// Something was learnt: all is read anew.
    double refresh()
    {
        int resets = 0;
        const auto counted
            = QObject::connect(m_model.get(), &KeysModel::modelReset, m_page.get(), [&resets] { ++resets; });
        const double longest = held([this] { m_model->refresh(); });
        QObject::disconnect(counted);
        if (resets != 1 || m_tree->model()->rowCount() == 0)
            qFatal("read anew %d times", resets);
        return longest;
    }

private:
    Desk m_desk;
    test::StubFileChooser m_files;
    std::unique_ptr<KeyOffice> m_office;
    std::unique_ptr<KeysModel> m_model;
    std::unique_ptr<KeysPage> m_page;
    QTreeView *m_tree = nullptr;
    double m_made = 0;
    double m_opened = 0;
    double m_read = 0;
};

void print(const char *name, double big, double small)
{
    const QByteArray against = "the same with 150 certificates: " + QByteArray::number(small * 1000, 'g', 3) + " ms";
    bench::print(name, big * 1000, "ms", against.constData(), big / std::max(small, 1e-6));
    bench::print((QByteArray(name) + ", against the goal").constData(), big * 1000, "ms", "100 ms", big / atOnce, 1);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const CryptoRuntime crypto;
    applyTheme(application, ThemeMode::Light, QPalette());
    TestWorld world;
    const int many = application.arguments().value(1, QStringLiteral("10000")).toInt();
    Keys small(world, few);
    Keys big(world, many);
    bench::print("keys, making a store of many", double(many) / big.made(), "certificates/s",
        "ten thousand in a minute", 1e4 / 60 / (double(many) / big.made()), 1);
    print("keys page, open", big.opened(), small.opened());
    bench::print("keys, reading and judging all beside the window", big.read() * 1e6 / big.rows(), "us a certificate",
        "the same with 150", big.read() / big.rows() / (small.read() / small.rows()), 1.5);
    for (const char *text : {"S", "SDB-FLEET-00", "nothing has this", ""})
        print((QByteArray("keys page, search for \"") + text + '"').constData(), big.search(QLatin1String(text)),
            small.search(QLatin1String(text)));
    print("keys page, to the end", big.toTheEnd(), small.toTheEnd());
    print("keys page, choose one", big.choose(), small.choose());
    print("keys page, something was learnt", big.refresh(), small.refresh());
    return 0;
}
