// The faces, colours and styles of a report in a word processor; those of templates/act.typ.
import { BorderStyle, convertMillimetersToTwip, type IStylesOptions } from 'docx'

const bodyFace = 'Literata'
export const displayFace = 'Atkinson Hyperlegible Next'
const ink = '1A1D26'
export const soft = '4C5261'
export const hairline = { style: BorderStyle.SINGLE, size: 2, color: 'B4B8C2', space: 0 }
export const rule = { style: BorderStyle.SINGLE, size: 6, color: ink, space: 0 }
export const noRule = { style: BorderStyle.NONE, size: 0, color: 'auto', space: 0 }

export const mm = convertMillimetersToTwip

/** What stands in for the faces where they are not installed: sizes and forms come near. */
const substitutes = [
  { name: bodyFace, family: 'roman', instead: 'Georgia' },
  { name: displayFace, family: 'swiss', instead: 'Verdana' },
]

/** `word/fontTable.xml` (ECMA-376, 17.8.3): the library only lists the fonts that it embeds. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${substitutes
  .map(
    ({ name, family, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`

/** Half points. */
const sizes = { 1: 30, 2: 25, 3: 22, 4: 21, 5: 21, 6: 21 }

function heading(level: keyof typeof sizes) {
  return {
    run: { font: displayFace, bold: level < 5, size: sizes[level], color: level > 3 ? soft : ink },
    paragraph: { spacing: { before: level === 1 ? 480 : 300, after: 120 }, keepNext: true },
  }
}

/** `fr-BE` */
export function styles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: bodyFace, size: 21, color: ink, language: { value: language } },
        paragraph: { spacing: { after: 140, line: 288 } },
      },
      title: {
        run: { font: displayFace, bold: true, size: 52, color: ink },
        paragraph: { spacing: { before: 480, after: 120, line: 240 }, keepNext: true },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: heading(4),
      heading5: heading(5),
      heading6: heading(6),
      hyperlink: { run: { color: ink, underline: {} } },
      caption: {
        run: { font: displayFace, bold: true, italics: false, size: 20, color: ink },
        paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 28 },
        paragraph: { spacing: { after: 360 } },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        paragraph: {
          indent: { left: mm(6) },
          border: { left: { ...hairline, size: 8, space: 8 } },
        },
      },
      {
        id: 'Cell',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { font: displayFace, size: 18 },
        paragraph: { spacing: { before: 30, after: 30, line: 240 } },
      },
      {
        id: 'Small',
        name: 'Small Print',
        basedOn: 'Normal',
        run: { font: displayFace, size: 16, color: soft },
        paragraph: { spacing: { after: 0, line: 240 } },
      },
    ],
  }
}
