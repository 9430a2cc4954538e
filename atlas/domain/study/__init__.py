"""A student's review: cards made from the atlas, questions, scores, the schedule, what is known and confused."""
