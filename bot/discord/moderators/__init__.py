"""What moderators can do: change the article, decide the house rules, look at the record. All is gated and recorded."""
