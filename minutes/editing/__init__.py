"""What people change afterwards: corrections, whether a meeting is published, and deletion."""
