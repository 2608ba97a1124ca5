# docker build -t factlint . && docker run --rm -v "$PWD:/articles:ro" factlint
FROM python:3.12-slim AS build
WORKDIR /source
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY factlint factlint
COPY rules rules
RUN python -m venv /opt/factlint && /opt/factlint/bin/pip install --no-cache-dir .

FROM python:3.12-slim
COPY --from=build /opt/factlint /opt/factlint
RUN useradd --create-home --uid 1000 desk && mkdir /articles && chown desk /articles
USER 1000
ENV PATH="/opt/factlint/bin:$PATH"
WORKDIR /articles
# The rules are loaded once, so that the first article need not wait for them.
RUN factlint rules > /dev/null
ENTRYPOINT ["factlint"]
CMD ["check", "."]
