The main job on the sample review: it ends well and says where the results are.

  $ litmine run "$SAMPLE/review.toml" --results results 2>/dev/null
  as-printed (scopus): 12 of 70 studies, 10 within the limits
  as-printed-wos (wos): 69 of 70 studies, 67 within the limits
  repaired (scopus): 13 of 70 studies, 11 within the limits
  codes suggested for 70 studies: 1 conceptual, 1 editorial, 14 empirical, 53 record, 1 review
  the criteria suggest: 12 include, 5 exclude, 53 unclear
  results in results: hits.csv, counts.csv, places.csv, codes.csv, coding-table.csv, problems.csv, suggestions.csv, counts.txt, report.md
  read results/report.md first
  tables and figures: results/report/report.html

Every file of the contract is there.

  $ ls results
  codes.csv
  coding-table.csv
  counts.csv
  counts.txt
  hits.csv
  manifest.json
  places.csv
  problems.csv
  report
  report.md
  suggestions.csv

Every listing says in its first line what its cells are.

  $ head -qn1 results/*.csv
  study,facet,code,label,role,band,score,sentence,page,part,rule,file,parent,decided,stale
  key,file,authors,year,document,type,method,theories,countries_studied,platforms,doi,title,journal,found_by,empty_because,regions_studied,countries_authorship,sample,industries,firm_types,firm_size,data_period,platform_classes,focus,issues,main_findings
  search,clause,depth,kind,label,studies,without_field
  search,study,year,authors,title,source,doi,file,reports,within_limits,clauses
  search,study,report,clause,label,part,page,match,quote
  file,line,page,level,code,reason,hint
  record,suggestion,reason,because,sentence,page,part,file,not_known,title

An article that is not empirical gets its kind and no code for method or theory.

  $ grep -E '^(doyle|hughes)[^,]*,document' results/codes.csv | cut -d, -f1,3,4
  doyle-2020-editorial,editorial,Editorial
  hughes-2022-systematic-review,review,Literature review

The same input gives the same bytes.

  $ litmine run "$SAMPLE/review.toml" --results again >/dev/null 2>&1
  $ for file in results/*.csv results/counts.txt; do cmp "$file" "again/$(basename "$file")"; done
