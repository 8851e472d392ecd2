Records are decided one by one, each with a key. The same keys from a pipe.

  $ { for i in 1 2 3 4 5 6; do printf 'TY  - JOUR\nTI  - Digital platforms and exports %s\nAU  - Ahn%s, B.\nPY  - 202%s\nAB  - Small firms sell abroad in case %s.\nER  - \n' $i $i $i $i; done; printf 'TY  - JOUR\nTI  - Milk yield of goats\nAU  - Zug, C.\nPY  - 1999\nER  - \n'; } > records.ris
  $ cat > review.toml <<'END'
  > [sources]
  > paths = ["records.ris"]
  > [[searches]]
  > query = '"digital platform*" AND export*'
  > [criteria]
  > exclude = ["a review"]
  > [[criteria.include]]
  > name = "recent"
  > reason = "too early"
  > years = {from = 2016}
  > [[criteria.include]]
  > name = "small firms"
  > query = '"small firm*"'
  > END
  $ litmine index records.ris 2>/dev/null >/dev/null
  $ litmine screen
  litmine: it is not said who screens
    hint: name yourself with --reviewer, or in the environment as LITMINE_REVIEWER
  [2]
  $ printf '?wisq' | litmine screen --reviewer ana
  
  [0 of 7 decided: 0 include, 0 exclude, 0 undecided]
  ahn1-2021-digital-platforms-exports
  Digital platforms and exports 1
  Ahn1, 2021
  Small firms sell abroad in case 1.
  exclude:  1 too early  2 not: small firms  3 a review
  i include, e exclude, u undecided, ? all keys > ?
    i  include
    e  exclude, without a reason
    u  undecided
    x  exclude for a reason that you type
    n  write a note
    z  take the last decision back
    j  next, also right and down; not decided
    k  back, also left and up
    s  show or hide what the criteria suggest
    h  terms of the search in colour, or not
    t  why the record comes now: its strongest terms
    o  which file it is, and the page of the first hit
    /  go to the next record that a search finds
    K  the other key map
    ?  this list
    q  stop; everything is written already
    1 to 9  exclude for this reason
  i include, e exclude, u undecided, ? all keys > w
  no key 'w'; '?' shows the keys
  i include, e exclude, u undecided, ? all keys > i
  
  [1 of 7 decided: 1 include, 0 exclude, 0 undecided]
  ahn2-2022-digital-platforms-exports
  Digital platforms and exports 2
  Ahn2, 2022
  Small firms sell abroad in case 2.
  exclude:  1 too early  2 not: small firms  3 a review
  i include, e exclude, u undecided, ? all keys > s
  suggestion: include
    recent: met, published 2022
    small firms: met, 'Small firms'; abstract: "Small firms sell abroad in case 2."
    a review: for people, people decide on it
  i include, e exclude, u undecided, ? all keys > q
  1 decision written to screening/decisions-ana.jsonl; 6 records left
  $ printf '2\nnseen before\nx\na thesis\nzuq' | litmine screen --reviewer ana | grep -E '^\[|decision|taken|reason'
  [1 of 7 decided: 1 include, 0 exclude, 0 undecided]
  [2 of 7 decided: 1 include, 1 exclude, 0 undecided]
  reason (a number, or words; empty: none after all): 
  [3 of 7 decided: 1 include, 2 exclude, 0 undecided]
  taken back: ahn3-2023-digital-platforms-exports
  [2 of 7 decided: 1 include, 1 exclude, 0 undecided]
  [3 of 7 decided: 1 include, 1 exclude, 1 undecided]
  2 decisions written to screening/decisions-ana.jsonl; 4 records left
  $ sed 's/.*"verdict"/"verdict"/; s/,"doi.*,"reason"/,"reason"/' screening/decisions-ana.jsonl | cut -c1-150
  "verdict":"include","record":"ahn1-2021-digital-platforms-exports","title":"Digital platforms and exports 1","shown":"suggestion hidden; order of the 
  "verdict":"exclude","record":"ahn2-2022-digital-platforms-exports","title":"Digital platforms and exports 2","reason":"not: small firms","shown":"sugg
  "verdict":"withdrawn","record":"ahn3-2023-digital-platforms-exports","title":"Digital platforms and exports 3","note":"seen before","shown":"suggestio
  "verdict":"exclude","record":"ahn3-2023-digital-platforms-exports","title":"Digital platforms and exports 3","reason":"a thesis","note":"seen before",
  "verdict":"withdrawn","record":"ahn3-2023-digital-platforms-exports","title":"Digital platforms and exports 3","shown":"suggestion hidden; order of th
  "verdict":"undecided","record":"ahn3-2023-digital-platforms-exports","title":"Digital platforms and exports 3","note":"seen before","shown":"suggestio

A reason that there is not; the end of the keys is the end of the session; ASReview's keys.

  $ printf '7' | litmine screen --reviewer ana | tail -3
  there is no reason 7; there are 3
  i include, e exclude, u undecided, ? all keys > 
  0 decisions written to screening/decisions-ana.jsonl; 4 records left
  $ printf 'ri' | litmine screen --reviewer ben --keys asreview | grep -E '^\[|written'
  [0 of 7 decided: 0 include, 0 exclude, 0 undecided]
  [1 of 7 decided: 1 include, 0 exclude, 0 undecided]
  [2 of 7 decided: 1 include, 1 exclude, 0 undecided]
  2 decisions written to screening/decisions-ben.jsonl; 5 records left
  $ printf 'i' | litmine screen --reviewer dora --keys vim
  litmine: --keys is 'vim'
    hint: it must be one of: litmine, asreview
  [2]

The likeliest first, with the terms that make it so; a search goes to what it finds.

  $ printf '/goats\neiit' | litmine screen --reviewer carla --order priority | grep -E '^(find|\[|ranked|zug|with)'
  [0 of 7 decided: 0 include, 0 exclude, 0 undecided]
  find: 1 record not yet shown, of 1 found
  [0 of 7 decided: 0 include, 0 exclude, 0 undecided]
  zug-1999-milk-yield-goats
  [1 of 7 decided: 0 include, 1 exclude, 0 undecided]
  [2 of 7 decided: 1 include, 1 exclude, 0 undecided]
  [3 of 7 decided: 2 include, 1 exclude, 0 undecided]
  ranked by: abroad (+0.02), abroad in (+0.02), and (+0.02), and exports (+0.02), case (+0.02)
  with 95 % confidence you have found 33 % or more of what you would include; that holds as far as the ranking is no worse than chance
  $ printf '/zebra\n/AND\n' | litmine screen --reviewer carla | grep find
  find: 0 records not yet shown, of 0 found
  find: 0 records not yet shown, of 0 found

At the full text every exclusion has a reason, and only what the first stage included is there.

  $ printf 'i' | litmine screen --reviewer ana --stage full-text
  litmine: stage 'title-abstract' is not finished
    hint: full texts are those that it includes; open it with 'litmine screen open'
  [2]
  $ litmine screen open --reviewer ana --force >/dev/null
  $ printf 'e1' | litmine screen --reviewer ana --stage full-text --reviewers ana --votes 1 | grep -E '^\[|reason|exclude:'
  [0 of 1 decided: 0 include, 0 exclude, 0 undecided]
  exclude:  1 too early  2 not: small firms  3 a review  4 not retrieved
  a full text is excluded for a reason: press its digit, or x
  $ printf 'q' | litmine screen --reviewer carla --conflicts | grep -E '^(ana|ben|carla|ahn)'
  [1]

What is wrong with the place is said.

  $ mkdir empty && cd empty
  $ printf 'i' | litmine screen --reviewer ana
  litmine: there is no index in '.litmine/index'
    hint: run 'litmine index' with your files first
  [2]
  $ litmine screen decied --reviewer ana
  litmine: 'screen' has no action 'decied'
    hint: did you mean 'decide'?
  [2]
  $ litmine screen --order prority --reviewer ana
  litmine: --order is 'prority'
    hint: it must be one of: list, priority
  [2]
