"""Laws are tried with many examples, of which each may take its time: a busy machine is no reason to fail."""

from hypothesis import HealthCheck, settings

settings.register_profile("patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
