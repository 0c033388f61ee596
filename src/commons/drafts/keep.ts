import { z } from 'zod'
import { type Kept, keepDraft, mostOfAll, type Said, type Typed } from '#kernel/drafts'
import { formatTime, t } from '#kernel/i18n'
import { localPath } from '#kernel/pages'

/** An address, and what tells a form from others; a title as pages have them. */
export const Form = z.string().min(1).max(500)
/** What is too long together is told by the draft itself. */
const Answer = z.string().max(4_000_000)
const Answers = z.record(z.string().max(200), z.union([Answer, z.array(Answer).max(2000)]))

/** What is sent to keep a draft. */
export const KeepDraft = z.object({
  form: Form.describe('Which form it is: its field form_of'),
  page: z.string().max(2000).describe('Where the form stands, to come back to it'),
  title: z.string().max(500),
  said: Answers,
  after: z.uuid().nullable().describe('The edition that was seen last; null where there was none'),
})

/** What became of it, with a sentence for the one who types. */
export const KeptDraft = z.object({
  outcome: z.enum(['kept', 'newer', 'too_long', 'too_many']),
  edition: z.uuid().nullable(),
  words: z.string(),
})

/** Keeps what was typed, without what is for the house alone and what nobody keeps. */
export async function keep(typed: Typed): Promise<z.infer<typeof KeptDraft>> {
  const said = Object.entries(typed.said).filter(([name]) => !unkept.test(name))
  const kept = await keepDraft({
    ...typed,
    page: localPath(typed.page),
    said: Object.fromEntries(said),
  })
  return {
    outcome: kept.outcome,
    edition: 'edition' in kept ? kept.edition : null,
    words: wordsOf(kept),
  }
}

const unkept = /^form_|password|national_number/

function wordsOf(kept: Kept): string {
  if (kept.outcome === 'kept') return t('drafts.kept', { at: formatTime(kept.at) })
  if (kept.outcome === 'newer') return t('drafts.newer', { at: formatTime(kept.at) })
  if (kept.outcome === 'too_long') return t('drafts.too_long')
  return t('drafts.too_many', { most: mostOfAll })
}

/** Of what a form sent, the words: files are not kept. */
export function wordsIn(sent: Record<string, unknown>): Said {
  const isWord = (value: unknown): value is string => typeof value === 'string'
  const said = Object.entries(sent).flatMap(([name, value]): [string, Said[string]][] => {
    if (isWord(value)) return [[name, value]]
    return Array.isArray(value) ? [[name, value.filter(isWord)]] : []
  })
  return Object.fromEntries(said)
}
