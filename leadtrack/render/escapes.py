"""What came from outside, made harmless on the way out to a terminal."""

import re

# C0, DEL, C1, the bidirectional overrides and isolates (they can make a line read as another), lone surrogates (they
# cannot be encoded), and the separators that some programs take for a line's end.
_UNSAFE = re.compile("\r\n|[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_BREAKS = {"\r\n", "\r", "\n", "\u2028", "\u2029"}


def visible(character: str) -> str:
    """The escape that stands for a character: "\\x1b", "\\u202e"."""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def safe(text: str, line_break: str = "⏎") -> str:
    """The text with what could steer a terminal shown as visible escapes, and line breaks as `line_break`."""
    if text.isprintable():  # far the most common case, and far quicker than the search
        return text
    return _UNSAFE.sub(lambda m: line_break if m[0] in _LINE_BREAKS else visible(m[0]), text)
