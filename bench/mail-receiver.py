"""A mail server that fails as they do, and writes down what it heard.

    python bench/mail-receiver.py LEDGER

LEDGER gets a line for each mail that was sent to the end: address, Message-ID without brackets, SHA-256 of the mail, and what
became of it. Of 100 mails 10 are answered with 451 (`busy`), 5 are taken and the connection ends before the answer (`mute`), 5
end the connection untaken (`dropped`), 1 is never answered (`hung`), and the rest is taken (`taken`).
"""

import asyncio
import email
import hashlib
import sys

from aiosmtpd.smtp import SMTP


class Receiver:
    """The same whims in the same order with each run."""

    def __init__(self, ledger):
        self.ledger = ledger
        self.seed = 1

    def whim(self):
        self.seed = (self.seed * 1103515245 + 12345) & 0x7FFFFFFF
        drawn = (self.seed >> 8) % 100
        for fate, below in (("busy", 10), ("mute", 15), ("dropped", 20), ("hung", 21)):
            if drawn < below:
                return fate
        return "taken"

    async def handle_DATA(self, server, session, envelope):
        fate = self.whim()
        mail = envelope.original_content
        ident = email.message_from_bytes(mail)["Message-ID"].strip("<>")
        digest = hashlib.sha256(mail).hexdigest()
        for address in envelope.rcpt_tos:
            print(address, ident, digest, fate, sep=",", file=self.ledger, flush=True)
        if fate == "busy":
            return "451 4.3.0 busy"
        if fate in ("mute", "dropped"):
            server.transport.abort()
        if fate == "hung":
            await asyncio.sleep(3600)
        return "250 2.0.0 taken"


async def main():
    with open(sys.argv[1], "a", encoding="utf-8") as ledger:
        receiver = Receiver(ledger)
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(receiver, enable_SMTPUTF8=True), "127.0.0.1", 0)
        print("smtp://127.0.0.1:%d" % server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


asyncio.run(main())
