"""What the fuzzer needs to know besides openapi.yaml."""

import hashlib
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

# The ids that came of each key, and those that were deleted since.
born, gone = {}, set()


def content(case):
    """A number that follows from what is asked alone: what is asked again is then changed alike."""
    asked = [case.operation.label, case.path_parameters, case.query, case.body]
    return int(hashlib.sha256(json.dumps(asked, sort_keys=True, default=str).encode()).hexdigest(), 16)


@schemathesis.hook
def before_call(context, case, kwargs):
    """
    Makes what can name nothing name something, mostly. The fuzzer's own token stays, and so does the member of the examples.
    """
    number = content(case)
    is_walk = case.meta.phase.name.value == "stateful"
    name_path(case, number, is_walk)
    give_key(case, number, is_walk)
    if isinstance(case.body, dict) and number % 4:
        if isinstance(case.body.get("handle"), str):
            case.body["handle"] = f"h{number % 10**12}"
        for name in ("reward_definition_id", "point_definition_id"):
            if isinstance(case.body.get(name), int) and case.body[name] > 1:
                case.body[name] = 1
        for name in ("external_id", "redemption_id"):
            if isinstance(case.body.get(name), int):
                case.body.pop(name)


def name_path(case, number, is_walk):
    path = case.operation.path.split("/")
    for name, value in (case.path_parameters or {}).items():
        made = MADE.get(path[path.index(f"{{{name}}}") - 1], [])
        if value == OWN_TOKEN:
            case.path_parameters[name] = "0" * 64
        elif value == PROFILE and case.method == "DELETE" and name == path[-1].strip("{}"):
            case.path_parameters[name] = made[number % len(made)]
        elif isinstance(value, int) and made and number % 8 and not is_walk:
            case.path_parameters[name] = made[number % len(made)]


def give_key(case, number, is_walk):
    """
    A key that follows from the request: so a new request has a new key, mostly, and along a walk one that is sent again is
    answered as before, unless what it made is gone. The fuzzer gives up a walk where the same request is answered differently.
    """
    key = (case.headers or {}).get("Idempotency-Key")
    if is_walk and any(header.name == "Idempotency-Key" for header in case.operation.headers):
        while born.get(f"{number:064x}") in gone:
            number += 1
        case.headers = {**(case.headers or {}), "Idempotency-Key": f"{number:064x}"}
    elif key and len(key) < 200 and "," not in key and number % 8:
        case.headers["Idempotency-Key"] = f"{number:064x}"


@schemathesis.hook
def after_call(context, case, response):
    key = (case.headers or {}).get("Idempotency-Key")
    if response.status_code == 201 and key:
        born[key] = str((response.json().get("data") or {}).get("id"))
    elif response.status_code == 204 and case.method == "DELETE":
        gone.update(str(value) for value in case.path_parameters.values())


@schemathesis.hook
def filter_query(context, query):
    """What the query cannot say is not asked: all filters are texts, and an empty list of them is none at all."""
    filters = {name: value for name, value in (query or {}).items() if name.startswith("filter[")} | ((query or {}).get("filter") or {})
    return all(isinstance(value, str) for value in filters.values())
