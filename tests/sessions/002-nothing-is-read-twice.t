A second run reads only what has changed, and what is gone from a folder is gone from the index.

  $ cd "$SAMPLE/articles" && rm -r sources
  $ litmine index . --index ../index
  17 files: 17 new or changed, 0 unchanged; 17 documents in ../index
  $ litmine index . --index ../index
  17 files: 0 new or changed, 17 unchanged; 17 documents in ../index
  $ echo 'One more line.' >>tanaka-2020-pickles.txt
  $ rm okafor-2018-microproviders.txt
  $ litmine index . --index ../index
  16 files: 1 new or changed, 15 unchanged, 1 taken out; 16 documents in ../index
  $ litmine show okafor-2018-microproviders --index ../index
  litmine: there is no document 'okafor-2018-microproviders' in the index
  [2]

A file that is moved or renamed is not read again; it gets the name and the id that it would have as a new one.

  $ mkdir 2020 && mv tanaka-2020-pickles.txt 2020/tanaka.txt
  $ litmine index . --index ../index
  16 files: 0 new or changed, 15 unchanged, 1 moved; 16 documents in ../index
  $ litmine show tanaka-2020-pickles --index ../index
  litmine: there is no document 'tanaka-2020-pickles' in the index
  [2]
  $ mv 2020/tanaka.txt tanaka-2020-pickles.txt && rmdir 2020

The index may be deleted at any time and is made again.

  $ rm -r ../index
  $ litmine index . --index ../index
  16 files: 16 new or changed, 0 unchanged; 16 documents in ../index
