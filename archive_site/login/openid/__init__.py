"""Single sign-on by OpenID Connect: a link leads to the municipality's own login, and back again."""
