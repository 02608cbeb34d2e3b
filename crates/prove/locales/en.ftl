### Goals, effects and worth.
