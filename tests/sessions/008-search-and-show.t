From a hit to the place in the article.

  $ rm -r "$SAMPLE/articles/sources"
  $ litmine index "$SAMPLE/articles" >/dev/null 2>&1
  $ litmine search --in all crowdfunding --format csv 2>/dev/null | cut -d, -f2,3
  study,year
  dube-2022-beadwork-experiment,2022
  garcia-2021-crowdfunding-signals,2021
  hughes-2022-systematic-review,2022
  rahman-2022-facebook-apparel,2022
  $ litmine search --in all crowdfunding --places --limit 1 --format jsonl 2>/dev/null | head -1
  {"search":"query","study":"dube-2022-beadwork-experiment","report":"dube-2022-beadwork-experiment","clause":0,"label":"crowdfunding","part":"theory","page":2,"match":"crowdfunding","quote":"Work on the texts of sellers comes mostly from crowdfunding, where longer texts attract backers at home but not abroad (García and Whitlow, 2021)."}
  $ litmine search --count --in all crowdfunding
  4
  4 of 17 studies

A word that nobody wrote, with what is near.

  $ litmine search --in all crowdfundnig
  query:1:1: warning: 'crowdfundnig' matches no word in all; nearest is 'crowdfunding' (4 studies) [no-match]
    crowdfundnig
    ^~~~~~~~~~~~
  0 of 17 studies
  [1]
  $ litmine search --format xml x
  query:1:1: warning: 'x' matches no word in title, abstract, keywords [no-match]
    x
    ^
  litmine: no format is called 'xml'
    hint: the formats are text, csv, json, jsonl
  [2]
  $ litmine show no-such-study
  litmine: there is no document 'no-such-study' in the index
  [2]
