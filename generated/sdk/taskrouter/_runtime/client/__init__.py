"""How an SDK makes a call: checks, sends, retries, pages and reads."""
