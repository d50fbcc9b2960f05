"""E-mail as a channel of messages."""

import smtplib
from typing import Protocol

from dondoc.records.rules.retries import NotSentError


class Letter(Protocol):
    recipient: str
    subject: str
    body: str


def send(message: Letter) -> None:
    """Send through the configured server. A connection that was never made means that nothing left."""
    from django.core.mail import EmailMessage

    try:
        EmailMessage(message.subject, message.body, to=[message.recipient]).send()
    except (ConnectionRefusedError, smtplib.SMTPConnectError, smtplib.SMTPRecipientsRefused) as error:
        raise NotSentError(str(error)) from error
