"""Makes a restored interpreter one of its own: nothing that should differ between two pages comes from the image.

The seed of hashes does: it is in every table of the memory. Languages and time zone are in the image's key.
"""

import random

random.seed()
del random
