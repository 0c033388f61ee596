import { may } from '#kernel/access'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { Badge, ButtonLink, Card, EmptyState, Head, Table } from '#kernel/ui'
import { todayHere } from '#commons/directory'
import { ImportButton, listPages } from '#commons/imports'
import { organInWords } from '#commons/law'
import { seatLists } from '../import/index.ts'
import { type Organ, organs, standsOn, votes } from '../organ.ts'
import { nameOf, sitsOn } from '../room.ts'
import { seatsOf } from '../seat.ts'
import { keeps, organPath, pages, reads } from './routes.ts'

pages.get('/', reads, async (c) => {
  const today = todayHere()
  const all = await Promise.all(
    (await organs()).map(async (one) => ({
      ...one,
      sitting: (await seatsOf(one.id)).filter((seat) => sitsOn(seat, today)),
    })),
  )
  const title = t('organs.title')
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        facts={t('organs.lead')}
        actions={
          <>
            <ImportButton of={seatLists} />
            {may(keeps) && (
              <ButtonLink href="/organs/new" tone="primary" icon="plus">
                {t('organs.new')}
              </ButtonLink>
            )}
          </>
        }
      />
      <Card flush>
        <Table
          caption={title}
          hideCaption
          rows={all}
          empty={<EmptyState icon="users" sentence={t('organs.none')} />}
          columns={[
            {
              header: t('organs.name'),
              cell: (one) => (
                <>
                  <a href={organPath(one)}>{one.name}</a> <EndBadge organ={one} />
                </>
              ),
            },
            { header: t('organs.acronym'), cell: ({ acronym }) => acronym },
            { header: t('organs.kind'), cell: ({ kind }) => organInWords(kind) },
            {
              header: t('organs.president'),
              cell: ({ sitting }) => {
                const president = sitting.find(({ part }) => part === 'president')
                return president ? nameOf(president) : '—'
              },
            },
            {
              header: t('organs.taken'),
              cell: ({ sitting, seats: most }) => {
                const count = sitting.filter(votes).length
                return most === null
                  ? String(count)
                  : t('organs.taken_of', { count, most: String(most) })
              },
            },
          ]}
        />
      </Card>
    </>,
  )
})

listPages(pages, '', seatLists)

/** That an organ ended, or will. */
export function EndBadge({ organ }: { organ: Organ }) {
  if (organ.closed_on === null) return null
  return standsOn(organ, todayHere()) ? (
    <Badge tone="warn">{t('organs.ending')}</Badge>
  ) : (
    <Badge>{t('organs.ended')}</Badge>
  )
}
