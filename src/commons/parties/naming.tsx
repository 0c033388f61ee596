import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import { id, line } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Checkbox, FoldedCheckboxes, RadioGroup, Stack, TextField } from '#kernel/ui'
import { ensureUnrestricted } from '#commons/holdings'
import { asked, type Field, type Given, labels, type Said } from '#commons/records'
import { partyFields } from './fields.tsx'
import { called, inWords, nameOf, NameOf, type NamedParty, partiesNow, proposed } from './known.tsx'
import { partyRecord } from './party.ts'

const writes = permission('parties.write')

/** What a form sends of parties: those that are ticked, those that are called by name, a new one. */
interface Named {
  ids: string[]
  said: string
  fresh: Given<typeof partyFields> | null
}

/** What of a new one is asked inside the form of another dossier. */
const asks = [
  'nature',
  'title',
  'first_name',
  'enterprise_number',
  'street',
  'house_number',
  'postal_code',
  'municipality',
  'email',
  'is_another',
] as const

/** Nobody is named. */
export const nobody: Named = { ids: [], said: '', fresh: null }

/**
 * Persons and organisations outside the authority, as many as `most`: chosen among those that are known, or entered as
 * new without leaving the form. The column is `uuid[] not null default '{}'`; `namesParties` is told of it. They never
 * stand in what everybody reads.
 */
export const partiesNamed = (most: number, said: Said): Field<string[], Named> => ({
  ...said,
  schema: z.union([
    z
      .array(id())
      .max(most)
      .transform((ids) => ({ ...nobody, ids })),
    z.object({
      ids: z.array(id()).max(most),
      said: z.string().max(1000),
      fresh: asked(partyFields).nullable(),
    }),
  ]) as unknown as z.ZodType<Named>, // Each gives one.
  absent: nobody,
  answer: z.array(z.uuid()),
  gather: (name, sent) => {
    const text = (at: string) => {
      const one = sent[`${name}.${at}`]
      return typeof one === 'string' ? one : ''
    }
    const has = name in sent || `${name}.said` in sent
    if (!has) return undefined
    const fresh = Object.fromEntries(asks.map((one) => [one, sent[`${name}.new.${one}`]]))
    return {
      ids: [sent[name]].flat().filter((one) => typeof one === 'string' && one !== ''),
      said: text('said'),
      fresh: text('new.title').trim() === '' ? null : fresh,
    }
  },
  input: async (name, value = [], { typed }) => {
    const now = await offered(value, typed?.[name])
    const others = await proposed()
    const { help, ...words } = labels(name, said)
    return (
      <Stack>
        <FoldedCheckboxes
          {...words}
          help={help}
          choices={now.map((one) => ({ value: one.asked, label: inWords(one) }))}
          values={now.map(({ asked: by }) => by)}
        />
        <TextField
          name={`${name}.said`}
          label={t('parties.add')}
          help={t('parties.add_help')}
          suggestions={others.map(inWords)}
          autocomplete="off"
          maxlength={1000}
        />
        {may(writes) && (
          <details open={Boolean(typed?.[`${name}.new.title`])}>
            <summary>{t('parties.add_new')}</summary>
            <NewParty at={`${name}.new`} />
          </details>
        )}
      </Stack>
    )
  },
  kept: async ({ ids, said: words, fresh }, name, before = []) => {
    const named = new Map((await partiesNow([...ids, ...before])).map((one) => [one.asked, one]))
    if (!ids.every((one) => named.get(one)?.isSeen || before.includes(one)))
      throw Invalid.field(name, 'http.field.choose')
    // Those whom one may not see stay: the form did not show them. Who was merged since is the one that stays.
    const all = [...before.filter((one) => !named.get(one)?.isSeen), ...ids].map(
      (one) => named.get(one)?.id ?? one,
    )
    for (const one of words.split(';').map((word) => word.trim())) {
      if (one === '') continue
      const [found, second] = await called(one)
      if (!found) throw Invalid.field(`${name}.said`, 'parties.nobody_called', { name: one })
      if (second) throw Invalid.field(`${name}.said`, 'parties.several_called', { name: one })
      all.push(found.id)
    }
    if (fresh) {
      ensure(may(writes), Forbidden, 'errors.forbidden')
      all.push(await entered(fresh, `${name}.new`))
    }
    const each = [...new Set(all)]
    await ensureUnrestricted(...each.filter((one) => !before.includes(one)))
    if (each.length > most) throw Invalid.field(name, 'parties.too_many', { most })
    return each
  },
  plain: async (values) => {
    const those = await named(values)
    return (value) => those(value).map(nameOf).join(', ')
  },
  shown: async (values) => {
    const known = await named(values)
    return (value) => {
      const those = known(value)
      return those.length > 0 && those.map((one, at) => [at > 0 && ', ', <NameOf of={one} />])
    }
  },
  leaves: null,
  typed: null,
  order: null,
})

/** Finds those that these values name, once for all of them. */
async function named(values: readonly (readonly string[])[]) {
  const known = new Map((await partiesNow(values.flat())).map((one) => [one.asked, one]))
  return (value: readonly string[]) => value.flatMap((one) => known.get(one) ?? [])
}

/** Those that are named, each once: what a form that comes again had ticked, under the id that it sent. */
async function offered(value: readonly string[], sent: unknown): Promise<NamedParty[]> {
  const ticked = [sent].flat().filter((one): one is string => Boolean(z.uuid().safeParse(one).data))
  const all = (await partiesNow([...ticked, ...value])).filter((one) => one.isSeen)
  return all.filter(({ id: now }, at) => all.findIndex((one) => one.id === now) === at)
}

/** Enters a new one from the form of another dossier; what is wrong is said at its own field there. */
async function entered(fresh: Given<typeof partyFields>, at: string): Promise<string> {
  try {
    return (await partyRecord.write(fresh)).id
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure
    throw new Invalid(
      Object.fromEntries(
        Object.entries(failure.fields).map(([name, sentences]) => [`${at}.${name}`, sentences]),
      ),
    )
  }
}

/** What is asked of a new one, under names that begin with `at`. */
export function NewParty({ at }: { at: string }) {
  const name = (one: (typeof asks)[number]) => `${at}.${one}`
  const field = (one: (typeof asks)[number], most: number) => (
    <TextField name={name(one)} label={t(partyFields[one].label)} maxlength={most} />
  )
  return (
    <Stack>
      <RadioGroup
        name={name('nature')}
        label={t('parties.nature')}
        value="person"
        choices={(['person', 'organisation'] as const).map((one) => ({
          value: one,
          label: t(`parties.nature.${one}`),
        }))}
      />
      {field('title', 200)}
      {field('first_name', 100)}
      {field('enterprise_number', 20)}
      {field('street', 200)}
      {field('house_number', 20)}
      {field('postal_code', 20)}
      {field('municipality', 100)}
      <TextField name={name('email')} type="email" label={t('parties.email')} maxlength={254} />
      <Checkbox
        name={name('is_another')}
        label={t('parties.is_another')}
        help={t('parties.is_another_help')}
      />
    </Stack>
  )
}

/** One that is called so, for the form of a merge. Throws `Invalid` where it is none, or several. */
export const CalledParty = z.object({ into: line(700) })
