import { currentTenantId } from '#kernel/db'
import { Conflict, Interrupted } from '#kernel/errors'
import { formatDateTime, inLanguage, type Language, t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import type { Format } from './formats.ts'
import { houseLabels } from './labels.ts'
import { letterhead, openLetterhead } from './letterhead.ts'
import { log } from '#kernel/log'
import { faultyPlace } from './faulty.ts'
import { heaviestPlace } from './place.ts'
import { picturesOfData } from './pictures.ts'
import { PressFailure, setOnPress } from './press.ts'
import type { OfficeInput, PrintedReport } from './printed.ts'
import { printedReport, type Report } from './report.ts'
import { type Letterhead, printable, typeset, type Typesetting } from './typeset.ts'

/** The day of which a document tells, where it tells of one: the authority is called as it was then. */
interface OfADay {
  on?: Temporal.PlainDate
}

/** What its own Typst template needs to print a document; PDF only. */
export type Typeset = Pick<Typesetting, 'template' | 'title' | 'language' | 'data'> & OfADay

/** A report, which the house prints in any format. */
export interface Reported extends OfADay {
  report: Report
  language: Language
}

/** What a trade makes of a dossier for print. */
export type Composed = Typeset | Reported

/**
 * The bytes of a document of the current authority; the moment it was asked for is the one it tells. Throws
 * `Conflict`, naming the heaviest part, where it takes more time or memory than one document may, and naming the
 * part with the text for which it cannot be set.
 */
export async function render(
  composed: Composed,
  format: Format,
  madeAt: Date,
): Promise<Uint8Array> {
  try {
    return await set(composed, format, madeAt)
  } catch (failure) {
    if (!(failure instanceof PressFailure)) throw failure
    if (failure.why === 'refused') throw await refused(failure, composed, format, madeAt)
    const data = 'report' in composed ? composed.report : composed.data
    const place = heaviestPlace(data) || titleOf(composed)
    if (failure.why === 'time') throw new Conflict('documents.too_long', { place })
    throw new Interrupted('documents.too_heavy', { place })
  }
}

/** Trying again helps neither: the failure itself where its template is at fault, else one that names the text. */
async function refused(
  failure: PressFailure,
  composed: Composed,
  format: Format,
  madeAt: Date,
): Promise<Error> {
  const isSet = (what: Composed) =>
    set(what, format, madeAt).then(
      () => true,
      (again: unknown) => {
        if (again instanceof PressFailure) return false
        throw again
      },
    )
  const place = await faultyPlace(composed, isSet)
  if (place === undefined) return failure
  log('error', 'document not set', { place }, failure)
  return new Conflict('documents.unset', { place: place || titleOf(composed) })
}

const titleOf = (composed: Composed) =>
  'report' in composed ? composed.report.title : composed.title

async function set(composed: Composed, format: Format, madeAt: Date): Promise<Uint8Array> {
  if (!('report' in composed)) {
    if (format !== 'pdf') throw new Error(`${composed.template} is set as PDF, not as ${format}`)
    return typeset(
      { ...composed, letterhead: await letterhead(composed.on), madeAt },
      currentTenantId(),
    )
  }
  if (format === 'pdf') return typeset(await reportTypesetting(composed, madeAt), currentTenantId())
  const office = await officeInput(composed, madeAt)
  const pictures = await picturesOfData(office.blocks)
  const input = JSON.stringify(office, printable)
  return setOnPress({ format, input, pictures }, currentTenantId())
}

/** The bytes of a report of the current authority, in its language, for a trade that files it itself. */
export const printReport = (report: Report, format: Format, madeAt = new Date()) =>
  render({ report, language: itsLanguage() }, format, madeAt)

/** The same of a public copy as PDF, for a public transaction: the paper says what everybody may read of the authority. */
export async function printCopy(report: Report, publishedAt: Date): Promise<Uint8Array> {
  const reported = { report, language: itsLanguage() }
  return typeset(
    await reportTypesetting(reported, publishedAt, openLetterhead()),
    currentTenantId(),
  )
}

/** A report as `templates/report.typ` sets it. */
export async function reportTypesetting(
  { report, language, on }: Reported,
  madeAt: Date,
  open?: Letterhead,
): Promise<Typesetting> {
  const paper = open ?? (await letterhead(on))
  return inLanguage(language, () => {
    const printed = printedReport(report)
    return {
      template: 'commons/documents/templates/report.typ',
      title: report.title,
      language,
      letterhead: paper,
      madeAt,
      data: { ...printed, blocks: printed.blocks.map(withPlainCells), labels: houseLabels() },
    }
  })
}

/** On paper a cell is its words. */
function withPlainCells(block: PrintedReport['blocks'][number]) {
  if (block.kind !== 'table') return block
  const texts = (row: (typeof block.rows)[number]) => row.map(({ text }) => text)
  return { ...block, rows: block.rows.map(texts), total: block.total && texts(block.total) }
}

async function officeInput({ report, language, on }: Reported, madeAt: Date): Promise<OfficeInput> {
  const { authority, address, accent } = await letterhead(on)
  return inLanguage(language, () => ({
    ...printedReport(report),
    language,
    authority,
    address,
    accent,
    labels: {
      page: houseLabels().page,
      made: t('documents.print.made', { when: formatDateTime(madeAt.toTemporalInstant()) }),
      sheet: t('documents.print.sheet'),
    },
    madeAt: madeAt.toISOString(),
  }))
}
