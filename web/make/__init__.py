"""The steps behind `build.py`: standard library only, each callable from a test, no work at import time."""
