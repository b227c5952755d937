"""What decisions say of single points of the recommendation, and the narrow rows by which decisions are listed."""
