# Functions in containers, by sam local, against the tables and queues of a local server. Needs say.sh, and work: a directory.

# The address at which containers reach this machine: the bridge's own. Where Docker runs in a virtual machine there is
# no such bridge here, and what containers send to host.docker.internal arrives on loopback.
reachable() {
  local bridge address
  bridge=$(docker network inspect bridge -f '{{index .Options "com.docker.network.bridge.name"}}')
  address=$(ip -4 -o address show "$bridge" 2>/dev/null | awk '{ sub("/.*", "", $4); print $4; exit }') || true
  echo "${address:-127.0.0.1}"
}

architecture() {
  case $(docker version -f '{{.Server.Arch}}') in
    amd64) echo x86_64 ;;
    arm64) echo arm64 ;;
    *) fail "Lambda has no processor like this machine's" ;;
  esac
}

have_image() {
  docker image inspect "$1" >/dev/null 2>&1 && return
  say "pulling $1"
  docker pull -q "$1" >&2 || fail "Docker has no image $1, and cannot pull it"
}

# For sam local a queue's !Ref is its logical id, so the variables that hold a queue's URL are given here.
queue_urls() {
  sed -nE 's/^ +([A-Z_]+_QUEUE_URL): !Ref ([A-Za-z0-9]+)$/\1 \2/p' template.yaml | sort -u \
    | jq -Rn --arg sqs "http://host.docker.internal:${sqs##*:}/000000000000" \
      '{Parameters: ([inputs | split(" ") | {(.[0]): "\($sqs)/\(.[1])"}] | add // {})}'
}

# sam local leaves its containers behind when it is stopped itself.
remove_containers() {
  local container
  for container in $(sed -n 's/^SAM_CONTAINER_ID: //p' "$work"/*.log "$work"/*/*.log 2>/dev/null); do
    docker rm -f "$container" >/dev/null 2>&1 || true
  done
}
