"""What is known of each language, as tables: one folder a language, one small TOML file a topic."""
