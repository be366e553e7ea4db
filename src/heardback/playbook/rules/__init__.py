"""One file per family of the playbook's rules."""
