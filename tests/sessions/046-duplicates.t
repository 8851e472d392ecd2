Records of the same publication are found, with the reason for each; what only a person can tell is
listed and decided with one key.

  $ mkdir exports && cd exports
  $ cat >scopus.ris <<'END'
  > TY  - JOUR
  > AU  - Rojas, María
  > AU  - Pérez, Juan Luis
  > TI  - How small firms sell through digital platforms: evidence from Chile
  > PY  - 2019
  > T2  - Journal of Small Business Management
  > VL  - 57
  > SP  - 1240
  > EP  - 1258
  > DO  - 10.1111/jsbm.1
  > ER  - 
  > TY  - JOUR
  > AU  - Nowak, Anna
  > TI  - Trust in online marketplaces: a review
  > PY  - 2016
  > T2  - Platforms
  > ER  - 
  > END
  $ cat >wos.ris <<'END'
  > TY  - JOUR
  > AU  - Rojas, M.
  > AU  - Perez, J. L.
  > TI  - HOW SMALL FIRMS SELL THROUGH DIGITAL PLATFORMS - EVIDENCE FROM CHILE
  > PY  - 2019
  > T2  - J Small Bus Manag
  > VL  - 57
  > SP  - 1240-58
  > ER  - 
  > TY  - JOUR
  > TI  - Trust in online marketplaces: a review
  > PY  - 2017
  > ER  - 
  > TY  - JOUR
  > AU  - Rojas, M.
  > AU  - Perez, J. L.
  > TI  - Erratum to: How small firms sell through digital platforms: evidence from Chile
  > PY  - 2019
  > T2  - J Small Bus Manag
  > VL  - 57
  > SP  - 1300
  > ER  - 
  > END
  $ litmine dedupe scopus.ris wos.ris
  group  kept  record        title                                                                 because
      1  yes   scopus.ris#1  How small firms sell through digital platforms: evidence from Chile
      1  no    wos.ris#1     HOW SMALL FIRMS SELL THROUGH DIGITAL PLATFORMS - EVIDENCE FROM CHILE  scopus.ris#1: same title (+50), a title of many words (+12), same authors (+25), same year (+10), same source (+14), same volume (+8), same pages (+18)
  5 records: 1 duplicate in 1 group, 4 left; 1 doubtful pair, 1 linked pair
  '--show doubtful' lists the doubtful pairs, '--review' decides them
  $ litmine dedupe . --show linked --format json
  [
  {"relation":"linked","points":7,"record":"wos.ris#1","other":"wos.ris#3","title":"HOW SMALL FIRMS SELL THROUGH DIGITAL PLATFORMS - EVIDENCE FROM CHILE","other_title":"Erratum to: How small firms sell through digital platforms: evidence from Chile","because":"one is a notice about the other (-40), a title of many words (+12), same authors (+25), same year (+10), same source (+14), same volume (+8), other pages (-22)","decided":false}
  ]
  5 records: 1 duplicate in 1 group, 4 left; 1 doubtful pair, 1 linked pair
  '--show doubtful' lists the doubtful pairs, '--review' decides them
  $ litmine dedupe . --show flow --format csv
  source,identified,duplicates_removed,left
  scopus.ris,2,0,2
  wos.ris,3,1,2
  all,5,1,4
  5 records: 1 duplicate in 1 group, 4 left; 1 doubtful pair, 1 linked pair
  '--show doubtful' lists the doubtful pairs, '--review' decides them

The doubtful pair: the same title a year later, and nobody says by whom.

  $ litmine dedupe . --show doubtful --format csv
  relation,points,record,other,title,other_title,because,decided
  doubtful,46,scopus.ris#2,wos.ris#2,Trust in online marketplaces: a review,Trust in online marketplaces: a review,"same title (+50), years one apart (-4)",false
  5 records: 1 duplicate in 1 group, 4 left; 1 doubtful pair, 1 linked pair
  '--show doubtful' lists the doubtful pairs, '--review' decides them
  $ printf 'sudq' | litmine dedupe . --review --as anna
  1 of 1, 46 points: same title (+50), years one apart (-4)
    scopus.ris#2
      Trust in online marketplaces: a review
      Nowak, Anna
      2016, Platforms
    wos.ris#2
      Trust in online marketplaces: a review
      2017
    [s]ame  [d]ifferent  [l]inked reports of one study  [n]ext  [u]ndo  [q]uit: s
  no doubtful pair is left
  5 records: 2 duplicates in 2 groups, 3 left; 0 doubtful pairs, 1 linked pair
  $ cut -f 1,4,5 duplicates.txt
  # litmine: decisions about duplicates; the last line about two records counts
  same	anna	Trust in online marketplaces: a review | Trust in online marketplaces: a review
  $ litmine dedupe . --show flow
  source      identified  duplicates_removed  left
  scopus.ris           2                   0     2
  wos.ris              3                   2     1
  all                  5                   2     3
  5 records: 2 duplicates in 2 groups, 3 left; 0 doubtful pairs, 1 linked pair
  $ litmine dedupe . --undo --as anna --show flow
  taken back: same, Trust in online marketplaces: a review | Trust in online marketplaces: a review
  source      identified  duplicates_removed  left
  scopus.ris           2                   0     2
  wos.ris              3                   1     2
  all                  5                   1     4
  5 records: 1 duplicate in 1 group, 4 left; 1 doubtful pair, 1 linked pair
  '--show doubtful' lists the doubtful pairs, '--review' decides them
  $ litmine dedupe . --decide same 'scopus.ris#2' 'wos.ris#2' --show flow
  source      identified  duplicates_removed  left
  scopus.ris           2                   0     2
  wos.ris              3                   2     1
  all                  5                   2     3
  5 records: 2 duplicates in 2 groups, 3 left; 0 doubtful pairs, 1 linked pair
  $ litmine dedupe . --decide equal 'scopus.ris#2' 'wos.ris#2'
  litmine: 'equal' is not a decision
    hint: it is same, linked, different or open
  [2]
  $ litmine dedupe . --decide same 'scopus.ris#2' 'wos.ris#22'
  litmine: there is no record 'wos.ris#22'
    hint: records are named as in the listing: 'scopus.ris#12'
  [2]

The records that are left, merged: what the other record says otherwise is kept.

  $ litmine dedupe scopus.ris wos.ris --decisions none.txt --to ris --output ../left.ris
  5 records: 1 duplicate in 1 group, 4 left; 1 doubtful pair, 1 linked pair
  '--show doubtful' lists the doubtful pairs, '--review' decides them
  $ cat ../left.ris
  TY  - JOUR
  TI  - How small firms sell through digital platforms: evidence from Chile
  AU  - Rojas, María
  AU  - Pérez, Juan Luis
  PY  - 2019
  T2  - Journal of Small Business Management
  VL  - 57
  SP  - 1240
  EP  - 1258
  DO  - 10.1111/jsbm.1
  N1  - litmine.extra.merged from: scopus.ris#1
  N1  - litmine.extra.merged from: wos.ris#1
  N1  - litmine.extra.authors of wos.ris#1: Rojas, M.; Perez, J. L.
  N1  - litmine.extra.pages of wos.ris#1: 1240-58
  N1  - litmine.extra.source of wos.ris#1: J Small Bus Manag
  N1  - litmine.extra.title of wos.ris#1: HOW SMALL FIRMS SELL THROUGH DIGITAL PLATFORMS - EVIDENCE FROM CHILE
  ER  - 
  
  TY  - JOUR
  TI  - Trust in online marketplaces: a review
  AU  - Nowak, Anna
  PY  - 2016
  T2  - Platforms
  ER  - 
  
  TY  - JOUR
  TI  - Trust in online marketplaces: a review
  PY  - 2017
  ER  - 
  
  TY  - JOUR
  TI  - Erratum to: How small firms sell through digital platforms: evidence from Chile
  AU  - Rojas, M.
  AU  - Perez, J. L.
  PY  - 2019
  T2  - J Small Bus Manag
  VL  - 57
  SP  - 1300
  ER  - 
  
  $ litmine dedupe ../left.ris --decisions none.txt --show flow
  source       identified  duplicates_removed  left
  ../left.ris           4                   0     4
  all                   4                   0     4
  4 records: 0 duplicates in 0 groups, 4 left; 1 doubtful pair, 1 linked pair
  '--show doubtful' lists the doubtful pairs, '--review' decides them
  $ litmine dedupe . --to rsi
  litmine: no format of records is called 'rsi'; did you mean 'ris'?
    hint: the formats are ris, bibtex, csl-json, nbib, endnote-xml, csv
  [2]
  $ litmine dedupe . --review --to ris
  litmine: --review talks where the records would be written
    hint: give a file for them with --output
  [2]
  $ litmine dedupe
  litmine: it needs files with records, or an index, and not both
    hint: 'litmine dedupe scopus.ris wos.ris', 'litmine dedupe --index .litmine/index'
  [2]
