# Starts the local server (mvn -Plocal) for the time that a script runs. Needs say.sh.

# What runs in the background ends with the script, however that ends.
stop_all() {
  local pids
  pids=$(jobs -p)
  # shellcheck disable=SC2086 # one word for each process
  [ -z "$pids" ] || kill $pids 2>/dev/null || true
  wait
}

# serve LOG MAVEN_ARGUMENT...: sets api and dynamodb, the addresses of the two that it serves, and sqs, which is empty
# where there are no queues.
serve() {
  local log=$1 pid
  shift
  mvn -q -Plocal -Dport=0 "$@" >"$log" 2>&1 &
  pid=$!
  # Long enough for a first build, on a busy machine.
  for _ in $(seq 600); do
    dynamodb=$(sed -n 's/^DynamoDB Local: //p' "$log")
    [ -z "$dynamodb" ] || break
    kill -0 $pid 2>/dev/null || break
    sleep 0.5
  done
  api=$(sed -n 's|^Bilby is ready: \(.*\)/api/v3 .*|\1|p' "$log")
  sqs=$(sed -n 's/^ElasticMQ: //p' "$log")
  [ -n "$dynamodb" ] && [ -n "$api" ] || { cat "$log" >&2; fail "the local server did not start"; }
}
