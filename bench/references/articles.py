#!/usr/bin/env python3
"""articles.py DUMP MODEL FOLDER [--misses NAME]: reference lists and in-text mentions of whole articles.

DUMP is the program citations_dump; FOLDER is shared/data/fulltext. Articles are PDFs with gold beside
them (JATS, EXCITE lines, TEI) and, where there is no PDF, the plain text of the JATS or TEI, its list
printed as the JATS prints it. For each set: entries found (F1 after pairing gold and read entries by
title, or by first author, year and pages where the gold has no title), their fields, and in-text
links: the gold's callouts in their order against ours, as the longest common run of linked entries,
so that a link counts only where it stands. Half of the articles (by name) helped to make rules
(--half making); the other half judges.
"""
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from collections import defaultdict


def key(text):
    text = unicodedata.normalize("NFKD", text or "").lower()
    return "".join(c for c in text if c.isalnum())


def local(node):
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def text_of(node):
    return "".join(node.itertext()) if node is not None else ""


def named(node, *names):
    return [n for n in node.iter() if local(n) in names] if node is not None else []


def first(node, *names):
    found = named(node, *names)
    return found[0] if found else None


def squeezed(text):
    return re.sub(r"\s+", " ", text or "").strip()


class Gold:
    def __init__(self):
        self.entries = []   # dicts: id, title, surnames, year, source, volume, page
        self.callouts = None  # ids in the order of the text; None: not marked
        self.text = None    # plain text, where there is no PDF

    def from_lines(self, text):
        for number, line in enumerate(text.splitlines()):
            if not re.search(r"<(title|author|source)>", line):
                continue
            get = lambda tag: re.sub(r"<[^>]*>", "", (re.findall(f"<{tag}>(.*?)</{tag}>", line) or [""])[0])
            self.entries.append({"id": str(number), "title": get("title"), "year": get("year")[:4],
                                 "surnames": re.findall(r"<surname>(.*?)</surname>", line),
                                 "source": get("source"), "volume": get("volume"), "page": get("fpage")})

    def from_jats(self, root):
        for ref in named(first(root, "ref-list"), "ref") if first(root, "ref-list") is not None else []:
            cited = first(ref, "mixed-citation", "element-citation", "citation")
            if cited is None:
                continue
            title = squeezed(text_of(first(cited, "article-title")))
            source = squeezed(text_of(first(cited, "source")))
            people = [g for g in named(cited, "person-group") if g.get("person-group-type", "author") == "author"]
            where = people[0] if people else cited
            self.entries.append({
                "id": ref.get("id"), "title": title or source, "source": source if title else "",
                "year": squeezed(text_of(first(cited, "year")))[:4],
                "surnames": [squeezed(text_of(s)) for s in named(where, "surname")],
                "volume": squeezed(text_of(first(cited, "volume"))),
                "page": squeezed(text_of(first(cited, "fpage"))),
                "printed": printed(cited)})
        body = first(root, "body")
        callouts = [x.get("rid", "").split()[0] for x in named(body, "xref") if x.get("ref-type") == "bibr" and x.get("rid")]
        self.callouts = callouts or None
        self.text = plain(root, body, [e["printed"] for e in self.entries])

    def from_tei(self, root):
        for struct in named(first(root, "listBibl"), "biblStruct"):
            identity = struct.get("{http://www.w3.org/XML/1998/namespace}id")
            analytic, monogr = first(struct, "analytic"), first(struct, "monogr")
            where = analytic if analytic is not None and named(analytic, "author") else struct
            title = squeezed(text_of(first(analytic, "title"))) if analytic is not None else ""
            source = squeezed(text_of(first(monogr, "title")))
            date = first(struct, "date")
            year = (date.get("when") or text_of(date))[:4] if date is not None else ""
            scope = {s.get("unit"): s.get("from") or text_of(s) for s in named(struct, "biblScope")}
            raw = [squeezed(text_of(n)) for n in named(struct, "note") if n.get("type") == "raw_reference"]
            self.entries.append({
                "id": identity, "title": title or source, "source": source if title else "", "year": year,
                "surnames": [squeezed(text_of(first(a, "surname"))) for a in named(where, "author")],
                "volume": scope.get("volume", ""), "page": scope.get("page", ""), "printed": raw[0] if raw else ""})
        body = first(root, "body")
        self.callouts = [r.get("target", "#").lstrip("#") for r in named(body, "ref")
                         if r.get("type") == "bibr" and r.get("target")] or None
        if all(e["printed"] for e in self.entries):
            self.text = plain(root, body, [e["printed"] for e in self.entries])


def printed(cited):
    """An entry as the journal prints it: JATS leaves out what stands between names."""
    out = ""
    for group in [cited]:
        names = named(group, "name", "string-name", "collab")
        if names and "," not in squeezed("".join((n.tail or "") for n in names)):
            people = [g for g in named(cited, "person-group")]
            authors = named(people[0], "name", "collab") if people else names
            shown = [", ".join(squeezed(text_of(p)) for p in n if text_of(p)) if len(n) else squeezed(text_of(n))
                     for n in authors]
            et_al = first(people[0], "etal") is not None if people else False
            out = ", ".join(shown) + (", et al." if et_al else "")
            start = people[0] if people else authors[-1]
            seen = False
            for child in cited:
                if child is start:
                    seen = True
                    out += child.tail or ""
                elif seen:
                    if local(child) == "person-group":
                        out += ", ".join(squeezed(text_of(n)) for n in named(child, "name"))
                    else:
                        out += ("doi: " if local(child) == "pub-id" and child.get("pub-id-type") == "doi" else "")
                        out += "" if local(child) == "pub-id" and child.get("pub-id-type") != "doi" else text_of(child)
                    out += child.tail or ""
        else:
            out = text_of(cited)
    return squeezed(out)


def plain(root, body, entries):
    title = squeezed(text_of(first(root, "article-title", "title")))
    lines = [title, "", "1. Introduction", ""]
    for node in body.iter() if body is not None else []:
        name = local(node)
        if name in ("p",):
            lines += [squeezed(text_of(node)), ""]
        elif name in ("title", "head"):
            lines += [squeezed(text_of(node)), ""]
    lines += ["References", ""]
    for entry in entries:
        lines += [entry, ""]
    return "\n".join(lines)


def pair(gold, read):
    """Gold entry → read entry, by likeness of titles and of what else is known."""
    read_keys = [key(r["csl"].get("title", "")) for r in read]
    whole = [key(r["text"]) for r in read]
    pairs, taken = {}, set()
    for i, entry in enumerate(gold):
        title, best, most = key(entry["title"]), None, 0
        for j in range(len(read)):
            if j in taken:
                continue
            score = 0
            if title and len(title) > 8:
                if title == read_keys[j]:
                    score = 2
                elif title in whole[j]:
                    score = 1.8
                elif read_keys[j] and difflib.SequenceMatcher(None, title, read_keys[j]).quick_ratio() > .9 and \
                        difflib.SequenceMatcher(None, title, read_keys[j]).ratio() > .85:
                    score = 1.2
            else:
                score = .5 if entry["surnames"] and key(entry["surnames"][0]) in whole[j] else 0
                score += .5 if entry["year"] and entry["year"] in whole[j] else 0
                score += .5 if entry["page"] and key(entry["page"]) in whole[j] else 0
                score = score if score > .9 else 0
            if score:
                score += .3 if entry["surnames"] and key(entry["surnames"][0]) in whole[j][:60] else 0
                score += .2 if entry["year"] and entry["year"] in whole[j] else 0
            # Two entries of the gold in one of ours: only one of them is found.
            if score > most:
                best, most = j, score
        if best is not None:
            pairs[i] = best
            taken.add(best)
    return pairs


class Tally:
    def __init__(self):
        self.n = defaultdict(int)

    def f1(self, name):
        right, found, gold = (self.n[name, part] for part in ("right", "found", "gold"))
        if found + gold == 0:
            return "-"
        return f"{2 * right / (found + gold):.3f} ({right}/{found}/{gold})"


def lcs(a, b):
    previous = [0] * (len(b) + 1)
    for x in a:
        current = [0]
        for j, y in enumerate(b):
            current.append(previous[j] + 1 if x == y else max(previous[j + 1], current[-1]))
        previous = current
    return previous[-1]


def fields(tally, entry, csl):
    got = {"title": csl.get("title", ""), "year": str(csl.get("issued", {}).get("date-parts", [[""]])[0][0]),
           "source": csl.get("container-title", ""), "volume": csl.get("volume", ""),
           "page": re.split("-", csl.get("page", ""))[0]}
    whole = True
    for name in got:
        want, have = key(entry[name]), key(got[name])
        tally.n[name, "gold"] += bool(want)
        tally.n[name, "found"] += bool(have) and bool(want or name not in ("source", "volume", "page"))
        right = want == have or (name == "title" and want and difflib.SequenceMatcher(None, want, have).ratio() > .95)
        tally.n[name, "right"] += bool(want) and right
        whole &= right or not want
    want = [key(s) for s in entry["surnames"]]
    have = [key(a.get("family", a.get("literal", ""))) for a in csl.get("author", [])]
    tally.n["surname", "gold"] += len(want)
    tally.n["surname", "found"] += len(have) if want else 0
    for name in want:
        if name in have:
            have.remove(name)
            tally.n["surname", "right"] += 1
        else:
            whole = False
    tally.n["whole", "right"] += whole
    tally.n["whole", "found"] += 1
    tally.n["whole", "gold"] += 1


def main():
    dump, model, folder = sys.argv[1:4]
    misses = sys.argv[sys.argv.index("--misses") + 1] if "--misses" in sys.argv else None
    half = sys.argv[sys.argv.index("--half") + 1] if "--half" in sys.argv else None
    articles = []
    for set_name in ("ssoar", "pmc", "jose", "cex"):
        base = os.path.join(folder, "scholarly", set_name)
        for file in sorted(os.listdir(base)):
            if not file.endswith(".pdf"):
                continue
            stem, gold = os.path.join(base, file[:-4]), Gold()
            tei = os.path.join(folder, "tei", "cex", file[:-4] + ".tei.xml")
            if os.path.exists(stem + ".refs.xml"):
                gold.from_lines(open(stem + ".refs.xml", encoding="utf-8").read())
            elif os.path.exists(tei):
                gold.from_tei(ET.parse(tei).getroot())
            else:
                gold.from_jats(ET.parse(stem + (".nxml" if os.path.exists(stem + ".nxml") else ".jats.xml")).getroot())
            articles.append((set_name + " (PDF)", file[:-4], os.path.join(base, file), gold))
    temporary = tempfile.mkdtemp()
    for set_name, base in (("frontiers (text)", "jats/frontiers"), ("cex (text)", "tei/cex")):
        for file in sorted(os.listdir(os.path.join(folder, base))):
            gold, root = Gold(), ET.parse(os.path.join(folder, base, file)).getroot()
            gold.from_jats(root) if base.startswith("jats") else gold.from_tei(root)
            if not gold.text:
                continue
            path = os.path.join(temporary, file.split(".")[0] + ".txt")
            open(path, "w", encoding="utf-8").write(gold.text)
            articles.append((set_name, file.split(".")[0], path, gold))
    if misses:
        articles = [a for a in articles if misses in a[1] or misses in a[0]]
    making = lambda name: sum(map(ord, name)) % 2 == 0
    if half:
        articles = [a for a in articles if making(a[1]) == (half == "making")]
    run = subprocess.run([dump, model] + [a[2] for a in articles], stdout=subprocess.PIPE, check=True, text=True)
    read = {json.loads(line)["file"]: json.loads(line).get("document") for line in run.stdout.splitlines()}
    tallies = defaultdict(Tally)
    for set_name, name, path, gold in articles:
        document = read.get(path) or {"entries": [], "mentions": [], "style": "none"}
        pairs = pair(gold.entries, document["entries"])
        back = {j: i for i, j in pairs.items()}
        line = Tally()
        for tally in (tallies[set_name], line):
            tally.n["articles"] += 1
            tally.n["entries", "gold"] += len(gold.entries)
            tally.n["entries", "found"] += len(document["entries"])
            tally.n["entries", "right"] += len(pairs)
            for i, j in pairs.items():
                fields(tally, gold.entries[i], document["entries"][j]["csl"])
            if gold.callouts:
                want = gold.callouts
                have = [gold.entries[back[m["entries"][0]]]["id"] if m["entries"][0] in back else "?"
                        for m in document["mentions"] if m["entries"]]
                tally.n["links", "gold"] += len(want)
                tally.n["links", "found"] += len(have)
                tally.n["links", "right"] += lcs(want, have)
                tally.n["unlinked"] += sum(m["link"] == "unlinked" for m in document["mentions"])
        if misses or "--each" in sys.argv:
            print(f"{set_name:18} {name:14} {document['style']:22} entries {line.f1('entries'):24} "
                  f"links {line.f1('links')} unlinked {line.n['unlinked']}")
        if misses:
            for i, entry in enumerate(gold.entries):
                if i not in pairs:
                    print("   not found:", entry["surnames"][:1], entry["year"], entry["title"][:90])
            for j, entry in enumerate(document["entries"]):
                if j not in back:
                    print("   not in the gold:", entry["text"][:150].replace("\n", " "))
            for m in document["mentions"]:
                if m["link"] != "linked":
                    print(f"   {m['link']}: {m['names']} {m['year']} {m['number'] or ''} ({m['why']}) …{m['around']!r}")
            if gold.callouts:
                have = [gold.entries[back[m["entries"][0]]]["id"] if m["entries"][0] in back else "?"
                        for m in document["mentions"] if m["entries"]]
                for tag, a, b, c, d in difflib.SequenceMatcher(None, gold.callouts, have, False).get_opcodes():
                    if tag != "equal":
                        print("   gold", gold.callouts[a:b], "ours", have[c:d])
    names = ["entries", "title", "year", "surname", "source", "volume", "page", "whole", "links"]
    print("F1 (right / read / gold)")
    for set_name, tally in tallies.items():
        print(f"\n{set_name}: {tally.n['articles']} articles")
        for name in names:
            print(f"  {name:8} {tally.f1(name)}")
        print(f"  unlinked mentions {tally.n['unlinked']}")


main()
