"""Words to dates: what an employer promised, as windows of civil days."""
