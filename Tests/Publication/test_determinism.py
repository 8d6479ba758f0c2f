"""The same content gives the same bytes: on whichever computer, for whichever user, at whatever time of the day."""

import hashlib
import os
import random
import shutil
import subprocess

from building import PROJECT, command, put, tree
from corpus import corpus

CORES = os.cpu_count() or 1
# Locale, time zone, umask, cores, user, seed of the order in which the files were put in their folders.
BUILDS = [
    ("C", "UTC", 0o022, CORES, 0, 1), ("C.UTF-8", "Europe/Stockholm", 0o077, 1, 0, 2), ("sv_SE.UTF-8", "Pacific/Kiritimati", 0o002, CORES, 0, 3),
    ("tr_TR.UTF-8", "America/St_Johns", 0o022, 1, 0, 4), ("ar_SA.UTF-8", "Asia/Kathmandu", 0o027, CORES, 0, 5), ("C", "Pacific/Pago_Pago", 0o022, 1, 0, 6),
    ("C.UTF-8", "UTC", 0o000, CORES, 0, 7), ("sv_SE.UTF-8", "UTC", 0o022, CORES, 65534, 8), ("C", "Pacific/Kiritimati", 0o077, 1, 65534, 9),
    ("tr_TR.UTF-8", "UTC", 0o022, CORES, 65534, 10), ("", "", 0o022, CORES, 0, 11), ("nonsense", "Nowhere/Else", 0o022, 1, 0, 12),
]


def tree_hash(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def test_one_tree_whatever_is_around_it(place, figure):
    place.chmod(0o755)
    content = corpus()
    # Readable for a user who may not go where the project is.
    shutil.copytree(PROJECT / "templates", place / "templates")
    program = shutil.copy(command(place, place)[0], place / "samsyn")
    hashes, orders = {}, set()
    for number, (locale, zone, mask, cores, user, seed) in enumerate(BUILDS):
        names = sorted(content)
        random.Random(seed).shuffle(names)
        site = place / f"{'x' * number}{number}"
        put({name: content[name] for name in names}, site / "content")
        for path in site.rglob("*"):
            path.chmod(0o755)
            os.utime(path, (1_000_000 * seed, 1_000_000 * seed))
        orders.add(tuple(os.listdir(site / "content/avtal")))
        if user and os.getuid() == 0:
            # The site is swapped in the one, and the lock of approved texts in the other.
            os.chown(site, user, user)
            os.chown(site / "content", user, user)
        environment = {"PATH": os.environ["PATH"], "LC_ALL": locale, "LANG": locale, "TZ": zone, "HOME": "/nonexistent"}
        line = ["taskset", "-c", "0" if cores == 1 else f"0-{cores - 1}", program, *command(site / "content", site / "public")[1:]]
        line[line.index("--templates") + 1] = str(place / "templates")
        done = subprocess.run(
            [*line, "--base-url", "https://samverkan.example/"], env=environment, umask=mask, user=user if user and os.getuid() == 0 else None,
            cwd=site if number % 2 else "/", capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        if user and os.getuid() == 0:
            assert (site / "public").stat().st_uid == user
        hashes[number] = tree_hash(tree(site / "public"))
    assert len(orders) > 1, "the folders were all listed in one order"
    assert len(set(hashes.values())) == 1, hashes
    figure(f"determinism: {len(BUILDS)} builds with other locales, time zones, umasks, users, cores, times and orders of {len(content)} files ({len(orders)} orders): one tree hash, {hashes[0][:16]}")
