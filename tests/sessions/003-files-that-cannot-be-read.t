A file that cannot be read is named with a true reason; the rest is read, and the exit status
remembers.

  $ mkdir in
  $ cp "$SAMPLE/articles/tanaka-2020-pickles.txt" in/
  $ printf '%%PDF-1.4\nthe rest was lost' >in/cut-off.pdf
  $ : >in/empty.txt
  $ printf '\377\330\377\340 a photograph' >in/photo.jpg
  $ litmine index in
  not read: in/cut-off.pdf: is damaged and cannot be opened: its list of contents (the trailer) is missing and could not be made anew
    hint: fetch the file again, or open it in a viewer and print it to a new PDF
  not read: in/empty.txt: is empty
  not read: in/photo.jpg: is a JPEG picture, which litmine does not read yet
    hint: leave it out of the folder, or ignore this line
  4 files: 4 new or changed, 0 unchanged, 3 could not be read; 1 document in .litmine/index
  [3]
  $ litmine info --problems --format csv
  file,line,page,level,code,reason,hint
  in/cut-off.pdf,,,not read,damaged,is damaged and cannot be opened: its list of contents (the trailer) is missing and could not be made anew,"fetch the file again, or open it in a viewer and print it to a new PDF"
  in/empty.txt,,,not read,empty,is empty,
  in/photo.jpg,,,not read,unknown-format,"is a JPEG picture, which litmine does not read yet","leave it out of the folder, or ignore this line"

What is not there at all is named as well.

  $ litmine index no-such-folder
  litmine: 'no-such-folder' is not there
    hint: name a file or a folder
  [2]
