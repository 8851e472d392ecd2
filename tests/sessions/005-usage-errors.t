A wrong call ends with 2 and says what was expected.

  $ litmine serach x
  litmine: no command is called 'serach'
    hint: did you mean 'search'?
  [2]
  $ litmine search --dialekt wos x
  litmine: no option is called '--dialekt'
    hint: did you mean '--dialect'?
  [2]
  $ litmine search --dialect scopos x
  litmine: no dialect is called 'scopos'
    hint: did you mean 'scopus'?
  [2]
  $ litmine search --in titel x
  litmine: no part is called 'titel'
    hint: did you mean 'title'?
  [2]
  $ litmine search
  litmine: no search string was given
    hint: give it in quotes, or with --query-file FILE, or '-' for standard input
  [2]
  $ litmine search x --query-file y
  litmine: the search string was given twice
    hint: give it in quotes, or with --query-file FILE, or '-' for standard input
  [2]
  $ litmine search --index nowhere x
  litmine: there is no index in 'nowhere'
    hint: run 'litmine index' with your files first
  [2]
  $ litmine run no-such-review.toml
  litmine: 'no-such-review.toml' is not there
    hint: name a review.toml or a folder with articles
  [2]
  $ litmine completions tcsh
  litmine: no shell is called 'tcsh'
    hint: shells: bash, zsh, fish
  [2]

A reader that has seen enough, as `head` has, is no error and nothing is said of it; a full disk is one.

  $ { sleep 1; litmine codebook; echo $? >status; } | true; cat status
  141
  $ litmine codebook >/dev/full
  litmine: cannot write to standard output
    hint: is the disk full?
  [2]
