"""What the archivists say of words, whatever the minutes that have them."""
