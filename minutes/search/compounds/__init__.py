"""Danish compounds and their parts: "sygedagpengerefusion" is syge, dagpenge and refusion."""

from .splitter import Part, runs, split_compound

__all__ = ["Part", "runs", "split_compound"]
