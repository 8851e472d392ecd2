Every rule does what its own examples say.

  $ litmine tag --check
  2395 examples, 0 wrong
