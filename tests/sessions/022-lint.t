What is odd, superfluous or missing in a string, without an index.

  $ litmine lint --dialect wos 'TS=(digital* OR "digital platform") OR AND TS=SME*'
  query:1:1: note: this field also searches Keywords Plus; here these are known only for records that brought them along [D402 field-approximated]
    TS=(digital* OR "digital platform") OR AND TS=SME*
    ^~~
  query: note: the string sets no limit on year, language, document type [D404 no-limits]
    hint: if the review reports such limits, they were set elsewhere: add them to the string, or the same string will find more than the review did
  query:1:17: warning: '"digital platform"' finds nothing that is not found by 'digital*' [L202 term-implied]
    TS=(digital* OR "digital platform") OR AND TS=SME*
                    ^~~~~~~~~~~~~~~~~~
    hint: leaving it out changes nothing
  query:1:37: error: 'OR' is followed by 'AND' with nothing between them [S101 operator-doubled]
    TS=(digital* OR "digital platform") OR AND TS=SME*
                                        ^~~~~~
    hint: a term is missing, or one of the operators is too many; read on as AND
  query:1:44: note: this field also searches Keywords Plus; here these are known only for records that brought them along [D402 field-approximated]
    TS=(digital* OR "digital platform") OR AND TS=SME*
                                               ^~~
  query:1:47: warning: 'SME*' has a stem of 3 letters and may stand for many unrelated words [D201 short-stem]
    TS=(digital* OR "digital platform") OR AND TS=SME*
                                                  ^~~~
    hint: `litmine explain` lists them; PubMed searches a stem of fewer than 4 letters without its *
  query:1:47: note: capitals make no difference: 'SME*' is matched without case [D206 acronym-case]
    TS=(digital* OR "digital platform") OR AND TS=SME*
                                                  ^~~~
  1 error, 2 warnings, 4 notes
  litmine: there is no index, so nothing was counted; 'litmine index PATH' makes one
  [1]
  $ litmine lint --strict 'digital OR AND SME*' >/dev/null
  litmine: the string had to be repaired to be read, and --strict refuses that; it was not run
  [1]
  $ litmine lint 'TITLE(platform*) AND PUBYEAR > 2015'
  query: note: the string sets no limit on language, document type [D404 no-limits]
    hint: if the review reports such limits, they were set elsewhere: add them to the string, or the same string will find more than the review did
  0 errors, 0 warnings, 1 note
  litmine: there is no index, so nothing was counted; 'litmine index PATH' makes one

With an index: what its words and clauses do there, and what the other reading would find.

  $ rm -r "$SAMPLE/articles/sources"
  $ litmine index "$SAMPLE/articles" "$SAMPLE/records" >/dev/null 2>&1
  $ litmine lint '("digital platform" OR "e-commerce" OR commerce) OR AND (SME* OR "small and medium enterprise*")'
  query: note: words without a field are searched in title, abstract, keywords [D403 default-fields]
    hint: index terms that the databases add (Keywords Plus, thesaurus terms) are only known here for records that brought them along; keywords are the authors'
  query: note: the string sets no limit on year, language, document type [D404 no-limits]
    hint: if the review reports such limits, they were set elsewhere: add them to the string, or the same string will find more than the review did
  query:1:1: note: without '("digital platform" OR "e-… OR commerce)' the string would find 34 studies instead of 16 [C303 clause-effect]
    ("digital platform" OR "e-commerce" OR commerce) OR AND (SME* OR "small an…
    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  query:1:2: note: '"digital platform"' is not truncated: 8 studies here have it only in the plural, which this database adds; one that reads it as it stands (Web of Science in quotes) would not find them [C201 plural-missing]
    ("digital platform" OR "e-commerce" OR commerce) OR AND (SME* OR "small an…
     ^~~~~~~~~~~~~~~~~~
    hint: truncate it if the string is to mean the same elsewhere
  query:1:24: warning: '"e-commerce"' finds nothing that is not found by 'commerce' [L202 term-implied]
    ("digital platform" OR "e-commerce" OR commerce) OR AND (SME* OR "small an…
                           ^~~~~~~~~~~~
    hint: leaving it out changes nothing; on this index 17 studies meet it, and leaving it out changes 0 studies
  query:1:24: warning: '"e-commerce"' does not find the form in one word, 'ecommerce', which 2 studies here have: 2 not found by the terms beside it, 2 new to the result [C202 hyphen-form-missing]
    ("digital platform" OR "e-commerce" OR commerce) OR AND (SME* OR "small an…
                           ^~~~~~~~~~~~
    hint: add it with OR
  query:1:25: note: a hyphen is read as a space: 'e-commerce' finds the words with a hyphen or a space between them, not written as one word [D205 hyphen]
    ("digital platform" OR "e-commerce" OR commerce) OR AND (SME* OR "small an…
                            ^~~~~~~~~~
    hint: add the form in one word with OR if it is wanted
  query:1:50: error: 'OR' is followed by 'AND' with nothing between them [S101 operator-doubled]
    …m" OR "e-commerce" OR commerce) OR AND (SME* OR "small and medium enterpri…
                                     ^~~~~~
    hint: a term is missing, or one of the operators is too many; read on as AND; 'AND' finds 16 studies, 'OR' 47
  query:1:57: note: without '(SME* OR "small and medium enterprise*")' the string would find 29 studies instead of 16 [C303 clause-effect]
    … "e-commerce" OR commerce) OR AND (SME* OR "small and medium enterprise*")
                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  query:1:58: warning: 'SME*' has a stem of 3 letters and may stand for many unrelated words [D201 short-stem]
    … "e-commerce" OR commerce) OR AND (SME* OR "small and medium enterprise*")
                                        ^~~~
    hint: `litmine explain` lists them; PubMed searches a stem of fewer than 4 letters without its *
  query:1:58: note: capitals make no difference: 'SME*' is matched without case [D206 acronym-case]
    … "e-commerce" OR commerce) OR AND (SME* OR "small and medium enterprise*")
                                        ^~~~
  query:1:58: note: 'sme*' stands for 2 words here, in so many studies each: smes (31), sme (4) [C102 stem-words]
    … "e-commerce" OR commerce) OR AND (SME* OR "small and medium enterprise*")
                                        ^~~~
    hint: a longer stem, or the words themselves, say what is meant
  query:1:66: warning: '"small and medium enterprise*"' allows no word in between, as in '"small and medium" PRE/2 enterprise*', which 5 studies here have: 3 not found by the terms beside it, 2 new to the result [C204 phrase-too-tight]
    … "e-commerce" OR commerce) OR AND (SME* OR "small and medium enterprise*")
                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    hint: write it with a distance, or add the longer phrase with OR
  query:1:66: note: '"small and medium enterprise*"' adds nothing here: of its 1 study none is its own, other terms of its list find all of them [C301 adds-nothing]
    … "e-commerce" OR commerce) OR AND (SME* OR "small and medium enterprise*")
                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    hint: on another corpus it may find more
  query:1:84: note: 1 wildcard word in quotes ('enterprise*') [D203 wildcard-in-quotes]
    … "e-commerce" OR commerce) OR AND (SME* OR "small and medium enterprise*")
                                                                  ^~~~~~~~~~~
    hint: Scopus expands wildcards in quotes today; in 2008 it read them as punctuation. Web of Science expands * there too, PubMed since June 2024; Embase and Cochrane never do
  1 error, 4 warnings, 10 notes; 16 of 70 studies
  [1]
  $ litmine lint --format json '"information techonolog*"' | grep -A 4 '"number": "C101"'
        "number": "C101",
        "code": "no-match",
        "family": "corpus",
        "level": "warning",
        "message": "'\"information techonolog*\"' is in no study: 'techonolog*' matches no word in title, abstract, keywords; nearest is '\"information technolog*\"' (1 study)",
  $ litmine lint --format sarif 'platform OR AND SME*' | grep -A 2 '"ruleId": "S101"'
            "ruleId": "S101",
            "ruleIndex": 0,
            "level": "error",

The items that must be found: which clause alone removes one.

  $ printf 'title,year\n"Digitalization, internationalization and scaling of online SMEs",2020\n' > known.csv
  $ litmine lint --query-file corpus/sample/queries/as-printed.txt --known known.csv 2>&1 | grep -A 3 C304
  corpus/sample/queries/as-printed.txt:1:237: warning: '“INV” OR “internatio…inational*”' alone removes 1 of the 1 known studies in this index: westerlund-2020-digitalization [C304 clause-removes-known]
    … OR “global marketplace” OR AND “INV” OR “international entrepreneurship” …
                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    hint: they meet everything else
  $ litmine lint --format xml a
  litmine: no format is called 'xml'
    hint: formats: text, json, sarif
  [2]
