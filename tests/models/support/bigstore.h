// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/clock.h"
#include "tests/support/testworld.h"

namespace packwarden {

class AuditStore;

/// Stores as years of work with a fleet leave them, made by the code that writes them in the product.
namespace test::bigstore {

/// Goes on by ten seconds with each look at its microseconds, so that each record has a time of its own.
class BusyClock final : public Clock
{
public:
    qint64 now() const override { return m_microseconds / 1'000'000; }
    qint64 nowMicroseconds() const override { return m_microseconds += 10'000'000; }
    qint64 monotonicMilliseconds() const override { return m_microseconds / 1000; }

private:
    mutable qint64 m_microseconds = (TestWorld::now - 200 * TestWorld::day) * 1'000'000;
};

/// So many records more: sign-ins, drafts, signatures, deliveries and refusals, of 300 people, 10,000 packs and a
/// document for every eight records. After every ten thousand a person of the world signs a checkpoint.
void addRecords(AuditStore &store, TestWorld &world, qint64 records);

/// So many certificates, given out from this store's folder: people and packs of four parties, by their roots. They
/// share a few keys, as making keys takes long.
void addCertificates(const QString &folder, TestWorld &world, int certificates);

} // namespace test::bigstore

} // namespace packwarden
