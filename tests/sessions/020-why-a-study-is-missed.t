Which clause lost a study, and the nearest text to it.

  $ rm -r "$SAMPLE/articles/sources"
  $ litmine index "$SAMPLE/articles" >/dev/null 2>&1
  $ litmine explain --query-file corpus/sample/queries/as-printed.txt --document kaya-2021-statistics-office 2>/dev/null
  kaya-2021-statistics-office: Kaya and Brandt 2021: Marketplaces abroad: transaction costs and the online exports of Turkish micro firms
  not found: 1 clause is not met
  
  Clauses, and whether the study meets each on its own
    no   AND
    no     OR
    no       “digitalization”
    no       “digital ecosystem”
    no       “social media”
    no       “digital platform”
    no       “e-commerce”
    no       “e-tailing”
    no       “cross-border commerce”
    no       “digital servic*”
    no       “information techonolog*”
    no       “e-business*”
    no       “global marketplace”
    yes    OR
    no       “INV”
    no       “international entrepreneurship”
    no       “international new venture”
    yes      “born global*”
    no       “micromultinational*”
    yes    OR
    yes      “small firm”
    yes      “SME*”
    no       “small and medium enterprise*”
    no       “small company”
    no       “small and medium compan*”
    no       “SMC*”
    yes    OR
    yes      “export*”
    no       “international*”
    yes      “global”
    yes      “cross-border”
    no       “global value chain”
  
  Lost by
    “digitalization” OR “digital ecosystem” OR “social media…s*” OR “global marketplace”
      “e-commerce” in another form: 'Ecommerce'
        abstract: "Ecommerce is said to lower the cost of selling abroad."
      “information techonolog*” 1 letter away: 'Information Technologies', in method, which is not searched
        method: "Our source is the Survey on the Use of Information Technologies in Enterprises, which the national statistics office carries out each spring by telephone and web among a stratified sample of firms, and which was not designed with our question in mind."
      “cross-border commerce” with 1 word between: 'Cross-border e-commerce', in references, which is not searched
        references: "Moretti, C., Ferri, D. and Vidal, L. (2020), "Cross-border e-commerce portals and the degree of internationalization of small firms: evidence from Italian exporters to China", Fictional Review of Small Business, Vol. 15 No. 2, pp. 212-229, doi: 10.5555/frsb.2020.0212."
  
  Places of what it meets
    “export*”: title: "Marketplaces abroad: transaction costs and the online exports of Turkish micro firms"
    “cross-border”: abstract: "Using transaction cost economics, we derive hypotheses on the frequency, the uncertainty and the specificity of cross-border sales through online marketplaces."
    “SME*”: abstract: "We test them with microdata on 6,482 Turkish SMEs over the years 2013 to 2018."
    “born global*”: abstract: "The frequency of sales plays no role, and firms of the born global kind gain least."
    “global”: abstract: "The frequency of sales plays no role, and firms of the born global kind gain least."
    “small firm”: abstract: "Governments which want their small firms to export online should look at the inspection of goods before they pay for web pages."
  [1]

The words as they stand, but not where the string looks for them; and a clause behind NOT.

  $ litmine explain --document tanaka-2020-pickles '"digital platform" AND "absorptive capacity" AND NOT Japan*' 2>/dev/null
  tanaka-2020-pickles: Tanaka and Nunes 2020: LEARNING TO SEND: HOW SEVEN PICKLE MAKERS IN NAGANO PREPARED THEIR FIRST EXPORTS THROUGH A DIGITAL PLATFORM
  not found: 1 clause is not met, 1 behind NOT is met
  
  Clauses, and whether the study meets each on its own
    no   AND NOT
    no     AND
    yes      "digital platform"
    no       "absorptive capacity"
    yes    Japan*  (behind NOT)
  
  Lost by
    "absorptive capacity"
      "absorptive capacity" stands as 'absorptive capacity', in theory, which is not searched
        theory: "Others have explained the reluctance of rural producers by the stages of the Uppsala model (Johanson and Vahlne, 1977) or by a lack of absorptive capacity."
    NOT Japan*
      met: abstract: "This paper reports what happened when seven small and medium enterprises (SMEs) in a Japanese mountain valley accepted."
  
  Places of what it meets
    "digital platform": title: "LEARNING TO SEND: HOW SEVEN PICKLE MAKERS IN NAGANO PREPARED THEIR FIRST EXPORTS THROUGH A DIGITAL PLATFORM"
  [1]
  $ litmine explain --document tanaka-2020-pickles 'pickle*' --format json 2>/dev/null
  {
    "study": "tanaka-2020-pickles",
    "title": "LEARNING TO SEND: HOW SEVEN PICKLE MAKERS IN NAGANO PREPARED THEIR FIRST EXPORTS THROUGH A DIGITAL PLATFORM",
    "found": true,
    "clauses": [
      {
        "clause": 0,
        "label": "pickle*",
        "met": true
      }
    ],
    "lost_by": [],
    "places": [
      {
        "clause": 0,
        "label": "pickle*",
        "report": "tanaka-2020-pickles",
        "part": "title",
        "page": null,
        "match": "PICKLE",
        "quote": "LEARNING TO SEND: HOW SEVEN PICKLE MAKERS IN NAGANO PREPARED THEIR FIRST EXPORTS THROUGH A DIGITAL PLATFORM"
      }
    ]
  }
  $ litmine explain --document nobody 'a AND b'
  litmine: there is no study 'nobody' in the index
    hint: 'litmine info --studies' lists them
  [2]
  $ litmine explain --dialect wos 'TS=(SME* AND (platform* OR marketplace*) NOT survey)' 2>/dev/null | sed -n '/^What/,$p'
  What dropping each clause would change (number of studies)
     4 more  without SME*
     2 more  without (platform* OR marketplace*) NOT survey
     2 more  without (platform* OR marketplace*)
    5 fewer  without platform*
    2 fewer  without marketplace*
     1 more  without survey
