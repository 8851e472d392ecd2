Who cites whom, and what the corpus lacks: counts that add up, and RIS that the importers read back.

  $ litmine run "$SAMPLE/review.toml" --results results --quiet >run.txt 2>&1
  $ export LITMINE_INDEX=results/.litmine/index
  $ litmine cite missing --limit 3 --format csv 2>&1 | cut -d, -f1-3
  work,studies,mentions
  lindgren-2014-contacts,6,8
  haller-2012-unplanned,5,7
  moss-2017-followers,5,6
  60 works cited by 17 studies: 6 in the corpus, 3 missing and listed, 51 missing and left out
  $ litmine cite who lindgren-2014-contacts --format csv 2>/dev/null | head -3
  work,study,page,part,role,link,why,sentence
  lindgren-2014-contacts,beridze-2023-georgian-wine,,introduction,in brackets,linked,,"According to the second, contact that costs little is worth little, and business goes on between people who have shared a table (Lindgren, 2014)."
  lindgren-2014-contacts,beridze-2023-georgian-wine,,theory,in brackets,linked,,"Relations of this kind are built up through mutual commitment, and they cool if they are not used (Lindgren, 2014)."
  $ litmine cite missing --least 5 --format ris 2>/dev/null >missing.ris; grep -c '^TY' missing.ris
  5
  $ litmine index --quiet --index again missing.ris 2>&1
  1 file: 1 new or changed, 0 unchanged; 5 documents in again
  $ litmine search --index again --dialect scopus --format csv 'TITLE(contacts)' 2>/dev/null | cut -d, -f2-4
  study,year,authors
  lindgren-2014-contacts-before-contracts,2014,Lindgren
  $ litmine cite mentions moretti-2020-crossborder-portals --format csv 2>&1 >/dev/null
  moretti-2020-crossborder-portals: author-year; 11 mentions: 11 linked, 0 doubtful, 0 unlinked; 11 entries, 3 never mentioned
  $ litmine cite mising
  litmine: 'cite' has no question 'mising'
    hint: did you mean 'missing'?
  [2]
  $ litmine cite refs nobody
  litmine: no study is called 'nobody'
    hint: 'litmine info --studies' lists them
  [2]
