import type { Context } from 'hono'
import type { z } from 'zod'
import { isOpen, type Permission } from '#kernel/access'
import type { FieldErrors } from '#kernel/errors'
import type { Hub } from '#kernel/signals'
import { tenant } from '#kernel/tenancy'
import type { Bounds } from './bounds.ts'
import type { Keepable } from './kept-pages.ts'
import type { ProblemDetails } from './problem.ts'
import { noAct, type Outside } from './outside.ts'
import { answerOf, told } from './told.ts'

export interface CallVariables {
  /** The permission that the route names. */
  permission: Permission
  /** Who the route is for; absent where no route was found. */
  face?: Route['face']
  basic?: boolean
  /** Whether what is sent here adds one to others. */
  adds?: boolean
  /** The form that was sent, where it is one of which a draft is kept. */
  form?: SentForm | undefined
  /** What was sent here and refused: the page that shows it again says why. */
  refused?: Refused | undefined
  /** The token of the session that was given just now, and the line by which the browser keeps it. */
  session?: { token: string; cookie: string }
  signals: Hub
  /** It is asked at the host name of the region, which is of no authority. */
  region?: true
  /** The page that was made, where others may be answered with it. */
  keepable?: Keepable
  /** Whether the request came over TLS, to us or to a proxy of ours. */
  encrypted: boolean
}

/** Which form it was that was sent, and which edition of its draft was seen there. */
export interface SentForm {
  readonly of: string
  readonly edition: string
}

/** What a handler receives: Hono's context, with what we know of the request. */
export type Call = Context<House>

/** What the application keeps of a request. */
export interface House {
  Variables: CallVariables
  /** What a request made inside the process brings along. */
  Bindings: { refused?: Refused }
}
export type Answer = Response | Promise<Response>

/** What was typed and what is wrong with it, to show the form again. */
export interface Attempt {
  values: Record<string, unknown>
  errors: FieldErrors
  /** Nothing is wrong with it, but somebody else wrote meanwhile. */
  stale?: { by: string }
}

/** An act that was refused, and how the page from which it was sent says so. */
export interface Refused {
  /** The address to which it was sent. */
  act: string
  attempt: Attempt
  /** What a person is told, where nothing is wrong with a field. */
  sentence?: string
  status: 409 | 413 | 422
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof methods)[number]

/** What the documentation of the API says of a route. */
export interface Documented {
  summary: string
  /** The answer's shape; none: 204 without a body. */
  answer?: z.ZodType
  /** It answers with the bytes of a file. */
  file?: true
  status?: 200 | 201 | 202
  /** What it answers is told once, and kept nowhere: not even for a key of the call. */
  secret?: true
}

export interface Route {
  /**
   * `protocol`: programs speak a standard there, which says how they are answered; no cookie is read. `region`: what citizens read of
   * all authorities, at a host name of none.
   */
  face: 'page' | 'api' | 'public' | 'protocol' | 'region'
  method: Method
  /** The whole path, with Hono's `:parameters`. */
  path: string
  permission: Permission | undefined
  /** Where `input` comes from: the query of a GET, else the body. */
  input: z.ZodType | undefined
  /** It adds one to others, though they have no addresses below this one. */
  adds?: boolean
  /** Where it takes more than others do, or less. */
  bounds?: Partial<Bounds>
  /** A standard by which programs show their key as a password (RFC 7617). */
  basic?: true
  /** Shows the form again with what is wrong; without it, an error page tells. */
  again: ((c: Call, attempt: Attempt) => Answer) | undefined
  documented: Documented | undefined
  /** How a failure is said, where a standard says that otherwise than RFC 9457. */
  failed?: (thrown: unknown, problem: () => ProblemDetails) => Response
  /** The trade that it is of, where an authority can switch that off: it is a 404 then. */
  trade?: string
  /** It is of the authority that runs the house: it is a 404 elsewhere. */
  operating?: true
  outside?: Outside<unknown>
  /** Its page follows from public copies alone, and from its address: it is kept until one of them changes. */
  kept?: true
  run: (c: Call, input: unknown) => Answer
}

/** Whether the current authority has this route. */
export const isThere = ({ trade, operating }: Route): boolean =>
  (!trade || tenant().trades.has(trade)) && (!operating || tenant().operates)

/** Whether forms are sent there by whoever has signed in: those bring the key of their page, whatever else. */
export const takesKey = ({ face, method, permission }: Route): boolean =>
  face === 'page' && method !== 'get' && !isOpen(permission)

/** Whether what is posted adds one to others: those have addresses below it, or the route says so. */
export const addsOne = ({ method, path, adds }: Route, routes: readonly Route[]): boolean =>
  method === 'post' && (adds === true || routes.some((one) => one.path.startsWith(`${path}/:`)))

/** The input of a route. One schema serves the form, the API and its documentation. */
export interface Input<S extends z.ZodType> {
  schema: S
  again?: (c: Call, attempt: Attempt) => Answer
  adds?: true
}

/** Takes a form (or a query) of this shape. `again` shows the form with what was typed and why not. */
export function form<S extends z.ZodType>(
  schema: S,
  again?: (c: Call, attempt: Attempt) => Answer,
): Input<S> {
  return again ? { schema, again } : { schema }
}

/** What is sent so adds one to others, which have no addresses below that of the form: sent again, it adds no second. */
export const adding = <S extends z.ZodType>(input: Input<S>): Input<S> => ({ ...input, adds: true })

export type Handler = (c: Call) => Answer
export type InputHandler<S extends z.ZodType> = (c: Call, input: z.output<S>) => Answer

/** The pages of a folder. Every one names its permission; the house does not start otherwise. */
export class PageRoutes {
  readonly list: Route[] = []
  private readonly base: string

  constructor(base: string) {
    this.base = base
  }

  get(path: string, permission: Permission, handler: Handler): void
  get<S extends z.ZodType>(
    path: string,
    permission: Permission,
    input: Input<S>,
    handler: InputHandler<S>,
  ): void
  get(
    path: string,
    permission: Permission,
    ...rest: [Handler] | [Input<z.ZodType>, InputHandler<z.ZodType>]
  ): void {
    this.add('get', path, permission, rest)
  }

  post(path: string, permission: Permission, handler: Handler): void
  post<S extends z.ZodType>(
    path: string,
    permission: Permission,
    input: Input<S>,
    handler: InputHandler<S>,
  ): void
  post(
    path: string,
    permission: Permission,
    ...rest: [Handler] | [Input<z.ZodType>, InputHandler<z.ZodType>]
  ): void {
    this.add('post', path, permission, rest)
  }

  private add(
    method: Method,
    path: string,
    permission: Permission,
    rest: [Handler] | [Input<z.ZodType>, InputHandler<z.ZodType>],
  ): void {
    const [input, run] = rest.length === 1 ? [undefined, rest[0]] : rest
    this.list.push({
      face: 'page',
      method,
      path: join(this.base, path),
      permission,
      input: input?.schema,
      again: input?.again,
      ...(input?.adds && { adds: true }),
      documented: undefined,
      run,
    })
  }
}

type Schemas<B extends z.ZodType | undefined, A extends z.ZodType | undefined> = {
  summary: string
  body?: B
  query?: B
  answer?: A
  file?: true
  status?: 200 | 201 | 202
  secret?: true
  bounds?: Partial<Bounds>
}
type Data<S> = S extends z.ZodType ? z.output<S> : undefined
type Given<S> = S extends z.ZodType ? z.input<S> : void

/** The REST routes of a folder, below /api: the verbs of its pages, in JSON. */
export class ApiRoutes {
  readonly list: Route[] = []
  private readonly base: string

  constructor(base: string) {
    this.base = `/api${base}`
  }

  /**
   * Adds a route; `handler` returns what `answer` describes. What is a list is answered as one object that holds it,
   * `items`, as those are that come a page at a time. A problem that it throws undoes all it wrote; one that it
   * returns as a `Response` does not.
   */
  on<B extends z.ZodType | undefined = undefined, A extends z.ZodType | undefined = undefined>(
    method: Method,
    path: string,
    permission: Permission,
    schemas: Schemas<B, A>,
    handler: (c: Call, input: Data<B>) => Promise<Given<A> | Response>,
  ): void {
    const { summary, file, status, secret, bounds } = schemas
    const answer = answerOf(schemas)
    this.list.push({
      face: 'api',
      method,
      path: join(this.base, path),
      permission,
      input: schemas.body ?? schemas.query,
      ...(bounds && { bounds }),
      again: undefined,
      documented: {
        summary,
        ...{ ...(answer && { answer }), ...(file && { file }) },
        ...{ ...(status && { status }), ...(secret && { secret }) },
      },
      // The schema that made the input is the one that types the handler.
      run: async (c, input) => told(c, schemas, await handler(c, input as Data<B>)),
    })
  }

  /** Adds a route that asks outside, or has a file read beside the server, before its transaction: `before` gives the act. */
  asking<B extends z.ZodType | undefined = undefined, A extends z.ZodType | undefined = undefined>(
    method: Method,
    path: string,
    permission: Permission,
    schemas: Schemas<B, A>,
    before: (c: Call, input: Data<B>) => Promise<() => Promise<Given<A> | Response>>,
  ): void {
    this.on(method, path, permission, schemas, noAct)
    const outside = async (c: Call, input: Data<B>) => {
      const act = await before(c, input)
      return async () => told(c, schemas, await act())
    }
    Object.assign(this.list.at(-1) ?? {}, { outside })
  }
}

export const join = (base: string, path: string) => (base + path).replace(/(?<=.)\/$/, '')
