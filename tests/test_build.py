"""The build's steps, and what it says when it cannot go on."""

import ast
import hashlib
import io
import os
import socket
import subprocess
import sys
import threading
import urllib.request
import zipfile
from pathlib import Path

import pytest

import build
from web.make import browser, environment, image, other_browsers, patch, progress, runtime, serve, site, stamp, wheels
from web.make.paths import MODULES, ROOT
from web.make.progress import BuildError

WHEEL = b"the very file"
SHA256 = hashlib.sha256(WHEEL).hexdigest()


@pytest.fixture
def numpy_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing cached, a lock that names WHEEL, and no network."""
    (tmp_path / "modules" / "pyodide").mkdir(parents=True)
    (tmp_path / "modules" / "pyodide" / "package.json").write_text('{"version": "1.0"}')
    monkeypatch.setattr(wheels, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(wheels, "MODULES", tmp_path / "modules")
    monkeypatch.setattr(wheels, "user_cache", lambda: tmp_path / "shared")
    monkeypatch.setattr(
        wheels, "pyodide_lock", lambda: {"packages": {"numpy": {"file_name": "numpy.whl", "sha256": SHA256}}}
    )

    def no_network(*_: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(wheels, "from_url", no_network)
    monkeypatch.setattr(wheels, "from_carrier", no_network)
    return tmp_path


def gives(content: bytes):
    """A source that has this content."""
    return lambda _, out: out.write(content)


def test_numpy_wheel_comes_from_the_first_source_that_has_it(numpy_sources, monkeypatch):
    monkeypatch.setattr(wheels, "from_carrier", gives(WHEEL))
    assert wheels.numpy_wheel().read_bytes() == WHEEL
    assert (numpy_sources / "shared" / "numpy.whl").read_bytes() == WHEEL


def test_cached_wheel_needs_no_network(numpy_sources):
    (numpy_sources / "shared").mkdir()
    (numpy_sources / "shared" / "numpy.whl").write_bytes(WHEEL)
    assert wheels.numpy_wheel().read_bytes() == WHEEL


def test_damaged_cache_is_not_used(numpy_sources, monkeypatch):
    folder = numpy_sources / "cache" / "wheels"
    folder.mkdir(parents=True)
    (folder / "numpy.whl").write_bytes(b"half a fi")
    monkeypatch.setattr(wheels, "from_url", gives(WHEEL))
    assert wheels.numpy_wheel().read_bytes() == WHEEL


def test_wrong_file_is_thrown_away_and_told(numpy_sources, monkeypatch):
    monkeypatch.setattr(wheels, "from_url", gives(b"something else"))
    with pytest.raises(BuildError) as told:
        wheels.numpy_wheel()
    message = str(told.value)
    assert hashlib.sha256(b"something else").hexdigest() in message
    assert SHA256 in message
    assert "no network" in message
    assert "What to do:" in message
    assert not [file for file in (numpy_sources / "cache").rglob("*") if file.is_file()]


def test_download_that_breaks_off_leaves_nothing(tmp_path):
    def breaks_off(out):
        out.write(WHEEL[:4])
        raise OSError("connection reset")

    with pytest.raises(OSError, match="connection reset"):
        wheels.keep_verified(breaks_off, tmp_path / "wheel.whl", SHA256)
    assert list(tmp_path.iterdir()) == []


def test_carrier_without_the_file_is_told_in_a_line(numpy_sources, monkeypatch):
    def empty_carrier(file, out):
        with zipfile.ZipFile(io.BytesIO(), "w") as archive:
            archive.read(file)

    monkeypatch.setattr(wheels, "from_carrier", empty_carrier)
    with pytest.raises(BuildError, match=r"no item named 'numpy\.whl'"):
        wheels.numpy_wheel()


def test_library_wheel_is_pure_and_the_same_each_time(tmp_path):
    made = []
    for name in ("one", "two"):
        command = [environment.PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / name]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        (wheel,) = (tmp_path / name).iterdir()
        made.append((wheel.name, wheel.read_bytes()))
    assert made[0] == made[1]
    assert made[0][0].endswith("-none-any.whl")


def test_stamp_is_fresh_only_for_the_same_inputs(tmp_path):
    source = tmp_path / "source"
    source.write_text("a")
    first = stamp.Stamp("step", [source, "option"], tmp_path)
    assert not first.fresh()
    first.keep()
    assert stamp.Stamp("step", [source, "option"], tmp_path).fresh()
    assert not stamp.Stamp("step", [source, "other"], tmp_path).fresh()
    source.write_text("b")
    assert not stamp.Stamp("step", [source, "option"], tmp_path).fresh()
    first.drop()
    assert not first.file.exists()


def test_swap_puts_the_new_folder_in_place(tmp_path):
    for name in ("new", "dist"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(name)
    site.swap(tmp_path / "new", tmp_path / "dist", tmp_path / "old")
    assert (tmp_path / "dist" / "page").read_text() == "new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["dist"]


def test_failed_swap_leaves_the_last_good_folder(tmp_path):
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "page").write_text("good")
    with pytest.raises(BuildError, match="last good one is still there"):
        site.swap(tmp_path / "missing", tmp_path / "dist", tmp_path / "old")
    assert (tmp_path / "dist" / "page").read_text() == "good"


def test_folder_of_the_runtime_is_named_by_its_content(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"1")
    first = runtime.lay(tmp_path / "out", "part-1", [file])
    assert (tmp_path / "out" / first / "file").read_bytes() == b"1"
    assert runtime.lay(None, "part-1", [file]) == first
    file.write_bytes(b"2")
    assert runtime.lay(None, "part-1", [file]) != first


def test_patches_match_exactly_once():
    [core] = (MODULES / "@pyscript" / "core" / "dist").glob("core-*.js")
    for file, patches in {MODULES / "pyodide" / patch.FILE: patch.PATCHES, core: patch.PYSCRIPT_PATCHES}.items():
        text = patch.patched(file.read_text(encoding="utf-8"), patches)
        assert all(each.made in text for each in patches)


def test_the_site_has_pyscript_as_it_was_patched(tmp_path):
    laid = tmp_path / "out" / runtime.lay(tmp_path / "out", "pyscript", runtime.pyscript_files(image.PYSCRIPT))
    [core] = laid.glob("core-*.js")
    published = image.PYSCRIPT / "dist"
    assert core.read_text(encoding="utf-8") == patch.patched(
        (published / core.name).read_text(encoding="utf-8"), patch.PYSCRIPT_PATCHES
    )
    others = [file for file in laid.iterdir() if file != core]
    assert others
    assert all(file.read_bytes() == (published / file.name).read_bytes() for file in others)


@pytest.mark.parametrize("times", [0, 2])
def test_patch_that_does_not_match_exactly_once_fails_the_build(times):
    places = [each.found for each in patch.PATCHES]
    with pytest.raises(BuildError, match=rf"found {times} times[\s\S]*What to do:"):
        patch.patched(" ".join([*places[1:], *(places[:1] * times)]))


def test_server_names_types_that_browsers_insist_on(tmp_path):
    for name in ("module.mjs", "code.wasm", "wheel.whl"):
        (tmp_path / name).write_bytes(b"")
    with serve.server(tmp_path) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{running.server_port}/"
        told = {}
        for name in ("module.mjs", "code.wasm", "wheel.whl"):
            with urllib.request.urlopen(address + name, timeout=5) as answer:
                told[name] = answer.headers["Content-Type"]
        running.shutdown()
    assert told == {"module.mjs": "text/javascript", "code.wasm": "application/wasm", "wheel.whl": "application/zip"}


def test_taken_port_says_what_to_do(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BuildError, match=rf"Port {port} is taken[\s\S]*Leave --port out"):
            serve.server(tmp_path, port)


@pytest.mark.parametrize("port", [-1, 70000])
def test_impossible_port_says_what_to_do(tmp_path, port):
    with pytest.raises(BuildError, match=r"cannot be used[\s\S]*What to do"):
        serve.server(tmp_path, port)


def test_tool_that_fails_shows_both_ends_of_what_it_said():
    lines = "for line in range(1000): print('line', line)"
    with pytest.raises(BuildError) as told:
        progress.run([sys.executable, "-c", f"{lines}\nraise SystemExit(3)"], "It did not work.", ["Mend it."])
    message = str(told.value)
    assert message.startswith("It did not work.\nTried:\n")
    assert "exit status 3" in message
    assert "line 0\n" in message
    assert "line 999\n" in message
    assert "line 500\n" not in message
    assert message.endswith("What to do:\n  - Mend it.")


def test_tool_that_is_missing_is_named(tmp_path):
    with pytest.raises(BuildError, match="no-such-tool"):
        progress.run([tmp_path / "no-such-tool"], "It did not work.", ["Install it."])


@pytest.mark.parametrize(
    ("version", "enough"),
    [
        ((18, 20, 0), False),
        ((20, 18, 3), False),
        ((20, 19, 0), True),
        ((21, 7, 0), False),
        ((22, 11, 0), False),
        ((22, 12, 0), True),
        ((24, 0, 0), True),
    ],
)
def test_node_must_be_one_that_vite_runs_on(version, enough):
    assert environment.new_enough(version) is enough


def test_missing_node_is_taken_from_its_wheel(monkeypatch):
    asked = []
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    monkeypatch.setattr(environment, "python_packages", asked.append)
    monkeypatch.setattr(environment, "node_version", lambda _: (24, 0, 0) if asked else None)
    assert environment.node() == environment.venv_program("node")
    assert [file.parent.name for file in asked] == ["node"]


def test_no_node_at_all_says_what_to_do(monkeypatch):
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    monkeypatch.setattr(environment, "python_packages", lambda _: None)
    monkeypatch.setattr(environment, "node_version", lambda _: None)
    with pytest.raises(BuildError, match=r"No Node\.js[\s\S]*Install Node\.js 22"):
        environment.node()


def test_build_can_be_read_by_an_old_python_far_enough_to_refuse_it():
    ast.parse((ROOT / "build.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_no_browser_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PYAUTODIFF_BROWSER", str(tmp_path / "none"))
    monkeypatch.setattr(browser, "candidates", lambda: iter([tmp_path / "chromium"]))

    def refuses(*_: str) -> None:
        raise BuildError("It may not be asked.")

    monkeypatch.setattr(browser, "from_playwright", refuses)
    monkeypatch.setattr(browser, "from_packages", refuses)
    with pytest.raises(BuildError) as told:
        browser.require_browser()
    assert "as PYAUTODIFF_BROWSER says: does not run" in str(told.value)
    assert str(told.value).count("It may not be asked.") == 2
    assert "--ignore tests/browser" in str(told.value)


def test_core_suite_goes_on_without_firefox_and_webkit_and_says_which_is_missing(monkeypatch):
    asked: list[tuple[str, ...]] = []

    def refuses(*names: str) -> None:
        asked.append(names)
        raise BuildError("It may not be asked.", output="first line\nNo such package.")

    monkeypatch.setattr(other_browsers.shutil, "which", lambda _: None)
    monkeypatch.setattr(other_browsers, "from_packages", refuses)
    firefox, webkit = other_browsers.install_others()
    assert firefox.startswith("No Firefox here")
    assert webkit.startswith("No WebKitGTK here")
    assert all(told.endswith("It may not be asked. No such package.") for told in (firefox, webkit))
    assert asked == [("firefox-esr",), ("webkit2gtk-driver", "xvfb")]


def test_failure_is_a_message_and_no_traceback(monkeypatch, capsys):
    def fails(*_: object) -> None:
        raise BuildError("No network.", ["the index"], ["Check the network."])

    monkeypatch.setattr(build, "site", fails)
    assert build.main(["build"]) == 1
    told = capsys.readouterr().err
    assert told == "\nNo network.\nTried:\n  - the index\nWhat to do:\n  - Check the network.\n"


def test_full_disk_is_a_message_and_no_traceback(monkeypatch, capsys):
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, "site", fails)
    assert build.main(["build"]) == 1
    assert "No space left on device" in capsys.readouterr().err


def test_interruption_is_a_message_and_no_traceback(monkeypatch, capsys):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "site", interrupted)
    assert build.main(["build"]) == 130
    assert "last good dist/" in capsys.readouterr().err


def test_importing_the_build_does_no_work(tmp_path):
    command = [sys.executable, "-c", "import build; print(*sorted(build.__dict__))"]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": "", "HOME": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "lock", ["web/make/requirements.txt", "web/make/node/requirements.txt", "tests/requirements.txt"]
)
def test_python_locks_carry_hashes_and_no_host(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    for entry in text.replace("\\\n", " ").splitlines():
        if entry.strip() and not entry.lstrip().startswith("#"):
            assert "==" in entry
            assert "--hash=sha256:" in entry


def test_front_end_lock_names_no_registry():
    lock = (ROOT / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"node_modules/@biomejs/cli-win32-x64"' in lock
    assert '"node_modules/@rolldown/binding-darwin-arm64"' in lock
