import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { type Call, form, PageRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { Edition, EditionField, page, redirect } from '#kernel/pages'
import {
  Badge,
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Form,
  FormActions,
  Head,
  Note,
  Stack,
  type Tone,
} from '#kernel/ui'
import { type Name, names } from './content.ts'
import { pathOf, titleOf } from './published.ts'
import { publish, type Standing, standing, standings } from './publishing.ts'
import { Statement } from './shown.tsx'

export const pages = new PageRoutes('/statements')
export const keeps = permission('statements.keep')

const tones: Record<Standing['state'], Tone> = {
  ...{ lacking: 'warn', ready: 'info', current: 'good', changed: 'info', broken: 'warn' },
}

/** The statement that the address names. Throws `NotFound`. */
export function namedIn(c: Call): Name {
  const name = names.find((one) => one === c.req.param('name'))
  if (!name) throw new NotFound()
  return name
}

pages.get('/', keeps, async (c) => {
  const title = t('statements.title')
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        facts={t('statements.lead')}
        actions={
          <ButtonLink href="/settings#statements" icon="sliders-horizontal">
            {t('statements.complete')}
          </ButtonLink>
        }
      />
      <Stack>
        {(await standings()).map((one) => (
          <Card title={t(titleOf(one.name))}>
            <Stack>
              <How of={one} />
              <p>
                {one.made && (
                  <ButtonLink href={`${pathOf(one.name)}/preview`} icon="eye">
                    {t('statements.preview', { of: t(titleOf(one.name)) })}
                  </ButtonLink>
                )}{' '}
                {one.last && (
                  <ButtonLink href={pathOf(one.name)} icon="globe">
                    {t('statements.read', { of: t(titleOf(one.name)) })}
                  </ButtonLink>
                )}
              </p>
            </Stack>
          </Card>
        ))}
      </Stack>
    </>,
  )
})

/** How it stands, when it was published and by whom, and what lacks. */
function How({ of: { state, last, by, missing } }: { of: Standing }) {
  return (
    <>
      <p>
        <Badge tone={tones[state]}>{t(`statements.state.${state}`)}</Badge>{' '}
        {last &&
          t('statements.published_by', { at: formatDateTime(last.published_at), by: by ?? '' })}
      </p>
      {missing.length > 0 && (
        <>
          <p>{t('statements.missing')}</p>
          <ul>
            {missing.map(({ what, href }) => (
              <li>
                <a href={href}>{t(what)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

pages.get('/:name/preview', keeps, async (c) => {
  const name = namedIn(c)
  const { made, state } = await standing(name)
  if (!made) throw new NotFound()
  const title = t(titleOf(name))
  return page(
    c,
    { title },
    <>
      <Breadcrumbs
        trail={[{ label: t('statements.title'), href: '/statements' }, { label: title }]}
      />
      <Head title={title} facts={t('statements.preview_lead')} />
      <Stack>
        {state === 'current' ? (
          <Note>{t('statements.unchanged')}</Note>
        ) : (
          <Form action={`${pathOf(name)}/publication`}>
            <EditionField of={made} attempt={undefined} />
            <FormActions>
              <Button tone="primary" icon="globe">
                {t('statements.publish')}
              </Button>
            </FormActions>
          </Form>
        )}
        <Statement of={made} />
      </Stack>
    </>,
  )
})

pages.post('/:name/publication', keeps, form(Edition), async (c, { edition }) => {
  const name = namedIn(c)
  await publish(name, edition)
  return redirect(c, '/statements', {
    key: 'statements.published',
    params: { of: t(titleOf(name)) },
  })
})
