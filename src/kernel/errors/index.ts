import { type MessageKey, type MessageParams, t } from '#kernel/i18n'
import './locales/index.ts'

/** Field name → sentences for the person who filled it in, already in their language. */
export type FieldErrors = Record<string, string[]>

/**
 * Something a person can be told: one HTTP status, one sentence. Anything else that is thrown is a
 * fault of ours.
 */
export abstract class Problem extends Error {
  abstract readonly status: 403 | 404 | 409 | 413 | 422 | 429 | 503
  readonly key: MessageKey
  readonly params: MessageParams

  constructor(key: MessageKey, params: MessageParams = {}) {
    super(key)
    this.key = key
    this.params = params
  }

  /** The sentence, in the language of the current request. */
  get sentence(): string {
    return t(this.key, this.params)
  }
}

/** It is not there, or not for this person to know: the two look the same from outside. */
export class NotFound extends Problem {
  override readonly status = 404
  constructor(key: MessageKey = 'errors.not_found', params: MessageParams = {}) {
    super(key, params)
  }
}

/** The person may know that it is there, but may not do this. */
export class Forbidden extends Problem {
  override readonly status = 403
  constructor(key: MessageKey = 'errors.forbidden', params: MessageParams = {}) {
    super(key, params)
  }
}

/** What was asked cannot be done in the present state of things, or on stale grounds. */
export class Conflict extends Problem {
  override readonly status = 409
}

/** The form was made from what somebody else changed meanwhile: it is shown again beside their version. */
export class Stale extends Conflict {
  /** Who changed it. */
  readonly by: string

  constructor(by: string) {
    super('errors.stale', { name: by })
    this.by = by
  }
}

/** What was begun was stopped from outside, or took more than it may, nobody can tell: once more may do. */
export class Interrupted extends Conflict {}

/** What was sent is larger than we take. */
export class TooLarge extends Problem {
  override readonly status = 413
}

/** Who acts is to prove anew who they are before this is done: whoever serves them asks, and does it then. */
export class ProofNeeded extends Error {}

/** Too many attempts in too short a time. */
export class TooMany extends Problem {
  override readonly status = 429
}

/** Something that we depend on does not answer. */
export class Unavailable extends Problem {
  override readonly status = 503
}

/** What was typed does not hold; `fields` says which field and why. */
export class Invalid extends Problem {
  override readonly status = 422
  readonly fields: FieldErrors

  constructor(fields: FieldErrors) {
    super('errors.invalid')
    this.fields = fields
  }

  /** One field, one sentence. */
  static field(name: string, key: MessageKey, params: MessageParams = {}): Invalid {
    return new Invalid({ [name]: [t(key, params)] })
  }
}

/** Throws the problem unless the condition holds. */
export function ensure(
  condition: unknown,
  problem: new (key: MessageKey, params?: MessageParams) => Problem,
  key: MessageKey,
  params: MessageParams = {},
): asserts condition {
  if (!condition) throw new problem(key, params)
}
