// What programs put on the clipboard, of our own making after what each writes.

/** A list, a mark by style, a tracked change, a comment, a note and a picture, as Word writes them. */
export const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style></head>
<body lang=FR><!--StartFragment-->
<p class=MsoNormal>Vu <span style='font-weight:bold'>le budget</span>&nbsp;;<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Un</p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>Un et demi</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Deux</p>
<p class=MsoNormal>Une somme de <del cite="mailto:Alix" datetime="2026-06-18T12:05">5 000 euros</del><ins
cite="mailto:Alix" datetime="2026-06-18T12:05">6 000 euros</ins><span class=MsoCommentReference><a class=msocomanchor
id="_anchor_1" href="#_msocom_1">[A1]</a></span> m<span style='vertical-align:super'>2</span><img width=10 src="file:///c/a.png"></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Trop cher</p></div></div>
<!--EndFragment--></body></html>`

export const outlook = `<div class="elementToProof" style="font-family:Aptos;color:rgb(0,0,0)">Bonjour <span style="font-weight:700"><u>tous</u></span>,</div>
<div style="font-style:italic">à <span style="text-decoration:line-through">lundi</span> mardi</div>`

export const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span
style="font-weight:400">Vu </span><span style="font-weight:700">la loi</span></p><ol><li dir="ltr" style="list-style-type:decimal"><p
dir="ltr" role="presentation"><span style="font-style:italic">un</span></p></li></ol><p><span>x</span><sup><a href="#cmnt1">[a]</a></sup></p></b>`

export const libreOffice = `<!DOCTYPE html><html><head><style type="text/css">p { line-height: 115% }</style></head><body lang="fr-BE">
<p style="line-height: 100%"><font face="Liberation Serif"><b>Vu</b> <strike>hier</strike></font></p>
<ol type="a" start="2"><li><p>b</p></li><li value="5"><p>e</p></li></ol></body></html>`

export const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td {mso-number-format:General}--></style></head>
<body><table border=0 cellpadding=0><col width=64><!--StartFragment--><tr height=20><td class=xl65 style='text-align:right'>1&nbsp;250,00</td><td>rue</td></tr><!--EndFragment--></table></body></html>`

export const webPage = `<article><h2>Avis</h2><p>Texte <i>vu</i> <span style="display:none">traceur</span><a href="https://beauval.example/">lien</a></p><script>x()</script></article>`
