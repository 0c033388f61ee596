import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { t } from '#kernel/i18n'
import { organs } from '#commons/organs'
import {
  importMeeting,
  importText,
  type LabelChoices,
  previewImport,
  uploadOf,
} from '#modules/plonemeeting'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

/** Shows what an import of PloneMeeting would do, and does it with `--write`. */
export async function importPlonemeeting(given: string[]): Promise<void> {
  const { values, positionals } = parse(given)
  if (positionals.length === 0) throw new Usage('Which files?')
  const files = await Promise.all(positionals.map(fileAt))
  await onHouse(async (standing) => {
    const authority = await authorityOf(standing, values.authority)
    await asHouse(standing, authority, async () => {
      const organId = values.organ ? await organOf(values.organ) : null
      const flags = {
        createMissing: values['create-missing'],
        leaveOutRefused: values['leave-out-refused'],
        acceptRepaired: values['accept-repaired'],
        held: values.held,
      }
      const upload = await uploadOf(files)
      const unanswered = { upload, organId, choices: { ...flags, categories: {}, services: {} } }
      const { known } = await previewImport(unanswered)
      const categories = answers('--category', values.category, known.categories)
      const services = answers('--service', values.service, known.services)
      const full = { upload, organId, choices: { ...flags, categories, services } }
      const preview = await previewImport(full)
      console.log(`${authority.name}\n${importText(preview)}`)
      if (!preview.plan.ready) throw new Refused(t('plonemeeting.not_ready'))
      if (!values.write) return
      const outcome = await importMeeting(full)
      if (outcome.done === 'imported') console.log(t('plonemeeting.done', { ...outcome.imported }))
    })
  })
}

function parse(given: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  return parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      authority: text,
      organ: text,
      category: { ...text, multiple: true, default: [] },
      service: { ...text, multiple: true, default: [] },
      'create-missing': flag,
      'leave-out-refused': flag,
      'accept-repaired': flag,
      held: flag,
      write: flag,
    },
  })
}

async function fileAt(path: string) {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new Refused(`${path} is not a file.`)
  return { name: basename(path), bytes: await readFile(path) }
}

async function organOf(acronym: string): Promise<string> {
  const all = await organs()
  const found = all.find((one) => one.acronym.toLowerCase() === acronym.toLowerCase())
  if (found) return found.id
  throw new Refused(`No organ is ${acronym}, but ${all.map((one) => one.acronym).join(', ')}.`)
}

/** `TOKEN=NAME`, `TOKEN=new` or `TOKEN=new:NAME`. */
function answers(
  option: string,
  given: readonly string[],
  known: readonly { id: string; name: string }[],
): LabelChoices {
  const entries = given.map((one) => {
    const [, token = '', answer = ''] = /^([^=]+)=(.+)$/.exec(one) ?? []
    if (!token) throw new Usage(`${option} ${one} should be TOKEN=NAME or TOKEN=new.`)
    const [, name] = /^new(?::(.+))?$/.exec(answer) ?? []
    if (name) return [token, { create: name }] as const
    if (answer === 'new') return [token, 'create'] as const
    const ours = known.find((label) => label.name.toLowerCase() === answer.toLowerCase())
    const names = known.map((label) => label.name).join(', ')
    if (!ours) throw new Refused(`${option} ${one}: there is no ${answer}, but ${names}.`)
    return [token, ours.id] as const
  })
  return Object.fromEntries(entries)
}
