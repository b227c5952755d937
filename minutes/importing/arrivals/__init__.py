"""What has come in, and is looked at before anything is done with it."""
