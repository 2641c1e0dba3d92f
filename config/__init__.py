"""Settings, the model catalogue, every sentence a person reads, and every error. Imports nothing of ours."""
