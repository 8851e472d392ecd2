The cheapest edits that bring in what a string misses.

  $ rm -r "$SAMPLE/articles/sources"
  $ litmine index "$SAMPLE/articles" >/dev/null 2>&1
  $ cat > known.csv <<EOF
  > title,year
  > Learning to send: how seven pickle makers in Nagano prepared their first exports through a digital platform,2020
  > "Marketplaces abroad: transaction costs and the online exports of Turkish micro firms",2021
  > EOF
  $ litmine improve '"digital platform*" AND export AND "small firms"' --known known.csv --limit 4 2>/dev/null
  2 known items: 0 found, 2 missed, 0 not in the index; the string finds 1 of 17 studies
  
  Edits, by known items gained and other studies that come with them
    1  gains 1, costs 0 extra, finds 2: add "seven small" beside "small firms"
       "digital platform*" AND export AND ("small firms" OR "seven small")
    2  gains 1, costs 0 extra, finds 2: add "digitalization" beside "small firms"
       "digital platform*" AND export AND ("small firms" OR digitalization)
    3  gains 1, costs 0 extra, finds 2: add "ecommerce" beside "digital platform*"
       ("digital platform*" OR ecommerce) AND export AND "small firms"
    4  gains 1, costs 0 extra, finds 2: add "exporting" beside "digital platform*"
       ("digital platform*" OR exporting) AND export AND "small firms"
       and 46 more (--limit shows more)
  
  The cheapest for each missed item
    tanaka-2020-pickles: 2020: Learning to send: how seven pickle makers in Nagano prepared their first exports through a digital platform
       edit 1: add "seven small" beside "small firms"
    kaya-2021-statistics-office: 2021: Marketplaces abroad: transaction costs and the online exports of Turkish micro firms
       edit 3: add "ecommerce" beside "digital platform*"

An edit is pasted and run.

  $ litmine improve '"digital platform*" AND export' --known known.csv --format csv 2>/dev/null | head -3
  edit,gained,extra,studies,fewer,kinds,what,items,query
  1,1,0,5,0,add_term,"add ""ecommerce"" beside ""digital platform*""",kaya-2021-statistics-office,"(""digital platform*"" OR ecommerce) AND export"
  2,1,0,5,0,add_term,"add ""panel data"" beside ""digital platform*""",kaya-2021-statistics-office,"(""digital platform*"" OR ""panel data"") AND export"
  $ litmine improve --query-file corpus/sample/queries/as-printed.txt --known known.csv --format json 2>/dev/null | grep '"query"' | head -1 | sed 's/.*"query": "//; s/"$//; s/\\"/"/g' > edited.txt
  $ cat edited.txt
  (digitalization OR "digital ecosystem" OR "social media" OR "digital platform" OR "e commerce" OR ecommerce OR "e tailing" OR "cross border commerce" OR "digital servic*" OR "information techonolog*" OR "e business*" OR "global marketplace") AND (inv OR "international entrepreneurship" OR "international new venture" OR "born global*" OR micromultinational*) AND ("small firm" OR sme* OR "small and medium enterprise*" OR "small company" OR "small and medium compan*" OR smc*) AND (export* OR international* OR global OR "cross border" OR "global value chain")
  $ litmine search --query-file edited.txt --count 2>/dev/null
  11
  $ litmine improve --query-file corpus/sample/queries/as-printed.txt --known known.csv --format csv 2>/dev/null | sed -n 2p | cut -d, -f1-5
  1,1,0,11,0
