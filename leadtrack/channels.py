"""The channels that leads come by, and what people call them."""

# channel -> other names of it; spelled without blanks, dashes and case
CHANNELS: dict[str, tuple[str, ...]] = {
    "web form": ("web", "website", "web site", "contact form", "contact us", "form", "online form", "web to lead",
                 "inbound web", "homepage", "internet", "online"),
    "landing page": ("landing", "lp", "microsite", "squeeze page"),
    "search": ("google", "google ads", "adwords", "google adwords", "ppc", "sem", "seo", "bing", "bing ads",
               "organic search", "paid search", "organic", "search engine", "cpc"),
    "social": ("facebook", "facebook ads", "meta", "meta ads", "fb", "instagram", "ig", "linkedin", "twitter", "x",
               "tiktok", "youtube", "social media", "paid social", "organic social"),
    "blog": ("content", "article", "white paper", "whitepaper", "ebook", "download"),
    "e-mail": ("email", "mail", "newsletter", "email campaign", "e-mail marketing", "email marketing", "mailing"),
    "webinar": ("online event", "web seminar", "virtual event"),
    "telephone": ("phone", "call", "inbound call", "call in", "phone call", "incoming call", "hotline"),
    "telemarketing": ("cold call", "cold calling", "outbound call", "call centre", "call center", "telesales"),
    "direct mail": ("letter", "postal mail", "flyer", "postcard", "mailer"),
    "print": ("newspaper", "magazine", "print ad", "advertisement", "yellow pages", "brochure"),
    "radio/tv": ("radio", "tv", "television", "radio tv", "tv ad", "radio ad"),
    "trade show": ("tradeshow", "fair", "trade fair", "exhibition", "expo", "conference", "event", "booth", "seminar"),
    "referral": ("word of mouth", "recommendation", "referred", "referral program", "customer referral", "partner",
                 "employee referral"),
    "purchased": ("purchased list", "bought list", "list", "lead vendor", "lead provider", "data broker", "bought"),
    "customer service": ("support", "service", "existing customer", "customer support", "helpdesk", "customer"),
    "installer": ("technician", "fitter", "field service", "service technician", "contractor"),
}  # fmt: skip


def folded(name: str) -> str:
    """A name without case, blanks and what stands between words."""
    return "".join(c for c in name.casefold() if c.isalnum())


_KNOWN = {folded(name): channel for channel, names in CHANNELS.items() for name in (channel, *names)}


def channel(name: str) -> str | None:
    """The channel that a source's name stands for; None where the vocabulary does not know it."""
    return _KNOWN.get(folded(name))
