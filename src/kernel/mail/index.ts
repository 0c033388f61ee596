export { mailAddress } from './address.ts'
export { deliver } from './deliver.ts'
export { forgetLetters } from './forget.ts'
export {
  forgetMail,
  mailKeptFor,
  type MailState,
  type Message,
  recall,
  send,
  sendMany,
  type Sender,
  senders,
  statesOf,
} from './outbox.ts'
export { mostOfReport, readReport } from './report.ts'
export { noteReturn, type Returned, returnsOf, whenReturned } from './returned.ts'
export { type Settled, whenSettled } from './settled.ts'
export { isLetterboxOpen, isMailRead, mailServer, useMailServer, useOpenLetterbox } from './smtp.ts'
