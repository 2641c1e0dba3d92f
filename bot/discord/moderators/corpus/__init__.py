"""`/corpus`: updates of the article from upload to approval, and rollbacks."""
