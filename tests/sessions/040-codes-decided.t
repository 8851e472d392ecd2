The sample's own gold table, for one article.

  $ ID=moretti-2020-crossborder-portals
  $ litmine index --index idx "$SAMPLE/articles/$ID.pdf" >/dev/null 2>&1
  $ grep -E "^key|^$ID" "$SAMPLE/gold.csv" > gold.csv
  $ litmine tag --index idx --eval gold.csv --format csv 2>/dev/null | grep -E '^gold|,type,,precision' | cut -d, -f1-7
  gold,split,facet,code,measure,of,all
  printed,dev,type,,precision,1,1

Decisions are made with one key each; they are lines at the end of the coder's own file.

  $ printf 'a\nr\nu\nc\nsurvey\nq\n' | SOURCE_DATE_EPOCH=1724232600 litmine tag --index idx --review --coder ana | grep -E '^>|decisions written|^code of' | sed 's/^> /key /'
  key a
  key r
  key u
  key c
  code of method (empty: none after all):...
  key q
  2 decisions written to coding-decisions/ana.csv
  $ cut -d, -f1-5,10,11 coding-decisions/ana.csv
  time,coder,study,facet,suggested,decision,final
  2024-08-21T09:30:00Z,ana,moretti-2020-crossborder-portals,type,quantitative,accept,
  2024-08-21T09:30:00Z,ana,moretti-2020-crossborder-portals,method,survey,reject,
  2024-08-21T09:30:00Z,ana,,,,undo,
  2024-08-21T09:30:00Z,ana,moretti-2020-crossborder-portals,method,survey,replace,survey

What was decided is not asked for again, and can be listed as a gold table.

  $ litmine tag --index idx --review --coder ana </dev/null | grep -c -E 'type: |method: '
  0
  [1]
  $ litmine tag --decided
  key,facet,code,role,coder
  moretti-2020-crossborder-portals,method,survey,,ana
  moretti-2020-crossborder-portals,type,quantitative,,ana

Another coder's decisions are added once.

  $ mkdir other && sed 's/,ana,/,ben,/' coding-decisions/ana.csv > other/ben.csv
  $ litmine tag --merge other
  4 decisions added to coding-decisions
  $ litmine tag --merge other
  0 decisions added to coding-decisions

What was decided becomes the rules' examples, in a copy of the codebook; a copy suggests the same.

  $ cp -rL "$(dirname "$(command -v litmine)")/share/litmine/codebook" mine && chmod -R u+w mine
  $ litmine tag --index idx --to-examples mine | head -n1
  2 sentences added to mine/examples.toml
  $ litmine tag --index idx --diff mine --format csv 2>/dev/null
  change,study,facet,code,label,role,before,after,sentence
  [1]

The codes go to other packages and come back.

  $ litmine codebook --export codes.qdc
  wrote codes.qdc
  $ litmine codebook --import codes.qdc --to again | head -n2
  wrote again/type.toml
  wrote again/method.toml
  $ litmine codebook --codebook again --format csv | cut -d, -f1,2 | head -n2
  facet,code
  document,review
  $ SOURCE_DATE_EPOCH=0 litmine tag --index idx --qdpx project.qdpx
  wrote project.qdpx: 1 sources
