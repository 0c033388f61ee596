import fc from 'fast-check'

const elements = 'p div b strong i u s sub del h1 h3 ul ol li blockquote table thead tbody tr td th'
const pieces = elements.split(' ').flatMap((name) => [`<${name}>`, `</${name}>`, `</${name}>`])
const oddPieces = '<br> <hr> <img> <script> </script> <style> </style> <svg> </svg> <select> <o:p/>'
pieces.push(...oddPieces.split(' '))

const attributed = [
  '<p style="text-align: center; color: red">',
  '<td style="text-align:right" colspan=2 rowspan="3">',
  '<th rowspan=900>',
  '<ol start="4">',
  '<ol type=a>',
  '<li value=7>',
  '<b style="font-weight:normal">',
  '<span style="text-decoration:line-through;font-weight:700">',
  '<i style="display:none">',
  '<div style="display:none">',
  '<p style="mso-list:l0 level2 lfo1">',
  '<span style="mso-list:Ignore">1.',
  '<ins datetime=x>',
  '<ol start=x>',
  '<span class="pm-anonymize">',
  '</span>',
  '<a href="https://commune.example/?a=1&b=2">',
  '<a href="mailto:greffe@commune.example">',
  '</a>',
  '<center>',
  '</center>',
  '<caption>',
  '</caption>',
]

const hostile = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">',
  '<a href=" java\nscript:alert(1)">',
  '<a href="&#106;avascript:alert(1)">',
  '<a href=data:text/html,<script>alert(1)</script>>',
  '<a href="https://x.example/&quot; onclick=&quot;alert(1)">',
  '<a href="mailto:&quot; onclick=&quot;alert(1)">',
  '<p onclick="alert(1)" ONLOAD=alert(1)>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;script&gt;">',
  '<noscript><p title="</noscript><script>alert(1)</script>">',
  '<p style="background:url(javascript:alert(1))">',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<!--[if gte mso 9]><script>alert(1)</script><![endif]-->',
  '<textarea></textarea><script>alert(1)</script>',
  '<template><script>alert(1)</script>',
  '<plaintext>',
  '"><script>',
  "' onmouseover='alert(1)",
  '<p class="masked\' onclick=alert(1)">',
  '<',
  '</',
  '<!--',
  '-->',
  '&lt;script&gt;',
  '&#60;script&#62;alert(1)',
]

const words = [
  'Vu',
  'le budget',
  ' ',
  '\n',
  '\t ',
  '\u00a0',
  '&nbsp;',
  '&amp;',
  '&',
  '"',
  '1 < 2',
  '&#1;',
  '\u0000',
  '\u200b',
  '\ud800',
  '😀',
  'Article 1er',
]

/** Any text made of tags, of words, of attacks and of anything at all, in any order. */
export const anySource: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 3, arbitrary: fc.constantFrom(...words) },
      { weight: 2, arbitrary: fc.constantFrom(...attributed) },
      { weight: 1, arbitrary: fc.constantFrom(...hostile) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 60, size: 'max' },
  )
  .map((parts) => parts.join(''))

/** What people type in a plain field. */
export const anyTyped: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom('Vu la loi', ' ', '\n', '\r\n', '\n\n', '\u00a0', '<', '>', '&amp;', 'a < b'),
    { maxLength: 20, size: 'max' },
  )
  .map((parts) => parts.join(''))
