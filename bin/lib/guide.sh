# The rewards guide, played through the sample events: each answer's id goes into the next event. Needs say.sh.

# guide TRANSPORT DIR: TRANSPORT takes an event and writes the answer, in the form in which a function gives it.
guide() {
  local transport=$1 dir=$2 steps=0 answer
  local definition='' profile='' redemption='' sale=''
  mkdir -p "$dir"
  step CreateRewardDefinition 201 .
  definition=$(answer .id)
  step CreateProfile 201 .
  profile=$(answer .id)
  step IssueReward 201 \
    'body(.reward_definition_id = $definition | .profile_id = $profile | .expires_at = $in_a_month)'
  name_id reward
  step ReadBalances 200 'path("profile"; $profile)'
  expect .reward_balance 10
  step RedeemRewards 201 'path("profile"; $profile)'
  redemption=$(answer .id)
  name_id redemption
  step ReadBalances 200 'path("profile"; $profile)'
  expect .reward_balance 0
  step CreateSale 201 \
    'body(.profile_id = $profile | .redemption_id = ($redemption | tonumber) | .transacted_at = $now)'
  sale=$(answer .id)
  name_id sale
  step ReadSale 200 'path("id"; $sale)'
  expect .redemption.id "$redemption"
}

# step LOGICAL_ID STATUS CHANGE: sends the sample with a change, and wants this status.
step() {
  steps=$((steps + 1))
  answer=$dir/$steps-$1.json
  jq -L bin/lib --arg definition "$definition" --arg profile "$profile" --arg redemption "$redemption" \
    --arg sale "$sale" --arg now "$now" --arg in_a_month "$in_a_month" \
    "include \"event\"; $3" "events/$1.json" >"$dir/event.json"
  "$transport" "$1" "$dir/event.json" "$answer"
  say "  $(jq -r .statusCode "$answer") $1"
  [ "$(jq -r .statusCode "$answer")" = "$2" ] || fail "$1 should answer $2: $(jq -c . "$answer")"
}

# answer FIELD: of the last step.
answer() { jq -r ".body | fromjson | .data$1" "$answer"; }

expect() { # expect FIELD VALUE
  [ "$(answer "$1")" = "$2" ] || fail "$1 should be $2: $(answer '')"
}

# The last answer's id, by a name that is the same in every play.
name_id() { echo "$(answer .id) $1" >>"$dir/ids"; }

# comparable DIR: the answers of a play, without what must differ from another's: ids, versions, and what the time of
# the play makes.
comparable() {
  local file
  for file in "$1"/[0-9]*.json; do
    echo "${file##*/}"
    jq -S --rawfile ids "$1/ids" '
      ($ids | split("\n") | map(select(. != "") | split(" ") | {(.[0]): "the \(.[1])"}) | add) as $names
      | {status: .statusCode, type: .headers["Content-Type"], body: (.body | fromjson)}
      | walk(
          if type == "object" then with_entries(
            select(.key | IN("version", "created_at", "updated_at", "issued_at", "issued_local_at", "next_birthday",
              "birth_days") | not))
          elif type == "number" then $names[tostring] // .
          else . end)' "$file"
  done
}

now=$(jq -nr 'now | strftime("%Y-%m-%d %H:%M:%S")')
in_a_month=$(jq -nr 'now + 30 * 86400 | strftime("%Y-%m-%d 12:59:59")')
