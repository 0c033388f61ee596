import { beforeEach, describe, expect, test } from 'vitest'
import { read } from '#commons/dossiers'
import { hideTerm } from '../../../commons/vocabularies/term.ts'
