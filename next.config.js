/** @type {import('next').NextConfig} */
module.exports = {
  reactStrictMode: true,
  poweredByHeader: false,
  // 403 pages, and a 404 page for addresses that name no language.
  experimental: { authInterrupts: true, globalNotFound: true },
  // `npm run check` compiles every part of the repository with `tsc -b`; the build need not repeat it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', '@prisma/adapter-pg', 'shiki'],
}
