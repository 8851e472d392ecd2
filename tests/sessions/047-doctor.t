Every file is examined: is its text whole, are its words words, is it the work that its record says?

  $ cp -r "$SAMPLE/articles" "$SAMPLE/records" . && rm -r articles/sources
  $ litmine doctor articles records
  file                                           page  fault          evidence
  articles/garcia-2021-crowdfunding-signals.pdf     3  missing_pages  the record says pages 17-35; the last in the file is printed as 19
  articles/moretti-2020-crossborder-portals.pdf     3  missing_pages  the record says pages 212-229; the last in the file is printed as 214
  articles/silva-2018-toe-brazil.pdf                3  missing_pages  the record says pages 340-357; the last in the file is printed as 342
  19 files: 3 with faults, 0 with notes only, 16 clean
  missing_pages in 3: compare with the journal's copy and fetch that one
  [1]
  $ litmine doctor articles --format json
  []
  17 files: 0 with faults, 0 with notes only, 17 clean
  $ litmine doctor articles/tanaka-2020-pickles.txt --all --format csv
  file,study,fault,level,page,evidence,advice
  articles/tanaka-2020-pickles.txt,,clean,clean,,,
  1 file: 0 with faults, 0 with notes only, 1 clean

What is broken is told with the place and what to do.

  $ sed 's/ the / the of /g' articles/tanaka-2020-pickles.txt >woven.txt
  $ tr -d ' ' <articles/tanaka-2020-pickles.txt >glued.txt
  $ sed "s/e/$(printf '\303\203\302\251')/5" articles/tanaka-2020-pickles.txt >misread.txt
  $ litmine doctor woven.txt glued.txt misread.txt --format csv 2>/dev/null | cut -d , -f 1,3,4,6
  file,fault,level,evidence
  glued.txt,glued_words,fault,"1 page is full of them; 68 of 253 words are several in one
  misread.txt,bad_encoding,fault,"78 characters were written in UTF-8 and read as something else
  woven.txt,interleaved,fault,"67 places where a sentence goes on in another one
  $ litmine doctor nowhere
  litmine: 'nowhere' is not there
    hint: name a file or a folder
  [2]
  $ litmine doctor --index nowhere
  litmine: there is no index in 'nowhere'
    hint: run 'litmine index' with your files first
  [2]
