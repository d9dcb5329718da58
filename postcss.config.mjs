/** Tailwind 4 reads its theme from the style sheets themselves. */
export default { plugins: { '@tailwindcss/postcss': {} } }
