The flow and the report of a run follow what the reviewers decided.

  $ for i in 1 2 3 4 5 6; do printf 'TY  - JOUR\nTI  - Digital platforms and exports %s\nAU  - Ahn%s, B.\nPY  - 202%s\nAB  - Small firms sell abroad.\nER  - \n' $i $i $i; done > records.ris
  $ cat > review.toml <<'END'
  > [sources]
  > paths = ["records.ris"]
  > [[searches]]
  > name = "main"
  > query = '"digital platform*"'
  > platform = "scopus.com"
  > searched = 2020-01-31
  > records = 7
  > [criteria]
  > exclude = ["review", "not about platforms"]
  > END
  $ SOURCE_DATE_EPOCH=1704067200 litmine run 2>&1 | grep months
  warning: search 'main' was last run on 2020-01-31, more than 12 months before 2024-01-01; run it again
  $ grep -E '^(records_screened|records_excluded|dbr_sought|dbr_assessed|dbr_excluded|dbr_notr|new_studies)' results/report/flow.csv | cut -d, -f1,8-
  records_screened,records_screened.html,6
  records_excluded,records_excluded.html,NA
  dbr_sought_reports,dbr_sought_reports.html,NA
  dbr_notretrieved_reports,dbr_notretrieved_reports.html,NA
  dbr_assessed,dbr_assessed.html,NA
  dbr_excluded,dbr_excluded.html,NA
  new_studies,NA
  $ grep -A2 -E 'Dates of the searches|Databases, each' results/report/report-tables.md | grep -v '^-*$'
  ### 1. Databases, each with its platform
  Scopus (scopus.com).
  ### 13. Dates of the searches
  main: 2020-01-31

Two people screen titles; before the stage is open the report tells no number of it.

  $ printf 'iiii2e' | litmine screen --reviewer ana | tail -1
  6 decisions written to screening/decisions-ana.jsonl; 0 records left
  $ printf 'iiii22' | litmine screen --reviewer ben | tail -1
  6 decisions written to screening/decisions-ben.jsonl; 0 records left
  $ litmine run >/dev/null 2>&1; grep -A2 'To know first' results/report/report-tables.md; grep -E '^records_excluded' results/report/flow.csv | cut -d, -f8
  ## To know first
  
  - the screening of titles and abstracts is not opened, so its numbers are not told
  records_excluded.html
  $ litmine screen open --reviewer ana
  stage title-abstract is open; all votes are shown from now on
  $ litmine run >/dev/null 2>&1; grep -E '^(records_screened|records_excluded|dbr_sought|dbr_assessed)' results/report/flow.csv | cut -d, -f1,8-
  records_screened,records_screened.html,6
  records_excluded,records_excluded.html,2
  dbr_sought_reports,dbr_sought_reports.html,4
  dbr_assessed,dbr_assessed.html,NA

Full texts: one was not retrieved, one is excluded for a reason, on one they differ until a third has decided.

  $ printf 'i13i' | litmine screen --reviewer ana --stage full-text | grep -E 'exclude:|written' | sort -u
  4 decisions written to screening/decisions-ana.jsonl; 0 records left
  exclude:  1 review  2 not about platforms  3 not retrieved
  $ printf 'i131' | litmine screen --reviewer ben --stage full-text | tail -1
  4 decisions written to screening/decisions-ben.jsonl; 0 records left
  $ litmine screen open --reviewer ana --stage full-text
  stage full-text is open; all votes are shown from now on
  $ litmine run >/dev/null 2>&1; grep -A1 -E '^- full texts' results/report/report-tables.md
  - full texts: of 4 records, 0 have no vote, 0 too few votes, 1 are in conflict; the flow says nothing of this stage
  
  $ printf 'i' | litmine screen --reviewer carla --stage full-text --conflicts --third carla | grep -E '^(ana|ben):'
  ana: include
  ben: exclude, review
  $ printf '\n[screening]\nthird = "carla"\n' >> review.toml
  $ litmine run >/dev/null 2>&1; grep -E '^(records_screened|records_excluded|dbr_sought|dbr_assessed|dbr_excluded|dbr_notr|new_studies|total_studies)' results/report/flow.csv | cut -d, -f1,8-
  records_screened,records_screened.html,6
  records_excluded,records_excluded.html,2
  dbr_sought_reports,dbr_sought_reports.html,4
  dbr_notretrieved_reports,dbr_notretrieved_reports.html,1
  dbr_assessed,dbr_assessed.html,3
  dbr_excluded,dbr_excluded.html,"review, 1"
  new_studies,2
  total_studies,2
  $ grep -o 'screened by [^.]*' results/report/report-tables.md
  screened by 2 reviewers, conflicts were settled by another (on 6 with two votes or more: agreement 1
  screened by 2 reviewers, conflicts were settled by another (on 4 with two votes or more: agreement 0
  $ litmine screen agreement --stage full-text | grep -E '^excluded|kappa'
    Cohen's kappa         0.500 (95 %: -0.712 to 1.000)
    Fleiss' kappa         0.467 (95 %: -0.978 to 1.000)
    Cohen's kappa         1.000
  excluded as 'not retrieved': 4 records with two votes or more
    Cohen's kappa         1.000 (95 %: 1.000 to 1.000)
  excluded as 'review': 4 records with two votes or more
    Cohen's kappa         0.500 (95 %: -0.712 to 1.000)
  $ litmine verify
  20 results are the same, byte for byte

Another decision changes the flow, and nothing else.

  $ cp -r results before && printf 'jjj1' | litmine screen --reviewer carla --stage full-text --again | grep -E '^\[|written'
  [1 of 4 decided: 1 include, 0 exclude, 0 undecided]
  [1 of 4 decided: 1 include, 0 exclude, 0 undecided]
  [1 of 4 decided: 1 include, 0 exclude, 0 undecided]
  [1 of 4 decided: 1 include, 0 exclude, 0 undecided] yours: include
  1 decision written to screening/decisions-carla.jsonl; 3 records left
  $ litmine run >/dev/null 2>&1
  $ litmine diff before results --format csv
  what,study,field,before,now,because
  flow,,dbr_excluded,"review, 1","review, 2",decisions of reviewers
  flow,,new_reports,2,1,decisions of reviewers
  flow,,new_studies,2,1,decisions of reviewers
  flow,,total_reports,2,1,decisions of reviewers
  flow,,total_studies,2,1,decisions of reviewers
  changed: decisions of reviewers
  5 changes
  [1]
