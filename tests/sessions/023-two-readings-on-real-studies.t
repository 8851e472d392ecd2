One string, read by two databases, on the sample review: four groups, or an OR of twenty-four.

  $ rm -r "$SAMPLE/articles/sources"
  $ litmine index "$SAMPLE/articles" "$SAMPLE/records" >/dev/null 2>&1
  $ litmine compare --dialects scopus,wos --query-file corpus/sample/queries/as-printed.txt --limit 3 2>/dev/null
  scopus finds 12 of 70 studies, read as
    (digitalization~psg OR "digital ecosystem"~psg OR "social media"~psg OR "digital platform"~psg OR "e commerce"~psg OR "e tailing"~psg OR "cross border commerce"~psg OR "digital servic*"~psg OR "information techonolog*"~psg OR "e business*"~psg OR "global marketplace"~psg) AND (inv~psg OR "international entrepreneurship"~psg OR "international new venture"~psg OR "born global*"~psg OR micromultinational*) AND ("small firm"~psg OR sme* OR "small and medium enterprise*"~psg OR "small company"~psg OR "small and medium compan*"~psg OR smc*) AND (export* OR international* OR global~psg OR "cross border"~psg OR "global value chain"~psg)
  
  wos finds 69, read as
    digitalization OR "digital ecosystem" OR "social media" OR "digital platform" OR "e commerce" OR "e tailing" OR "cross border commerce" OR "digital servic*" OR "information techonolog*" OR "e business*" OR ("global marketplace" AND inv) OR "international entrepreneurship" OR "international new venture" OR "born global*" OR (micromultinational* AND "small firm") OR sme* OR "small and medium enterprise*" OR "small company" OR "small and medium compan*" OR (smc* AND export*) OR international* OR global OR "cross border" OR "global value chain"
  
  both 12, only scopus 0, only wos 57, either 69
  
  Only wos (57)
    ahsan-2021-international-opportunity-development: International opportunity development on crowdfunding platforms: a spatial, temporal, and structural framework
    alarcon-del-amo-2018-examining-impact-managerial: Examining the impact of managerial involvement with social media on exporting firm performance
    anwar-2022-digital-capabilities-role: Digital capabilities, their role in business model innovativeness, and the internationalization of SMEs
    and 54 more (--all shows them)
  
  Both (12)
    amaral-2020-noticed-shelf-born: Noticed on the shelf: born global cork producers and their place on digital platforms
    beridze-2023-georgian-wine: Toasts across the border: social media, networks and the internationalization of family wineries in Georgia
    castel-2019-pequenos-produtores-grandes: Pequenos produtores, grandes plataformas: mídias sociais e exportação de queijo
    and 9 more (--all shows them)
  $ litmine compare --dialects scopus,wos --query-file corpus/sample/queries/as-printed.txt --format csv 2>/dev/null | head -4
  found_by,study,year,title
  only_second,ahsan-2021-international-opportunity-development,2021,"International opportunity development on crowdfunding platforms: a spatial, temporal, and structural framework"
  only_second,alarcon-del-amo-2018-examining-impact-managerial,2018,Examining the impact of managerial involvement with social media on exporting firm performance
  only_second,anwar-2022-digital-capabilities-role,2022,"Digital capabilities, their role in business model innovativeness, and the internationalization of SMEs"
  $ litmine compare --with corpus/sample/queries/repaired.txt --query-file corpus/sample/queries/as-printed.txt 2>/dev/null | grep '^both'
  both 12, only corpus/sample/queries/as-printed.txt (scopus) 0, only corpus/sample/queries/repaired.txt (scopus) 1, either 13
  $ litmine compare --dialects scopus,wos '(a OR b) AND c' 2>/dev/null
  scopus finds 0 of 70 studies, read as
    (a~psg OR b~psg) AND c~psg
  
  wos finds 0, read as
    (a~sl OR b~sl) AND c~sl
  
  both 0, only scopus 0, only wos 0, either 0
  [1]
  $ litmine compare --dialects scopus 'a AND b'
  litmine: --dialects is 'scopus'
    hint: name two dialects, such as --dialects scopus,wos; or give one with --with FILE
  [2]
  $ litmine compare 'a AND b'
  litmine: --dialects is ''
    hint: name two dialects, such as --dialects scopus,wos; or give one with --with FILE
  [2]
