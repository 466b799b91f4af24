# Changes a sample event as another request would have made it.

# The path with this id in the place of {name}.
def path($name; $id):
  .pathParameters[$name] = $id
  | .rawPath = reduce (.pathParameters | to_entries[]) as {$key, $value}
      (.routeKey | sub("^[A-Z]+ "; ""); gsub("\\{\($key)}"; $value))
  | .requestContext.http.path = .rawPath;

# The body with a change.
def body(change):
  .body |= (fromjson | change | tojson)
  | .headers["content-length"] = (.body | utf8bytelength | tostring);
