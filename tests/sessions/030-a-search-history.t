A strategy of numbered lines, with the hits that each had in the database.

  $ cat > strategy.txt <<'END'
  > Database: Ovid MEDLINE(R) <1946 to May 2017>
  > 1. (digital adj3 platform$).ti,ab. (3,581)
  > 2. exp Commerce/ (12045)
  > 3. (sme$ or small firm$).ti,ab.
  > 4. or/1-2
  > 5. 3 and 4
  > 6. limit 5 to yr="2016 -Current"
  > END
  $ litmine history strategy.txt --no-index --format csv 2>/dev/null
  line,studies,expected,used,search,tree
  1,,3581,yes,"(digital adj3 platform$).ti,ab.","(in title,abstract (near-but-stop-words/2 digital platform*))"
  2,,12045,yes,exp Commerce/,"(in keywords,index_terms (heading ""exp Commerce/""))"
  3,,,yes,"(sme$ or small firm$).ti,ab.","(in title,abstract (or sme* (pre-but-stop-words/0 small firm*)))"
  4,,,yes,or/1-2,"(or (in title,abstract (near-but-stop-words/2 digital platform*)) (in keywords,index_terms (heading ""exp Commerce/"")))"
  5,,,yes,3 and 4,"(and (in title,abstract (or sme* (pre-but-stop-words/0 small firm*))) (or (in title,abstract (near-but-stop-words/2 digital platform*)) (in keywords,index_terms (heading ""exp Commerce/""))))"
  6,,,yes,"limit 5 to yr=""2016 -Current""","(and (and (in title,abstract (or sme* (pre-but-stop-words/0 small firm*))) (or (in title,abstract (near-but-stop-words/2 digital platform*)) (in keywords,index_terms (heading ""exp Commerce/"")))) (years 2016 9999))"
  $ litmine history strategy.txt --no-index --line 9
  litmine: there is no line 9
    hint: the history has the lines 1 to 6
  [2]

Every other command reads it too: its last line is the query.

  $ litmine parse --dialect ovid --query-file strategy.txt 2>/dev/null
  (and (and (in title,abstract (or sme* (pre-but-stop-words/0 small firm*))) (or (in title,abstract (near-but-stop-words/2 digital platform*)) (in keywords,index_terms (heading "exp Commerce/")))) (years 2016 9999))

References that lead nowhere name both lines.

  $ printf 'heart.ti.\n2 or 1\n1 and 9\n' > wrong.txt
  $ litmine history wrong.txt --no-index
  wrong.txt: note: read as a search history of 3 lines, counted from 1, since they have no numbers [history-read]
    hint: the last line is the query
  wrong.txt:2:1: error: line 2 refers to itself [line-itself]
    2 or 1
    ^
    hint: left out
  wrong.txt:2:1: note: line 3, the result, does not use line 2 [line-unused]
    2 or 1
    ^~~~~~
  wrong.txt:3:7: error: line 3 refers to line 9, and there is none of that number [line-absent]
    1 and 9
          ^
    hint: the history has 3 lines; left out
  line  expected  search     tree
     1            heart.ti.  (in title heart)
     2            2 or 1     (in title heart)
     3            1 and 9    (in title heart)
  [1]
