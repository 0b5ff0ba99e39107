# Builds in one stage what the other runs: no compiler, no Vite, no editor of the Playground's source in the image that serves.
FROM node:20-bookworm AS build
WORKDIR /opt/verbatim
COPY package.json package-lock.json ./
# The pages are built below, when their sources are there.
RUN npm ci --ignore-scripts && npm rebuild better-sqlite3 hnswlib-node sharp @apollo/protobufjs
COPY . .
# Of the libraries that run the models nothing loads what is for browsers and other systems: 107 MB.
RUN npm run build && npm prune --omit=dev --ignore-scripts \
    && rm -rf node_modules/@xenova/transformers/dist node_modules/onnxruntime-node/bin/napi-v3/darwin node_modules/onnxruntime-node/bin/napi-v3/win32

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    VERBATIM_HOST=0.0.0.0 \
    VERBATIM_PORT=4000 \
    VERBATIM_DATA_DIR=/data/index
WORKDIR /opt/verbatim
COPY --from=build --chown=root:root /opt/verbatim ./
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, which does not hand signals on to Node in time.
CMD ["node", "bin/run.js", "src/main.ts"]
