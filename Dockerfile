# One static-ish binary on a small Debian: everything it needs is inside it.
FROM node:20-bookworm AS assets
WORKDIR /nabz
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts

FROM rust:1.95-bookworm AS build
WORKDIR /nabz
COPY --from=assets /usr/local/bin/node /usr/local/bin/node
COPY --from=assets /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
COPY . .
RUN cargo xtask assets && cargo build --release --package nabz

FROM debian:bookworm-slim
RUN useradd --system --create-home --home-dir /var/lib/nabz nabz
COPY --from=build /nabz/target/release/nabz /usr/local/bin/nabz
USER nabz
ENV NABZ_DATA=/var/lib/nabz/data NABZ_HTTP__BIND=0.0.0.0 NABZ_LOG__FORMAT=json
VOLUME /var/lib/nabz/data
EXPOSE 8080
# NABZ_HTTP__BASE_URL must say which address people use, e.g. https://cx.example.com.
ENTRYPOINT ["nabz"]
CMD ["serve"]
