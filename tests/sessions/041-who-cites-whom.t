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

A sentence of one's own: who says so, on which page, how to cite it; a sentence that tells it of others says of whom.

  $ litmine cite find "social media lower the cost of contact" --limit 2
  1. beridze-2023-georgian-wine, introduction: 100 % of the claim
     "According to the first, social media lower the cost of contact and thereby make distance less important (Moss and Adeyemi, 2017)."
     says it of others: moss-2017-followers
     Beridze, Nino, & Hale, Georgia (2023). Toasts across the border: social media, networks and the internationalization of family wineries in Georgia. Journal of Invented Trade Studies, 11, 33-52.
  2. beridze-2023-georgian-wine, introduction: 42 % of the claim
     "According to the second, contact that costs little is worth little, and business goes on between people who have shared a table (Lindgren, 2014)."
     says it of others: lindgren-2014-contacts
     without: social, media, lower, of
     Beridze, Nino, & Hale, Georgia (2023). Toasts across the border: social media, networks and the internationalization of family wineries in Georgia. Journal of Invented Trade Studies, 11, 33-52.
  2 of 1292 sentences of 70 studies; words are compared, not meanings: read before you cite
  $ litmine cite find "social media lower the cost of contact" --limit 1 --format csv 2>/dev/null | head -n1
  study,share,page,part,whose,cites,sentence,lacking,key,citation
  $ litmine cite find "submarines dive below zebras"
  0 of 1292 sentences of 70 studies; words are compared, not meanings: read before you cite
  [1]
  $ litmine cite find
  litmine: 'cite find' needs a claim
    hint: a sentence in quotes: litmine cite find "platforms lower entry costs"
  [2]
  $ litmine cite find "platforms" --style apo
  litmine: no citation style is called 'apo'
    hint: did you mean 'apa'?
  [2]

A manuscript: what its text cites against its list, and against the corpus.

  $ cat >draft.md <<'END'
  > # A draft
  > 
  > ## Introduction
  > 
  > Relations cool when nobody uses them (Lindgren, 2014), as Moretti et al.'s (2020) survey shows; Virtanen
  > and Ketunen (2019) agree. Nobody (2001) does not, and Barney (1992) came first.
  > 
  > ## References
  > 
  > Barney, J. (1991). Firm resources and sustained competitive advantage. Journal of Management, 17(1), 99-120.
  > Lindgren, O. (2014). Contacts before contracts: founders' networks in the Swedish software industry. Journal of Made-Up Things, 3(1), 1-20.
  > Moretti, C., Ferri, D. and Vidal, L. (2019). Cross-border e-commerce portals and the degree of internationalization of small firms: evidence from Italian exporters to China. Journal of Made-Up Business, 12(3), 45-67.
  > North, D. C. (1990). Institutions, institutional change and economic performance. Cambridge University Press.
  > Virtanen, A. and Kettunen, J. (2019). Reaching Japan from the workshop: social media and the effectual internationalization of Finnish design crafts. Journal of Made-Up Crafts, 5(2), 11-30.
  > END
  $ litmine cite check draft.md --format csv
  check,line,page,key,remark,text
  key-differs,5,,Moretti et al. 2020,the list has 2019,"Relations cool when nobody uses them (Lindgren, 2014), as Moretti et al.'s (2020) survey shows; Virtanen and Ketunen (2019) agree."
  key-differs,5,,Virtanen and Ketunen 2019,the names differ: the list has 'Virtanen and Kettunen',"Relations cool when nobody uses them (Lindgren, 2014), as Moretti et al.'s (2020) survey shows; Virtanen and Ketunen (2019) agree."
  key-without-reference,6,,Nobody 2001,no entry has these names,"Nobody (2001) does not, and Barney (1992) came first."
  key-differs,6,,Barney 1992,the list has 1991,"Nobody (2001) does not, and Barney (1992) came first."
  never-cited,13,,North 1990,the text does not cite this reference,"North, D. C. (1990). Institutions, institutional change and economic performance. Cambridge University Press."
  year-differs,12,,Moretti 2019,moretti-2020-crossborder-portals has 2020,"Moretti, C., Ferri, D. and Vidal, L. (2019). Cross-border e-commerce portals and the degree of internationalization of small firms: evidence from Italian exporters to China. Journal of Made-Up Business, 12(3), 45-67."
  draft.md: 5 mentions: 1 linked, 3 doubtful, 1 unlinked; 5 references, 1 never cited; 6 remarks
  [1]

Every cited work once, however its entries print it; works that were retracted are marked.

  $ litmine cite works --least 6 --format csv 2>&1 | cut -d, -f1-3
  work,studies,mentions
  lindgren-2014-contacts,6,8
  moretti-2020-cross,6,7
  60 works cited by 17 studies: 6 in the corpus, 2 listed, 58 left out
  $ litmine cite works --limit 2 --format csl-json 2>/dev/null | grep -c '"title"'
  2
  $ printf 'DOI,Reason\n10.5555/PQN.2017.0001,made up\n' >retractions.csv
  $ litmine cite works --retracted retractions.csv --format csv 2>/dev/null | grep ',true,' | cut -d, -f1-3
  dupre-2017-rules,4,6
