"""Whatever the disk refuses, and whenever the program is killed, one whole site stands at the destination, the old or the
new; and the next build is none the worse."""

import concurrent.futures
import itertools
import os
import pathlib
import re
import shutil
import subprocess
import threading

import pytest
from building import IS_SOAK, PROJECT, build, command, differences, put, tree
from corpus import minutes

SYSTEM_CALLS = {
    "write": ["ENOSPC", "EIO"], "open,openat": ["EACCES", "EIO", "EMFILE"], "mkdir,mkdirat": ["ENOSPC", "EACCES"], "fsync,syncfs,fdatasync": ["EIO", "ENOSPC"],
    "rename,renameat,renameat2": ["EIO", "EACCES"], "link,linkat": ["EIO", "ENOSPC"], "flock": ["EIO"], "close": ["EIO"], "unlink,unlinkat,rmdir": ["EIO"],
    "lstat,stat,newfstatat,statx": ["EIO", "EACCES"], "getdents64": ["EIO"], "read,pread64": ["EIO"], "ftruncate": ["EIO"],
}


def content(name: str) -> dict[str, str]:
    """Small, with a person to hide: what the settings ask must hold when they cannot be read, too."""
    people = [("Ada Ek", "Storvinge kommun", "ordförande"), ("Mårten Dold", "Almheds kommun", "")]
    return {
        "samsyn.yml": f"namn: Samverkan {name}\nexempel: 2026-04-15\n",
        "personer.yml": "personer:\n  - {namn: Mårten Dold, visa: dold}\n",
        "kalender.yml": f"möten:\n  - {{organ: Vattenrådet, datum: 2026-05-0{len(name)}}}\n",
        "uppdrag/a.md": "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Vattenrådet\n\nProtokollet justeras av ordföranden.\n",
        "protokoll/c.md": minutes("Vattenrådet", "2025-03-03", "justerat: 2025-04-01\njusterare: Ada Ek\n", people, [(1, f"Brunn {name}", "Text.")], "bilagor: [a.csv]\n"),
        "bilagor/c/a.csv": f"brunn;{name}\n",
        f"protokoll/{name}.md": minutes("Vattenrådet", "2025-05-05", "justerat: 2025-06-01\njusterare: Ada Ek\n", people, [(2, f"Brunn {name}", "Text.")]),
        "sidor/om.md": "# Om\n\nText.\n",
    }


@pytest.fixture
def two(place):
    """Two contents of one county, and the site that each of them makes."""
    (place / "site").mkdir()
    contents = [put(content(name), place / name) for name in ("a", "bb")]
    sites = []
    for folder in contents:
        status, told = build(folder, place / "whole")
        assert status == 0, told
        sites.append(tree(place / "whole"))
    shutil.rmtree(place / "whole")
    assert differences(*sites)
    return contents, sites


def traced(options: list[str], program: list[str], log: pathlib.Path) -> subprocess.CompletedProcess:
    # Stopping only at the traced calls is faster, but strace 6.1 then sends no signal.
    fast = [] if any("signal=" in option for option in options) else ["--seccomp-bpf"]
    return subprocess.run(
        ["strace", "-f", "-y", *fast, "-qq", "-o", str(log), *options, *program], capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture(scope="session")
def strace(tmp_path_factory, request):
    log = tmp_path_factory.mktemp("strace") / "log"
    if shutil.which("strace") is None or traced(["-e", "trace=write"], ["true"], log).returncode != 0:
        reason = "no fault was injected: strace is missing, or ptrace is not allowed here"
        print(reason)
        pytest.skip(reason)


def faults(log: str) -> list[str]:
    """The calls that were failed, each with its arguments, which stand on a line before where threads took turns."""
    found, waiting = [], {}
    for line in log.split("\n"):
        thread = line.split(" ", 1)[0]
        if "<unfinished" in line:
            waiting[thread] = line
        elif "(INJECTED)" in line:
            found.append(waiting.get(thread, line) if "resumed>" in line else line)
    return found


def is_of_the_runtime(call: str) -> bool:
    """What the operating system and the language ask for, and not the program: libraries, `/proc`."""
    return re.search(r'[<"](?:/proc|/sys|/etc|/dev/(?:null|urandom|tty)|/usr|/lib|/opt|/[^">]*\.so\b)', call) is not None


def is_whole(found: dict[str, bytes], sites) -> bool:
    return any(found == site for site in sites)


@pytest.mark.parametrize("calls", SYSTEM_CALLS)
def test_a_fault_at_any_system_call_leaves_a_whole_site(two, place, strace, figure, calls):
    (contents, sites), output, log = two, place / "site" / "public", place / "log"
    runs, kills, kept, new, nameless = 0, 0, 0, 0, []
    now = 0
    assert build(contents[0], output)[0] == 0
    # The user's own file goes with every site.
    (output / ".gitignore").write_text("*\n")
    for site in sites:
        site[".gitignore"] = b"*\n"
    # Apart, for strace counts each call by itself, and the first fault of two would be the end of the build.
    for known, fault in itertools.product(available(calls), [*SYSTEM_CALLS[calls], "KILL"]):
        how = "signal=KILL" if fault == "KILL" else f"error={fault}"
        number, step = 1, 1 if IS_SOAK else 20
        while True:
            goal = 1 - now
            inject = f"inject={known}:{how}:when={number}"
            done = traced(["-e", f"trace={known}", "-e", inject], command(contents[goal], output), log)
            text = log.read_text(errors="replace")
            was_killed = done.returncode in (-9, 137)
            if "(INJECTED)" not in text and not was_killed:
                # Past the last call of the kind, and so a build like any other.
                assert done.returncode == 0 and tree(output) == sites[goal], done.stderr
                now = goal
                break
            kills += was_killed
            runs += 1
            found = tree(output)
            what = f"{known} {fault} at {number}: status {done.returncode}: {done.stderr[-300:]}"
            assert is_whole(found, sites), f"{what}: {[differences(found, site) for site in sites]}"
            failed = faults(text)
            if done.returncode == 0 and not (failed and all(map(is_of_the_runtime, failed))):
                assert found == sites[goal], f"{what}: built, and the old site stands"
            if found == sites[now]:
                kept += 1
            else:
                new += 1
            # Threads are counted each by itself, and the fault of one may meet the words of another: then they stand in the log.
            said = done.stderr + "".join(call for call in failed if "write(2<" in call)
            if done.returncode in (1, 2) and fault != "KILL" and "/" not in said and "errno" not in said:
                nameless.append(what)
            assert done.returncode >= 0 or fault == "KILL" or any(map(is_of_the_runtime, failed)), what
            status, told = build(contents[goal], output)
            assert status == 0, (what, told)
            found = tree(output)
            assert found == sites[goal], (what, differences(found, sites[goal]))
            assert [one.name for one in output.parent.iterdir()] == ["public"], what
            now = goal
            number += step if number > 4 else 1
    assert not nameless, "\n".join(nameless[:10])
    assert runs > kills > 0
    figure(f"faults: {calls}: {runs - kills} builds with {', '.join(SYSTEM_CALLS[calls])}, {kills} killed: {kept} left the old site, {new} the new one, 0 torn; {runs} plain builds after: 0 failed")


def available(calls: str) -> list[str]:
    """Those of the calls that the machine has: not every processor has all the old ones."""
    return [
        call for call in calls.split(",")
        if subprocess.run(["strace", "-qq", "-e", f"trace={call}", "true"], capture_output=True, check=False).returncode == 0]


def test_sixteen_open_files_are_enough_or_told(two, place, figure):
    (contents, sites), output = two, place / "site" / "public"
    assert build(contents[0], output)[0] == 0
    seen = set()
    for limit in [*range(4, 17), 24, 32]:
        done = subprocess.run(
            ["sh", "-c", f"ulimit -n {limit}; exec \"$@\"", "sh", *command(contents[1], output)], capture_output=True, text=True, check=False)
        found = tree(output)
        assert found == sites[1 if done.returncode == 0 else 0], (limit, done.stderr)
        # With fewer than a dozen, what the program stands on may fail before the program does.
        assert done.returncode == 0 or limit < 12 or done.returncode in (1, 2) and "/" in done.stderr, (limit, done.stderr)
        seen.add((limit, done.returncode))
        assert build(contents[0], output)[0] == 0 and tree(output) == sites[0]
    least = min(limit for limit, status in seen if status == 0)
    assert least <= 16, seen
    figure(f"faults: open files limited to 4 ... 32: 0 torn sites; {least} are enough to build")


def test_what_cannot_be_told_changes_nothing(two, place):
    (contents, sites), output = two, place / "site" / "public"
    with open("/dev/full", "w") as full:
        for goal, options, status in [(0, [], 0), (1, [], 0), (0, ["--json"], 2), (1, ["--json"], 2)]:
            done = subprocess.run(command(contents[goal], output, *options), stdout=full, stderr=full, check=False)
            assert done.returncode == status
            assert tree(output) == sites[goal]
            assert [one.name for one in output.parent.iterdir()] == ["public"]


def test_a_full_disk_leaves_the_old_site(two, place, figure):
    (contents, sites), disk = two, place / "disk"
    disk.mkdir()
    if os.getuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)], capture_output=True, check=False).returncode:
        reason = "no disk was filled: mounting is not allowed here"
        print(reason)
        pytest.skip(reason)
    try:
        output = disk / "public"
        assert build(contents[0], output)[0] == 0
        used = int(re.search(r"(\d+)\s+\d+\s+\d+%", subprocess.run(["df", "-k", str(disk)], capture_output=True, text=True, check=True).stdout)[1])
        refused, built = 0, 0
        for size in range(used + 4, 2 * used + 256, 16 if IS_SOAK else 128):
            subprocess.run(["mount", "-o", f"remount,size={size}k", str(disk)], check=True)
            status, told = build(contents[1], output)
            assert tree(output) == sites[1 if status == 0 else 0], (size, told)
            if status == 0:
                built += 1
            else:
                refused += 1
                assert status == 2 and "disken är full" in told["said"] and str(disk) in told["said"], (size, told)
            subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
            assert build(contents[0], output)[0] == 0 and tree(output) == sites[0]
            assert [one.name for one in disk.iterdir()] == ["public"]
        assert refused
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        status, told = build(contents[1], output)
        assert status == 2 and str(disk) in told["said"] and "skrivskydd" in told["said"], told
        assert tree(output) == sites[0]
        figure(f"faults: {refused} disks too small, {built} large enough, 1 read-only: 0 torn sites, each refusal names the path")
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_builds_at_once_never_mix(two, place, figure):
    (contents, sites), output = two, place / "site" / "public"
    assert build(contents[0], output)[0] == 0
    rounds = 100 if IS_SOAK else 15
    looks, stop, mixed = [0], threading.Event(), []

    def look():
        """From within the folder as it was opened, every file is of one site, or gone with its folder."""
        while not stop.is_set():
            try:
                folder = os.open(output, os.O_RDONLY | os.O_DIRECTORY)
            except OSError as error:
                mixed.append(str(error))
                continue
            seen = {}
            for name in sites[0].keys() & sites[1].keys():
                try:
                    descriptor = os.open(name, os.O_RDONLY, dir_fd=folder)
                except FileNotFoundError:
                    continue
                seen[name] = os.read(descriptor, 1 << 22)
                os.close(descriptor)
            os.close(folder)
            looks[0] += 1
            if not any(all(site[name] == data for name, data in seen.items()) for site in sites):
                mixed.append("two sites in one folder")

    watcher = threading.Thread(target=look)
    watcher.start()
    refused = 0
    try:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for _ in range(rounds):
                pair = list(pool.map(lambda folder: build(folder, output), contents))
                statuses = [status for status, _ in pair]
                assert 0 in statuses and set(statuses) <= {0, 2}, pair
                for status, told in pair:
                    if status == 2:
                        refused += 1
                        assert "byggs redan" in told["said"], told
                assert is_whole(tree(output), sites)
    finally:
        stop.set()
        watcher.join()
    assert not mixed, mixed[:5]
    assert [one.name for one in output.parent.iterdir()] == ["public"]
    figure(f"faults: {rounds} pairs of builds at once ({refused} told that another is under way), {looks[0]} looks meanwhile: 0 mixed")
