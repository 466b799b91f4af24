"""What the fuzzer needs to know besides openapi.yaml."""

import hashlib
import itertools

import schemathesis
from hypothesis import strategies as st

# Formats of which JSON Schema knows nothing: without them nearly all of what is made up would be refused at once.
ZONES = ["Australia/Melbourne", "Europe/London", "America/New_York", "Pacific/Apia", "UTC"]
TIMES = ["2026-11-24", "2026-11-24 10:30", "2026-11-24T10:30:00Z", "2027-11-24T10:30:00.5+11:00", "2026-10-04 02:30:00"]
schemathesis.openapi.format("time-zone", st.sampled_from(ZONES))
schemathesis.openapi.format("currency", st.sampled_from(["AUD", "aud", ""]))
schemathesis.openapi.format("wall-clock", st.sampled_from(TIMES) | st.datetimes().map(lambda time: time.strftime("%Y-%m-%d %H:%M:%S").rjust(19, "0")))
schemathesis.openapi.format("web-address", st.sampled_from(["", "https://example.com/a.png", "http://example.com?a=b"]))
schemathesis.openapi.format("e-mail", st.integers(0, 10**12).map(lambda number: f"m{number}@example.com"))

PROFILE = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
schemathesis.openapi.format("uuid", st.sampled_from([PROFILE] * 3) | st.uuids().map(str))

OWN_TOKEN = hashlib.sha256(b"local").hexdigest()

calls = itertools.count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Makes what can name nothing name something, mostly, and a key that was used before a new one. The fuzzer's token stays."""
    number = next(calls)
    if (case.path_parameters or {}).get("id") == OWN_TOKEN:
        case.path_parameters["id"] = "0" * 64
    key = (case.headers or {}).get("Idempotency-Key")
    if key and len(key) < 200 and "," not in key and number % 8:
        case.headers["Idempotency-Key"] = f"{key}{number}"
    if isinstance(case.body, dict) and number % 4:
        for name in ("reward_definition_id", "point_definition_id"):
            if isinstance(case.body.get(name), int) and case.body[name] > 1:
                case.body[name] = 1
        for name in ("external_id", "redemption_id"):
            if isinstance(case.body.get(name), int):
                case.body.pop(name)


@schemathesis.hook
def filter_query(context, query):
    """What the query cannot say is not asked: all filters are texts, and an empty list of them is none at all."""
    filters = {name: value for name, value in (query or {}).items() if name.startswith("filter[")} | ((query or {}).get("filter") or {})
    return all(isinstance(value, str) for value in filters.values())
