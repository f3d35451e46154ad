"""What is owed for leads that were brought."""

from leadtrack.referrals import Rule
from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables


class Referrals(Tables):
    def rules(self) -> list[Rule]:
        return [Rule(row["person"], row["per_lead"], row["per_won"]) for row in self.all()]

    def all(self) -> list[Row]:
        """Rules, that of everybody first: id, person, per_lead, per_won."""
        return self.rows(
            "SELECT id, person, per_lead, per_won FROM referral_rules WHERE removed_by IS NULL ORDER BY person"
        )

    def set(self, batch: Batch, rule: Rule) -> None:
        """Set the rule of a person, over the one that there is."""
        known = self._number(rule.person)
        values = {"per_lead": rule.per_lead, "per_won": rule.per_won}
        if known:
            batch.update("referral_rules", known, values)
        else:
            batch.insert("referral_rules", {"person": rule.person, **values})

    def drop(self, batch: Batch, person: str) -> bool:
        """Take the rule of a person back; whether there was one."""
        known = self._number(person)
        if known:
            batch.update("referral_rules", known, {"removed_by": batch.id})
        return known is not None

    def _number(self, person: str) -> int | None:
        found: int | None = self.value(
            "SELECT id FROM referral_rules WHERE person = :person AND removed_by IS NULL", {"person": person}
        )
        return found
