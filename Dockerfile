# The portal's production image. DATABASE_URL must name a PostgreSQL 15 or newer; see docker-compose.yml for an example.

FROM node:24-bookworm-slim AS build
WORKDIR /portal
# The packages first: this layer stays while only sources change.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/stories/package.json apps/stories/
COPY apps/web/package.json apps/web/
COPY packages/contracts/package.json packages/contracts/
COPY tools tools
RUN node tools/pnpm.mjs install --frozen-lockfile
COPY . .
RUN node tools/build.mjs

# What runs: the api's packages and the root's, which bring the database up to date; nothing that only builds or tests.
FROM node:24-bookworm-slim AS packages
WORKDIR /portal
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/stories/package.json apps/stories/
COPY apps/web/package.json apps/web/
COPY packages/contracts/package.json packages/contracts/
COPY tools tools
RUN node tools/pnpm.mjs install --frozen-lockfile --prod --filter blizej --filter '@blizej/api...'

FROM node:24-bookworm-slim
WORKDIR /portal
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DEMO=0 TZ=UTC DATA_DIR=/portal/data
COPY --from=packages /portal ./
COPY --from=build /portal/packages/contracts/dist packages/contracts/dist
COPY --from=build /portal/packages/contracts/locales packages/contracts/locales
COPY --from=build /portal/apps/api/dist apps/api/dist
COPY --from=build /portal/apps/web/dist apps/web/dist
COPY prisma.config.ts ./
COPY prisma prisma
# Letters that nobody sends, and other files, where no volume is given.
RUN mkdir data && chown node:node data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "tools/serve.mjs"]
