"""The real daemon with its web listener, in a room of its own, and the real client beside it."""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

PATIENCE = 60


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Daemon:
    """A running caravand; `token` is asked for by its listeners where it is given."""

    def __init__(self, programs, token=None):
        self.programs = pathlib.Path(programs)
        self.room = pathlib.Path(tempfile.mkdtemp(prefix="caravan-web-"))
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        self.log = open(self.room / "log", "wb")
        self.arguments = [
            str(self.programs / "caravand"), "--socket", str(self.room / "socket"),
            "--store", str(self.room / "store.sqlite"), "--web", f"127.0.0.1:{self.port}",
        ]
        if token:
            secret = self.room / "token"
            secret.write_text(token + "\n")
            secret.chmod(0o600)
            self.arguments += ["--token-file", str(secret)]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.arguments, stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(self.address, timeout=5):
                    return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"caravand does not serve {self.address}: {(self.room / 'log').read_text()}")

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def close(self):
        self.stop()
        self.log.close()
        shutil.rmtree(self.room, ignore_errors=True)

    def run(self, *arguments):
        """What the client writes."""
        environment = {**os.environ, "CARAVAN_SOCKET": str(self.room / "socket")}
        command = [str(self.programs / "caravan"), *arguments]
        return subprocess.run(command, env=environment, check=True, capture_output=True).stdout

    def ask(self, *arguments):
        """The records that the client gets, as JSON."""
        return [json.loads(line) for line in self.run("--json", *arguments).splitlines()]
