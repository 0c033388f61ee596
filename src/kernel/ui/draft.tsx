import { createContext, useContext } from '#kernel/jsx'
import { t } from '#kernel/i18n'
import { Button, ButtonLink } from './button.tsx'
import { Note } from './feedback.tsx'
import type { Values } from './field.tsx'
import { OnceField } from './once-field.tsx'
import type { Besides } from './outcome.tsx'

/** What was typed in a form and not sent (brouillon), as its page shows it again. */
export interface ShownDraft {
  id: string
  edition: string
  /** When it was kept, in words. */
  at: string
  values: Values
}

/** What the forms of a page know of drafts. */
export interface Drafts {
  /** Finds the draft of a form for the one who looks. */
  find: (form: string) => Promise<ShownDraft | undefined>
  /** What is written beside another draft of the same form has a name of its own; empty: it is the first. */
  apart: string
  /** Where the same form begins empty, beside its draft; only what adds something has that. */
  another: string | undefined
}

/** None where nobody has signed in: nothing is kept there. */
export const DraftsContext = createContext<Drafts | undefined>(undefined)

interface FormNamed {
  action: string
  fields?: Besides | undefined
  id?: string | undefined
}

/** What tells a form from all others: where it is sent, what is sent besides, its id, and beside which it is written. */
export function useFormName({ action, fields = {}, id }: FormNamed): string {
  const besides = Object.entries(fields).map(([name, value]) => `${name}=${value}`)
  const apart = useDrafts()?.apart
  return [action, ...besides, id ?? ''].join(' ') + (apart ? `#${apart}` : '')
}

/** What the forms of this page know of drafts. */
export const useDrafts = (): Drafts | undefined => useContext(DraftsContext)

/** The draft of a form. Where there can be one, its page waits for it. */
export function useDraft(form: FormNamed): Promise<ShownDraft | undefined> | undefined {
  return useDrafts()?.find(useFormName(form))
}

/** What a form says of itself, so that what is typed in it can be kept; and where it is said that it was. */
export function DraftFields({ form, draft }: { form: string; draft: ShownDraft | undefined }) {
  return (
    <>
      <input type="hidden" name="form_of" value={form} />
      <input type="hidden" name="form_edition" value={draft?.edition ?? ''} />
    </>
  )
}

const discardId = ({ id }: ShownDraft) => `discard-${id}`

/** What was found again stands in the form: when it was kept, and the way to throw it away. */
export function DraftNote({ draft }: { draft: ShownDraft }) {
  const another = useDrafts()?.another
  return (
    <Note title={t('ui.draft.found', { at: draft.at })}>
      <p>{t('ui.draft.found_help')}</p>
      <p>
        <Button small icon="trash-2" form={discardId(draft)}>
          {t('ui.draft.discard')}
        </Button>
        {another && (
          <ButtonLink small tone="quiet" icon="plus" href={another}>
            {t('ui.draft.another')}
          </ButtonLink>
        )}
      </p>
    </Note>
  )
}

/** Stands beside the form, since none can stand in it. The page comes whole: an editor holds on to its text. */
export function DiscardForm({ draft }: { draft: ShownDraft }) {
  return (
    <form
      id={discardId(draft)}
      method="post"
      action={`/drafts/${draft.id}/discard`}
      data-turbo="false"
      data-asks={t('ui.draft.discard_confirm')}
      hidden
    >
      <OnceField />
    </form>
  )
}

/** Keeps what is typed, for those whose browser runs no scripts: others need no button for it. */
export function KeepButton() {
  return (
    <span class="without-scripts">
      <Button icon="cloud-check" formaction="/drafts/keep">
        {t('ui.draft.keep')}
      </Button>
    </span>
  )
}

/** Where a form says what became of its draft: in sight, and once to those who listen. */
export function DraftLine() {
  return (
    <>
      <p class="draft-line" data-draft-line hidden />
      <output class="visually-hidden" data-draft-says />
    </>
  )
}

/** The words that the island of drafts says, once a page, and the dialog in which one signs in again. */
export function DraftWords() {
  return (
    <>
      <div
        id="draft-words"
        hidden
        data-offline={t('ui.draft.offline')}
        data-signed-out={t('ui.draft.signed_out')}
        data-signed-in={t('ui.draft.signed_in')}
        data-somebody-else={t('ui.draft.somebody_else')}
        data-sign-in={t('ui.draft.sign_in')}
        data-keep-mine={t('ui.draft.keep_mine')}
        data-keep-both={t('ui.draft.keep_both')}
        data-open-other={t('ui.draft.open_other')}
        data-files={t('ui.draft.files')}
        data-leave={t('ui.draft.leave')}
        data-leave-yes={t('ui.draft.leave_yes')}
      />
      <dialog id="sign-in-again" class="dialog" aria-labelledby="sign-in-again-title">
        <h2 id="sign-in-again-title">{t('ui.draft.signed_out')}</h2>
        <div class="dialog-body">
          <p>{t('ui.draft.signed_out_help')}</p>
          <output data-says />
          <div data-place />
        </div>
        <Button
          type="button"
          tone="quiet"
          icon="x"
          iconOnly
          command="close"
          commandfor="sign-in-again"
        >
          {t('ui.close')}
        </Button>
      </dialog>
    </>
  )
}
