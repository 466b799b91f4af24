"""What the fuzzer needs to know besides openapi.yaml."""

import hashlib
import itertools
import json
from pathlib import Path

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

# What .ci/fuzz has made: ids, by the word of the paths that stands before them.
MADE = json.loads(Path("made.json").read_text())

# What nobody else may have too.
OWN = ("handle", "identifier", "email", "mobile_phone", "external_id")

# By their second names things are deleted too, and identities by a list without them; of which the fuzzer, when it looks
# along a walk for what it has created, knows nothing. So along a walk nothing goes by these.
SECOND_NAMES = {
    "/api/v3/reward-definitions/{id}": 10**12,
    "/api/v3/profiles/{profile}/rewards/{id}": 10**12,
    "/api/v3/profiles/{profile}/transactions/{id}": 10**12,
    "/api/v3/profiles/{profile}/identities/{handle}": "nobody",
}

calls = itertools.count(1)


def content(case):
    """A number that follows from what is asked alone."""
    asked = [case.operation.label, case.path_parameters, case.query, case.body]
    return int(hashlib.sha256(json.dumps(asked, sort_keys=True, default=str).encode()).hexdigest(), 16)


@schemathesis.hook
def before_call(context, case, kwargs):
    """
    Makes what can name nothing name something, and what is taken new, mostly. The fuzzer's own token stays, and so does the
    member of the examples. Whether it changes a request follows from what is asked, so that what is asked again fares alike:
    the fuzzer gives up a walk along the links where it fares otherwise.
    """
    choice, number = content(case), next(calls)
    is_walk = case.meta.phase.name.value == "stateful"
    name_path(case, choice, is_walk)
    key = (case.headers or {}).get("Idempotency-Key")
    if key and len(key) < 200 and "," not in key and choice % 8:
        case.headers["Idempotency-Key"] = f"{key}{number}"
    if isinstance(case.body, dict) and choice % 4:
        for name in OWN:
            if isinstance(case.body.get(name), str) and case.body[name]:
                case.body[name] = f"m{number}@example.com" if name == "email" else f"{number}"
        for name in ("reward_definition_id", "point_definition_id"):
            if isinstance(case.body.get(name), int) and case.body[name] > 1:
                case.body[name] = 1
        for name in ("external_id", "redemption_id"):
            if isinstance(case.body.get(name), int):
                case.body.pop(name)
        if case.operation.label == "POST /api/v3/profiles":
            case.body.pop("id", None)
    if isinstance(case.body, dict) and is_walk and case.operation.label == "PUT /api/v3/profiles/{profile}":
        case.body.pop("identities", None)


def name_path(case, choice, is_walk):
    path = case.operation.path.split("/")
    for name, value in (case.path_parameters or {}).items():
        made = MADE.get(path[path.index(f"{{{name}}}") - 1], [])
        is_deleted = case.method == "DELETE" and path[-1] == f"{{{name}}}"
        if value == OWN_TOKEN:
            case.path_parameters[name] = "0" * 64
        elif value == PROFILE and is_deleted:
            case.path_parameters[name] = made[choice % len(made)]
        elif is_walk and is_deleted and case.operation.path in SECOND_NAMES:
            case.path_parameters[name] = SECOND_NAMES[case.operation.path]
        elif isinstance(value, int) and made and choice % 8 and not is_walk:
            case.path_parameters[name] = made[choice % len(made)]


@schemathesis.hook
def filter_query(context, query):
    """What the query cannot say is not asked: all filters are texts, and an empty list of them is none at all."""
    filters = {name: value for name, value in (query or {}).items() if name.startswith("filter[")} | ((query or {}).get("filter") or {})
    return all(isinstance(value, str) for value in filters.values())
