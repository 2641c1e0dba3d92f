"""What a member can do with an answer: read its sources, vote, translate, ask again, stop it, talk on."""
