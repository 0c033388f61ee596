import { t } from '#kernel/i18n'
import {
  Button,
  Checkbox,
  Dialog,
  DialogButton,
  type Errors,
  Form,
  FormActions,
  PostButton,
  Row,
  Tabs,
  TextField,
  type Values,
} from '#kernel/ui'
import { normalisedQuery, savedViews } from './view.ts'

/** A view that every house has. */
export interface BuiltInView {
  label: string
  query: string
  /** How many rows it shows. */
  count?: number | undefined
}

export interface ViewTabsProps {
  /** The name of the list: `deliberations.items`. */
  list: string
  /** Its address without query. */
  path: string
  /** The filters that are set now. */
  query: string
  builtIn: readonly BuiltInView[]
}

/** The views of a list as tabs; at their end one saves the filters that are set, or removes a view. */
export async function ViewTabs({ list, path, query, builtIn }: ViewTabsProps) {
  const now = normalisedQuery(query)
  const saved = await savedViews(list)
  const given = builtIn.map((view) => ({ ...view, query: normalisedQuery(view.query) }))
  const views = [...given, ...saved.map(({ name, query }) => ({ label: name, query }))]
  const current = views.find((view) => view.query === now)
  const removable = saved.find((view) => view.query === now && view.removable)
  return (
    <>
      <Tabs
        label={t('views.title')}
        tabs={views.map((view) => ({
          ...view,
          href: addressOf(path, view.query),
          current: view === current,
        }))}
      >
        <Row>
          {removable && (
            <PostButton
              action={`/views/${removable.id}/removal`}
              fields={{ back: path }}
              confirm={t('views.remove_sure', { name: removable.name })}
              tone="quiet"
              icon="trash-2"
              small
            >
              {t('views.remove')}
            </PostButton>
          )}
          <DialogButton opens="save-view" tone="quiet" icon="bookmark" small>
            {t('views.save')}
          </DialogButton>
        </Row>
      </Tabs>
      <Dialog id="save-view" title={t('views.save')}>
        <SaveViewForm id="view" list={list} query={now} back={addressOf(path, now)} />
      </Dialog>
    </>
  )
}

const addressOf = (path: string, query: string) => (query ? `${path}?${query}` : path)

interface SaveViewFormProps {
  id?: string
  list: string
  query: string
  back: string
  errors?: Errors
  values?: Values
}

/** Asks under what name the filters are saved, and whether for oneself only. */
export function SaveViewForm({ id, list, query, back, errors, values }: SaveViewFormProps) {
  return (
    <Form action="/views" id={id} errors={errors} values={values}>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="back" value={back} />
      <TextField name="name" label={t('views.name')} maxlength={80} required />
      <Checkbox name="shared" label={t('views.share')} help={t('views.share_help')} />
      <FormActions>
        <Button tone="primary" icon="save">
          {t('views.keep')}
        </Button>
      </FormActions>
    </Form>
  )
}
