import { z } from 'zod'
import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { page } from '#kernel/pages'
import { Badge, Card, EmptyState, Filters, Row, Stack, type Tone } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { type PlanTree, PlanHead, loadTree, plans } from '#modules/strategy'
import { type Difference, byObjective, differences } from '../compare.ts'
import { type PlanContent, contentOf } from '../content.ts'
import { readable, version, versionsOf, versionsPath } from '../version.ts'
import { Changes, nameOf } from './changes.tsx'
import { pages } from './routes.ts'
import { versionName } from './versions.tsx'

/** Ids of versions, or `now`; the latest version with now unless told. */
const Compared = z.object({ from: z.string().optional(), to: z.string().default('now') })

const tones = { added: 'good', removed: 'bad', changed: 'info' } as const satisfies Record<
  Difference['kind'],
  Tone
>
const kinds = ['added', 'removed', 'changed'] as const

pages.get(
  '/plans/:id/versions/compare',
  permission('accountability.read'),
  form(Compared),
  async (c, { from: asked, to }) => {
    const plan = await load(c, plans)
    const tree = await loadTree(plan)
    const versions = await versionsOf(plan.id)
    const from = asked ?? versions[0]?.id ?? 'now'
    const [before, after] = [await contentAt(tree, from), await contentAt(tree, to)]
    const known = new Map(
      [...before.elements, ...after.elements].map((element) => [element.id, element]),
    )
    const found = differences(before, after)
    const options = [
      ...versions.map((one) => ({ value: one.id, label: versionName(one) })),
      { value: 'now', label: t('accountability.compare.now') },
    ]
    const choice = (name: 'from' | 'to', value: string) =>
      ({
        kind: 'select',
        name,
        label: t(`accountability.compare.${name}`),
        options,
        value,
      }) as const
    return page(
      c,
      { title: t('accountability.compare.title') },
      <>
        <PlanHead plan={plan} current="versions" />
        <Filters
          action={`${versionsPath(plan)}/compare`}
          apply={t('accountability.compare.show')}
          sentence={[
            t('accountability.compare.from'),
            choice('from', from),
            t('accountability.compare.to'),
            choice('to', to),
          ]}
        />
        <Stack>
          <Row>
            {kinds.map((kind) => {
              const count = found.filter((one) => one.kind === kind).length
              return (
                <Badge tone={count > 0 ? tones[kind] : 'neutral'}>
                  {t(`accountability.compare.count.${kind}`, { count })}
                </Badge>
              )
            })}
          </Row>
          {found.length === 0 && (
            <EmptyState icon="git-compare" sentence={t('accountability.compare.none')} />
          )}
          {[...byObjective(found, known)].map(([objective, changed]) => (
            <Card title={nameOf(objective)}>
              <Stack>
                {changed.map((one) => (
                  <section>
                    <h3>
                      {nameOf(one.element)}{' '}
                      <Badge tone={tones[one.kind]}>
                        {t(`accountability.compare.${one.kind}`)}
                      </Badge>
                    </h3>
                    {one.kind === 'changed' && <Changes difference={one} known={known} />}
                  </section>
                ))}
              </Stack>
            </Card>
          ))}
        </Stack>
      </>,
    )
  },
)

/** What the plan said in a version, or says now. */
async function contentAt(tree: PlanTree, which: string): Promise<PlanContent> {
  if (which === 'now') return contentOf(tree)
  return readable((await version(tree.plan, which)).content, tree)
}
