# The house with its Node, PostgreSQL being elsewhere. Nothing is downloaded but what package-lock.json names.
#   docker build -t beffroi .
FROM node:26-trixie-slim AS built
WORKDIR /srv/beffroi
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .
RUN node bin/build.js

FROM node:26-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/beffroi DEMONSTRATION=false
# glibc keeps what each thread frees for that thread: two such places instead of eight a core.
ENV MALLOC_ARENA_MAX=2
RUN useradd --system --uid 10001 --home-dir /var/lib/beffroi --create-home beffroi
WORKDIR /srv/beffroi
COPY --from=built /srv/beffroi ./
USER beffroi
VOLUME /var/lib/beffroi
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/main.js"]
