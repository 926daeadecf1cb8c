// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/sim/support/memoryfiles.h"

namespace packwarden::test {

MemoryFiles::Last MemoryFiles::next()
{
    m_failed = m_dead;
    if (m_dead)
        return Last::NoEffect;
    if (m_left < 0 || m_left-- > 0)
        return Last::FullEffect;
    m_failed = true;
    m_dead = !m_once;
    m_once = false;
    m_left = -1;
    return m_last;
}

Result<> MemoryFiles::outcome(const QString &path) const
{
    return m_failed ? Result<>(Code::FileUnwritable, path) : Result<>::success();
}

Result<QByteArray> MemoryFiles::read(const QString &path)
{
    if (m_dead || !m_names.contains(path))
        return {Code::FileUnreadable, path};
    return m_names.value(path)->bytes;
}

Result<> MemoryFiles::write(const QString &path, const QByteArray &bytes)
{
    const Last effect = next();
    if (effect != Last::NoEffect) {
        if (!m_names.contains(path))
            m_names.insert(path, std::make_shared<File>());
        m_names.value(path)->bytes
            = effect == Last::HalfEffect ? bytes.left(qsizetype(double(bytes.size()) * m_torn)) : bytes;
    }
    return outcome(path);
}

Result<> MemoryFiles::sync(const QString &path)
{
    const Last effect = next();
    if (effect == Last::FullEffect)
        m_names.value(path)->durable = m_names.value(path)->bytes;
    return outcome(path);
}

Result<> MemoryFiles::rename(const QString &from, const QString &to)
{
    const Last effect = next();
    if (effect == Last::FullEffect)
        m_names.insert(to, m_names.take(from));
    return outcome(to);
}

Result<> MemoryFiles::syncFolder(const QString &folder)
{
    const Last effect = next();
    if (effect == Last::FullEffect)
        m_durable = m_names;
    return outcome(folder);
}

void MemoryFiles::reboot(Loss loss)
{
    m_dead = false;
    m_failed = false;
    m_left = -1;
    if (loss == Loss::None)
        return;
    m_names = m_durable;
    for (const auto &file : m_names)
        file->bytes = file->durable;
}

MemoryFiles MemoryFiles::copy() const
{
    MemoryFiles other = *this;
    // A file with two names, or none, stays one file.
    QMap<const File *, std::shared_ptr<File>> copies;
    for (Names *names : {&other.m_names, &other.m_durable}) {
        for (auto &file : *names) {
            std::shared_ptr<File> &made = copies[file.get()];
            if (!made)
                made = std::make_shared<File>(*file);
            file = made;
        }
    }
    return other;
}

QByteArray MemoryFiles::content(const QString &path) const
{
    return m_names.contains(path) ? m_names.value(path)->bytes : QByteArray();
}

void MemoryFiles::setContent(const QString &path, const QByteArray &bytes)
{
    m_names[path] = std::make_shared<File>(File{bytes, bytes});
    m_durable = m_names;
}

} // namespace packwarden::test
