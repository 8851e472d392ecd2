How many of the items that must be found does a string find?

  $ litmine index "$SAMPLE/articles/lindqvist-2023-webshop-returns.pdf" "$SAMPLE/articles/mueller-2021-b2b-knowledge.pdf" "$SAMPLE/articles/tanaka-2020-pickles.txt" "$SAMPLE/records" >/dev/null 2>&1
  $ cat > known.csv <<EOF
  > Title;Year;DOI
  > Marketplaces and returns that nobody has;2023;10.5555/none
  > ;;https://doi.org/10.1108/IMR-02-2021-0102
  > "Learning to send: how seven pickle makers in Nagano prepared their first exports through a digital platform";2020;
  > ;;
  > ;2020;
  > EOF
  $ litmine recall --query-file corpus/sample/queries/as-printed.txt --known known.csv 2>err
  3 known items: 0 found, 2 missed, 1 not in the index
  recall 0 of 2 = 0.0 % (95 % confidence: 0.0 % to 65.8 %)
  of the missed, 1 without an abstract in the index
  the string finds 6 of 61 studies
  
  Clauses that lost items (in all, and as the only one)
       2    2  “INV” OR “international entrepreneurship” OR … “micromultinational*”
  
  Missed
    caputo-2022-digital-platforms-international: 10.1108/imr-02-2021-0102 (line 3)
      the index has no abstract, no keywords of it to search in
      lost by “INV” OR “international entrepreneurship” OR “inte… OR “micromultinational*”
        nothing in the study comes near it
    tanaka-2020-pickles: 2020: Learning to send: how seven pickle makers in Nagano prepared their first exports through a digital platform (line 4)
      lost by “INV” OR “international entrepreneurship” OR “inte… OR “micromultinational*”
        nothing in the study comes near it
  
  Not in the index (this says nothing about the string)
    2023: Marketplaces and returns that nobody has (line 2)
  [3]
  $ tail -3 err
  not read: known.csv:5: this row has neither a title nor a DOI
  not read: known.csv:6: this row has neither a title nor a DOI
  litmine: warning: only 2 known items are in the index: a recall of so few says little

The same as rows; a list of DOIs; BibTeX.

  $ litmine recall --query-file corpus/sample/queries/as-printed.txt --known known.csv --format csv 2>/dev/null
  line,item,doi,fate,study,joined_by,lacks,lost_by,nearest_term,how,part,page,match,quote
  2,2023: Marketplaces and returns that nobody has,10.5555/none,not_in_index,,,,,,,,,,
  3,10.1108/imr-02-2021-0102,10.1108/imr-02-2021-0102,missed,caputo-2022-digital-platforms-international,same DOI 10.1108/imr-02-2021-0102,"abstract,keywords",“INV” OR “international entrepreneurship” OR “international new venture” OR “born global*” OR “micromultinational*”,,,,,,
  4,2020: Learning to send: how seven pickle makers in Nagano prepared their first exports through a digital platform,,missed,tanaka-2020-pickles,"same title, same year",,“INV” OR “international entrepreneurship” OR “international new venture” OR “born global*” OR “micromultinational*”,,,,,,
  [3]
  $ printf '10.1108/imr-02-2021-0102\n# a remark\nnot a DOI\n' | litmine recall '"digital platform*"' --known - 2>&1
  query:1:10: note: 1 wildcard word in quotes ('platform*') [wildcard-in-quotes]
    "digital platform*"
             ^~~~~~~~~
    hint: Scopus expands wildcards in quotes today; in 2008 it read them as punctuation. Web of Science expands * there too, PubMed since June 2024; Embase and Cochrane never do
  not read: -:3: 'not a doi' is no DOI
    hint: write one DOI a line, such as 10.1000/182, or a table with the column title
  litmine: warning: only 1 known item is in the index: a recall of so few says little
  1 known items: 1 found, 0 missed, 0 not in the index
  recall 1 of 1 = 100.0 % (95 % confidence: 20.7 % to 100.0 %)
  the string finds 13 of 61 studies
  [3]
  $ printf '@article{a, title={Digital platforms and international performance of Italian {SME}s: an exploitation-based overview}, year=2022}\n' > known.bib
  $ litmine recall '"digital platform*"' --known known.bib --at-least 0.9 --format json 2>/dev/null
  {
    "known": 1,
    "found": 1,
    "missed": 0,
    "not_in_index": 0,
    "same_study": 0,
    "recall": 1.0,
    "low": 0.20654931437723745,
    "high": 1.0,
    "interval": "Wilson, 95 %",
    "studies": 13,
    "studies_total": 61,
    "items": [
      {
        "line": 1,
        "item": "2022: Digital platforms and international performance of Italian SMEs: an exploitation-based overview",
        "doi": "",
        "fate": "found",
        "study": "caputo-2022-digital-platforms-international",
        "joined_by": "same title, same year",
        "lacks": "",
        "lost_by": []
      }
    ]
  }
  $ litmine recall 'digital' --known nowhere.ris
  litmine: cannot read 'nowhere.ris'
    hint: check the name and the permission
  [2]
  $ echo hello | litmine recall 'digital' --known -
  litmine: 'standard input' holds no known item
    hint: it may be RIS, BibTeX, a table with the columns doi or title, or a DOI a line
  [2]
