// What every page loads in the browser. Pages work without it; each island only adds.
import './trusted.ts'
import './turbo.ts'
import './after-act.ts'
import './confirm.ts'
import './dialogs.ts'
import './docked.ts'
import './leaving.ts'
import './live-forms.ts'
import './menus.ts'
import './rare.ts'
import './shortcuts.ts'
import './uploads.ts'
import { LivePart } from './live-part.ts'
import { RailFind } from './rail-find.ts'
import { RefreshWhile } from './refresh-while.ts'
import { RichText } from './rich-text.ts'
import { WhileTyping } from './while-typing.ts'

customElements.define('live-part', LivePart)
customElements.define('rail-find', RailFind)
customElements.define('refresh-while', RefreshWhile)
customElements.define('rich-text', RichText)
customElements.define('while-typing', WhileTyping)
