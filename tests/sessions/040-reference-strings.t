Reference strings in different styles, one a line, become CSL-JSON lines in the same order; an empty
line stays a line.

  $ cat >references.txt <<'END'
  > Moretti, P., & van Dijk, J. A. (2019a). Trust between strangers. Journal of Made-Up Business, 12(3), 45–67.
  > 
  > [7] P. Kumar and J. Li, “A fast method for counting bees,” IEEE Trans. Image Process., vol. 21, no. 5, pp. 88–97, 2014.
  > END
  $ litmine parse-refs <references.txt | sed 's/,"custom".*/}/'
  standard input:2:1: note: an empty line
  {"id":"1","type":"article-journal","author":[{"family":"Moretti","given":"P."},{"family":"van Dijk","given":"J. A."}],"issued":{"date-parts":[[2019]]},"year-suffix":"a","title":"Trust between strangers","container-title":"Journal of Made-Up Business","volume":"12","issue":"3","page":"45-67","language":"en"}
  {"id":"2","type":"document"}
  {"id":"3","type":"article-journal","author":[{"family":"Kumar","given":"P."},{"family":"Li","given":"J."}],"issued":{"date-parts":[[2014]]},"title":"A fast method for counting bees","container-title":"IEEE Trans. Image Process","volume":"21","issue":"5","page":"88-97","citation-number":"7"}
  $ echo | litmine parse-refs --model nowhere.model
  litmine: the reference model 'nowhere.model' cannot be read
    hint: it belongs to litmine: install it again, or name it in LITMINE_CITATIONS
  [2]
