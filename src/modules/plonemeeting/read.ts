import type { UploadedFile } from '#commons/imports'
import { decodeJson, looksLikeJson } from '#commons/plone'
import { checkAgenda } from './agenda.ts'
import type { Point } from './agenda.ts'
import { bearsName, giveFiles, readAnnex } from './annex.ts'
import { readItem, whereOf } from './item.ts'
import { readMeeting } from './meeting.ts'
import { recognise } from './recognise.ts'
import type { Answer, Entry } from './recognise.ts'
import { finding, limits } from './types.ts'
import type {
  Finding,
  RemoteAnnex,
  RemoteItem,
  RemoteMeeting,
  Upload,
  Where,
  WrongFileReason,
} from './types.ts'

interface Sorted {
  answers: Answer[]
  entries: Entry[]
  /** Files that are no answer: content of annexes, or wrong for the reason given. */
  others: Map<UploadedFile, { reason: WrongFileReason; where: Where; type?: string }>
}

/**
 * Reads what was uploaded: answers of plonemeeting.restapi (meeting, points, annexes) and the
 * content of annexes, each recognised by content and never by name. Nothing is written; whatever
 * cannot be taken over is a finding that names file, point and field. Never throws.
 */
export function read(files: UploadedFile[]): Upload {
  const [tooMany] = files.slice(limits.files)
  if (tooMany) return nothing(wrongFile({ file: tooMany.name }, 'too_many_files'))
  const sorted = sort(files)
  const { meeting, findings: meetingFindings } = meetingIn(sorted)
  const points = entriesOf(sorted, 'items').map((entry) => ({
    entry,
    point: readItem(entry.raw, entry.file),
  }))
  const annexFindings = attachAnnexes(sorted, points)
  const annexes = points.flatMap(({ point }) => (point.item ? point.item.annexes : []))
  const fileFindings = distributeFiles(sorted, annexes)
  const length = textsOf(meeting) + points.reduce((sum, { point }) => sum + textsOf(point.item), 0)
  if (length > limits.keptTexts) return tooMuch(files)
  const agenda = checkAgenda(meeting, points, sorted.answers)
  return {
    meeting,
    items: agenda.items.toSorted((a, b) => a.number - b.number),
    unreadable: agenda.unreadable,
    findings: [
      ...fileFindings,
      ...meetingFindings,
      ...points.flatMap(({ point }) => [...(point.item?.broken ?? []), ...point.findings]),
      ...agenda.findings,
      ...annexFindings,
    ],
  }
}

/** Of an upload that takes more to read than one may: nothing is known. */
export const tooMuch = (files: readonly UploadedFile[]): Upload =>
  nothing(wrongFile({ file: files[0]?.name ?? '' }, 'too_much'))

/** How long all texts of it are together: texts alone are long. */
const textsOf = (one: RemoteMeeting | RemoteItem | null) =>
  Object.values(one ?? {}).reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? text.length : 0),
    0,
  )

const nothing = (only: Finding): Upload => ({
  meeting: null,
  items: [],
  unreadable: [],
  findings: [only],
})

function wrongFile(where: Where, reason: WrongFileReason, type?: string): Finding {
  return finding('refused', 'wrong_file', where, {
    reason,
    ...(type === undefined ? {} : { type }),
  })
}

function sort(files: UploadedFile[]): Sorted {
  const sorted: Sorted = { answers: [], entries: [], others: new Map() }
  for (const file of files) {
    const where = { file: file.name }
    const answer = withinBounds(recogniseFile(file), sorted)
    if ('reason' in answer) {
      const { reason, type, ...place } = answer
      sorted.others.set(file, {
        reason,
        where: { ...where, ...place },
        ...(type === undefined ? {} : { type }),
      })
    } else {
      sorted.answers.push(answer)
      for (const raw of answer.entries) sorted.entries.push({ raw, file: file.name, answer })
    }
  }
  return sorted
}

/** The bound holds for all files together: a thousand files are no way around it. */
function withinBounds(answer: Answer | Unrecognised, { entries }: Sorted): Answer | Unrecognised {
  const over = 'kind' in answer && entries.length + answer.entries.length > 2 * limits.entries
  return over ? { reason: 'too_many_entries' } : answer
}

interface Unrecognised {
  reason: WrongFileReason
  type?: string
  line?: number
  column?: number
}

function recogniseFile({ bytes }: UploadedFile): Answer | Unrecognised {
  if (bytes.length === 0) return { reason: 'empty_file' }
  if (bytes.length > limits.annexBytes) return { reason: 'too_large' }
  if (!looksLikeJson(bytes)) return { reason: 'claimed_by_no_annex' }
  const decoded = decodeJson(bytes)
  return 'wrong' in decoded ? decoded.wrong : recognise(decoded.value)
}

const entriesOf = ({ entries }: Sorted, kind: Answer['kind']): Entry[] =>
  entries.filter(({ answer }) => answer.kind === kind)

/** Exactly one meeting; the same one given twice is still one. */
function meetingIn(sorted: Sorted): { meeting: RemoteMeeting | null; findings: Finding[] } {
  const entries = entriesOf(sorted, 'meeting')
  const [first] = entries
  if (!first) return { meeting: null, findings: [finding('refused', 'no_meeting', { file: '' })] }
  const reads = entries.map(({ raw, file }) => readMeeting(raw, file))
  const others = reads.filter(({ meeting }) => meeting?.uid !== reads[0]?.meeting?.uid)
  if (others.length > 0) {
    const where = { file: entries.at(-1)?.file ?? first.file }
    const count = others.length + 1
    return { meeting: null, findings: [finding('refused', 'several_meetings', where, { count })] }
  }
  return reads[0] ?? { meeting: null, findings: [] }
}

/** Hangs every annex on its point: nested in it, or named by the address above its own. */
function attachAnnexes(sorted: Sorted, points: Point[]): Finding[] {
  const findings: Finding[] = []
  const byUid = new Map<string, RemoteAnnex>()
  const attach = (raw: unknown, where: Where, itemFor: (url: string | null) => Owner) => {
    const { annex, findings: faults, ...rest } = readAnnex(raw, where)
    findings.push(...faults)
    if (annex === null) return
    const url = 'itemUrl' in rest ? rest.itemUrl : null
    const owner = itemFor(url)
    const known = byUid.get(annex.uid)
    if (known) known.bytes ??= annex.bytes
    else if (owner === 'unknown') {
      const params = { annex: annex.title, item: url ?? '' }
      findings.push(finding('notice', 'annex_of_unknown_item', where, params))
    } else if (owner !== 'unreadable') {
      byUid.set(annex.uid, annex)
      owner.annexes.push(annex)
    }
  }
  for (const { entry, point } of points) {
    if (point.item === null) continue
    const { item, nestedAnnexes } = point
    for (const raw of nestedAnnexes) attach(raw, whereOf(entry.raw, entry.file), () => item)
  }
  const owners = ownersByUrl(points)
  for (const { raw, file } of entriesOf(sorted, 'annexes')) {
    attach(raw, { file }, (url) => owners.get(url ?? '') ?? 'unknown')
  }
  return findings
}

type Owner = RemoteItem | 'unreadable' | 'unknown'

function ownersByUrl(points: Point[]): Map<string, Owner> {
  const owners = new Map<string, Owner>()
  for (const { point } of points) {
    const url = point.item === null ? point.unreadable.url : point.item.url
    if (url !== null) owners.set(url, point.item ?? 'unreadable')
  }
  return owners
}

function distributeFiles({ others }: Sorted, annexes: RemoteAnnex[]): Finding[] {
  const offered = [...others].filter(([, { reason }]) => reason !== 'too_large')
  const unclaimed = giveFiles(
    annexes,
    offered.map(([file]) => file),
  )
  return [...others]
    .filter(([file, { reason }]) => reason === 'too_large' || unclaimed.includes(file))
    .map(([file, { reason, where, type }]) =>
      wrongFile(where, bearsName(file, annexes) ? 'annex_size_differs' : reason, type),
    )
}
