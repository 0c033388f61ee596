import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { form, optionalLine, PageRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { enqueue } from '#kernel/jobs'
import { page, redirect } from '#kernel/pages'
import {
  Button,
  Card,
  cellInWords,
  type Column,
  EmptyState,
  filterAddress,
  Filters,
  Form,
  Head,
  Note,
  Stack,
  Table,
  type ValueColumn,
  When,
} from '#kernel/ui'
import { asFile, exportAnswer, ExportMenu, mostExported } from '#commons/exports'
import { check } from './check.ts'
import { allActions, type AuditLine, lastCheck, linesOf } from './lines.ts'
import { Asked } from './schema.ts'
import { type Subject, subjectsOf } from './subjects.ts'
import { actionInWords, whoInWords, withPseudonyms } from './words.ts'

const path = '/journal'

/** The security log of the authority (journal de sécurité). That it is read is written in it too. */
export const pages = new PageRoutes(path)
const reads = permission('journal.read')

const Query = Asked.extend({
  after: optionalLine(20),
  as: asFile(),
})

pages.get('/', reads, form(Query), async (c, { after, as, ...asked }) => {
  const title = t('journal.title')
  const set = {
    ...{ who: asked.who, action: asked.action, on: asked.on, address: asked.address },
    ...{ person: asked.person ?? '', from: String(asked.from ?? ''), to: String(asked.to ?? '') },
  }
  const address = (besides: Record<string, string>) => filterAddress(path, { ...set, ...besides })
  await audit(as ? 'download' : 'audit_read', address({}).replace(/\?$/, ''))
  if (as) {
    const { lines } = await linesOf(asked, { most: mostExported + 1 })
    return exportAnswer(as, title, columns(await subjectsOf(lines)), lines)
  }
  const { lines, next } = await linesOf(asked, { after })
  const last = await lastCheck()
  const subjects = await subjectsOf(lines)
  return page(
    c,
    { title, pageClass: 'wide' },
    <>
      <Head
        title={title}
        facts={t('journal.lead')}
        actions={<ExportMenu href={(format) => address({ as: format })} />}
      />
      <Stack>
        <Whole last={last} />
        <Sentence set={set} />
        <Card flush>
          <Table
            caption={title}
            hideCaption
            rows={lines}
            columns={columns(subjects).map(shown)}
            empty={<EmptyState icon="search" sentence={t('journal.none')} />}
            paging={{
              first: after ? address({}) : undefined,
              next: next ? address({ after: next }) : undefined,
            }}
          />
        </Card>
      </Stack>
    </>,
  )
})

pages.post('/checks', reads, async (c) => {
  await enqueue(check, {}, 'journal.check')
  return redirect(c, path, { key: 'journal.check_sent' })
})

/** Whether the chain is whole, as the last walk over it said. */
function Whole({ last }: { last: AuditLine | undefined }) {
  const at = last ? formatDateTime(last.at, 'short') : ''
  return (
    <>
      <Note tone={last?.action === 'broken' ? 'bad' : 'info'}>
        {!last
          ? t('journal.unchecked')
          : last.action === 'broken'
            ? t('journal.broken', { at, found: last.subject ?? '' })
            : t('journal.whole', { at, count: Number(last.subject ?? 0) })}
      </Note>
      <Form action={`${path}/checks`}>
        <Button small icon="badge-check">
          {t('journal.check')}
        </Button>
      </Form>
    </>
  )
}

function Sentence({
  set,
}: {
  set: Record<'who' | 'action' | 'on' | 'address' | 'from' | 'to', string>
}) {
  return (
    <Filters
      action={path}
      reset={Object.values(set).some(Boolean) ? path : undefined}
      sentence={[
        t('journal.filter.who'),
        { kind: 'text', name: 'who', label: t('journal.who'), value: set.who },
        t('journal.filter.action'),
        {
          ...{ kind: 'select', name: 'action', label: t('journal.what'), value: set.action },
          options: [
            { value: '', label: t('journal.filter.any') },
            ...allActions
              .map((value) => ({ value, label: actionInWords(value) }))
              .toSorted((a, b) => a.label.localeCompare(b.label)),
          ],
        },
        t('journal.filter.on'),
        { kind: 'text', name: 'on', label: t('journal.on'), value: set.on },
        t('journal.filter.address'),
        { kind: 'text', name: 'address', label: t('journal.address'), value: set.address },
        t('journal.filter.from'),
        { kind: 'date', name: 'from', label: t('journal.filter.from_day'), value: set.from },
        t('journal.filter.to'),
        { kind: 'date', name: 'to', label: t('journal.filter.to_day'), value: set.to },
      ]}
    />
  )
}

/** What a cell shows: the words of the value, unless it has a look of its own. */
const shown = ({ value, cell, ...rest }: ValueColumn<AuditLine>): Column<AuditLine> => ({
  ...rest,
  cell: cell ?? ((row) => cellInWords(value(row))),
})

const columns = (subjects: ReadonlyMap<string, Subject>): ValueColumn<AuditLine>[] => [
  {
    header: t('journal.at'),
    value: ({ at }) => formatDateTime(at, 'short'),
    cell: ({ at }) => <When datetime={at} text={formatDateTime(at, 'short')} />,
  },
  { header: t('journal.who'), value: whoInWords },
  { header: t('journal.what'), value: ({ action }) => actionInWords(action), main: true },
  {
    header: t('journal.on'),
    width: 'wide',
    value: ({ subject }) => withPseudonyms(subjects.get(subject ?? '')?.words ?? ''),
    cell: ({ subject }) => {
      const about = subjects.get(subject ?? '')
      const words = withPseudonyms(about?.words ?? '')
      return about?.href ? <a href={about.href}>{words}</a> : words
    },
  },
  { header: t('journal.address'), value: ({ address }) => address ?? '' },
  { header: t('journal.seq'), value: ({ seq }) => Number(seq), align: 'end' },
]
