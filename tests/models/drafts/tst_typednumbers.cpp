// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/verifier.h"
#include "models/drafts/unitslip.h"
#include "tests/hw/sim/support/factoryworld.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

/// Slips of the hand for every parameter of the catalogue, by the demo's own rules: how many are stopped before they
/// can do harm?
class TestTypedNumbers final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void case68_theMutationTable();
    void case67_unitSlipsAreNamedAndNotCorrected_data();
    void case67_unitSlipsAreNamedAndNotCorrected();

private:
    QList<Milli> intended(const ParameterDefinition &definition) const;

    CryptoRuntime m_crypto;
    PackState m_state;
    int m_cells = 96;
};

namespace {

constexpr int layers = 4;

struct Count
{
    int slips = 0;
    int blocked = 0; ///< refused as typed
    int extra = 0; ///< asks for a seat more than usual: beyond a soft limit or step
    int ownValue = 0; ///< somebody must find the same value without seeing it
    int secondSeat = 0; ///< another company must sign it, as any change of its layer
    int pastSilicon = 0;
    int pastSiliconBlocked = 0;
    double rate(int part) const { return slips ? 100.0 * part / slips : 100.0; }
    int stopped() const { return blocked + extra + ownValue + secondSeat; }
};

void addSwaps(const QString &text, QStringList &out)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        QString dropped = text;
        out << dropped.remove(i, 1);
        QString doubled = text;
        out << doubled.insert(i, text.at(i));
        if (i + 1 < text.size()) {
            QString swapped = text;
            swapped[i] = text.at(i + 1);
            swapped[i + 1] = text.at(i);
            out << swapped;
        }
    }
}

void addMovedSign(const QString &text, QStringList &out)
{
    const qsizetype sign = text.indexOf(u'.');
    QString digits = text;
    digits.remove(u'.');
    for (qsizetype at = 1; at <= digits.size(); ++at) {
        QString moved = digits;
        if (at < digits.size())
            moved.insert(at, u'.');
        if (at != sign)
            out << moved;
    }
}

void addForeign(const QString &text, const QString &unit, QStringList &out)
{
    QString arabic;
    QString wide;
    for (const QChar c : text) {
        arabic += c.isDigit() ? QChar(0x0660 + c.digitValue()) : c;
        wide += c.isDigit() ? QChar(0xFF10 + c.digitValue()) : c;
    }
    out << arabic << wide << text + unit << text + u' ' + unit << u'+' + text << text + QStringLiteral("e3")
        << text + u' ' << u' ' + text << QStringLiteral("1.") + text << text + QStringLiteral(",0.0")
        << QStringLiteral("-") + text;
    for (const char *grouping : {"'", " ", "\u00A0", "_"}) {
        QString grouped = text;
        out << grouped.insert(1, QString::fromUtf8(grouping));
    }
}

void addUnits(Milli value, const QString &unit, int cells, QStringList &out)
{
    const auto add = [&](qint64 meant) {
        out << formatQuantity(Milli{meant});
    };
    for (qint64 factor : {10, 100, 1000}) {
        add(value.value * factor);
        add(value.value / factor);
    }
    if (unit == QStringLiteral("\u00B0C")) {
        add(value.value * 9 / 5 + 32000); // Fahrenheit
        add(value.value + 273150); // kelvin
    }
    if (unit == QLatin1String("V")) {
        add(value.value * cells);
        add(value.value / cells);
    }
    if (unit == QLatin1String("%"))
        add(100000 - value.value); // depth of discharge for state of charge
}

} // namespace

void TestTypedNumbers::initTestCase()
{
    FactoryWorld world;
    m_state.serial = FactoryWorld::serial();
    m_state.lifeCycle = LifeCycle::InService;
    m_state.now = FactoryWorld::now;
    m_state.silicon = world.papers().silicon;
    m_state.foundation = world.rules.foundation;
    m_state.charter = world.rules.charter;
    m_state.policy = world.rules.policy;
    for (const ParameterDefinition &definition : m_state.silicon.parameters)
        m_state.values.insert(definition.id, {definition.defaultValue, 1, {}, 0});
}

/// Values that somebody may well want: within one step of now and within the soft limit.
QList<Milli> TestTypedNumbers::intended(const ParameterDefinition &definition) const
{
    QList<Milli> values;
    const Milli step = m_state.policy.steps.value(definition.id, definition.defaultValue);
    for (qint64 tenths : {-10, -7, -5, -3, -1, 1, 3, 5, 7, 10}) {
        const Milli value{definition.defaultValue.value + step.value * tenths / 10};
        const ValueJudgement judged = judgeValue(definition.id, value, m_state);
        if (!judged.refusal && !judged.beyondSoftLimit && !judged.beyondStep && !values.contains(value)
            && value != definition.defaultValue)
            values.append(value);
    }
    return values;
}

void TestTypedNumbers::case68_theMutationTable()
{
    std::array<Count, layers> counts;
    const QList<ParameterDefinition> &all = m_state.silicon.parameters;
    for (qsizetype index = 0; index < all.size(); ++index) {
        const ParameterDefinition &definition = all.at(index);
        const ParameterDefinition &neighbour = all.at((index + 1) % all.size());
        Count own;
        for (const Milli &wanted : intended(definition)) {
            const QString text = formatQuantity(wanted);
            QStringList slips;
            addSwaps(text, slips);
            addMovedSign(text, slips);
            addForeign(text, definition.unit, slips);
            addUnits(wanted, definition.unit, m_cells, slips);
            for (const Milli &other : intended(neighbour).mid(0, 2))
                slips << formatQuantity(other);
            slips.removeDuplicates();
            for (const QString &slip : std::as_const(slips)) {
                const auto parsed = parseQuantity(slip, definition.silicon.min.value < 0);
                if (parsed.ok() && *parsed == wanted)
                    continue; // says the same
                ++own.slips;
                const bool passesSilicon = parsed.ok() && !definition.silicon.contains(*parsed);
                own.pastSilicon += passesSilicon ? 1 : 0;
                const ValueJudgement judged
                    = parsed.ok() ? judgeValue(definition.id, *parsed, m_state) : ValueJudgement();
                if (!parsed.ok() || judged.refusal || *parsed == definition.defaultValue) {
                    ++own.blocked;
                    own.pastSiliconBlocked += passesSilicon ? 1 : 0;
                    continue;
                }
                const auto seats
                    = seatsNeeded({{definition.id, definition.unit, definition.defaultValue, 1, *parsed}}, m_state);
                if (definition.layer >= 4 && !m_state.charter.mandatorySeats.value(definition.capability).isEmpty())
                    ++own.ownValue;
                else if (judged.beyondSoftLimit || judged.beyondStep)
                    ++own.extra;
                else if (seats.size() >= 2)
                    ++own.secondSeat;
            }
        }
        QVERIFY2(own.slips > 0, qPrintable(definition.id.text()));
        Count &layer = counts[size_t(definition.layer - 1)];
        layer.slips += own.slips;
        layer.blocked += own.blocked;
        layer.extra += own.extra;
        layer.ownValue += own.ownValue;
        layer.secondSeat += own.secondSeat;
        layer.pastSilicon += own.pastSilicon;
        layer.pastSiliconBlocked += own.pastSiliconBlocked;
        qInfo("%-24s layer %d: %4d slips, %5.1f %% refused as typed", qPrintable(definition.id.text()),
            definition.layer, own.slips, own.rate(own.blocked));
    }
    for (int layer = 1; layer <= layers; ++layer) {
        const Count &count = counts[size_t(layer - 1)];
        qInfo("layer %d: %5d slips: %5.1f %% refused as typed, %4.1f %% need an extra seat, %4.1f %% an own value, "
              "%4.1f %% only the other company's usual signature; together %5.1f %%; past silicon %d of %d refused",
            layer, count.slips, count.rate(count.blocked), count.rate(count.extra), count.rate(count.ownValue),
            count.rate(count.secondSeat), count.rate(count.stopped()), count.pastSiliconBlocked, count.pastSilicon);
        QCOMPARE(count.pastSiliconBlocked, count.pastSilicon);
    }
    QVERIFY(counts[2].rate(counts[2].stopped()) >= 99);
    QVERIFY(counts[3].rate(counts[3].stopped()) >= 99);
    // In the layer that can hurt people nobody relies on the other signatures alone.
    QVERIFY(counts[3].rate(counts[3].blocked + counts[3].ownValue + counts[3].extra) >= 99);
}

void TestTypedNumbers::case67_unitSlipsAreNamedAndNotCorrected_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant"); // empty: no guess
    const auto row = [](const char *parameter, const char *typed, const char *meant) {
        QTest::addRow("case 67: %s %s", parameter, typed)
            << QString::fromLatin1(parameter) << QString::fromLatin1(typed) << QString::fromLatin1(meant);
    };
    row("cell.voltage.max", "4150", "4.15"); // mV in a V field
    row("balance.delta", "0.01", "10"); // V in a mV field
    row("cell.voltage.max", "398.4", "4.15"); // the pack's voltage for a cell's
    row("cell.voltage.max", "41.5", "4.15"); // missing sign
    row("charge.temperature.max", "113", "45"); // Fahrenheit
    row("soc.max", "0.95", "95"); // a fraction for percent
    row("soc.max", "95000", "95");
    row("cell.voltage.max", "4.15", ""); // nothing wrong with it
    row("cell.voltage.max", "999", "");
}

void TestTypedNumbers::case67_unitSlipsAreNamedAndNotCorrected()
{
    QFETCH(QString, parameter);
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const ParameterId id = ParameterId::fromTrusted(parameter);
    const auto value = parseQuantity(typed, true);
    QVERIFY(value.ok());
    for (const ParameterInfo &info : ParameterInfo::tableOf(m_state)) {
        if (info.definition.id != id)
            continue;
        const QList<UnitSlip> slips = unitSlips(*value, info, m_cells);
        if (meant.isEmpty())
            QVERIFY(slips.isEmpty());
        if (!meant.isEmpty()) {
            QVERIFY(!slips.isEmpty());
            QCOMPARE(formatQuantity(slips.constFirst().meant), meant);
            // It is only told: the value itself stays refused.
            QVERIFY(judgeValue(id, *value, m_state).refusal);
        }
    }
}

QTEST_GUILESS_MAIN(TestTypedNumbers)
#include "tst_typednumbers.moc"
