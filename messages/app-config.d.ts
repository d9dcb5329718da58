import type { Language } from './language'
import type { Messages } from './translate'

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Messages
  }
}
