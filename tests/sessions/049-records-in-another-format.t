Records of one format in another: nothing is lost on the way there and back, and what was repaired
is said with its line.

  $ cp "$SAMPLE/records/sample-database.ris" .
  $ litmine convert sample-database.ris --to bibtex --output all.bib
  sample-database.ris: 7 records read, 0 lost
  7 records from 1 file written as bibtex
  $ litmine convert all.bib --to csl-json --output all.json
  all.bib: 7 records read, 0 lost
  7 records from 1 file written as csl-json
  $ litmine convert all.json --to nbib --output all.nbib
  all.json: 7 records read, 0 lost
  7 records from 1 file written as nbib
  $ litmine convert all.nbib --to endnote-xml --output all.xml
  all.nbib: 7 records read, 0 lost
  7 records from 1 file written as endnote-xml
  $ litmine convert all.xml --to csv --output all.csv
  all.xml: 7 records read, 0 lost
  7 records from 1 file written as csv
  $ litmine convert all.csv --to ris --output all.ris
  all.csv: 7 records read, 0 lost
  7 records from 1 file written as ris
  $ litmine convert sample-database.ris --to ris --output first.ris --quiet
  7 records from 1 file written as ris
  $ cmp all.ris first.ris

A wrapped line of an abstract that looks like the end of a record is text:

  $ printf 'TY  - JOUR\nTI  - Trade\nAB  - Receptors of tumours\nER  - positive ones\nER  - \n' > odd.ris
  $ litmine convert odd.ris --to csl-json --output odd.json
  doubtful: odd.ris:4: an ER inside an abstract; read as text
  odd.ris: 1 record read, 0 lost; line 4: an ER inside an abstract; read as text
  1 record from 1 file written as csl-json
  $ cat odd.json
  [
  {"id":"litmine:1","type":"article-journal","title":"Trade","abstract":"Receptors of tumours ER - positive ones"}
  ]

The number that the database showed is checked.

  $ litmine convert odd.ris --to ris --expect 2 > /dev/null
  doubtful: odd.ris:4: an ER inside an abstract; read as text
  odd.ris: 1 record read, 0 lost; line 4: an ER inside an abstract; read as text
  1 record from 1 file written as ris
  2 records were expected
  [1]

  $ litmine convert odd.ris --to bibtx
  litmine: no format of records is called 'bibtx'; did you mean 'bibtex'?
    hint: the formats are ris, bibtex, csl-json, nbib, endnote-xml, csv
  [2]
