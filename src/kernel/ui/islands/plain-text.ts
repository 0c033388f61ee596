import { blankLines, isHtml } from '#kernel/textparts'

/** HTML as it is; plain text as paragraphs, which blank lines part: as the server reads the field. */
export function asHtml(value: string): string {
  if (isHtml(value)) return value
  const escaped = value.replace(/\r\n?/g, '\n').replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return escaped
    .split(blankLines)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('')
}
