"""Commands by which members see and choose what concerns them: language, privacy, help. All answer privately."""
