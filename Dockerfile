FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package of this project needs its install script, and none gets to run one.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/seed ./seed
COPY --from=build /app/examples/mirror ./examples/mirror
# A named volume takes its owner from here.
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production STEMMA_DATA=/data STEMMA_HOST=0.0.0.0 STEMMA_PORT=4870
VOLUME /data
EXPOSE 4870
# A service that answers is alive, also while its graph is away: a restart would not bring that back.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["node", "-e", "\
  const { STEMMA_PORT, STEMMA_TOKEN } = process.env; \
  fetch(`http://127.0.0.1:${STEMMA_PORT}/api/health`, { headers: { authorization: `Bearer ${STEMMA_TOKEN}` } }) \
    .then(({ status }) => process.exit(status < 500 ? 0 : 1), () => process.exit(1));"]
ENTRYPOINT ["node", "dist/services/cli/stemma.js"]
CMD ["serve"]
