"""How long things take on the machine at hand: ``python -m tests.benchmarks [SECTION...]``.

pytest does not collect this folder. Every section prints the machine's load beside its numbers.
"""
