#!/usr/bin/env bash
# What the GitHub action runs: one check a way of showing, of which all but the first take kept findings.
# Takes PATHS, ARGS, FAIL_ON, ANNOTATIONS, SUMMARY and SARIF from the environment.
set -uo pipefail
factlint="${RUNNER_TEMP:-/tmp}/factlint/bin/factlint"
[ -x "$factlint" ] || factlint=factlint
# Paths and options are lists, parted by white space.
# shellcheck disable=SC2206
paths=(${PATHS:-.}) args=(${ARGS:-})

status=0
if [ "${ANNOTATIONS:-true}" = true ]; then
  "$factlint" check --format github --fail-on "${FAIL_ON:-warning}" "${args[@]}" "${paths[@]}" || status=$?
else
  "$factlint" check --format concise --fail-on "${FAIL_ON:-warning}" "${args[@]}" "${paths[@]}" || status=$?
fi
if [ "${SUMMARY:-true}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  "$factlint" check --quiet --exit-zero --format markdown "${args[@]}" "${paths[@]}" 2>/dev/null >> "$GITHUB_STEP_SUMMARY" || true
fi
if [ "${SARIF:-false}" = true ]; then
  file="${RUNNER_TEMP:-/tmp}/factlint.sarif"
  "$factlint" check --quiet --exit-zero --format sarif --output-file "$file" "${args[@]}" "${paths[@]}" 2>/dev/null || true
  if [ -s "$file" ] && [ -n "${GITHUB_OUTPUT:-}" ]; then echo "sarif-file=$file" >> "$GITHUB_OUTPUT"; fi
fi
exit "$status"
