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
  $ litmine history strategy.txt --no-index --line 9

Every other command reads it too: its last line is the query.

  $ litmine parse --dialect ovid --query-file strategy.txt 2>/dev/null

References that lead nowhere name both lines.

  $ printf 'heart.ti.\n2 or 1\n1 and 9\n' > wrong.txt
  $ litmine history wrong.txt --no-index
