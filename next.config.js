/** @type {import('next').NextConfig} */
module.exports = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` compiles every part of the repository with `tsc -b`; the build need not repeat it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', '@prisma/adapter-pg', 'shiki'],
}
