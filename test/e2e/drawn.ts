import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import { assetUrl } from '#kernel/ui'

const sheetOf = (name: string) =>
  readFileSync(join(projectRoot, 'dist/public', assetUrl(name).split('/').at(-1) ?? ''), 'utf8')

/** The classes of a sheet, as its selectors name them. */
const classesOf = (sheet: string) =>
  new Set([...sheet.matchAll(/\.(-?[a-z_][\w-]*)(?=[^{}]*\{)/gi)].map(([, name = '']) => name))

/** Those that look as they should where `drawn.css` is loaded, and nowhere else. */
const drawnAlone = () =>
  classesOf(sheetOf('drawn.css')).difference(classesOf(sheetOf('beffroi.css')))

/** The classes of a page for whose looks it loads no sheet. */
export function undressed(html: string): string[] {
  if (html.includes(`href="${assetUrl('drawn.css')}"`)) return []
  const worn = [...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, some = '']) => some.split(/\s+/))
  return [...drawnAlone().intersection(new Set(worn))]
}
