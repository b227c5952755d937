"""What the benchmark of matters is made of: new minutes, their imports into archives of two sizes, and pages."""
