What the hits are, in another order, and out to a reference manager.

  $ rm -r "$SAMPLE/articles/sources"
  $ litmine index "$SAMPLE/articles" >/dev/null 2>&1
  $ litmine search 'export*' --facets year,method,country 2>/dev/null
  facet    value             studies
  year     2015                    1
  year     2018                    2
  year     2019                    1
  year     2020                    2
  year     2021                    1
  year     2022                    3
  year     2023                    1
  method   survey...
  ...
  country  ...
  ...
  $ litmine search 'export*' --facets study_type --format csv 2>/dev/null
  facet,value,studies
  study_type,quantitative,...
  ...
  $ litmine search 'export*' --facets methd
  litmine: no facet is called 'methd'
    hint: did you mean 'method'?
  [2]
  $ litmine search 'export*' --sort year --format csv 2>/dev/null | cut -d, -f2,3 | head -4
  study,year
  beridze-2023-georgian-wine,2023
  dube-2022-beadwork-experiment,2022
  hughes-2022-systematic-review,2022
  $ litmine search 'export*' --sort relevance --format csv 2>/dev/null | cut -d, -f2 | head -4
  study
  rahman-2022-facebook-apparel
  chen-2015-portal-records
  kaya-2021-statistics-office
  $ litmine search 'export*' --sort size
  litmine: hits cannot be sorted by 'size'
    hint: orders: study, year, title, author, relevance
  [2]
  $ litmine search 'pickle*' --format ris > hits.ris
  1 of 17 studies
  $ cat hits.ris
  TY  - JOUR
  TI  - LEARNING TO SEND: HOW SEVEN PICKLE MAKERS IN NAGANO PREPARED THEIR FIRST EXPORTS THROUGH A DIGITAL PLATFORM
  AU  - Tanaka, Haruka
  AU  - Nunes, Beatriz
  PY  - 2020
  T2  - Atlas of Unreal Regions
  VL  - 17
  IS  - 2
  SP  - 145
  EP  - 166
  DO  - 10.5555/aur.2020.0145
  ID  - tanaka-2020-pickles
  AB  - Rural food producers are invited to export by means of a digital platform, and most of them decline. This paper reports what happened when seven small and medium enterprises (SMEs) in a Japanese mountain valley accepted. Over twenty months producers, officials and researchers worked out together what has to be done before a jar of pickled vegetables can be offered to international customers: labels, recipes, photographs, prices, boxes and nerves. We describe four rounds of trial and correction and the dispute that nearly ended them. In the last round six of the seven producers shipped orders to Singapore and Taiwan. Digitalization, we conclude, is not what a platform brings to a valley; it is what the valley has to do before the platform is of any use.
  KW  - digitalization
  KW  - SMEs
  KW  - exports
  KW  - food
  KW  - rural regions
  KW  - Japan
  ER  - 
  
  $ litmine recall 'pickle*' --known hits.ris 2>/dev/null
  1 known items: 1 found, 0 missed, 0 not in the index
  recall 1 of 1 = 100.0 % (95 % confidence: 20.7 % to 100.0 %)
  the string finds 1 of 17 studies
