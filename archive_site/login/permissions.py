"""What somebody who has logged in has a right to: read with the user, so that no page asks the database for it."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission, User
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Value
from django.db.models.functions import Concat


class UserWithRights(ModelBackend):
    """Django's own backend, which would ask for a user's own rights and for those of the groups one after the other."""

    def get_user(self, user_id: int) -> User | None:
        """Return whom a session belongs to, if still active."""
        users = User.objects.annotate(
            own_rights=_names(Permission.objects.filter(user=OuterRef("pk"))),
            group_rights=_names(Permission.objects.filter(group__user=OuterRef("pk"))),
        )
        user = users.filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        # Where Django keeps what it has asked for; of a superuser it would be all there are.
        if not user.is_superuser:
            user._perm_cache = {*user.own_rights, *user.group_rights}
        return user


def _names(permissions: QuerySet[Permission]) -> ArraySubquery:
    """The permissions as they are asked for: "minutes.add_meeting"."""
    name = Concat(F("content_type__app_label"), Value("."), F("codename"))
    return ArraySubquery(permissions.order_by().values_list(name))
