A second run reads only what has changed, and what is gone from a folder is gone from the index.

  $ cd "$SAMPLE/articles" && rm -r sources
  $ litmine index . --index ../index
  17 files: 17 read, 0 unchanged, 0 not read; 17 documents in ../index
  $ litmine index . --index ../index
  17 files: 0 read, 17 unchanged, 0 not read; 17 documents in ../index
  $ echo 'One more line.' >>tanaka-2020-pickles.txt
  $ rm okafor-2018-microproviders.txt
  $ litmine index . --index ../index
  16 files: 1 read, 15 unchanged, 0 not read, 1 taken out; 16 documents in ../index
  $ litmine show okafor-2018-microproviders --index ../index
  litmine: there is no document 'okafor-2018-microproviders' in the index
  [2]

The index may be deleted at any time and is made again.

  $ rm -r ../index
  $ litmine index . --index ../index
  16 files: 16 read, 0 unchanged, 0 not read; 16 documents in ../index
