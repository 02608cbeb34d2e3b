#!/bin/sh
# Cleans up after a bench or fault run, however it ends: `guard.sh DIR [keep]`.
# The run holds our standard input; it closes when the run ends, is interrupted or killed. Then end the processes
# listed in DIR/pids (only those that still work in DIR), unmount what is mounted under DIR (loop devices are freed
# with their mounts), and remove DIR unless told to keep it.
dir=$1
keep=$2
cat >/dev/null

while read -r pid; do
    [ -r "/proc/$pid/cmdline" ] || continue
    if readlink "/proc/$pid/cwd" 2>/dev/null | grep -qF "$dir" ||
        tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$dir"; then
        kill -9 "$pid" 2>/dev/null
    fi
done <"$dir/pids"

for attempt in 1 2 3 4 5 6 7 8 9 10; do
    mounted=no
    while read -r _ place _; do
        case $place in "$dir"/*)
            umount "$place" 2>/dev/null || mounted=yes ;;
        esac
    done </proc/self/mounts
    [ "$mounted" = no ] && break
    [ "$attempt" = 9 ] && echo "error: something under $dir stays mounted" >&2
    sleep 0.3
done

rm -f "$dir/pids"
if [ "$keep" != keep ] && ! grep -qF " $dir/" /proc/self/mounts; then
    rm -rf "$dir"
fi
