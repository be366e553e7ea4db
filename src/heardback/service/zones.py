"""The machine's time zone."""


def machine_zone() -> str:
    """Return the IANA name of the machine's zone; UTC where it has none."""
    from tzlocal import get_localzone_name

    try:
        return get_localzone_name() or "UTC"
    except (LookupError, ValueError):
        return "UTC"
