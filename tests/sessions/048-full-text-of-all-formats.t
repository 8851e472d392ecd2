Articles come as web pages, Word files, books and XML as well as PDF: each is found by its words, with its
title, year and parts.

  $ mkdir articles
  $ cat >articles/page.html <<'END'
  > <html><head><title>Buttons - Journal of Crafts</title>
  > <meta name="citation_title" content="Selling buttons over the web">
  > <meta name="citation_author" content="Miller, Jane"><meta name="citation_publication_date" content="2019/03/01">
  > <meta name="citation_doi" content="10.1234/buttons.1"></head><body>
  > <nav><a href="/">home</a> <a href="/all">all platypus issues</a></nav>
  > <article><h1>Selling buttons over the web</h1><h2>Abstract</h2><p>We ask how makers of buttons find buyers abroad.</p>
  > <h2>Introduction</h2><p>Buttons are small and travel well.</p>
  > <h2>Method</h2><p>We interviewed twelve makers of buttons in three towns.</p>
  > <h2>References</h2><p>Wu, D. (2010). Zips and hooks. Journal of Crafts, 3(2), 1-9.</p></article></body></html>
  > END
  $ mkdir -p word && cat >'[Content_Types].xml' <<'END'
  > <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>
  > END
  $ cat >word/document.xml <<'END'
  > <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
  > <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Weaving baskets for strangers</w:t></w:r></w:p>
  > <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Abstract</w:t></w:r></w:p>
  > <w:p><w:r><w:t>Baskets are sold by </w:t></w:r><w:del><w:r><w:delText>camels </w:delText></w:r></w:del><w:r><w:t>websites.</w:t></w:r></w:p>
  > <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Introduction</w:t></w:r></w:p>
  > <w:p><w:r><w:t>Willows grow beside every brook.</w:t></w:r></w:p>
  > <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Method</w:t></w:r></w:p>
  > <w:p><w:r><w:t>A survey of forty weavers was made by post.</w:t></w:r></w:p>
  > </w:body></w:document>
  > END
  $ zipped articles/baskets.docx '[Content_Types].xml' word/document.xml
  $ printf 'application/vnd.oasis.opendocument.text' >mimetype
  $ cat >content.xml <<'END'
  > <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
  > <text:p text:style-name="Title">Tiles that travel</text:p>
  > <text:h text:outline-level="1">Abstract</text:h><text:p>Tiles are bought in shops of other countries.</text:p>
  > <text:h text:outline-level="1">Introduction</text:h><text:p>Clay is heavy, and tiles are heavier.</text:p>
  > <text:h text:outline-level="1">Results</text:h><text:p>Half of the tilers export, and a third does so online.</text:p>
  > </office:text></office:body></office:document-content>
  > END
  $ zipped articles/tiles.odt mimetype content.xml
  $ printf 'application/epub+zip' >mimetype && mkdir META-INF && cat >META-INF/container.xml <<'END'
  > <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
  > END
  $ cat >book.opf <<'END'
  > <package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book of lanterns</dc:title>
  > <dc:creator>Ana Souza</dc:creator><dc:date>2017</dc:date></metadata>
  > <manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="one"/></spine></package>
  > END
  $ cat >one.xhtml <<'END'
  > <html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Lanterns on the river</h1><p>Paper lanterns were carried downstream by every household.</p></body></html>
  > END
  $ zipped articles/lanterns.epub mimetype META-INF/container.xml book.opf one.xhtml
  $ cat >articles/glass.xml <<'END'
  > <article><front><journal-meta><journal-title-group><journal-title>Glass Studies</journal-title></journal-title-group></journal-meta>
  > <article-meta><article-id pub-id-type="doi">10.1234/glass.7</article-id><title-group><article-title>Blowing glass for export</article-title></title-group>
  > <contrib-group><contrib contrib-type="author"><name><surname>Rossi</surname><given-names>Ugo</given-names></name></contrib></contrib-group>
  > <pub-date><year>2021</year></pub-date><abstract><p>Glass is sent far away.</p></abstract></article-meta></front>
  > <body><sec sec-type="methods"><title>How we asked</title><p>We watched nine glass blowers at work.</p></sec></body>
  > <back><ref-list><ref><mixed-citation>Wu D. Zips and hooks. J Crafts. 2010;3:1-9.</mixed-citation></ref></ref-list></back></article>
  > END
  $ cat >bells.xml <<'END'
  > <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title level="a" type="main">Casting bells</title></titleStmt>
  > <sourceDesc><biblStruct><analytic><author><persName><forename>Eva</forename><surname>Horn</surname></persName></author></analytic>
  > <monogr><imprint><date type="published" when="2016"/></imprint></monogr></biblStruct></sourceDesc></fileDesc>
  > <profileDesc><abstract><p>Bells are cast once in a life.</p></abstract></profileDesc></teiHeader>
  > <text><body><div><head>Method</head><p>Three foundries opened their archives.</p></div></body></text></TEI>
  > END
  $ zipped articles/more.zip bells.xml

  $ litmine index articles
  read with a doubt: 2 places; 'litmine info --problems' lists them
  6 files: 6 new or changed, 0 unchanged; 6 documents in .litmine/index
  $ litmine info --problems
  file                   line  page  level     code             reason                                                hint
  articles/baskets.docx              doubtful  tracked-changes  holds tracked changes; read as if they were accepted  accept or reject them and save the file
  articles/page.html                 doubtful  little-text      has only 44 words                                     it may be a page about the article, or one that asks to log in; save the full text
  $ litmine search --in method 'interviewed OR survey OR watched OR foundries' --format csv
  search,study,year,authors,title,source,doi,file,reports,within_limits,clauses
  query,baskets,,,Weaving baskets for strangers,,,articles/baskets.docx,baskets,yes,survey
  query,glass,2021,Rossi,Blowing glass for export,Glass Studies,10.1234/glass.7,articles/glass.xml,glass,yes,watched
  query,more,2016,Horn,Casting bells,,,articles/more.zip/bells.xml,more,yes,foundries
  query,page,2019,Miller,Selling buttons over the web,,10.1234/buttons.1,articles/page.html,page,yes,interviewed
  4 of 6 studies
  $ litmine search --in results,body 'lanterns OR tilers' --places --format csv
  search,study,report,clause,label,part,page,match,quote
  query,lanterns,lanterns,1,lanterns,introduction,,lanterns,Paper lanterns were carried downstream by every household.
  query,tiles,tiles,2,tilers,results,,tilers,"Half of the tilers export, and a third does so online."
  2 of 6 studies
  $ litmine search --in references '"zips and hooks"' --count
  2
  2 of 6 studies

What a page shows around its article is not searched, nor is what a manuscript's author has deleted.

  $ litmine search --in all 'platypus OR camels' --count
  query:1:1: warning: 'platypus' matches no word in all [no-match]
    platypus OR camels
    ^~~~~~~~
  query:1:13: warning: 'camels' matches no word in all [no-match]
    platypus OR camels
                ^~~~~~
  0
  0 of 6 studies
  [1]
  $ litmine show baskets --part abstract
  id        baskets
  file      articles/baskets.docx
  title     Weaving baskets for strangers
  
  [abstract] Abstract
  
  Baskets are sold by websites.
