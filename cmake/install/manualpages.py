#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""manualpages.py MANUAL OUTPUT VERSION DATE [WEASYPRINT]: the manual as HTML, and as PDF, of the Markdown that the window shows.

cmark-gfm reads CommonMark with tables, as Qt does for the window. WeasyPrint makes PDF of HTML, with outline, links and page
numbers. Both are packages of Debian 12, Debian 13 and Ubuntu 24.04. OUTPUT gets a folder of pages for each language, and beside
the folders packwarden-manual-LANGUAGE.pdf.
"""

import html
import pathlib
import re
import shutil
import subprocess
import sys

WORDS = {
    "en": {"contents": "Contents", "version": "Version", "page": "Page"},
    "de": {"contents": "Inhalt", "version": "Version", "page": "Seite"},
}
# What a link to a page becomes.
HTML = r"\1.html"
PDF = r"#page-\1"
STYLE = """
body { font-family: "DejaVu Sans", sans-serif; color: #1c2126; background: #ffffff; line-height: 1.5; }
h1, h2 { line-height: 1.25; }
img { max-width: 100%; border: 1px solid #c9ced4; }
table { border-collapse: collapse; }
th, td { border: 1px solid #c9ced4; padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
code, pre { font-family: "DejaVu Sans Mono", monospace; font-size: 0.92em; }
pre { background: #f3f5f7; padding: 0.6em 0.9em; }
a { color: #0b5cad; }
"""
SCREEN = """
body { max-width: 46em; margin: 2em auto; padding: 0 1em; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3em 1.2em; }
nav [aria-current] { font-weight: bold; }
pre { overflow-x: auto; }
footer { margin-top: 3em; color: #59636e; }
@media (prefers-color-scheme: dark) {
    body { color: #e4e8ec; background: #16191d; }
    pre { background: #22272d; }
    th, td, img { border-color: #444c56; }
    a { color: #7ab7ff; }
    footer { color: #9aa4af; }
}
"""
PAPER = """
@page { size: A4; margin: 22mm 20mm; @bottom-center { content: "%(page)s " counter(page); font-size: 8pt; } }
@page :first { @bottom-center { content: ""; } }
body { font-size: 9.5pt; }
section { break-before: page; }
h2, h3 { break-after: avoid; }
img, tr, pre { break-inside: avoid; }
.cover { margin-top: 70mm; }
.contents a { color: inherit; text-decoration: none; }
.contents a::after { content: leader(". ") target-counter(attr(href), page); }
"""


def body_of(path):
    made = subprocess.run(["cmark-gfm", "--extension", "table", str(path)], capture_output=True, text=True, check=True)
    return made.stdout


def title_of(body):
    return re.sub(r"<.*?>", "", re.search(r"<h1>(.*?)</h1>", body, re.S)[1])


def with_places(body, page):
    """Each heading can be linked: an id of its words."""
    def named(found):
        words = html.unescape(re.sub(r"<.*?>", "", found[2])).lower()
        place = re.sub(r"[^a-z0-9äöüß]+", "-", words).strip("-")
        return f'<h{found[1]} id="{page}-{place}">{found[2]}</h{found[1]}>'
    return re.sub(r"<h([2-6])>(.*?)</h\1>", named, body)


def linked(body, form):
    """Links to other pages of the manual lead to what they are here."""
    return re.sub(r'href="([a-z-]+)\.md', 'href="' + form, body)


def document(language, title, style, content):
    return (f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n{style}\n</head>\n'
            f"<body>\n{content}</body>\n</html>\n")


def pages_of(folder):
    """Name and HTML of each page, in the order in which index.md leads to them."""
    index = (folder / "index.md").read_text(encoding="utf-8")
    names = ["index", *dict.fromkeys(re.findall(r"\]\(([a-z-]+)\.md\)", index))]
    return {name: with_places(body_of(folder / f"{name}.md"), name) for name in names}


def write_html(pages, language, folder, output, version):
    output.mkdir(parents=True, exist_ok=True)
    (output / "style.css").write_text(STYLE + SCREEN, encoding="utf-8")
    shutil.copytree(folder / "pictures", output / "pictures", dirs_exist_ok=True)
    words = WORDS[language]
    for name, body in pages.items():
        links = ""
        for other, text in pages.items():
            here = ' aria-current="page"' if other == name else ""
            links += f'<li><a href="{other}.html"{here}>{title_of(text)}</a></li>'
        content = (f'<nav aria-label="{words["contents"]}"><ul>{links}</ul></nav>\n<main>\n{linked(body, HTML)}</main>\n'
                   f'<footer>Packwarden, {words["version"]} {version}</footer>\n')
        page = document(language, f"{title_of(body)} – Packwarden", '<link rel="stylesheet" href="style.css">', content)
        (output / f"{name}.html").write_text(page, encoding="utf-8")


def write_pdf(pages, language, folder, output, version, date, weasyprint):
    words = WORDS[language]
    first = next(iter(pages.values()))
    lines = "".join(f'<p><a href="#page-{name}">{title_of(body)}</a></p>' for name, body in pages.items() if name != "index")
    content = (f'<div class="cover"><h1>{title_of(first)}</h1><p>{words["version"]} {version}, {date}</p></div>\n'
               f'<section class="contents"><h2>{words["contents"]}</h2>{lines}</section>\n')
    for name, body in pages.items():
        content += f'<section id="page-{name}">{linked(body, PDF)}</section>\n'
    page = document(language, title_of(first), f"<style>{STYLE}{PAPER % words}</style>", content)
    subprocess.run([weasyprint, "--encoding", "utf-8", "--base-url", f"{folder.resolve()}/", "-", str(output)],
                   input=page, text=True, check=True)


def main():
    manual, output, version, date, weasyprint = (*sys.argv[1:], None)[:5]
    for folder in sorted(path for path in pathlib.Path(manual).iterdir() if path.is_dir()):
        pages = pages_of(folder)
        write_html(pages, folder.name, folder, pathlib.Path(output) / folder.name, version)
        if weasyprint:
            write_pdf(pages, folder.name, folder, pathlib.Path(output) / f"packwarden-manual-{folder.name}.pdf", version, date,
                      weasyprint)


if __name__ == "__main__":
    main()
