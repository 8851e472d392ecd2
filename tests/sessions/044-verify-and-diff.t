A run is repeated from nothing and compared byte for byte; two runs are compared by what changed.

  $ mkdir -p project/articles && cp "$SAMPLE"/articles/tanaka-2020-pickles.txt "$SAMPLE"/articles/rahman-2022-facebook-apparel.txt project/articles
  $ cat > project/review.toml <<'END'
  > title = "Two studies"
  > [sources]
  > paths = ["articles"]
  > [[searches]]
  > name = "main"
  > query = 'facebook OR pickle*'
  > END
  $ litmine run project/review.toml --results one 2>/dev/null
  main (scopus): 2 of 2 studies, 2 within the limits
  codes suggested for 2 studies: 2 empirical
  results in one: hits.csv, counts.csv, places.csv, codes.csv, coding-table.csv, problems.csv, counts.txt, report.md
  read one/report.md first
  tables and figures: one/report/report.html
  $ litmine verify one
  20 results are the same, byte for byte

An edited result is told.

  $ echo >> one/hits.csv
  $ litmine verify one
  edited since the run: hits.csv
  [1]
  $ litmine run project/review.toml --results one >/dev/null 2>&1
  $ litmine verify one
  20 results are the same, byte for byte
  $ litmine diff one one
  0 changes

Each change with what it comes from: a new file,

  $ cp "$SAMPLE"/articles/okafor-2018-microproviders.txt project/articles
  $ litmine verify one
  input new: articles/okafor-2018-microproviders.txt
  result changed: codes.csv
  result changed: coding-table.csv
  result changed: counts.txt
  result changed: report.md
  result changed: report/figures/flow.svg
  result changed: report/flow.csv
  result changed: report/report-tables.docx
  result changed: report/report-tables.md
  result changed: report/report-tables.tex
  result changed: report/report.html
  [1]
  $ litmine run project/review.toml --results two >/dev/null 2>&1
  $ litmine diff one two --format csv 2>&1 | grep -v '^count'
  what,study,field,before,now,because
  study new,okafor-2018-microproviders,,,,input 'articles/okafor-2018-microproviders.txt' new
  flow,,database_results,2,3,input 'articles/okafor-2018-microproviders.txt' new
  flow,,records_screened,2,3,input 'articles/okafor-2018-microproviders.txt' new
  changed: input 'articles/okafor-2018-microproviders.txt' new
  3 changes

another string,

  $ sed -i 's/pickle\*/upwork/' project/review.toml
  $ litmine run project/review.toml --results three >/dev/null 2>&1
  $ litmine diff two three --format csv 2>&1 | grep -v '^count'
  what,study,field,before,now,because
  no longer found,tanaka-2020-pickles,main,,,search 'main' changed
  changed: the protocol
  changed: search 'main' changed
  4 changes

and one file that was changed: only what depends on it.

  $ sed -i 's/Facebook/Instagram/g; s/facebook/instagram/g' project/articles/rahman-2022-facebook-apparel.txt
  $ litmine run project/review.toml --results four >/dev/null 2>&1
  [1]
  $ litmine diff three four --format csv 2>&1 | grep -v '^count' | cut -d, -f1-3,6-
  what,study,field,because
  code,rahman-2022-facebook-apparel,title,input 'articles/rahman-2022-facebook-apparel.txt' changed
  no longer found,rahman-2022-facebook-apparel,main,input 'articles/rahman-2022-facebook-apparel.txt' changed
  changed: input 'articles/rahman-2022-facebook-apparel.txt' changed
  4 changes
  $ litmine diff two nowhere
  litmine: 'nowhere' holds no manifest.json
    hint: name the results folder of 'litmine run'
  [2]
  $ litmine verify nowhere
  litmine: 'nowhere' holds no manifest.json
    hint: name the results folder of 'litmine run'
  [2]
