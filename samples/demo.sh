#!/bin/sh
# The whole path on a real city: starts the daemon on a socket and a store of its own, loads the Baishan week, solves it,
# shows the plan, and stops the daemon. Nothing is left behind, however it ends. ^C while it solves ends the solve, and the
# best plan so far is shown.
#
# usage: samples/demo.sh BUILD_DIR      BUILD_DIR holds caravand and caravan, e.g. .build/release
#        DEMO_LIMIT=2m samples/demo.sh BUILD_DIR      solves for two minutes instead of 30 seconds
set -eu

build=${1:?usage: samples/demo.sh BUILD_DIR}
limit=${DEMO_LIMIT:-30s}
week=$(dirname "$0")/baishan-2025/week.json
room=
daemon=
client=
interrupted=

fail() {
    echo "demo: $1" >&2
    if [ -s "$room/log" ]; then tail -n 20 "$room/log" >&2; fi
    exit 1
}

# The end where something failed or somebody interrupts: the store is thrown away, so nobody has to end in order. A
# SIGTERM may get lost in a child that has not yet become the program; a SIGKILL does not.
clean_up() {
    trap '' INT TERM HUP
    for child in $client $daemon; do
        kill -KILL "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    done
    if [ -n "$room" ]; then rm -rf "$room"; fi
}

# Shows a command of the client and carries it out. It runs beside this script, so that signals are felt at once.
caravan() {
    echo
    echo "\$ caravan $*"
    "$build/caravan" "$@" &
    client=$!
    status=0
    wait "$client" || status=$?
    # The client has got the ^C too: it stops the job, keeps the plan, and ends by itself.
    while [ -n "$interrupted" ] && [ "$status" -gt 128 ]; do
        interrupted=
        status=0
        wait "$client" || status=$?
    done
    client=
    [ "$status" -eq 0 ] || fail "caravan $1 ended with status $status"
}

trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

for program in caravand caravan; do
    [ -x "$build/$program" ] || fail "there is no $build/$program; make it with: make build"
done

room=$(mktemp -d "${TMPDIR:-/tmp}/caravan-demo.XXXXXX")
export CARAVAN_SOCKET="$room/socket"
echo "\$ caravand --socket $CARAVAN_SOCKET --store $room/store.sqlite &"
# A session of its own: ^C is for the client, and would end the daemon as well.
setsid "$build/caravand" --socket "$CARAVAN_SOCKET" --store "$room/store.sqlite" 2>"$room/log" &
daemon=$!
tries=100
until "$build/caravan" ping 2>/dev/null; do
    kill -0 "$daemon" 2>/dev/null || fail "caravand did not start:"
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail "caravand does not answer:"
    sleep 0.1
done

caravan load "$week"
trap 'interrupted=yes' INT
caravan solve baishan-2025 --limit "$limit"
trap 'exit 130' INT
caravan show baishan-2025

kill -TERM "$daemon"
ending=0
wait "$daemon" || ending=$?
daemon=
[ "$ending" -eq 0 ] || fail "caravand did not end in order:"
