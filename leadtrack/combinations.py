"""Which meanings of words together name a field, and the headers that are known as a whole.

A header is read when *every* word in it has been explained (`spellings`), so that "Email" is the e-mail address and
"Email Status" is not.
"""

# What meanings, in any order, make which field. Confidence is 0.95 unless it is said otherwise.
PATTERNS = {
    "first_name": "first | first name | first full name | full first | called:0.55 | called first:0.9",
    "last_name": "last | last name | full last | last full name",
    "full_name": """
full | full name | name:0.9 | first last | first last name | first last full name | full first name
""",
    "company": """
firm:0.55 | company | company name | business | business name | business company | business company name | company full
name | account:0.88 | account name:0.88 | account company | account company name
""",
    "title": """
full title | full job | full job title | title:0.85 | job:0.93 | job title | company title | company job | job company
title | business title | job name
""",
    "email": "full email | full email address | email | email address | company email:0.83",
    "phone": """
full phone | full phone number | phone | phone number | company phone:0.83 | company phone number:0.83 | phone line
""",
    "mobile": """
full mobile | full mobile number | full mobile phone | mobile | mobile number | mobile phone | mobile phone number |
company mobile:0.8
""",
    "website": "web | web address | company web | company web address | web profile:0.45 | profile:0.42",
    "street": """
house:0.45 | house name:0.7 | street house name | street house name number | street number house | street name number |
house number street address | address street house | street | address | street address | address line | street line |
street address line | street house | street house number | street number | address house | address house number |
street name | company address:0.85 | company street:0.85 | company street address:0.85 | full address | company address
line:0.85 | address street name
""",
    "city": "city | city name | address city | company city:0.8 | company address city:0.8",
    "county": "county | county name | address county | company county:0.8",
    "state": """
address region code:0.8 | state | state region | state name | state code | region:0.7 | address region | address state
| company state:0.8 | company region:0.7 | state county | address state code | region code:0.7 | estado region | state
country region | state county region
""",
    "postal_code": """
zip | zip code | address zip | address zip code | company zip:0.8 | company zip code:0.8 | zip number
""",
    "country": """
country | country region | country code | country name | address country | address country code | company country:0.8 |
address country region | country region name | country region code
""",
    "industry": "industry | company industry | industry name | business industry",
    "employees": """
employees number business | employees business | employees range | employees | number employees | company employees |
company number employees | name employees | company employees number
""",
    "annual_revenue": """
annual revenue value | revenue value | revenue | annual revenue | company revenue | company annual revenue
""",
    "source": """
medium:0.6 | company source:0.8 | asked source | source created | source | source name | utm source:0.72 | source
detail:0.6 | converted source:0.8 | deal source | source campaign:0.4
""",
    "campaign": "campaign | campaign name | campaign title | utm campaign:0.85 | deal campaign",
    "referred_by": "referred business:0.6 | referred company:0.6 | referred | referred name",
    "status": "process:0.6 | asked status | status deal | status | deal status | estado | status name",
    "rating": """
rating | rating code | rating number | grading:0.42 | grading rating:0.8 | rating profile | grading code:0.42
""",
    "owner": """
staff other:0.6 | owner staff:0.8 | owner staff name:0.8 | employees owner:0.8 | employees owner name:0.8 | staff:0.7 |
staff name:0.7 | owner number name:0.7 | owner | owner name | company owner:0.85 | deal owner | owner full name
""",
    "value": """
budget:0.45 | budget expected:0.45 | budget value:0.45 | deal budget:0.45 | budget offer:0.45 | budget detail:0.42 |
money:0.42 | size:0.42 | expected deal offer value | job value:0.6 | offer:0.6 | offer value | offer expected:0.6 |
offer value expected | deal offer | deal offer value | revenue expected | offer company:0.5 | value | deal value |
expected value | expected revenue | deal expected revenue | expected deal value | expected deal | deal revenue
""",
    "created_at": """
created company:0.6 | created date company:0.6 | converted date:0.7 | asked date | asked:0.5 | created asked | created
asked date | created date asked deal | asked date notes | created | created date | deal created | deal created date |
date:0.62
""",
    "notes": """
detail:0.5 | notes detail | asked detail:0.6 | deal detail:0.5 | notes | deal notes | company notes:0.85
""",
    "linkedin": """
linkedin | linkedin web | linkedin profile | linkedin web profile | linkedin address | linkedin profile address
""",
}

# Headers known as a whole, in their normalised form: what no rule would find, or what a rule would get wrong.
ALONE = {
    "company name for emails": None,
    "default address company": "company",
    "form source": None,
    "name of company": "company",
    "partner name": "company",
    "st": "state",
    "last lead source": None,
    "date of birth": None,
    "first contact": None,
    "first contact date": None,
    "date first contacted": None,
    "first touch": None,
    "last touch": None,
    "last contact": None,
    "last contact date": None,
    "contact date": None,
    "date of contact": None,
    "date du contact": None,
    "last date": None,
    "day": None,
    "time": None,
    "number": None,
    "user id": None,
    "rate": None,
    "account owner": "owner",
    "user": None,
    "user name": None,
    "username": None,
    "family": None,
    "place": None,
    "area": None,
    "people": None,
    "members": None,
    "guest": None,
    "deal status": "status",
    "full address": "street",
    "job description": None,
    "company description": None,
    "phone description": None,
    "account description": None,
    "your message": "notes",
    "data": "created_at",
    "data source": None,
    "service": None,
    "sic": None,
    "sic code": None,
    "naics": None,
    "naics code": None,
    "land": "country",
    "rating count": None,
    "ad source": "source",
    "company number": None,
    "zip plus 4 digit": None,
    "status reason": "status",
    "hear about us": "source",
    "what they do": "industry",
    "won lost": "status",
    "lost won": "status",
    "event created date time": "created_at",
    "event created date": "created_at",
    "order date": "created_at",
    "legal": None,
    "main": None,
    "current": None,
    "question": None,
    "position": "title",
    "function": "title",
    "standing": None,
    "origine": "source",
    "add": None,
    "score": "rating",
    "sales person": "owner",
    "info": "notes",
    "scanned by": None,
    "entered by": None,
    "added by": None,
    "imported by": None,
    "email type": None,
    "time submitted": "created_at",
    "negocio titulo": None,
    "trato titulo": None,
    "affaire titre": None,
    "deal titel": None,
    "deal title": None,
}
