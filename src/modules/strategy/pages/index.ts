import './plans.tsx'
import './tree.tsx'
import './element-form.tsx'
import './element.tsx'
import './places.tsx'
import './settings.tsx'

export { pages } from './routes.ts'
