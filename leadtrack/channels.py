"""The channels that leads come by, and what people call them."""

# channel -> other names of it; spelled without blanks, dashes and case
CHANNELS: dict[str, tuple[str, ...]] = {
    "web form": (
        "web", "website", "company website", "our website", "website form", "contact form", "contact page",
        "contact us", "form", "online form", "inquiry form", "enquiry form", "quote request", "request a quote",
        "demo request", "web to lead", "web lead", "inbound web", "web inquiry", "homepage", "internet", "online",
        "online inquiry", "direct traffic", "web direct", "chat", "live chat", "web chat", "chatbot",
    ),
    "landing page": (
        "landing", "lp", "microsite", "mini site", "squeeze page", "campaign page",
    ),
    "search": (
        "google", "google ads", "google ad", "google search", "adwords", "google adwords", "ppc", "pay per click",
        "sem", "seo", "bing", "bing ads", "microsoft ads", "yahoo", "duckduckgo", "organic search", "paid search",
        "organic", "search engine", "search ads", "search advertising", "search marketing", "cpc", "sea",
    ),
    "social": (
        "facebook", "facebook ads", "facebook lead ads", "facebook lead ad", "meta", "meta ads", "fb", "fb ads",
        "fb lead ads", "instagram", "instagram ads", "ig", "linkedin", "linkedin ads", "linkedin lead gen",
        "linkedin lead gen form", "linkedin sales navigator", "twitter", "x", "xing", "tiktok", "tiktok ads",
        "youtube", "pinterest", "reddit", "snapchat", "whatsapp", "messenger", "social media", "social network",
        "social networks", "paid social", "organic social", "social ads",
    ),
    "blog": (
        "blog post", "blogs", "content", "content marketing", "article", "white paper", "ebook", "download",
        "web download", "case study", "guide", "podcast", "video", "forum",
    ),
    "e-mail": (
        "mail", "e mails", "newsletter", "email newsletter", "email campaign", "email blast", "email marketing",
        "mailing", "email inquiry", "inbound email", "sales email alias", "drip",
    ),
    "webinar": (
        "webinars", "web seminar", "online seminar", "online event", "virtual event", "webcast", "online workshop",
    ),
    "telephone": (
        "phone", "call", "calls", "inbound call", "inbound phone", "call in", "called in", "phone call",
        "phone inquiry", "phone enquiry", "incoming call", "telephone call", "tel", "hotline", "toll free",
        "800 number", "inbound",
    ),
    "telemarketing": (
        "cold call", "cold calls", "cold calling", "outbound call", "outbound", "outbound calling", "call centre",
        "call center", "telesales", "telephone marketing", "phone campaign", "self generated", "prospecting", "sdr",
        "bdr",
    ),
    "direct mail": (
        "letter", "letters", "postal mail", "post", "flyer", "flyers", "leaflet", "postcard", "postcards", "mailer",
        "door hanger", "door hangers", "snail mail", "mail shot",
    ),
    "print": (
        "newspaper", "newspaper ad", "magazine", "magazine ad", "print ad", "print ads", "print advertising",
        "advertisement", "advertising", "ad", "yellow pages", "directory", "brochure", "catalog", "catalogue", "press",
        "public relations", "pr", "billboard", "trade journal",
    ),
    "radio/tv": (
        "radio", "tv", "television", "radio and tv", "radio & television", "tv ad", "tv ads", "tv spot", "radio ad",
        "radio ads", "radio spot", "broadcast", "commercial",
    ),
    "trade show": (
        "trade shows", "fair", "trade fair", "exhibition", "expo", "home show", "conference", "convention", "congress",
        "event", "events", "booth", "stand", "seminar", "seminar internal", "internal seminar", "seminar partner",
        "partner seminar", "workshop", "show", "roadshow", "open house", "networking", "networking event",
        "field event",
    ),
    "referral": (
        "referrals", "referred", "refer", "word of mouth", "wom", "recommendation", "recommended", "referral program",
        "refer a friend", "friend", "customer referral", "client referral", "employee referral", "external referral",
        "internal referral", "partner referral", "partner", "partners", "employee", "affiliate", "introduction",
    ),
    "purchased": (
        "purchased list", "purchased lists", "purchased leads", "purchased lead", "bought list", "bought lists",
        "bought leads", "bought", "list", "lists", "rented list", "lead vendor", "lead provider", "lead broker",
        "lead list", "list broker", "data broker", "third party", "3rd party", "aggregator", "zoominfo", "apollo",
        "apollo.io", "dun & bradstreet",
    ),
    "customer service": (
        "support", "service", "existing customer", "existing client", "current customer", "customer",
        "customer support", "customer care", "technical support", "helpdesk", "service desk", "service call", "upsell",
        "cross sell",
    ),
    "installer": (
        "installers", "installation", "technician", "technicians", "fitter", "field service", "field technician",
        "service technician", "service tech", "contractor", "contractors", "crew", "job site",
    ),
}  # fmt: skip


def folded(name: str) -> str:
    """A name without case, blanks and what stands between words."""
    return "".join(c for c in name.casefold() if c.isalnum())


_KNOWN = {folded(name): channel for channel, names in CHANNELS.items() for name in (channel, *names)}


def channel(name: str) -> str | None:
    """The channel that a source's name stands for; None where the vocabulary does not know it."""
    return _KNOWN.get(folded(name))
