"""The words of telephone systems and dialers: headers of their columns, ways, directions and outcomes of a call."""

# what a column may be -> the headers that say so, folded
_HEADERS = {
    "at": (
        "date time|datetime|timestamp|time stamp|when|at|started|start|started at|start time|started time|"
        "call start|call started|call date time|call datetime|date and time|created|created at|created time|"
        "activity date"
    ),
    "date": "date|call date|day|start date|activity day",
    "time": "time|call time|time of day|clock",
    "number": (
        "phone|phone number|number|telephone|telephone number|contact number|customer number|customer phone|"
        "lead phone|callee|callee number|caller id|external number|remote number|client number|mobile|"
        "contact phone|dialed number|number dialed|called number|participant number|raw digits"
    ),
    "from": "from|from number|caller|caller number|calling number|source number|origin|ani|sender",
    "to": "to|to number|called|destination|destination number|dialed|dnis|recipient|recipient number",
    "email": "email|e mail|email address|e mail address|contact email|lead email|customer email|mail",
    "direction": "direction|call direction|in out|inbound outbound",
    # says the way, the direction, or both
    "type": "type|call type|activity type|call kind",
    "kind": "kind|channel|medium|activity|activity kind|media",
    "outcome": (
        "outcome|result|call result|call outcome|disposition|call disposition|status|call status|wrap up|"
        "wrap up code|wrapup|final status|action result"
    ),
    "seconds": (
        "duration|call duration|length|talk time|talk duration|duration seconds|duration sec|duration secs|"
        "duration s|duration in seconds|seconds|billsec|call length|total time|duration min|duration mins|"
        "duration minutes|duration in minutes|minutes|talk time seconds|length seconds|length minutes"
    ),
    "text": (
        "note|notes|comment|comments|description|summary|remark|remarks|call notes|text|message|body|what was said"
    ),
    "subject": "subject|topic|about|call subject|title",
    "nature": "nature|nature of contact",
    "rep": (
        "rep|agent|agent name|user|user name|owner|employee|sales rep|salesperson|handled by|answered by|"
        "extension name|representative|assigned to|caller name|staff|agent email|user email"
    ),
}
MEANINGS = {header: what for what, headers in _HEADERS.items() for header in headers.split("|")}

INWARD = frozenset(("in", "inbound", "incoming", "received", "receive", "entrante", "eingehend", "entrant", "missed"))
OUTWARD = frozenset(
    (
        "out",
        "outbound",
        "outgoing",
        "outward",
        "dialed",
        "dialled",
        "placed",
        "made",
        "saliente",
        "ausgehend",
        "sortant",
    )
)
KINDS = {
    "call": "call", "calls": "call", "phone": "call", "voice": "call", "voicemail": "call", "dial": "call",
    "email": "email", "mail": "email", "emails": "email", "sms": "text", "text": "text", "texts": "text", "mms": "text",
    "whatsapp": "text", "meeting": "meeting", "visit": "meeting", "demo": "meeting", "appointment": "meeting",
}  # fmt: skip

# what they say -> our outcomes
_OUTCOMES = {
    "answered": (
        "answer|connected|call connected|completed|complete|success|successful|picked up|talked|spoke|"
        "spoke to|contacted|reached|accepted|conversation|connect|live answer|ok|human"
    ),
    "voicemail": (
        "left voicemail|left voice mail|voice mail|left message|left a message|vm|lvm|left vm|machine|"
        "answering machine|no answer voicemail|message left|am"
    ),
    "no answer": (
        "noanswer|unanswered|not answered|missed|missed call|rang out|no pick up|no pickup|did not answer|na|"
        "n a|nan|canceled|cancelled|cancel|failed|failure|rejected|declined|abandoned|not available|"
        "unavailable|hung up|no response|timeout|ring no answer|rna|not connected|no contact"
    ),
    "busy": "line busy|engaged|busy signal|busy tone",
    "wrong number": (
        "bad number|invalid number|invalid|disconnected|not in service|number not in service|out of service|"
        "incorrect|wrong no|wrong person|disconnected number"
    ),
    "sent": "delivered|queued|outbox",
    "replied": "reply|responded|response",
    "bounced": "bounce|undelivered|undeliverable|hard bounce|soft bounce|delivery failed",
    "interested": "positive|hot|wants info|wants information|send info|qualified",
    "not interested": (
        "no interest|negative|refused|not int|ni|do not call|dnc|remove from list|opt out|opted out|do not contact"
    ),
    "later": (
        "callback|call back|call back later|callback requested|call later|callback later|follow up|followup|"
        "not now|busy call back"
    ),
    "booked": (
        "appointment|appointment set|appointment booked|meeting scheduled|meeting booked|meeting set|"
        "demo booked|scheduled"
    ),
    "held": "attended|met|done|took place",
    "no show": "noshow|did not show|did not attend",
}
OUTCOMES = {word: ours for ours, words in _OUTCOMES.items() for word in words.split("|")}

# by these a lead asked to be left alone
DO_NOT_CALL = frozenset(("do not call", "dnc", "remove from list", "opt out", "opted out", "do not contact"))
