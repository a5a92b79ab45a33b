#!/usr/bin/env bash
# Asks a running service what its own OpenAPI document allows and does not allow, some 2,000 times, and fails on any answer of
# 500 and above and on any answer that the document does not name. By hand, against a service on data that may change: it
# starts traces, decides on edges and imports files.
#
#   python3 -m venv /tmp/fuzz && /tmp/fuzz/bin/pip install schemathesis==4.32.5
#   npm run stemma -- serve --mirror examples/mirror --data /tmp/fuzz-data &
#   PATH="/tmp/fuzz/bin:$PATH" bench/fuzz-api.sh http://127.0.0.1:4870
set -euo pipefail
origin="${1:-http://127.0.0.1:4870}"
examples="${2:-40}"
exec schemathesis run "$origin/api/openapi.json" \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
  --phases examples,coverage,fuzzing --max-examples "$examples" --continue-on-failure --no-shrink \
  --request-timeout 60 --generation-database none
