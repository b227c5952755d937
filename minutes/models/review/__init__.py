"""What has to be decided before what was read is shown to everybody, and what was decided."""
