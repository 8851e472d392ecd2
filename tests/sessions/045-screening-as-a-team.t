Two reviewers and a third; votes are closed until the stage is opened.

  $ litmine index "$SAMPLE/articles/tanaka-2020-pickles.txt" "$SAMPLE/articles/rahman-2022-facebook-apparel.txt" >/dev/null 2>&1
  $ printf 'record,verdict,reason,time\ntanaka-2020-pickles,include,,2026-01-01T10:00:00.000Z\nrahman-2022-facebook-apparel,exclude,no platform,2026-01-01T10:01:00.000Z\n' > ana.csv
  $ printf 'record,verdict,reason,time\ntanaka-2020-pickles,include,,2026-01-02T10:00:00.000Z\nrahman-2022-facebook-apparel,include,,2026-01-02T10:01:00.000Z\nnobody-2020,include,,2026-01-02T10:02:00.000Z\n' > ben.csv
  $ litmine screen import ana.csv --reviewer ana
  2 decisions read, 2 were new
  $ litmine screen import ben.csv --reviewer ben
  not read: ben.csv:4: no record of the review is 'nobody-2020'
  2 decisions read, 2 were new
  [3]
  $ litmine screen status --reviewer ana
  stage title-abstract: closed, only your own votes are shown
  ana: 1 include, 1 exclude, 0 undecided
  $ litmine screen agreement
  litmine: the votes of stage 'title-abstract' are closed
    hint: votes of others are shown after 'litmine screen open'
  [2]
  $ litmine screen conflicts
  litmine: the votes of stage 'title-abstract' are closed
    hint: votes of others are shown after 'litmine screen open'
  [2]
  $ litmine screen export --reviewer ana --program rayyan | grep -o 'RAYYAN.*'
  RAYYAN-INCLUSION: {""ana""=>""Excluded""} | RAYYAN-EXCLUSION-REASONS: no platform"
  RAYYAN-INCLUSION: {""ana""=>""Included""}"
  $ litmine screen open --reviewer ana
  stage title-abstract is open; all votes are shown from now on
  $ litmine screen conflicts --format csv
  record,state,votes,title,reasons_differ
  rahman-2022-facebook-apparel,conflict,"ana: exclude, no platform; ben: include",Do owners like it? Technology acceptance and Facebook exporting: the case of Bangladesh,false
  1 conflict for a third to decide
  $ litmine screen agreement | grep -E 'stage|share|kappa'
  stage title-abstract; reviewers: ana, ben
    share agreeing        0.500 (95 %: -0.480 to 1.000)
    Cohen's kappa         0.000
    Fleiss' kappa         -0.333
    share agreeing        not defined
    Cohen's kappa         not defined
    share agreeing        0.500 (95 %: -0.480 to 1.000)
    Cohen's kappa         0.000
  $ litmine screen export --reviewer ana --program rayyan | grep tanaka | grep -o 'RAYYAN.*'
  RAYYAN-INCLUSION: {""ana""=>""Included"", ""ben""=>""Included""}"

A copy that travelled is merged; a second time nothing is new.

  $ mkdir mail && cp screening/decisions-ben.jsonl mail
  $ echo '{"time":"2026-01-03T10:00:00.000Z","reviewer":"carla","stage":"title-abstract","verdict":"include","record":"rahman-2022-facebook-apparel"}' > mail/decisions-carla.jsonl
  $ litmine screen merge mail
  3 lines read, 1 were new
  $ litmine screen merge mail
  3 lines read, 0 were new
  $ litmine screen conflicts --third carla
  0 conflicts for carla
  $ litmine screen status --reviewer ana --third carla
  stage title-abstract: open, all votes are shown
  ana: 1 include, 1 exclude, 0 undecided
  ben: 2 include, 0 exclude, 0 undecided
  carla: 1 include, 0 exclude, 0 undecided
  include: 2 records
