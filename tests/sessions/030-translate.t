A string of one database written for another: from the tree, with what gets lost.

  $ litmine translate --from scopus --to wos '"cat food" W/3 dog*' 2>/dev/null
  "cat food" NEAR/3 dog*
  [1]
  $ litmine translate --from wos --to ebsco 'TI=(colo$r NEAR/3 *oxide)'
  query:1:19: warning: EBSCOhost takes no wildcard as the first character [lost-wildcard]
    TI=(colo$r NEAR/3 *oxide)
                      ^~~~~~
    hint: written with it, but refused there
  TI (colo#r N3 *oxide)
  [1]
  $ litmine translate --from wos --to proquest 'TI=(cat* NOT (dog OR mouse))'
  query:1:5: warning: 'cat*' has a stem of 3 letters and may stand for many unrelated words [short-stem]
    TI=(cat* NOT (dog OR mouse))
        ^~~~
    hint: `litmine explain` lists them; PubMed searches a stem of fewer than 4 letters without its *
  query:1:5: warning: ProQuest has no wildcard for more than 20 letters [lost-wildcard]
    TI=(cat* NOT (dog OR mouse))
        ^~~~
    hint: written with that number, so it may find less
  TI(cat[*20] AND NOT (dog OR mouse))
  [1]

With an index both versions are run, and what only one of them finds is shown.

  $ rm -r "$SAMPLE/articles/sources"
  $ litmine index "$SAMPLE/articles" >/dev/null 2>&1
  $ litmine translate --from scopus --to wos --index .litmine/index 'export' 2>/dev/null
  export
  
  scopus finds 10 of 17 studies, wos finds 10
  only scopus: 0
  only wos: 0
  [1]
  $ litmine translate --from scopus --to wos --format json 'export PRE/2 firm' 2>/dev/null
  {
    "from": "scopus",
    "to": "wos",
    "source": "export PRE/2 firm",
    "translation": "export NEAR/2 firm",
    "same": false,
    "lost": [
      {
        "code": "lost-order",
        "bytes": [
          0,
          17
        ],
        "message": "Web of Science advanced search has no ordered proximity",
        "hint": "written without order, so it may find more"
      },
      {
        "code": "lost-variants",
        "bytes": [
          0,
          6
        ],
        "message": "Web of Science advanced search finds other variants of 2 terms than the original does (export, firm)",
        "hint": "bare words find other forms there, words in quotes none; add what is missing with OR"
      }
    ]
  }
  [1]
  $ litmine translate --from scopus --to wso 'export'
  litmine: no dialect is called 'wso'
    hint: did you mean 'wos'?
  [2]
