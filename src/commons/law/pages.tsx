import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { Badge, Card, Head, Stack, Table } from '#kernel/ui'
import { today } from '#commons/clock'
import { printed } from './citation.tsx'
import { type LegalAct, laws } from './act.ts'
import { appliersOf } from './applied.ts'
import { legalRules } from './load.ts'
import type { LegalRule } from './rule.ts'
import { appliersInWords, exampleInWords, inWords, organInWords } from './words.ts'

export const pages = new PageRoutes('/law')

pages.get('/', permission('law.read'), async (c) => {
  const rules = await legalRules()
  const acts = laws.all()
  const applied = acts.filter(({ key }) => appliersOf(key).length > 0)
  const recorded = acts.filter((act) => !applied.includes(act))
  const known = rules.filter(({ key }) => acts.some((act) => act.key === key))
  const title = t('law.title')
  const counts = {
    acts: acts.length,
    applied: applied.length,
    rules: known.length,
    verified: known.filter(({ verified }) => verified).length,
  }
  return page(
    c,
    { title },
    <>
      <Head title={title} state={<Badge>{t('law.count', counts)}</Badge>} facts={t('law.lead')} />
      <Stack>
        {[...applied, ...recorded].map((act) => (
          <Act act={act} rules={rules.filter(({ key }) => key === act.key)} />
        ))}
      </Stack>
    </>,
  )
})

/** What is ruled: who applies it, and its rules by organ and date. */
function Act({ act, rules }: { act: LegalAct; rules: readonly LegalRule[] }) {
  const appliers = appliersInWords(act.key)
  return (
    <Card title={t(act.name)}>
      {appliers.length === 0 ? (
        <p>
          <Badge>{t('law.recorded')}</Badge>
        </p>
      ) : (
        <p>
          <Badge tone="good">{t('law.applied')}</Badge> {appliers.join(', ')}
        </p>
      )}
      <Table
        caption={t(act.name)}
        hideCaption
        rows={rules}
        columns={[
          { header: t('law.head.organ'), cell: ({ organKind }) => organInWords(organKind) },
          { header: t('law.head.says'), cell: Says },
          { header: t('law.head.article'), cell: ({ article }) => printed(article) },
          { header: t('law.head.holds'), cell: holding },
          { header: t('law.head.source'), cell: Source },
        ]}
      />
    </Card>
  )
}

/** What a rule says, and what it comes to in one case. */
function Says(rule: LegalRule) {
  const example = exampleInWords(rule)
  return (
    <>
      {inWords(rule.value)}
      {example && <p class="small muted">{example}</p>}
    </>
  )
}

function holding({ validFrom, validTo }: LegalRule): string {
  const from = formatDate(validFrom, 'short')
  if (validTo) return t('law.between', { from, to: formatDate(validTo, 'short') })
  const begun = Temporal.PlainDate.compare(validFrom, today()) <= 0
  return t(begun ? 'law.since' : 'law.to_come', { from })
}

/** Where a rule was read, whether it is verified, and what is doubtful in it. */
const Source = ({ source, verified, note }: LegalRule) => (
  <>
    <Badge tone={verified ? 'good' : 'warn'}>
      {t(verified ? 'law.verified' : 'law.not_verified')}
    </Badge>{' '}
    {[source, note].filter((text) => text !== '').join('. ')}
  </>
)
