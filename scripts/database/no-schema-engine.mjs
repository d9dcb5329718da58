#!/usr/bin/env node
// The Prisma CLI asks for its schema engine even where it has no work for it (generate, validate, format).
console.error(
  'Prisma has no native schema engine here. Migrations: npm start applies them, npm run migration NAME writes one.',
)
process.exit(1)
