What docs/litmine-query.7 says.

  $ litmine parse --dialect scopus 'small OR firm AND export' 2>/dev/null
  (and (or small firm) export)
  $ litmine parse --dialect wos 'small OR firm AND export' 2>/dev/null
  (or small (and firm export))
  $ litmine parse --dialect scopus 'firm* PRE/2 abroad'
  (pre/2 firm* abroad)
  $ litmine parse --dialect native 'title,abstract:(export AND year:2016-2023)'
  (in title,abstract (and export (years 2016 2023)))
  $ echo '{"id": 1, "text": "e commerce"}' | litmine match --dialect scopus 'e-commerce' 2>/dev/null
  {"id":1,"match":true}
  $ echo '{"id": 1, "text": "e commerce"}' | litmine match --dialect scopus '{e-commerce}'
  {"id":1,"match":false}
  [1]
