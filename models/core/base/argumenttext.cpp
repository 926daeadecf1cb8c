// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/argumenttext.h"

#include "models/core/base/printable.h"

#include <QStringDecoder>

namespace packwarden {

QString argumentThatIsNoText(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(QByteArrayView(argv[i]));
        if (decoder.hasError())
            return QStringLiteral("argument %1 is not UTF-8 text: %2").arg(i).arg(printable(text));
    }
    return {};
}

} // namespace packwarden
