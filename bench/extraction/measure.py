#!/usr/bin/env python3
"""measure.py DUMP FOLDER [--files [--judge]]: what is read from scholarly PDFs, beside pdftotext.

DUMP is the program extraction_dump, FOLDER holds PDFs with gold beside them under the same name:
JATS (.nxml, .jats.xml), tagged reference lines (.refs.xml) or TEI (../../tei/<folder>/<name>.tei.xml).
Prints one table: how much of the gold each of four readers gives. The files are split by name into a
half for improving rules and a half for judging them; --files lists what is missing in the first half
(with --judge in the second: then it judges no longer).

The one thing to know: pdftotext names nothing. Where a row asks for something by name (a title, an
abstract) its text is read by the plain rules below (`Naive`), such as "the abstract is what follows
a line 'Abstract'". Words are compared folded, without hyphens and punctuation; a hyphen before a
line's end counts as no hyphen, so that only the row on hyphens judges hyphens.
"""
import functools
import json
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter

RAISED = str.maketrans({c: " " for c in "⁰¹²³⁴⁵⁶⁷⁸⁹"})
HYPHEN = r"[-\u00ad\u2010\u2011]"


def folded(text):
    text = unicodedata.normalize("NFKD", text.translate(RAISED)).lower()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(HYPHEN + r"\s*(?=\w)", "", text)


@functools.lru_cache(maxsize=4096)
def words(text):
    return re.findall(r"[^\W_]+", folded(text))


@functools.lru_cache(maxsize=4096)
def flat(text):
    return " " + " ".join(words(text)) + " "


def runs(tokens, n):
    return [" ".join(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]


def alike(found, gold, n=3):
    """Of two texts the share of common runs of n words (F1)."""
    a, b = Counter(runs(words(found), n)), Counter(runs(words(gold), n))
    if not a or not b:
        return 1.0 if words(found) == words(gold) else 0.0
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))


# ---- gold ---------------------------------------------------------------------------------------

def local(node):
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def text_of(node, leave=()):
    if local(node) in leave:
        return ""
    parts = [node.text or ""]
    for child in node:
        parts.append(text_of(child, leave))
        parts.append(child.tail or "")
    return "".join(parts)


def all_named(node, *names):
    return [n for n in node.iter() if local(n) in names] if node is not None else []


def first_named(node, *names):
    found = all_named(node, *names)
    return found[0] if found else None


# Where the running text of a paragraph breaks off: marks that each publisher prints in its own way.
BREAKS = {"inline-formula", "disp-formula", "formula", "tex-math", "math", "sup", "sub", "fn", "graphic",
          "inline-graphic", "list", "list-item", "item", "p", "disp-quote", "break", "title", "head", "sec",
          "email", "ext-link", "uri", "inline-code", "code", "monospace", "preformat", "note"}
LEFT_OUT = {"table-wrap", "fig", "figure", "table", "boxed-text", "supplementary-material", "media", "formula",
            "inline-formula", "disp-formula", "disp-formula-group", "fig-group", "table-wrap-group", "code",
            "preformat", "inline-code", "def-list"}


def segments(node, out):
    """The stretches of running text in a body; out[-1] is the one being written."""
    name = local(node)
    if name in LEFT_OUT or name in {"title", "head", "label", "sup", "sub"}:
        out.append("")
        return
    cites = name == "xref" and node.get("ref-type") in ("bibr", "fn", "table-fn")
    cites = cites or (name == "ref" and node.get("type") in ("bibr", "foot"))
    if name in BREAKS or cites:
        out.append("")
    if not cites:
        out[-1] += node.text or ""
        for child in node:
            segments(child, out)
            out[-1] += child.tail or ""
    if name in BREAKS or cites:
        out.append("")


class Gold:
    """What is known about one PDF; None where the gold says nothing."""

    def __init__(self, folder, name):
        self.title = self.abstract = self.doi = self.journal = self.year = None
        self.keywords = self.sections = self.authors = None
        self.other_heads, self.body, self.references, self.everything = [], [], [], ""
        base = os.path.join(folder, name)
        tei = os.path.join(folder, "..", "..", "tei", os.path.basename(folder), name + ".tei.xml")
        if os.path.exists(base + ".refs.xml"):
            self.from_lines(open(base + ".refs.xml", encoding="utf-8").read())
        elif os.path.exists(tei):
            self.from_tei(ET.parse(tei).getroot())
        else:
            path = base + ".nxml" if os.path.exists(base + ".nxml") else base + ".jats.xml"
            self.from_jats(ET.parse(path).getroot())

    def from_lines(self, text):
        for line in text.splitlines():
            titles = re.findall(r"<title>(.*?)</title>", line)
            if line.strip():
                self.references.append(re.sub(r"<[^>]*>", "", titles[0]) if titles else "")
        self.everything = re.sub(r"<[^>]*>", "", text)

    def from_tei(self, root):
        header = first_named(root, "teiHeader")
        self.title = text_of(first_named(header, "title"))
        self.abstract = text_of(first_named(header, "abstract"))
        self.keywords = [text_of(term) for term in all_named(header, "term")]
        for idno in all_named(header, "idno"):
            if idno.get("type") == "DOI":
                self.doi = idno.text.lower()
        source = first_named(header, "sourceDesc")
        self.journal = text_of(first_named(first_named(source, "monogr"), "title"))
        self.authors = [text_of(s) for s in all_named(source, "surname")]
        date = first_named(source, "date")
        self.year = date.get("when")[:4] if date is not None else None
        body = first_named(root, "body")
        self.sections = [text_of(head) for div in all_named(body, "div") for head in div if local(head) == "head"]
        self.take_body(body)
        for bibl in all_named(first_named(root, "back"), "biblStruct"):
            title = [t for t in all_named(bibl, "title") if t.get("level") == "a"]
            self.references.append(text_of(title[0]) if title else "")
        self.everything = text_of(root)

    def from_jats(self, root):
        meta = first_named(root, "article-meta")
        self.title = text_of(first_named(first_named(meta, "title-group"), "article-title"), {"xref", "fn"})
        plain = [a for a in meta if local(a) == "abstract" and a.get("abstract-type") in (None, "section")]
        self.abstract = "\n".join(text_of(p) for p in all_named(plain[0], "p", "title")) if plain else None
        kinds = [k for k in all_named(meta, "kwd-group") if k.get("kwd-group-type") in (None, "author")]
        self.keywords = [text_of(k) for k in all_named(kinds[0], "kwd")] if kinds else None
        for number in meta:
            if local(number) == "article-id" and number.get("pub-id-type") == "doi":
                self.doi = (number.text or "").strip().lower()
        self.journal = text_of(first_named(root, "journal-title"))
        years = [text_of(first_named(d, "year")) for d in meta if local(d) == "pub-date" and first_named(d, "year") is not None]
        # The education journal's files give the date of submission as that of publication.
        self.year = "|".join(years) if any(local(d) == "history" for d in meta) else None
        self.authors = [text_of(s) for c in all_named(meta, "contrib") if c.get("contrib-type") == "author"
                        for s in all_named(c, "surname")[:1]]
        body, back = first_named(root, "body"), first_named(root, "back")
        self.sections = [text_of(t, {"label", "xref"}) for sec in all_named(body, "sec") for t in sec if local(t) == "title"]
        self.other_heads = [text_of(t) for t in all_named(back, "title") + all_named(meta, "title")
                            + all_named(body, "title", "subtitle")]
        self.take_body(body)
        for ref in all_named(back, "ref"):
            title = first_named(ref, "article-title") if first_named(ref, "article-title") is not None \
                else first_named(ref, "chapter-title", "data-title")
            self.references.append(text_of(title) if title is not None else "")
        self.everything = text_of(root)

    def take_body(self, body):
        out = [""]
        segments(body, out)
        self.body = [s for s in out if s.strip()]


# ---- readers ------------------------------------------------------------------------------------

class Ours:
    name = "litmine"

    def __init__(self, line):
        got = line.get("document") or {}
        self.text = got.get("text", "")
        self.title, self.doi = got.get("title", ""), got.get("doi", "")
        self.abstract, self.keywords = got.get("abstract", ""), got.get("keywords", [])
        self.authors = [a["family"] for a in got.get("authors", [])]
        self.journal, self.year = got.get("source", ""), str(got.get("year", ""))
        raw = self.text.encode()
        front = ("title", "abstract", "keywords", "affiliations")
        self.headings = [s["heading"] for s in got.get("sections", []) if s["heading"]]
        self.body_headings = [s["heading"] for s in got.get("sections", [])
                              if s["heading"] and s["part"] not in front + ("references", "back_matter")]
        self.list = "\n".join(raw[s["begin"]:s["end"]].decode() for s in got.get("sections", [])
                              if s["part"] == "references")
        self.entries = got.get("references", [])


LIST_HEAD = re.compile(r"^[\d. ]*(references?|bibliography|works cited|literatur(e|verzeichnis)?|literature cited)[: ]*$", re.I)
ENDS_ABSTRACT = re.compile(r"^\s*(key ?words?|index terms|\d?\.?\s*introduction|1\.? )", re.I)


class Naive:
    """pdftotext, and what anyone would do with its text."""

    def __init__(self, pdf, mode):
        self.name = "pdftotext " + (mode or "plain")
        command = ["pdftotext"] + ([mode] if mode else []) + ["-enc", "UTF-8", pdf, "-"]
        self.text = subprocess.run(command, capture_output=True, timeout=120).stdout.decode(errors="replace")
        lines = [line.strip() for line in self.text.replace("\f", "\n").split("\n")]
        blocks = [b for b in re.split(r"\n\s*\n", self.text.replace("\f", "\n\n")) if b.strip()]
        self.first_blocks = blocks[:5]
        doi = re.search(r"10\.\d{4,9}/\S*[^\s.,;)\]]", self.text)
        self.doi = doi.group(0).lower() if doi else ""
        self.headings = self.body_headings = [line for line in lines if line]
        self.abstract = self.after(lines, r"^\s*(abstract|summary)\b[:.]?", ENDS_ABSTRACT, 60)
        keys = self.after(lines, r"^\s*key ?words?\b[:.]?", re.compile(r"^$"), 6)
        mark = next((m for m in ";•·|" if m in keys), ",")
        self.keywords = [k.strip(" .") for k in keys.split(mark) if k.strip(" .")]
        heads = [i for i, line in enumerate(lines) if LIST_HEAD.match(line)]
        self.list = "\n".join(lines[heads[-1]:]) if heads else ""
        self.authors, self.journal, self.year, self.entries = None, None, None, None

    @staticmethod
    def after(lines, head, stop, most):
        for i, line in enumerate(lines):
            found = re.match(head, line, re.I)
            if not found:
                continue
            out = [line[found.end():]]
            for other in lines[i + 1:i + most]:
                if stop.match(other) and any(o.strip() for o in out):
                    break
                out.append(other)
            return "\n".join(out)
        return ""


# ---- rows ---------------------------------------------------------------------------------------
# Each gives (right, of how many) for one reader and one file, and names what is wrong.

def heading_key(text):
    return " ".join(words(re.sub(r"^\s*([\dIVX]+\.)*\d*\s*", "", text.strip(), count=1)))


def title_row(gold, reader, any_text, wrong):
    if not gold.title or flat(gold.title) not in any_text:
        return 0, 0
    key = words(gold.title)
    found = [reader.title] if isinstance(reader, Ours) else reader.first_blocks
    right = any(words(f) == key for f in found)
    if not right:
        wrong.append(("title", gold.title, found[0] if found else ""))
    return int(right), 1


def title_words_row(gold, reader, any_text, wrong):
    if not gold.title or flat(gold.title) not in any_text:
        return 0, 0
    return int(flat(gold.title) in flat(reader.text)), 1


def abstract_row(gold, reader, any_text, wrong):
    if not gold.abstract:
        return 0, 0
    share = alike(reader.abstract, gold.abstract)
    if share < 0.9:
        wrong.append((f"abstract {share:.2f}", gold.abstract, reader.abstract))
    return int(share >= 0.9), 1


def keywords_row(gold, reader, any_text, wrong):
    if not gold.keywords or any(flat(k) not in any_text for k in gold.keywords):
        return 0, 0
    if len(gold.keywords) > 1 and flat(" ".join(gold.keywords[:2])) not in any_text:
        return 0, 0  # the words are in the text, but no list of them is printed
    right = Counter(" ".join(words(k)) for k in gold.keywords) == Counter(" ".join(words(k)) for k in reader.keywords)
    if not right:
        wrong.append(("keywords", gold.keywords, reader.keywords))
    return int(right), 1


def doi_row(gold, reader, any_text, wrong):
    if not gold.doi or flat(gold.doi) not in any_text:
        return 0, 0
    if reader.doi != gold.doi:
        wrong.append(("doi", gold.doi, reader.doi))
    return int(reader.doi == gold.doi), 1


def sections_found(gold, reader, any_text, wrong):
    if gold.sections is None:
        return 0, 0
    wanted = [heading_key(s) for s in gold.sections if heading_key(s) and flat(s) in any_text]
    have = {heading_key(h) for h in reader.headings}
    missing = [w for w in wanted if w not in have]
    if missing:
        wrong.append(("sections", missing, ""))
    return len(wanted) - len(missing), len(wanted)


def sections_true(gold, reader, any_text, wrong):
    if gold.sections is None or not isinstance(reader, Ours):
        return 0, 0
    known = {heading_key(s) for s in gold.sections + gold.other_heads + [gold.title or ""]}
    have = [heading_key(h) for h in reader.body_headings]
    false = [h for h in have if h not in known]
    if false:
        wrong.append(("no sections", false, ""))
    return len(have) - len(false), len(have)


def list_row(gold, reader, any_text, wrong):
    if not gold.references:
        right = not words(reader.list)
        return int(right), 1
    titles = [flat(t) for t in gold.references if len(words(t)) > 2]
    inside, everywhere = flat(reader.list), flat(reader.text)
    there = [t for t in titles if t in everywhere]
    right = bool(there) and sum(t in inside for t in there) >= 0.9 * len(there)
    if not right:
        wrong.append(("list", len(there), sum(t in inside for t in there)))
    return int(right), 1


def reference_titles(gold, reader, any_text, wrong):
    titles = [t for t in gold.references if len(words(t)) > 2]
    text = flat(reader.text)
    missing = [t for t in titles if flat(t) not in text]
    for title in missing:
        wrong.append(("reference", title, ""))
    return len(titles) - len(missing), len(titles)


def entries_row(gold, reader, any_text, wrong):
    if reader.entries is None:
        return 0, 0
    titles = [flat(t) for t in gold.references if len(words(t)) > 2 and flat(t) in flat(reader.text)]
    held = [[t for t in titles if t in flat(e)] for e in reader.entries]
    alone = {h[0] for h in held if len(set(h)) == 1}
    missing = [t for t in titles if t not in alone]
    if missing:
        wrong.append(("entries", f"{len(gold.references)} in gold", f"{len(reader.entries)} found; {missing[:3]}"))
    return len(titles) - len(missing), len(titles)


LONE_LETTER = re.compile(r"\b[^\W\dai]\b")  # two in a run: a formula, which each prints its own way


def body_row(gold, reader, any_text, wrong):
    text = set(runs(words(reader.text), 8))
    right = all_runs = 0
    for segment in gold.body:
        wanted = [r for r in runs(words(segment), 8) if len(LONE_LETTER.findall(r)) < 2]
        all_runs += len(wanted)
        missing = [w for w in wanted if w not in text]
        right += len(wanted) - len(missing)
        if missing:
            wrong.append(("body", len(missing), missing[len(missing) // 2]))
    return right, all_runs


WORD = r"[^\W\d_]+"
COMPOUND = re.compile(WORD + "(?:" + HYPHEN + WORD + ")*")


def vocabulary(text):
    """Words, and compounds with their hyphens, that a gold text writes."""
    whole, plain = set(), set()
    for token in COMPOUND.findall(unicodedata.normalize("NFKC", text).lower()):
        parts = re.split(HYPHEN, token)
        for i in range(len(parts)):
            for j in range(i + 1, len(parts) + 1):
                (plain if j == i + 1 else whole).add("-".join(parts[i:j]))
    return whole, plain


def hyphen_cases(raw_text, witnesses):
    """Line ends of `pdftotext -raw` that a gold text decides, the article's own asked first:
    (word before, first half, second half, does the hyphen stay)."""
    lines = unicodedata.normalize("NFKC", raw_text).replace("\f", "\n").split("\n")
    for line, following in zip(lines, lines[1:]):
        end = re.search(r"(?:^|(\S+) )[\W_]*(" + WORD + "(?:" + HYPHEN + WORD + ")*)" + HYPHEN + "$", line.strip())
        begin = re.match(r"(" + WORD + r")(\S* \S+)?", following.strip())
        if not end or not begin or not begin.group(1)[0].islower():
            continue
        first, second = end.group(2).lower(), begin.group(1).lower()
        last = re.split(HYPHEN, first)[-1]
        for whole, plain in witnesses:
            joined, kept = last + second in plain, last + "-" + second in whole
            if joined != kept:
                yield end.group(1) or "", last, second, kept
            if joined or kept:
                break


def hyphens_row(gold, reader, any_text, wrong, kind):
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", reader.text)).lower()
    right = every = 0
    for before, first, second, kept in gold.hyphens:
        if kind == "kept" and not kept:
            continue
        every += 1
        lead = re.escape(before.lower()) + r" \S*?" if before else ""
        is_joined = re.search(lead + first + second + r"\b", text)
        is_kept = re.search(lead + first + HYPHEN + " ?" + second + r"\b", text)
        good = is_kept and not is_joined if kept else is_joined and not (is_kept and not before)
        right += bool(good)
        if not good:
            got = re.search(lead + first + r"\S* ?\S*", text)
            wrong.append(("hyphen", f"{before} {first}{'-' if kept else ''}{second}", got.group(0) if got else ""))
    return right, every


def authors_row(gold, reader, any_text, wrong):
    if not gold.authors or reader.authors is None:
        return 0, 0
    right = [words(a) for a in gold.authors] == [words(a) for a in reader.authors]
    if not right:
        wrong.append(("authors", gold.authors, reader.authors))
    return int(right), 1


def journal_row(gold, reader, any_text, wrong):
    if not gold.journal or reader.journal is None or flat(gold.journal) not in any_text:
        return 0, 0
    right = words(gold.journal) == words(reader.journal)
    if not right:
        wrong.append(("journal", gold.journal, reader.journal))
    return int(right), 1


def year_row(gold, reader, any_text, wrong):
    if not gold.year or reader.year is None:
        return 0, 0
    right = reader.year in gold.year.split("|")
    if not right:
        wrong.append(("year", gold.year, reader.year))
    return int(right), 1


ROWS = [
    ("title named", title_row),
    ("title's words together", title_words_row),
    ("abstract named", abstract_row),
    ("keywords named, all and no others", keywords_row),
    ("DOI of the article named", doi_row),
    ("section headings found", sections_found),
    ("headings named that are ones", sections_true),
    ("reference list found", list_row),
    ("reference titles in the text", reference_titles),
    ("reference titles in an entry of their own", entries_row),
    ("8-word runs of the body", body_row),
    ("hyphens at line ends right", lambda g, r, a, w: hyphens_row(g, r, a, w, "all")),
    ("  of these, hyphens that must stay", lambda g, r, a, w: hyphens_row(g, r, a, [], "kept")),
    ("authors, all and in order", authors_row),
    ("journal", journal_row),
    ("year", year_row),
]
MODES = ("", "-raw", "-layout")


def pdfs_with_gold(folder):
    """(path, is it of the judging half), the folders' files in turn."""
    for place, _, names in sorted(os.walk(folder)):
        for i, name in enumerate(sorted(n for n in names if n.endswith(".pdf"))):
            yield os.path.join(place, name), i % 2 == 1


def share(pair):
    return f"{pair[0] / pair[1]:.3f}" if pair[1] else "-"


def print_table(title, sums, names):
    print(f"\n{title}\n")
    print(f"| {'':42} | {'n':>6} | " + " | ".join(f"{n:>17}" for n in names) + " |")
    print("| --- | ---: |" + " ---: |" * len(names))
    for row, _ in ROWS:
        pairs = [sums.get((row, n), (0, 0)) for n in names]
        most = max(p[1] for p in pairs)
        print(f"| {row:42} | {most:>6,} | " + " | ".join(f"{share(p):>17}" for p in pairs) + " |")


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(arguments) != 2:
        sys.exit("usage: measure.py DUMP FOLDER [--files [--judge]]")
    dump, folder = arguments
    if not os.path.isdir(folder):
        print(f"skipped: there is no folder '{folder}'")
        return
    files = list(pdfs_with_gold(folder))
    lines = subprocess.run([dump] + [f for f, _ in files], capture_output=True, check=True).stdout.splitlines()
    halves = {False: {}, True: {}}
    golds = [Gold(os.path.dirname(path), os.path.basename(path)[:-4]) for path, _ in files]
    everyones = vocabulary("\n".join(gold.everything for gold in golds))
    names = []
    for (path, judge), line, gold in zip(files, lines, golds):
        readers = [Naive(path, mode) for mode in MODES] + [Ours(json.loads(line))]
        names = [r.name for r in readers]
        gold.hyphens = list(hyphen_cases(readers[1].text, (vocabulary(gold.everything), everyones)))
        any_text = " ".join(flat(r.text) for r in readers)
        listed = "--files" in sys.argv and judge == ("--judge" in sys.argv)
        if listed:
            print(f"== {path}")
        for row, score in ROWS:
            for reader in readers:
                wrong = []
                right, every = score(gold, reader, any_text, wrong)
                old = halves[judge].get((row, reader.name), (0, 0))
                halves[judge][(row, reader.name)] = (old[0] + right, old[1] + every)
                if listed and isinstance(reader, Ours):
                    for what, want, got in wrong:
                        print(f"  {what}: {str(want)[:700]!r}\n      {str(got)[:700]!r}")
    both = {k: tuple(map(sum, zip(halves[False].get(k, (0, 0)), halves[True].get(k, (0, 0)))))
            for k in {**halves[False], **halves[True]}}
    counts = Counter(judge for _, judge in files)
    print_table(f"All {len(files)} files", both, names)
    print_table(f"The {counts[False]} files to improve rules by", halves[False], names)
    print_table(f"The {counts[True]} files to judge them by", halves[True], names)


if __name__ == "__main__":
    main()
