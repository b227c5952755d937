"""Who gets in, and who may what: the entrance to the admin, its users and groups, and the locks on logins."""
