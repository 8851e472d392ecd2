Texts from standard input, without an index.

  $ cat >texts.jsonl <<'END'
  > {"id": 1, "title": "Digital platforms for small firms"}
  > {"id": "two", "title": "A platform", "abstract": "It is digital."}
  > {"id": "three", "text": "The digital-platform economy"}
  > END
  $ litmine match --dialect scopus '"digital platform*"' <texts.jsonl
  query:1:10: note: 1 wildcard word in quotes ('platform*') [wildcard-in-quotes]
    "digital platform*"
             ^~~~~~~~~
    hint: Scopus expands wildcards in quotes today; in 2008 it read them as punctuation. Web of Science expands * there too, PubMed since June 2024; Embase and Cochrane never do
  {"id":1,"match":true}
  {"id":"two","match":false}
  {"id":"three","match":true}
  $ litmine match --dialect scopus 'TITLE(digital)' <texts.jsonl
  {"id":1,"match":true}
  {"id":"two","match":false}
  {"id":"three","match":true}
  $ echo 'not JSON' | litmine match --dialect scopus x
  standard input:1:1: error: not a JSON object
    hint: write {"id": "1", "text": "..."} on one line
  [3]
