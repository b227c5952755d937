"""What decisions say of single points of the recommendation."""
