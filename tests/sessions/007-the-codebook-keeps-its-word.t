Every rule does what its own examples say.

  $ litmine tag --check | grep -o '0 wrong'
  0 wrong
