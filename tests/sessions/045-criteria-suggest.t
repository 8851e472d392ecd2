What the criteria of a protocol suggest for each record, with the sentence.

  $ cat > records.ris <<'END'
  > TY  - JOUR
  > TI  - Small firms and digital platforms
  > AU  - Ahn, B.
  > PY  - 2020
  > LA  - eng
  > AB  - We study how SMEs export through marketplaces. Trust helps.
  > ER  - 
  > TY  - JOUR
  > TI  - Small firms long ago
  > AU  - Bee, C.
  > PY  - 1999
  > LA  - English
  > AB  - SMEs were surveyed.
  > ER  - 
  > TY  - JOUR
  > TI  - Title alone
  > AU  - Cho, D.
  > PY  - 2021
  > ER  - 
  > TY  - JOUR
  > TI  - A year is missing
  > AU  - Dee, E.
  > LA  - English
  > AB  - Many small firms were surveyed.
  > ER  - 
  > TY  - JOUR
  > TI  - Goats of the hills
  > AU  - Eel, F.
  > PY  - 2022
  > LA  - English
  > AB  - Milk yield and fodder.
  > ER  - 
  > END
  $ cat > review.toml <<'END'
  > title = "Criteria"
  > [sources]
  > paths = ["records.ris"]
  > [criteria]
  > exclude = ["retracted"]
  > [[criteria.include]]
  > name = "published since 2016"
  > reason = "too early"
  > years = {from = 2016}
  > [[criteria.include]]
  > name = "in English"
  > languages = ["en"]
  > [[criteria.include]]
  > name = "small firms"
  > reason = "not about small firms"
  > query = '"SME*" OR "small firm*"'
  > END
  $ litmine run review.toml 2>/dev/null | grep suggest
  codes suggested for 5 studies: 5 record
  the criteria suggest: 1 include, 2 exclude, 2 unclear
  results in ./results: hits.csv, counts.csv, places.csv, codes.csv, coding-table.csv, problems.csv, suggestions.csv, counts.txt, report.md
  $ litmine screen suggest --format csv
  record,suggestion,reason,because,sentence,page,part,file,not_known,title
  ahn-2020-small-firms-digital,include,,small firms: 'Small firms',Small firms and digital platforms,,title,records.ris#1,,Small firms and digital platforms
  bee-1999-small-firms-long,exclude,too early,published since 2016: 1999 is before 2016,,,,,,Small firms long ago
  cho-2021-title-alone,unclear,,in English: no language,,,,,in English: no language; small firms: no abstract,Title alone
  dee-year-missing,unclear,,published since 2016: no year,,,,,published since 2016: no year,A year is missing
  eel-2022-goats-hills,exclude,not about small firms,"small firms: nothing of the string in title, abstract, keywords",,,,,,Goats of the hills
  include: 1 record
  exclude, not about small firms: 1 record
  exclude, too early: 1 record
  unclear, in English: no language: 1 record
  unclear, published since 2016: no year: 1 record
  $ litmine screen suggest --by-criterion --format csv cho-2021-title-alone
  record,criterion,asks,state,because,sentence,page,part,file
  cho-2021-title-alone,published since 2016,include,met,published 2021,,,,
  cho-2021-title-alone,in English,include,not known,no language,,,,
  cho-2021-title-alone,small firms,include,not known,no abstract,,,,
  cho-2021-title-alone,retracted,exclude,for people,people decide on it,,,,
  unclear, in English: no language: 1 record
  $ litmine screen suggest --format csv 2>/dev/null | cmp - results/suggestions.csv

What is wrong in a criterion is said with its name; without any there is nothing to suggest.

  $ sed 's/"small firm\*"/AND/' review.toml > wrong.toml
  $ litmine screen suggest --review wrong.toml
  litmine: criterion 'small firms': 'OR AND' has nothing after it
    hint: left out
  [2]
  $ sed "s/^query = .*/codes = [\"firm\/smee\"]/" review.toml > wrong.toml
  $ litmine screen suggest --review wrong.toml
  litmine: criterion 'small firms': the codebook has no code 'firm/smee'
    hint: did you mean 'firm/sme'?
  [2]
  $ litmine screen suggest nobody-2020
  litmine: no record is called 'nobody-2020'
    hint: 'litmine info --studies' lists them
  [2]
  $ mkdir empty && cd empty
  $ litmine screen suggest
  litmine: there is no protocol here with criteria
    hint: give criteria years, languages, types, codes or a query; 'litmine init' writes examples
  [2]
  $ litmine init >/dev/null && litmine screen suggest
  litmine: there is no index in '.litmine/index'
    hint: run 'litmine index' with your files first
  [2]
