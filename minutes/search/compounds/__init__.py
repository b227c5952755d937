"""Danish compounds and their parts: "sygedagpengerefusion" is syge, dagpenge and refusion."""

from .splitter import Part, compound_parts, runs, split_compound

__all__ = ["Part", "compound_parts", "runs", "split_compound"]
