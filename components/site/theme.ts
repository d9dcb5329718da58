export const THEME_COOKIE = 'quai-theme'

/**
 * Runs before the first paint: pages are static, so the chosen theme is read from its cookie here and nothing flashes.
 * Without a choice the style sheet follows the system.
 */
export const THEME_SCRIPT = `(function(){var m=document.cookie.match(/(?:^|; )${THEME_COOKIE}=(light|dark)(?:;|$)/);if(m)document.documentElement.dataset.theme=m[1]})()`
