# The release of Node that CI tests first; `--build-arg NODE_VERSION=22` takes another. Debian, not Alpine: the embedded
# store has builds for either C library, and the tests run on this one.
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/verifier/package.json packages/verifier/tsconfig.json packages/verifier/
# No package needs its install script, and `prepare` has nothing to build yet.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY schema schema
COPY src src
COPY packages/verifier/src packages/verifier/src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 LATCHKEY_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
# A link in node_modules leads here.
COPY --from=build /app/packages packages
COPY --from=build /app/schema schema
COPY --from=build /app/dist dist
# A new volume takes its owner from here. Nothing else is the user's to write.
RUN install --directory --owner=node --group=node --mode=700 /data
VOLUME /data
# By number, so that orchestrators can see that it is not root.
USER 1000:1000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, so that SIGTERM reaches it; further words are Latchkey's commands.
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
