// A process of its own: reads a file from its input, writes its text to its output as JSON. What a file
// does to it, it does to no other process.
import { buffer } from 'node:stream/consumers'
import { mostText, textOf } from './text-of.ts'

/** What it writes: the words of the file, or null where it is of a kind that has none. */
export type Words = string | null

const text = await textOf(await buffer(process.stdin))
// Lone halves of signs cannot be kept, nor can the sign of number 0.
const kept: Words = text?.slice(0, mostText).toWellFormed().replaceAll('\u0000', ' ') ?? null
process.stdout.write(JSON.stringify(kept), () => process.exit(0))
