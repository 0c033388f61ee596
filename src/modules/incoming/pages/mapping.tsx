import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { type Attempt, type Call, form, gathered, optionalId } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  FormActions,
  Head,
  Select,
  SideSection,
  Stack,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { choicesFor, mapTokens, type Meaning } from '../map.ts'
import { type Mapped, mappingsOf } from '../mapping.ts'
import { type Source, sources } from '../source.ts'
import type { MappedKind } from '../tables.ts'
import { pages } from './routes.ts'

const reads = permission('incoming.read')
const edits = permission('incoming.edit')

export const mappingPath = (sourceId: string) => `${sources.path(sourceId)}/mapping`

const kinds = ['organ', 'subject', 'in_charge'] as const

/** Beside a source: how many of its words nobody explained yet. */
export async function MappingSide(source: Source) {
  const open = (await mappingsOf(source.id)).filter((one) => meant(one) === null)
  return (
    <SideSection title={t('incoming.mapping')}>
      <p>{t('incoming.mapping.open', { count: open.length })}</p>
      <ButtonLink href={mappingPath(source.id)}>{t('incoming.mapping.link')}</ButtonLink>
    </SideSection>
  )
}

const meant = ({ organ_id, term_id, person_id }: Mapped) => organ_id ?? term_id ?? person_id

pages.get('/sources/:id/mapping', reads, async (c) => mappingPage(c, await load(c, sources)))

async function mappingPage(c: Call, source: Source, attempt?: Attempt): Promise<Response> {
  const known = await mappingsOf(source.id)
  const offered = await choicesFor()
  const writes = may(edits)
  return page(
    c,
    { title: t('incoming.mapping'), status: attempt ? 422 : 200 },
    <>
      <Head reference={source.title} title={t('incoming.mapping')} />
      <Card>
        {known.length === 0 ? (
          <EmptyState sentence={t('incoming.mapping.none')} />
        ) : (
          <Form
            action={mappingPath(source.id)}
            errors={attempt?.errors ?? {}}
            values={typed(attempt)}
          >
            <Stack>
              {kinds.map((what) => (
                <Mappings what={what} known={known} offered={offered[what]} />
              ))}
            </Stack>
            {writes && (
              <FormActions>
                <Button>{t('incoming.mapping.save')}</Button>
              </FormActions>
            )}
          </Form>
        )}
      </Card>
    </>,
  )
}

interface MappingsProps {
  what: MappedKind
  known: readonly Mapped[]
  offered: readonly { id: string; name: string }[]
}

function Mappings({ what, known, offered }: MappingsProps) {
  const own = known.filter((one) => one.what === what)
  if (own.length === 0) return null
  return (
    <section>
      <h2>{t(`incoming.mapping.${what}`)}</h2>
      {own.map((one) => (
        <Select
          name={`to.${what}.${one.token}`}
          label={one.label || one.token}
          value={meant(one) ?? ''}
          options={[
            { value: '', label: t(`incoming.mapping.none.${what}`) },
            ...offered.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ))}
    </section>
  )
}

const Mapping = z.preprocess(
  (given) => ({ to: gathered('to')(given) }),
  z.object({ to: z.record(z.string().max(600), optionalId()) }),
)

/** « subject.travaux » */
function meaningOf([name, id]: [string, string | null]): Meaning[] {
  const what = kinds.find((one) => name.startsWith(`${one}.`))
  return what ? [{ what, token: name.slice(what.length + 1), id }] : []
}

pages.post(
  '/sources/:id/mapping',
  edits,
  form(Mapping, async (c, attempt) => mappingPage(c, await load(c, sources), attempt)),
  async (c, { to }) => {
    const source = await load(c, sources)
    await mapTokens(source, Object.entries(to).flatMap(meaningOf))
    return redirect(c, mappingPath(source.id), { key: 'incoming.mapping.saved' })
  },
)
