"""What a right reply to a question is, and whether one is right: for evaluations, and for rehearsals of an update."""
