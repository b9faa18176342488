# One image for web, worker and migrations; docker-compose.yml says which process a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /seinpost
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json ./
COPY apps apps
COPY libs libs
COPY migrations migrations
COPY templates templates
COPY test test
RUN node node_modules/typescript7/bin/tsc -p tsconfig.json \
  && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
# The browser makes captures and PDFs; setpriv (util-linux) is in the image already.
RUN apt-get update \
  && apt-get install -y --no-install-recommends chromium-headless-shell fonts-liberation fonts-noto-color-emoji \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /seinpost
COPY --from=build /seinpost/package.json /seinpost/nest-cli.json ./
COPY --from=build /seinpost/node_modules node_modules
COPY --from=build /seinpost/dist dist
COPY --from=build /seinpost/templates templates
COPY --from=build /seinpost/migrations migrations
RUN mkdir /var/lib/seinpost && chown node:node /var/lib/seinpost
ENV NODE_ENV=production SEINPOST_VAR=/var/lib/seinpost SEINPOST_HOST=0.0.0.0 SEINPOST_CAPTURE_ALLOW=
USER node
VOLUME /var/lib/seinpost
EXPOSE 3300
CMD ["node", "dist/apps/web/src/main.js"]
