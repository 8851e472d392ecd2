The tables and figures of a review from a coding table that was made elsewhere.

  $ cat > table.csv <<'EOF'
  > key,authors,year,type,method,theories,countries_studied,platforms,main_findings
  > a,Ahn (2020),2020,quantitative,"survey, online",Resource-Based View,Singapore;Italy,Social media,Size matters
  > b,Bee (2021),2021,quantitative,secondary (panel) data,n.a.,Malta,E-commerce platform,
  > c,Cho (2021),2021,qualitative,multiple case study,Effectuation; Resource-based view,54 countries,E-commerce platforms,Trust helps
  > EOF
  $ printf 'data,n\ndatabase_results,40\nduplicates,4\nexcluded_automatic,0\nexcluded_other,0\nrecords_excluded,30\ndbr_notretrieved_reports,1\ndbr_excluded,"not empirical, 3"\ncitations_results,1\nnew_studies,3\n' > flow.csv
  $ printf 'figure,published,condition\nsurveys,1,method=survey\non Asia,2,country@Asia\nwithout a theory,1,theory=none\n' > published.csv
  $ litmine report --coding-table table.csv --flow flow.csv --figures published.csv --cross country,type --results out
  does not hold: on Asia: published 2, counted 1 (country@Asia)
  2 of 3 published figures hold
  3 studies; results in out: report.html, report-tables.md, report-tables.tex, report-tables.docx, flow.csv, figures/flow.svg, figures/year.svg, figures/type-by-year.svg, figures/map-country.svg, figures/theory-by-method.svg, figures/theory-by-platform.svg, figures/country-by-type.svg, figures/theories-together.svg
  $ grep -E '^(duplicates|records_screened|dbr_assessed|other_assessed|new_reports|total_studies)' out/flow.csv | sed 's/,.*,/ /'
  duplicates 4
  records_screened 36
  dbr_assessed 5
  other_assessed 1
  new_reports 3
  total_studies 3
  $ ls out out/figures
  out:
  figures
  flow.csv
  report-tables.docx
  report-tables.md
  report-tables.tex
  report.html
  
  out/figures:
  country-by-type.svg
  flow.svg
  map-country.svg
  theories-together.svg
  theory-by-method.svg
  theory-by-platform.svg
  type-by-year.svg
  year.svg

The same again is the same, byte for byte.

  $ litmine report --coding-table table.csv --flow flow.csv --figures published.csv --cross country,type --results again >/dev/null
  $ diff -r out again

A flow that does not add up is an error with the box; nothing is written.

  $ sed -i 's/^duplicates,4/duplicates,5/' flow.csv
  $ litmine report --coding-table table.csv --flow flow.csv --results wrong
  litmine: flow.csv: the flow does not add up at 'Reports of new studies' (new_reports): 3 stands there, 2 follows
    hint: new_reports = dbr_assessed + other_assessed - dbr_excluded - other_excluded
  [2]
  $ ls wrong 2>/dev/null
  [2]
  $ printf 'data,n\ndatabase_results,40\nnew_studies,4\n' > flow.csv
  $ litmine report --coding-table table.csv --flow flow.csv --results wrong
  litmine: flow.csv: the flow ends with 4 studies (total_studies), the coding table holds 3
    hint: one of the two is wrong; nothing was written
  [2]
  $ litmine report --coding-table table.csv --cross country,typ
  litmine: the table has no facet 'typ'
    hint: facets: year, type, method, theory, country, platform
  [2]
  $ printf 'figure,published,condition\nx,1,contry=Italy\n' > published.csv
  $ litmine report --coding-table table.csv --figures published.csv
  litmine: published.csv:2: there is no facet 'contry'
    hint: did you mean 'country'?
  [2]
