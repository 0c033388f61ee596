import './locales/index.ts'

export { assetsPath, assetUrl, publicFolder } from './assets.ts'
export * from './button.tsx'
export * from './choices.tsx'
export { Dialog, DialogButton, type DialogButtonProps, type DialogProps } from './dialog.tsx'
export type { Authority, Preferences } from './document.tsx'
export * from './feedback.tsx'
export type { Errors, FieldProps, Values } from './field.tsx'
export * from './fields.tsx'
export * from './figures.tsx'
export * from './filters.tsx'
export { Form, FormActions, type FormProps, FormSection, type FormSectionProps } from './form.tsx'
export { Icon, type IconName } from './icons.tsx'
export * from './list.tsx'
export * from './mark.tsx'
export * from './outline.tsx'
export * from './page.tsx'
export { PlainShell, type PlainShellProps } from './plain-shell.tsx'
export { preferencesPath } from './preferences.tsx'
export * from './roll.tsx'
export { RichTextField, type RichTextFieldProps } from './rich-text.tsx'
export {
  type NavigationEntry,
  type NavigationSection,
  type Person,
  Shell,
  type ShellProps,
} from './shell.tsx'
export { StyleGuide } from './styleguide.tsx'
export * from './table.tsx'
export * from './timeline.tsx'
