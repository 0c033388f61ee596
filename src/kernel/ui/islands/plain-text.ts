/** HTML as it is; plain text as paragraphs, which blank lines part. */
export function asHtml(value: string): string {
  if (/<\/?[a-z][^>]*>/i.test(value)) return value
  const escaped = value.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim().replace(/\n/g, '<br>')}</p>`)
    .join('')
}
