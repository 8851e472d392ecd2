What would ranking have saved on a review whose decisions are known?

  $ { echo 'id;title;abstract;included'; for i in 1 2 3 4 5 6; do echo "$i;Digital platforms and exports $i;Small firms sell abroad;1"; done; for i in $(seq 7 60); do echo "$i;Milk yield of goats $i;Fodder and health in herd $i;0"; done; } > labelled.csv
  $ litmine screen simulate labelled.csv --runs 3
  labelled.csv: 60 records, 6 included (column 'included')
  3 runs, each from one included and one excluded record; they are not counted
                                                  mean   least    most
  work saved at 95 % recall (WSS@95)             0.864   0.864   0.864
  recall after reading 10 % (RRF@10)             1.000   1.000   1.000
  average time to discovery (ATD)                0.052   0.052   0.052
  read until the stopping estimate says 95 %     0.983   0.983   0.983
  true recall then                               1.000   1.000   1.000
  the 95 % interval held the true recall in 57 of 57 checks
  $ litmine screen simulate labelled.csv --runs 2 --format csv
  file,run,seed,records,included,wss95,rrf10,atd,stop_read,stop_recall,interval_checks,interval_held
  labelled.csv,1,1,60,6,0.8637931034482758,1,0.05172413793103448,0.9827586206896551,1,19,19
  labelled.csv,2,2,60,6,0.8637931034482758,1,0.05172413793103448,0.9827586206896551,1,19,19
  $ litmine screen simulate labelled.csv --runs 1 --curve --format csv | sed -n '1,4p;101,102p'
  file,percent_read,recall,least,most
  labelled.csv,0,0,0,0
  labelled.csv,1,0,0,0
  labelled.csv,2,0.2,0.2,0.2
  labelled.csv,99,1,1,1
  labelled.csv,100,1,1,1

A record without a decision is left out and named; a word that is no decision stops it.

  $ echo '61;One more;Nobody read this;' >> labelled.csv
  $ litmine screen simulate labelled.csv --runs 1 | head -1
  not read: labelled.csv:62: there is no decision on this record; it is left out
  labelled.csv: 60 records, 6 included (column 'included')
  $ echo '62;One more;Somebody did;perhaps' >> labelled.csv
  $ litmine screen simulate labelled.csv
  litmine: labelled.csv:63: 'perhaps' in column 'included' is no decision
    hint: decisions are 1 and 0, yes and no, included and excluded
  [2]
  $ litmine screen simulate labelled.csv --label-column decided
  litmine: 'labelled.csv' has no column 'decided'
    hint: name it with --label-column; its columns: id, title, abstract, included
  [2]
  $ litmine screen simulat labelled.csv
  litmine: 'screen' has no action 'simulat'
    hint: did you mean 'simulate'?
  [2]
  $ litmine screen simulate
  litmine: no table of records with decisions is named
    hint: litmine screen simulate LABELLED.csv
  [2]
