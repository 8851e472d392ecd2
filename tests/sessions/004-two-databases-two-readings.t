The same string, read by two databases.

  $ litmine parse --dialect scopus 'a OR b AND c' 2>/dev/null
  (and (or a b) c)
  $ litmine parse --dialect wos 'a OR b AND c' 2>/dev/null
  (or a (and b c))
  $ litmine parse --dialect native 'a OR b AND c'
  query:1:1: error: AND and OR are mixed without brackets, and the databases read that differently [mixed-without-brackets]
    a OR b AND c
    ^~~~~~~~~~~~
    hint: Scopus reads (a OR b) AND c; Web of Science reads a OR (b AND c); read as in Web of Science; write the brackets that you mean
  (or a (and b c))
  [1]

The string of the sample review as it was printed: everything odd about it has its place.

  $ litmine parse --query-file corpus/sample/queries/as-printed.txt >/dev/null
  corpus/sample/queries/as-printed.txt:1:1: warning: 54 curly quotes read as " (bytes 0, 17, 24, 44, 51, 66, 73, 92, 99, 112, …) [curly-quotes]
    “digitalization” OR “digital ecosystem” OR “social media” OR “digital plat…
    ^
    hint: Scopus is reported to ignore curly quotes, so that it would combine the words of each phrase with AND
  corpus/sample/queries/as-printed.txt:1:1: warning: AND and OR are mixed without brackets, and the databases read that differently [mixed-without-brackets]
    “digitalization” OR “digital ecosystem” OR “social media” OR “digital plat…
    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    hint: Scopus reads (“digitalization” OR “digital ecosystem” OR … OR “global marketplace”) AND (“INV” OR “international e…urship” OR … OR “micromultinational*”) AND (“small firm” OR “SME*” OR … OR “SMC*”) AND (“export*” OR “international*” OR … OR “global value chain”); Web of Science reads “digitalization” OR “digital ecosystem” OR … OR (“global marketplace” AND “INV”) OR … OR (“micromultinational*” AND “small firm”) OR … OR (“SMC*” AND “export*”) OR … OR “global value chain”; read as in Scopus; write the brackets that you mean
  corpus/sample/queries/as-printed.txt:1:85: note: a hyphen is read as a space: 'e-commerce', 'e-tailing', 'cross-border commerce', 'e-business*', 'cross-border' find the words with a hyphen or a space between them, not written as one word [hyphen]
    …edia” OR “digital platform” OR “e-commerce” OR “e-tailing” OR “cross-borde…
                                     ^~~~~~~~~~
    hint: add the form in one word with OR if it is wanted
  corpus/sample/queries/as-printed.txt:1:151: note: 11 wildcard words in quotes ('servic*', 'techonolog*', 'business*', 'global*', 'micromultinational*', …) [wildcard-in-quotes]
    …ss-border commerce” OR “digital servic*” OR “information techonolog*” OR “…
                                     ^~~~~~~
    hint: Scopus expands wildcards in quotes today; in 2008 it read them as punctuation. Web of Science expands * there too, PubMed since June 2024; Embase and Cochrane never do
  corpus/sample/queries/as-printed.txt:1:230: error: 'OR' is followed by 'AND' with nothing between them [operator-doubled]
    …iness*” OR “global marketplace” OR AND “INV” OR “international entrepreneu…
                                     ^~~~~~
    hint: a term is missing, or one of the operators is too many; read on as AND
  corpus/sample/queries/as-printed.txt:1:238: note: capitals make no difference: 'INV', 'SME*', 'SMC*' are matched without case [acronym-case]
    …OR “global marketplace” OR AND “INV” OR “international entrepreneurship” O…
                                     ^~~
  corpus/sample/queries/as-printed.txt:1:374: warning: 'SME*' has a stem of 3 letters and may stand for many unrelated words [short-stem]
    …national*” AND “small firm” OR “SME*” OR “small and medium enterprise*” OR…
                                     ^~~~
    hint: `litmine explain` lists them; PubMed searches a stem of fewer than 4 letters without its *
  corpus/sample/queries/as-printed.txt:1:467: warning: 'SMC*' has a stem of 3 letters and may stand for many unrelated words [short-stem]
    … “small and medium compan*” OR “SMC*” AND “export*” OR “international*” OR…
                                     ^~~~
    hint: `litmine explain` lists them; PubMed searches a stem of fewer than 4 letters without its *
  [1]
