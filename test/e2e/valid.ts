import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, zstdDecompress } from 'node:zlib'
import { patternOf } from './accessible.ts'
import { Claims } from './claims.ts'

/** The kinds of page that were validated, in this run. */
const validated = new Claims('validated')

/** The kind of a page: its status, its method, and its address without ids. */
export const kindOf = (status: number, path: string, method = 'GET'): string =>
  `${status} ${method} ${patternOf(path.replace(/[?#].*/, ''))}`

/** Whether no page of this kind was validated before, in this run; from then on one was. */
export const isFirstOf = (kind: string): boolean => validated.isNew(kind)

/** Reads its rules once: else they are read for each page, which takes longer than most pages. */
class Rules extends StaticConfigLoader {
  private once: ReturnType<StaticConfigLoader['getConfigFor']> | undefined

  override getConfigFor(handle: string): ReturnType<StaticConfigLoader['getConfigFor']> {
    return (this.once ??= super.getConfigFor(handle))
  }
}

/** The rules of the standard; how it is written, within them, is ours. */
const validator = new HtmlValidate(new Rules({ extends: ['html-validate:standard'] }))

/** HTML has a second of at most three digits; the validator does not look into times. */
const timesOf =
  /<time datetime="(?!\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?")[^"]*"/g

/** What the HTML standard says against a page, one line a fault; nothing when it is valid. */
export function faultsOf(html: string): string[] {
  const { results } = validator.validateStringSync(html)
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId} at ${selector}: ${message}`),
  )
  return [...faults, ...html.matchAll(timesOf).map(([time]) => `${time} is no time of HTML`)]
}

const unpacked = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
  zstd: promisify(zstdDecompress),
}

export const isHtml = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/html') ?? false

/** The HTML of an answer as a browser reads it. */
export async function htmlOf(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.clone().arrayBuffer())
  const packed = answer.headers.get('content-encoding')
  if (!packed) return bytes.toString()
  if (packed !== 'br' && packed !== 'gzip' && packed !== 'zstd')
    throw new Error(`No browser reads ${packed} here`)
  return (await unpacked[packed](bytes)).toString()
}
