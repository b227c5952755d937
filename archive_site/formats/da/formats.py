"""As the archive's own pages write them: "30-11-2026 09.43", with the full stop of Danish times."""

DATETIME_FORMAT = "d-m-Y H.i"
TIME_FORMAT = "H.i"
