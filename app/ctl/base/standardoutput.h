// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

/// Standard output of this process, with its end in mind: a reader that has enough (`| head`), a disk that is full.
namespace packwarden::ctl::standardoutput {

/// From now on a reader that goes ends no verb halfway: what is being done is done and recorded. To be called first.
void prepare();
/// All bytes, at once. After the first failure nothing more is written.
void write(const QByteArray &bytes);
/// Does nothing more get through? A verb that only shows something may end.
bool isBroken();
/// How the program is to end that would end with exitCode: where standard output failed, it says so and Done becomes
/// RefusedOrInvalid. Does not return where only the reader went: the process ends by SIGPIPE, as others do there.
int settle(int exitCode);

} // namespace packwarden::ctl::standardoutput
