#!/bin/sh
# Makes the PDFs of the sample from the sources in this folder. The PDFs are committed, so
# nobody needs this to build or to use litmine; run it after a change to a source.
#
# Needs on Debian 12: texlive-latex-base texlive-latex-recommended texlive-fonts-recommended
# lmodern groff ghostscript. The same tools give the same bytes each time.
#
#   ./make-pdfs.sh            all of them
#   ./make-pdfs.sh STEM...    only these, for example virtanen-2019-nordic-crafts
set -eu
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1577836800 FORCE_SOURCE_DATE=1 TZ=UTC LC_ALL=C.UTF-8

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

from_latex() {
  for pass in 1 2; do  # twice, for the page numbers
    pdflatex -interaction=nonstopmode -halt-on-error -output-directory="$scratch" "$1.tex" \
      > "$scratch/$1.out" || { tail -30 "$scratch/$1.out" >&2; return 1; }
  done
  cp "$scratch/$1.pdf" "../$1.pdf"
}

from_groff() {
  groff -k -Tpdf -ms "$1.ms" > "$scratch/$1.pdf"
  # groff writes the date of the day; the same length of a fixed date keeps the offsets right.
  sed -E 's/\((D:)[0-9]{14}/(\120200101000000/g' "$scratch/$1.pdf" > "../$1.pdf"
}

if [ $# -eq 0 ]; then
  set -- $(ls ./*.tex ./*.ms | sed 's|^\./||; s/\.[a-z]*$//')
fi
for stem; do
  if [ -f "$stem.tex" ]; then from_latex "$stem"; else from_groff "$stem"; fi
  echo "../$stem.pdf"
done
