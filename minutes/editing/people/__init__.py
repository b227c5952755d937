"""Who may do what: the groups that `prepare` keeps, who is put into them, and who may change whom."""
