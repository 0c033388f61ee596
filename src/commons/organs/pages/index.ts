import './list.tsx'
import './new.tsx'
import './organ.tsx'
import './life.tsx'

export { organHere, pages, personIn } from './routes.ts'
